"""What a part or a share is of: "one of its three boats", "a third of the harbour's boats", "half a mile"."""

from dataclasses import replace
from functools import cache

from samestory.claims.quantities.numbers import Number, number_words, quantity_lexicon, stop_words
from samestory.claims.quantities.plurals import is_plural
from samestory.claims.quantities.units import Unit, divided, read_measure, read_noun_phrase, read_unit
from samestory.claims.tokens import Sentence

# "The harbour town's 180".
LONGEST_OWNER = 5


@cache
def determiners() -> frozenset[str]:
    """Give the words that may stand between a number and what it counts: "one of the boats"."""
    return frozenset(quantity_lexicon()["determiners"])


def over_determiners(lower: list[str], after: int) -> int:
    """Give the token after "of the", "its", "all these"."""
    while after < len(lower) and lower[after] in determiners():
        after += 1
    return after


def of_several(sentence: Sentence, number: Number, noun: int) -> Unit | None:
    """Read the noun of "one of its three boats", which are a quantity of their own."""
    lower, first = sentence.lower, noun
    noun = _before_number(lower, noun)
    counted = False
    while noun < len(lower) and (_is_number(lower[noun]) or lower[noun] in _qualifiers()):
        counted = counted or _is_number(lower[noun])
        noun += 1
    of_any = number.form == "fraction" or lower[number.first] == "one"
    noun = noun if counted else _over_owner(lower, first) if of_any else first
    unit = read_noun_phrase(sentence, noun, 2)
    if unit is None or not (of_any or _is_many(sentence, unit)):
        return None
    return replace(unit, last=number.last) if counted else unit


def _over_owner(lower: list[str], noun: int) -> int:
    """Give the token of what is owned in "a third of the harbour's boats"; else the noun's."""
    for index in range(noun, min(len(lower), noun + LONGEST_OWNER)):
        if lower[index] in {"'", "’"}:
            return index + 1 + (lower[index + 1 : index + 2] == ["s"])
        if lower[index] in stop_words() or not lower[index].isalpha():
            break
    return noun


def _before_number(lower: list[str], noun: int) -> int:
    """Give the token of the number in "22 of the city's 180 halls", "140 of the usual 900 trains"; else the noun's."""
    for index in range(noun, min(len(lower), noun + LONGEST_OWNER)):
        if _is_number(lower[index]):
            return index
        owner = lower[index] in {"'", "’"} or (lower[index] == "s" and lower[index - 1] in {"'", "’"})
        if not owner and (lower[index] in stop_words() or not lower[index].isalpha()):
            break
    return noun


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in number_words()


def _is_many(sentence: Sentence, unit: Unit) -> bool:
    """Tell "ten of the banks" from "ten of the company's banks"."""
    return is_plural(sentence.words[unit.last])


@cache
def _qualifiers() -> frozenset[str]:
    """Give the words of "more than", "at least", "about"."""
    found = quantity_lexicon()["comparators"].values()
    return frozenset(word for phrases in found for phrase in phrases for word in phrase.split()) - {
        "of",
        "a",
        "an",
        "the",
    }


def unit_of_fraction(sentence: Sentence, number: Number) -> Unit | None:
    """Read what a fraction is of: "half a mile" is half of one mile, "half of the drivers" a share of many."""
    lower, after = sentence.lower, number.last + 1
    whole = after + (lower[after : after + 1] == ["of"])
    whole += lower[whole : whole + 1] in (["a"], ["an"])
    if whole < len(lower):
        measure = read_measure(sentence, whole) or _length_of_time(lower, whole)
        if measure is not None:
            return divided(sentence, measure)
    noun = over_determiners(lower, after)
    if noun == after and lower[number.first].isdigit():
        return read_unit(sentence, after, number.value)
    unit = of_several(sentence, number, noun)
    return Unit(f"% {unit.name}", unit.last, "fraction") if unit else Unit("% -", number.last, "fraction")


def _length_of_time(lower: list[str], index: int) -> Unit | None:
    """Read a unit of time in the singular: only the whole of one can be halved."""
    return Unit(lower[index], index, "measure") if lower[index] in quantity_lexicon()["per"]["times"] else None
