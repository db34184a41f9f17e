"""Scoring: what a token in common earns an alignment, and what an edited one costs it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samestory.overlap.spelling import TokenHashes
from samestory.overlap.tokens import Ints

Scores = NDArray[np.int16]
# Log-odds are counted in parts of a nat.
UNITS = 16
# Edited copies keep four words of five; a passage in which fewer are kept is held to be no more edited than that.
EDITED = 0.2
# What no sample of words can tell apart is equally rare.
RAREST = 1e-4
LEAST_ODDS = 1 * UNITS
BUCKET_BITS = 16
BUCKETS = 1 << BUCKET_BITS
BATCH_TOKENS = 1_000_000


@dataclass(frozen=True)
class Scoring:
    """What an extension earns and costs.

    Attributes:
        gain: what a token earns where it is in common, by the high bits of its hash (``BUCKET_BITS``).
        cost: what an inserted, deleted or replaced token costs each match.
        least: what an extension must earn in all.
        in_a_row: ends without so many tokens in a row in common need no look: they cannot earn anything.
    """

    gain: Scores
    cost: Scores
    least: int
    in_a_row: int


def even_scoring(n_matches: int, penalty: int) -> Scoring:
    """Give +1 for a token in common, -``penalty`` for an edited one.

    Matches do not end where the next tokens are the same, so only two tokens in a row can pay.
    """
    gain, cost = np.ones(BUCKETS, dtype=np.int16), np.int16(penalty)
    return Scoring(gain, np.broadcast_to(cost, n_matches), 1, 2)


def count_tokens(hashes: TokenHashes) -> Ints:
    """Count tokens by the high bits of their hash: a little more than each token's own count, never less."""
    counts = np.zeros(BUCKETS, dtype=np.int64)
    for low in range(0, len(hashes), BATCH_TOKENS):
        counts += np.bincount(bucket(hashes[low : low + BATCH_TOKENS]), minlength=BUCKETS)
    return counts


def bucket(hashes: TokenHashes) -> NDArray[np.uint32]:
    """Give the high bits of tokens' hashes, by which they are counted and scored."""
    return hashes >> np.uint32(32 - BUCKET_BITS)


def rarities(counts: Ints) -> Scores:
    """Give for tokens of each bucket ln((1 - e) / p), p their frequency and e the share of edited words.

    Args:
        counts: of the tokens of the whole corpus (``count_tokens``).

    Returns:
        The log-odds, in parts of a nat.
    """
    frequency = np.maximum((counts + 1) / (counts.sum() + 2), RAREST)
    gain: Scores = np.round(UNITS * np.log((1 - EDITED) / frequency)).astype(np.int16)
    return gain


def log_odds_scoring(gain: Scores, identities: NDArray[np.float64], sizes: Ints) -> Scoring:
    """Score by how much likelier an edited copy is than two texts that have nothing to do with each other.

    In a copy whose words are edited at a rate e, a word of frequency p stands on both sides (1 - e) / p times as
    often as by chance, and an edited word e times as often (log-odds as in Karlin and Altschul 1990). So one rare
    word repays the edits before it, a common word hardly does, and in a passage of few edits next to nothing does.

    Args:
        gain: the rarity of the tokens of each bucket (``rarities``).
        identities: of each match, the share of its tokens in common.
        sizes: the tokens of its longer side.
    """
    edited = np.minimum(EDITED, (sizes * (1 - identities) + 1) / (sizes + 2))
    return Scoring(gain, np.round(-UNITS * np.log(edited)).astype(np.int16), LEAST_ODDS, 1)
