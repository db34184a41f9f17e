"""Conflicts: pairs of claims that do not go together, each with a sentence that names who holds what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import pandas as pd

from samestory.claims.context import Row, records
from samestory.compare.questions import REPEATING_ZONES, Question
from samestory.compare.values import STATED, Claim, Relation, relate, show_value
from samestory.tables import build

# A hedged claim, or one in a summary, weighs less in a conflict.
HEDGED, REPEATED = 0.8, 0.8
SHOWN_CHARS = 80
KINDS = ("contradiction", "unit", "scope", "precision", "certainty", "attribution")
SENTENCES = {
    "contradiction": "{a} {has_a} ({words_a}), but {b} {has_b} ({words_b}).",
    "precision": "{a} {has_a} ({words_a}) and {b} {has_b} ({words_b}): both can be true, {finer}.",
    "certainty": "{a} {has_a} ({words_a}), {b} {has_b} ({words_b}): they differ in how sure it is.",
    "attribution": "{a} {has_a} {voice_a} ({quoted_a}), {b} {has_b} {voice_b} ({quoted_b}).",
    "unit": "{a} {has_a} with the unit {unit_a} ({words_a}), {b} {has_b} with the unit {unit_b} ({words_b}): "
    "one number, two units.",
    "scope": "{a} {has_a} of “{scope_a}” ({words_a}), {b} {has_b} of “{scope_b}” ({words_b}).",
    "sum": "{a} {has_a} in all ({words_a}), but the parts it names add up to {sum}.",
}


def find_conflicts(questions: Sequence[Question], documents: pd.DataFrame) -> pd.DataFrame:
    """Make compare/conflicts: between articles, between the sources of one article, inside one article's voice."""
    labels = {row["doc_id"]: row["label"] for row in records(documents)}
    by_name = {question.name: question for question in questions}
    rows: dict[str, Row] = {}
    for question in questions:
        found = [*_between_articles(question), *_within_articles(question), *_wrong_sums(question, by_name)]
        for a, b, relation, extra in found:
            row = _conflict_row(question, a, b, relation, labels, extra)
            rows[row["conflict_id"]] = row
    return build("compare/conflicts", rows.values())


Pair = tuple[Claim, Claim, Relation, Mapping[str, str]]


def _between_articles(question: Question) -> Iterator[Pair]:
    """Yield what two articles' finest claims differ in: every contradiction; else, unless they agree, the rest."""
    claims = question.finest_by_document()
    for doc_a, doc_b in combinations(sorted(claims), 2):
        pairs = [(a, b, _difference(question, a, b)) for a in claims[doc_a] for b in claims[doc_b]]
        agree = any(relation.between == "same" and relation.kind is None for _, _, relation in pairs)
        yield from _strongest(pairs, ("contradiction",) if agree else KINDS)


def _within_articles(question: Question) -> Iterator[Pair]:
    """Yield what one article's claims differ in, its repeating zones against its body too."""
    for claims in question.by_document().values():
        pairs = [(a, b, _difference(question, a, b)) for a, b in combinations(claims, 2)]
        yield from _strongest(pairs, ("contradiction", "unit", "certainty", "attribution"))


def _wrong_sums(question: Question, by_name: Mapping[str, Question]) -> Iterator[Pair]:
    """Yield the totals that the parts named in the same article do not add up to."""
    parts = by_name.get(question.variable.parts) if question.variable and question.variable.parts else None
    if parts is None:
        return
    named = parts.by_document()
    for doc_id, totals in question.by_document().items():
        by_scope = {claim["scope"]: claim for claim in named.get(doc_id, []) if claim["low"] == claim["high"]}
        total = sum(claim["low"] for claim in by_scope.values())
        for claim in totals if len(by_scope) > 1 else []:
            if claim["low"] == claim["high"] and claim["low"] != total and not claim["approximate"]:
                first = by_scope[min(by_scope)]
                yield claim, first, Relation("contradict", "contradiction"), {"sum": f"{total:,.0f}"}


