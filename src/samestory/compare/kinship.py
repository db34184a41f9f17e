"""Which claims of two articles go back to one text: by a shared origin of the articles, or a shared passage."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from samestory.claims.context import records
from samestory.compare.values import Claim

COPIES = {"credited_copy", "copy_no_credit", "rewrite"}
# Two articles are versions of one text where at least this share of each goes back to the same origin; below, only
# the passages they share are.
VERSION_SHARE = 0.3
Span = tuple[int, int, int, int]


@dataclass(frozen=True)
class Kinship:
    """The origins each article copies, the passages two articles share, and when each was published."""

    copied: Mapping[str, frozenset[str]]
    passages: Mapping[tuple[str, str], Sequence[Span]]
    published: Mapping[str, str | None]

    @classmethod
    def read(cls, documents: pd.DataFrame, origins: pd.DataFrame, passages: pd.DataFrame) -> "Kinship":
        """Read it from clean/documents, overlap/origins and overlap/passages."""
        copied: dict[str, set[str]] = defaultdict(set)
        for row in records(origins[origins["role"].isin(COPIES) & (origins["share"] >= VERSION_SHARE)]):
            copied[row["doc_id"]].add(row["origin_id"])
        shared: dict[tuple[str, str], list[Span]] = defaultdict(list)
        columns = ["doc_a", "doc_b", "start_a", "end_a", "start_b", "end_b"]
        for doc_a, doc_b, *span in passages[columns].sort_values(columns).itertuples(index=False, name=None):
            shared[doc_a, doc_b].append((int(span[0]), int(span[1]), int(span[2]), int(span[3])))
        dates = {r["doc_id"]: r["published"] if r["published_basis"] != "assumed" else None for r in records(documents)}
        return cls({doc: frozenset(ids) for doc, ids in copied.items()}, shared, dates)

    def related(self, a: Claim, b: Claim) -> bool:
        """Say whether two claims of two articles go back to one text."""
        if a["doc_id"] == b["doc_id"]:
            return False
        if self.copied.get(a["doc_id"], frozenset()) & self.copied.get(b["doc_id"], frozenset()):
            return True
        first, second = sorted((a, b), key=lambda claim: str(claim["doc_id"]))
        spans = self.passages.get((first["doc_id"], second["doc_id"]), ())
        until = bisect_left(spans, (first["end"],))
        return any(
            start_a < first["end"] and first["start"] < end_a and start_b < second["end"] and second["start"] < end_b
            for start_a, end_a, start_b, end_b in spans[:until]
        )

    def direction(self, attributed: Claim, bare: Claim) -> str:
        """Say which way the source went, as far as the dates tell."""
        first, second = self.published.get(attributed["doc_id"]), self.published.get(bare["doc_id"])
        if first and second and first[:16] != second[:16]:
            return "the later one dropped the source" if first < second else "the later one added the source"
        return "of one origin, which of them came first is not known"
