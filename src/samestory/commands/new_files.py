"""Sort the files that somebody brings: articles, tables of articles, and what is neither."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from samestory.provenance import checksum
from samestory.raw_files import is_article
from samestory.schema import InputError

TABLES = (".csv", ".tsv")
ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".tgz", ".gz")
PAGES = (".html", ".htm")
PARTS = re.compile(r"(?P<page>.+)[_-][^\W\d_]+")
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
            address = ADDRESS.sub(lambda match: f"{match[0]}/", str(source))
            raise InputError(f"{address}: an address, and nothing is fetched; save the page as .html and give the file")
        if not source.exists():
            raise InputError(f"{source}: there is no such file or folder")
        listed = list(_listed(source))
        aside = _page_folders(path for path, _ in listed)
        for path, file in listed:
            if aside.intersection(path.parents):
                continue
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
        gathered.left_out += [f"{folder.name}/: what the browser saved beside a page" for folder in sorted(aside)]
    if not gathered.articles:
        given = ", ".join(str(source) for source in sources)
        hint = (
            "; unpack the archive and give its folder" if any(source.suffix in ARCHIVES for source in sources) else ""
        )
        raise InputError(f"{given}: no articles; they end in .txt, .html, .htm, .jsonl, .jsonl.gz or .jsonl.zst{hint}")
    return gathered


def is_page(file: str) -> bool:
    """Tell by a file's ending whether it is an HTML page."""
    return file.lower().endswith(PAGES)


def _listed(source: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files of a source with their paths under raw/, in order; hidden ones and folders not."""
    if not source.is_dir():
        yield source, source.name
        return
    for path in sorted(source.rglob("*")):
        file = path.relative_to(source)
        if not any(part.startswith(".") for part in file.parts) and (path.is_symlink() or path.is_file()):
            yield path, file.as_posix()


def _page_folders(paths: Iterable[Path]) -> set[Path]:
    """Give the folders in which browsers keep the parts of a saved page: "Title_files" beside "Title.html".

    The word behind the sign is that of the browser's language ("-Dateien", "_fichiers").
    """
    listed = list(paths)
    pages = {path.with_suffix("") for path in listed if path.suffix.lower() in PAGES}
    folders = {folder for path in listed for folder in path.parents}
    found = set()
    for folder in folders:
        parts = PARTS.fullmatch(folder.name)
        if parts and folder.with_name(parts["page"]) in pages:
            found.add(folder)
    return found


def alike(articles: Mapping[str, Path]) -> list[list[str]]:
    """Give the groups of files with the same bytes."""
    groups: dict[str, list[str]] = {}
    for file, path in articles.items():
        groups.setdefault(checksum(path), []).append(file)
    return [sorted(files) for files in groups.values() if len(files) > 1]
