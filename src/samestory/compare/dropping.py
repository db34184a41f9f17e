"""Sources and doubts that one article names and another of the same origin does not: dropped or added on the way."""

from collections.abc import Iterator, Sequence

from samestory.compare.evidence import Found
from samestory.compare.explaining import Holders
from samestory.compare.grouping import by_evidence, doc_ids, group_claims
from samestory.compare.kinship import Kinship
from samestory.compare.questions import Question
from samestory.compare.relation import Claim, Relation
from samestory.compare.values import has_no_value

# Of the articles that hold one value at most this many on each side are looked through for a dropped source.
MOST_COMPARED = 40


def dropped(question: Question, kinship: Kinship, statements: frozenset[str]) -> Iterator[Found]:
    """Yield, for each value, a source or doubt that one article names and another of the same origin does not.

    Two versions of one text may have a value from two sources: that one of them dropped its source shows only in a
    passage that holds both claims. A statement's own voice is that of who made it: it names no source, and drops none.
    """
    for group in group_claims(question):
        if group[0]["polarity"] == "unknown" or has_no_value(group[0]):
            continue
        for kind, weaker in (("certainty", "hedged"), ("attribution", "attributed")):
            pairs = [
                (a, b)
                for a, b in _weaker_and_asserted(group, weaker)
                if (kinship.related(a, b) or (kind == "certainty" and kinship.are_versions(a, b)))
                and (kind == "certainty" or (a["source"] is not None and b["doc_id"] not in statements))
                and not question.tells(a, by=b)
                and not question.tells(b, by=a)
            ]
            if pairs:
                a, b = min(pairs, key=by_evidence)
                way = kinship.direction(a, b) if kind == "attribution" else None
                # Everybody of whom the sentence is true as well: the same source, the same way.
                naming = [c for c, d in pairs if d is b and c["source"] == a["source"] and _goes(kinship, c, b, way)]
                bare = [d for c, d in pairs if c is a and _goes(kinship, a, d, way)]
                extra = {"dropped": f"; {way}"} if way else {}
                relation = Relation("same", kind, sure=0.6)
                yield Holders(a, doc_ids(naming)), Holders(b, doc_ids(bare)), relation, extra
                break


def _weaker_and_asserted(group: Sequence[Claim], weaker: str) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs of claims of one value that are hedged, or attributed, here and asserted there."""
    # A headline has no room for a source or a doubt.
    shown = [claim for claim in group if claim["position"] != "title"]
    first, second = (
        [c for c in shown if c["certainty"] == certain][:MOST_COMPARED] for certain in (weaker, "asserted")
    )
    yield from ((a, b) for a in first for b in second)


def _goes(kinship: Kinship, attributed: Claim, bare: Claim, way: str | None) -> bool:
    """Say whether a source went a given way between two claims; a doubt goes any way."""
    return way is None or kinship.direction(attributed, bare) == way
