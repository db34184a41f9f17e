"""Scoring: what a token in common earns an alignment, and what an edited one costs it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samestory.overlap.spelling import TokenHashes
from samestory.overlap.tokens import Ints, Tokens

Scores = NDArray[np.int16]
# Log-odds are counted in parts of a nat.
UNITS = 16
# Edited copies keep four words of five; a passage in which fewer are kept is held to be no more edited than that.
EDITED = 0.2
# What no sample of words can tell apart is equally rare.
RAREST = 1e-4
LEAST_ODDS = 1 * UNITS
BUCKET_BITS = np.uint32(16)
BATCH_TOKENS = 1_000_000


@dataclass(frozen=True)
class Scoring:
    """What an extension earns and costs.

    Attributes:
        gain: what each token of all texts earns where it is in common.
        cost: what an inserted, deleted or replaced token costs each match.
        least: what an extension must earn in all.
        in_a_row: ends without so many tokens in a row in common need no look: they cannot earn anything.
    """

    gain: Scores
    cost: Scores
    least: int
    in_a_row: int


def even_scoring(n_tokens: int, n_matches: int, penalty: int) -> Scoring:
    """Give +1 for a token in common, -``penalty`` for an edited one.

    Matches do not end where the next tokens are the same, so only two tokens in a row can pay.
    """
    gain, cost = np.int16(1), np.int16(penalty)
    return Scoring(np.broadcast_to(gain, n_tokens), np.broadcast_to(cost, n_matches), 1, 2)


def count_tokens(hashes: TokenHashes) -> Ints:
    """Count tokens by the high bits of their hash: a little more than each token's own count, never less."""
    counts = np.zeros(1 << int(32 - BUCKET_BITS), dtype=np.int64)
    for low in range(0, len(hashes), BATCH_TOKENS):
        counts += np.bincount(hashes[low : low + BATCH_TOKENS] >> BUCKET_BITS, minlength=len(counts))
    return counts


def rarities(tokens: Tokens, counts: Ints) -> Scores:
    """Give each token ln((1 - e) / p), p its frequency and e the share of edited words, in parts of a nat.

    Args:
        tokens: the tokens.
        counts: of the tokens of the whole corpus (``count_tokens``).
    """
    frequency = np.maximum((counts + 1) / (counts.sum() + 2), RAREST)
    gain = np.round(UNITS * np.log((1 - EDITED) / frequency)).astype(np.int16)
    rarity = np.empty(len(tokens), dtype=np.int16)
    for low in range(0, len(tokens), BATCH_TOKENS):
        rarity[low : low + BATCH_TOKENS] = gain[tokens.hashes[low : low + BATCH_TOKENS] >> BUCKET_BITS]
    return rarity


def log_odds_scoring(gain: Scores, identities: NDArray[np.float64], sizes: Ints) -> Scoring:
    """Score by how much likelier an edited copy is than two texts that have nothing to do with each other.

    In a copy whose words are edited at a rate e, a word of frequency p stands on both sides (1 - e) / p times as
    often as by chance, and an edited word e times as often (log-odds as in Karlin and Altschul 1990). So one rare
    word repays the edits before it, a common word hardly does, and in a passage of few edits next to nothing does.

    Args:
        gain: the rarity of each token (``rarities``).
        identities: of each match, the share of its tokens in common.
        sizes: the tokens of its longer side.
    """
    edited = np.minimum(EDITED, (sizes * (1 - identities) + 1) / (sizes + 2))
    return Scoring(gain, np.round(-UNITS * np.log(edited)).astype(np.int16), LEAST_ODDS, 1)
