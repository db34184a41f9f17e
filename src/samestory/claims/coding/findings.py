"""Findings: the answers found in a sentence, before anything is known of who gives them."""

from dataclasses import dataclass

from samestory.rows import Row

# The value of a statement that has no values of its own; what numbers and dates it tells may follow: "stated: 7; 1998".
STATED = "stated"


@dataclass(frozen=True)
class Finding:
    """An answer found in a sentence: its span, its value in words or as an interval, and the rule.

    ``core`` is the part that decides on whose word a whole sentence stands and how sure it is.
    """

    start: int
    end: int
    rule: str
    value: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    scope: str | None = None
    polarity: str = "positive"
    approximate: bool = False
    comparator: str | None = None
    population: str | None = None
    core: tuple[int, int] | None = None


def number_finding(row: Row, end: int, unit: str, scope: str | None) -> Finding:
    """Make a finding of a row of claims/quantities that ends with the noun it counts."""
    return Finding(
        start=row["start"],
        end=end,
        rule=row["rule"],
        low=row["low"],
        high=row["high"],
        unit=unit,
        scope=scope,
        polarity="negative" if row["negated"] else "positive",
        approximate=bool(row["approximate"] or row["vague"]),
        comparator=row["comparator"],
    )
