"""Alignment: how far a match goes on past its ends through edited words, and how much of it is the same."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq, Levenshtein

from samestory.overlap.chains import block_room
from samestory.overlap.scoring import BUCKET_BITS, Scores, Scoring
from samestory.overlap.spelling import TokenHashes
from samestory.overlap.tokens import Flags, Ints, Tokens
from samestory.overlap.windows import windows

IMPOSSIBLE = -16_000
# Ends looked at together.
BATCH_ENDS = 8192
# Tokens ahead are known by the high bits of their hash, so that numbers below 0 are left for what is no token.
AHEAD_BITS = 31
Ahead = NDArray[np.int32]
Pairs = NDArray[np.uint16]


class _Ends(NamedTuple):
    """Ends of matches, by their number, and the next tokens of both sides: one row a step, one column an end."""

    number: Ints
    ahead_a: Ahead
    ahead_b: Ahead

    def select(self, rows: Ints) -> "_Ends":
        """Give some of the ends."""
        return _Ends(self.number[rows], self.ahead_a.take(rows, axis=1), self.ahead_b.take(rows, axis=1))


def extend(matches: Ints, tokens: Tokens, look: int, band: int, scoring: Scoring) -> Ints:
    """Extend matches past both ends as long as it pays.

    All ends are aligned at once: a banded alignment of the next ``look`` tokens of each (Smith and Waterman 1981,
    anchored at the end of the match), repeated from the best cell for those that gained. Matches are sorted
    (``sort_matches``): one that goes on with the next stops there.
    """
    matches = matches.copy()
    for direction in (1, -1):
        active = np.arange(len(matches))
        if scoring.in_a_row > 1:
            near = [own[_shares_pair(matches, own, tokens, direction, look, band)] for own in _batches(active)]
            active = np.concatenate(near)
        rooms = _rooms(matches, active, tokens, direction, band)
        while len(active):
            worth = [
                _worth_aligning(_look_ahead(matches, own, rooms, tokens, direction, look, band), band, scoring)
                for own in _batches(active)
            ]
            ends = _Ends(*(np.concatenate(parts, axis=-1) for parts in zip(*worth, strict=True)))
            aligned = [_align(ends.select(own), band, scoring) for own in _batches(np.arange(len(ends.number)))]
            steps = np.concatenate(aligned, axis=1)
            taken = np.flatnonzero(steps[0])
            active = ends.number[taken]
            for step, side, room in zip(steps[:, taken], _sides(direction), rooms, strict=True):
                matches[active, side] += direction * step
                room[active] -= step
    return matches


def _sides(direction: int) -> tuple[int, int]:
    """Give the columns of a match with the ends of both sides: what lies behind it, or its beginnings."""
    return (1, 3) if direction > 0 else (0, 2)


def _shares_pair(matches: Ints, number: Ints, tokens: Tokens, direction: int, look: int, band: int) -> Flags:
    """Say which ends have two tokens in a row in common within the band, or seem to: most have not.

    The hashes of pairs are short, and borders of blocks are not heeded.
    """
    side_a, side_b = _sides(direction)
    size_a, size_b = look - 1, look - 1 + band
    # The pair of tokens that comes next.
    first_a, first_b = matches[number, side_a], matches[number, side_b]
    if direction < 0:
        first_a, first_b = first_a - 1 - size_a, first_b - 1 - size_b
    # One row a step, as the ends' tokens are held.
    pairs_a = np.ascontiguousarray(windows(tokens.pairs, first_a, size_a).T)[::direction]
    pairs_b = np.ascontiguousarray(windows(tokens.pairs, first_b, size_b).T)[::direction]
    return _has_in_a_row(pairs_a, pairs_b, band, 1)


def _rooms(matches: Ints, number: Ints, tokens: Tokens, direction: int, band: int) -> tuple[Ints, Ints]:
    """Say how many tokens some ends may take: up to their block's border, or to the next match where that goes on.

    Returns:
        For both sides one number a match, 0 for those not asked for.
    """
    rooms = np.zeros((2, len(matches)), dtype=np.int64)
    for room, side in zip(rooms, _sides(direction), strict=True):
        room[number] = block_room(matches[number, side], tokens, direction)
    # The end lies between two matches: its own and the next one, or the one before it and its own.
    first = number if direction > 0 else number - 1
    between = (first >= 0) & (first < len(matches) - 1)
    number, first = number[between], first[between]
    before, after = matches[first], matches[first + 1]
    gap_a, gap_b = after[:, 0] - before[:, 1], after[:, 2] - before[:, 3]
    goes_on = (
        (tokens.block[before[:, 0]] == tokens.block[after[:, 0]])
        & (tokens.block[before[:, 2]] == tokens.block[after[:, 2]])
        & (np.abs(gap_a - gap_b) <= band)
        & (after[:, 0] > before[:, 0])
        & (after[:, 2] > before[:, 2])
    )
    for room, gap in zip(rooms, (gap_a, gap_b), strict=True):
        own = number[goes_on]
        room[own] = np.minimum(room[own], np.maximum(0, gap[goes_on]))
    return rooms[0], rooms[1]


def _batches(ends: Ints) -> list[Ints]:
    """Part ends into as many at a time as the processor's cache holds; one batch at least."""
    return np.split(ends, range(BATCH_ENDS, len(ends), BATCH_ENDS))


