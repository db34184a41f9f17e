"""What people write into coding sheets, read as the articles are."""

from pathlib import Path

import pandas as pd
import pytest

from samestory.claims.coding.codebook import Codebook, read_codebook
from samestory.claims.coding.codes import CodeError, read_code
from samestory.claims.coding.sheet import read_coding_sheets, to_adjudicate
from samestory.schema import InputError

PUBLISHED = "2024-06-04"
BOOK = """
variables:
  - name: sunk_at
    type: time
    times: clock
    triggers: [sank]
  - name: found_on
    type: time
    times: date
    triggers: [found]
  - name: told
    type: time
    triggers: [told]
  - name: lost
    type: count
    units: {person: [sailor]}
    values: {none: [nobody], none reported: [none reported], more than one: [several]}
    scopes: {north: [in the north]}
  - name: horn
    type: category
    values: {sounded: [horn], silent: [no horn]}
  - name: blamed
    type: statement
    triggers: [blamed]
"""


@pytest.fixture
def book(tmp_path: Path) -> Codebook:
    path = tmp_path / "codebook.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return read_codebook(path)


@pytest.mark.parametrize(
    ("variable", "written", "told"),
    [
        ("sunk_at", "03:52", "T03:52"),
        ("sunk_at", "3:52", "T03:52"),
        ("sunk_at", "3.52", "T03:52"),
        ("sunk_at", "3.52am", "T03:52"),
        ("sunk_at", "3:52 a.m.", "T03:52"),
        ("sunk_at", "3.52am on Sunday", "T03:52"),
        ("sunk_at", "Sunday 03:52", "T03:52"),
        ("sunk_at", "2024-06-02T03:52", "T03:52"),
        ("sunk_at", "15:52", "T15:52"),
        ("sunk_at", "03:52 GMT", "T03:52Z"),
        ("sunk_at", "3:52 a.m. Moscow time", "T03:52+03:00"),
        ("sunk_at", "Sunday night", "TNI"),
        ("sunk_at", "morning", "TMO"),
        ("sunk_at", "Unknown", "unknown"),
        ("found_on", "Sunday", "2024-06-02"),
        ("found_on", "2 June", "2024-06-02"),
        ("found_on", "02.06.2024", "2024-06-02"),
        ("found_on", "2024-06", "2024-06"),
        ("found_on", "June 2 or later", "2024-06-02>="),
        ("told", "03:52", "T03:52"),
        ("told", "3.52am on Sunday", "2024-06-02T03:52"),
        ("lost", "7", "7"),
        ("lost", "seven", "7"),
        ("lost", "one", "1"),
        ("lost", "2019", "2,019"),
        ("lost", "about 2,500 sailors", "2,500"),
        ("lost", "dozens", "at least 24"),
        ("lost", "3-4", "3 to 4"),
        ("lost", "North: 37", "north: 37"),
        ("lost", "0", "none"),
        ("lost", "None Reported", "none reported"),
        ("horn", " SOUNDED", "sounded"),
        ("horn", "not sounded", "not sounded"),
        ("horn", "Not stated", "not stated"),
        ("blamed", "Stated", "stated"),
    ],
)
def test_what_a_person_writes_is_read(book: Codebook, variable: str, written: str, told: str) -> None:
    assert read_code(book.variable(variable), written, PUBLISHED).told == told


@pytest.mark.parametrize(
    ("variable", "written", "complaint"),
    [
        (
            "sunk_at",
            "quite early",
            "'quite early' is no answer to sunk_at; write one of: a time or date as the art",
        ),
        ("sunk_at", "3am or 4am", "is no answer"),
        ("sunk_at", "Sunday", "is no answer"),
        ("sunk_at", "3:52-4:10", "is no answer"),
        ("found_on", "03/04/2025", "is no answer"),
        ("lost", "-5", "is no answer"),
        ("found_on", "3.52am", "is no answer"),
        ("found_on", "2025-13-45", "is no answer"),
        ("found_on", "2025-02-30", "is no answer"),
        ("lost", "a few sailors I think, see line 7", "is no answer to lost; write one of: none; none reported"),
        ("lost", "many", "is no answer"),
        ("lost", "12 345", "is no answer"),
        ("lost", "south: 3", "is no answer"),
        ("horn", "sonded", "did you mean 'sounded'? write one of: sounded; silent; unknown; not stated; confirmed sil"),
        ("horn", "7", "is no answer"),
        ("blamed", "yes", "is no answer to blamed; write one of: stated; unknown"),
    ],
)
def test_what_cannot_be_read_is_refused(book: Codebook, variable: str, written: str, complaint: str) -> None:
    with pytest.raises(CodeError) as refused:
        read_code(book.variable(variable), written, PUBLISHED)
    assert complaint in str(refused.value)


def write(folder: Path, *rows: str, separator: str = ",") -> Path:
    path = folder / "coding-ann.csv"
    lines = ["coder,doc_id,variable,value", *rows]
    path.write_text("\n".join(lines).replace(",", separator) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("ann,a,horn,sonded", "coding-ann.csv, line 4, value: 'sonded' is no answer to horn; did you mean 'sounded'?"),
        ("ann,a,hron,silent", "coding-ann.csv, line 4, variable: the codebook has no 'hron'; did you mean 'horn'?"),
        ("ann,b,horn,silent", "coding-ann.csv, line 4, doc_id: there is no article 'b'; write one of a"),
        ("ann,,horn,silent", "coding-ann.csv, line 4: doc_id is empty; fill it in"),
    ],
)
def test_a_row_that_is_no_answer_is_named(tmp_path: Path, book: Codebook, row: str, complaint: str) -> None:
    path = write(tmp_path, "ann,a,horn,silent", "", row)
    with pytest.raises(InputError) as refused:
        read_coding_sheets([path], book, {"a": PUBLISHED})
    assert complaint in str(refused.value)


def test_a_day_that_an_article_without_date_cannot_tell_is_refused(tmp_path: Path, book: Codebook) -> None:
    path = write(tmp_path, "ann,a,found_on,yesterday")
    assert len(read_coding_sheets([path], book)) == 1
    with pytest.raises(InputError, match="line 2, value: 'yesterday' is no answer"):
        read_coding_sheets([path], book, {"a": None})


def test_a_sheet_is_read_as_a_spreadsheet_saves_it(tmp_path: Path, book: Codebook) -> None:
    (sheet,) = read_coding_sheets([write(tmp_path, "ann,a,horn,silent", separator=";")], book, {"a": None})
    assert sheet.loc[2].to_dict() == {"coder": "ann", "doc_id": "a", "variable": "horn", "value": "silent"}


def test_two_ways_to_write_one_value_need_no_settling(tmp_path: Path, book: Codebook) -> None:
    rows = ("ann,a,sunk_at,3.52am", "ben,a,sunk_at,03:52", "ann,a,lost,seven", "ben,a,lost,8")
    (sheet,) = read_coding_sheets([write(tmp_path, *rows)], book)
    assert to_adjudicate([sheet], book)["variable"].tolist() == ["lost"]


def test_who_is_sure_of_silence_and_who_found_nothing_do_not_differ(book: Codebook) -> None:
    rows = [("ann", "horn", "not stated"), ("bo", "horn", "Confirmed silent")]
    rows += [("ann", "blamed", "confirmed silent"), ("bo", "blamed", "stated")]
    columns = ["coder", "variable", "value"]
    sheet = pd.DataFrame(rows, columns=columns).assign(doc_id="a")
    assert to_adjudicate([sheet], book)["variable"].tolist() == ["blamed"]
