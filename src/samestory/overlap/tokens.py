"""Tokens: the words of all texts as arrays of hashes and positions, made without a Python loop over words.

A token is a word as ``samestory.words`` has it, cut at hyphens (*self-defence* is two tokens), case, accents and inner
apostrophes and points set aside (*U.S.* is the token *us*), one spelling for British and American. In scripts that
put no space between words each character is a token.
"""

import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]

ALNUM, DIGIT, APOSTROPHE, POINT, HYPHEN, ALONE, STOP = 1, 2, 4, 8, 16, 32, 64
KNOWN = 128
# Thai, Lao, Khmer and Burmese; Japanese kana; Chinese characters.
ALONE_RANGES = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
BATCH_CHARS = 1_000_000
BASE = np.uint64(0x9E3779B97F4A7C15)
BASE_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))


@dataclass(frozen=True)
class Tokens:
    """The tokens of all texts, in the order of the texts; arrays of one length.

    Attributes:
        hashes: of the token; equal for equal tokens.
        start, end: its place in its text, in code points, end exclusive.
        doc: the number of its text.
        block: the number of its block: a run of tokens of one text without furniture in between.
        first_word, last_word: the number of the word it begins and ends in, counted over all texts.
    """

    hashes: Hashes
    start: Ints
    end: Ints
    doc: Ints
    block: Ints
    first_word: Ints
    last_word: Ints


def read_tokens(texts: Sequence[str], furniture: Sequence[Sequence[tuple[int, int]]] | None = None) -> Tokens:
    """Cut texts into tokens, those of the furniture left out.

    Args:
        texts: the texts.
        furniture: per text the spans (code points) that are furniture.
    """
    batches: list[tuple[Any, ...]] = []
    first, words = 0, 0
    while first < len(texts):
        last, size = first, 0
        while last < len(texts) and (last == first or size + len(texts[last]) < BATCH_CHARS):
            size += len(texts[last])
            last += 1
        batch = _read_batch(texts[first:last], first, words)
        words = batch[-1]
        batches.append(batch[:-1])
        first = last
    if not batches:
        batches = [_read_batch([""], 0, 0)[:-1]]
    hashes, start, end, doc, first_word, last_word = (np.concatenate(columns) for columns in zip(*batches, strict=True))
    keep = np.ones(len(hashes), dtype=bool)
    if furniture is not None:
        for number, spans in enumerate(furniture):
            if spans:
                low, high = np.searchsorted(doc, [number, number + 1])
                for a, b in spans:
                    keep[low:high] &= (start[low:high] >= b) | (end[low:high] <= a)
    # A new block begins with a new text and after every token left out.
    new = np.ones(len(hashes), dtype=bool)
    new[1:] = (doc[1:] != doc[:-1]) | ~keep[:-1]
    block = np.cumsum(new) - 1
    return Tokens(hashes[keep], start[keep], end[keep], doc[keep], block[keep], first_word[keep], last_word[keep])


def hash_words(words: Iterable[str]) -> Hashes:
    """Hash words of one token each as ``read_tokens`` does, spelling variants not yet merged."""
    return _hash_tokens(*_mark("\n".join(words)))[0]


