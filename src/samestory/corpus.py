"""A corpus folder: its raw files and what is known of them, read and checked."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samestory.articles_csv import read_articles_csv
from samestory.binary import binary_kind
from samestory.csv_table import read_csv
from samestory.phrasing import count
from samestory.published import iso_moment
from samestory.raw_files import RawPart, format_of, is_records
from samestory.records import MB, Limits, Place, read_records, too_large
from samestory.schema import InputError, read_yaml, validate

DEFAULT_LIMITS = Limits()
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
        page: what the JSONL record says of it: outlet, published (ISO 8601; none where it is no date or may be two),
            title, url.
    """

    doc_id: str
    file: str
    format: str
    content: bytes | str
    sha256: str
    given: Mapping[str, str] = field(default_factory=dict)
    page: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Corpus:
    """A corpus folder as it lies on disk.

    Attributes:
        folder: the folder.
        name: its name, which names the results.
        settings: corpus.yaml, or nothing.
        files: the raw files relative to raw/, sorted, with their sizes in bytes.
        articles: the rows of articles.csv (no empty cells) by file, in their order.
        limits: what is refused.
        bare: the files lie in the folder itself and not in raw/; it is no corpus.
    """

    folder: Path
    name: str
    settings: Mapping[str, Any]
    files: Mapping[str, int]
    articles: Mapping[str, tuple[Mapping[str, str], ...]]
    limits: Limits = DEFAULT_LIMITS
    bare: bool = False

    @property
    def raw(self) -> Path:
        """The folder of the raw files."""
        return self.folder if self.bare else self.folder / "raw"

    @property
    def megabytes(self) -> float:
        """The size of all raw files in MB."""
        return sum(self.files.values()) / 1e6

    def optional(self, *names: str) -> list[str]:
        """The paths of those of the named files that this corpus has."""
        return [str(self.folder / name) for name in names if (self.folder / name).exists()]


def coding_sheets(folder: Path) -> list[Path]:
    """Give the sheets that coders filled, sorted."""
    return sorted((folder / "gold").glob("coding*.csv"))


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


def read_settings(folder: Path) -> tuple[str, Mapping[str, Any]]:
    """Read the name of a corpus, by default its folder's, and its corpus.yaml, or nothing.

    Raises:
        InputError: corpus.yaml cannot be used; the message names line and key.
    """
    file = folder / "corpus.yaml"
    settings = (read_yaml(file) or {}) if file.exists() else {}
    validate(settings, "corpus", str(file))
    return settings.get("name", folder.name), settings


def read_corpus(folder: Path, limits: Limits = DEFAULT_LIMITS) -> Corpus:
    """Read what a corpus folder holds without opening a raw file.

    Raises:
        InputError: a file is missing, unknown, too large, outside the folder or listed twice; the message says which.
    """
    name, settings = read_settings(folder)
    files = _raw_files(folder / "raw")
    for file, size in files.items():
        if format_of(file) != "records" and size > limits.article_mb * MB:
            raise InputError(f"{folder / 'raw' / file}: {too_large(limits)}")
    table, records = folder / "articles.csv", {file for file in files if is_records(file)}
    articles = read_articles_csv(table, files, records) if table.exists() else {}
    _refuse_doubles(files, articles, folder)
    return Corpus(folder, name, settings, files, articles, limits)


def read_articles(corpus: Corpus, parts: tuple[RawPart, ...]) -> Iterator[RawArticle]:
    """Read the articles of a shard, in the order of its parts.

    Raises:
        InputError: a record is no JSON object with an id and a text, a file is no text, or two articles have one
            doc_id; the message names file and line.
    """
    seen: dict[str, Place | Path] = {}
    for part in parts:
        for where, article in (
            _records(corpus, part) if format_of(part.file) == "records" else _whole(corpus, part.file)
        ):
            if article.doc_id in seen:
                raise InputError(
                    f"{where}: the doc_id {article.doc_id!r} stands in {seen[article.doc_id]} already; "
                    "give each article its own"
                )
            seen[article.doc_id] = where
            yield article


