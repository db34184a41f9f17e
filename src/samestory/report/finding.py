"""What a finding is: a sentence, its numbers, and the table cells it is taken or counted from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from samestory.contract import published_tables

# In the order in which a reader should meet them.
KINDS = ("origins", "no_report", "language", "reuse", "contradiction", "one_source", "lost", "left_out")

# A contradiction that is less sure is shown as such.
UNSURE = 0.4


@dataclass(frozen=True)
class Cell:
    """A cell of a published table: its table, the key of its row, its column."""

    table: str
    row: tuple[str, ...]
    column: str


def cells_of(table: str, rows: pd.DataFrame | Iterable[Mapping[Any, Any]], *columns: str) -> tuple[Cell, ...]:
    """Name some columns of some rows of a published table; a missing part of a key is ""."""
    entries = rows.to_dict("records") if isinstance(rows, pd.DataFrame) else rows
    keys = published_tables()[table].key
    named = [tuple("" if pd.isna(row[part]) else str(row[part]) for part in keys) for row in entries]
    return tuple(Cell(table, key, column) for key in named for column in columns)


@dataclass(frozen=True)
class Finding:
    """One thing found.

    Attributes:
        kind: one of ``KINDS``.
        sentence: what was found; every number in it stands in ``numbers`` or in one of ``cells``.
        numbers: the numbers that were counted or rounded, by name.
        cells: the table cells they are taken or counted from.
        target: the fragment that opens it in the report ("conflict=..."), or "".
        question: the question it is about, in words, or "".
    """

    kind: str
    sentence: str
    numbers: Mapping[str, float]
    cells: tuple[Cell, ...]
    target: str = ""
    question: str = ""
