"""The five articles, from raw files to report."""

import json

import pandas as pd

from samestory.contract import published_tables
from samestory.figures import FIGURES
from samestory.tables import read


def test_every_published_table_is_written_as_csv_and_parquet_alike(seed_run):
    for name in published_tables():
        if name == "clean/texts":
            assert not (seed_run / "clean/texts.csv").exists()
        else:
            pd.testing.assert_frame_equal(read(seed_run / f"{name}.csv"), read(seed_run / f"{name}.parquet"))


def test_every_span_row_of_every_table_is_the_text_at_its_place(seed_run):
    texts = dict(read(seed_run / "clean/texts")[["doc_id", "text"]].itertuples(index=False))
    checked = 0
    for name, table in published_tables().items():
        frame = read(seed_run / name)
        for span in table.spans:
            for row in frame[frame[span.start].notna()].to_dict("records"):
                text = texts[row[span.doc]]
                assert 0 <= row[span.start] <= row[span.end] <= len(text), (name, row)
                if span.text and not pd.isna(row[span.text]):
                    assert text[row[span.start] : row[span.end]] == row[span.text], (name, row)
                    checked += 1
    assert checked > 500


def test_every_visible_character_lies_in_exactly_one_segment_and_one_stretch(seed_run):
    for doc_id, text in read(seed_run / "clean/texts")[["doc_id", "text"]].itertuples(index=False):
        for name in ("clean/segments", "overlap/stretches"):
            frame = read(seed_run / name)
            covered = [0] * len(text)
            for start, end in frame.loc[frame["doc_id"] == doc_id, ["start", "end"]].itertuples(index=False):
                for position in range(start, end):
                    covered[position] += 1
            assert all(covered[i] == 1 for i, letter in enumerate(text) if not letter.isspace()), (name, doc_id)
            assert max(covered, default=0) <= 1


def test_figures_page_and_notebooks_are_there_and_not_empty(seed_run):
    for name in FIGURES:
        for suffix in ("svg", "png", "pdf", "json"):
            assert (seed_run / f"figures/{name}.{suffix}").stat().st_size > 0
    assert (seed_run / "report/index.html").stat().st_size > 0
    for name in ("01_corpus", "02_overlap", "03_claims", "04_your_own_question"):
        cells = json.loads((seed_run / f"notebooks/{name}.ipynb").read_text(encoding="utf-8"))["cells"]
        outputs = [output for cell in cells for output in cell.get("outputs", [])]
        assert any("image/svg+xml" in output.get("data", {}) for output in outputs), name
        assert not any(
            output["output_type"] in {"error", "stream"} and output.get("name") != "stdout" for output in outputs
        )
        assert (seed_run / f"notebooks/{name}.html").stat().st_size > 0
