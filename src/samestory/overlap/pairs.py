"""Pairs: how much two articles share as wholes."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd
from scipy import sparse

from samestory.overlap.fingerprints import shingle_hashes
from samestory.overlap.passages import Passage
from samestory.overlap.tokens import Hashes, Ints, Tokens
from samestory.tables import build

JACCARD_WORDS = 5


def measure_pairs(found: Sequence[Passage], tokens: Tokens, ids: Sequence[str]) -> pd.DataFrame:
    """Measure every pair of articles that shares a passage.

    Args:
        found: the passages, of every kind.
        tokens: the tokens of all articles, furniture left out.
        ids: their ids, ascending.

    Returns:
        overlap/pairs: doc_a, doc_b, shared_words (words of doc_a in a shared passage), containment_a and
        containment_b (shares of all words but furniture), jaccard (distinct 5-grams of tokens), cosine (TF-IDF over
        the corpus, smoothed, as scikit-learn's default), longest_passage (words), n_passages.
    """
    by_pair: dict[tuple[int, int], list[Passage]] = {}
    for passage in found:
        by_pair.setdefault((passage.a, passage.b), []).append(passage)
    if not by_pair:
        return build("overlap/pairs", [])
    limits = np.searchsorted(tokens.doc, np.arange(len(ids) + 1))
    word_starts = [_word_starts(tokens, *limits[number : number + 2]) for number in range(len(ids))]
    grams = _distinct_grams(tokens, limits)
    similarity = _cosines(tokens, len(ids), sorted(by_pair))
    rows = []
    for (a, b), cosine in zip(sorted(by_pair), similarity, strict=True):
        passages = by_pair[a, b]
        shared_a = _covered(word_starts[a], [(p.start_a, p.end_a) for p in passages])
        shared_b = _covered(word_starts[b], [(p.start_b, p.end_b) for p in passages])
        common = len(np.intersect1d(grams[a], grams[b], assume_unique=True))
        either = len(grams[a]) + len(grams[b]) - common
        rows.append(
            {
                "doc_a": ids[a],
                "doc_b": ids[b],
                "shared_words": shared_a,
                "containment_a": shared_a / max(1, len(word_starts[a])),
                "containment_b": shared_b / max(1, len(word_starts[b])),
                "jaccard": common / either if either else 0.0,
                "cosine": min(1.0, cosine),
                "longest_passage": max(p.n_words for p in passages),
                "n_passages": len(passages),
            }
        )
    return build("overlap/pairs", rows)


def _word_starts(tokens: Tokens, low: int, high: int) -> Ints:
    """Give where the words of one article begin (its tokens are ``low`` to ``high``)."""
    number = tokens.first_word[low:high]
    first = np.ones(len(number), dtype=bool)
    first[1:] = number[1:] != number[:-1]
    return tokens.start[low:high][first]


def _covered(starts: Ints, spans: Sequence[tuple[int, int]]) -> int:
    """Count the words that begin inside any of the spans."""
    covered = np.zeros(len(starts), dtype=bool)
    for start, end in spans:
        low, high = np.searchsorted(starts, [start, end])
        covered[low:high] = True
    return int(covered.sum())


def _distinct_grams(tokens: Tokens, limits: Ints) -> list[Hashes]:
    """Give the distinct 5-grams of each article, sorted."""
    grams = shingle_hashes(tokens.hashes, JACCARD_WORDS)
    inside = tokens.block[: len(grams)] == tokens.block[len(tokens.block) - len(grams) :]
    return [np.unique(grams[low:high][inside[low:high]]) for low, high in pairwise(limits.tolist())]


def _cosines(tokens: Tokens, n_docs: int, pairs: Sequence[tuple[int, int]]) -> list[float]:
    """Give the cosine of each pair of articles: counts times ln((1 + n) / (1 + df)) + 1."""
    vocabulary, terms = np.unique(tokens.hashes, return_inverse=True)
    shape = (n_docs, len(vocabulary))
    counts = sparse.csr_array((np.ones(len(terms)), (tokens.doc, terms)), shape=shape)
    counts.sum_duplicates()
    df = np.bincount(counts.indices, minlength=len(vocabulary))
    weighted = counts.multiply(np.log((1 + n_docs) / (1 + df)) + 1).tocsr()
    norms = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    left, right = np.array(pairs).T
    products = np.asarray(weighted[left].multiply(weighted[right]).sum(axis=1)).ravel()
    return [float(value) for value in products / (norms[left] * norms[right])]
