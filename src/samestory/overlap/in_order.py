"""Retelling in order: an article that says again, sentence by sentence, what another says.

Two sentences of one event that have little in common may still say the same thing; alone they show nothing. Where most
sentences of an article have their nearest in another one, each the other's, and nearly all of them in one order, one
text stands behind both: two reporters who write by themselves tell other things, or in another order. Measured in
docs/method.md.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from scipy import sparse

from samestory.overlap.tokens import Flags, Ints


class Bar(NamedTuple):
    """What a retelling must reach.

    Attributes:
        cosine: from which on a sentence has a nearest.
        fewest: pairs in one order, at least.
        in_order: of all pairs, those in one order, at least.
        retold: of the sentences of the shorter article, those in one order, at least.
    """

    cosine: float
    fewest: int
    in_order: float
    retold: float


# The less two sentences have in common, the more of them it takes.
BARS = (Bar(0.2, 5, 0.8, 0.5), Bar(0.12, 8, 0.85, 0.45))
LEAST_COSINE = min(bar.cosine for bar in BARS)


class Pair(NamedTuple):
    """Two sentences, by number, that are each other's nearest in their articles, and their cosine."""

    first: int
    second: int
    cosine: float


def pairs_in_order(similarity: sparse.csr_array, docs: Ints, running: Flags) -> list[Pair]:
    """Give the pairs of sentences by which one article retells another in its order.

    Args:
        similarity: the cosine of each two sentences, shape (sentences, sentences).
        docs: the number of each sentence's article; the sentences stand in the order of articles and places.
        running: of each sentence whether it is running text.

    Returns:
        Pairs in order, the first sentence of the article with the lower number.
    """
    lengths = np.bincount(docs[running], minlength=int(docs.max(initial=0)) + 1)
    found = list[Pair]()
    nearest = _each_others_nearest(similarity, docs, running)
    for (a, b), group in groupby(nearest, key=lambda pair: (docs[pair.first], docs[pair.second])):
        pairs, shorter = list(group), int(min(lengths[a], lengths[b]))
        chains = [_chain_above(bar, pairs, shorter) for bar in BARS]
        longest: list[Pair] = max(chains, key=len)
        found += longest
    return found


def _chain_above(bar: Bar, pairs: Sequence[Pair], shorter: int) -> list[Pair]:
    """Give the pairs of two articles that stand in one order, where they reach a bar; else none.

    Args:
        bar: what they must reach.
        pairs: the pairs of the two articles, by places.
        shorter: the number of sentences of the shorter article.
    """
    pairs = [pair for pair in pairs if pair.cosine >= bar.cosine]
    fewest = max(float(bar.fewest), bar.retold * shorter, bar.in_order * len(pairs))
    # Most articles of an event are ruled out by how few pairs they have.
    chain = _heaviest_chain(pairs) if len(pairs) >= fewest else []
    return chain if len(chain) >= fewest else []


def _each_others_nearest(similarity: sparse.csr_array, docs: Ints, running: Flags) -> list[Pair]:
    """Give the pairs of sentences of two articles that are each other's nearest there, by articles and places."""
    cells = similarity.tocoo()
    first, second, cosine = cells.coords[0], cells.coords[1], cells.data
    kept = (docs[first] != docs[second]) & running[first] & running[second] & (cosine >= LEAST_COSINE)
    first, second, cosine = first[kept], second[kept], cosine[kept]
    # Of equals the first in the text.
    ranked = np.lexsort((second, -cosine, docs[second], first))
    first, second, cosine = first[ranked], second[ranked], cosine[ranked]
    opens = np.ones(len(first), dtype=bool)
    opens[1:] = (first[1:] != first[:-1]) | (docs[second[1:]] != docs[second[:-1]])
    best = {(i, j): c for i, j, c in zip(*(column[opens].tolist() for column in (first, second, cosine)), strict=True)}
    pairs = [Pair(i, j, c) for (i, j), c in best.items() if docs[i] < docs[j] and (j, i) in best]
    return sorted(pairs, key=lambda pair: (docs[pair.first], docs[pair.second], pair.first))


def _heaviest_chain(pairs: Sequence[Pair]) -> list[Pair]:
    """Give the pairs that stand in one order in both articles, with the greatest sum of cosines."""
    weight, before = [pair.cosine for pair in pairs], [-1] * len(pairs)
    for at, pair in enumerate(pairs):
        for earlier in range(at):
            if pairs[earlier].second < pair.second and weight[earlier] + pair.cosine > weight[at]:
                weight[at], before[at] = weight[earlier] + pair.cosine, earlier
    chain = list[Pair]()
    at = max(range(len(pairs)), key=lambda place: (weight[place], -place))
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
