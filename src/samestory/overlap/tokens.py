"""Tokens: the words of all texts as arrays of hashes and positions; ``tokeniser`` makes them."""

from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from samestory.overlap.letters import Bytes
from samestory.overlap.spelling import TokenHashes

Ints = NDArray[np.int64]
Places = NDArray[np.int32]
Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]

# Tokens whose pairs are hashed at once.
BATCH_TOKENS = 50_000
# Tokens counted from one place on: few enough for numbers of 16 bits.
STRIDE = 128
ODD16 = np.uint16(0x9E37)


@dataclass(frozen=True)
class Tokens:
    """The tokens of all texts, in the order of the texts; arrays of one length.

    Attributes:
        hashes: of the token; equal for equal tokens.
        start, end: its place in its text, in code points, end exclusive.
        doc: the number of its text.
        block: the number of its block: a run of tokens of one text without furniture in between.
        words: how many words begin in it: 0 after a hyphen, 2 in *U.S.*, else 1.
        closes: whether a sentence or paragraph ends between it and the next token.
    """

    hashes: TokenHashes
    start: Places
    end: Places
    doc: Places
    block: Places
    words: Bytes
    closes: Flags

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.hashes)

    @cached_property
    def block_limits(self) -> Ints:
        """The first token of each block, and the end of all."""
        # Numbers of another width would have all tokens copied.
        blocks = np.arange(int(self.block[-1]) + 2 if len(self) else 1, dtype=self.block.dtype)
        return np.searchsorted(self.block, blocks)

    @cached_property
    def pairs(self) -> NDArray[np.uint16]:
        """A short hash of each token and the next: equal for equal pairs; of the last token alone."""
        hashes = np.empty(len(self), dtype=np.uint16)
        for first in range(0, len(self), BATCH_TOKENS):
            high = (self.hashes[first : first + BATCH_TOKENS + 1] >> np.uint32(16)).astype(np.uint16)
            own = hashes[first : first + BATCH_TOKENS]
            np.multiply(high[: len(own)], ODD16, out=own)
            own[: len(high) - 1] += high[1:]
        return hashes

    def words_before(self, places: Ints) -> Ints:
        """Count the words that begin before some tokens."""
        strides, inside = self._extra_words
        before: Ints = places + strides[places // STRIDE] + inside[places]
        return before

    @cached_property
    def _extra_words(self) -> tuple[Ints, NDArray[np.int16]]:
        """How many words more than tokens there are before each stride of tokens; before each token inside its stride.

        In most tokens one word begins: what is counted from a stride's beginning stays small.
        """
        extra = np.zeros((len(self) // STRIDE + 1) * STRIDE, dtype=np.int16)
        np.subtract(self.words, 1, out=extra[1 : len(self) + 1], dtype=np.int16)
        inside = extra.reshape(-1, STRIDE)
        np.cumsum(inside, axis=1, out=inside)
        whole = inside[:, -1].astype(np.int64)
        return np.cumsum(whole) - whole, extra

    def select(self, keep: Ints | Flags | slice) -> "Tokens":
        """Give some of the tokens."""
        return Tokens(**{field.name: getattr(self, field.name)[keep] for field in fields(self)})
