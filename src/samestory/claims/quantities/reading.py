"""What stands around a number: currency, unit, comparator, trend."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from samestory.claims.quantities.ages import age_of_person, age_told
from samestory.claims.quantities.changes import trend_before
from samestory.claims.quantities.money import currency_before
from samestory.claims.quantities.numbers import Number, quantity_lexicon
from samestory.claims.quantities.ratings import read_rating
from samestory.claims.quantities.shares import of_several, over_determiners, unit_of_fraction
from samestory.claims.quantities.units import Unit, divided, read_unit
from samestory.claims.tokens import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity of a sentence, as tokens ``first`` to ``last``."""

    first: int
    last: int
    low: float | None
    high: float | None
    unit: Unit | None
    comparator: str = "="
    approximate: bool = False
    vague: bool = False
    trend: str | None = None
    negated: bool = False
    rule: str = "number"
    base: float = 0.0


@cache
def phrases(*path: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give phrases of the lexicon by their last word, longest first, each with its label."""
    table: Any = quantity_lexicon()
    for key in path:
        table = table[key]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for label, phrases in table.items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            found.setdefault(parts[-1], []).append((parts, label))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def read_count(sentence: Sentence, number: Number) -> Reading:
    """Read what stands around a number: currency, unit, comparator, trend."""
    first, last, lower = number.first, number.last, sentence.lower
    currency = currency_before(sentence, first)
    if currency is not None:
        name, first = currency
        unit: Unit | None = divided(sentence, Unit(name, last, "currency"))
    elif (rating := read_rating(sentence, number)) is not None:
        unit, first = rating
    else:
        unit = _unit_after(sentence, number)
    rule = unit.rule if unit is not None else "number"
    value, negative = number.value, False
    if lower[max(0, first - 1) : first] == ["minus"] or lower[max(0, first - 2) : first] == ["minus", "-"]:
        negative = True
    value = -value if negative else value
    reading = Reading(first, max(last, unit.last if unit else last), value, value, unit, rule=rule, base=number.base)
    return _with_comparator(sentence, reading)


def _unit_after(sentence: Sentence, number: Number) -> Unit | None:
    """Read the unit after a number; "of" and determiners stand between a fraction or "one" and its noun."""
    lower, after = sentence.lower, number.last + 1
    if number.form == "fraction":
        return unit_of_fraction(sentence, number)
    noun = over_determiners(lower, after)
    if noun > after + (lower[number.first] != "one") and lower[after] == "of":
        return of_several(sentence, number, noun)
    while after < len(lower) and lower[after] in quantity_lexicon()["further"] and after < number.last + 3:
        after += 1
    return age_told(sentence, number) or read_unit(sentence, after, number.value) or age_of_person(sentence, number)


def _with_comparator(sentence: Sentence, reading: Reading) -> Reading:
    """Add comparator, "about" and trend from the words just before and after."""
    first, label, start, last = reading.first, None, reading.first, reading.last
    comparator, approximate, low, high = "=", False, reading.low, reading.high
    for _ in range(3):
        match = _phrase_before(sentence, start)
        if match is None:
            break
        parts, label = match
        start -= parts
        if label == "approximate":
            approximate = True
        elif comparator == "=":
            comparator = label
    after = _phrase_after(sentence, reading.last)
    if after is not None and comparator == "=":
        steps, label = after
        last += steps
        approximate, comparator = (True, comparator) if label == "approximate" else (approximate, label)
    if comparator in {">", ">="}:
        high = None
    elif comparator in {"<", "<="}:
        low = None
    trend = trend_before(sentence, start, reading.unit.name if reading.unit else None)
    first = start
    if first and sentence.lower[first - 1] == "+" and trend is None:
        trend, first = "up", first - 1
    return Reading(
        first, last, low, high, reading.unit, comparator, approximate,
        trend=trend, rule=reading.rule, base=reading.base,
    )  # fmt: skip


def _phrase_before(sentence: Sentence, start: int) -> tuple[int, str] | None:
    """Find a comparator that ends just before token ``start``, skipping "a", "the", "total of", a hyphen.

    What is above "the 640" is compared with a number that is known; the number is none more than it.
    """
    lower = sentence.lower
    skipped = 0
    between = quantity_lexicon()["before_number"]
    while skipped < 3 and start - skipped > 0 and lower[start - skipped - 1] in between:
        if lower[start - skipped - 1] == "of" and lower[start - skipped - 2 : start - skipped - 1] != ["total"]:
            break
        skipped += 1
    for gap in (0, skipped):
        end = start - gap
        if end <= 0:
            continue
        for parts, label in phrases("comparators").get(lower[end - 1], ()):
            size, known = len(parts), label in {">", "<"} and lower[start - 1] == "the"
            # "The toll went up to 14" gives 14.
            rises = parts == ("up", "to") and lower[max(0, end - 3)] in quantity_lexicon()["going_up"]
            known = known or rises
            if not known and end >= size and tuple(lower[end - size : end]) == parts:
                return gap + size, label
    return None


def _phrase_after(sentence: Sentence, last: int) -> tuple[int, str] | None:
    """Find "or more", "or so", "+" just after a token."""
    lower, after = sentence.lower, last + 1
    # "1,000-plus"
    if lower[after : after + 1] == ["-"] and sentence.joined(after):
        after += 1
    for parts, label in _after_phrases().get(lower[after], ()) if after < len(lower) else ():
        if lower[after : after + len(parts)] == parts:
            return after - last - 1 + len(parts), label
    return None


@cache
def _after_phrases() -> dict[str, list[tuple[list[str], str]]]:
    """Give the phrases that qualify a number from behind, by their first word."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for label, phrases in quantity_lexicon()["comparators_after"].items():
        for phrase in phrases:
            found.setdefault(phrase.split()[0], []).append((phrase.split(), label))
    return found
