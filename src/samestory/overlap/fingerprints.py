"""Fingerprints: hashes of word shingles, thinned by winnowing.

Winnowing keeps the least hash of every window, so two texts that share a run of ``shingle_words + window - 1`` tokens
keep a fingerprint in common (Schleimer, Wilkerson and Aiken, SIGMOD 2003).
"""

import numpy as np

from samestory.overlap.spelling import TokenHashes
from samestory.overlap.tokens import Flags, Hashes, Ints, Places, mix

MULTIPLIER = np.uint64(0xD6E8FEB86659FD93)
BATCH_TOKENS = 200_000


def shingle_hashes(hashes: TokenHashes, size: int) -> Hashes:
    """Hash each run of ``size`` tokens; the result is ``size - 1`` shorter."""
    count = max(0, len(hashes) - size + 1)
    shingles = hashes[:count].astype(np.uint64)
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
    count = len(shingles)
    # The low bits say how far back from the window's end a shingle stands: of equals the rightmost is the least.
    low = np.uint64((1 << (window - 1).bit_length()) - 1)
    padded = np.full(count + window, np.uint64(2**64 - 1))
    np.bitwise_or(shingles, low, out=padded[:count], where=valid)
    least = padded[:count] - np.uint64(0)
    for step in range(1, window):
        np.minimum(least, padded[step : step + count] - np.uint64(step), out=least)
    valid_padded = np.concatenate([valid, np.zeros(window, dtype=bool)])
    begins = valid.copy()
    begins[1:] &= ~valid[:-1]
    starts = np.flatnonzero((valid & valid_padded[window - 1 : window - 1 + count]) | begins)
    chosen = np.zeros(count + window, dtype=bool)
    chosen[starts + (low - (least[starts] & low)).astype(np.int64)] = True
    return np.flatnonzero(chosen[:count] & valid)


def fingerprints(hashes: TokenHashes, block: Places, size: int, window: int) -> tuple[Hashes, Places]:
    """Fingerprint tokens: the hashes kept and the token each begins at."""
    prints, places = [np.zeros(0, dtype=np.uint64)], [np.zeros(0, dtype=np.int32)]
    first = 0
    while first < len(hashes):
        # A batch ends with a block: no shingle crosses it.
        last = first + BATCH_TOKENS
        last = int(np.searchsorted(block, block[last - 1], side="right")) if last < len(hashes) else len(hashes)
        shingles = shingle_hashes(hashes[first:last], size)
        if len(shingles):
            valid = block[first : first + len(shingles)] == block[last - len(shingles) : last]
            chosen = winnow(shingles, valid, window)
            prints.append(shingles[chosen])
            places.append((chosen + first).astype(np.int32))
        first = last
    return np.concatenate(prints), np.concatenate(places)
