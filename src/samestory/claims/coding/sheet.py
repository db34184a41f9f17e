"""Coding sheets as people fill them: a CSV file, one row per value a coder finds.

A sheet has the columns coder, doc_id, variable, value. Besides the codebook's values a coder writes ``not stated``
where the article says nothing, ``confirmed silent`` where the coder is sure of it, ``unknown`` where the article says
that it is not known; an empty value is not coded yet. More values of one question are more rows. The rows of the
coder ``adjudicated`` settle what coders saw differently; every coder's own rows stay.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

import pandas as pd

from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.codes import CONFIRMED_SILENT, NOT_STATED, CodeError, allowed, read_code
from samestory.csv_table import read_csv
from samestory.phrasing import listed
from samestory.rows import rows_of
from samestory.schema import InputError

SHEET_COLUMNS = ("coder", "doc_id", "variable", "value")
ADJUDICATED = "adjudicated"
# Whether a time can be read does not depend on the day; while articles are not read theirs is not known.
SOME_DAY = "2000-01-01"


def read_coding_sheet(path: Path) -> pd.DataFrame:
    """Read a filled coding sheet.

    Returns:
        The columns coder, doc_id, variable, value as text; an empty value is null (not coded yet). The index is the
        line of each row in the file.

    Raises:
        InputError: it is no table, a column is missing, or a row lacks coder, doc_id or variable; the message names
            file and line.
    """
    columns, rows = read_csv(path)
    missing = [column for column in SHEET_COLUMNS if column not in columns]
    if missing:
        raise InputError(f"{path}: lacks the columns {', '.join(missing)}; a sheet has {', '.join(SHEET_COLUMNS)}")
    filled = [(line, row) for line, row in rows if any(cell.strip() for cell in row.values())]
    for line, row in filled:
        for column in SHEET_COLUMNS[:-1]:
            if not row[column].strip():
                raise InputError(f"{path}, line {line}: {column} is empty; fill it in")
    cells = {column: [row[column].strip() or None for _, row in filled] for column in SHEET_COLUMNS}
    return pd.DataFrame(cells, index=[line for line, _ in filled], dtype="str")


def read_coding_sheets(
    paths: Iterable[Path | str], codebook: Codebook | None, published: Mapping[str, str | None] | None = None
) -> list[pd.DataFrame]:
    """Read and check the sheets that coders filled.

    Args:
        paths: their files.
        codebook: the questions, None for those found by alignment.
        published: each article's day of publication; None while the articles are not read.

    Raises:
        InputError: a sheet cannot be read, or a row of it is no answer; the message names file and line.
    """
    sheets = []
    for path in map(Path, paths):
        sheet = read_coding_sheet(path)
        check_coding_sheet(path, sheet, codebook, published)
        sheets.append(sheet)
    return sheets


def check_coding_sheet(
    path: Path, sheet: pd.DataFrame, codebook: Codebook | None, published: Mapping[str, str | None] | None = None
) -> None:
    """Check that every row of a sheet answers a question of the codebook about an article.

    Args:
        path: its file, for the message.
        sheet: as ``read_coding_sheet`` gives it.
        codebook: the questions; without one values are not checked.
        published: each article's day of publication; None while the articles are not read.

    Raises:
        InputError: an article or question is not known, or a value cannot be read; the message names file, line and
            column, and what can be written.
    """
    for line, row in zip(sheet.index, rows_of(sheet), strict=True):
        doc_id, name, where = str(row["doc_id"]), str(row["variable"]), f"{path}, line {line}"
        if published is not None and doc_id not in published:
            raise InputError(f"{where}, doc_id: there is no article {doc_id!r}; {_near(doc_id, list(published))}")
        if codebook is None:
            continue
        variable = codebook.variable(name)
        if variable is None:
            known = [variable.name for variable in codebook.variables]
            raise InputError(f"{where}, variable: the codebook has no {name!r}; {_near(name, known)}")
        if row["value"] is None:
            continue
        try:
            read_code(variable, str(row["value"]), SOME_DAY if published is None else published[doc_id])
        except CodeError as error:
            raise InputError(f"{where}, value: {error}") from None


def _near(name: str, known: Sequence[str]) -> str:
    """Say which name was probably meant."""
    near = get_close_matches(name, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"write one of {listed(sorted(known))}"


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
            "values": "; ".join(allowed(variable)),
        }
        for doc_id, file in order
        for variable in codebook.variables
    ]
    return pd.DataFrame(rows, columns=[*SHEET_COLUMNS, "file", "question", "values"])


def to_adjudicate(sheets: Sequence[pd.DataFrame], codebook: Codebook | None = None) -> pd.DataFrame:
    """List what coders saw differently and nobody has settled yet, to be filled in by whoever settles it.

    Args:
        sheets: coding sheets, checked.
        codebook: the questions, by which two ways to write a value are one.

    Returns:
        A sheet of the coder ``adjudicated`` with empty values and the column codings: who coded what.
    """
    asked = {variable.name: variable for variable in codebook.variables} if codebook else {}

    def told(name: str, values: Iterable[str]) -> frozenset[str]:
        codes = (read_code(asked.get(name), value, SOME_DAY).told for value in values)
        # Who is sure that an article is silent and who found nothing in it do not differ.
        return frozenset(NOT_STATED if code == CONFIRMED_SILENT else code for code in codes)

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
        if ADJUDICATED not in by_coder and len({told(variable, values) for values in by_coder.values()}) > 1
    ]
    return pd.DataFrame(rows, columns=[*SHEET_COLUMNS, "codings"])


def confirmed_silent(sheets: Sequence[pd.DataFrame]) -> frozenset[tuple[str, str]]:
    """Give the (variable, article) that a coder is sure says nothing."""
    return frozenset(
        (str(row["variable"]), str(row["doc_id"]))
        for sheet in sheets
        for row in rows_of(sheet)
        if row["value"] is not None and " ".join(str(row["value"]).split()).casefold() == CONFIRMED_SILENT
    )
