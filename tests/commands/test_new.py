"""``samestory new``: what strangers bring, and what becomes of it."""

import csv
import json

import pytest

from samestory.command import main
from samestory.commands.new import make_corpus
from samestory.commands.new_metadata import read_metadata
from samestory.commands.new_outlets import outlet_in_foot
from samestory.corpus import read_corpus
from samestory.schema import InputError

REPORT = "Ferry adrift\n\nBy Ana Lund\n14 May 2024 10:05\n\nThe ferry lost power on Tuesday and drifted.\n"
PAGE = """<html><head><title>Ferry adrift</title><meta property="og:site_name" content="Tideline Today"></head><body>
<nav>Home</nav><article><h1>Ferry adrift off the cape</h1><p>The ferry lost power on Tuesday and drifted for six hours
before two tugs brought it back to port, the coastguard said.</p><p>Nobody was hurt, and the line will refund every
ticket that was sold for the crossing, it said in a statement.</p></article></body></html>"""


@pytest.fixture
def given(tmp_path):
    """Make a folder of files as somebody brings them, and the folder corpora/ beside it."""
    (tmp_path / "corpora").mkdir()

    def make(files):
        for name, content in files.items():
            path = tmp_path / "given" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / "given"

    return make


def new(folder, name="ferry"):
    """Make a corpus and give its folder, the rows of articles.csv by file, and what was said."""
    corpora = folder.parent / "corpora"
    said = "\n".join(make_corpus(name, [folder], corpora))
    with (corpora / name / "articles.csv").open(encoding="utf-8", newline="") as lines:
        rows = {row["file"]: row for row in csv.DictReader(lines)}
    return corpora / name, rows, said


def test_outlet_and_date_come_from_what_the_text_prints(given):
    _, rows, said = new(given({"a.txt": REPORT + "\n© 2024 The Sallow Observer. All rights reserved.\n"}))
    assert rows["a.txt"] == {
        **dict.fromkeys(["title", "url", "event", "role", "byline"], ""),
        "doc_id": "a",
        "file": "a.txt",
        "outlet": "The Sallow Observer",
        "label": "The Sallow Observer",
        "published": "2024-05-14T10:05",
        "published_basis": "printed",
    }
    assert "the date as printed in a.txt" in said


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("police-statement.txt", REPORT, True),
        ("Harbour Line communiqué 3.txt", REPORT, True),
        ("a.txt", f"PRESS RELEASE\n\n{REPORT}", True),
        ("a.txt", f"For immediate release: 14 May 2024\n\n{REPORT}", True),
        ("understatement.txt", REPORT, False),
        ("a.txt", f"{REPORT}\nThe line said so in a press release.\n", False),
        ("a.txt", "Press release tells of ferry adrift for six hours off the cape last Tuesday\n", False),
    ],
)
def test_what_may_be_a_press_statement_is_asked_about(given, name, text, named):
    _, rows, said = new(given({name: text}))
    assert (f"{name} may be a press statement and no article" in said) == named
    assert rows[name]["role"] == ""


def test_an_article_in_another_language_is_named(given):
    german = (
        "Die Fähre trieb am Dienstag sechs Stunden lang vor dem Kap, bevor zwei Schlepper sie in den Hafen brachten. "
        "Nach Angaben der Küstenwache wurde niemand verletzt. Die Reederei will jeden Fahrschein erstatten, der für "
        "die Überfahrt verkauft wurde, sagte ein Sprecher am Abend im Hafen der Stadt.\n"
    )
    _, _, said = new(given({"a.txt": f"Fähre in Not\n\n{german}", "b.txt": REPORT}))
    assert "claims are read in English only, overlap in any language; not in English: a.txt\n" in said


def test_a_year_behind_the_name_is_no_part_of_the_outlet():
    assert outlet_in_foot("Copyright The Bell 2019-2024", set()) == "The Bell"
    assert outlet_in_foot("© The Bell Ltd 2024", set()) == "The Bell"


def test_a_news_agency_is_no_outlet(given):
    _, rows, said = new(given({"a.txt": REPORT + "\n© 2024 Reuters\n"}))
    assert rows["a.txt"]["outlet"] == ""
    assert "no outlet for a.txt; each counts as an outlet of its own" in said


def test_the_name_of_the_site_comes_from_the_page(given):
    _, rows, _ = new(given({"a.html": PAGE}))
    assert rows["a.html"]["outlet"] == "Tideline Today"


