"""Spelling: British and American spellings of one word are one token."""

from collections.abc import Callable, Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from samestory.lexicon import read_lexicon

TokenHashes = NDArray[np.uint32]
Hasher = Callable[[Iterable[str]], TokenHashes]
TABLE_BITS = np.uint32(16)


def merge_spellings(hashes: TokenHashes, hash_words: Hasher) -> None:
    """Read, in place, every variant spelling as the one kept."""
    variants, kept, table = _spellings(hash_words)
    # Most tokens are no variant: a table of 16 bits of the hash sorts them out.
    candidates = np.flatnonzero(table[hashes >> TABLE_BITS])
    places = np.minimum(np.searchsorted(variants, hashes[candidates]), len(variants) - 1)
    hit = variants[places] == hashes[candidates]
    hashes[candidates[hit]] = kept[places[hit]]


@cache
def _spellings(hash_words: Hasher) -> tuple[TokenHashes, TokenHashes, NDArray[np.bool_]]:
    """Hashes of the variant spellings, sorted, of the spelling each is read as, and the table of their high bits."""
    lexicon = read_lexicon(__package__, "spelling.toml")
    pairs = dict(lexicon["words"])
    for kind, (variant, kept) in {
        "ise": ("is", "iz"),
        "yse": ("ys", "yz"),
        "our": ("our", "or"),
        "re": ("re", "er"),
    }.items():
        for stem in lexicon[kind]:
            pairs |= {stem + variant + ending: stem + kept + ending for ending in lexicon[f"{kind}_endings"]}
    variants, kept_hashes = hash_words(pairs), hash_words(pairs.values())
    order = np.argsort(variants)
    table = np.zeros(1 << 16, dtype=bool)
    table[variants >> TABLE_BITS] = True
    return variants[order], kept_hashes[order], table
