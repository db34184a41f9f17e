"""Chains: seeds of one pair put together to runs of equal tokens, and these to matches.

A match is four token numbers, ``a0, a1, b0, b1``, ends exclusive. Matches are held as one array of shape (n, 4).
"""

import numpy as np

from samestory.overlap.tokens import Ints, Places, Tokens
from samestory.overlap.windows import windows

# Tokens that runs are grown by in one step: at first, and of all runs together at most.
FEW_TOKENS = 4
MANY_TOKENS = 1_000_000


def exact_runs(left: Places | Ints, right: Places | Ints, tokens: Tokens, size: int) -> Ints:
    """Put seeds together to runs of equal tokens, as long as they go.

    Args:
        left: the token at which a seed begins on the first side.
        right: the same on the second side.
        tokens: the tokens of all texts.
        size: tokens in a seed.

    Returns:
        Matches without edits, sorted by diagonal and place.
    """
    if not len(left):
        return np.zeros((0, 4), dtype=np.int64)
    # Token numbers run over all texts: one number holds diagonal and place.
    packed = np.sort((right.astype(np.int64) - left) << 32 | left)
    diagonal, a = packed >> 32, packed & 0xFFFFFFFF
    new = np.ones(len(a), dtype=bool)
    new[1:] = (diagonal[1:] != diagonal[:-1]) | (a[1:] - a[:-1] > size)
    # The last seed of a text and the first of the next may touch.
    for side in (a, a + diagonal):
        new[1:] |= tokens.block[side[1:]] != tokens.block[side[:-1]]
    first = np.flatnonzero(new)
    begin, end, shift = a[first], a[np.append(first[1:], len(a)) - 1] + size, diagonal[first]
    runs = np.stack([begin, end, begin + shift, end + shift], axis=1)
    _grow(runs, tokens)
    return _leave_doubles(runs)


def chain(runs: Ints, tokens: Tokens, gap: int) -> Ints:
    """Link runs of equal tokens to matches: along their diagonals, then across them.

    Args:
        runs: matches without edits.
        tokens: the tokens of all texts.
        gap: tokens that may lie between two matches that are linked.

    Returns:
        Matches, sorted by pair of blocks and place.
    """
    if not len(runs):
        return runs
    runs = _leave_doubles(runs)
    block, diagonal = tokens.block, runs[:, 2] - runs[:, 0]
    new = np.ones(len(runs), dtype=bool)
    new[1:] = (
        (diagonal[1:] != diagonal[:-1])
        | (runs[1:, 0] - runs[:-1, 1] > gap)
        | (block[runs[1:, 0]] != block[runs[:-1, 0]])
        | (block[runs[1:, 2]] != block[runs[:-1, 2]])
    )
    first = np.flatnonzero(new)
    last = np.append(first[1:], len(runs)) - 1
    matches = np.stack([runs[first, 0], runs[last, 1], runs[first, 2], runs[last, 3]], axis=1)
    return link(sort_matches(matches, block), block, gap)


def _leave_doubles(runs: Ints) -> Ints:
    """Sort runs by diagonal and place, and leave those that lie within the one before."""
    order = np.argsort(((runs[:, 2] - runs[:, 0]) << 32) | runs[:, 0], kind="stable")
    runs = runs[order]
    diagonal = runs[:, 2] - runs[:, 0]
    kept = np.ones(len(runs), dtype=bool)
    kept[1:] = (diagonal[1:] != diagonal[:-1]) | (runs[1:, 1] > runs[:-1, 1])
    return runs[kept]


def sort_matches(matches: Ints, block: Places) -> Ints:
    """Sort matches by the blocks of both sides and their place."""
    if not len(matches):
        return matches
    pair = block[matches[:, 0]] * (np.int64(block[-1]) + 1) + block[matches[:, 2]]
    # The block of one side follows from its place: two numbers order all.
    place = (matches[:, 0] << 32) | matches[:, 2]
    if ((pair[1:] > pair[:-1]) | ((pair[1:] == pair[:-1]) & (place[1:] >= place[:-1]))).all():
        return matches
    order, bits = np.argsort(place), len(matches).bit_length()
    if int(pair.max()).bit_length() + bits > 63:
        return matches[np.lexsort((place, pair))]
    # The rank of the place in the low bits: sorting plain numbers is several times as fast as sorting by two keys.
    packed = (pair[order] << bits) | np.arange(len(matches))
    packed.sort()
    ordered: Ints = matches[order[packed & ((1 << bits) - 1)]]
    return ordered


