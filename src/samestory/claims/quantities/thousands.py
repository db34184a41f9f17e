"""Figures in groups of three with a space between: "20 000", "1 250 000"."""

from samestory.claims.tokens import Sentence
from samestory.months import month_numbers

LONGEST_GROUP = 3
NO_BREAK_SPACES = frozenset("\u00a0\u2009\u202f")


def last_group(sentence: Sentence, first: int) -> int:
    """Give the token of the last group of "20 000", "1 250 000", else the first: figures in threes, a space between.

    One group behind a plain space must end in two zeros; "on May 12 400 people" is a day and a number.
    """
    opening, before = sentence.lower[first], sentence.lower[first - 1] if first else ""
    if not opening.isdecimal() or opening[0] == "0" or len(opening) > LONGEST_GROUP:
        return first
    last, spaces = first, set[str]()
    while last + 1 < len(sentence) and _is_group(sentence.lower[last + 1]):
        spaces.add(sentence.text[sentence.ends[last] - sentence.start : sentence.starts[last + 1] - sentence.start])
        last += 1
    plain = spaces == {" "} and (last - first > 1 or sentence.lower[last].endswith("00"))
    is_number = plain and before not in month_numbers()["english"]
    return last if is_number or (len(spaces) == 1 and spaces <= NO_BREAK_SPACES) else first


def _is_group(word: str) -> bool:
    return len(word) == LONGEST_GROUP and word.isdecimal()
