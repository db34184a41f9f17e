"""A codebook from a table, for those who keep theirs in a spreadsheet.

The table has one row per value (or unit, or scope) of a question, or one row for a question without any: the columns
name and type, and any of label, question, definition, include, exclude, example, triggers, unless, unknown, event,
compare, times, unit, value, scope, wording. Lists are separated by semicolons; ``wording`` shows the row's unit, value
or scope. What a question's first row says need not be said again.
"""

import io
from pathlib import Path
from typing import Any

import pandas as pd
from ruamel.yaml import YAML

from samestory.claims.coding.codebook import NOTES, WORDING_LISTS
from samestory.rows import rows_of
from samestory.schema import InputError

PLAIN = ("event", "compare", "times", "differ", "within", "parts", "use")
NAMED = {"unit": "units", "value": "values", "scope": "scopes"}
COLUMNS = ("name", "type", *NOTES, *WORDING_LISTS, *PLAIN, *NAMED, "wording")


def codebook_from_table(path: Path) -> str:
    """Give the YAML of a codebook kept in a .csv or .xlsx table.

    Raises:
        InputError: the table cannot be read, or a column or row is not as described; the message names it.
    """
    rows = rows_of(_read(path))
    entries: dict[str, dict[str, Any]] = {}
    for number, row in enumerate(rows, start=2):
        where = f"{path}, line {number}"
        given = {key: str(cell).strip() for key, cell in row.items() if cell is not None and str(cell).strip()}
        if not given:
            continue
        if "name" not in given:
            raise InputError(f"{where}: name is empty; write the question's name in every row")
        entry = entries.setdefault(given["name"], {"name": given["name"]})
        _add_row(entry, given, where)
    if not entries:
        raise InputError(f"{path}: has no rows; write one for each value of each question")
    text = io.StringIO()
    yaml = YAML()
    yaml.width = 110
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump({"variables": list(entries.values())}, text)
    return text.getvalue()


def _add_row(entry: dict[str, Any], given: dict[str, str], where: str) -> None:
    """Add a row of the table to its question's entry.

    Raises:
        InputError: wording stands beside no or more than one of unit, value and scope.
    """
    for key in ("type", *NOTES, *PLAIN):
        if key in given:
            entry.setdefault(key, float(given[key]) if key == "within" else given[key])
    for key in WORDING_LISTS:
        if key in given:
            entry[key] = list(dict.fromkeys([*entry.get(key, ()), *_items(given[key])]))
    named = [column for column in NAMED if column in given]
    if len(named) > 1:
        raise InputError(f"{where}: has {' and '.join(named)}; write a row for each")
    if "wording" in given and not named:
        raise InputError(f"{where}: has wording but no unit, value or scope that it shows; add one")
    for column in named:
        wordings = _items(given.get("wording", given[column]))
        entry.setdefault(NAMED[column], {}).setdefault(given[column], []).extend(wordings)


def _read(path: Path) -> pd.DataFrame:
    """Read the table with its cells as text.

    Raises:
        InputError: it is no .csv or .xlsx, not UTF-8, or has columns that are not known.
    """
    try:
        if path.suffix == ".xlsx":
            table = pd.read_excel(path, dtype="str", engine="openpyxl")
        elif path.suffix == ".csv":
            table = pd.read_csv(path, dtype="str", encoding="utf-8-sig")
        else:
            raise InputError(f"{path}: not a .csv or .xlsx table")
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError, ValueError, OSError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"{path}: cannot be read as a table: {error}") from None
    except Exception as error:  # a broken .xlsx fails in many ways inside the zip and XML readers
        raise InputError(f"{path}: cannot be read as a table: {error}") from None
    table.columns = [str(column).strip().casefold() for column in table.columns]
    strange = [column for column in table.columns if column not in COLUMNS]
    if strange or "name" not in table.columns:
        what = f"unknown column {strange[0]!r}" if strange else "there is no column name"
        raise InputError(f"{path}: {what}; a codebook table has {', '.join(COLUMNS)}")
    return table


def _items(cell: str) -> list[str]:
    """Split a cell at its semicolons."""
    return [item.strip() for item in cell.split(";") if item.strip()]
