"""Quantities without a numeral: "dozens of attacks", "several hundred", "no casualties", "not a single shot"."""

from functools import cache

from samestory.claims.quantities.numbers import quantity_lexicon
from samestory.claims.quantities.reading import Reading
from samestory.claims.quantities.units import Unit, read_noun_phrase
from samestory.claims.tokens import Sentence

NEGATED_BEFORE = 6


@cache
def _phrases() -> dict[str, list[tuple[list[str], float]]]:
    """Give the vague quantifiers by their first word."""
    found: dict[str, list[tuple[list[str], float]]] = {}
    for phrase, low in quantity_lexicon()["vague"].items():
        found.setdefault(phrase.split()[0], []).append((phrase.split(), float(low)))
    return found


def read_vague(sentence: Sentence, index: int) -> Reading | None:
    """Read "dozens of attacks", "several", "tens of thousands", "a couple of hundred fans"."""
    lower = sentence.lower
    for parts, low in _phrases().get(lower[index], ()):
        last = index + len(parts) - 1
        if lower[index : last + 1] != parts or not _quantifies(lower, index, last):
            continue
        last, low = _scaled(lower, last, low)
        after = last + 1
        while after < len(lower) and lower[after] in quantity_lexicon()["behind_vague"]:
            after += 1
        unit = read_noun_phrase(sentence, after, 2)
        if lower[last] == "pair":
            return _pair(index, low, unit)
        return Reading(index, unit.last if unit else last, low, None, unit, ">=", vague=True, rule="vague")
    return None


def _pair(index: int, low: float, unit: Unit | None) -> Reading | None:
    """Read "a pair of sailors", who are two; a pair of gloves is one thing."""
    worn = quantity_lexicon()["pairs"]
    if unit is None or unit.name.rpartition(" ")[2] in worn:
        return None
    return Reading(index, unit.last, low, low, unit, rule="noun")


def _quantifies(lower: list[str], index: int, last: int) -> bool:
    """Tell a quantifier from "quite a few", "the several", and from scores that are points."""
    before = lower[index - 1] if index else ""
    if lower[index] == "scores" and lower[last + 1 : last + 2] != ["of"]:
        return False
    return before != "quite" and (before != "the" or lower[index] in quantity_lexicon()["definite_vague"])


def _scaled(lower: list[str], last: int, low: float) -> tuple[int, float]:
    """Multiply by the scale word after "several", "a couple of"."""
    scales = quantity_lexicon()["scales"]
    after = last + 1 + (lower[last + 1 : last + 2] == ["of"])
    while after < len(lower) and lower[after] in scales:
        low, last = low * scales[lower[after]], after
        after += 1
    return last, low


def read_zero(sentence: Sentence, index: int) -> Reading | None:
    """Read "no casualties", "no one", "not a single shot"; "any casualties", "anyone" after a negation or denial."""
    lexicon, lower = quantity_lexicon()["no"], sentence.lower
    word = lower[index]
    after = lower[index + 1] if index + 1 < len(lower) else ""
    if word == "neither":
        return _zero(index, Unit("-", index, "no"), "no") if after == "of" else None
    if word in {"none", "nobody"} or (word == "no" and after in lexicon["people"]):
        last = index + (word == "no")
        return _zero(index, Unit("person" if word != "none" else "-", last, "no"), "no")
    if word == "not":
        unit = _not_a_single(sentence, index + 1)
        return _zero(index, unit, "not a single") if unit else None
    before = lower[max(0, index - NEGATED_BEFORE) : index]
    denied = word.startswith("any") and _is_denied(lower, index)
    if word in {"anyone", "anybody"}:
        return _zero(index, Unit("person", index, "no"), "not any") if denied else None
    if word == "any" and not denied and not _is_negated(before):
        return None
    first = index + 1
    while first < len(lower) and lower[first] in lexicon["reported"]:
        first += 1
    # "No doubt", and "no immediate comment".
    if any(following in lexicon["not_before"] for following in lower[index + 1 : first + 1]):
        return None
    unit = read_noun_phrase(sentence, first, 0)
    return _zero(index, unit, "no" if word == "no" else "not any") if unit else None


def _is_negated(before: list[str]) -> bool:
    """Tell a negation that says what is; "should not take any steps", "asked not to take any" say what is to be."""
    lexicon = quantity_lexicon()["no"]
    place = next((place for place, word in enumerate(before) if word in lexicon["negators"]), None)
    if place is None:
        return False
    bidden = place > 0 and before[place - 1] in lexicon["bidding"]
    return not bidden and before[place + 1 : place + 2] != ["to"]


def _is_denied(lower: list[str], index: int) -> bool:
    """Tell "denied any deaths", "denied that in the village anyone was killed", "without anybody being hurt".

    Who did "not say that anyone was killed", or "denied killing anyone", does not say that there was nobody.
    """
    lexicon, before = quantity_lexicon()["no"], lower[max(0, index - NEGATED_BEFORE) : index]
    if before[-1:] == ["without"]:
        return True
    place = next((place for place, word in enumerate(before) if word in lexicon["denials"]), None)
    if place is None or not set(lexicon["negators"]).isdisjoint(before[:place]):
        return False
    return before[place + 1 : place + 2] in ([], ["that"])


def _not_a_single(sentence: Sentence, first: int) -> Unit | None:
    """Read the noun of "not a single shot", "not one of the sailors"; "not one sailor but two" are two."""
    lexicon, lower = quantity_lexicon(), sentence.lower
    for phrase in lexicon["no"]["single"]:
        parts = phrase.split()
        noun = first + len(parts)
        if lower[first:noun] != parts:
            continue
        if lower[noun : noun + 1] == ["of"]:
            while noun < len(lower) and lower[noun] in lexicon["determiners"]:
                noun += 1
        unit = read_noun_phrase(sentence, noun, 1)
        return None if unit is None or lower[unit.last + 1 : unit.last + 2] == ["but"] else unit
    return None


def _zero(index: int, unit: Unit, rule: str) -> Reading:
    return Reading(index, unit.last, 0.0, 0.0, unit, negated=True, rule=rule)
