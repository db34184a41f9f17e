"""The claims of one question, grouped as they are compared: within one event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from samestory.claims.coding.codebook import Codebook, Variable
from samestory.compare.relation import Claim
from samestory.compare.values import relate
from samestory.phrasing import say_variable
from samestory.rows import rows_of

SAME_CLAIM = ("value", "low", "high", "unit", "scope", "population", "certainty", "source")
SAME_ANSWER = ("value", "low", "high", "unit", "population", "polarity", "certainty")
# A summary or a list of questions repeats its article, a caption goes with its picture: none is support of its own.
REPEATING_ZONES = frozenset({"summary", "faq", "caption"})


@dataclass(frozen=True)
class Question:
    """One question with the claims that answer it.

    Attributes:
        name: the variable's name.
        event: the event its articles tell of, as clean/documents names it; None where it names none.
        variable: the codebook's variable, None for a question found by alignment.
        scope: the scope its claims share, None for all of them.
        claims: in the order of documents and positions.
    """

    name: str
    event: str | None
    variable: Variable | None
    scope: str | None
    claims: Sequence[Claim]

    @property
    def label(self) -> str:
        """The name for readers: the codebook's label, else the variable's name in words."""
        return (self.variable.label if self.variable else "") or say_variable(self.name)

    def tells(self, said: Claim, *, by: Claim) -> bool:
        """Say whether the article of a claim tells the same value as another claim does, in as many words and voices.

        That is on the word of the same source, with a doubt, or in its own voice; a headline has no room for either.
        """
        return any(
            claim["doc_id"] == by["doc_id"]
            and claim["position"] != "title"
            and all(claim[key] == said[key] for key in SAME_ANSWER)
            and (said["certainty"] == "hedged" or claim["source"] == said["source"])
            for claim in self.claims
        )

    def by_document(self) -> Mapping[str, list[Claim]]:
        """Give each article's claims."""
        grouped: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            grouped[claim["doc_id"]].append(claim)
        return grouped

    def finest_by_document(self) -> Mapping[str, list[Claim]]:
        """Give each article's claims without those that another of its claims says more finely."""
        return {doc_id: _finest(self.variable, claims) for doc_id, claims in self.by_document().items()}


def questions(
    codebook: Codebook | None, claims: pd.DataFrame, documents: pd.DataFrame | None = None
) -> Iterator[Question]:
    """Yield each question of each event with its claims, in the order of names.

    A claim that is about something else than its question (background, another event) is left out. Without
    clean/documents all articles are of one event.
    """
    event_of = events_of(documents) if documents is not None else {}
    maker_of = _makers(documents) if documents is not None else {}
    events = claims["doc_id"].map(lambda doc: event_of.get(doc) or "")
    for key, asked in claims.groupby([claims["variable"], events], sort=True):
        name, event = map(str, key)
        variable = codebook.variable(name) if codebook else None
        about = variable.event if variable else "focal"
        answers = asked[asked["event"] == about]
        if len(answers):
            rows = [{**row, "stated_by": maker_of.get(row["doc_id"])} for row in rows_of(answers)]
            yield Question(name, event or None, variable, None, rows)


@dataclass(frozen=True)
class Questions(Iterable[Question]):
    """The questions of ``questions``, as often as they are gone through; the claims of one are held at a time."""

    codebook: Codebook | None
    claims: pd.DataFrame
    documents: pd.DataFrame

    def __iter__(self) -> Iterator[Question]:
        return questions(self.codebook, self.claims, self.documents)


def events_of(documents: pd.DataFrame) -> dict[str, str | None]:
    """Give the event of each article of clean/documents, None where none is named."""
    return {row["doc_id"]: row["event"] for row in rows_of(documents[["doc_id", "event"]])}


def _makers(documents: pd.DataFrame) -> dict[str, str | None]:
    """Give who made each press statement, by its article: its own voice is theirs."""
    made = documents[documents["role"] == "press_statement"]
    return {row["doc_id"]: row["outlet"] for row in rows_of(made[["doc_id", "outlet"]])}


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
            yield replace(question, scope=scope, claims=claims)


def _finest(variable: Variable | None, claims: Sequence[Claim]) -> list[Claim]:
    """Drop the claims that another claim of the same article refines, and repeat no value of one certainty."""
    kept: list[Claim] = []
    seen = set()
    claims = [claim for claim in claims if not _leaves_bound_out(claim, claims)]
    # A headline repeats its article.
    for claim in sorted(claims, key=lambda claim: claim["position"] == "title"):
        refined = any(
            (relation := relate(variable, claim, other)).kind == "precision" and relation.finer == "b"
            for other in claims
            if other is not claim
        )
        shown = tuple(claim[column] for column in SAME_CLAIM)
        if not refined and shown not in seen:
            seen.add(shown)
            kept.append(claim)
    return sorted(kept, key=lambda claim: int(claim["start"]))


def _leaves_bound_out(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Say whether a headline only shortens what its article has: "three killed" for "at least three were killed"."""
    exact = claim["low"] is not None and claim["low"] == claim["high"]
    if claim["position"] != "title" or not exact:
        return False
    bounds = [(other["low"], other["high"]) for other in claims if other["position"] != "title"]
    return (claim["low"], None) in bounds or (None, claim["high"]) in bounds
