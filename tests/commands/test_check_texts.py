"""A reader's own copies against the checksums of a run."""

import hashlib
import json

import pytest

from samestory.command import main
from samestory.contract import Table
from samestory.exports.public_tables import TEXTS_COLUMNS, PublicTable, texts_table, write_public
from samestory.tables import build

ARTICLES = {"a": "The ferry “Anna” was adrift.\n", "b": "Nobody was hurt – at all.\n"}


@pytest.fixture
def texts(tmp_path):
    """texts.csv of a run over two articles."""
    documents = [
        {
            "doc_id": doc, "file": f"{doc}.txt", "label": doc, "role": "article", "n_chars": len(text), "n_words": 5,
            "encoding": "utf-8", "sha256": hashlib.sha256(text.encode()).hexdigest(),
        }
        for doc, text in ARTICLES.items()
    ]  # fmt: skip
    rows = [{"doc_id": doc, "text": text} for doc, text in ARTICLES.items()]
    tables = {"clean/texts": build("clean/texts", rows), "clean/documents": build("clean/documents", documents)}
    frame = texts_table(tables)
    write_public(
        tmp_path / "run/texts.csv", PublicTable(Table("texts", "", ("doc_id",), TEXTS_COLUMNS, ()), lambda: [frame])
    )
    return tmp_path / "run"


@pytest.fixture
def check(tmp_path, texts, capsys):
    """Write copies, check them, and give the exit status and what was said."""

    def run(copies, folder="mine"):
        for name, content in copies.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        status = main(["check-texts", str(tmp_path / folder), "--texts", str(texts)])
        return status, capsys.readouterr()

    return run


def test_the_same_files_whatever_they_are_called(check):
    status, said = check({"raw/one.txt": ARTICLES["b"], "raw/two.txt": ARTICLES["a"], "raw/notes.docx": b"PK"})
    assert status == 0
    assert said.out.splitlines() == [
        "a: same file (two.txt): the same bytes",
        "b: same file (one.txt): the same bytes",
        "2 of 2 texts are the same.",
    ]


def test_another_encoding_is_the_same_text_other_line_ends_are_not(check):
    status, said = check({"a.txt": ARTICLES["a"].encode("utf-16"), "b.txt": ARTICLES["b"].replace("\n", "\r\n")})
    assert status == 1
    assert "b: same words (b.txt)" in said.out


def test_a_record_is_the_same_text(check):
    lines = "".join(json.dumps({"id": doc, "text": text}) + "\n" for doc, text in ARTICLES.items())
    status, said = check({"all.jsonl": lines})
    assert status == 0
    assert "a: same text (all.jsonl)" in said.out


def test_other_words_and_a_missing_article(check):
    status, said = check({"a.txt": "Something else."})
    assert status == 1
    assert "a: another text (a.txt): a file of this name with other words" in said.out
    assert "b: missing: no copy of it" in said.out
    assert "0 of 2 texts are the same." in said.out


@pytest.mark.parametrize(
    ("copies", "message"), [({}, "there is no such folder"), ({"notes.docx": b"PK"}, "no articles")]
)
def test_a_mistake_is_told_in_one_line(check, copies, message):
    status, said = check(copies)
    assert status == 1
    assert message in said.err
    assert said.err.startswith("samestory: ")
    assert said.err.count("\n") == 1


def test_what_is_no_texts_csv_is_refused(tmp_path, capsys, monkeypatch):
    (tmp_path / "a.csv").write_text("doc_id,file\na,a.txt\n")
    assert main(["check-texts", str(tmp_path), "--texts", str(tmp_path / "a.csv")]) == 1
    assert "lacks sha256, text_sha256, words_sha256" in capsys.readouterr().err
    monkeypatch.chdir(tmp_path)
    assert main(["check-texts", str(tmp_path)]) == 1
    assert "there is no run" in capsys.readouterr().err
