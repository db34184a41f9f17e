"""What a claim says, as exports write it."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

AT_ONCE = 20_000


def records(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield a frame's rows as mappings; a missing cell is None. Large tables are never held as mappings as a whole."""
    for start in range(0, len(frame), AT_ONCE):
        part = frame.iloc[start : start + AT_ONCE]
        for row in part.astype(object).where(part.notna(), None).to_dict("records"):
            yield {str(column): cell for column, cell in row.items()}


def interval(low: float | None, high: float | None) -> str:
    """Write an interval: ``14``, ``70..``, ``..7``, ``24..90``; an end that is open is left out."""
    if low == high:
        return "" if low is None else _number(low)
    return f"{_number(low)}..{_number(high)}"


def claim_value(claim: Mapping[str, Any]) -> str:
    """Write what a row of claims/claims says: its value in words, else its interval with the unit."""
    if claim["value"] is not None:
        return str(claim["value"])
    if claim["low"] is None and claim["high"] is None:
        return "unknown" if claim["polarity"] == "unknown" else "stated"
    unit = claim["unit"]
    return interval(claim["low"], claim["high"]) + (f" {unit}" if unit not in {None, "-"} else "")


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:.15g}"
