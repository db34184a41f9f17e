"""The claims of one question, grouped as they are compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from samestory.claims.codebook import Codebook, Variable
from samestory.claims.context import records
from samestory.compare.values import Claim, relate

SAME_CLAIM = ("value", "low", "high", "unit", "scope", "population", "certainty", "source")
# A summary or a list of questions repeats its article, a caption goes with its picture: none is support of its own.
REPEATING_ZONES = frozenset({"summary", "faq", "caption"})


@dataclass(frozen=True)
class Question:
    """One question with the claims that answer it.

    Attributes:
        name: the variable's name.
        variable: the codebook's variable, None for a question found by alignment.
        scope: the scope its claims share, None for all of them.
        claims: in the order of documents and positions.
    """

    name: str
    variable: Variable | None
    scope: str | None
    claims: Sequence[Claim]

    def by_document(self) -> Mapping[str, list[Claim]]:
        """Give each article's claims."""
        grouped: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            grouped[claim["doc_id"]].append(claim)
        return grouped

    def finest_by_document(self) -> Mapping[str, list[Claim]]:
        """Give each article's claims without those that another of its claims says more finely."""
        return {doc_id: _finest(self.variable, claims) for doc_id, claims in self.by_document().items()}


def questions(codebook: Codebook | None, claims: pd.DataFrame) -> Iterator[Question]:
    """Yield each question with the claims about its event, in the order of names; claims about others are left out."""
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in records(claims):
        grouped[claim["variable"]].append(claim)
    for name in sorted(grouped):
        variable = codebook.variable(name) if codebook else None
        event = variable.event if variable else "focal"
        answers = [claim for claim in grouped[name] if claim["event"] == event]
        if answers:
            yield Question(name, variable, None, answers)


def by_scope(question: Question) -> Iterator[Question]:
    """Yield the question for each of its scopes, where it has several that the codebook names or two articles share."""
    variable = question.variable
    shared: dict[str, list[Claim]] = defaultdict(list)
    for claim in question.claims:
        if claim["scope"] and (variable is None or variable.scopes):
            shared[claim["scope"]].append(claim)
    if len(shared) == 1:
        return
    for scope in sorted(shared):
        claims = shared[scope]
        if variable is not None or len({claim["doc_id"] for claim in claims}) > 1:
            yield Question(question.name, variable, scope, claims)


def _finest(variable: Variable | None, claims: Sequence[Claim]) -> list[Claim]:
    """Drop the claims that another claim of the same article refines, and repeat no value of one certainty."""
    kept: list[Claim] = []
    seen = set()
    for claim in claims:
        refined = any(
            (relation := relate(variable, claim, other)).between == "compatible" and relation.finer == "b"
            for other in claims
            if other is not claim
        )
        shown = tuple(claim[column] for column in SAME_CLAIM)
        if not refined and shown not in seen:
            seen.add(shown)
            kept.append(claim)
    return kept
