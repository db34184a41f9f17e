"""Alignment: how far a match goes on past its ends through edited words, and how much of it is the same."""

from collections.abc import Hashable, Sequence

import numpy as np
from rapidfuzz.distance import LCSseq, Levenshtein

from samestory.overlap.tokens import Ints, Tokens

IMPOSSIBLE = -1000


def extend(matches: Ints, tokens: Tokens, look: int, band: int, penalty: int) -> Ints:
    """Extend matches past both ends as long as it pays: +1 a token in common, -``penalty`` an edited one.

    All ends are aligned at once: a banded alignment of the next ``look`` tokens of each (Smith and Waterman 1981,
    anchored at the end of the match), repeated from the best cell for those that gained.
    """
    matches = matches.copy()
    if not len(matches):
        return matches
    block = tokens.block
    limits = np.searchsorted(block, np.arange(int(block[-1]) + 2))
    for direction in (1, -1):
        column = 1 if direction > 0 else 0
        sides = []
        for side in (column, column + 2):
            inner = block[matches[:, side] - (1 if direction > 0 else 0)]
            sides.append(limits[inner + 1] if direction > 0 else limits[inner])
        active = np.arange(len(matches))
        while len(active):
            gain_a, gain_b = _best_step(
                tokens, matches[active, column], matches[active, column + 2], sides[0][active], sides[1][active],
                direction, look, band, penalty,
            )  # fmt: skip
            matches[active, column] += direction * gain_a
            matches[active, column + 2] += direction * gain_b
            active = active[gain_a > 0]
    return matches


def _best_step(
    tokens: Tokens, a: Ints, b: Ints, limit_a: Ints, limit_b: Ints, direction: int, look: int, band: int, penalty: int
) -> tuple[Ints, Ints]:
    """Align the next tokens of each end; how many of either side the best alignment takes (0 where none pays)."""
    room_a, room_b = np.abs(limit_a - a), np.abs(limit_b - b)
    shift = 0 if direction > 0 else -1
    hashes = tokens.hashes
    last = len(hashes) - 1
    ahead_b = [hashes[np.clip(b + shift + direction * j, 0, last)] for j in range(look + band)]
    offsets = range(-band, band + 1)
    row = [np.full(len(a), -penalty * d if d >= 0 else IMPOSSIBLE, dtype=np.int32) for d in offsets]
    best = np.zeros(len(a), dtype=np.int32)
    best_a, best_b = np.zeros(len(a), dtype=np.int64), np.zeros(len(a), dtype=np.int64)
    for i in range(1, look + 1):
        token = hashes[np.clip(a + shift + direction * (i - 1), 0, last)]
        open_a = room_a >= i
        for index, d in enumerate(offsets):
            j = i + d
            if j < 0 or j > look:
                row[index] = np.full(len(a), IMPOSSIBLE, dtype=np.int32)
                continue
            score = row[index + 1] - penalty if d < band else np.full(len(a), IMPOSSIBLE, dtype=np.int32)
            if index:
                score = np.maximum(score, row[index - 1] - penalty)
            if j:
                same = token == ahead_b[j - 1]
                score = np.maximum(score, row[index] + np.where(same, 1, -penalty))
                score[~(open_a & (room_b >= j))] = IMPOSSIBLE
                better = same & (score > best)
                best[better] = score[better]
                best_a[better], best_b[better] = i, j
            row[index] = score.astype(np.int32)
    return best_a, best_b


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
