"""The tools that benchmarks/overlap.py compares: texts in; seconds of tokenising, seconds of the rest and pairs out.

Every tool has the same parameters at every size; its imports are before the clock.
"""

import re
import time
from collections.abc import Callable

import numpy as np

# Pairs of texts by number; where a tool says so, the places: start and end in the first and in the second.
Found = dict[tuple[int, int], list[tuple[int, int, int, int]]]
WORD = re.compile(r"[^\W_]+")
# What the workflow gives the job, and TF-IDF is given as well; the others use one.
THREADS = 2
THRESHOLD, PERMUTATIONS, SHINGLE, TOP = 0.5, 128, 5, 20


def samestory(texts: list[str]) -> tuple[float, float, Found]:
    """This project's engine, with its default parameters."""
    from samestory.overlap.passages import shared_passages
    from samestory.overlap.settings import OverlapSettings
    from samestory.overlap.tokeniser import read_tokens

    begun = time.perf_counter()
    tokens = read_tokens(texts, threads=THREADS)
    read = time.perf_counter()
    passages = shared_passages(tokens, texts, OverlapSettings(), THREADS)
    done = time.perf_counter()
    del tokens
    found: Found = {}
    columns = ("a", "b", "start_a", "end_a", "start_b", "end_b")
    for a, b, *places in zip(*(getattr(passages, column).tolist() for column in columns), strict=True):
        found.setdefault((a, b), []).append(tuple(places))
    return read - begun, done - read, found


def datasketch_lsh(texts: list[str]) -> tuple[float, float, Found]:
    """MinHash LSH in Python and numpy."""
    from datasketch import MinHash, MinHashLSH

    begun = time.perf_counter()
    grams = [[gram.encode() for gram in _grams(text)] for text in texts]
    read = time.perf_counter()
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    found: Found = {}
    for number, minhash in enumerate(MinHash.generator(grams, num_perm=PERMUTATIONS)):
        found |= {(other, number): [] for other in index.query(minhash)}
        index.insert(number, minhash)
    return read - begun, time.perf_counter() - read, found


def rensa_lsh(texts: list[str]) -> tuple[float, float, Found]:
    """MinHash LSH in Rust."""
    from rensa import RMinHash, RMinHashLSH

    begun = time.perf_counter()
    grams = [_grams(text) for text in texts]
    read = time.perf_counter()
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=16)
    found: Found = {}
    for number, own in enumerate(grams):
        minhash = RMinHash(num_perm=PERMUTATIONS, seed=1)
        minhash.update(own)
        found |= {(other, number): [] for other in index.query(minhash)}
        index.insert(number, minhash)
    return read - begun, time.perf_counter() - read, found


def tfidf_topn(texts: list[str]) -> tuple[float, float, Found]:
    """TF-IDF of word 5-grams, each document's nearest by a sparse product."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    begun = time.perf_counter()
    vectors = TfidfVectorizer(analyzer=_grams, dtype=np.float32).fit_transform(texts)
    read = time.perf_counter()
    nearest = sp_matmul_topn(vectors, vectors.T.tocsr(), top_n=TOP, threshold=0.01, n_threads=THREADS).tocoo()
    pairs = zip(nearest.row.tolist(), nearest.col.tolist(), strict=True)
    found: Found = {(min(a, b), max(a, b)): [] for a, b in pairs if a != b}
    return read - begun, time.perf_counter() - read, found


TOOLS: dict[str, Callable[[list[str]], tuple[float, float, Found]]] = {
    "samestory": samestory,
    "rensa": rensa_lsh,
    "datasketch": datasketch_lsh,
    "tfidf + topn": tfidf_topn,
}

# What each tool imports, to be done before the clock.
MODULES = {
    "samestory": ["samestory.overlap.passages"],
    "rensa": ["rensa"],
    "datasketch": ["datasketch"],
    "tfidf + topn": ["sklearn.feature_extraction.text", "sparse_dot_topn"],
}


def _grams(text: str) -> list[str]:
    words = WORD.findall(text.lower())
    return [" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))]
