"""Tables in files are read as far as they are asked for, and give what the frames themselves would give."""

import pandas as pd
import pytest

from samestory import stored
from samestory.stored import StoredTables, batches, count_rows, head, labels_of, rows, spans_of, table, texts_of
from samestory.tables import build, write

CUT = {"origin_id": "text:a", "doc_id": "b", "sibling": "a", "start": 0, "text": "Said."}


@pytest.fixture
def frames():
    texts = [{"doc_id": doc, "text": doc * 3} for doc in ("a", "b", "c", "d", "e")]
    cuts = [{**CUT, "start": at, "end": at + 5, "sibling": sibling} for sibling in "ac" for at in (0, 10, 20)]
    return {"clean/texts": build("clean/texts", texts), "overlap/cuts": build("overlap/cuts", cuts)}


@pytest.fixture(params=["frames", ".parquet", ".csv"])
def tables(request, tmp_path, frames):
    """The same tables as a mapping of frames, and in files of either kind."""
    if request.param == "frames":
        return frames
    paths = [tmp_path / f"{name}{request.param}" for name in frames]
    for name, path in zip(frames, paths, strict=True):
        write(frames[name], name, path)
    return StoredTables(paths)


def test_a_table_is_read_whole_by_its_name(tables, frames):
    assert list(tables) == ["clean/texts", "overlap/cuts"]
    for name, frame in frames.items():
        pd.testing.assert_frame_equal(tables[name], frame)
        pd.testing.assert_frame_equal(table(tables, name), frame)


def test_some_columns_and_rows_keep_the_order_of_the_table(tables):
    found = table(tables, "overlap/cuts", ("start", "sibling"), {"sibling": ["c", "x"], "doc_id": {"b"}})
    assert list(found) == ["sibling", "start"]
    assert found.to_numpy().tolist() == [["c", 0], ["c", 10], ["c", 20]]
    assert len(table(tables, "overlap/cuts", where={"doc_id": []})) == 0


def test_a_table_that_the_run_has_not_is_empty_with_its_columns(tables):
    assert list(table(tables, "compare/conflicts", ("kind",))) == ["kind"]
    assert count_rows(tables, "compare/conflicts") == 0
    assert [len(batch) for batch in batches(tables, "compare/conflicts")] == [0]


def test_batches_are_the_table_from_top_to_bottom(tables, monkeypatch):
    monkeypatch.setattr(stored, "AT_ONCE", 2)
    found = list(batches(tables, "clean/texts", ("text",)))
    assert [batch["text"].tolist() for batch in found] == [["aaa", "bbb"], ["ccc", "ddd"], ["eee"]]
    assert [row["doc_id"] for row in rows(table(tables, "clean/texts"))] == ["a", "b", "c", "d", "e"]
    assert [head(tables, "clean/texts", number)["doc_id"].str.cat() for number in (0, 1, 3, 9)] == [
        "",
        "a",
        "abc",
        "abcde",
    ]


def test_rows_are_counted_and_texts_given_by_article(tables):
    assert (count_rows(tables, "clean/texts"), count_rows(tables, "overlap/cuts")) == (5, 6)
    assert texts_of(tables, {"b", "x"}) == {"b": "bbb"}
    assert list(texts_of(tables)) == ["a", "b", "c", "d", "e"]


def test_spans_are_given_by_article_in_the_order_of_the_table(tables):
    assert spans_of(tables, "overlap/cuts", {"sibling": ["c"]}) == {"b": [(0, 5), (10, 15), (20, 25)]}
    assert spans_of(tables, "clean/segments") == {}


def test_articles_have_their_labels():
    row = {"file": "a.txt", "role": "article", "n_chars": 0, "n_words": 0, "encoding": "utf-8", "sha256": "0"}
    documents = build("clean/documents", [{**row, "doc_id": doc, "label": doc.upper()} for doc in ("a", "b")])
    assert labels_of({"clean/documents": documents}) == {"a": "A", "b": "B"}
