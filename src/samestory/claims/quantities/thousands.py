"""Figures in groups of three with a space between: "20 000", "1 250 000"."""

from samestory.claims.tokens import Sentence
from samestory.lexicon import read_lexicon
from samestory.months import month_numbers

LONGEST_GROUP = 3
# Trillions; more figures in threes are a table or a code.
MOST_GROUPS = 5
NO_BREAK_SPACES = frozenset("\u00a0\u2009\u202f")


def last_group(sentence: Sentence, first: int) -> int:
    """Give the token of the last group of "20 000", "1 250 000", else the first: figures in threes, a space between.

    One group behind a plain space must end in two zeros; "on May 12 400 people" is a day and a number, and "on flight
    12 300 people" two numbers.
    """
    opening, before = sentence.lower[first], sentence.lower[first - 1] if first else ""
    if not opening.isdecimal() or opening[0] == "0" or len(opening) > LONGEST_GROUP:
        return first
    last, spaces = first, set[str]()
    while last + 1 < len(sentence) and _is_group(sentence.lower[last + 1]):
        spaces.add(sentence.text[sentence.ends[last] - sentence.start : sentence.starts[last + 1] - sentence.start])
        last += 1
        if last - first == MOST_GROUPS:
            return first
    plain = spaces == {" "} and (last - first > 1 or sentence.lower[last].endswith("00"))
    named = before in month_numbers()["english"] or before in _named_by_number()
    is_number = plain and not named
    return last if is_number or (len(spaces) == 1 and spaces <= NO_BREAK_SPACES) else first


def _named_by_number() -> list[str]:
    """Give the nouns that a number names one of: "flight 12"."""
    nouns: list[str] = read_lexicon(__package__, "quantities.toml")["identifiers"]["always"]
    return nouns


def _is_group(word: str) -> bool:
    return len(word) == LONGEST_GROUP and word.isdecimal()
