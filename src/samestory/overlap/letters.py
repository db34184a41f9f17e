"""Letters: the class of every character, and the letter it is read as (case and accents set aside)."""

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Codes = NDArray[np.uint32]

ALNUM, DIGIT, APOSTROPHE, POINT, HYPHEN, ALONE, NEWLINE, BREAK = 1, 2, 4, 8, 16, 32, 64, 128
# The only point that ends a sentence is the full stop.
STOP = POINT | BREAK
ASCII = 128
SMALL = np.uint8(32)
# Scripts that put no space between words: Thai, Lao, Khmer and Burmese; Japanese kana; Chinese characters.
ALONE_RANGES = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def read_letters(text: str) -> tuple[Bytes, Bytes | Codes]:
    """Give the class of each character of a text, and the letter it is read as (0 for what is no letter).

    Letters are bytes where every letter of the text folds to ASCII, else code points.
    """
    if text.isascii():
        return _read_ascii(text.encode("ascii"))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    flags, narrow = _read_ascii(codes.astype(np.uint8).tobytes())
    places = np.flatnonzero(codes >= ASCII)
    classes, folds = _classify(codes[places])
    flags[places] = classes
    letters = narrow.astype(np.uint32) if len(folds) and folds.max() >= ASCII else narrow
    letters[places] = folds
    return flags, letters


def _read_ascii(content: bytes) -> tuple[Bytes, Bytes]:
    """Give the class and the letter of each ASCII character; what other bytes are given means nothing."""
    flags = np.frombuffer(bytearray(content.translate(_ascii_classes())), dtype=np.uint8)
    # Small letters and digits have this bit, capitals are small letters without it.
    letters = np.frombuffer(content, dtype=np.uint8) | SMALL
    letters *= flags & ALNUM
    return flags, letters


@cache
def _ascii_classes() -> bytes:
    """Give the table of ``bytes.translate`` with the class of each ASCII character."""
    return bytes([_character(code)[0] for code in range(ASCII)] + [0] * (256 - ASCII))


def _classify(codes: Codes) -> tuple[Bytes, Codes]:
    """Give class and letter of characters beyond ASCII, looked up once for each distinct one."""
    distinct, inverse = np.unique(codes, return_inverse=True)
    rows = [_character(code) for code in distinct.tolist()]
    flags = np.array([flag for flag, _ in rows], dtype=np.uint8)
    letters = np.array([letter for _, letter in rows], dtype=np.uint32)
    return flags[inverse], letters[inverse]


@cache
def _character(code: int) -> tuple[int, int]:
    """Give the class of a character and the letter it is read as."""
    character = chr(code)
    if character.isalnum():
        flag = ALNUM | (DIGIT if character.isdecimal() else 0)
        flag |= ALONE if any(low <= code <= high for low, high in ALONE_RANGES) else 0
        folded = unicodedata.normalize("NFKD", character.casefold())[:1] or character
        return flag, ord(folded)
    flag = APOSTROPHE if character in "'’" else 0
    flag |= POINT if character in ".," else 0
    flag |= HYPHEN if character in "-‐‑" else 0
    flag |= NEWLINE if character == "\n" else 0
    flag |= BREAK if character in ".!?" else 0
    return flag, 0