@pytest.mark.parametrize(
    ("title", "foot"),
    [
        ("Ferry adrift off the cape | News | Tideline Today", ""),
        ("Ferry adrift off the cape &#8211; Tideline Today", ""),
        (
            "Ferry adrift",
            "<footer><p>© 2024 Tideline Today Ltd. All rights reserved. <a href='/p'>Privacy</a></p></footer>",
        ),
    ],
)
def test_the_name_of_the_site_comes_from_the_pages_title_or_footer(given, title, foot):
    page = PAGE.replace('<meta property="og:site_name" content="Tideline Today">', "")
    page = page.replace("<title>Ferry adrift<", f"<title>{title}<").replace("</body>", f"{foot}</body>")
    _, rows, _ = new(given({"a.html": page}))
    assert rows["a.html"]["outlet"] == "Tideline Today"


@pytest.mark.parametrize("title", ["Ferry adrift off the cape", "Ferry - adrift", "Ferry adrift off the cape, again"])
def test_a_title_without_a_site_names_no_outlet(given, title):
    page = PAGE.replace('<meta property="og:site_name" content="Tideline Today">', "")
    _, rows, _ = new(given({"a.html": page.replace("<title>Ferry adrift<", f"<title>{title}<")}))
    assert rows["a.html"]["outlet"] == ""


def test_what_a_browser_saves_beside_a_page_is_no_article(given):
    files = {"Ferry (2).html": PAGE, "Ferry (2)_files/saved_resource.html": PAGE, "Ferry (2)_files/ad.js": "1"}
    files |= {"Fähre.htm": PAGE + " ", "Fähre-Dateien/x/frame.html": PAGE, "Fog_notes/a.txt": REPORT}
    _, rows, said = new(given(files))
    assert set(rows) == {"Ferry (2).html", "Fähre.htm", "Fog_notes/a.txt"}
    assert "- left out: Ferry (2)_files/: what the browser saved beside a page" in said
    assert "ad.js" not in said


