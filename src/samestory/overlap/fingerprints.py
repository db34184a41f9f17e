"""Fingerprints: hashes of word shingles, thinned by winnowing.

Winnowing keeps the least hash of every window, so two texts that share a run of ``shingle_words + window - 1`` tokens
keep a fingerprint in common (Schleimer, Wilkerson and Aiken, SIGMOD 2003).
"""

import numpy as np

from samestory.overlap.tokens import Flags, Hashes, Ints, mix

MULTIPLIER = np.uint64(0xD6E8FEB86659FD93)


def shingle_hashes(hashes: Hashes, size: int) -> Hashes:
    """Hash each run of ``size`` tokens; the result is ``size - 1`` shorter."""
    count = max(0, len(hashes) - size + 1)
    shingles = hashes[:count].copy()
    for step in range(1, size):
        shingles *= MULTIPLIER
        shingles += hashes[step : step + count]
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
    if not valid.any():
        return np.zeros(0, dtype=np.int64)
    worst = np.uint64(2**64 - 1)
    padded = np.concatenate([np.where(valid, shingles, worst), np.full(window, worst)])
    valid_padded = np.concatenate([valid, np.zeros(window, dtype=bool)])
    count = len(shingles)
    least, place = padded[:count].copy(), np.zeros(count, dtype=np.int64)
    for step in range(1, window):
        candidate = padded[step : step + count]
        better = (candidate <= least) & valid_padded[step : step + count]
        place[better] = step
        np.minimum(least, candidate, out=least)
    full = valid_padded[window - 1 : window - 1 + count] & valid
    begins = valid & ~np.concatenate([[False], valid[:-1]])
    chosen = np.zeros(count, dtype=bool)
    starts = np.flatnonzero(full | begins)
    chosen[starts + place[starts]] = True
    return np.flatnonzero(chosen)


def fingerprints(hashes: Hashes, block: Ints, size: int, window: int) -> tuple[Hashes, Ints]:
    """Fingerprint tokens: the hashes kept and the token each begins at."""
    shingles = shingle_hashes(hashes, size)
    valid = block[: len(shingles)] == block[len(block) - len(shingles) :]
    places = winnow(shingles, valid, window)
    return shingles[places], places
