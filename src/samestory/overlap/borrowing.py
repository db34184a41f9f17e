"""Borrowing: what a copy of one agency's story has from that of another: an article may be put together from both."""

from collections.abc import Mapping, Sequence, Set

from samestory.overlap.evidence import Shared
from samestory.overlap.lineage import (
    REWRITE_WORDS,
    SPREAD_SHARE,
    SPREAD_WORDS,
    Family,
    disjoint_weights,
    names_of,
    telling,
)
from samestory.overlap.reading import Span, merge_spans, touches

# What an article shares with another agency's story, by article and that story's family.
Found = dict[tuple[str, str], list[tuple[Span, Shared]]]


def note_borrowed(
    families: Sequence[Family],
    agencies: Mapping[str, str],
    evidence: Sequence[Shared],
    own: Mapping[str, int],
    formulas: Set[Shared] = frozenset(),
) -> None:
    """Enter with each agency's story the copies of another agency's that have some of it to the letter.

    What credits one agency alone is that agency's, and what a copy shares with its own story tells nothing of another.

    Args:
        families: the families; their rewrites are added to.
        agencies: the agencies that articles credit, several joined by "; ".
        evidence: the passages.
        own: the unquoted words of each article.
        formulas: the passages that are formulas.
    """
    family_of = {doc: family for family in families if family.agency for doc in family.members}
    found = _shared_with_others(family_of, agencies, telling(evidence, formulas))
    inside = _shared_within({doc for doc, _ in found}, family_of, evidence) if found else {}
    by_id = {family.origin_id: family for family in families}
    for (doc, origin_id), rows in sorted(found.items(), key=lambda item: item[0]):
        kept = [(span, passage) for span, passage in rows if not touches(span, inside[doc])]
        best: dict[Span, float] = {}
        for span, passage in kept:
            best[span] = max(best.get(span, 0.0), passage.unquoted_matched)
        words = sum(disjoint_weights(best))
        if words >= max(SPREAD_WORDS, SPREAD_SHARE * own[doc]):
            family = by_id[origin_id]
            family.rewrites[doc] = words
            family.thorough.add(doc)
            family.borrowed[doc] = {passage for _, passage in kept}


def _shared_with_others(
    family_of: Mapping[str, Family], agencies: Mapping[str, str], evidence: Sequence[Shared]
) -> Found:
    """Give what copies that do not credit their own agency alone share with articles that credit another."""
    found: Found = {}
    for passage in evidence:
        first, second = family_of.get(passage.a.doc), family_of.get(passage.b.doc)
        if first is None or second is None or first.agencies & second.agencies:
            continue
        if passage.kind == "paraphrase" or passage.unquoted_matched < REWRITE_WORDS:
            continue
        for side, other, family in ((passage.a, passage.b, second), (passage.b, passage.a, first)):
            printed = names_of(agencies.get(side.doc))
            if names_of(agencies.get(other.doc)) & family.agencies and (not printed or printed & family.agencies):
                found.setdefault((side.doc, family.origin_id), []).append(((side.start, side.end), passage))
    return found


def _shared_within(
    docs: Set[str], family_of: Mapping[str, Family], evidence: Sequence[Shared]
) -> dict[str, list[Span]]:
    """Give for some articles what they share with their own family: disjoint spans, in order."""
    spans: dict[str, list[Span]] = {doc: [] for doc in docs}
    for passage in evidence:
        if family_of.get(passage.a.doc) is family_of.get(passage.b.doc):
            for side in (passage.a, passage.b):
                if side.doc in docs:
                    spans[side.doc].append((side.start, side.end))
    return {doc: merge_spans(rows) for doc, rows in spans.items()}
