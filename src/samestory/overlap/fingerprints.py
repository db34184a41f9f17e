"""Fingerprints: hashes of word shingles, thinned by winnowing.

Winnowing keeps the least hash of every window, so two texts that share a run of ``shingle_words + window - 1`` tokens
keep a fingerprint in common (Schleimer, Wilkerson and Aiken, SIGMOD 2003).
"""

from collections.abc import Iterator

import numpy as np

from samestory.overlap.hashing import mix
from samestory.overlap.spelling import TokenHashes
from samestory.overlap.threads import in_threads
from samestory.overlap.tokens import Flags, Hashes, Ints, Places

MULTIPLIER = np.uint64(0xD6E8FEB86659FD93)
# Few enough that the arrays made of them stay in the processor's cache.
BATCH_TOKENS = 50_000


def shingle_hashes(hashes: TokenHashes, size: int) -> Hashes:
    """Hash each run of ``size`` tokens; the result is ``size - 1`` shorter."""
    count, wide = max(0, len(hashes) - size + 1), hashes.astype(np.uint64)
    shingles = wide[:count].copy()
    for step in range(1, size):
        shingles *= MULTIPLIER
        shingles += wide[step : step + count]
    return mix(shingles)


def winnow(shingles: Hashes, valid: Flags, window: int) -> Ints:
    """Choose the least shingle of each window, the rightmost of equals; a shorter run of valid shingles keeps one.

    Args:
        shingles: the hashes, in the order of the text.
        valid: false where a shingle crosses the border of two blocks.
        window: shingles in a window.

    Returns:
        The positions chosen, ascending.
    """
    count = len(shingles)
    # The low bits say how far back from the window's end a shingle stands: of equals the rightmost is the least.
    low = np.uint64((1 << (window - 1).bit_length()) - 1)
    padded = np.full(count + window, np.uint64(2**64 - 1))
    np.bitwise_or(shingles, low, out=padded[:count])
    padded[np.flatnonzero(~valid)] = np.uint64(2**64 - 1)
    least = padded[:count].copy()
    for step in range(1, window):
        np.minimum(least, padded[step : step + count] - np.uint64(step), out=least)
    # How far on from its beginning each window's least shingle stands; windows begin that are whole, or a run's first.
    ahead = (low - (least & low)).astype(np.uint8)
    begins = valid.copy()
    begins[1:] &= ~valid[:-1]
    begins[: max(0, count - window + 1)] |= valid[window - 1 :]
    ahead[~(begins & valid)] = window
    chosen = np.zeros(count, dtype=bool)
    for step in range(window):
        chosen[step:] |= ahead[: max(0, count - step)] == step
    return np.flatnonzero(chosen & valid)


def fingerprints(hashes: TokenHashes, block: Places, size: int, window: int, threads: int = 1) -> tuple[Hashes, Places]:
    """Fingerprint tokens: the hashes kept and the token each begins at."""

    def work(batch: slice) -> tuple[Hashes, Places]:
        shingles = shingle_hashes(hashes[batch], size)
        own = block[batch]
        valid = own[: len(shingles)] == own[len(own) - len(shingles) :]
        chosen = winnow(shingles, valid, window)
        return shingles[chosen], (chosen + batch.start).astype(np.int32)

    done = in_threads(work, _whole_blocks(block), threads)
    prints, places = zip((np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int32)), *done, strict=True)
    return np.concatenate(prints), np.concatenate(places)


def _whole_blocks(block: Places) -> Iterator[slice]:
    """Part tokens into batches that end with a block: no shingle crosses it."""
    first = 0
    while first < len(block):
        last = min(first + BATCH_TOKENS, len(block))
        last = int(np.searchsorted(block, block[last - 1], side="right"))
        yield slice(first, last)
        first = last
