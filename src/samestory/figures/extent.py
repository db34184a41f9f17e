"""From positions in a text to its words: how many words a stretch has and where it begins."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from samestory.words import word_spans

Span = tuple[int, int]


def word_starts(text: str) -> list[int]:
    """Positions (code points) at which the words of a text begin."""
    return [start for start, _ in word_spans(text)]


def words_in(starts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Turn a stretch into word indices: its first word and the one after its last (words that begin in it)."""
    return bisect_left(starts, start), bisect_left(starts, end)


def word_set(starts: Sequence[int], spans: Iterable[Span]) -> set[int]:
    """Indices of the words that begin in any of the spans."""
    found: set[int] = set()
    for start, end in spans:
        found.update(range(*words_in(starts, start, end)))
    return found
