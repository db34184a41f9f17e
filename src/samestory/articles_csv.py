"""articles.csv: what is known of the raw files of a corpus, a row for each file or record."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from samestory.csv_table import read_csv
from samestory.schema import InputError, known_keys, validate


def read_articles_csv(
    path: Path, files: Collection[str], records: Collection[str] = ()
) -> dict[str, tuple[Mapping[str, str], ...]]:
    """Read articles.csv.

    Args:
        path: the table.
        files: the raw files relative to raw/.
        records: those of them that hold a record a line, which a row tells apart by doc_id.

    Returns:
        Its rows by file, in their order, empty cells left out.

    Raises:
        InputError: it is no table in UTF-8, a column, a cell or a file is not known, or two rows are of one file or
            record; the message names the line.
    """
    columns, listed = read_csv(path)
    _check_columns(columns, path)
    rows: dict[str, list[Mapping[str, str]]] = {}
    seen: dict[tuple[str, str | None], int] = {}
    for line, cells in listed:
        row = {column: cell for column, cell in cells.items() if cell}
        if not row:
            continue
        place = f"{path}, line {line}"
        validate(row, "articles", place)
        file = row["file"]
        if file not in files:
            raise InputError(f"{place}: file is {file!r}, but there is no such file in {path.parent / 'raw'}")
        doc_id = row.get("doc_id") if file in records else None
        if file in records and doc_id is None:
            raise InputError(f"{place}: doc_id is empty; {file!r} holds records: write the id (or url) of one of them")
        if (file, doc_id) in seen:
            what = f"the record {doc_id!r} of {file!r}" if doc_id else f"file {file!r}"
            raise InputError(f"{place}: {what} stands in line {seen[file, doc_id]} already; keep one of the rows")
        seen[file, doc_id] = line
        rows.setdefault(file, []).append(row)
    return {file: tuple(of_file) for file, of_file in rows.items()}


def _check_columns(named: Sequence[str], path: Path) -> None:
    """Refuse columns that lack, are not known or stand twice."""
    known = known_keys("articles")
    if "file" not in named:
        raise InputError(f"{path}, line 1: no column 'file'; the first line names the columns, with commas between")
    if unknown := [name for name in named if name not in known]:
        raise InputError(f"{path}, line 1: unknown column {unknown[0]!r}; columns are {', '.join(known)}")
    if twice := [name for name in named if named.count(name) > 1]:
        raise InputError(f"{path}, line 1: two columns {twice[0]!r}; keep one")
