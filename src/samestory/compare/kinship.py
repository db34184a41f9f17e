"""Which claims of two articles go back to one text: those that one passage of both holds."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from samestory.compare.relation import Claim
from samestory.published import order_of
from samestory.rows import rows_of

COPIES = {"credited_copy", "copy_no_credit", "rewrite"}
# Two articles are versions of one text where at least this share of each goes back to the same origin. Of others only
# what they share word for word and at some length is: two reporters may tell one thing in much the same words.
VERSION_SHARE, COPIED_WORDS = 0.3, 12


@dataclass(frozen=True)
class Kinship:
    """The origins each article copies, the passages two articles share, and when each was published.

    Attributes:
        copied: the origins by doc_id.
        places: the number of each article that shares a passage.
        pairs: of each passage the numbers of its articles as one, ``a * len(places) + b``; sorted.
        spans: of each passage start_a, end_a, start_b, end_b, sorted within a pair.
        copies: of each whether it shows by itself that one article has it from the other, or both from one text.
        published: the date by doc_id, None where it is assumed.
    """

    copied: Mapping[str, frozenset[str]]
    places: Mapping[str, int]
    pairs: np.ndarray[Any, np.dtype[np.int64]]
    spans: np.ndarray[Any, np.dtype[np.int64]]
    copies: np.ndarray[Any, np.dtype[np.bool_]]
    published: Mapping[str, str | None]

    @classmethod
    def read(cls, documents: pd.DataFrame, origins: pd.DataFrame, passages: pd.DataFrame) -> "Kinship":
        """Read it from clean/documents, overlap/origins and overlap/passages."""
        copied: dict[str, set[str]] = defaultdict(set)
        for row in rows_of(origins[origins["role"].isin(COPIES) & (origins["share"] >= VERSION_SHARE)]):
            copied[row["doc_id"]].add(row["origin_id"])
        ends, ids = pd.factorize(pd.concat([passages["doc_a"], passages["doc_b"]]), sort=True)
        first, second = np.split(ends.astype(np.int64), 2)
        pairs = first * len(ids) + second
        spans = np.stack([passages[c].to_numpy(np.int64) for c in ("start_a", "end_a", "start_b", "end_b")], axis=1)
        copies = (passages["kind"] != "paraphrase") & (passages["n_words"] >= COPIED_WORDS)
        order = np.lexsort((*spans.T[::-1], pairs))
        dates = {r["doc_id"]: r["published"] if r["published_basis"] != "assumed" else None for r in rows_of(documents)}
        return cls(
            {doc: frozenset(origins) for doc, origins in copied.items()},
            {doc: place for place, doc in enumerate(ids)},
            pairs[order],
            spans[order],
            copies.to_numpy(bool)[order],
            dates,
        )

    def related(self, a: Claim, b: Claim) -> bool:
        """Say whether two claims of two articles go back to one text, of which a passage holds both."""
        if a["doc_id"] == b["doc_id"]:
            return False
        versions = self.are_versions(a, b)
        first, second = sorted((a, b), key=lambda claim: str(claim["doc_id"]))
        shared = self._shared(first["doc_id"], second["doc_id"])
        return any(
            start_a < first["end"] and first["start"] < end_a and start_b < second["end"] and second["start"] < end_b
            for start_a, end_a, start_b, end_b in self.spans[shared][versions | self.copies[shared]].tolist()
        )

    def are_versions(self, a: Claim, b: Claim) -> bool:
        """Say whether the articles of two claims are two versions of one text."""
        if a["doc_id"] == b["doc_id"]:
            return False
        return bool(self.copied.get(a["doc_id"], frozenset()) & self.copied.get(b["doc_id"], frozenset()))

    def _shared(self, first: str, second: str) -> slice:
        """Give which passages two articles share."""
        if first not in self.places or second not in self.places:
            return slice(0)
        pair = self.places[first] * len(self.places) + self.places[second]
        return slice(*np.searchsorted(self.pairs, [pair, pair + 1]).tolist())

    def direction(self, attributed: Claim, bare: Claim) -> str:
        """Say which way the source went, as far as the dates tell."""
        first, second = self.published.get(attributed["doc_id"]), self.published.get(bare["doc_id"])
        order = order_of(first, second) if first and second else 0
        if order:
            return "the later one dropped the source" if order < 0 else "the later one added the source"
        return "of one origin, which of them came first is not known"
