"""Conflicts: claims that do not go together, each with a sentence that names who holds what.

Between articles there is one row for each pair of distinct values, with the claims that show it best and the articles
that hold each; inside one article one row for each pair of its own claims. A source or a doubt that one article names
and another does not is a conflict only between articles of one origin, where it was dropped or added on the way.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import pandas as pd

from samestory.claims.coding.binding import grows, is_volatile
from samestory.compare.apart import told_apart
from samestory.compare.dropping import dropped
from samestory.compare.evidence import Found, weighed
from samestory.compare.explaining import Holders, explain
from samestory.compare.grouping import by_evidence, doc_ids, group_claims, place
from samestory.compare.kinship import Kinship
from samestory.compare.questions import REPEATING_ZONES, Question
from samestory.compare.relation import Claim, Relation
from samestory.compare.sums import Sum, find_sums
from samestory.compare.updates import still_told
from samestory.compare.values import has_no_value, relate, show_value
from samestory.rows import Row, rows_of
from samestory.tables import build

# A hedged claim, or one in a summary, weighs less in a conflict.
HEDGED, REPEATED = 0.8, 0.8
WITHIN_KINDS = ("contradiction", "unit", "certainty", "wording")
DISPLAY_ZONES = REPEATING_ZONES | {"standfirst"}
# Of a question's pairs of values at most this many are shown, the surest first.
MOST_ROWS = 60
# Of the times at which a number is told at most this many are looked at for one that another number is told at too.
MOST_TIMES = 10
# Of the distinct values of a question those that most articles hold are compared with one another.
MOST_VALUES = 100


def find_conflicts(
    questions: Iterable[Question], documents: pd.DataFrame, origins: pd.DataFrame, passages: pd.DataFrame
) -> pd.DataFrame:
    """Make compare/conflicts: between articles, between the sources of one article, inside one article's voice.

    Args:
        questions: the questions with their claims.
        documents: clean/documents.
        origins: overlap/origins.
        passages: overlap/passages.
    """
    labels = {row["doc_id"]: row["label"] for row in rows_of(documents)}
    kinship = Kinship.read(documents, origins, passages)
    sums = find_sums(questions)
    statements = frozenset(row["doc_id"] for row in rows_of(documents) if row["role"] == "press_statement")
    rows: dict[str, Row] = {}
    for question in questions:
        found = [*_between_articles(question), *dropped(question, kinship, statements), *_within_articles(question)]
        made = [_conflict_row(question, *entry, labels) for entry in weighed(question, found)]
        made.sort(key=lambda row: (-row["confidence"], row["conflict_id"]))
        made = made[:MOST_ROWS]
        made += [
            _conflict_row(question, *_wrong(check), labels)
            for check in sums.get((question.name, question.event), ())
            if not check.holds
        ]
        rows.update((row["conflict_id"], row) for row in made)
    return build("compare/conflicts", rows.values())


def _between_articles(question: Question) -> Iterator[Found]:
    """Yield each pair of distinct values that two articles hold and that differ."""
    groups = sorted(group_claims(question), key=lambda group: -len(group))[:MOST_VALUES]
    for first, second in combinations(groups, 2):
        told = _told(question, first, second)
        relation = relate(question.variable, *told)
        if relation.kind is None or _told_apart(first, second):
            continue
        if _is_past(question, first, second) or _is_past(question, second, first):
            continue
        if not any(claim.get("superseded") for claim in told):
            first, second = _standing(first), _standing(second)
        apart = [(a, b) for a in first[:2] for b in second[:2] if a["doc_id"] != b["doc_id"]]
        if not apart:
            continue
        a, b = min(apart, key=by_evidence)
        if relation.kind == "update" and not any(claim.get("superseded") for claim in told):
            a, b = _at_one_time(question, first, second) or (a, b)
            relation = relate(question.variable, a, b)
            if relation.kind == "update" and still_told(question.variable, [a, *first], [b, *second]):
                relation = Relation("contradict", "contradiction")
        yield Holders(a, doc_ids(first)), Holders(b, doc_ids(second)), relation, {}


def _at_one_time(question: Question, first: list[Claim], second: list[Claim]) -> tuple[Claim, Claim] | None:
    """Give the pair that tells two numbers for one time, where any does: the later one is then no update.

    Of what only grows the lower number may be late.
    """
    variable = question.variable
    if variable is None or grows(variable.triggers) or is_volatile(variable.triggers):
        return None
    of_times = [{claim["as_of"]: claim for claim in reversed(group)}.values() for group in (first, second)]
    pairs = [(a, b) for a in [*of_times[0]][:MOST_TIMES] for b in [*of_times[1]][:MOST_TIMES]]
    rivals = [(a, b) for a, b in pairs if a["doc_id"] != b["doc_id"]]
    rivals = [pair for pair in rivals if relate(question.variable, *pair).kind == "contradiction"]
    return min(rivals, key=by_evidence, default=None)


def _told_apart(first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    """Say whether an article tells what two groups say of different things: then so do all who hold it."""
    of_first = {claim["doc_id"]: claim for claim in first}
    return any(claim["doc_id"] in of_first and told_apart(of_first[claim["doc_id"]], claim) for claim in second)


def _told(question: Question, first: list[Claim], second: list[Claim]) -> tuple[Claim, Claim]:
    """Give the claims that two groups are compared by.

    Where an article tells the number of one group as earlier than that of the other, it is so for all who hold them;
    else each group is compared by its best evidence that stands.
    """
    held = [{claim["doc_id"]: claim for claim in group} for group in (first, second)]
    for doc_id in sorted(held[0].keys() & held[1].keys()):
        a, b = held[0][doc_id], held[1][doc_id]
        if _replaced_by(question, a) == b["claim_id"] or _replaced_by(question, b) == a["claim_id"]:
            return a, b
    return _standing(first)[0], _standing(second)[0]


def _replaced_by(question: Question, claim: Claim) -> str | None:
    """Give the claim that replaced a number told as an earlier one.

    Of those of its article that stand it is the nearest one told as newer, else the nearest.
    """
    if not claim.get("superseded"):
        return None
    others = [c for c in question.claims if c["doc_id"] == claim["doc_id"] and not c.get("superseded")]
    others = [c for c in others if c.get("newer")] or others
    nearest = min(others, key=lambda other: abs(other["start"] - claim["start"]), default=None)
    return None if nearest is None else str(nearest["claim_id"])


def _is_past(question: Question, group: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Say whether nobody holds a value any more, and what has replaced it is not the other value but a third."""
    new = [_replaced_by(question, claim) for claim in group]
    return None not in new and not {claim["claim_id"] for claim in other}.intersection(new)


