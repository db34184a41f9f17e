"""One corpus of everything odd and hostile at once, run from raw files to the report."""

import csv
import json
import re

import pytest

from samestory.contract import published_tables
from samestory.tables import read

REPORT = (
    "Ferry adrift\n\nThe ferry lost power on Tuesday with 40 passengers aboard, the coastguard said.\n\n"
    "“Nobody was hurt,” said Ruth Okafor, who runs the harbour office.\n"
)
FURNITURE = "Share this article\n\nSubscribe to our newsletter\n\nLeave a comment\n\nAll rights reserved.\n"
SCRIPT = "<script>alert('here')</script>"
FORMULA = "=cmd|' /C calc'!A0"
IDS = ["../../etc/passwd", "a/b", "a.b", "a b", "ü 雾 🚢", "a:1-2~b", "con", "x" * 300, "<b>bold</b>", 'a,"b"', "=1+1"]
ARABIC = "عبّارة تنجرف ست ساعات\n\nقالت خفر السواحل إن 214 راكبا كانوا على متنها.\n\n«لم يصب أحد بأذى»، قالت بيترا.\n"
CHINESE = "渡轮漂流六小时\n\n海岸警卫队周二表示，船上有214名乘客。\n\n“没有人受伤，”林德瓦说。\n"
RAW = {
    "empty.txt": "",
    "furniture.txt": FURNITURE,
    "nul.txt": "The ferry\x00 lost power.\x00\n\n“Nobody\x00 was hurt,” said Ruth Okafor.\n",
    "charset.txt": "Fähre treibt ab – „niemand verletzt“, sagte die Küstenwache.\n".encode("cp1252"),
    "declared.html": "<html><head><meta charset=utf-8></head><body><p>The café on the ferry stayed open for the "
    "six hours she was adrift, the crew said.</p></body></html>".encode("latin-1"),
    "arabic.txt": ARABIC,
    "chinese.txt": CHINESE,
    "script.txt": f"{SCRIPT}\n\n{SCRIPT} The ferry lost power with 40 passengers aboard, {SCRIPT} said.\n\n"
    f"“{SCRIPT} Nobody was hurt,” said Ruth Okafor.\n</script><img src=x onerror=alert(1)>\n",
    "script.two.html": f"<html><head><title>{SCRIPT}</title></head><body>"
    f"<h1>&lt;script&gt;alert('here')&lt;/script&gt;</h1>"
    f"<p>{SCRIPT}The ferry lost power with 40 passengers aboard, the coastguard said.</p></body></html>",
    "formula.txt": f"{FORMULA}\n\n{FORMULA} passengers were aboard, said {FORMULA}.\n\n+1+1\n\n@SUM(A1)\n",
    "ids.jsonl": "".join(json.dumps({"id": name, "text": REPORT}) + "\n" for name in IDS),
    "half.jsonl": '{"id": "half \\ud800 pair", "text": "The ferry \\udfff lost power.", "title": "\\ud83d"}\n',
}


