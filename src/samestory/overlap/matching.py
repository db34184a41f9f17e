"""Matching: the matches of a batch of seeds, from runs of equal tokens to ends, and how much of each is the same."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cpdist

from samestory.overlap.align import as_string, extend
from samestory.overlap.chains import chain, exact_runs, link, merge, repaid_gaps
from samestory.overlap.scoring import UNITS, Scores, bucket, even_scoring, log_odds_scoring
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.spelling import TokenHashes
from samestory.overlap.tokens import Ints, Tokens

BATCH_TOKENS = 200_000
# Tokens looked at past an end, and their shift, once the words in common are few.
EDGE_LOOK, EDGE_BAND = 8, 2
# Common words begin many a sentence: a stub of the next one must be this much rarer than chance.
STUB_ODDS = 8 * UNITS


def match_seeds(left: Ints, right: Ints, runs: Ints, tokens: Tokens, rarity: Scores, settings: OverlapSettings) -> Ints:
    """Grow seeds to runs of equal tokens, chain these, extend the chains past their ends, and merge what overlaps.

    Args:
        left: the token at which a seed begins on the first side.
        right: the same on the second side.
        runs: runs of equal tokens found without seeds.
        tokens: the tokens of all texts.
        rarity: of the tokens of each bucket (``scoring.rarities``).
        settings: the parameters.

    Returns:
        Matches (``chains``), sorted by pair of blocks and place: no two of a pair overlap on both sides.
    """
    grown = exact_runs(left, right, tokens, settings.shingle_words)
    matches = chain(np.concatenate([grown, runs]), tokens, settings.link_gap)
    scoring = even_scoring(len(matches), settings.edit_penalty)
    matches = extend(matches, tokens, settings.look, settings.band, scoring)
    matches = merge(_leave_lone(tokens, matches, settings.min_words), tokens.block)
    gaps = repaid_gaps(matches, settings.link_gap // 4, settings.look, settings.band)
    matches = merge(link(matches, tokens.block, gaps), tokens.block)
    matches = matches[count_words(tokens, matches).min(axis=0) >= settings.min_words]
    identity = identities(matches, tokens)
    # What is the same word for word stays so: beyond its ends there is no edited copy to expect.
    edited = np.flatnonzero(identity < 1)
    own = matches[edited]
    longer = np.maximum(own[:, 1] - own[:, 0], own[:, 3] - own[:, 2])
    scoring = log_odds_scoring(rarity, identity[edited], longer)
    matches[edited] = extend(own, tokens, EDGE_LOOK, EDGE_BAND, scoring)
    matches = merge(matches, tokens.block)
    return _leave_stubs(tokens, matches, rarity, settings.min_words)


def count_words(tokens: Tokens, matches: Ints) -> Ints:
    """Count the words that the tokens of either side of each match lie in; one row a side."""
    first, end = matches[:, [0, 2]].T, matches[:, [1, 3]].T
    words: Ints = tokens.words_before(end) - tokens.words_before(first) + (tokens.words[first] == 0)
    return words


def _leave_lone(tokens: Tokens, matches: Ints, min_words: int) -> Ints:
    """Leave out, of sorted matches, those too short that are the only one of their pair: nothing makes them longer."""
    same = (np.diff(tokens.block[matches[:, 0]]) == 0) & (np.diff(tokens.block[matches[:, 2]]) == 0)
    kept = np.zeros(len(matches), dtype=bool)
    kept[1:] = same
    kept[:-1] |= same
    lone = np.flatnonzero(~kept)
    kept[lone] = count_words(tokens, matches[lone]).min(axis=0) >= min_words
    return matches[kept]


def _leave_stubs(tokens: Tokens, matches: Ints, rarity: Scores, min_words: int) -> Ints:
    """Leave out a last word or two that stand beyond a sentence's end on one side only, where chance explains them."""
    matches = matches.copy()
    for beyond in (2, 1):
        rows = np.flatnonzero(
            np.minimum(matches[:, 1] - matches[:, 0], matches[:, 3] - matches[:, 2]) - beyond >= min_words
        )
        closes = [tokens.closes[matches[rows, side] - beyond - 1] for side in (1, 3)]
        rows = rows[closes[0] != closes[1]]
        last = [[matches[rows, side] - back for back in range(1, beyond + 1)] for side in (1, 3)]
        same = [tokens.hashes[a] == tokens.hashes[b] for a, b in zip(*last, strict=True)]
        odds = sum(np.where(alike, rarity[bucket(tokens.hashes[a])], 0) for alike, a in zip(same, last[0], strict=True))
        stub = rows[odds < STUB_ODDS]
        matches[stub, 1] -= beyond
        matches[stub, 3] -= beyond
    return matches


def identities(matches: Ints, tokens: Tokens) -> NDArray[np.float64]:
    """Give the identity of each match: tokens in common, in order, / tokens of the longer side."""
    size_a, size_b = matches[:, 1] - matches[:, 0], matches[:, 3] - matches[:, 2]
    longer, identity = np.maximum(size_a, size_b), np.ones(len(matches))
    # Not all at once: many copies of one story are many tokens.
    for low, high in _batches(longer):
        alike = low + np.flatnonzero(size_a[low:high] == size_b[low:high])
        same = _gather(tokens, matches[alike, 0], size_a[alike]) == _gather(tokens, matches[alike, 2], size_b[alike])
        edited = np.ones(high - low, dtype=bool)
        if len(alike):
            edited[alike - low] = ~np.logical_and.reduceat(same, np.cumsum(size_a[alike]) - size_a[alike])
        rows = low + np.flatnonzero(edited)
        sides_a = _as_strings(tokens, matches[rows, 0], size_a[rows])
        sides_b = _as_strings(tokens, matches[rows, 2], size_b[rows])
        identity[rows] = cpdist(sides_a, sides_b, scorer=LCSseq.similarity, dtype=np.float64) / longer[rows]
    return identity


def _batches(sizes: Ints) -> list[tuple[int, int]]:
    """Part rows into runs of some ``BATCH_TOKENS`` tokens."""
    number = np.cumsum(sizes) // BATCH_TOKENS
    borders = np.flatnonzero(np.diff(number)) + 1
    limits = [0, *borders.tolist(), len(sizes)]
    return [(low, high) for low, high in pairwise(limits) if low < high]


def _gather(tokens: Tokens, first: Ints, sizes: Ints) -> TokenHashes:
    """Give the tokens of some stretches, one after the other."""
    before = np.cumsum(sizes) - sizes
    gathered: TokenHashes = tokens.hashes[np.arange(int(sizes.sum())) + np.repeat(first - before, sizes)]
    return gathered


def _as_strings(tokens: Tokens, first: Ints, sizes: Ints) -> list[str]:
    """Give stretches as strings of one character a token."""
    joined = as_string(_gather(tokens, first, sizes))
    limits = [0, *np.cumsum(sizes).tolist()]
    return [joined[low:high] for low, high in pairwise(limits)]
