"""What a word is: the one definition behind every count of words."""

import re
import sys
from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

# Letters and digits; inside a word an apostrophe or a hyphen, and a point or comma between digits.
WORD = re.compile(r"[^\W_]+(?:(?:['’‐‑-]|(?<=\d)[.,](?=\d))[^\W_]+)*")

RUN = re.compile(r"[^\W_]+")
# What makes one word of two runs of letters and digits, as WORD has it.
JOINT = re.compile(r"['’‐‑.,-](?<=[^\W_].)(?=[^\W_])(?:(?<![.,])|(?<=\d.)(?=\d))")


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield ``(start, end)`` of each word, in code points, end exclusive."""
    return (match.span() for match in WORD.finditer(text))


def count_words(text: str) -> int:
    """Count the words of a text: its runs of letters and digits, but one less for each joint between two of them."""
    inside = _in_words()[np.frombuffer(f"\n{text}".encode("utf-32-le", "surrogatepass"), np.uint32)]
    return int(np.count_nonzero(inside[1:] > inside[:-1])) - len(JOINT.findall(text))


@cache
def _in_words() -> NDArray[np.bool_]:
    """Tell of each code point whether it is a letter or digit."""
    every = np.arange(sys.maxunicode + 1, dtype="<u4").tobytes().decode("utf-32-le", "surrogatepass")
    inside = np.zeros(len(every), np.bool_)
    for run in RUN.finditer(every):
        inside[run.start() : run.end()] = True
    return inside
