"""Chains: seeds of one pair put together to matches, along their diagonals.

A match is four token numbers, ``a0, a1, b0, b1``, ends exclusive. Matches are held as one array of shape (n, 4).
"""

import numpy as np

from samestory.overlap.tokens import Hashes, Ints, Tokens


def chain_seeds(left: Ints, right: Ints, tokens: Tokens, size: int, gap: int) -> Ints:
    """Put together the seeds of each diagonal, grow them word by word, and link them across diagonals.

    Args:
        left: the token at which a seed begins on the first side.
        right: the same on the second side.
        tokens: the tokens of all texts.
        size: tokens in a seed.
        gap: tokens that may lie between two matches that are linked.

    Returns:
        Matches, sorted by pair of blocks and place.
    """
    if not len(left):
        return np.zeros((0, 4), dtype=np.int64)
    # Token numbers run over all texts: one number holds diagonal and place.
    packed = np.unique((right - left) << 32 | left)
    diagonal, a = packed >> 32, packed & 0xFFFFFFFF
    b = a + diagonal
    block = tokens.block
    new = np.ones(len(a), dtype=bool)
    new[1:] = (
        (diagonal[1:] != diagonal[:-1])
        | (a[1:] - a[:-1] > size + gap)
        | (block[a[1:]] != block[a[:-1]])
        | (block[b[1:]] != block[b[:-1]])
    )
    first = np.flatnonzero(new)
    last = np.append(first[1:], len(a)) - 1
    matches = np.stack([a[first], a[last] + size, b[first], b[last] + size], axis=1)
    _grow(matches, tokens.hashes, block)
    return link(sort_matches(matches, block), block, gap)


def sort_matches(matches: Ints, block: Ints) -> Ints:
    """Sort matches by the blocks of both sides and their place."""
    return matches[np.lexsort((matches[:, 2], matches[:, 0], block[matches[:, 2]], block[matches[:, 0]]))]


def link(matches: Ints, block: Ints, gap: int) -> Ints:
    """Link each match to the next of its pair where both sides go on within ``gap`` tokens; matches are sorted."""
    if len(matches) < 2:
        return matches
    before, after = matches[:-1], matches[1:]
    gap_a, gap_b = after[:, 0] - before[:, 1], after[:, 2] - before[:, 3]
    linked = (
        (block[before[:, 0]] == block[after[:, 0]])
        & (block[before[:, 2]] == block[after[:, 2]])
        & (np.maximum(gap_a, gap_b) <= gap)
        & (after[:, 2] > before[:, 2])
        & (after[:, 3] > before[:, 3])
        & (after[:, 1] > before[:, 1])
        & (np.minimum(gap_a, gap_b) >= -gap)
    )
    first = np.flatnonzero(np.concatenate([[True], ~linked]))
    return np.stack(
        [
            np.minimum.reduceat(matches[:, 0], first),
            np.maximum.reduceat(matches[:, 1], first),
            np.minimum.reduceat(matches[:, 2], first),
            np.maximum.reduceat(matches[:, 3], first),
        ],
        axis=1,
    )


def merge(matches: Ints, block: Ints) -> Ints:
    """Leave no two matches of a pair that overlap on both sides: joined where they run on, else the longer stays."""
    if len(matches) < 2:
        return matches
    matches = sort_matches(matches, block)
    same = (block[matches[1:, 0]] == block[matches[:-1, 0]]) & (block[matches[1:, 2]] == block[matches[:-1, 2]])
    starts = np.flatnonzero(np.concatenate([[True], ~same]))
    sizes = np.diff(np.append(starts, len(matches)))
    kept = [matches[starts[sizes == 1]]]
    for start, size in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        rows = [(a0, a1, b0, b1) for a0, a1, b0, b1 in matches[start : start + size].tolist()]
        kept.append(np.array(_merge_pair(rows), dtype=np.int64))
    return sort_matches(np.concatenate(kept), block)


def _merge_pair(rows: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Merge the matches of one pair of blocks."""
    done: list[tuple[int, int, int, int]] = []
    # The longest first: what crosses it is noise of a repeated phrase.
    waiting = sorted(rows, key=lambda row: (row[0] - row[1], row))
    while waiting:
        row = waiting.pop(0)
        for place, other in enumerate(done):
            if row[0] < other[1] and other[0] < row[1] and row[2] < other[3] and other[2] < row[3]:
                inside = (other[0] <= row[0] and row[1] <= other[1]) or (other[2] <= row[2] and row[3] <= other[3])
                runs_on = (row[0] < other[0]) == (row[2] < other[2]) and (row[1] > other[1]) == (row[3] > other[3])
                if not inside and runs_on:
                    hull = (min(row[0], other[0]), max(row[1], other[1]), min(row[2], other[2]), max(row[3], other[3]))
                    done.pop(place)
                    waiting.insert(0, hull)
                break
        else:
            done.append(row)
    return done


def _grow(matches: Ints, hashes: Hashes, block: Ints) -> None:
    """Grow matches in place, token by token, as far as both sides print the same tokens."""
    count = len(hashes)
    for column, step in ((0, -1), (1, 1)):
        # The token looked at: before the start, or at the end.
        look = -1 if step < 0 else 0
        active = np.arange(len(matches))
        while len(active):
            a, b = matches[active, column] + look, matches[active, column + 2] + look
            possible = (a >= 0) & (b < count)
            active, a, b = active[possible], a[possible], b[possible]
            same = (hashes[a] == hashes[b]) & (block[a] == block[a - step]) & (block[b] == block[b - step])
            active = active[same]
            matches[active, column] += step
            matches[active, column + 2] += step
