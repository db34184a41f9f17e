"""articles.csv: what is known of the raw files of a corpus, a row for each file or record."""

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from samestory.schema import InputError, known_keys, validate


def read_articles_csv(path: Path, files: Collection[str]) -> dict[str, tuple[Mapping[str, str], ...]]:
    """Read articles.csv.

    Args:
        path: the table.
        files: the raw files relative to raw/.

    Returns:
        Its rows by file, in their order, empty cells left out.

    Raises:
        InputError: it is no table in UTF-8, or a column, a cell or a file is not known; the message names the line.
    """
    rows: dict[str, list[Mapping[str, str]]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for place, row in _rows(lines, path):
                file = row["file"]
                if file not in files:
                    raise InputError(f"{place}: file is {file!r}, but there is no such file in {path.parent / 'raw'}")
                rows.setdefault(file, []).append(row)
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8; save the table as CSV in UTF-8") from None
    except csv.Error as error:
        raise InputError(f"{path}: not a CSV table: {error}") from None
    return {file: tuple(listed) for file, listed in rows.items()}


def _rows(lines: TextIO, path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows that are not empty, each with its place for a message; a column or cell not known is refused."""
    # A spreadsheet separates cells as its language does; the column names hold none of these signs.
    header = lines.readline()
    lines.seek(0)
    separator = max(",;\t", key=header.count)
    reader = csv.DictReader(lines, restval="", restkey="", delimiter=separator, strict=True)
    _check_columns([name for name in reader.fieldnames or () if name], path)
    for cells in reader:
        place = f"{path}, line {reader.line_num}"
        if cells.pop("", None):
            raise InputError(f"{place}: more cells than the header has columns; quote cells that hold commas")
        if row := {column: cell for column, cell in cells.items() if cell}:
            validate(row, "articles", place)
            yield place, row


def _check_columns(named: Sequence[str], path: Path) -> None:
    """Refuse columns that lack, are not known or stand twice."""
    known = known_keys("articles")
    if "file" not in named:
        raise InputError(f"{path}, line 1: no column 'file'; the first line names the columns, with commas between")
    if unknown := [name for name in named if name not in known]:
        raise InputError(f"{path}, line 1: unknown column {unknown[0]!r}; columns are {', '.join(known)}")
    if twice := [name for name in named if named.count(name) > 1]:
        raise InputError(f"{path}, line 1: two columns {twice[0]!r}; keep one")