def test_the_records_of_a_small_file_have_rows_to_fill_in(given):
    records = [
        {"url": "https://bell.example/1", "html": PAGE, "published": "14 May 2024"},
        {"url": "https://bell.example/2", "text": "Fog closed the port.\n\n© 2024 The Bell"},
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    corpus, _, said = new(given({"crawl 1.jsonl": lines}))
    assert (corpus / "articles.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "https://bell.example/1,crawl 1.jsonl,Tideline Today,2024-05-14,metadata,,,Tideline Today,,,",
        "https://bell.example/2,crawl 1.jsonl,The Bell,,,,,The Bell,,,",
    ]
    assert "1 file in raw/" in said
    assert "no published for crawl 1.jsonl, https://bell.example/2;" in said


def test_a_table_of_articles_is_taken_over_whatever_its_columns_are_called(given):
    table = (
        "\ufeffFilename;Publisher;Publication Date;Headline;Link;id;Author\n"
        "texts\\a.txt;Port Sallow Courier;Tue, 14 May 2024 16:52:00 +0200;Ferry adrift;https://courier.example/1;1;Voss\n"
        "b.html;;2024-05-15 00:00:00;;https://www.tideline.example/2;2;\n"
    )
    corpus, rows, said = new(given({"a.txt": REPORT, "b.html": PAGE, "list.csv": table}))
    assert rows["a.txt"]["outlet"] == "Port Sallow Courier"
    assert rows["a.txt"]["published"] == "2024-05-14T16:52+02:00"
    assert rows["a.txt"]["published_basis"] == "metadata"
    assert rows["a.txt"]["title"] == "Ferry adrift"
    assert rows["a.txt"]["doc_id"] == "1"
    assert rows["b.html"]["published"] == "2024-05-15"
    assert rows["b.html"]["url"] == "https://www.tideline.example/2"
    assert rows["b.html"]["outlet"] in {"tideline.example", "Tideline Today"}
    assert (corpus / "from_list.csv").read_text(encoding="utf-8") == table
    assert "list.csv: columns not taken over: Author; rename one if articles.csv needs it" in said


def test_what_a_table_says_that_cannot_be_used_is_told(given):
    table = 'file,date,role,id\na.txt,03/04/2024,"main, really",0f2f0f6a-98b1-4f0e-8d53-8f1d6f0a54b2\ngone.txt,,,x\n'
    _, rows, said = new(given({"a.txt": "Fog closed the port.", "list.csv": table}))
    assert (rows["a.txt"]["doc_id"], rows["a.txt"]["published"], rows["a.txt"]["role"]) == ("a", "", "")
    assert "list.csv: a date that is none, or may be two, is left out: '03/04/2024'" in said
    assert "list.csv: the role 'main, really' is left out" in said
    assert "list.csv: rows about files that are not there, such as 'gone.txt'" in said


def test_a_table_about_other_things_is_told_and_not_used(tmp_path):
    (tmp_path / "prices.csv").write_text("fish,price\ncod,4\n")
    assert read_metadata(tmp_path / "prices.csv", ["a.txt"]) == (
        {},
        ["prices.csv: left out; none of its columns names a file"],
    )


def test_a_table_in_another_language_is_taken_over_with_its_dates(given):
    table = (
        "\ufeffNr.;Datei;Zeitung;Datum;Überschrift;Anmerkung\r\n"
        '1;a.txt;Süddeutscher Bote;11.03.2025 10:42;Fähre treibt; "lang; lokal"\r\n'
        "2;b.html;Der Abend;11. März 2025;;\r\n;;;;;\r\n"
    )
    _, rows, said = new(given({"a.txt": REPORT, "b.html": PAGE, "Übersicht.csv": table}))
    assert (rows["a.txt"]["outlet"], rows["a.txt"]["published"]) == ("Süddeutscher Bote", "2025-03-11T10:42")
    assert rows["a.txt"]["title"] == "Fähre treibt"
    assert (rows["b.html"]["outlet"], rows["b.html"]["published"]) == ("Der Abend", "2025-03-11")
    assert "Übersicht.csv: columns not taken over: Nr., Anmerkung; rename one if articles.csv needs it" in said


def test_the_order_of_day_and_month_is_that_of_the_whole_table(given):
    table = "file,date\na.txt,03/04/2024\nb.html,03/25/2024\n"
    _, rows, _ = new(given({"a.txt": REPORT, "b.html": PAGE, "list.csv": table}))
    assert rows["a.txt"]["published"] == "2024-03-04"
    assert rows["b.html"]["published"] == "2024-03-25"


def test_every_date_that_is_read_is_one_that_articles_csv_takes(given):
    cells = ["2024-05-14T21:13:07.5+01:00", "Tue, 14 May 2024 16:52:00 -0730", "20240514", "2024-W20-2", "2024"]
    files = {f"{n}.txt": REPORT for n in range(len(cells))}
    table = "file,date\n" + "".join(f'{n}.txt,"{cell}"\n' for n, cell in enumerate(cells))
    corpus, rows, _ = new(given({**files, "list.csv": table}))
    read_corpus(corpus)
    assert all(row["published"].startswith("2024") for row in rows.values())


def test_the_corpus_that_is_made_can_be_read_and_the_raw_files_are_the_same_bytes(given):
    odd = b"\xff\x00caf\xe9\r\n"
    folder = given({"one/a.txt": REPORT, "two/a.txt": odd, "r.jsonl": '{"id": 1, "text": "Fog."}\n', "x.pdf": b"%PDF"})
    corpus, rows, said = new(folder)
    assert set(read_corpus(corpus).files) == {"one/a.txt", "two/a.txt", "r.jsonl"}
    assert (corpus / "raw/two/a.txt").read_bytes() == odd
    assert {row["doc_id"] for row in rows.values()} == {"1", "one-a", "two-a"}
    assert "left out: x.pdf: no .txt, .html or .jsonl; convert it if it holds an article" in said
    assert "--config corpus=" in said


def test_the_settings_file_it_writes_is_valid_and_its_comments_are_too(given):
    corpus, _, _ = new(given({"a.txt": REPORT}))
    text = (corpus / "corpus.yaml").read_text(encoding="utf-8")
    first, _, rest = text.partition("name: ferry\n")
    uncommented = "".join(
        line.removeprefix("# ") if ":" in line and (line.startswith("#   ") or line[2:3].islower()) else line
        for line in rest.splitlines(keepends=True)
    )
    (corpus / "corpus.yaml").write_text(first + "name: ferry\n" + uncommented, encoding="utf-8")
    settings = read_corpus(corpus).settings
    assert settings["event"]["date"] == "2024-05-14"
    assert settings["selection"]["excluded"] == 35
    assert settings["agencies"] == ["Tarn Wire"]


def test_nothing_is_written_over(given):
    folder = given({"a.txt": REPORT})
    corpus, _, _ = new(folder)
    (corpus / "articles.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="ferry exists, and nothing is written over"):
        new(folder)
    assert (corpus / "articles.csv").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a.pdf": b"%PDF"}, "no articles; they end in .txt"),
        ({"more/a.txt": b"%PDF-1.7"}, r"given/more/a\.txt: a PDF, not text; convert the file or move it out"),
        ({"a.jsonl": '{"headline": "Fog"}\n'}, "given/a.jsonl, line 1: the object has"),
        ({"a.jsonl": "Fog."}, "not JSON"),
    ],
)
def test_what_cannot_be_a_corpus_leaves_nothing_behind(given, files, message):
    folder = given(files)
    with pytest.raises(InputError, match=message):
        new(folder)
    assert list((folder.parent / "corpora").iterdir()) == []


