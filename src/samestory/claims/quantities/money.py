"""Sums of money: the currency before or behind a number."""

import re

from samestory.claims.currencies import SUM, currency_marks
from samestory.claims.tokens import Sentence

_SUM = re.compile(SUM)
# "GH₵500": the mark has at most so many tokens.
LONGEST_MARK = 2


def currency_before(sentence: Sentence, first: int) -> tuple[str, int] | None:
    """Read "$", "US$", "US $", "$US", "PHP", "Rs.", "P" before the number at a token: its name and its first token."""
    words, end = sentence.words, first
    if end > 1 and words[end - 1] == "." and words[end - 2] in currency_marks("abbreviations"):
        end -= 1
    if not end:
        return None
    mark, touches = words[end - 1], sentence.joined(first)
    if mark == "$":
        return _dollars(sentence, end - 1)
    if end > 1 and words[end - 2] == "$" and sentence.joined(end - 1) and mark in currency_marks("dollars"):
        return currency_marks("dollars")[mark], end - 2
    anywhere = currency_marks("symbols", "codes", "abbreviations")
    longer = "".join(words[max(0, end - LONGEST_MARK) : end])
    if longer in anywhere and end > 1 and sentence.joined(end - 1):
        return anywhere[longer], end - LONGEST_MARK
    if mark in anywhere:
        return anywhere[mark], end - 1
    if touches and mark in currency_marks("joined", "letters"):
        return currency_marks("joined", "letters")[mark], end - 1
    if mark in currency_marks("words") and _SUM.match(sentence.text, sentence.starts[first] - sentence.start):
        return currency_marks("words")[mark], end - 1
    return None


def _dollars(sentence: Sentence, mark: int) -> tuple[str, int]:
    """Read whose dollars they are: "NT$"; "US $" may stand apart, but "A $2 fine" has an article."""
    prefix = sentence.words[mark - 1] if mark else ""
    name = currency_marks("dollars").get(prefix)
    if name is not None and (sentence.joined(mark) or prefix != "A"):
        return name, mark - 1
    return currency_marks("symbols")["$"], mark


def currency_behind(sentence: Sentence, index: int) -> str | None:
    """Read the currency at a token behind a number: "€", "SEK", "kr"."""
    return currency_marks("symbols", "codes", "behind").get(sentence.words[index])