def read_file(path: Path) -> Iterator[RawArticle]:
    """Read the articles of one file that lies anywhere, without what a corpus knows of them."""
    corpus = Corpus(path.parent, path.stem, {}, {path.name: path.stat().st_size}, {}, bare=True)
    yield from read_articles(corpus, (RawPart(path.name),))


def refuse_rows_of_no_record(corpus: Corpus, found: Iterable[tuple[str, str]]) -> None:
    """Refuse a row of articles.csv that is of no record.

    Args:
        corpus: the corpus.
        found: file and doc_id of all its articles.

    Raises:
        InputError: names the first such row's file and id, and what to do.
    """
    without = {
        (file, row["doc_id"]): None for file, rows in corpus.articles.items() if is_records(file) for row in rows
    }
    for article in found:
        without.pop(article, None)
    if without:
        file, doc_id = next(iter(without))
        table = corpus.folder / "articles.csv"
        line = next(line for line, row in read_csv(table)[1] if (row["file"], row.get("doc_id")) == (file, doc_id))
        more = f" (nor {count(len(without) - 1, 'other')} that the table names)" if len(without) > 1 else ""
        raise InputError(
            f"{table}, line {line}: {file!r} has no record {doc_id!r}{more}; write the id as the record has it, or "
            "take the row out"
        )


def _whole(corpus: Corpus, file: str) -> Iterator[tuple[Path, RawArticle]]:
    """Read a file that is one article."""
    content = (corpus.raw / file).read_bytes()
    if kind := binary_kind(content):
        raise InputError(f"{corpus.raw / file}: {kind}, not text; convert the file or move it out")
    given = dict(next(iter(corpus.articles.get(file, ())), {}))
    doc_id = given.pop("doc_id", Path(file).stem)
    given.pop("file", None)
    yield corpus.raw / file, RawArticle(doc_id, file, format_of(file), content, _sha256(content), given)


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
        if not format_of(file):
            raise InputError(
                f"{path}: not an article; raw/ holds .txt, .html, .htm, .jsonl, .jsonl.gz and .jsonl.zst: "
                "convert the file or move it out"
            )
        files[file] = path.stat().st_size
    if not files:
        raise InputError(f"{raw}: no articles; put .txt, .html or .jsonl files there")
    return files


def _refuse_doubles(
    files: Mapping[str, int], articles: Mapping[str, tuple[Mapping[str, str], ...]], folder: Path
) -> None:
    """Refuse one doc_id of two files, or of a file and a record that articles.csv names."""
    seen: dict[str, str] = {}
    for file in files:
        rows = articles.get(file, ())
        if not is_records(file):
            rows = ({"doc_id": Path(file).stem, **(rows[0] if rows else {})},)
        for doc_id in (row["doc_id"] for row in rows):
            if doc_id in seen:
                raise InputError(
                    f"{folder}: {seen[doc_id]!r} and {file!r} have the same doc_id {doc_id!r}; "
                    "give each its own in articles.csv"
                )
            seen[doc_id] = file


def _records(corpus: Corpus, part: RawPart) -> Iterator[tuple[Place, RawArticle]]:
    """Read the records of a JSONL file that begin between two bytes, each with its place."""
    given = {row["doc_id"]: row for row in corpus.articles.get(part.file, ())}
    for record in read_records(corpus.raw / part.file, part.start, part.end, corpus.limits):
        known = {key: cell for key, cell in given.get(record.doc_id, {}).items() if key not in {"doc_id", "file"}}
        page = {key: record.fields[key] for key in PAGE_FIELDS if record.fields.get(key)}
        if moment := iso_moment(page.pop("published", "")):
            page["published"] = moment
        kind = "html" if not record.fields.get("text") and record.fields.get("html") else "text"
        content = record.fields.get(kind, "")
        yield record.where, RawArticle(record.doc_id, part.file, kind, content, _sha256(record.line), known, page)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
