"""What a claim says, as exports write it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pandas as pd

from samestory.rows import Row, rows_of
from samestory.stored import batches


def records(tables: Mapping[str, pd.DataFrame], name: str, columns: Collection[str] | None = None) -> Iterator[Row]:
    """Yield a table's rows as mappings, a missing cell as None; a large table is never held as a whole."""
    for batch in batches(tables, name, columns):
        yield from rows_of(batch)


def interval(low: float | None, high: float | None) -> str:
    """Write an interval: ``14``, ``70..``, ``..7``, ``24..90``; an end that is open is left out."""
    if low == high:
        return "" if low is None else _number(low)
    return f"{_number(low)}..{_number(high)}"


def coded_value(claim: Mapping[str, Any]) -> str:
    """Write what a row of claims/claims says: its value in words, else its interval with the unit."""
    if claim["value"] is not None:
        return str(claim["value"])
    if claim["low"] is None and claim["high"] is None:
        return "unknown" if claim["polarity"] == "unknown" else "stated"
    unit = claim["unit"]
    return interval(claim["low"], claim["high"]) + (f" {unit}" if unit not in {None, "-"} else "")


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:.15g}"
