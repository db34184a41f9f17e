"""A corpus folder: its raw files, articles.csv and corpus.yaml, read, checked and dealt into shards."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samestory.schema import InputError, read_yaml, validate

FORMATS = {".txt": "text", ".html": "html", ".htm": "html", ".jsonl": "records"}
COMPRESSED = {".gz": "gzip", ".zst": "zstd"}
# A JSONL file is dealt into shards by its size, so that planning never opens it: an article of news takes some 5 kB.
BYTES_PER_RECORD = 5000
CORPUS_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
PAGE_FIELDS = ("outlet", "published", "title", "url")


@dataclass(frozen=True)
class RawArticle:
    """One article as it came.

    Attributes:
        doc_id: its id.
        file: the raw file, relative to raw/.
        format: ``text`` | ``html``.
        content: the file's bytes; of a JSONL record the string it holds.
        sha256: of the raw file, or of the record's line.
        given: what articles.csv says of it (no empty cells): outlet, published, published_basis, title, url,
            label, event, role.
        page: what the JSONL record says of it: outlet, published, title, url.
    """

    doc_id: str
    file: str
    format: str
    content: bytes | str
    sha256: str
    given: Mapping[str, str] = field(default_factory=dict)
    page: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RawPart:
    """A raw file, or the records of a JSONL file that begin between two bytes."""

    file: str
    start: int = 0
    end: int | None = None


@dataclass(frozen=True)
class Corpus:
    """A corpus folder as it lies on disk.

    Attributes:
        folder: the folder.
        name: its name, which names the results.
        settings: corpus.yaml, or nothing.
        files: the raw files relative to raw/, sorted, with their sizes in bytes.
        articles: the rows of articles.csv (no empty cells) by file, in their order.
    """

    folder: Path
    name: str
    settings: Mapping[str, Any]
    files: Mapping[str, int]
    articles: Mapping[str, tuple[Mapping[str, str], ...]]

    @property
    def raw(self) -> Path:
        """The folder of the raw files."""
        return self.folder / "raw"

    @property
    def megabytes(self) -> float:
        """The size of all raw files in MB."""
        return sum(self.files.values()) / 1e6

    def optional(self, *names: str) -> list[str]:
        """The paths of those of the named files that this corpus has."""
        return [str(self.folder / name) for name in names if (self.folder / name).exists()]


def find_corpus(setting: str, root: Path) -> Path:
    """Give the folder of a corpus: a name under corpora/, or a path.

    Raises:
        InputError: there is no such folder, or the name does not begin with a letter.
    """
    if "/" in setting or setting.startswith((".", "~")):
        folder = Path(setting).expanduser()
    elif CORPUS_NAME.fullmatch(setting):
        folder = root / "corpora" / setting
    else:
        raise InputError(
            f"corpus is {setting!r}; write a name under corpora/ that begins with a letter, or a path with a slash"
        )
    if folder.is_dir():
        return folder
    known = ", ".join(sorted(path.parent.name for path in (root / "corpora").glob("*/raw/"))) or "none"
    raise InputError(f"corpus {setting!r}: there is no folder {folder}; under corpora/ are {known}")


def read_corpus(folder: Path) -> Corpus:
    """Read what a corpus folder holds without opening a raw file.

    Raises:
        InputError: a file is missing, unknown, outside the folder or listed twice; the message says which.
    """
    settings_file = folder / "corpus.yaml"
    settings = (read_yaml(settings_file) or {}) if settings_file.exists() else {}
    validate(settings, "corpus", str(settings_file))
    files = _raw_files(folder / "raw")
    articles = _articles(folder / "articles.csv", files) if (folder / "articles.csv").exists() else {}
    _refuse_doubles(files, articles, folder)
    return Corpus(folder, settings.get("name", folder.name), settings, files, articles)


def plan_shards(corpus: Corpus, articles_per_shard: int) -> list[tuple[RawPart, ...]]:
    """Deal the raw files into shards of about so many articles, from names and sizes alone.

    Returns:
        The shards in the order of the files; each file, or each record of a JSONL file, in exactly one.
    """
    parts: list[tuple[RawPart, float]] = []
    room = articles_per_shard * BYTES_PER_RECORD
    for file, size in corpus.files.items():
        if _format(file) != "records":
            parts.append((RawPart(file), 1))
        elif Path(file).suffix in COMPRESSED:
            parts.append((RawPart(file), max(1.0, 3 * size / BYTES_PER_RECORD)))
        else:
            for start in range(0, max(size, 1), room):
                end = min(start + room, size)
                parts.append((RawPart(file, start, end), max(1.0, (end - start) / BYTES_PER_RECORD)))
    shards: list[tuple[RawPart, ...]] = []
    current: list[RawPart] = []
    weight = 0.0
    for part, articles in parts:
        if current and weight + articles > articles_per_shard:
            shards.append(tuple(current))
            current, weight = [], 0.0
        current.append(part)
        weight += articles
    return [*shards, tuple(current)]


def read_articles(corpus: Corpus, parts: tuple[RawPart, ...]) -> Iterator[RawArticle]:
    """Read the articles of a shard, in the order of its parts.

    Raises:
        InputError: a record is no JSON object with an id and a text, or articles.csv names a record that is not
            there; the message names file and line.
    """
    for part in parts:
        if _format(part.file) == "records":
            yield from _records(corpus, part)
        else:
            content = (corpus.raw / part.file).read_bytes()
            given = dict(next(iter(corpus.articles.get(part.file, ())), {}))
            doc_id = given.pop("doc_id", Path(part.file).stem)
            given.pop("file", None)
            yield RawArticle(doc_id, part.file, _format(part.file), content, _sha256(content), given)


def is_article(file: str) -> bool:
    """Tell by a file's ending whether it can hold articles."""
    return bool(_format(file))


