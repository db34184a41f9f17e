import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.contract import published_tables
from samestory.tables import TableError, build, check, read, write

SEGMENT = {"doc_id": "000", "start": 0, "end": 4, "kind": "body", "rule": "paragraph"}


def test_rows_are_sorted_by_key_and_a_missing_cell_is_null():
    table = build("overlap/stretches", [
        {"doc_id": "b", "start": 0, "end": 3, "content": "own"},
        {"doc_id": "a", "start": 9, "end": 12, "content": "wire", "origin_id": "afp"},
        {"doc_id": "a", "start": 0, "end": 9, "content": "own"},
    ])  # fmt: skip
    assert list(zip(table["doc_id"], table["start"], strict=True)) == [("a", 0), ("a", 9), ("b", 0)]
    assert table["origin_id"].isna().tolist() == [True, False, True]


@given(st.sets(st.tuples(st.text(st.characters(codec="utf-8"), min_size=1, max_size=2), st.integers(0, 3))))
def test_rows_in_any_order_are_put_in_that_of_the_key(keys):
    rows = [{"doc_id": doc_id, "start": start, "end": 9, "content": "own"} for doc_id, start in keys]
    table = build("overlap/stretches", rows)
    assert list(zip(table["doc_id"], table["start"], strict=True)) == sorted(keys)


def test_an_empty_cell_of_a_key_comes_last_and_makes_no_other_key():
    speech = {"doc_id": "a", "content_start": 0, "content_end": 4, "content": "Rain", "parts": "[[0,4]]"}
    speech |= {"actor_type": "unknown", "naming": "unattributed", "cue_class": "neutral", "type": "direct"}
    speech |= {"polarity": "positive", "rule": "quotation"}
    cued = speech | {"cue": "said", "cue_start": 9, "cue_end": 13}
    assert build("claims/attributions", [speech, cued])["cue_start"].tolist() == [9, pd.NA]
    with pytest.raises(TableError, match="two rows have the key"):
        build("claims/attributions", [speech, cued, speech])


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"kind": "paragraph"}, "kind"),
        ({"rule": ""}, "rule"),
        ({"rule": None}, "rule"),
        ({"start": "first"}, "start is not integer"),
        ({"start": 1.5}, "start is not integer"),
        ({"kind": 4}, "kind is not string"),
        ({"start": 5}, "start..end is no span"),
        ({"start": -1}, "start..end is no span"),
    ],
)
def test_a_row_that_breaks_the_contract_is_refused(change, complaint):
    with pytest.raises(TableError, match=f"clean/segments: .*{complaint}"):
        build("clean/segments", [{**SEGMENT, **change}])


def test_a_key_stands_once():
    with pytest.raises(TableError, match="000"):
        build("clean/segments", [SEGMENT, SEGMENT])


def test_a_text_that_is_not_as_long_as_its_span_is_refused():
    sentence = {"doc_id": "a", "sentence_id": "a:0-5", "paragraph": 0, "start": 0, "end": 5, "kind": "body"}
    build("clean/sentences", [{**sentence, "text": "Rain."}])
    with pytest.raises(TableError, match="no span"):
        build("clean/sentences", [{**sentence, "text": "Rain"}])


def test_a_column_may_neither_lack_nor_be_invented():
    with pytest.raises(TableError, match=r"missing columns \['rule'\], unknown columns \['colour'\]"):
        check(pd.DataFrame([{**SEGMENT, "colour": "red"}]).drop(columns="rule"), "clean/segments")


def test_floats_are_rounded_and_lose_their_negative_zero():
    pair = {"doc_a": "a", "doc_b": "b", "shared_words": 1, "longest_passage": 1, "n_passages": 1}
    shares = {"containment_a": 1 / 3, "containment_b": -0.0, "jaccard": 0.12345678, "cosine": 1.0}
    row = build("overlap/pairs", [pair | shares]).iloc[0]
    assert (row["containment_a"], str(row["containment_b"]), row["jaccard"]) == (0.333333, "0.0", 0.123457)


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), unique=True, max_size=5))
def test_any_text_comes_back_letter_for_letter_from_csv_and_parquet(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("tables")
    rows = [{**SEGMENT, "doc_id": f"{number:03}", "rule": text} for number, text in enumerate(texts)]
    written = write(build("clean/segments", rows), "clean/segments", [folder / "s.csv", folder / "s.parquet"])
    for suffix in ("csv", "parquet"):
        back = read(folder / f"s.{suffix}", "clean/segments")
        assert back["rule"].tolist() == texts
        pd.testing.assert_frame_equal(back, written)


def test_words_that_look_like_nothing_or_numbers_stay_words(tmp_path):
    words = ["None", "NA", "null", "nan", "000", "1e3", "true", "=1+1", 'a "b", c', "one\rtwo\r\nthree"]
    rows = [{**SEGMENT, "doc_id": word} for word in words]
    write(build("clean/segments", rows), "clean/segments", tmp_path / "s.csv")
    assert sorted(read(tmp_path / "s.csv", "clean/segments")["doc_id"]) == sorted(words)


def test_an_empty_table_keeps_its_columns_and_dtypes(tmp_path):
    for name in published_tables():
        empty = build(name, [])
        write(empty, name, [tmp_path / f"{name}.csv", tmp_path / f"{name}.parquet"])
        pd.testing.assert_frame_equal(read(tmp_path / f"{name}.csv"), empty)
        pd.testing.assert_frame_equal(read(tmp_path / name), empty)


def test_the_rows_of_some_articles_are_read_alone(tmp_path):
    texts = build("clean/texts", [{"doc_id": doc_id, "text": doc_id.upper()} for doc_id in ("a", "b", "c")])
    write(texts, "clean/texts", tmp_path / "clean/texts.parquet")
    assert read(tmp_path / "clean/texts.parquet", where={"doc_id": ["c", "a", "x"]})["text"].tolist() == ["A", "C"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "clean" / "segments.csv"
    write(build("clean/segments", [SEGMENT]), "clean/segments", path)
    before = path.read_bytes()
    with pytest.raises(TableError):
        write(pd.DataFrame([SEGMENT, SEGMENT]), "clean/segments", path)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["segments.csv"]