def _difference(question: Question, a: Claim, b: Claim) -> Relation:
    """Relate two claims; where their values are the same, by on whose word they stand."""
    relation = relate(question.variable, a, b)
    # A headline has no room for a source or a doubt.
    if relation.between != "same" or a["polarity"] == "unknown" or "title" in {a["position"], b["position"]}:
        return relation
    if "hedged" in {a["certainty"], b["certainty"]} and a["certainty"] != b["certainty"]:
        return Relation("same", "certainty", sure=0.6)
    # Two sentences that both state something need not be one statement with and without its source.
    if a["certainty"] != b["certainty"] and a["value"] != STATED:
        return Relation("same", "attribution", sure=0.6)
    return relation


def _strongest(pairs: Iterable[tuple[Claim, Claim, Relation]], kinds: Sequence[str]) -> Iterator[Pair]:
    """Yield every contradiction of different values, and of the other kinds the first."""
    seen = set()
    for a, b, relation in pairs:
        if relation.kind not in kinds:
            continue
        key = (relation.kind, show_value(a), show_value(b)) if relation.kind == "contradiction" else (relation.kind,)
        if key not in seen:
            seen.add(key)
            yield a, b, relation, {}


def _conflict_row(
    question: Question, a: Claim, b: Claim, relation: Relation, labels: Mapping[str, str], extra: Mapping[str, str]
) -> Row:
    """Make a row of compare/conflicts."""
    sure = relation.sure
    for claim in (a, b):
        sure *= HEDGED if claim["certainty"] == "hedged" else 1.0
        sure *= REPEATED if claim["zone"] in REPEATING_ZONES else 1.0
    sources = a["source"] and b["source"] and a["source"] != b["source"]
    level = "articles" if a["doc_id"] != b["doc_id"] else "sources" if sources else "within_article"
    return {
        "conflict_id": f"{a['claim_id']}~{b['claim_id']}:{relation.kind}",
        "variable": question.name,
        "level": level,
        "kind": relation.kind,
        "doc_a": a["doc_id"],
        "claim_a": a["claim_id"],
        "doc_b": b["doc_id"],
        "claim_b": b["claim_id"],
        "confidence": sure,
        "explanation": explain(question.name, a, b, relation, labels, extra),
    }


def explain(
    name: str, a: Claim, b: Claim, relation: Relation, labels: Mapping[str, str], extra: Mapping[str, str]
) -> str:
    """Say in a sentence who holds what."""
    template = SENTENCES["sum" if "sum" in extra else relation.kind or "precision"]
    words: dict[str, str] = dict(extra)
    for side, claim in (("a", a), ("b", b)):
        same_article = side == "b" and a["doc_id"] == b["doc_id"]
        words[side] = "the same article" if same_article else labels[claim["doc_id"]]
        words[f"has_{side}"] = _has(claim)
        words[f"quoted_{side}"] = f"“{_shorten(claim['text'])}”"
        words[f"voice_{side}"] = _voice(claim)
        words[f"words_{side}"] = f"“{_shorten(claim['text'])}”, {_voice(claim)}{_zone(claim)}"
        words[f"unit_{side}"] = claim["unit"] or "no unit"
        words[f"scope_{side}"] = claim["scope"] or "no scope named"
    finer = {"a": words["a"], "b": words["b"]}.get(relation.finer or "")
    words["finer"] = f"{finer} says more" if finer else "neither says more"
    if a["scope"] and b["scope"] and a["scope"] != b["scope"]:
        words["finer"] += f"; the one is of “{a['scope']}”, the other of “{b['scope']}”"
    sentence = template.format(**words)
    return f"{name}: {sentence}"


def _has(claim: Claim) -> str:
    """Say what an article has, as a predicate."""
    if claim["polarity"] == "unknown":
        return "leaves it open"
    value = show_value(claim)
    return "states it" if value == STATED else f"has {value}"


def _voice(claim: Claim) -> str:
    """Say on whose word a claim stands."""
    if claim["source"]:
        voice = f"on the word of {claim['source']}"
    else:
        voice = "in its own voice" if claim["certainty"] == "asserted" else "naming no source"
    return f"{voice}, hedged" if claim["certainty"] == "hedged" else voice


def _zone(claim: Claim) -> str:
    """Name the zone of a claim that stands outside the body."""
    return "" if claim["zone"] == "body" else f", in its {claim['zone']}"


def _shorten(text: str) -> str:
    """Print a stretch in one line, cut to a readable length at a word."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN_CHARS else f"{line[:SHOWN_CHARS].rsplit(' ', 1)[0]} …"
