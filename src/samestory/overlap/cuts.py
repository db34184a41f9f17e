"""Cuts: what each copy of a wire story leaves out of it, as far as its siblings carry it."""

from collections.abc import Mapping, Sequence
from typing import Any

from samestory.overlap.evidence import PARTNERS, Shared, Span
from samestory.words import count_words

MOSTLY = 0.5
COPIES = frozenset({"credited_copy", "copy_no_credit"})


def find_cuts(
    origins: Sequence[Mapping[str, Any]],
    stretches: Sequence[Mapping[str, Any]],
    sentences: Mapping[str, Sequence[Span]],
    texts: Mapping[str, str],
    evidence: Sequence[Shared],
) -> list[dict[str, Any]]:
    """Make the rows of overlap/cuts: sentences of a copy's wire text that its sibling does not carry.

    A sentence is carried where half of its words lie in passages shared with the sibling. Subheads, captions and
    headlines are the outlet's and no cuts. In a family of more than
    ``PARTNERS`` only siblings with evidence between them are compared.

    Args:
        origins: the rows of overlap/origins.
        stretches: the rows of overlap/stretches.
        sentences: per article the sentences of its running text.
        texts: per article its text.
        evidence: the passages.
    """
    copies: dict[str, list[str]] = {}
    for row in origins:
        if row["role"] in COPIES:
            copies.setdefault(row["origin_id"], []).append(row["doc_id"])
    wire: dict[tuple[str, str], list[Span]] = {}
    for row in stretches:
        if row["content"] in {"wire", "statement"} and row["origin_id"] is not None:
            wire.setdefault((row["doc_id"], row["origin_id"]), []).append((row["start"], row["end"]))
    carried: dict[tuple[str, str], list[Span]] = {}
    for passage in evidence:
        for side, other in ((passage.a, passage.b), (passage.b, passage.a)):
            carried.setdefault((side.doc, other.doc), []).append((side.start, side.end))
    cuts = []
    for origin_id, docs in sorted(copies.items()):
        for sibling in docs:
            spans = wire.get((sibling, origin_id), [])
            of_origin = [s for s in sentences[sibling] if _covered(texts[sibling], s, spans) >= MOSTLY]
            for doc in docs:
                if len(docs) > PARTNERS and (sibling, doc) not in carried:
                    continue
                shared = carried.get((sibling, doc), [])
                cuts += [
                    {
                        "origin_id": origin_id,
                        "doc_id": doc,
                        "sibling": sibling,
                        "start": start,
                        "end": end,
                        "text": texts[sibling][start:end],
                    }
                    for start, end in of_origin
                    if doc != sibling and _covered(texts[sibling], (start, end), shared) < MOSTLY
                ]
    return cuts


def _covered(text: str, sentence: Span, spans: Sequence[Span]) -> float:
    """Give the share of a sentence's words that lie in the spans; the spans may overlap."""
    covered, place = 0, sentence[0]
    for start, end in sorted(spans):
        start, end = max(start, place), min(end, sentence[1])
        if start < end:
            covered += count_words(text[start:end])
            place = end
    return covered / max(1, count_words(text[sentence[0] : sentence[1]]))
