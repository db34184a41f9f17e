"""The command line, as a scholar uses it."""

import json
from pathlib import Path

import pandas as pd
import pytest

from samestory.claims.coding.codebook import read_codebook
from samestory.command import main

BOOK = """
event: {date: 2024-06-03, place: [Port Alder]}
variables:
  - use: killed
  - name: weather
    type: category
    question: What was the weather?
    values: {fog: [fog, mist*], clear: [clear skies]}
"""
ARTICLE = (
    "Ferry sinks off Port Alder\n\nNine people died when a ferry sank off Port Alder on Monday.\n\nThere was mist.\n"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "ferry"
    (folder / "raw").mkdir(parents=True)
    for name in ("one", "two", "three"):
        (folder / "raw" / f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "codebook.yaml").write_text(BOOK, encoding="utf-8")
    return folder


def test_check_says_what_is_asked(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["codebook", "check", str(corpus / "codebook.yaml")]) == 0
    assert "2 questions, all in order" in capsys.readouterr().out


def test_check_names_a_unit_that_no_number_has(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = corpus / "codebook.yaml"
    book.write_text(
        "variables: [{name: hit, type: count, units: {all: [people of all ages, km, police officer]}}]", "utf-8"
    )
    assert main(["codebook", "check", str(book)]) == 0
    notes = [line for line in capsys.readouterr().out.splitlines() if "no number" in line]
    assert len(notes) == 1
    assert "hit, units, all: no number is ever read as so many 'people of all ages'; write 'people'" in notes[0]


@pytest.mark.parametrize(("triggers", "notes"), [("", 1), (", triggers: [blam*]", 0)])
def test_check_says_where_every_mention_is_an_answer(
    triggers: str, notes: int, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = corpus / "codebook.yaml"
    book.write_text(f"variables: [{{name: blamed, type: actor, values: {{line: [line]}}{triggers}}}]", "utf-8")
    assert main(["codebook", "check", str(book)]) == 0
    assert capsys.readouterr().out.count("blamed: without triggers every sentence that names one") == notes


def test_check_refuses_a_pattern_that_a_comma_has_cut(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = corpus / "codebook.yaml"
    book.write_text("variables: [{name: fog, type: category, values: {fog: [/fog, and mist/]}}]", "utf-8")
    assert main(["codebook", "check", str(book)]) == 1
    assert "'/fog' has one slash of a regular expression; put all of it in quotes" in capsys.readouterr().err


def test_check_names_line_and_key(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = corpus / "codebook.yaml"
    book.write_text(BOOK.replace("use: killed", "use: kiled"), encoding="utf-8")
    assert main(["codebook", "check", str(book)]) == 1
    assert "codebook.yaml, line 4, use: there is no 'kiled'; did you mean 'killed'?" in capsys.readouterr().err


def test_try_reads_records(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = corpus / "raw" / "wire.jsonl"
    records.write_text("".join(json.dumps({"id": n, "text": ARTICLE}) + "\n" for n in range(12)), encoding="utf-8")
    book = str(corpus / "codebook.yaml")
    assert main(["codebook", "try", book, str(records), "--id", "11"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("wire.jsonl, 11: 3 sentences\n")
    assert "9 person; “Nine people”" in out
    assert main(["codebook", "try", book, str(records)]) == 0
    out = capsys.readouterr().out
    assert out.count("9 person;") == 10
    assert "Only the first 10 records were tried; name another with --id." in out
    assert main(["codebook", "try", book, str(records), "--id", "12"]) == 1
    assert "wire.jsonl: has no record '12'" in capsys.readouterr().err


def test_try_shows_what_is_found_and_by_which_wording(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["codebook", "try", str(corpus / "codebook.yaml"), str(corpus / "raw" / "one.txt")]) == 0
    out = capsys.readouterr().out
    assert "  9 person; “Nine people”; line 3, body; asserted; by unit: person; noun" in out
    assert "  fog; “mist”; line 5, body; asserted; by value: mist*" in out


def test_try_prints_a_large_number_in_figures(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = corpus / "raw" / "one.txt"
    article.write_text(ARTICLE.replace("Nine people", "Some 2,300,000 people"), encoding="utf-8")
    assert main(["codebook", "try", str(corpus / "codebook.yaml"), str(article)]) == 0
    assert "  2,300,000 person; “Some 2,300,000 people”" in capsys.readouterr().out


def test_a_table_becomes_a_codebook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = pd.DataFrame(
        [
            {
                "name": "crew",
                "type": "count",
                "question": "How many crew?",
                "unit": "sailor",
                "wording": "sailor; deckhand",
            },
            {"name": "weather", "type": "category", "value": "fog", "wording": "fog; mist*"},
            {"name": "weather", "value": "clear", "wording": "clear skies"},
        ]
    )
    for name in ("table.csv", "table.xlsx"):
        path, book = tmp_path / name, tmp_path / f"{name}.yaml"
        table.to_csv(path, index=False) if name.endswith("csv") else table.to_excel(path, index=False)
        assert main(["codebook", "from-table", str(path), "--output", str(book)]) == 0
        weather = read_codebook(book).variable("weather")
        assert weather is not None
        assert {value: p.wordings for value, p in weather.values.items()} == {
            "fog": ("fog", "mist*"),
            "clear": ("clear skies",),
        }
    assert "2 questions" in capsys.readouterr().out


def test_a_table_with_a_strange_column_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "table.csv"
    path.write_text("name,kind\ncrew,count\n", encoding="utf-8")
    assert main(["codebook", "from-table", str(path)]) == 1
    assert "unknown column 'kind'" in capsys.readouterr().err


def test_a_blank_sheet_is_seeded_and_blind_and_never_overwritten(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = corpus / "gold" / "coding-ann.csv"
    assert main(["coding-sheet", str(corpus), "--coder", "ann", "--seed", "4"]) == 0
    first = sheet.read_text(encoding="utf-8")
    rows = pd.read_csv(sheet, dtype="str", keep_default_na=False)
    assert set(rows["value"]) == {""}
    assert sorted(set(rows["doc_id"])) == ["one", "three", "two"]
    assert main(["coding-sheet", str(corpus), "--coder", "ann"]) == 1
    assert "exists" in capsys.readouterr().err
    sheet.unlink()
    main(["coding-sheet", str(corpus), "--coder", "ann", "--seed", "4"])
    assert sheet.read_text(encoding="utf-8") == first


def test_what_coders_saw_differently_is_settled_and_nobody_s_rows_are_lost(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = corpus / "gold"
    gold.mkdir()
    for coder, value in (("ann", "fog"), ("bob", "clear")):
        rows = f"coder,doc_id,variable,value\n{coder},one,weather,{value}\n{coder},two,weather,fog\n"
        (gold / f"coding-{coder}.csv").write_text(rows, encoding="utf-8")
    assert main(["adjudicate", str(corpus)]) == 0
    sheet = (gold / "coding-adjudicated.csv").read_text(encoding="utf-8")
    assert sheet == "coder,doc_id,variable,value,codings\nadjudicated,one,weather,,ann: fog | bob: clear\n"
    assert "1 answer to settle" in capsys.readouterr().out
    assert main(["adjudicate", str(corpus)]) == 0
    assert (gold / "coding-adjudicated.csv").read_text(encoding="utf-8") == sheet
    assert (gold / "coding-ann.csv").read_text(encoding="utf-8").count("\n") == 3