def is_records(file: str) -> bool:
    """Tell by a file's ending whether it holds a record a line."""
    return _format(file) == "records"


def _format(file: str) -> str:
    """Give ``text``, ``html`` or ``records`` by a file's ending, or an empty string."""
    path = Path(file.lower())
    if path.suffix in COMPRESSED:
        path = path.with_suffix("")
        return "records" if path.suffix == ".jsonl" else ""
    return FORMATS.get(path.suffix, "")


def _raw_files(raw: Path) -> dict[str, int]:
    """List the raw files with their sizes, sorted by name."""
    if not raw.is_dir():
        raise InputError(f"{raw.parent}: there is no folder raw/; make it and put the articles' files there")
    files = {}
    for path in sorted(path for path in raw.rglob("*") if not path.name.startswith(".") and not path.is_dir()):
        file = path.relative_to(raw).as_posix()
        if not path.exists():
            raise InputError(f"{path}: the link leads nowhere; put the file itself there")
        if not path.resolve().is_relative_to(raw.resolve()):
            raise InputError(f"{path}: the link leads out of the corpus; put the file itself there")
        if not _format(file):
            raise InputError(
                f"{path}: not an article; raw/ holds .txt, .html, .htm, .jsonl, .jsonl.gz and .jsonl.zst: "
                "convert the file or move it out"
            )
        files[file] = path.stat().st_size
    if not files:
        raise InputError(f"{raw}: no articles; put .txt, .html or .jsonl files there")
    return files


def _articles(path: Path, files: Mapping[str, int]) -> dict[str, tuple[Mapping[str, str], ...]]:
    """Read articles.csv: its rows by file, empty cells left out."""
    rows: dict[str, list[Mapping[str, str]]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restval="", restkey="", strict=True)
            for cells in reader:
                number = f"{path}, line {reader.line_num}"
                if cells.pop("", None):
                    raise InputError(f"{number}: more cells than the header has columns; quote cells that hold commas")
                row = {column: cell for column, cell in cells.items() if cell}
                validate(row, "articles", number)
                file = row["file"]
                if file not in files:
                    raise InputError(f"{number}: file is {file!r}, but there is no such file in {path.parent / 'raw'}")
                rows.setdefault(file, []).append(row)
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8; save the table as CSV in UTF-8") from None
    except csv.Error as error:
        raise InputError(f"{path}: not a CSV table: {error}") from None
    return {file: tuple(listed) for file, listed in rows.items()}


def _refuse_doubles(
    files: Mapping[str, int], articles: Mapping[str, tuple[Mapping[str, str], ...]], folder: Path
) -> None:
    """Refuse two files under one doc_id, and one file under two rows."""
    seen: dict[str, str] = {}
    for file in files:
        if _format(file) == "records":
            continue
        rows = articles.get(file, ())
        if len(rows) > 1:
            raise InputError(f"{folder / 'articles.csv'}: file {file!r} stands in {len(rows)} rows; keep one")
        doc_id = (rows[0] if rows else {}).get("doc_id", Path(file).stem)
        if doc_id in seen:
            raise InputError(
                f"{folder}: {seen[doc_id]!r} and {file!r} have the same doc_id {doc_id!r}; "
                "give each its own in articles.csv"
            )
        seen[doc_id] = file


def _records(corpus: Corpus, part: RawPart) -> Iterator[RawArticle]:
    """Read the records of a JSONL file that begin between two bytes."""
    given = {row["doc_id"]: row for row in corpus.articles.get(part.file, ()) if "doc_id" in row}
    path = corpus.raw / part.file
    for number, line in _lines(path, part):
        if not line.strip():
            continue
        where = f"{path}, {number}"
        try:
            record = json.loads(line)
        except ValueError as error:
            raise InputError(f"{where}: not JSON: {error}") from None
        if not isinstance(record, dict) or "id" not in record or not ({"text", "html"} & record.keys()):
            raise InputError(f"{where}: write an object with the keys id and text (or html)")
        doc_id = str(record["id"])
        known = {key: cell for key, cell in given.get(doc_id, {}).items() if key not in {"doc_id", "file"}}
        page = {key: str(record[key]) for key in PAGE_FIELDS if record.get(key)}
        kind = "text" if record.get("text") is not None else "html"
        yield RawArticle(doc_id, part.file, kind, str(record[kind]), _sha256(line.rstrip(b"\r\n")), known, page)


def _lines(path: Path, part: RawPart) -> Iterator[tuple[str, bytes]]:
    """Yield the lines of a part, each with its place (``line 7``, or its byte where a file is read in pieces)."""
    if path.suffix in COMPRESSED:
        import pyarrow as pa

        with pa.CompressedInputStream(pa.OSFile(str(path)), COMPRESSED[path.suffix]) as stream:
            for number, line in enumerate(io.BufferedReader(stream), 1):
                yield f"line {number}", line
        return
    with path.open("rb") as stream:
        # A record belongs to the part in which its first byte stands.
        if part.start:
            stream.seek(part.start - 1)
            stream.readline()
        while part.end is None or stream.tell() < part.end:
            position = stream.tell()
            line = stream.readline()
            if not line:
                return
            yield f"the line at byte {position}", line


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
