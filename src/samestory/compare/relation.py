"""How two claims relate, and how two intervals do."""

from dataclasses import dataclass
from typing import Any

from samestory.claims.intervals import Interval

# A row of claims/claims.
Claim = dict[str, Any]

SURE, SURE_BY_ALIGNMENT = 0.95, 0.5


@dataclass(frozen=True)
class Relation:
    """How two claims relate.

    Attributes:
        between: same | compatible | contradict | not_comparable.
        kind: the conflict's kind as in compare/conflicts, None where there is nothing to show.
        finer: which of the two says more: ``a``, ``b`` or None.
        sure: how sure, 0..1, that they relate so.
    """

    between: str
    kind: str | None = None
    finer: str | None = None
    sure: float = SURE


def relate_spans(first: Interval, second: Interval, within: float, sure: float) -> Relation:
    """Relate two intervals: one that overlaps the other, or apart."""
    if first[0] <= second[1] + within and second[0] <= first[1] + within:
        finer = "a" if is_inside(first, second) else "b" if is_inside(second, first) else None
        return Relation("compatible", "precision", finer)
    return Relation("contradict", "contradiction", sure=sure)


def is_inside(first: Interval, second: Interval) -> bool:
    """Say whether the first interval lies in the second and is not the same."""
    return first != second and second[0] <= first[0] and first[1] <= second[1]
