"""Records and raw files that are not what their name says."""

import gzip
import json
import time

import pyarrow as pa
import pytest

from samestory.binary import binary_kind
from samestory.corpus import read_articles, read_corpus
from samestory.raw_files import RawPart
from samestory.records import Limits
from samestory.schema import InputError

SMALL = Limits(article_mb=0.001, decompressed_mb=0.01)


def articles(folder, limits=SMALL):
    read = read_corpus(folder, limits)
    return list(read_articles(read, tuple(RawPart(file) for file in read.files)))


def refused(folder, limits=SMALL):
    """The message with which a corpus is refused, without the path before the file."""
    with pytest.raises(InputError) as caught:
        articles(folder, limits)
    message = str(caught.value)
    assert str(folder) in message
    return message.replace(f"{folder}/raw/", "")


def line(**record):
    return json.dumps(record) + "\n"


def test_a_text_may_be_empty_and_null_is_no_text(corpus):
    read = articles(corpus({"a.jsonl": line(id=7, text="") + line(id="b", text=None, html="<p>Fog.</p>", title=None)}))
    assert [(a.doc_id, a.format, a.content, a.page) for a in read] == [
        ("7", "text", "", {}),
        ("b", "html", "<p>Fog.</p>", {}),
    ]


def test_half_a_surrogate_pair_is_no_character_and_a_whole_one_is(corpus):
    (article,) = articles(corpus({"a.jsonl": '{"id": "\\ud800", "text": "\\ud83d\\udea2 \\udea2"}\n'}))
    assert (article.doc_id, article.content) == ("\ufffd", "🚢 \ufffd")


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("[" * 200_000, "not a record: JSON nested too deeply"),
        ('{"id": 1, "text": null}', "the object has id; write an object with the keys id (or url) and text (or html)"),
        ('{"id": null, "text": "Fog."}', "id is null; write a text or a whole number"),
        ('{"id": NaN, "text": "Fog."}', "id is NaN; write a text or a whole number"),
        ('{"id": " ", "text": "Fog."}', 'id is " "; write a text or a whole number'),
        ('{"id": true, "text": "Fog."}', "id is true; write a text or a whole number"),
        ('{"id": 1, "text": ["Fog."]}', 'text is ["Fog."]; write a text'),
        (b'{"id": 1, "text": "caf\xe9"}', "not UTF-8; save the file as UTF-8"),
    ],
)
def test_a_record_that_cannot_be_one_is_refused_with_its_place(corpus, record, message):
    assert refused(corpus({"a.jsonl": record}), Limits()) == f"a.jsonl, line 1: {message}"


def test_two_ids_alike_are_refused_with_both_places(corpus):
    said = refused(corpus({"a.jsonl": line(id=1, text="Fog."), "b.jsonl": line(id="1", text="Rain.")}))
    assert said.startswith("b.jsonl, line 1: the doc_id '1' stands in ")
    assert said.endswith("a.jsonl, line 1 already; give each article its own")


def test_a_line_that_is_too_large_is_refused_without_reading_it_whole(corpus):
    said = refused(corpus({"a.jsonl": line(id=1, text="Fog.") + '{"id": 2, "text": "' + "x" * 2_000_000}))
    assert said.startswith("a.jsonl, line 2: one article of more than 0.001 MB; ")


def test_a_file_that_is_too_large_is_refused_before_it_is_opened(corpus):
    folder = corpus({"a.txt": ""})
    with (folder / "raw" / "a.txt").open("wb") as file:
        file.truncate(50_000_000)
    said = refused(folder, Limits())
    assert said.startswith("a.txt: one article of more than 10 MB; a file with many articles is a .jsonl")


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_a_bomb_ends_in_a_message(corpus, name):
    codec = {"gz": "gzip", "zst": "zstd"}[name.rpartition(".")[2]]
    bomb = pa.Codec(codec, compression_level=1).compress(b"\n" * 300_000_000, asbytes=True)
    started = time.process_time()
    said = refused(corpus({name: bomb}))
    assert time.process_time() - started < 1
    assert said.startswith(f"{name}: holds more than 0.01 MB when decompressed; split it, or raise limits.decomp")


def test_a_gzip_bomb_of_one_line_does_too(corpus):
    said = refused(corpus({"a.jsonl.gz": gzip.compress(b"\x00" * 50_000_000, 1)}))
    assert said.startswith("a.jsonl.gz, line 1: one article of more than 0.001 MB")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl.gz", gzip.compress(line(id=1, text="Fog. " * 50).encode(), mtime=0)[:40]),
        ("a.jsonl.gz", b"no gzip"),
        ("a.jsonl.zst", b"no zstd"),
    ],
)
def test_a_broken_archive_says_so(corpus, name, content):
    said = refused(corpus({name: content}))
    assert said.startswith(f"{name}: cannot be decompressed after line 0: ")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a Word, OpenDocument or ZIP file"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (bytes(range(256)) * 3, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_is(corpus, content, kind):
    said = refused(corpus({"a.txt": content}))
    assert said == f"a.txt: {kind}, not text; convert the file or move it out"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "The café closed.\x00\x01\x02".encode(),
        "Nebel über dem Hafen".encode("cp1252"),
        "Туман над портом".encode("koi8-r"),
        "港口因大雾关闭".encode("gb18030"),
        "Fog closed the port.".encode("utf-16"),
        b"\x01\x02\x03",
    ],
)
def test_text_in_any_encoding_is_no_binary_file(content):
    assert binary_kind(content) is None
