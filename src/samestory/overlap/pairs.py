"""Pairs: how much two articles share as wholes."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from samestory.overlap.fingerprints import shingle_hashes
from samestory.overlap.passages import Passages
from samestory.overlap.spelling import TokenHashes
from samestory.overlap.tokens import Hashes, Ints, Places, Tokens

JACCARD_WORDS = 5
BATCH_PAIRS = 4096
HASH_BITS = 32
# Enough to tell the grams of two articles apart, and room for the number of the article beside them.
GRAM_BITS = 44
Floats = NDArray[np.float64]


def measure_pairs(
    found: Passages,
    tokens: Tokens,
    ids: Sequence[str],
    df: tuple[TokenHashes, Ints] | None = None,
    n_articles: int | None = None,
) -> pd.DataFrame:
    """Measure every pair of articles that shares a passage.

    Args:
        found: the passages, of every kind.
        tokens: the tokens of all articles, furniture left out.
        ids: their ids, ascending.
        df: in how many articles of the corpus each token stands (``count_articles``); by default of these articles.
        n_articles: the articles of the corpus; by default these.

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
    grams = _gram_sets(tokens, len(ids))
    sizes, common = np.diff(grams.indptr), _row_products(grams, a, b)
    bags = _word_bags(tokens, len(ids), df or count_articles(tokens), n_articles or len(ids))
    return pd.DataFrame(
        {
            "doc_a": pd.Series(names[a], dtype="str"),
            "doc_b": pd.Series(names[b], dtype="str"),
            "shared_words": shared[0],
            "containment_a": shared[0] / np.maximum(1, total[a]),
            "containment_b": shared[1] / np.maximum(1, total[b]),
            "jaccard": common / np.maximum(1, sizes[a] + sizes[b] - common),
            "cosine": np.minimum(1.0, _row_products(bags, a, b)),
            "longest_passage": np.maximum.reduceat(found.n_words, first) if len(first) else found.n_words,
            "n_passages": np.bincount(pair, minlength=len(first)),
        }
    )


def count_articles(tokens: Tokens) -> tuple[TokenHashes, Ints]:
    """Count the articles that hold each token: the distinct tokens, sorted, and their counts."""
    held = _by_article(tokens.doc, tokens.hashes, HASH_BITS)
    return np.unique(held[_changes(held)].astype(np.uint32), return_counts=True)


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
    words = tokens.words_before(np.maximum(high, low)) - tokens.words_before(low)
    return np.bincount(pair, weights=words, minlength=n_pairs).astype(np.int64)


def _by_article(doc: Places, values: TokenHashes | Hashes, bits: int) -> Hashes:
    """Sort the values that articles hold: in one number the article, and in the low ``bits`` the value."""
    held: Hashes = doc.astype(np.uint64) << np.uint64(bits)
    held |= values
    held.sort()
    return held


def _changes(held: Hashes) -> Ints:
    """Give the places at which a sorted array begins another number."""
    new = np.ones(len(held), dtype=bool)
    np.not_equal(held[1:], held[:-1], out=new[1:])
    return np.flatnonzero(new)


def _gram_sets(tokens: Tokens, n_docs: int) -> sparse.csr_array:
    """Give the distinct 5-grams of each article; a column is the gram's hash."""
    grams = shingle_hashes(tokens.hashes, JACCARD_WORDS)
    inside = tokens.block[: len(grams)] == tokens.block[len(tokens) - len(grams) :]
    held = _by_article(tokens.doc[: len(grams)][inside], grams[inside] >> np.uint64(64 - GRAM_BITS), GRAM_BITS)
    held = held[_changes(held)]
    return _as_sparse(held, np.ones(len(held), dtype=np.float32), n_docs, GRAM_BITS)


def _word_bags(tokens: Tokens, n_docs: int, df: tuple[TokenHashes, Ints], n_articles: int) -> sparse.csr_array:
    """Give the words of each article, weighted by count times ln((1 + n) / (1 + df)) + 1, as vectors of length 1."""
    vocabulary, articles = df
    weights = np.log((1 + n_articles) / (1 + articles)) + 1
    held = _by_article(tokens.doc, tokens.hashes, HASH_BITS)
    first = _changes(held)
    counts, held = np.diff(np.append(first, len(held))), held[first]
    weighted = counts * weights[np.searchsorted(vocabulary, held.astype(np.uint32))]
    doc = (held >> np.uint64(HASH_BITS)).astype(np.int64)
    length = np.sqrt(np.bincount(doc, weights=weighted**2, minlength=n_docs))
    return _as_sparse(held, weighted / length[doc], n_docs, HASH_BITS)


def _as_sparse(held: Hashes, values: NDArray[np.floating], n_docs: int, bits: int) -> sparse.csr_array:
    """Make a matrix, an article a row, of what the articles hold (``_by_article``) and its values."""
    limits = np.searchsorted(held, np.arange(n_docs + 1, dtype=np.uint64) << np.uint64(bits))
    columns = (held & np.uint64((1 << bits) - 1)).astype(np.int64)
    return sparse.csr_array((values, columns, limits), shape=(n_docs, 1 << bits))


def _row_products(matrix: sparse.csr_array, a: Ints, b: Ints) -> Floats:
    """Give the product of row ``a`` and row ``b`` of each pair."""
    products = np.zeros(len(a))
    for low in range(0, len(a), BATCH_PAIRS):
        rows = slice(low, low + BATCH_PAIRS)
        products[rows] = np.asarray(matrix[a[rows]].multiply(matrix[b[rows]]).sum(axis=1)).ravel()
    return products
