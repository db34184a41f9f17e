import pytest

from samestory.schema import InputError
from samestory.tables import build, write
from samestory.verify import Difference, differences, write_expected

TABLE = "clean/segments"


@pytest.fixture
def run(tmp_path):
    """A small run and the corpus that expects it."""
    results, corpus = tmp_path / "results", tmp_path / "corpus"
    corpus.mkdir()
    make(results, rule="paragraph")
    (results / "report").mkdir()
    (results / "report" / "index.html").write_text("<p>page</p>")
    (results / "logs").mkdir()
    (results / "logs" / "clean.log").write_text("took 2 s")
    write_expected(results, corpus)
    return results, corpus


def make(results, rows=1, **cells):
    row = {"doc_id": "a", "kind": "body", "rule": "paragraph"} | cells
    frame = build(TABLE, [row | {"start": number, "end": number + 1} for number in range(rows)])
    write(frame, TABLE, [results / f"{TABLE}.csv", results / f"{TABLE}.parquet"])


def test_the_same_run_has_no_difference_whatever_its_logs_say(run):
    results, corpus = run
    (results / "logs" / "clean.log").write_text("took 3 s")
    assert differences(results, corpus) == []


def test_expected_is_what_sha256sum_reads(run):
    _, corpus = run
    lines = (corpus / "expected.sha256").read_text().splitlines()
    assert [line[64:] for line in lines] == [f"  {TABLE}.csv", f"  {TABLE}.parquet", "  report/index.html"]


def test_a_changed_column_is_named(run):
    results, corpus = run
    make(results, rule="heading")
    assert differences(results, corpus) == [
        Difference(f"{TABLE}.csv", "other values in rule"),
        Difference(f"{TABLE}.parquet", "other values in rule"),
    ]


def test_rows_pages_and_files_too_many_or_too_few_are_named(run):
    results, corpus = run
    make(results, rows=2)
    (results / "report" / "index.html").write_text("<p>other</p>")
    (results / "extra.txt").write_text("")
    (results / f"{TABLE}.csv").unlink()
    assert differences(results, corpus) == [
        Difference(f"{TABLE}.csv", "is missing"),
        Difference(f"{TABLE}.parquet", "2 rows, expected 1"),
        Difference("extra.txt", "was not expected"),
        Difference("report/index.html", "other bytes"),
    ]


def test_other_bytes_with_the_same_values_are_told_apart(run):
    results, corpus = run
    csv = results / f"{TABLE}.csv"
    csv.write_bytes(csv.read_bytes().replace(b'"body"', b"body"))
    assert differences(results, corpus) == [Difference(f"{TABLE}.csv", "other bytes, the same values")]


def test_a_corpus_that_expects_nothing_says_what_to_do(run, tmp_path):
    with pytest.raises(InputError, match="run the target expect"):
        differences(run[0], tmp_path)
