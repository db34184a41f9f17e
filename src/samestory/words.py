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
# Marks that stand among the letters of an English text and are no ASCII; with nothing else a text is read by its bytes.
MARKS = re.compile("[\u00a0-\u00a9\u00ab-\u00b1\u2000-\u206f\u20a0-\u20bf]+")
SMALL = bytes(ord(chr(byte).lower()) if chr(byte).isalnum() else ord(" ") for byte in range(128)).ljust(256)
DIGITS = re.compile(r"\d+")
# What a character is: bits that words are made of, and for a mark, four bits higher, those that must stand on both its
# sides to make one word of them, as WORD has it.
LETTER, DIGIT = 0b01, 0b11
JOINTS = {"'’‐‑-": 0b01, ".,": 0b10}


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield ``(start, end)`` of each word, in code points, end exclusive."""
    return (match.span() for match in WORD.finditer(text))


def runs(text: str) -> list[str]:
    """Give the runs of letters and digits of a text, its case folded."""
    plain = text if text.isascii() else MARKS.sub(" ", text)
    return plain.encode().translate(SMALL).decode().split() if plain.isascii() else RUN.findall(text.casefold())


def count_words(text: str) -> int:
    """Count the words of a text: its runs of letters and digits, but one less for each joint between two of them."""
    kinds = _kinds().take(np.frombuffer(f"\n{text}\n".encode("utf-32-le", "surrogatepass"), np.uint32))
    before, here, behind = kinds[:-2], kinds[1:-1], kinds[2:]
    return int(np.count_nonzero(here & ~before & LETTER) - np.count_nonzero(here >> 4 & before & behind))


@cache
def _kinds() -> NDArray[np.uint8]:
    """Tell of each code point what it is."""
    every = np.arange(sys.maxunicode + 1, dtype="<u4").tobytes().decode("utf-32-le", "surrogatepass")
    kinds = np.zeros(len(every), np.uint8)
    for run in RUN.finditer(every):
        kinds[run.start() : run.end()] = LETTER
        for digits in DIGITS.finditer(every, *run.span()):
            kinds[digits.start() : digits.end()] = DIGIT
    for marks, sides in JOINTS.items():
        kinds[[ord(mark) for mark in marks]] = sides << 4
    return kinds