def mix(values: Hashes) -> Hashes:
    """Scatter 64-bit values (the finaliser of SplitMix64, Steele et al. 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _read_batch(texts: Sequence[str], first_doc: int, words: int) -> tuple[Any, ...]:
    """Read some texts at once; returns the columns of ``Tokens`` but block, and the words counted so far."""
    codes, flags = _mark("\n".join(texts))
    lengths = np.array([len(text) + 1 for text in texts])
    offsets = np.cumsum(lengths) - lengths
    hashes, start, end, word_number = _hash_tokens(codes, flags)
    hashes = _merge_spellings(hashes)
    counts = np.diff(np.searchsorted(start, np.append(offsets, offsets[-1] + lengths[-1])))
    doc = np.repeat(np.arange(len(texts)), counts)
    shift = offsets[doc]
    first_word, last_word = word_number[start] + words - 1, word_number[end - 1] + words - 1
    return hashes, start - shift, end - shift, doc + first_doc, first_word, last_word, words + int(word_number[-1])


def _hash_tokens(codes: Ints, flags: NDArray[np.uint8]) -> tuple[Hashes, Ints, Ints, Ints]:
    """Find the tokens of marked text: hashes, starts, ends, and the number of words begun up to each character."""
    flags = np.append(flags, np.uint8(0))
    alnum, digit = (flags & ALNUM) > 0, (flags & DIGIT) > 0
    before, after = np.roll(alnum, 1), np.roll(alnum, -1)
    between = before & after
    numeric = ((flags & POINT) > 0) & np.roll(digit, 1) & np.roll(digit, -1)
    inner = (((flags & APOSTROPHE) > 0) & between) | numeric
    word = alnum | inner | (((flags & HYPHEN) > 0) & between)
    word_number: Ints = np.cumsum(word & ~np.roll(word, 1), dtype=np.int64)
    # The points of U.S. and a.m.: a single letter on both sides, the second one followed by a point.
    single = alnum & ~digit & ~np.roll(inner | alnum, 1)
    stop = (flags & STOP) > 0
    inner |= stop & np.roll(single, 1) & np.roll(alnum & ~digit, -1) & np.roll(stop, -2)
    inside = alnum | inner
    begins = inside & ~np.roll(inside, 1)
    ends = inside & ~np.roll(inside, -1)
    alone = (flags & ALONE) > 0
    if alone.any():
        begins |= alone | (inside & np.roll(alone, 1))
        ends |= alone | (inside & np.roll(alone, -1))
    start: Ints = np.flatnonzero(begins).astype(np.int64)
    end: Ints = np.flatnonzero(ends).astype(np.int64) + 1
    # A polynomial hash of the letters alone: prefix sums, then each token is brought back to power zero.
    value = np.where(alnum[:-1], _letters()[codes], np.uint64(0))
    power, inverse = _powers(len(codes) + 1)
    prefix = np.zeros(len(codes) + 1, dtype=np.uint64)
    rank: Ints = np.cumsum(alnum) - alnum
    np.cumsum(value * power[rank[:-1]], out=prefix[1:])
    return mix((prefix[end] - prefix[start]) * inverse[rank[start]]), start, end, word_number


def _mark(text: str) -> tuple[Ints, NDArray[np.uint8]]:
    """Give a text's code points and the class of each."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    classes = _classes()
    flags = classes[codes]
    unknown = np.unique(codes[flags == 0])
    if len(unknown):
        _learn(unknown)
        flags = classes[codes]
    return codes, flags


@cache
def _classes() -> NDArray[np.uint8]:
    return np.zeros(0x110000, dtype=np.uint8)


@cache
def _letters() -> Hashes:
    return np.zeros(0x110000, dtype=np.uint64)


def _learn(codes: Ints) -> None:
    """Enter characters met for the first time into the tables of classes and letter values."""
    for code in codes.tolist():
        character = chr(code)
        flag = KNOWN
        if character.isalnum():
            flag |= ALNUM | (DIGIT if character.isdecimal() else 0)
            flag |= ALONE if any(low <= code <= high for low, high in ALONE_RANGES) else 0
        flag |= APOSTROPHE if character in "'’" else 0
        flag |= POINT if character in ".," else 0
        flag |= STOP if character == "." else 0
        flag |= HYPHEN if character in "-‐‑" else 0
        _classes()[code] = flag
        folded = unicodedata.normalize("NFKD", character.casefold())[:1] or character
        _letters()[code] = mix(np.array([ord(folded) + 1], dtype=np.uint64))[0]


def _powers(count: int) -> tuple[Hashes, Hashes]:
    """Give at least ``count`` powers of the base of the hash, and their inverses, modulo 2**64."""
    size = max(BATCH_CHARS + 2, 1 << count.bit_length())
    return _power_table(size, BASE), _power_table(size, BASE_INVERSE)


@lru_cache(maxsize=2)
def _power_table(size: int, base: np.uint64) -> Hashes:
    powers = np.full(size, base, dtype=np.uint64)
    powers[0] = 1
    return np.cumprod(powers, dtype=np.uint64)


@cache
def _spellings() -> tuple[Hashes, Hashes]:
    """Hashes of the variant spellings, sorted, and of the spelling each is read as."""
    lexicon = tomllib.loads(files(__package__).joinpath("spelling.toml").read_text(encoding="utf-8"))
    pairs = dict(lexicon["words"])
    for kind, (variant, kept) in {
        "ise": ("is", "iz"),
        "yse": ("ys", "yz"),
        "our": ("our", "or"),
        "re": ("re", "er"),
    }.items():
        for stem in lexicon[kind]:
            pairs |= {stem + variant + ending: stem + kept + ending for ending in lexicon[f"{kind}_endings"]}
    variants, kept_hashes = hash_words(pairs), hash_words(pairs.values())
    order = np.argsort(variants)
    return variants[order], kept_hashes[order]


def _merge_spellings(hashes: Hashes) -> Hashes:
    """Read every variant spelling as the one kept."""
    variants, kept = _spellings()
    # Most tokens are no variant: a table of 16 bits of the hash sorts them out.
    table = np.zeros(1 << 16, dtype=bool)
    table[variants >> np.uint64(48)] = True
    candidates = np.flatnonzero(table[hashes >> np.uint64(48)])
    places = np.minimum(np.searchsorted(variants, hashes[candidates]), len(variants) - 1)
    hit = variants[places] == hashes[candidates]
    hashes[candidates[hit]] = kept[places[hit]]
    return hashes
