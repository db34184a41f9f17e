"""Sort the files that somebody brings: articles, tables of articles, and what is neither."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from samestory.corpus import is_article
from samestory.schema import InputError

TABLES = (".csv", ".tsv")
# A path has one slash where an address has two.
ADDRESS = re.compile(r"https?:/", re.IGNORECASE)


@dataclass
class Gathered:
    """The files of a folder: articles by their path under raw/, tables of articles, and what is neither."""

    articles: dict[str, Path] = field(default_factory=dict)
    tables: list[Path] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def gather(sources: Sequence[Path]) -> Gathered:
    """Sort files into articles, tables of articles and what is neither.

    Raises:
        InputError: a source is not there, two files would get one name, or there is no article among them.
    """
    gathered = Gathered()
    for source in sources:
        if ADDRESS.match(str(source)):
            raise InputError(f"{source}: an address, and nothing is fetched; save the page as .html and give the file")
        if not source.exists():
            raise InputError(f"{source}: there is no such file or folder")
        for path, file in _listed(source):
            if path.is_symlink() and source.is_dir():
                gathered.left_out.append(f"{file}: a link; put the file itself there")
            elif path.suffix.lower() in TABLES:
                gathered.tables.append(path)
            elif not is_article(file):
                gathered.left_out.append(f"{file}: no .txt, .html or .jsonl; convert it if it holds an article")
            elif file in gathered.articles:
                raise InputError(f"{path} and {gathered.articles[file]} would both be raw/{file}; rename one")
            else:
                gathered.articles[file] = path
    if not gathered.articles:
        given = ", ".join(str(source) for source in sources)
        raise InputError(f"{given}: no articles; they end in .txt, .html, .htm, .jsonl, .jsonl.gz or .jsonl.zst")
    return gathered


def _listed(source: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files of a source with their paths under raw/, in order; hidden ones and folders not."""
    if not source.is_dir():
        yield source, source.name
        return
    for path in sorted(source.rglob("*")):
        file = path.relative_to(source)
        if not any(part.startswith(".") for part in file.parts) and (path.is_symlink() or path.is_file()):
            yield path, file.as_posix()


def alike(articles: Mapping[str, Path]) -> list[list[str]]:
    """Give the groups of files with the same bytes."""
    groups: dict[str, list[str]] = {}
    for file, path in articles.items():
        with path.open("rb") as stream:
            groups.setdefault(hashlib.file_digest(stream, "sha256").hexdigest(), []).append(file)
    return [sorted(files) for files in groups.values() if len(files) > 1]
