"""Stars: the pairs within a story that more articles carry than ``max_df`` allows to pair outright.

The join ties a common fingerprint to its earliest occurrence only. Where that tie grew to a long match, the article is
a copy and no chance neighbour: two copies of one stretch of the earliest article print the same words where their
stretches overlap, which is read off the ties without looking at the words again.
"""

import numpy as np

from samestory.overlap.chains import link_starts, sort_matches
from samestory.overlap.tokens import Ints, Tokens

# A formula is a sentence; a copy that was edited shares more, in pieces.
LONG_WORDS = 24


def complete_stars(runs: Ints, tokens: Tokens, size: int, gap: int, max_copies: int) -> Ints:
    """Give the runs of equal tokens between the articles that hold the same stretch of an earliest article.

    Args:
        runs: the runs that grew from ties, the earliest article on the first side.
        tokens: the tokens of all texts.
        size: least tokens of a run between two articles; within a story fewer are needed than to find it.
        gap: tokens between two runs of one match.
        max_copies: a stretch that stands in more articles is no story but a formula, and stays tied to the earliest.

    Returns:
        Runs between the other articles; time and memory go with their number.
    """
    runs = _of_copies(sort_matches(runs, tokens.block), tokens, gap)
    runs = runs[np.lexsort((runs[:, 2], runs[:, 1], runs[:, 0]))]
    runs = _leave_formulas(runs, size, max_copies)
    start, end = runs[:, 0], runs[:, 1]
    first, second = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    # How many of the next runs begin early enough to share `size` tokens with this one.
    later = np.searchsorted(start, end - size, side="right") - np.arange(len(runs)) - 1
    alive, step = np.flatnonzero(later > 0), 1
    while len(alive):
        long = alive[end[alive + step] - start[alive + step] >= size]
        first.append(long)
        second.append(long + step)
        step += 1
        alive = alive[later[alive] >= step]
    a, b = np.concatenate(first), np.concatenate(second)
    apart = tokens.doc[runs[a, 2]] != tokens.doc[runs[b, 2]]
    a, b = a[apart], b[apart]
    a, b = np.where(runs[a, 2] < runs[b, 2], a, b), np.where(runs[a, 2] < runs[b, 2], b, a)
    low, high = np.maximum(start[a], start[b]), np.minimum(end[a], end[b])
    shift_a, shift_b = runs[a, 2] - start[a], runs[b, 2] - start[b]
    return np.stack([low + shift_a, high + shift_a, low + shift_b, high + shift_b], axis=1)


def _of_copies(runs: Ints, tokens: Tokens, gap: int) -> Ints:
    """Give the runs that lie in a match of ``LONG_WORDS`` tokens, or add up to so many in several; they are sorted."""
    if not len(runs):
        return runs
    first = link_starts(runs, tokens.block, gap)
    last = np.append(first[1:], len(runs))
    long = np.repeat(runs[last - 1, 1] - runs[first, 0] >= LONG_WORDS, last - first)
    pair = (tokens.block[runs[:, 0]].astype(np.int64) << 32) | tokens.block[runs[:, 2]]
    start = np.flatnonzero(np.diff(pair, prepend=-1))
    shared = np.add.reduceat(runs[:, 1] - runs[:, 0], start)
    kept: Ints = runs[long | np.repeat(shared >= LONG_WORDS, np.diff(np.append(start, len(runs))))]
    return kept


def _leave_formulas(runs: Ints, size: int, max_copies: int) -> Ints:
    """Leave out the runs of stretches that more than ``max_copies`` runs share; they are sorted by their start."""
    later = np.searchsorted(runs[:, 0], runs[:, 1] - size, side="right") - np.arange(len(runs)) - 1
    many = np.flatnonzero(later >= max_copies)
    change = np.zeros(len(runs) + 1, dtype=np.int64)
    np.add.at(change, many, 1)
    np.add.at(change, many + later[many] + 1, -1)
    kept: Ints = runs[np.cumsum(change[:-1]) == 0]
    return kept
