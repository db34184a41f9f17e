"""Join: which fingerprints stand in two texts. Sorting is the join; there is no hash table."""

import numpy as np

from samestory.overlap.threads import in_threads
from samestory.overlap.tokens import Hashes, Ints, Places

# Fingerprints joined together: few enough that they are sorted in the processor's cache.
PART_PRINTS = 500_000


def join(
    prints: Hashes, places: Places, doc: Places, max_df: int, max_repeats: int, threads: int = 1
) -> tuple[Places, Places, Ints]:
    """Pair the places of equal fingerprints in different texts.

    Up to ``max_df`` occurrences of a fingerprint give all pairs; above it each is paired with the earliest only.

    Args:
        prints: the fingerprints.
        places: the token each begins at, ascending.
        doc: the text of each token.
        max_df: see ``OverlapSettings``.
        max_repeats: see ``OverlapSettings``.
        threads: how many parts of the fingerprints are joined at once.

    Returns:
        The tokens at which the two sides of each seed begin, the first before the second; and which seeds are ties
        to an earliest occurrence.
    """
    # The high bits are skewed since winnowing keeps small hashes, the lowest ones deal fingerprints among jobs.
    parts = min(256, 1 << (len(prints) // PART_PRINTS).bit_length())
    part = np.empty(len(prints), dtype=np.uint8)
    np.right_shift(prints, np.uint64(16), out=part, casting="unsafe")
    part &= np.uint8(parts - 1)

    def work(number: int) -> tuple[Places, Places, Ints]:
        rows = np.flatnonzero(part == number)
        return _join_part(prints[rows], places[rows], doc, max_df, max_repeats)

    left, right, ties = zip(*in_threads(work, range(parts), threads), strict=True)
    before = np.cumsum([0, *map(len, left)])
    shifted = [own + first for own, first in zip(ties, before, strict=False)]
    return np.concatenate(left), np.concatenate(right), np.concatenate(shifted)


def _join_part(
    prints: Hashes, places: Places, doc: Places, max_df: int, max_repeats: int
) -> tuple[Places, Places, Ints]:
    """Join fingerprints of which equal ones are all given."""
    bits = np.uint64(max(1, len(prints).bit_length()))
    # The hash in the high bits, the running index in the low ones: one sort brings equal prints together in order.
    packed = np.sort(((prints >> bits) << bits) | np.arange(len(prints), dtype=np.uint64))
    # Most prints stand in one place only: they are left before anything is made of the rest.
    same = (packed[1:] ^ packed[:-1]) < (np.uint64(1) << bits)
    again = np.zeros(len(packed), dtype=bool)
    again[1:] = same
    again[:-1] |= same
    packed = packed[again]
    group = packed >> bits
    place = places[(packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)]
    # Of a text that repeats itself without end only the first places count.
    if len(group) > max_repeats:
        often = np.zeros(len(group), dtype=bool)
        often[max_repeats:] = (group[max_repeats:] == group[:-max_repeats]) & (
            doc[place[max_repeats:]] == doc[place[:-max_repeats]]
        )
        group, place = group[~often], place[~often]
    new = np.ones(len(group), dtype=bool)
    new[1:] = group[1:] != group[:-1]
    starts = np.flatnonzero(new)
    sizes = np.diff(np.append(starts, len(group)))
    left, right = [], []
    shared = (sizes > 1) & (sizes <= max_df)
    # Members that have a later one of their group `step` places on.
    later = np.repeat(sizes, sizes) - (np.arange(len(group)) - np.repeat(starts, sizes)) - 1
    alive = np.flatnonzero(np.repeat(shared, sizes) & (later > 0))
    step = 1
    while len(alive):
        left.append(place[alive])
        right.append(place[alive + step])
        step += 1
        alive = alive[later[alive] >= step]
    star = np.repeat(sizes > max_df, sizes) & ~new
    n_pairs = sum(map(len, left))
    left.append(place[np.repeat(starts, sizes)[star]])
    right.append(place[star])
    a, b = np.concatenate(left), np.concatenate(right)
    tie = np.arange(len(a)) >= n_pairs
    apart = doc[a] != doc[b]
    return a[apart], b[apart], np.flatnonzero(tie[apart])
