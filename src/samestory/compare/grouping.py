"""The articles' claims on a question grouped by what they say, and how good evidence each claim is."""

from collections import defaultdict
from collections.abc import Sequence

from samestory.compare.questions import REPEATING_ZONES, Question
from samestory.compare.relation import Claim
from samestory.compare.values import show_value


def group_claims(question: Question) -> list[list[Claim]]:
    """Group the articles' finest claims by what they say, one claim of each article, the best evidence first."""
    groups: dict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
    for doc_id, claims in question.finest_by_document().items():
        for claim in claims:
            key = value_of(question, claim)
            held = groups[key].get(doc_id)
            if held is None or weakness(claim) < weakness(held):
                groups[key][doc_id] = claim
    return [sorted(group.values(), key=lambda claim: (weakness(claim), *place(claim))) for group in groups.values()]


def value_of(question: Question, claim: Claim) -> tuple[object, ...]:
    """Give what makes two claims of a question say the same."""
    return show_value(claim), claim["unit"], claim["population"], claim["polarity"], _scope(question, claim)


def weakness(claim: Claim) -> int:
    """Rank claims as evidence: the body before a headline, a headline before a summary, a source before none."""
    zone = 4 if claim["zone"] in REPEATING_ZONES else 2 if claim["zone"] != "body" else 0
    return zone + (claim["source"] is None)


def by_evidence(pair: tuple[Claim, Claim]) -> tuple[object, ...]:
    """Rank a pair of claims: the best evidence first, then the order of articles."""
    a, b = pair
    return weakness(a) + weakness(b), *place(a), *place(b)


def place(claim: Claim) -> tuple[str, int]:
    """Give where a claim stands, for its order."""
    return claim["doc_id"], claim["start"]


def doc_ids(claims: Sequence[Claim]) -> list[str]:
    """Give the articles of claims."""
    return [claim["doc_id"] for claim in claims]


def _scope(question: Question, claim: Claim) -> str | None:
    """Give the scope where it tells claims apart: the codebook's, or that of a question found by alignment."""
    apart = question.variable is None or bool(question.variable.scopes)
    return claim["scope"] if apart else None
