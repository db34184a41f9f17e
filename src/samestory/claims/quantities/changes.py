"""Whether a number is how much something rose or fell: "fell by 12", "cut its sales by 30 percent"."""

from functools import cache

from samestory.claims.quantities.numbers import quantity_lexicon
from samestory.claims.tokens import Sentence

# "Cut its shipments of steel by 30 percent": so many tokens may stand between the verb and "by".
LONGEST_OBJECT = 8


@cache
def trends() -> dict[str, str]:
    """Give the direction of each word of change."""
    return {word: label for label, words in quantity_lexicon()["trend"].items() for word in words}


@cache
def _verbs() -> dict[str, str]:
    """Give the direction of each verb that its object, "by" and the change follow."""
    return {word: label for label, words in quantity_lexicon()["trend_of_object"].items() for word in words}


def trend_before(sentence: Sentence, start: int, unit: str | None) -> str | None:
    """Find a word of change just before a token, with "by", "another" between, or its object before "by".

    Percents alone are told so far from the word: "raised the flag by 12 boats" tells of no change.
    """
    lower, index = sentence.lower, start - 1
    between = quantity_lexicon()["before_change"]
    while index >= 0 and index > start - 4 and lower[index] in between:
        index -= 1
    if index < 0:
        return None
    if lower[index] == "+" and not sentence.joined(start):
        return None
    trend = trends().get(lower[index])
    if trend is None and unit == "percentage" and lower[index + 1 : index + 2] == ["by"]:
        return _trend_of_object(lower, index)
    return trend


def _trend_of_object(lower: list[str], last: int) -> str | None:
    """Find the verb of "cut its shipments by"; in "cuts opposed by" and "cut short by" another word has the "by"."""
    words = quantity_lexicon()
    if (
        lower[last].endswith(("ed", "en"))
        or lower[last] in words["noun_phrase"]["verbs"]
        or lower[last] in words["led"]
    ):
        return None
    for index in range(last - 1, max(-1, last - LONGEST_OBJECT), -1):
        if not lower[index][0].isalnum() and lower[index] not in {"-", "'", "’"}:
            return None
        if (trend := _verbs().get(lower[index])) is not None:
            return trend
    return None
