"""Tables that people fill in a spreadsheet and save as CSV: each row with its line, whatever separates the cells."""

import csv
from pathlib import Path

from samestory.schema import InputError

# A spreadsheet separates cells as its language does; names of columns hold none of these signs.
SEPARATORS = ",;\t"


def read_csv(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Read a CSV table.

    Returns:
        The names of its columns that have one; its rows by column name, each with its line, a cell that lacks empty.

    Raises:
        InputError: it is no table in UTF-8, or a row has more cells than the header; the message names the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            header = lines.readline()
            lines.seek(0)
            reader = csv.DictReader(
                lines, restval="", restkey="", delimiter=max(SEPARATORS, key=header.count), strict=True
            )
            columns = [name for name in reader.fieldnames or () if name]
            rows = []
            for cells in reader:
                if cells.pop("", None):
                    raise InputError(
                        f"{path}, line {reader.line_num}: more cells than the header has columns; quote cells that "
                        "hold commas"
                    )
                rows.append((reader.line_num, cells))
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8; save the table as CSV in UTF-8") from None
    except csv.Error as error:
        raise InputError(f"{path}: not a CSV table: {error}") from None
    return columns, rows
