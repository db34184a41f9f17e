"""Tokeniser: texts cut into tokens, without a Python loop over words.

A token is a word as ``samestory.words`` has it, cut at hyphens (*self-defence* is two tokens), case, accents and inner
apostrophes and points set aside (*U.S.* is the token *us*), one spelling for British and American. In scripts that
put no space between words each character is a token.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from samestory.overlap.hashing import hash_tokens
from samestory.overlap.letters import (
    ALNUM,
    ALONE,
    APOSTROPHE,
    BREAK,
    DIGIT,
    HYPHEN,
    NEWLINE,
    POINT,
    STOP,
    Bytes,
    read_letters,
)
from samestory.overlap.progress import log_progress
from samestory.overlap.spelling import TokenHashes, merge_spellings
from samestory.overlap.threads import in_threads
from samestory.overlap.tokens import Ints, Places, Tokens

# Characters read at once.
BATCH_CHARS = 250_000
DTYPES = {
    "hashes": np.uint32, "start": np.int32, "end": np.int32, "doc": np.int32,
    "block": np.int32, "words": np.uint8, "closes": np.bool_,
}  # fmt: skip


def read_tokens(
    texts: Sequence[str], furniture: Sequence[Sequence[tuple[int, int]]] | None = None, threads: int = 1
) -> Tokens:
    """Cut texts into tokens, those of the furniture left out.

    Args:
        texts: the texts.
        furniture: per text the spans (code points) that are furniture.
        threads: how many batches of texts are read at once.
    """

    def work(batch: slice) -> Tokens:
        tokens = _read_batch(texts[batch], batch.start)
        return tokens if furniture is None else _leave_furniture(tokens, furniture[batch], batch.start)

    # Every token has a letter. Room not written to takes no memory; many small arrays would leave holes in it.
    size = sum(map(len, texts))
    room = Tokens(**{name: np.empty(size, dtype) for name, dtype in DTYPES.items()})
    batches, count, n_blocks, step = _batches(texts), 0, 0, log_progress(len(texts), "articles read")
    for batch, tokens in zip(batches, in_threads(work, batches, threads), strict=True):
        for name in DTYPES:
            getattr(room, name)[count : count + len(tokens)] = getattr(tokens, name)
        room.block[count : count + len(tokens)] += np.int32(n_blocks)
        count += len(tokens)
        n_blocks = int(room.block[count - 1]) + 1 if count else 0
        step(batch.stop)
    return room.select(slice(count))


def read_hashes(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """Give each text's tokens as numbers, equal for one word in any case and spelling."""
    tokens = read_tokens(texts)
    limits = np.searchsorted(tokens.doc, np.arange(len(texts) + 1)).tolist()
    return [tuple(tokens.hashes[first:end].tolist()) for first, end in pairwise(limits)]


def _batches(texts: Sequence[str]) -> list[slice]:
    """Part texts into batches of some ``BATCH_CHARS`` characters."""
    number = np.cumsum([0, *map(len, texts)]) // BATCH_CHARS
    borders = [*np.flatnonzero(np.diff(number, prepend=-1)).tolist(), len(texts)]
    return [slice(first, last) for first, last in pairwise(borders) if first < last]


def hash_words(words: Iterable[str]) -> TokenHashes:
    """Hash words of one token each as ``read_tokens`` does, spelling variants not yet merged."""
    flags, letters = read_letters("\n".join(words))
    starts, ends, inner, _ = _find_tokens(flags)
    return hash_tokens(letters, starts, ends, inner)


def _read_batch(texts: Sequence[str], first_doc: int) -> Tokens:
    """Read some texts at once; each is one block."""
    flags, letters = read_letters("\n".join(texts))
    starts, ends, inner, breaks = _find_tokens(flags)
    hashes = hash_tokens(letters, starts, ends, inner)
    merge_spellings(hashes, hash_words)
    offsets = np.cumsum([0, *(len(text) + 1 for text in texts)], dtype=np.int32)
    sizes = np.diff(np.searchsorted(starts, offsets))
    doc = np.repeat(np.arange(first_doc, first_doc + len(texts), dtype=np.int32), sizes)
    block = np.repeat(np.cumsum(sizes > 0, dtype=np.int32) - np.int32(1), sizes)
    shift = np.repeat(offsets[:-1], sizes)
    words = np.ones(len(starts), dtype=np.uint8)
    # A token after a hyphen, or after another character of a script without spaces, goes on with a word.
    words[1:][starts[1:] == ends[:-1]] = 0
    hyphens = _places_of(flags, HYPHEN)
    hyphens = hyphens[(_at(flags, hyphens - 1) & _at(flags, hyphens + 1) & ALNUM) > 0]
    words[np.searchsorted(starts, hyphens + 1)] = 0
    stops = inner[((flags[inner] & STOP) == STOP) & ((_at(flags, inner - 1) & DIGIT) == 0)]
    np.add.at(words, np.searchsorted(starts, stops, side="right") - 1, 1)
    closes = np.zeros(len(starts), dtype=bool)
    before = np.searchsorted(starts, breaks, side="right") - 1
    closes[before[before >= 0]] = True
    return Tokens(hashes, starts - shift, ends - shift, doc, block, words, closes)


