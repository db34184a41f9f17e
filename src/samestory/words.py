"""What a word is: the one definition behind every count of words."""

import re
from collections.abc import Iterator

# Letters and digits; inside a word an apostrophe or a hyphen, and a point or comma between digits.
WORD = re.compile(r"[^\W_]+(?:(?:['’‐‑-]|(?<=\d)[.,](?=\d))[^\W_]+)*")


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield ``(start, end)`` of each word, in code points, end exclusive."""
    return (match.span() for match in WORD.finditer(text))


def count_words(text: str) -> int:
    """Count the words of a text."""
    pieces = text.split()
    # Most pieces are a word and nothing else: only the others are looked into.
    mixed = [piece for piece in pieces if not piece.isalnum()]
    return len(pieces) - len(mixed) + len(WORD.findall("\n".join(mixed)))