def _standing(group: list[Claim]) -> list[Claim]:
    """Give the claims of a group that nobody tells as earlier ones; all where it has no other."""
    return [claim for claim in group if not claim.get("superseded")] or group


def _within_articles(question: Question) -> Iterator[Found]:
    """Yield what one article's claims differ in, its repeating zones against its body too."""
    for claims in question.by_document().values():
        seen = set()
        for a, b in combinations(claims, 2):
            relation = _inside(question, a, b)
            key = (relation.kind, *sorted((show_value(a), show_value(b))))
            if relation.kind is not None and key not in seen:
                seen.add(key)
                yield Holders(a, [a["doc_id"]]), Holders(b, [b["doc_id"]]), relation, {}


def _inside(question: Question, a: Claim, b: Claim) -> Relation:
    """Relate two claims of one article; of one value, whether a display line asserts what the body attributes."""
    relation = relate(question.variable, a, b)
    if "unknown" in {a["polarity"], b["polarity"]} and a["source"] != b["source"]:
        # One voice leaves open what another tells: the article is in no doubt.
        return Relation(relation.between)
    if relation.between != "same":
        return relation if relation.kind in WITHIN_KINDS else Relation(relation.between)
    bare = {(claim["zone"] in DISPLAY_ZONES, claim["certainty"]) for claim in (a, b)}
    if bare == {(True, "asserted"), (False, "attributed")} and not has_no_value(a):
        return Relation("same", "attribution", sure=0.8)
    return Relation("same")


def _wrong(check: Sum) -> Found:
    """Make the contradiction of a total and its parts."""
    whole, part = Holders(check.total, [check.total["doc_id"]]), Holders(check.parts[0], [check.total["doc_id"]])
    return whole, part, Relation("contradict", "contradiction"), {"sum": f"{check.sum:,.0f}"}


def _conflict_row(
    question: Question, a: Holders, b: Holders, relation: Relation, extra: Mapping[str, str], labels: Mapping[str, str]
) -> Row:
    """Make a row of compare/conflicts; the first claim is that of the first article in the order of ids."""
    if place(b.claim) < place(a.claim) and "sum" not in extra:
        a, b = b, a
        relation = Relation(
            relation.between, relation.kind, {"a": "b", "b": "a"}.get(relation.finer or ""), relation.sure
        )
    first, second = a.claim, b.claim
    sources = first["source"] and second["source"] and first["source"] != second["source"]
    level = "articles" if first["doc_id"] != second["doc_id"] else "sources" if sources else "within_article"
    return {
        "conflict_id": f"{first['claim_id']}~{second['claim_id']}:{relation.kind}",
        "variable": question.name,
        "level": level,
        "kind": relation.kind,
        "doc_a": first["doc_id"],
        "claim_a": first["claim_id"],
        "doc_b": second["doc_id"],
        "claim_b": second["claim_id"],
        "confidence": relation.sure * _weight(first) * _weight(second),
        "explanation": explain(question.label, a, b, relation, labels, extra),
        "documents_a": json.dumps(sorted(a.doc_ids), ensure_ascii=False),
        "documents_b": json.dumps(sorted(b.doc_ids), ensure_ascii=False),
    }


def _weight(claim: Claim) -> float:
    """Weigh a claim in a conflict, 0..1."""
    return (HEDGED if claim["certainty"] == "hedged" else 1.0) * (REPEATED if claim["zone"] in REPEATING_ZONES else 1.0)
