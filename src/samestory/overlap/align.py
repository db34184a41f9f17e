"""Alignment: how far a match goes on past its ends through edited words, and how much of it is the same."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq, Levenshtein

from samestory.overlap.scoring import Scores, Scoring
from samestory.overlap.spelling import TokenHashes
from samestory.overlap.tokens import Flags, Ints, Tokens

IMPOSSIBLE = -16_000
BATCH_ENDS = 65536
CACHED_ENDS = 4096
Ahead = NDArray[np.int32]


def extend(matches: Ints, tokens: Tokens, look: int, band: int, scoring: Scoring) -> Ints:
    """Extend matches past both ends as long as it pays.

    All ends are aligned at once: a banded alignment of the next ``look`` tokens of each (Smith and Waterman 1981,
    anchored at the end of the match), repeated from the best cell for those that gained. Matches are sorted
    (``sort_matches``): one that goes on with the next stops there.
    """
    matches = matches.copy()
    if not len(matches):
        return matches
    # Numbers of another width would have all tokens copied.
    limits = np.searchsorted(tokens.block, np.arange(int(tokens.block[-1]) + 2, dtype=tokens.block.dtype))
    for first in range(0, len(matches), BATCH_ENDS):
        rows = slice(first, first + BATCH_ENDS)
        own = replace(scoring, cost=scoring.cost[rows])
        for direction in (1, -1):
            _extend_ends(matches[rows], tokens, limits, direction, look, band, own)
    return matches


def _extend_ends(
    matches: Ints, tokens: Tokens, limits: Ints, direction: int, look: int, band: int, scoring: Scoring
) -> None:
    """Extend one end of each match, in place."""
    column = 1 if direction > 0 else 0
    # The token that the next one is counted from.
    base = 0 if direction > 0 else -1
    room_a, room_b = _rooms(matches, tokens, limits, direction, band)
    active = np.arange(len(matches))
    while len(active):
        ahead_a = _ahead(tokens, matches[active, column] + base, room_a[active], direction, look, 1)
        ahead_b = _ahead(tokens, matches[active, column + 2] + base, room_b[active], direction, look + band, 2)
        worth = _has_in_a_row(ahead_a, ahead_b, band, scoring.in_a_row)
        active, ahead_a, ahead_b = active[worth], ahead_a[:, worth], ahead_b[:, worth]
        gains = scoring.gain[_places(matches[active, column] + base, direction, look, len(tokens))]
        worth = _may_pay(ahead_a, ahead_b, band, gains, scoring.cost[active], scoring.least)
        active, ahead_a, ahead_b, gains = active[worth], ahead_a[:, worth], ahead_b[:, worth], gains[:, worth]
        steps = []
        # As many ends at a time as the processor's cache holds.
        for low in range(0, len(active), CACHED_ENDS):
            ends = slice(low, low + CACHED_ENDS)
            own_a, own_b = np.ascontiguousarray(ahead_a[:, ends]), np.ascontiguousarray(ahead_b[:, ends])
            own = np.ascontiguousarray(gains[:, ends])
            steps.append(_best_step(own_a, own_b, band, own, scoring.cost[active[ends]], scoring.least))
        if not steps:
            return
        step_a, step_b = (np.concatenate(parts) for parts in zip(*steps, strict=True))
        for step, side, room in ((step_a, column, room_a), (step_b, column + 2, room_b)):
            matches[active, side] += direction * step
            room[active] -= step
        active = active[step_a > 0]


def _rooms(matches: Ints, tokens: Tokens, limits: Ints, direction: int, band: int) -> tuple[Ints, Ints]:
    """Say how many tokens each end may take: up to its block's border, or to the next match where that goes on."""
    column = 1 if direction > 0 else 0
    rooms = []
    for side in (column, column + 2):
        inner = tokens.block[matches[:, side] - (1 if direction > 0 else 0)]
        limit = limits[inner + 1] if direction > 0 else limits[inner]
        rooms.append(np.abs(limit - matches[:, side]))
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
    hashes = tokens.hashes.take(base + direction * np.arange(look)[:, None], mode="clip") >> np.uint32(1)
    return np.where(np.arange(look)[:, None] < room, hashes.view(np.int32), np.int32(-nothing))


def _places(base: Ints, direction: int, look: int, count: int) -> Ints:
    """Give the numbers of the next tokens of each end, one row a step."""
    places: Ints = np.clip(base + direction * np.arange(look)[:, None], 0, count - 1)
    return places


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
    """Say which ends can pay at all: were every token in common earned, the edits before the first one still cost."""
    look = len(ahead_a)
    common = np.zeros(ahead_a.shape, dtype=bool)
    for d in range(-band, band + 1):
        first = max(0, -d)
        common[first:] |= ahead_a[first:] == ahead_b[first + d : look + d]
    earned = np.where(common, gain, np.int16(0)).sum(axis=0, dtype=np.int32)
    may: Flags = earned - cost.astype(np.int32) * common.argmax(axis=0) >= least
    return may


def _best_step(ahead_a: Ahead, ahead_b: Ahead, band: int, gain: Scores, cost: Scores, least: int) -> tuple[Ints, Ints]:
    """Align the next tokens of each end; how many of either side the best alignment takes (0 where none pays).

    Args:
        ahead_a: the next tokens of the first side, one row a step, one column an end.
        ahead_b: the same of the second side.
        band: how far the sides may shift against each other.
        gain: what each token of ``ahead_a`` earns in common.
        cost: what an edited token costs each end.
        least: what an alignment must earn.
    """
    look, count = ahead_a.shape
    width = 2 * band + 1
    # Row ``d`` of a table holds the cells (i, i + d - band); what lies beyond the second side equals nothing.
    beside = np.full((look + width, count), np.int32(-2))
    beside[band : band + look] = ahead_b[:look]
    score = np.full((width + 1, count), IMPOSSIBLE, dtype=np.int16)
    score[band:width] = -cost * np.arange(band + 1, dtype=np.int16)[:, None]
    best = np.full(count, least - 1, dtype=np.int16)
    best_a, best_b = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for i in range(1, look + 1):
        same = beside[i - 1 : i - 1 + width] == ahead_a[i - 1]
        paired = score[:width] + np.where(same, gain[i - 1], -cost)
        score -= cost
        np.maximum(paired, score[1:], out=score[:width])
        for d in range(1, width):
            np.maximum(score[d], score[d - 1] - cost, out=score[d])
        top = np.where(same, score[:width], np.int16(IMPOSSIBLE)).max(axis=0)
        better = np.flatnonzero(top > best)
        if len(better):
            best[better], best_a[better] = top[better], i
            reached = np.where(same[:, better], score[:width, better], np.int16(IMPOSSIBLE))
            best_b[better] = i - band + reached.argmax(axis=0)
        score[width] = IMPOSSIBLE
    return best_a, best_b


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
