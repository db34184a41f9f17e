"""Pairs: how much two articles share as wholes."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from samestory.overlap.fingerprints import shingle_hashes
from samestory.overlap.passages import Passages
from samestory.overlap.tokens import Flags, Hashes, Ints, Tokens

JACCARD_WORDS = 5
BATCH_PAIRS = 4096
Floats = NDArray[np.float64]


def measure_pairs(found: Passages, tokens: Tokens, ids: Sequence[str], weights: Floats | None = None) -> pd.DataFrame:
    """Measure every pair of articles that shares a passage.

    Args:
        found: the passages, of every kind.
        tokens: the tokens of all articles, furniture left out.
        ids: their ids, ascending.
        weights: of each token, for the cosine; by default ``token_weights`` over these articles.

    Returns:
        overlap/pairs: doc_a, doc_b, shared_words (words of doc_a in a shared passage), containment_a and
        containment_b (shares of all words but furniture), jaccard (distinct 5-grams of tokens), cosine (TF-IDF over
        the corpus, smoothed, as scikit-learn's default), longest_passage (words), n_passages.
    """
    names = np.array(ids, dtype=object)
    key = (found.a << 32) | found.b
    order = np.argsort(key, kind="stable")
    found, key = found.select(order), key[order]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    pair = np.repeat(np.arange(len(first)), np.diff(np.append(first, len(key))))
    a, b = found.a[first], found.b[first]
    shared = [
        _shared_words(pair, side, start, end, tokens, len(first))
        for side, start, end in (
            (found.a, found.start_a, found.end_a),
            (found.b, found.start_b, found.end_b),
        )
    ]
    total = np.bincount(tokens.doc, weights=tokens.words, minlength=len(ids))
    jaccard, cosine = _compare_wholes(
        a, b, tokens, len(ids), token_weights(tokens, len(ids)) if weights is None else weights
    )
    return pd.DataFrame(
        {
            "doc_a": pd.Series(names[a], dtype="str"),
            "doc_b": pd.Series(names[b], dtype="str"),
            "shared_words": shared[0],
            "containment_a": shared[0] / np.maximum(1, total[a]),
            "containment_b": shared[1] / np.maximum(1, total[b]),
            "jaccard": jaccard,
            "cosine": cosine,
            "longest_passage": np.maximum.reduceat(found.n_words, first) if len(first) else found.n_words,
            "n_passages": np.bincount(pair, minlength=len(first)),
        }
    )


def token_weights(tokens: Tokens, n_docs: int) -> Floats:
    """Weigh each token by ln((1 + n) / (1 + df)) + 1, df the articles of n that hold it."""
    vocabulary, term = np.unique(tokens.hashes, return_inverse=True)
    held = np.unique((tokens.doc.astype(np.int64) << 32) | term) & 0xFFFFFFFF
    df = np.bincount(held, minlength=len(vocabulary))
    weights: Floats = (np.log((1 + n_docs) / (1 + df)) + 1)[term]
    return weights


def _shared_words(pair: Ints, doc: Ints, start: Ints, end: Ints, tokens: Tokens, n_pairs: int) -> Ints:
    """Count for each pair the words of one side that begin in a passage, those of several passages once."""
    # One number orders the tokens of all texts: the text in the high bits, the place in the low ones.
    places = (tokens.doc.astype(np.int64) << 32) | tokens.start
    low = np.searchsorted(places, (doc << 32) | start)
    high = np.searchsorted(places, (doc << 32) | end)
    order = np.lexsort((low, pair))
    low, high, pair = low[order], high[order], pair[order]
    # What passages of the pair before this one reach, as far as it goes beyond the beginning of this one.
    reach = np.maximum.accumulate(high + pair * (len(tokens) + 1)) - pair * (len(tokens) + 1)
    low[1:] = np.where(pair[1:] == pair[:-1], np.maximum(low[1:], reach[:-1]), low[1:])
    begun = np.zeros(len(tokens) + 1, dtype=np.int32)
    np.cumsum(tokens.words, out=begun[1:], dtype=np.int32)
    words = begun[np.maximum(high, low)] - begun[low]
    return np.bincount(pair, weights=words, minlength=n_pairs).astype(np.int64)


def _compare_wholes(a: Ints, b: Ints, tokens: Tokens, n_docs: int, weights: Floats) -> tuple[Floats, Floats]:
    """Give the Jaccard similarity of the 5-grams and the cosine of the words of each pair."""
    grams = shingle_hashes(tokens.hashes, JACCARD_WORDS)
    inside = tokens.block[: len(grams)] == tokens.block[len(tokens) - len(grams) :]
    gram_sets = _Bags(grams, tokens.doc[: len(grams)], n_docs, inside)
    word_bags = _Bags(tokens.hashes, tokens.doc, n_docs, np.ones(len(tokens), dtype=bool))
    word_weights = word_bags.counts * weights[word_bags.first]
    norms = np.sqrt(np.bincount(word_bags.doc, weights=word_weights**2, minlength=n_docs))
    jaccard, cosine = np.zeros(len(a)), np.zeros(len(a))
    for low in range(0, len(a), BATCH_PAIRS):
        rows = slice(low, low + BATCH_PAIRS)
        pair, _, _ = gram_sets.common(a[rows], b[rows])
        common = np.bincount(pair, minlength=len(a[rows]))
        either = gram_sets.sizes[a[rows]] + gram_sets.sizes[b[rows]] - common
        jaccard[rows] = common / np.maximum(1, either)
        pair, left, right = word_bags.common(a[rows], b[rows])
        products = np.bincount(pair, weights=word_weights[left] * word_weights[right], minlength=len(a[rows]))
        cosine[rows] = products / np.maximum(1e-12, norms[a[rows]] * norms[b[rows]])
    return jaccard, np.minimum(1.0, cosine)


class _Bags:
    """The distinct values of each article, sorted by article and value, with how often each stands in it."""

    def __init__(self, values: Hashes | NDArray[np.uint32], doc: NDArray[np.int32], n_docs: int, keep: Flags) -> None:
        places = np.flatnonzero(keep)
        _, rank = np.unique(values, return_inverse=True)
        key = (doc[places].astype(np.int64) << 32) | rank[places]
        self.key, first, self.counts = np.unique(key, return_index=True, return_counts=True)
        self.first = places[first]
        self.doc = self.key >> 32
        self.limits = np.searchsorted(self.doc, np.arange(n_docs + 1))
        self.sizes = np.diff(self.limits)

    def common(self, a: Ints, b: Ints) -> tuple[Ints, Ints, Ints]:
        """Find what pairs of articles have in common: the pair's number, and the entry on either side."""
        # The smaller side is looked up in the larger one.
        swap = self.sizes[a] > self.sizes[b]
        small, large = np.where(swap, b, a), np.where(swap, a, b)
        sizes = self.sizes[small]
        before = np.cumsum(sizes) - sizes
        entry = np.arange(int(sizes.sum())) + np.repeat(self.limits[small] - before, sizes)
        pair = np.repeat(np.arange(len(a)), sizes)
        wanted = (self.key[entry] & 0xFFFFFFFF) | (np.repeat(large, sizes) << 32)
        other = np.minimum(np.searchsorted(self.key, wanted), len(self.key) - 1)
        hit = self.key[other] == wanted
        return pair[hit], entry[hit], other[hit]