def _leave_furniture(tokens: Tokens, furniture: Sequence[Sequence[tuple[int, int]]], first_doc: int) -> Tokens:
    """Leave out the tokens that touch furniture; the text before and after it are blocks of their own."""
    spans = [(number + first_doc, start, end) for number, rows in enumerate(furniture) for start, end in rows]
    if not spans or not len(tokens):
        return tokens
    doc, start, end = np.array(spans, dtype=np.int64).T
    # One number orders all tokens: the text in the high bits, the place in the low ones.
    key = tokens.doc.astype(np.int64) << 32
    first = np.searchsorted(key + tokens.end, (doc << 32) + start, side="right")
    last = np.searchsorted(key + tokens.start, (doc << 32) + end)
    change = np.zeros(len(tokens) + 1, dtype=np.int64)
    np.add.at(change, first, 1)
    np.add.at(change, np.maximum(first, last), -1)
    keep = np.cumsum(change[:-1]) == 0
    new = np.zeros(len(tokens), dtype=bool)
    new[1:] = (tokens.block[1:] != tokens.block[:-1]) | ~keep[:-1]
    kept = tokens.select(keep)
    block = np.cumsum(new, dtype=np.int32)[keep]
    return Tokens(kept.hashes, kept.start, kept.end, kept.doc, block, kept.words, kept.closes)


def _places_of(flags: Bytes, classes: int) -> Ints:
    """Give the places of the characters that are of one of some classes."""
    return np.flatnonzero((flags & classes) > 0)


def _at(flags: Bytes, places: Ints) -> Bytes:
    """Give the classes at some places, 0 beyond the text."""
    return np.where((places >= 0) & (places < len(flags)), flags[np.clip(places, 0, len(flags) - 1)], np.uint8(0))


def _find_tokens(flags: Bytes) -> tuple[Places, Places, Ints, Ints]:
    """Find the tokens of a text of character classes.

    Returns:
        Starts, ends, the places of the apostrophes and points inside them, and of the marks that end a sentence.
    """
    marks = _places_of(flags, APOSTROPHE | POINT | BREAK | NEWLINE)
    mark, left, right = flags[marks], _at(flags, marks - 1), _at(flags, marks + 1)
    between = (left & right & ALNUM) > 0
    numeric = ((mark & POINT) > 0) & between & ((left & right & DIGIT) > 0)
    inner = (((mark & APOSTROPHE) > 0) & between) | numeric
    # The points of U.S. and a.m.: a single letter on both sides, the second one followed by a point.
    taken = np.isin(marks - 2, marks[inner]) | ((_at(flags, marks - 2) & ALNUM) > 0)
    letters = between & ((left & DIGIT) == 0) & ((right & DIGIT) == 0)
    inner |= ((mark & STOP) == STOP) & letters & ~taken & ((_at(flags, marks + 2) & STOP) == STOP)
    # A lone line break ends nothing.
    breaks = (((mark & BREAK) > 0) & ~inner) | ((mark & right & NEWLINE) > 0)
    inside = np.zeros(len(flags) + 2, dtype=np.uint8)
    np.bitwise_and(flags, ALNUM, out=inside[1:-1])
    inside[marks[inner] + 1] = 1
    edges = np.flatnonzero(inside[1:] != inside[:-1]).astype(np.int32)
    starts, ends = edges[0::2], edges[1::2]
    alone = _places_of(flags, ALONE).astype(np.int32)
    if len(alone):
        starts = np.union1d(np.union1d(starts, alone), alone[inside[alone + 2] > 0] + np.int32(1))
        ends = np.union1d(np.union1d(ends, alone + np.int32(1)), alone[inside[alone] > 0])
    return starts, ends, marks[inner], marks[breaks]
