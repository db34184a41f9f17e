"""Hashing: the letters of tokens as numbers, made without a Python loop over words."""

import numpy as np

from samestory.overlap.letters import ASCII, Bytes, Codes
from samestory.overlap.spelling import TokenHashes
from samestory.overlap.tokens import Hashes, Ints, Places

WORD_BYTES = 8
# The low bytes of a machine word that a token of 0 to 8 bytes fills.
MASKS = np.array([(1 << (8 * size)) - 1 for size in range(WORD_BYTES + 1)], dtype=np.uint64)
ODD = np.uint64(0x9E3779B97F4A7C15)


def mix(values: Hashes) -> Hashes:
    """Scatter 64-bit values (the finaliser of SplitMix64, Steele et al. 2014)."""
    values = values ^ (values >> np.uint64(30))
    values *= np.uint64(0xBF58476D1CE4E5B9)
    values ^= values >> np.uint64(27)
    values *= np.uint64(0x94D049BB133111EB)
    values ^= values >> np.uint64(31)
    return values


def hash_tokens(letters: Bytes | Codes, starts: Places, ends: Places, inner: Ints) -> TokenHashes:
    """Hash the letters of each token; the marks inside it do not count."""
    wide = letters.dtype != np.uint8
    narrow = np.minimum(letters, 255).astype(np.uint8) if wide else letters
    hashes = _hash_runs(narrow, starts.astype(np.int64), ends - starts)
    odd = np.searchsorted(starts, inner, side="right") - 1
    if wide:
        beyond = np.flatnonzero(letters >= ASCII)
        at = np.searchsorted(starts, beyond, side="right") - 1
        odd = np.concatenate([odd, at[(at >= 0) & (beyond < ends[at])]])
    if len(odd):
        odd = np.unique(odd)
        lengths = (ends - starts)[odd]
        first = np.cumsum(lengths) - lengths
        run = letters[np.arange(int(lengths.sum())) + np.repeat(starts[odd] - first, lengths)]
        owner = np.repeat(np.arange(len(odd)), lengths)[run > 0]
        run = run[run > 0]
        counts = np.bincount(owner, minlength=len(odd))
        far = np.zeros(len(odd), dtype=bool)
        far[owner[run >= ASCII]] = True
        begins = np.cumsum(counts) - counts
        hashes[odd] = _hash_runs(np.where(run < ASCII, run, 0).astype(np.uint8), begins, counts)
        if far.any():
            # Letters of four bytes each, in tokens that have one beyond ASCII.
            hashes[odd[far]] = _hash_runs(run.astype("<u4").view(np.uint8), 4 * begins[far], 4 * counts[far])
    return hashes


def _hash_runs(content: Bytes | Codes, begins: Ints, lengths: Ints | Places) -> TokenHashes:
    """Hash runs of bytes, eight at a time."""
    padded = np.zeros(len(content) + WORD_BYTES, dtype=np.uint8)
    padded[: len(content)] = content
    machine_words: Hashes = np.ndarray((len(content) + 1,), dtype="<u8", buffer=padded.data, strides=(1,))
    hashes = mix((machine_words[begins] & MASKS[np.minimum(lengths, WORD_BYTES)]) + ODD)
    longer, place = np.flatnonzero(lengths > WORD_BYTES), WORD_BYTES
    while len(longer):
        chunk = machine_words[begins[longer] + place] & MASKS[np.minimum(lengths[longer] - place, WORD_BYTES)]
        hashes[longer] = mix(hashes[longer] * ODD + chunk)
        place += WORD_BYTES
        longer = longer[lengths[longer] > place]
    return (hashes >> np.uint64(32)).astype(np.uint32)