def make_hostile(folder):
    """Make that corpus."""
    raw = folder / "event" / "raw"
    raw.mkdir(parents=True)
    for name, content in RAW.items():
        (raw / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with (folder / "event" / "articles.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(["file", "doc_id", "outlet", "title", "label", "url", "published"])
        writer.writerow(["script.txt", SCRIPT, SCRIPT, SCRIPT, SCRIPT, "javascript:alert(1)", "2024-05-14"])
        writer.writerow(["formula.txt", "formula", FORMULA, FORMULA, FORMULA, FORMULA, "2024-05-14"])
    (folder / "event" / "corpus.yaml").write_text(f'title: "{SCRIPT}"\nrights: full\n', encoding="utf-8")


@pytest.fixture(scope="module")
def hostile(run_once):
    """The results of that corpus, whole."""
    return run_once("hostile", make_hostile, "--config", "corpus=./event") / "results" / "event"


@pytest.fixture(scope="module")
def documents(hostile):
    """clean/documents by article."""
    return read(hostile / "clean/documents").set_index("doc_id")


def kinds(hostile, doc):
    segments = read(hostile / "clean/segments")
    return set(segments[segments["doc_id"] == doc]["kind"])


def test_every_position_is_one(hostile):
    texts = dict(read(hostile / "clean/texts")[["doc_id", "text"]].itertuples(index=False))
    checked = 0
    for name, table in published_tables().items():
        frame = read(hostile / name)
        for span in table.spans:
            for row in frame[frame[span.start].notna()].to_dict("records"):
                text = texts[row[span.doc]]
                assert 0 <= row[span.start] <= row[span.end] <= len(text), (name, row)
                if span.text:
                    assert text[row[span.start] : row[span.end]] == row[span.text], (name, row)
                checked += 1
    assert checked > 200


def test_an_empty_file_is_an_article_without_words(documents, tried):
    assert documents.loc["empty", "n_words"] == 0
    tried("Bad input", "an empty file", "it stays in the tables, an article of 0 words; the run goes through")


def test_a_page_of_furniture_has_no_body(hostile, tried):
    assert "body" not in kinds(hostile, "furniture")
    claims = read(hostile / "claims/attributions")
    assert "furniture" not in set(claims["doc_id"])
    tried("Bad input", "a file of nothing but furniture", "no sentence of it is body, and nothing is claimed in it")


def test_nul_bytes_stay_where_they_are(hostile, tried):
    texts = read(hostile / "clean/texts").set_index("doc_id")["text"]
    assert texts["nul"] == RAW["nul.txt"]
    quotes = read(hostile / "claims/quotes").set_index("doc_id")
    assert quotes.loc["nul", "text"] == "Nobody\x00 was hurt,"
    tried("Bad input", "NUL bytes in a text", "kept as letters like any other; the quotation around one is found")


def test_a_wrong_charset_is_told(documents, hostile, tried):
    assert documents.loc["charset", "encoding"] in {"windows-1252", "cp1250"}
    texts = read(hostile / "clean/texts").set_index("doc_id")["text"]
    assert texts["charset"] == RAW["charset.txt"].decode("cp1252")
    assert "caf" in texts["declared"]
    assert documents.loc["declared", "encoding"] != "utf-8"
    tried(
        "Bad input",
        "a text in another charset than UTF-8, a page that declares the wrong one",
        "the charset is guessed, and the column `encoding` says as what it was read; a byte that fits none is U+FFFD",
    )


@pytest.mark.parametrize(("doc", "text"), [("arabic", ARABIC), ("chinese", CHINESE)])
def test_other_scripts_keep_every_letter(hostile, tried, doc, text):
    assert read(hostile / "clean/texts").set_index("doc_id")["text"][doc] == text
    assert "body" in kinds(hostile, doc)
    assert doc in set(read(hostile / "clean/quotations")["doc_id"])
    tried(
        "Bad input",
        "right-to-left and Chinese text",
        "segments, sentences and quotation marks are found at exact positions; who speaks and what is counted is "
        "English knowledge and stays unknown",
    )


def test_ids_of_any_letters_reach_every_table(hostile, documents, tried):
    assert set(IDS) <= set(documents.index)
    pairs = read(hostile / "overlap/pairs")
    assert {"../../etc/passwd", "<b>bold</b>"} <= set(pairs["doc_a"]) | set(pairs["doc_b"])
    written = {path.name for path in hostile.rglob("*") if path.is_file()}
    assert not {name for name in written if "passwd" in name or "bold" in name}
    tried(
        "Bad input",
        "ids with slashes, dots, spaces, commas, quotes, tags, 300 letters, unicode, `../../etc/passwd`",
        "they stand in every table as they are; no file is named after an id",
    )


def test_half_a_surrogate_pair_becomes_the_replacement_character(hostile, documents, tried):
    assert "half \ufffd pair" in documents.index
    assert "\ufffd" in read(hostile / "clean/texts").set_index("doc_id")["text"]["half \ufffd pair"]
    tried("Bad input", "half a surrogate pair in JSON", "read as U+FFFD, in the text and in the id")


def test_formula_cells_are_verbatim_in_the_published_tables_and_escaped_in_the_spreadsheet(hostile, documents, tried):
    assert documents.loc["formula", "outlet"] == FORMULA
    with (hostile / "clean/documents.csv").open(encoding="utf-8", newline="") as lines:
        assert FORMULA in {row["title"] for row in csv.DictReader(lines)}
    with (hostile / "exports/matrix/matrix.csv").open(encoding="utf-8", newline="") as lines:
        cells = [cell for row in csv.reader(lines) for cell in row]
    assert f"'{FORMULA}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "-")) and not cell[1:].isdigit()]
    tried(
        "Bad input",
        "cells that a spreadsheet would run (`=cmd|…`)",
        "verbatim in the published CSV and Parquet; open the CSV by import as text, not by double click. The matrix of "
        "the exports, which is made for spreadsheets, puts an apostrophe before them",
    )


def test_script_in_texts_titles_and_labels_does_not_run(hostile, tried):
    shown = [hostile / "report/index.html", *hostile.rglob("*.svg"), *hostile.glob("notebooks/*.html")]
    assert len(shown) > 4
    for path in shown:
        page = path.read_text(encoding="utf-8")
        assert "<script>alert(" not in page, path.name
        assert not re.search(r"<img[^>]*onerror", page), path.name
        assert not re.search(r"href\s*=\s*[\"']?\s*javascript:", page, re.IGNORECASE), path.name
    tried(
        "Bad input",
        "script in texts, titles, labels, outlets and addresses",
        "letters in the tables; escaped in the report, the figures and the notebooks' pages: no such tag is in them",
    )