def link(matches: Ints, block: Places, gap: int | Ints) -> Ints:
    """Link each match to the next of its pair where both sides go on within ``gap`` tokens; matches are sorted.

    ``gap`` is one number, or one for each match but the last.
    """
    first = link_starts(matches, block, gap)
    if len(first) == len(matches):
        return matches
    return np.stack(
        [
            np.minimum.reduceat(matches[:, 0], first),
            np.maximum.reduceat(matches[:, 1], first),
            np.minimum.reduceat(matches[:, 2], first),
            np.maximum.reduceat(matches[:, 3], first),
        ],
        axis=1,
    )


def repaid_gaps(matches: Ints, gap: int, look: int, band: int) -> Ints:
    """Give the gap that each match and the next one bridge: ``gap``, or on one diagonal what the shorter repays."""
    before, after = matches[:-1], matches[1:]
    shorter = np.minimum(before[:, 1] - before[:, 0], after[:, 1] - after[:, 0])
    shift = (after[:, 2] - after[:, 0]) - (before[:, 3] - before[:, 1])
    return np.maximum(gap, np.where(np.abs(shift) <= band, np.minimum(shorter, look // 2), 0))


def link_starts(matches: Ints, block: Places, gap: int | Ints) -> Ints:
    """Give the first of each chain of matches that ``link`` puts together; matches are sorted."""
    if len(matches) < 2:
        return np.arange(len(matches))
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
    return np.flatnonzero(np.concatenate([[True], ~linked]))


def merge(matches: Ints, block: Places) -> Ints:
    """Leave no two matches of a pair that overlap on both sides: joined where they run on, else the longer stays."""
    if len(matches) < 2:
        return matches
    matches = sort_matches(matches, block)
    same = (block[matches[1:, 0]] == block[matches[:-1, 0]]) & (block[matches[1:, 2]] == block[matches[:-1, 2]])
    pair = np.concatenate([[0], np.cumsum(~same)])
    crossed = _crossed_pairs(matches, pair)
    if not len(crossed):
        return matches
    starts, ends = np.searchsorted(pair, crossed), np.searchsorted(pair, crossed, side="right")
    kept = [matches[~np.isin(pair, crossed)]]
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        rows = [(a0, a1, b0, b1) for a0, a1, b0, b1 in matches[start:end].tolist()]
        kept.append(np.array(_merge_pair(rows), dtype=np.int64))
    return sort_matches(np.concatenate(kept), block)


def _crossed_pairs(matches: Ints, pair: Ints) -> Ints:
    """Give the pairs, ascending, that have matches which overlap on both sides; ``matches`` are sorted."""
    crossed = [pair[:0]]
    # Few matches have a next one of their pair that begins before they end.
    alive = np.flatnonzero((pair[1:] == pair[:-1]) & (matches[1:, 0] < matches[:-1, 1]))
    step = 1
    while len(alive):
        one, other = matches[alive], matches[alive + step]
        near = (pair[alive] == pair[alive + step]) & (other[:, 0] < one[:, 1])
        crossed.append(pair[alive[near & (other[:, 2] < one[:, 3]) & (one[:, 2] < other[:, 3])]])
        step += 1
        # Matches ascend on the first side: where this one lies beyond, the next ones do.
        alive = alive[near]
        alive = alive[alive + step < len(matches)]
    return np.unique(np.concatenate(crossed))


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


def _grow(matches: Ints, tokens: Tokens) -> None:
    """Grow matches in place, as far as both sides print the same tokens."""
    for column, direction in ((0, -1), (1, 1)):
        sides = (column, column + 2)
        room = np.minimum(*(block_room(matches[:, side], tokens, direction) for side in sides))
        active, look = np.arange(len(matches)), FEW_TOKENS
        while len(active):
            # The next tokens: those before the start, or from the end on.
            shift = 0 if direction > 0 else -look
            a, b = (windows(tokens.hashes, matches[active, side] + shift, look) for side in sides)
            same, grown = np.ones(len(active), dtype=bool), np.zeros(len(active), dtype=np.int64)
            for step in np.ascontiguousarray((a == b).T)[::direction]:
                same &= step
                grown += same
            grown = np.minimum(grown, room[active])
            for side in sides:
                matches[active, side] += direction * grown
            room[active] -= grown
            active = active[grown == look]
            # The fewer go on, the further they are looked at in one go.
            look = min(2 * look, 1 + MANY_TOKENS // max(1, len(active)))


def block_room(places: Ints, tokens: Tokens, direction: int) -> Ints:
    """Say how many tokens of its block lie beyond each start (direction -1) or end (1) of a match."""
    if direction > 0:
        return tokens.block_limits[tokens.block[places - 1] + 1] - places
    return places - tokens.block_limits[tokens.block[places]]
