"""Reading: all articles word by word, and which quotation each word stands in."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from samestory.overlap.tokeniser import read_tokens
from samestory.overlap.tokens import Flags, Ints, Places, Tokens

Span = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """The words of articles, in the order of the articles.

    Attributes:
        texts: per article its text.
        tokens: the words (``tokens``).
        marked: the number of the quotation of its article that each stands in, -1 outside all.
        retold: whether each stands in a part that tells the report again or belongs to a picture.
    """

    texts: Mapping[str, str]
    tokens: Tokens
    marked: Places
    retold: Flags

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each article."""
        return {doc: number for number, doc in enumerate(self.texts)}

    @cached_property
    def first(self) -> Ints:
        """The first word of each article, and the end of all."""
        return np.searchsorted(self.tokens.doc, np.arange(len(self.texts) + 1))

    @cached_property
    def _starts(self) -> Ints:
        return _keys(self.tokens.doc, self.tokens.start)

    @cached_property
    def _ends(self) -> Ints:
        return _keys(self.tokens.doc, self.tokens.end)

    def find(self, docs: Sequence[str], starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
        """Give the words that lie wholly within stretches of articles: the first of each, and the end."""
        number = np.array([self.number[doc] for doc in docs], dtype=np.int64)
        low = np.searchsorted(self._starts, _keys(number, starts))
        high = np.searchsorted(self._ends, _keys(number, ends), side="right")
        return low, np.maximum(low, high)

    def size(self, doc: str) -> int:
        """Give the number of words of an article."""
        number = self.number[doc]
        return int(self.first[number + 1] - self.first[number])

    def begun(self, doc: str, places: Sequence[int]) -> Ints:
        """Give for places in an article the first of its words that begins there or later."""
        number = self.number[doc]
        own = self.tokens.start[self.first[number] : self.first[number + 1]]
        begun: Ints = np.searchsorted(own, np.asarray(places, dtype=np.int64))
        return begun

    def unmarked(self, doc: str, start: int, end: int) -> list[Span]:
        """Give the runs of words outside quotation marks within a stretch of an article."""
        first, last = self.first[self.number[doc]] + self.begun(doc, [start, end])
        edges = np.flatnonzero(np.diff(self.marked[first:last] < 0, prepend=False, append=False)).tolist()
        return [
            (int(self.tokens.start[first + low]), int(self.tokens.end[first + high - 1]))
            for low, high in zip(edges[::2], edges[1::2], strict=True)
        ]

    def inside(self, spans: Mapping[str, Sequence[Span]]) -> Flags:
        """Say which words begin in one of some spans."""
        return _owner(self.tokens, [spans.get(doc, ()) for doc in self.texts]) >= 0


def read_words(
    texts: Mapping[str, str], quoted: Mapping[str, Sequence[Span]], retold: Mapping[str, Sequence[Span]]
) -> Reading:
    """Read articles word by word.

    Args:
        texts: per article its text.
        quoted: per article the stretches between quotation marks, in order.
        retold: per article its captions, summaries and answers to questions, in order.
    """
    tokens = read_tokens(list(texts.values()))
    marked, again = (_owner(tokens, [spans[doc] for doc in texts]) for spans in (quoted, retold))
    return Reading(texts, tokens, marked, again >= 0)


def merge_spans(spans: Sequence[Span]) -> list[Span]:
    """Put spans in order, overlapping ones together."""
    merged = list[Span]()
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def touches(span: Span, spans: Sequence[Span]) -> bool:
    """Tell whether a span overlaps one of some disjoint ones in order."""
    behind = bisect_left(spans, (span[1],))
    return behind > 0 and spans[behind - 1][1] > span[0]


def _keys(doc: Ints | Places, place: Ints | Places) -> Ints:
    """Give one number that orders places of all articles: the article in the high bits, the place in the low ones."""
    return (doc.astype(np.int64) << 32) | place


def _owner(tokens: Tokens, spans: Sequence[Sequence[Span]]) -> Places:
    """Give the number of the span, in its article, that each word begins in, -1 where in none; spans are in order."""
    rows = [(doc, number, start, end) for doc, own in enumerate(spans) for number, (start, end) in enumerate(own)]
    owner = np.full(len(tokens), -1, dtype=np.int32)
    if rows and len(tokens):
        doc, number, start, end = np.array(rows, dtype=np.int64).T
        place = _keys(tokens.doc, tokens.start)
        last = np.searchsorted(_keys(doc, start), place, side="right") - 1
        hit = (last >= 0) & (place < _keys(doc, end)[last])
        owner[hit] = number[last[hit]]
    return owner
