"""What a codebook's words for a unit count, by the lexicon and rules by which the texts are read."""

from dataclasses import dataclass
from functools import cache

from samestory.claims.currencies import currency_marks
from samestory.claims.phrases import Phrases
from samestory.claims.quantities.numbers import quantity_lexicon
from samestory.claims.quantities.pounds import BARE, RATE
from samestory.claims.quantities.units import read_unit
from samestory.claims.tokens import tokenise


@dataclass(frozen=True, slots=True)
class UnitWording:
    """A codebook's wording for a unit as the texts are read.

    Attributes:
        name: the unit as claims/quantities names it, None where the wording is read as no unit ("dead").
        whole: the unit takes up all of the wording; else it can match nothing ("people killed" is read as people).
    """

    name: str | None
    whole: bool


@cache
def read_wording(wording: str) -> UnitWording:
    """Read a wording as if a number stood before it: "per cent" is a percentage, "km" a kilometre.

    A wording that stands for many (a star, dots, a regular expression) is read as no unit.
    """
    if wording in currency_marks():
        return UnitWording(currency_marks()[wording], whole=True)
    if wording.startswith("/") or any(mark in wording for mark in ("*", "...", "…")):
        return UnitWording(None, whole=True)
    readings = [_behind_number(form) for form in (wording, *plurals(wording))]
    return next((reading for reading in readings if reading.whole), readings[0])


def _behind_number(wording: str) -> UnitWording:
    """Read a wording behind a number, joined to it: so "5g" is read, whose unit is one letter."""
    sentence = tokenise("", 0, f"2{wording}")
    unit = read_unit(sentence, 1, 0)
    if unit is None:
        return UnitWording(None, whole=True)
    return UnitWording(unit.name, whole=unit.last == len(sentence) - 1)


def plurals(word: str) -> list[str]:
    """Give the forms a plural may have by spelling: ferries, buses, casualties."""
    return [f"{word}s", f"{word}es", *([f"{word[:-1]}ies"] if word.endswith("y") else [])]


def say_unit(unit: str, number: float | None) -> str:
    """Say a unit behind a number: 1 hour, 2 hours, 3 feet, 4 miles per hour."""
    if number == 1:
        return unit
    counted, per, rest = unit.partition(RATE)
    *before, head = counted.split(" ")
    irregular = next((form for form, one in quantity_lexicon()["plurals"].items() if one == head), None)
    regular = f"{head[:-1]}ies" if head.endswith("y") and head[-2:-1] not in "aeiou" else f"{head}s"
    return " ".join([*before, irregular or regular]) + per + rest


@cache
def unit_names(words: Phrases) -> tuple[Phrases, Phrases]:
    """Give the names of the units that wordings ask for, and of these the rates ("vehicle per day")."""
    read = [reading.name for reading in map(read_wording, words.wordings) if reading.whole and reading.name]
    pounds = quantity_lexicon()["pounds"]
    # Who asks for pounds without a word more may mean either.
    either = [
        name.replace(BARE, pounds[kind], 1)
        for name in read
        for kind in ("money_unit", "weight_unit")
        if name.partition(RATE)[0] == BARE
    ]
    names = dict.fromkeys([*words.wordings, *read, *either])
    rates = tuple(name for name in names if RATE in name)
    return Phrases(tuple(name for name in names if name not in rates)), Phrases(rates)


def is_rate(unit: str) -> bool:
    """Tell "litre per minute" from a measure of its own, as a mile per hour."""
    return RATE in unit and unit not in quantity_lexicon()["measures"].values()
