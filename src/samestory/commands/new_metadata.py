"""A table of articles as somebody else made it: whose file each row is about, and what it says of it."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from samestory.cleaning.decode import decode
from samestory.lexicon import read_lexicon
from samestory.published import day_comes_first, iso_moment

SEPARATORS = ",;\t|"
ROLES = ("article", "agency_original", "press_statement")
# A longer id is a hash: it names the article worse than its file does.
LONGEST_ID = 24

Rows = dict[str, dict[str, str]]


def read_metadata(table: Path, files: Iterable[str]) -> tuple[Rows, list[str]]:
    """Read what a table of articles says of the files it names.

    The column that names the files is the one in which the most cells are a file's path, name, or name without its
    ending; the others are known by their headers (new_columns.toml).

    Args:
        table: a CSV or TSV file with a header line, in any encoding.
        files: the raw files by their paths.

    Returns:
        The cells of articles.csv (doc_id, outlet, published, title, url, label, event, role, byline; no empty ones) by
        file, and notes for the reader on what was not taken. No rows: the table is about other things.
    """
    header, rows = _cells(table)
    known = _keys(files)
    matches = [sum(_file(row[at], known) is not None for row in rows) for at in range(len(header))]
    if not any(matches):
        return {}, [f"{table.name}: left out; none of its columns names a file"]
    named = matches.index(max(matches))
    columns = _columns(header, named)
    dates = columns.get("published")
    day_first = None if dates is None else day_comes_first(row[dates] for row in rows)
    found: Rows = {}
    notes: Counter[str] = Counter()
    for row in rows:
        file = _file(row[named], known)
        if file is None:
            notes[f"{table.name}: rows about files that are not there, such as {row[named][:60]!r}"] += 1
        elif file in found:
            notes[f"{table.name}: a second row about the same file is left out, such as {file!r}"] += 1
        else:
            found[file] = _facts(
                {column: row[at].strip() for column, at in columns.items()}, day_first, table.name, notes
            )
    _drop_poor_ids(found)
    said = [note if count == 1 else f"{note} ({count} rows)" for note, count in notes.items()]
    unknown = [name for at, name in enumerate(header) if name.strip() and at != named and at not in columns.values()]
    if unknown:
        said.append(f"{table.name}: columns not taken over: {', '.join(unknown)}; rename one if articles.csv needs it")
    return found, said


def _cells(table: Path) -> tuple[list[str], list[list[str]]]:
    """Read a table's header and rows, each row as long as the header."""
    text = decode(table.read_bytes())[0].removeprefix("\ufeff").replace("\x00", "")
    first = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        lines = [line for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if any(line)]
    except csv.Error:
        lines = []
    if not lines:
        return [], []
    header = lines[0]
    return header, [[*line, *[""] * len(header)][: len(header)] for line in lines[1:]]


def _keys(files: Iterable[str]) -> Mapping[str, str | None]:
    """Give the file that a path, a name or a name without ending means; None where it means several."""
    known: dict[str, str | None] = {}
    for file in files:
        path = PurePosixPath(file)
        for key in {file, path.name, path.stem}:
            known[key] = None if key in known and key != file else file
    return known


def _file(cell: str, known: Mapping[str, str | None]) -> str | None:
    """Give the file that a cell names."""
    path = cell.strip().replace("\\", "/")
    return known.get(path) or known.get(path.rpartition("/")[2])


def _columns(header: Sequence[str], named: int) -> dict[str, int]:
    """Give the place of each known column."""
    folded = {_folded(name): at for at, name in reversed(list(enumerate(header))) if at != named}
    columns = {}
    for column, aliases in read_lexicon(__package__, "new_columns.toml").items():
        at = next((folded[_folded(alias)] for alias in aliases if _folded(alias) in folded), None)
        if at is not None:
            columns[column] = at
    return columns


def _folded(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def _facts(cells: Mapping[str, str], day_first: bool | None, table: str, notes: Counter[str]) -> dict[str, str]:
    """Give a row's cells as articles.csv takes them; what it would refuse becomes a note."""
    facts = {column: cell for column, cell in cells.items() if cell}
    if "published" in facts:
        date = iso_moment(facts.pop("published"), day_first)
        if date is None:
            notes[f"{table}: a date that is none, or may be two, is left out: {cells['published'][:60]!r}"] += 1
        else:
            facts |= {"published": date, "published_basis": "metadata"}
    if facts.get("role", ROLES[0]) not in ROLES:
        notes[f"{table}: the role {facts.pop('role')[:60]!r} is left out; roles are {', '.join(ROLES)}"] += 1
    return facts


def _drop_poor_ids(rows: Rows) -> None:
    """Leave out the ids unless each file has one of its own that can be read."""
    ids = [row.get("doc_id", "") for row in rows.values()]
    if len(set(ids)) < len(ids) or not all(0 < len(doc_id) <= LONGEST_ID for doc_id in ids):
        for row in rows.values():
            row.pop("doc_id", None)