def test_links_are_not_followed(given, tmp_path):
    folder = given({"a.txt": REPORT})
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    corpus, rows, said = new(folder)
    assert list(rows) == ["a.txt"]
    assert not (corpus / "raw/b.txt").exists()
    assert "b.txt: a link" in said


def test_what_a_person_should_check_is_said(given):
    copy = {
        "a.txt": REPORT,
        "b.txt": REPORT,
        "empty.txt": "",
        "broken.txt": b"Fog \xff\xfe\x81 closed " + "né".encode() * 30,
    }
    table = "file,date\na.txt,2024-05-14\nb.txt,2019-01-01\n"
    _, _, said = new(given({**copy, "list.csv": table}))
    assert "- no text found in empty.txt" in said
    assert "- letters that could not be decoded in broken.txt" in said
    assert "- the same bytes: a.txt, b.txt" in said
    assert "- dates run from 2019-01-01 to 2024-05-14: are all articles about one event?" in said
    assert "corpus.yaml: the event, how the articles were chosen, and the rights" in said


def test_the_command_says_what_it_did_and_ends_a_mistake_in_one_message(given, capsys, monkeypatch):
    folder = given({"a.txt": REPORT})
    monkeypatch.chdir(folder.parent)
    assert main(["new", "ferry", "--from", "given"]) == 0
    assert "snakemake --cores 4 --config corpus=ferry\n" in capsys.readouterr().out
    assert main(["new", "ferry", "--from", "given"]) == 1
    assert capsys.readouterr().err.startswith("samestory: corpora/ferry exists")
    assert main(["new", "tram", "--from", "given/a.txt", "--to", "nowhere"]) == 1
    assert "nowhere: there is no such folder" in capsys.readouterr().err


def test_addresses_are_no_articles(given, monkeypatch, capsys):
    _, _, said = new(given({"a.txt": REPORT, "list.txt": "https://example.org/a\nhttps://example.org/b\n"}))
    assert "- addresses and no article in list.txt; save the pages themselves, as .html" in said
    monkeypatch.chdir(given({}).parent)
    assert main(["new", "tram", "--from", "https://example.org/a"]) == 1
    assert "an address, and nothing is fetched; save the page as .html" in capsys.readouterr().err


def test_a_table_is_read_as_data(given):
    table = json.dumps("=cmd|' /C calc'!A0")
    _, rows, _ = new(given({"a.txt": REPORT, "list.csv": f"file,outlet\na.txt,{table}\n"}))
    assert rows["a.txt"]["outlet"] == "=cmd|' /C calc'!A0"


def test_the_guide_shows_what_the_command_says(tmp_path, root, monkeypatch, capsys):
    guide = (root / "docs/your-own-event.md").read_text(encoding="utf-8")
    assert "\nuv run --locked samestory new my-ferry --from corpora/ferry-drift/raw\n" in guide
    (tmp_path / "corpora").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-ferry", "--from", str(root / "corpora/ferry-drift/raw")]) == 0
    said = capsys.readouterr().out
    assert f"```\n{said}```\n" in guide
    assert f"{said.rpartition('Then: ')[2]}" in guide


def test_an_archive_is_to_be_unpacked_and_an_address_is_named_as_given(given, monkeypatch, capsys):
    monkeypatch.chdir(given({"a.zip": "PK"}).parent)
    assert main(["new", "tram", "--from", "given/a.zip"]) == 1
    assert "unpack the archive and give its folder" in capsys.readouterr().err
    assert main(["new", "tram", "--from", "https://example.org/a"]) == 1
    assert capsys.readouterr().err.startswith("samestory: https://example.org/a: an address")
