"""Alignment: how far a match goes on past its ends through edited words, and how much of it is the same."""

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq, Levenshtein

from samestory.overlap.chains import block_room
from samestory.overlap.scoring import BUCKET_BITS, Scores, Scoring
from samestory.overlap.spelling import TokenHashes
from samestory.overlap.tokens import Flags, Ints, Tokens

IMPOSSIBLE = -16_000
# As many ends at a time as the processor's cache holds.
BATCH_ENDS = 4096
# Tokens ahead are known by the high bits of their hash, so that numbers below 0 are left for what is no token.
AHEAD_BITS = 31
Ahead = NDArray[np.int32]


def extend(matches: Ints, tokens: Tokens, look: int, band: int, scoring: Scoring) -> Ints:
    """Extend matches past both ends as long as it pays.

    All ends are aligned at once: a banded alignment of the next ``look`` tokens of each (Smith and Waterman 1981,
    anchored at the end of the match), repeated from the best cell for those that gained. Matches are sorted
    (``sort_matches``): one that goes on with the next stops there.
    """
    matches = matches.copy()
    for direction in (1, -1):
        column = 1 if direction > 0 else 0
        # The token that the next one is counted from.
        base = 0 if direction > 0 else -1
        room_a, room_b = _rooms(matches, tokens, direction, band)
        active = np.arange(len(matches))
        while len(active):
            ahead_a = _ahead(tokens, matches[active, column] + base, room_a[active], direction, look, 1)
            ahead_b = _ahead(tokens, matches[active, column + 2] + base, room_b[active], direction, look + band, 2)
            taken, step_a, step_b = _steps(ahead_a, ahead_b, band, scoring, scoring.cost[active])
            active = active[taken]
            for step, side, room in ((step_a, column, room_a), (step_b, column + 2, room_b)):
                matches[active, side] += direction * step
                room[active] -= step
    return matches


def _rooms(matches: Ints, tokens: Tokens, direction: int, band: int) -> tuple[Ints, Ints]:
    """Say how many tokens each end may take: up to its block's border, or to the next match where that goes on."""
    column = 1 if direction > 0 else 0
    rooms = [block_room(matches[:, side], tokens, direction) for side in (column, column + 2)]
    before, after = matches[:-1], matches[1:]
    gap_a, gap_b = after[:, 0] - before[:, 1], after[:, 2] - before[:, 3]
    ends = np.arange(len(matches) - 1) + (0 if direction > 0 else 1)
    goes_on = (
        (tokens.block[before[:, 0]] == tokens.block[after[:, 0]])
        & (tokens.block[before[:, 2]] == tokens.block[after[:, 2]])
        & (np.abs(gap_a - gap_b) <= band)
        & (after[:, 0] > before[:, 0])
        & (after[:, 2] > before[:, 2])
    )
    for room, gap in zip(rooms, (gap_a, gap_b), strict=True):
        room[ends[goes_on]] = np.minimum(room[ends[goes_on]], np.maximum(0, gap[goes_on]))
    return rooms[0], rooms[1]


def _ahead(tokens: Tokens, base: Ints, room: Ints, direction: int, look: int, nothing: int) -> Ahead:
    """Give the next tokens of each end, one row a step; past its block a number that equals no token of the other."""
    hashes = tokens.hashes.take(base + direction * np.arange(look)[:, None], mode="clip") >> np.uint32(32 - AHEAD_BITS)
    return np.where(np.arange(look)[:, None] < room, hashes.view(np.int32), np.int32(-nothing))


def _steps(ahead_a: Ahead, ahead_b: Ahead, band: int, scoring: Scoring, cost: Scores) -> tuple[Ints, Ints, Ints]:
    """Say which ends go on, and by how many tokens of either side."""
    ends = np.flatnonzero(_has_in_a_row(ahead_a, ahead_b, band, scoring.in_a_row))
    ahead_a, ahead_b = ahead_a.take(ends, axis=1), ahead_b.take(ends, axis=1)
    gains = scoring.gain.take(ahead_a >> (AHEAD_BITS - BUCKET_BITS), mode="clip")
    worth = np.flatnonzero(_may_pay(ahead_a, ahead_b, band, gains, cost[ends], scoring.least))
    ends, steps = ends[worth], [np.zeros((2, 0), dtype=np.int64)]
    for low in range(0, len(worth), BATCH_ENDS):
        own = worth[low : low + BATCH_ENDS]
        own_a, own_b, gain = ahead_a.take(own, axis=1), ahead_b.take(own, axis=1), gains.take(own, axis=1)
        steps.append(_best_step(own_a, own_b, gain, band, cost[ends[low : low + BATCH_ENDS]], scoring.least))
    step_a, step_b = np.concatenate(steps, axis=1)
    taken = np.flatnonzero(step_a)
    return ends[taken], step_a[taken], step_b[taken]


