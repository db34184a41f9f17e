"""articles.csv: what is known of the raw files of a corpus, a row for each file or record."""

import csv
from collections.abc import Collection, Mapping
from pathlib import Path

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
            # A spreadsheet separates cells as its language does; the column names hold none of these signs.
            header = lines.readline()
            lines.seek(0)
            separator = max(",;\t", key=header.count)
            reader = csv.DictReader(lines, restval="", restkey="", delimiter=separator, strict=True)
            named = [name for name in reader.fieldnames or () if name]
            if "file" not in named:
                raise InputError(
                    f"{path}, line 1: no column 'file'; the first line names the columns, with commas between"
                )
            known = known_keys("articles")
            if unknown := [name for name in named if name not in known]:
                raise InputError(f"{path}, line 1: unknown column {unknown[0]!r}; columns are {', '.join(known)}")
            if twice := [name for name in named if named.count(name) > 1]:
                raise InputError(f"{path}, line 1: two columns {twice[0]!r}; keep one")
            for cells in reader:
                number = f"{path}, line {reader.line_num}"
                if cells.pop("", None):
                    raise InputError(f"{number}: more cells than the header has columns; quote cells that hold commas")
                row = {column: cell for column, cell in cells.items() if cell}
                if not row:
                    continue
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
