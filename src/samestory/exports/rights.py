"""What a public export may carry of an article's text: all of it, or excerpts with hashes.

Under ``rights: excerpts`` no export shows more than 25 words of an article in a row. A hash lets whoever holds the
text check that it is the one meant.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from samestory.exports.contents import FULL
from samestory.words import word_spans

EXCERPT_WORDS = 25
# Stands for a letter that is not shown: neither a word nor white space, and of length one, so that positions hold.
MASK = "·"


@dataclass(frozen=True)
class Rights:
    """What the corpus allows: ``full`` texts, or excerpts of at most 25 words."""

    full: bool

    @classmethod
    def of(cls, setting: str | None) -> "Rights":
        """Read ``rights`` of corpus.yaml; what says nothing allows excerpts only."""
        return cls(setting == FULL)

    def quote(self, text: str) -> str:
        """Give the text, or its first 25 words and an ellipsis."""
        end = len(text) if self.full else excerpt_end(text, 0, len(text))
        return text if end == len(text) else text[:end] + "…"

    def show(self, text: str, spans: Iterable[tuple[int, int]]) -> str:
        """Give the text with the same positions: all of it, or with every letter outside the spans' excerpts masked.

        Args:
            text: an article's text.
            spans: ``(start, end)`` of what should be seen, in code points.
        """
        return text if self.full else _mask(text, spans)


def sha256(text: str) -> str:
    """Hash a text as UTF-8, in hexadecimal; a lone surrogate, which UTF-8 does not have, counts as ``?``."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def excerpt_end(text: str, start: int, end: int, words: int = EXCERPT_WORDS) -> int:
    """Give the position after so many words of ``text[start:end]``: ``end`` itself where it has no more."""
    last = 0
    for number, (_, word_end) in enumerate(word_spans(text[start:end])):
        if number == words:
            return start + last
        last = word_end
    return end


def _mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Mask what no excerpt shows; short excerpts are shown first, and long ones only as far as no row gets too long."""
    words = list(word_spans(text))
    starts, ends = [start for start, _ in words], [end for _, end in words]
    excerpts = []
    for start, end in spans:
        stop = excerpt_end(text, start, end)
        first, last = bisect_right(ends, start), bisect_left(starts, stop)
        excerpts.append((last - first, start, stop, first, last))
    seen, shown = bytearray(len(text)), bytearray(len(words))
    for _, start, stop, first, last in sorted(excerpts):
        seen[start:stop] = b"\x01" * (stop - start)
        for word in range(first, last):
            shown[word] = shown[word] or _row(shown, word) <= EXCERPT_WORDS
    for (start, end), visible in zip(words, shown, strict=True):
        if not visible:
            seen[start:end] = bytes(end - start)
    return "".join(letter if shown or letter.isspace() else MASK for letter, shown in zip(text, seen, strict=True))


def _row(shown: bytearray, word: int) -> int:
    """Count the words in a row that would be seen, were this one shown."""
    before = shown[max(0, word - EXCERPT_WORDS) : word][::-1]
    after = shown[word + 1 : word + 1 + EXCERPT_WORDS]
    return 1 + sum(len(side) if (gap := side.find(0)) < 0 else gap for side in (before, after))
