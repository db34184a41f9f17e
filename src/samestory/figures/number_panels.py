"""The numbers of each counted question, as figure 5 draws them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from samestory.figures.claim_values import EARLIER, ends, question_names
from samestory.figures.selection import answers
from samestory.figures.style import TELLING
from samestory.phrasing import say_interval
from samestory.stored import rows, table

# Of a question's numbers those that most articles give are drawn.
MOST_NUMBERS = 20


@dataclass
class Number:
    """One interval, the words of its first claim, and the articles that give it."""

    low: float | None
    high: float | None
    approximate: bool
    comparator: str | None
    earlier: bool
    printed: str
    doc_ids: dict[str, None] = field(default_factory=dict)


@dataclass
class Panel:
    """A question, what it counts in which scope, how far the articles agree, its numbers, and those that are drawn."""

    variable: str
    name: str
    unit: str
    scope: str
    between: str
    places: dict[tuple[object, ...], Number] = field(default_factory=dict)

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers that are drawn, in their order."""
        every = sorted(self.places.values(), key=lambda n: (-len(n.doc_ids), *_order(n)))
        return sorted(every[:MOST_NUMBERS], key=_order)

    @property
    def left_out(self) -> int:
        """How many numbers are not drawn."""
        return len(self.places) - len(self.numbers)

    @property
    def doc_ids(self) -> set[str]:
        """The articles that give a number."""
        return {doc for number in self.places.values() for doc in number.doc_ids}

    @property
    def words(self) -> str:
        """What the panel is about."""
        parts = {"unit": self.unit, "scope": self.scope}
        more = "; ".join(f"{word}: {value}" for word, value in parts.items() if value)
        return self.name + (f" ({more})" if more else "")


def find_panels(tables: Mapping[str, pd.DataFrame]) -> list[Panel]:
    """Collect the counted questions of claims/claims, the most telling first."""
    claims = answers(tables)
    claims = claims[claims["low"].notna() | claims["high"].notna()]
    agreement = table(tables, "compare/agreement", ("variable", "scope", "between"))
    between = {
        (variable, None if pd.isna(scope) else scope): word
        for variable, scope, word in zip(*(agreement[c] for c in ("variable", "scope", "between")), strict=True)
    }
    name = question_names(tables)
    found: dict[tuple[str, str, str], Panel] = {}
    for claim in rows(claims):
        variable = str(claim["variable"])
        scope = None if pd.isna(claim["scope"]) or (variable, claim["scope"]) not in between else str(claim["scope"])
        unit = "" if pd.isna(claim["unit"]) or claim["unit"] == "-" else str(claim["unit"])
        word = between.get((variable, scope), between.get((variable, None), "not_comparable"))
        key = (variable, unit, scope or "")
        panel = found.setdefault(key, Panel(variable, name(variable), unit, scope or "", word))
        _add(panel, claim)
    return sorted(
        found.values(),
        key=lambda p: (
            len(p.places) == 1,
            TELLING.index(p.between),
            -len(p.places),
            -len(p.doc_ids),
            p.variable,
            p.unit,
            p.scope,
        ),
    )


def _add(panel: Panel, claim: Mapping[Any, Any]) -> None:
    low, high = ends(claim)
    approximate, doc = bool(claim["approximate"]), str(claim["doc_id"])
    # "More than 70" and "at least 70" are two numbers; whether a closed one was printed with "=" says nothing.
    comparator = None if low == high or pd.isna(claim["comparator"]) else str(claim["comparator"])
    earlier = bool(claim["superseded"])
    number = panel.places.get((low, high, approximate, comparator, earlier))
    if number is None:
        printed = " ".join(str(claim["text"]).split()) + EARLIER * earlier
        number = Number(low, high, approximate, comparator, earlier, printed)
        panel.places[low, high, approximate, comparator, earlier] = number
    number.doc_ids[doc] = None


def _order(number: Number) -> tuple[float, float, bool]:
    return number.low or 0.0, number.high or math.inf, number.approximate


def said(number: Number) -> str:
    """Say a number: ``about 80``, ``at least 24``."""
    rounded = number.approximate and number.low == number.high
    interval = say_interval(number.low, number.high, number.comparator)
    return ("about " if rounded else "") + interval + EARLIER * number.earlier
