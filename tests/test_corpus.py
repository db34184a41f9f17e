import gzip
import json

import pyarrow as pa
import pytest

from samestory import raw_files
from samestory.corpus import find_corpus, read_articles, read_corpus, read_settings, refuse_rows_of_no_record
from samestory.raw_files import RawPart, plan_shards
from samestory.schema import InputError


def articles(folder, articles_per_shard=100):
    read = read_corpus(folder)
    return [article for shard in plan_shards(read.files, articles_per_shard) for article in read_articles(read, shard)]


def test_raw_alone_is_a_corpus_and_a_file_name_its_article_id(corpus):
    read = articles(corpus({"ferry.txt": "The ferry is late.\r\n", "Bürgersteig 2.html": "<p>Wet.</p>"}))
    assert [(a.doc_id, a.format, a.content) for a in read] == [
        ("Bürgersteig 2", "html", b"<p>Wet.</p>"),
        ("ferry", "text", b"The ferry is late.\r\n"),
    ]


def test_articles_csv_adds_what_is_known_and_an_unlisted_file_stays(corpus):
    table = "doc_id,file,outlet,published\n007,a.txt,The Bell,2024-02-03\n"
    read = articles(corpus({"a.txt": "A", "b.txt": "B"}, **{"articles.csv": table}))
    assert [(a.doc_id, dict(a.given)) for a in read] == [
        ("007", {"outlet": "The Bell", "published": "2024-02-03"}),
        ("b", {}),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_articles_csv_is_read_as_a_spreadsheet_saves_it(corpus, separator):
    rows = [["file", "outlet", "title", ""], ["a.txt", "Bürgersteig", '"Fog, again; late"', ""], ["", "", "", ""]]
    table = "\ufeff" + "".join(separator.join(row) + "\r\n" for row in rows)
    (read,) = articles(corpus({"a.txt": "A"}, **{"articles.csv": table}))
    assert dict(read.given) == {"outlet": "Bürgersteig", "title": "Fog, again; late"}


def test_records_come_whole_however_small_the_shards(corpus, monkeypatch):
    monkeypatch.setattr(raw_files, "BYTES_PER_RECORD", 11)
    lines = [json.dumps({"id": number, "text": "é" * number}, ensure_ascii=False) for number in range(40)]
    folder = corpus({"a.jsonl": "\n".join(lines) + "\n", "z.jsonl.gz": gzip.compress(b'{"id": "z", "text": ""}')})
    for size in (1, 3, 10, 1000):
        assert [a.doc_id for a in articles(folder, size)] == [*map(str, range(40)), "z"]


def test_zstandard_and_pages_in_records(corpus):
    lines = (
        '{"id": 1, "text": "Fog."}\n\n{"id": "b", "html": "<p>Wet.</p>", "text": ""}\n{"id": 3, "text": "\\ud83d"}\n'
    )
    packed = pa.Codec("zstd").compress(lines.encode(), asbytes=True)
    read = articles(corpus({"A.JSONL.ZST": packed}))
    assert [(a.doc_id, a.format, a.content) for a in read] == [
        ("1", "text", "Fog."), ("b", "html", "<p>Wet.</p>"), ("3", "text", "\ufffd")
    ]  # fmt: skip


def test_a_broken_archive(corpus):
    packed = gzip.compress(b'{"id": 1, "text": "' + bytes(range(65, 91)) * 2000 + b'"}')
    with pytest.raises(InputError, match=r"a\.jsonl\.gz: cannot be decompressed after line 0"):
        articles(corpus({"a.jsonl.gz": packed[:40]}))


def test_a_record_carries_what_its_page_says_and_what_the_table_says(corpus):
    record = {"id": 5, "text": "Fog.", "outlet": "Harbour Post", "url": "https://example.org/5"}
    table = "doc_id,file,outlet\n5,a.jsonl,The Harbour Post\n"
    (article,) = articles(corpus({"a.jsonl": json.dumps(record)}, **{"articles.csv": table}))
    assert (article.given, article.page) == (
        {"outlet": "The Harbour Post"},
        {"outlet": "Harbour Post", "url": "https://example.org/5"},
    )


def test_shards_hold_the_number_of_articles_asked_for(corpus):
    folder = corpus({f"{number}.txt": "x" for number in range(7)})
    assert [len(shard) for shard in plan_shards(read_corpus(folder).files, 3)] == [3, 3, 1]


@pytest.mark.parametrize(
    ("raw", "others", "complaint"),
    [
        ({}, {}, "no articles; put .txt, .html or .jsonl files there"),
        ({"a.pdf": b"%PDF"}, {}, r"a\.pdf: not an article"),
        ({"a.txt": "", "a.html": ""}, {}, "'a.html' and 'a.txt' have the same doc_id 'a'"),
        ({"a.txt": ""}, {"articles.csv": "file\nb.txt\n"}, r"articles\.csv, line 2: file is 'b\.txt', but there is no"),
        ({"a.txt": ""}, {"articles.csv": "file\n../../etc/passwd\n"}, "but there is no such file"),
        ({"a.txt": ""}, {"articles.csv": "file\na.txt\na.txt\n"}, r"line 3: file 'a\.txt' stands in line 2 al"),
        ({"a.txt": ""}, {"articles.csv": "file,publisher\na.txt,Bell\n"}, "line 1: unknown column 'publisher'; col"),
        ({"a.txt": ""}, {"articles.csv": "file,outlet,outlet\na.txt,Bell,\n"}, "line 1: two columns 'outlet'; k"),
        ({"a.txt": ""}, {"articles.csv": "file\na.txt,Bell\n"}, "more cells than the header"),
        ({"a.txt": ""}, {"articles.csv": "doc_id\n1\n"}, "csv, line 1: no column 'file'; the first line"),
        ({"a.txt": ""}, {"articles.csv": "a.txt,Bell\n"}, "line 1: no column 'file'"),
        ({"a.txt": ""}, {"articles.csv": "file,outlet\n,Bell\n"}, "line 2: the file lacks 'file'"),
        ({"a.txt": ""}, {"articles.csv": "file,role\na.txt,blog\n"}, "role is 'blog'; write one of article, agency_or"),
        ({"a.txt": ""}, {"articles.csv": "file,published\na.txt,3 Feb\n"}, "published is '3 Feb'; write a date"),
        ({"a.txt": ""}, {"articles.csv": "file,published\na.txt,2024-02-30\n"}, "there is no such day or time"),
        ({"a.txt": ""}, {"articles.csv": "file,published\na.txt,2024-13\n"}, "'2024-13', but there is no such day"),
        ({"a.txt": ""}, {"articles.csv": "file,published\na.txt,2024-02-03T25:00\n"}, "no such day or time"),
        ({"a.txt": ""}, {"corpus.yaml": "event:\n  date: 2024-02-30\n"}, "date is '2024-02-30', but there is"),
        ({"a.txt": ""}, {"corpus.yaml": "tittle: x\n"}, "yaml, line 1: unknown key 'tittle'; did you mean 'title'"),
        ({"a.txt": ""}, {"corpus.yaml": "name: 7up\n"}, "write a name that begins with a letter"),
        ({"a.txt": ""}, {"corpus.yaml": "event:\n  date: 8 Dec\n"}, r"line 2: event\.date is '8 Dec'; write a date"),
        ({"a.txt": ""}, {"corpus.yaml": "name: [a\n"}, "not valid YAML"),
        (
            {"a.jsonl": '{"id": 1, "text": ""}'},
            {"articles.csv": "doc_id,file\n1,a.jsonl\n1,a.jsonl\n"},
            r"articles\.csv, line 3: the record '1' of 'a\.jsonl' stands in line 2 already; keep one of the rows",
        ),
        (
            {"a.jsonl": '{"id": 1, "text": ""}'},
            {"articles.csv": "file,outlet\na.jsonl,Bell\n"},
            r"articles\.csv, line 2: doc_id is empty; 'a\.jsonl' holds records: write the id",
        ),
        (
            {"1.txt": "", "a.jsonl": '{"id": 1, "text": ""}'},
            {"articles.csv": "doc_id,file\n1,a.jsonl\n"},
            "'1.txt' and 'a.jsonl' have the same doc_id '1'",
        ),
        ({"a.jsonl": "{"}, {}, r"a\.jsonl, line 1: not JSON"),
        ({"a.jsonl": '{"id": 1}'}, {}, "the object has id; write an object with the keys id"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_file_and_key(corpus, raw, others, complaint):
    with pytest.raises(InputError, match=complaint):
        articles(corpus(raw, **others))


def test_a_row_of_articles_csv_without_its_record_is_refused(corpus):
    table = "doc_id,file\n1,a.jsonl\n3,a.jsonl\n4,a.jsonl\n"
    read = read_corpus(corpus({"a.jsonl": '{"id": 1, "text": ""}'}, **{"articles.csv": table}))
    with pytest.raises(InputError, match=r"csv, line 3: 'a\.jsonl' has no record '3' \(nor 1 other that"):
        refuse_rows_of_no_record(read, [("a.jsonl", "1")])
    refuse_rows_of_no_record(read, [("a.jsonl", "1"), ("a.jsonl", "3"), ("a.jsonl", "4")])


def test_a_line_is_numbered_in_the_file_however_it_is_parted(corpus):
    lines = "".join(json.dumps({"id": number, "text": "Fog."}) + "\n" for number in range(100)) + "{\n"
    read = read_corpus(corpus({"a.jsonl": lines}))
    for start in (0, 1000, 2000):
        with pytest.raises(InputError, match=r"a\.jsonl, line 101: not JSON"):
            list(read_articles(read, (RawPart("a.jsonl", start, len(lines)),)))


def test_a_corpus_is_named_as_it_says_or_by_its_folder(corpus):
    folder = corpus({}, **{"corpus.yaml": "title: Fog\n"})
    assert read_settings(folder) == ("event", {"title": "Fog"})
    (folder / "corpus.yaml").write_text("name: fog\n", encoding="utf-8")
    assert read_settings(folder)[0] == "fog"


def test_a_link_out_of_the_corpus_is_refused(corpus, tmp_path):
    folder = corpus({"a.txt": ""})
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "raw" / "b.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(InputError, match="leads out of the corpus"):
        read_corpus(folder)


def test_a_folder_without_raw_says_what_to_make(tmp_path):
    with pytest.raises(InputError, match=r"no folder raw/; make it"):
        read_corpus(tmp_path)


@pytest.mark.parametrize(
    ("setting", "complaint"),
    [("000", "begins with a letter"), ("ferry", "no folder .*; under corpora/ are tram"), ("./ferry", "no folder")],
)
def test_a_corpus_is_found_by_name_or_path(tmp_path, setting, complaint):
    (tmp_path / "corpora" / "tram" / "raw").mkdir(parents=True)
    assert find_corpus("tram", tmp_path) == find_corpus(f"{tmp_path}/corpora/tram", tmp_path)
    with pytest.raises(InputError, match=complaint):
        find_corpus(setting, tmp_path)


def test_a_records_date_is_read_in_any_form_and_left_out_where_it_is_none(corpus):
    dates = {"a": "Mon, 18 Nov 2024 20:11:00 GMT", "b": 1731974400, "c": "11/19/2024", "d": "last week", "e": None}
    lines = "".join(json.dumps({"id": key, "text": "Fog.", "published": date}) + "\n" for key, date in dates.items())
    read = read_articles(read_corpus(corpus({"a.jsonl": lines})), (RawPart("a.jsonl"),))
    assert [article.page.get("published") for article in read] == [
        "2024-11-18T20:11+00:00", "2024-11-19", "2024-11-19", None, None,
    ]  # fmt: skip


def test_a_record_without_an_id_has_its_address(corpus):
    line = json.dumps({"url": "https://bell.example/1", "html": "<p>Fog.</p>"}) + "\n"
    (article,) = read_articles(read_corpus(corpus({"a.jsonl": line})), (RawPart("a.jsonl"),))
    assert (article.doc_id, article.format) == ("https://bell.example/1", "html")