def _look_ahead(
    matches: Ints, number: Ints, rooms: tuple[Ints, Ints], tokens: Tokens, direction: int, look: int, band: int
) -> _Ends:
    """Give the next ``look`` tokens of some ends, of the second side ``band`` more."""
    side_a, side_b = _sides(direction)
    # The token that the next one is counted from.
    base = 0 if direction > 0 else -1
    ahead_a = _ahead(tokens, matches[number, side_a] + base, rooms[0][number], direction, look, 1)
    ahead_b = _ahead(tokens, matches[number, side_b] + base, rooms[1][number], direction, look + band, 2)
    return _Ends(number, ahead_a, ahead_b)


def _ahead(tokens: Tokens, base: Ints, room: Ints, direction: int, look: int, nothing: int) -> Ahead:
    """Give the next tokens of each end, one row a step; past its block a number that equals no token of the other."""
    hashes = tokens.hashes.take(np.add.outer(direction * np.arange(look), base), mode="clip")
    hashes >>= np.uint32(32 - AHEAD_BITS)
    ahead = hashes.view(np.int32)
    # Few ends are so near a border.
    near = np.flatnonzero(room < look)
    ahead[:, near] = np.where(np.arange(look)[:, None] < room[near], ahead[:, near], np.int32(-nothing))
    return ahead


def _worth_aligning(ends: _Ends, band: int, scoring: Scoring) -> _Ends:
    """Leave out the ends that cannot go on."""
    ends = ends.select(np.flatnonzero(_has_in_a_row(ends.ahead_a, ends.ahead_b, band, scoring.in_a_row)))
    gain, cost = _gains(ends, scoring), scoring.cost[ends.number]
    return ends.select(np.flatnonzero(_may_pay(ends.ahead_a, ends.ahead_b, band, gain, cost, scoring.least)))


def _gains(ends: _Ends, scoring: Scoring) -> Scores:
    """Give what the next tokens of the first side earn in common."""
    return scoring.gain.take(ends.ahead_a >> (AHEAD_BITS - BUCKET_BITS), mode="clip")


def _align(ends: _Ends, band: int, scoring: Scoring) -> Ints:
    """Say by how many tokens of either side ends go on: two rows."""
    gain, cost = _gains(ends, scoring), scoring.cost[ends.number]
    return _best_step(ends.ahead_a, ends.ahead_b, gain, band, cost, scoring.least)


def _has_in_a_row(ahead_a: Ahead | Pairs, ahead_b: Ahead | Pairs, band: int, count: int) -> Flags:
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
