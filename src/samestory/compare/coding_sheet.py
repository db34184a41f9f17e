"""Coding sheets as people fill them: a CSV file, one row per value a coder finds."""

from pathlib import Path

import pandas as pd

from samestory.compare.coders import SHEET_COLUMNS
from samestory.schema import InputError


def read_coding_sheet(path: Path) -> pd.DataFrame:
    """Read a filled coding sheet.

    Returns:
        The columns coder, doc_id, variable, value as text; an empty value is null (not coded yet).

    Raises:
        InputError: a column is missing, or a row lacks coder, doc_id or variable; the message names file and line.
    """
    try:
        sheet = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise InputError(f"{path}: not a CSV table in UTF-8: {error}") from None
    missing = [column for column in SHEET_COLUMNS if column not in sheet.columns]
    if missing:
        raise InputError(f"{path}: lacks the columns {', '.join(missing)}; a sheet has {', '.join(SHEET_COLUMNS)}")
    sheet = sheet[list(SHEET_COLUMNS)].replace("", None)
    for column in SHEET_COLUMNS[:-1]:
        empty = sheet.index[sheet[column].isna()]
        if len(empty):
            raise InputError(f"{path}, line {empty[0] + 2}: {column} is empty; fill it in")
    return sheet
