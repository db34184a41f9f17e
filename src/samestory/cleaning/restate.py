"""Paragraphs that say again, in other words, what another paragraph of the article says."""

import re
from collections.abc import Iterable, Sequence

from samestory.lexicon import read_lexicon
from samestory.words import runs

COMMON = frozenset(read_lexicon(__package__, "restate.toml")["common"])
STEM = 5
# A set of characters opens the pattern, which the search for a match skips by.
SENTENCE_END = re.compile(r"[”\"’)\s](?<=[.!?][”\"’)\s])(?:(?<=\s)|(?<!\s)[”\"’)]*\s)\s*(?=[A-Z“‘\"])")


def content(text: str) -> frozenset[str]:
    """Give the content words of a text, cut to a stem of five letters."""
    return frozenset([word[:STEM] for word in set(runs(text)) - COMMON])


def restated(paragraph: str, others: Sequence[frozenset[str]]) -> float:
    """Give how far a paragraph's sentences are found again elsewhere.

    Args:
        paragraph: the paragraph.
        others: the content words of the paragraphs to look in.

    Returns:
        The mean over its sentences of the largest share of content words that one other paragraph has, 0..1.
    """
    shares = [
        max((len(words & other) for other in others), default=0) / len(words)
        for sentence in SENTENCE_END.split(paragraph)
        if len(words := content(sentence)) >= 3
    ]
    return mean(shares)


def mean(values: Iterable[float]) -> float:
    """Give the mean; 0 of nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0
