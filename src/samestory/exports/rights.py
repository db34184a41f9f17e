"""What a public export may carry of an article's text: all of it, or excerpts with hashes.

Under ``rights: excerpts`` no export shows more than 25 words of an article in a row. A hash lets whoever holds the
text check that it is the one meant.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

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
        return cls(setting == "full")

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
    """Mask what no excerpt shows, and the word after every 25 that excerpts side by side would show in a row."""
    seen = bytearray(len(text))
    for start, end in spans:
        stop = excerpt_end(text, start, end)
        seen[start:stop] = b"\x01" * (stop - start)
    row = 0
    for start, end in word_spans(text):
        row = row + 1 if any(seen[start:end]) else 0
        if row > EXCERPT_WORDS:
            seen[start:end] = bytes(end - start)
            row = 0
    return "".join(letter if shown or letter.isspace() else MASK for letter, shown in zip(text, seen, strict=True))
