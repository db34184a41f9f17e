"""Coding sheets as people fill them: a CSV file, one row per value a coder finds.

A sheet has the columns coder, doc_id, variable, value. Besides the codebook's values a coder writes ``not stated``
where the article says nothing, ``confirmed silent`` where the coder is sure of it, ``unknown`` where the article says
that it is not known; an empty value is not coded yet. More values of one question are more rows. The rows of the
coder ``adjudicated`` settle what coders saw differently; every coder's own rows stay.
"""

import random
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from samestory.claims.coding.codebook import Codebook
from samestory.rows import rows_of
from samestory.schema import InputError

SHEET_COLUMNS = ("coder", "doc_id", "variable", "value")
NOT_STATED, CONFIRMED_SILENT = "not stated", "confirmed silent"
NOTHING = frozenset({NOT_STATED, CONFIRMED_SILENT})
ADJUDICATED = "adjudicated"


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
    sheet = pd.DataFrame({column: sheet[column].str.strip().replace("", None) for column in SHEET_COLUMNS})
    for column in SHEET_COLUMNS[:-1]:
        empty = sheet.index[sheet[column].isna()]
        if len(empty):
            raise InputError(f"{path}, line {empty[0] + 2}: {column} is empty; fill it in")
    return sheet


def blank_sheet(codebook: Codebook, articles: Sequence[tuple[str, str]], coder: str, seed: int) -> pd.DataFrame:
    """Make a blank sheet: every question for every article, the articles in random order, nothing filled in.

    Args:
        codebook: the questions.
        articles: (doc_id, file) of each article.
        coder: who will fill it.
        seed: of the random order; the coder's name is part of it, so that two coders read in two orders.
    """
    order = sorted(articles)
    random.Random(f"{seed} {coder}").shuffle(order)  # noqa: S311 - an order to read in, no secret
    rows = [
        {
            "coder": coder,
            "doc_id": doc_id,
            "variable": variable.name,
            "value": "",
            "file": file,
            "question": variable.question,
            "values": "; ".join([*variable.values, *_codes(variable.type)]),
        }
        for doc_id, file in order
        for variable in codebook.variables
    ]
    return pd.DataFrame(rows, columns=[*SHEET_COLUMNS, "file", "question", "values"])


def to_adjudicate(sheets: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """List what coders saw differently and nobody has settled yet, to be filled in by whoever settles it.

    Returns:
        A sheet of the coder ``adjudicated`` with empty values and the column codings: who coded what.
    """
    seen: dict[tuple[str, str], dict[str, set[str]]] = {}
    for sheet in sheets:
        for row in rows_of(sheet):
            if row["value"] is not None:
                cell = seen.setdefault((str(row["doc_id"]), str(row["variable"])), {})
                cell.setdefault(str(row["coder"]), set()).add(str(row["value"]))
    rows = [
        {
            "coder": ADJUDICATED,
            "doc_id": doc_id,
            "variable": variable,
            "value": "",
            "codings": " | ".join(
                f"{coder}: {'; '.join(sorted(values))}" for coder, values in sorted(by_coder.items())
            ),
        }
        for (doc_id, variable), by_coder in sorted(seen.items())
        if ADJUDICATED not in by_coder and len({frozenset(values) for values in by_coder.values()}) > 1
    ]
    return pd.DataFrame(rows, columns=[*SHEET_COLUMNS, "codings"])


def confirmed_silent(sheets: Sequence[pd.DataFrame]) -> frozenset[tuple[str, str]]:
    """Give the (variable, article) that a coder is sure says nothing."""
    return frozenset(
        (str(row["variable"]), str(row["doc_id"]))
        for sheet in sheets
        for row in rows_of(sheet)
        if row["value"] == CONFIRMED_SILENT
    )


def _codes(kind: str) -> tuple[str, ...]:
    """Give the codes that every question of a type allows besides its values."""
    free = {"count": ("a number as the article gives it",), "time": ("a time or date",), "statement": ("stated",)}
    return (*free.get(kind, ()), "unknown", NOT_STATED, CONFIRMED_SILENT)
