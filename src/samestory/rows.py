"""Rows: a table's rows as mappings."""

from typing import Any

import pandas as pd

Row = dict[str, Any]


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """Give a frame's rows as mappings; a missing cell is None, cells with the same word share it."""
    # To go through an index once for each row takes most of the time.
    names = frame.columns.tolist()
    columns = [_cells(frame[name]) for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _cells(column: "pd.Series[Any]") -> list[Any]:
    """Give a column's cells."""
    if column.dtype == "str":
        places, words = pd.factorize(column)
        # A missing cell has the place -1.
        known = [*words.tolist(), None]
        return [known[place] for place in places.tolist()]
    return column.astype(object).where(column.notna(), None).tolist()
