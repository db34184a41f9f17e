"""Cuts: what each copy of a wire story leaves out of it, as far as its siblings carry it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Any

import numpy as np

from samestory.overlap.articles import Articles
from samestory.overlap.evidence import PARTNERS, Shared
from samestory.overlap.reading import Reading, Span
from samestory.published import DAY, order_of

MOSTLY = 0.5
COPIES = frozenset({"credited_copy", "copy_no_credit"})


def find_cuts(
    origins: Sequence[Mapping[str, Any]],
    stretches: Sequence[Mapping[str, Any]],
    articles: Articles,
    evidence: Sequence[Shared],
) -> list[dict[str, Any]]:
    """Make the rows of overlap/cuts: sentences of a copy's wire text that its sibling does not carry.

    A sentence is carried where half of its words lie in passages shared with the sibling, or where the copy has a
    sentence of the very same words, which may be too short for a passage. Subheads, captions and
    headlines are the outlet's and no cuts, nor is what was written later. In a family of more than ``PARTNERS`` only
    siblings with evidence between them are compared.

    Args:
        origins: the rows of overlap/origins.
        stretches: the rows of overlap/stretches.
        articles: the articles, their sentences and dates.
        evidence: the passages.
    """
    reading, sentences = articles.reading, articles.running
    copies: dict[str, list[str]] = {}
    for row in origins:
        if row["role"] in COPIES:
            copies.setdefault(row["origin_id"], []).append(row["doc_id"])
    wire, shared = _wire_spans(origins, stretches, articles.contributed), _shared_spans(evidence)

    @cache
    def worded(doc: str) -> frozenset[bytes]:
        return frozenset(_words(reading, doc, sentences[doc]))

    cuts = []
    for origin_id, docs in sorted(copies.items()):
        for sibling, others in _compared(docs, shared):
            of_origin = _carried(reading, sibling, sentences[sibling], wire.get((sibling, origin_id), []))
            own = [sentence for sentence, inside in zip(sentences[sibling], of_origin, strict=True) if inside]
            own_words = _words(reading, sibling, own)
            for doc in others:
                if _is_earlier_version(articles, doc, sibling, shared):
                    continue
                held = _carried(reading, sibling, own, shared.get(sibling, {}).get(doc, []))
                cuts += [
                    {
                        "origin_id": origin_id,
                        "doc_id": doc,
                        "sibling": sibling,
                        "start": start,
                        "end": end,
                        "text": reading.texts[sibling][start:end],
                    }
                    for (start, end), inside, words in zip(own, held, own_words, strict=True)
                    if not inside and words not in worded(doc)
                ]
    return cuts


def _is_earlier_version(
    articles: Articles, doc: str, sibling: str, shared: Mapping[str, Mapping[str, Sequence[Span]]]
) -> bool:
    """Say whether a copy was published before its sibling, so that it may not know what that has.

    Two outlets print one version of a wire story at different hours of a day: both credit it, and most of the earlier
    one stands in the later one.
    """
    first, second = articles.dates.get(doc), articles.dates.get(sibling)
    if first is None or second is None or order_of(first, second) >= 0:
        return False
    printed = {doc, sibling} <= articles.credits.keys() - articles.contributed - articles.originals
    if not printed or first[:DAY] != second[:DAY]:
        return True
    held = _carried(articles.reading, doc, articles.running[doc], shared.get(doc, {}).get(sibling, []))
    return sum(held) < MOSTLY * len(held)


def _wire_spans(
    origins: Sequence[Mapping[str, Any]], stretches: Sequence[Mapping[str, Any]], contributed: Set[str]
) -> dict[tuple[str, str], list[Span]]:
    """Give what each article has of each wire story."""
    credited: dict[str, list[str]] = {}
    for row in origins:
        if row["role"] == "credited_copy" and row["doc_id"] not in contributed:
            credited.setdefault(row["doc_id"], []).append(row["origin_id"])
    wire: dict[tuple[str, str], list[Span]] = {}
    for row in stretches:
        # What a credited story quotes, or tells as others do, is part of it.
        within = [row["origin_id"]] if row["content"] == "wire" else []
        if row["content"] in {"statement", "background"}:
            within = credited.get(row["doc_id"], [])
        for origin_id in within:
            wire.setdefault((row["doc_id"], origin_id), []).append((row["start"], row["end"]))
    return wire


def _shared_spans(evidence: Sequence[Shared]) -> dict[str, dict[str, list[Span]]]:
    """Give for each article, by the other, where it has passages in common with it."""
    shared: dict[str, dict[str, list[Span]]] = {}
    for passage in evidence:
        for side, other in ((passage.a, passage.b), (passage.b, passage.a)):
            shared.setdefault(side.doc, {}).setdefault(other.doc, []).append((side.start, side.end))
    return shared


def _compared(docs: Sequence[str], shared: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """Yield each copy with those it is compared with: in a large family only those with evidence between them."""
    members = set(docs)
    for sibling in docs:
        near = members if len(docs) <= PARTNERS else members.intersection(shared.get(sibling, {}))
        if others := sorted(near - {sibling}):
            yield sibling, others


def _carried(reading: Reading, doc: str, sentences: Sequence[Span], spans: Sequence[Span]) -> list[bool]:
    """Say of which sentences most words lie in the spans; the spans may overlap."""
    begins = reading.begun(doc, [start for start, _ in sentences])
    ends = reading.begun(doc, [end for _, end in sentences])
    change = np.zeros(reading.size(doc) + 1, dtype=np.int64)
    np.add.at(change, reading.begun(doc, [start for start, _ in spans]), 1)
    np.add.at(change, reading.begun(doc, [end for _, end in spans]), -1)
    inside = np.concatenate([[0], np.cumsum(np.cumsum(change[:-1]) > 0)])
    carried: list[bool] = (inside[ends] - inside[begins] >= MOSTLY * np.maximum(1, ends - begins)).tolist()
    return carried


def _words(reading: Reading, doc: str, sentences: Sequence[Span]) -> list[bytes]:
    """Give the words of each sentence, equal for sentences of the same words in the same order."""
    first = reading.first[reading.number[doc]]
    begins, ends = (first + reading.begun(doc, [span[side] for span in sentences]) for side in (0, 1))
    return [
        reading.tokens.hashes[begin:end].tobytes() for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)
    ]