def _has_in_a_row(ahead_a: Ahead, ahead_b: Ahead, band: int, count: int) -> Flags:
    """Say which ends have ``count`` (1 or 2) tokens in a row in common within the band."""
    look = len(ahead_a)
    found = np.zeros(ahead_a.shape[1], dtype=bool)
    for d in range(-band, band + 1):
        first = max(0, -d)
        same = ahead_a[first:] == ahead_b[first + d : look + d]
        found |= (same[1:] & same[:-1] if count > 1 else same).any(axis=0)
    return found


def _may_pay(ahead_a: Ahead, ahead_b: Ahead, band: int, gain: Scores, cost: Scores, least: int) -> Flags:
    """Say which ends can pay at all: were every token in common earned, those that are not still cost."""
    look = len(ahead_a)
    common = np.zeros(ahead_a.shape, dtype=bool)
    for d in range(-band, band + 1):
        first = max(0, -d)
        common[first:] |= ahead_a[first:] == ahead_b[first + d : look + d]
    earned = np.where(common, gain, -cost)
    np.cumsum(earned, axis=0, out=earned)
    may: Flags = earned.max(axis=0) >= least
    return may


def _best_step(ahead_a: Ahead, ahead_b: Ahead, gain: Scores, band: int, cost: Scores, least: int) -> Ints:
    """Align the next tokens of each end; how many of either side the best alignment takes (0 where none pays).

    Args:
        ahead_a: the next tokens of the first side, one row a step, one column an end.
        ahead_b: the same of the second side.
        gain: what each token of ``ahead_a`` earns in common.
        band: how far the sides may shift against each other.
        cost: what an edited token costs each end, more than 0.
        least: what an alignment must earn, more than 0.
    """
    look, count = ahead_a.shape
    width = 2 * band + 1
    # Row ``d`` of a table holds the cells (i, i + d - band); what lies beyond the second side equals nothing.
    beside = np.full((look + width, count), np.int32(-2))
    beside[band : band + look] = ahead_b[:look]
    # Cell (i, j) of the table is given (i + j) * cost on top of its score: so a token left out on either side changes
    # nothing, one replaced adds the cost, and one in common adds twice that and its gain.
    table = np.full((width + 1, count), IMPOSSIBLE, dtype=np.int16)
    table[band:width] = 0
    shifts = cost * np.arange(-band, band + 1, dtype=np.int16)[:, None]
    scores = np.empty((width, count), dtype=np.int16)
    common = gain + 2 * cost
    best = np.full(count, least - 1, dtype=np.int16)
    steps = np.zeros((2, count), dtype=np.int64)
    for i in range(1, look + 1):
        same = beside[i - 1 : i - 1 + width] == ahead_a[i - 1]
        paired = np.where(same, common[i - 1], cost)
        paired += table[:width]
        np.maximum(paired, table[1:], out=table[:width])
        for d in range(1, width):
            np.maximum(table[d], table[d - 1], out=table[d])
        np.subtract(table[:width], shifts, out=scores)
        # An edit only ever costs: what is better than all before ends with a token in common.
        top = scores.max(axis=0) - 2 * i * cost
        better = np.flatnonzero(top > best)
        if len(better):
            best[better] = top[better]
            steps[0, better] = i
            steps[1, better] = i - band + scores.take(better, axis=1).argmax(axis=0)
    return steps


def as_string(hashes: TokenHashes) -> str:
    """Give tokens as a string of one character each, the form that is aligned fastest.

    A character has 20 bits of the token's hash: enough to tell the words of two passages apart.
    """
    return (hashes >> np.uint32(12)).astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def common_tokens(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    """Count the tokens that two sides have in common in the same order."""
    return len(a) if a == b else int(LCSseq.similarity(a, b))


def map_places(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[int]:
    """Give for each token of ``a``, and its end, the place in ``b`` that the alignment of both puts it at."""
    places = [0] * (len(a) + 1)
    for step in Levenshtein.opcodes(a, b):
        length_a, length_b = step.src_end - step.src_start, step.dest_end - step.dest_start
        for offset in range(length_a):
            places[step.src_start + offset] = step.dest_start + min(offset, length_b)
    places[len(a)] = len(b)
    return places
