"""Records: the lines of a JSONL file, plain or compressed, each an object with an id (or its address) and a text."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samestory.schema import InputError

COMPRESSED = {".gz": "gzip", ".zst": "zstd"}
MB = 1_000_000
# A crawl knows its articles by their addresses.
ID_KEYS = ("id", "url")
WANTED = "write an object with the keys id (or url) and text (or html)"
# JSON can write half a surrogate pair, which is no character and stands in no UTF-8 file.
HALF_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Limits:
    """What is refused, so that a mistaken or malicious file ends in a message and not in a full memory.

    Attributes:
        article_mb: the largest article, in MB: a .txt or .html file, or a line of a JSONL file.
        decompressed_mb: the most that a compressed JSONL file may hold, in MB.
    """

    article_mb: float = 10
    decompressed_mb: float = 2000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: the file, and its number among the lines from a byte on.

    A part of a large file is read without what stands before it; the lines there are counted when the place is said.
    """

    path: Path
    number: int
    after: int = 0

    def __str__(self) -> str:
        return f"{self.path}, line {self.number + (lines_before(self.path, self.after) if self.after else 0)}"


def lines_before(path: Path, byte: int) -> int:
    """Count the lines of a file that end before a byte."""
    lines = 0
    with path.open("rb") as stream:
        while byte > 0 and (block := stream.read(min(byte, MB))):
            lines += block.count(b"\n")
            byte -= len(block)
    return lines


@dataclass(frozen=True)
class Record:
    """A record: its line as it stands in the file, where that is, and what it says."""

    line: bytes
    where: Place
    doc_id: str
    fields: dict[str, str]


def read_records(path: Path, start: int, end: int | None, limits: Limits) -> Iterator[Record]:
    """Read the records that begin between two bytes; of a compressed file all of them.

    Raises:
        InputError: a line is no JSON object with an id (or url) and a text (or html), is too large, or cannot be
            decompressed; the message names the file and the line.
    """
    lines = _compressed(path, limits) if path.suffix.lower() in COMPRESSED else _plain(path, start, end, limits)
    for place, line in lines:
        if line.strip():
            doc_id, fields = _read(line, place)
            yield Record(line.rstrip(b"\r\n"), place, doc_id, fields)


def _read(line: bytes, where: Place) -> tuple[str, dict[str, str]]:
    """Give a record's id and its fields that are not null, as text."""
    try:
        record = json.loads(line)
    except UnicodeDecodeError:
        raise InputError(f"{where}: not UTF-8; save the file as UTF-8") from None
    except RecursionError:
        raise InputError(f"{where}: not a record: JSON nested too deeply") from None
    except ValueError as error:
        raise InputError(f"{where}: not JSON: {error}") from None
    if not isinstance(record, dict):
        raise InputError(f"{where}: {json.dumps(record)[:60]}; {WANTED}")
    named = next((key for key in ID_KEYS if record.get(key) is not None), "id")
    if named not in record or all(record.get(key) is None for key in ("text", "html")):
        filled = ", ".join(key for key, value in record.items() if value is not None)
        raise InputError(f"{where}: the object has {filled[:200] or 'nothing'}; {WANTED}")
    doc_id = record[named]
    if isinstance(doc_id, bool) or not isinstance(doc_id, str | int) or not str(doc_id).strip():
        raise InputError(f"{where}: {named} is {json.dumps(doc_id)[:60]}; write a text or a whole number")
    for key in ("text", "html"):
        if record.get(key) is not None and not isinstance(record[key], str):
            raise InputError(f"{where}: {key} is {json.dumps(record[key])[:60]}; write a text")
    return _characters(doc_id), {str(key): _characters(value) for key, value in record.items() if value is not None}


def _characters(value: Any) -> str:
    """Give a value as text that UTF-8 can write."""
    text = str(value)
    return text if text.isascii() else HALF_PAIR.sub("\ufffd", text)


def _plain(path: Path, start: int, end: int | None, limits: Limits) -> Iterator[tuple[Place, bytes]]:
    """Yield the lines that begin between two bytes, each with its place."""
    with path.open("rb") as stream:
        if start:
            stream.seek(start - 1)
            stream.readline()
        first, number = stream.tell(), 0
        while end is None or stream.tell() < end:
            number += 1
            place = Place(path, number, first)
            line = _line(stream, limits, place)
            if not line:
                return
            yield place, line


def _compressed(path: Path, limits: Limits) -> Iterator[tuple[Place, bytes]]:
    """Yield the lines of a compressed file, each with its place."""
    import pyarrow as pa

    number, size = 0, 0
    try:
        with pa.CompressedInputStream(pa.OSFile(str(path)), COMPRESSED[path.suffix.lower()]) as opened:
            stream = io.BufferedReader(opened)
            while line := _line(stream, limits, Place(path, number + 1)):
                number += 1
                size += len(line)
                if size > limits.decompressed_mb * MB:
                    raise InputError(
                        f"{path}: holds more than {limits.decompressed_mb:g} MB when decompressed; split it, or raise "
                        "limits.decompressed_mb in the config"
                    )
                yield Place(path, number), line
    except OSError as error:
        raise InputError(f"{path}: cannot be decompressed after line {number}: {error}; fetch the file anew") from None


def _line(stream: io.BufferedIOBase, limits: Limits, place: Place) -> bytes:
    """Read a line that is no larger than an article may be."""
    most = int(limits.article_mb * MB)
    line = stream.readline(most + 1)
    if len(line) > most:
        raise InputError(f"{place}: {too_large(limits)}")
    return line


def too_large(limits: Limits) -> str:
    """Say that an article is too large, and what to do."""
    return (
        f"one article of more than {limits.article_mb:g} MB; a file with many articles is a .jsonl with a line for "
        "each; raise limits.article_mb in the config if it is indeed one article"
    )
