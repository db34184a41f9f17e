"""A conflict in a sentence that names who holds what, in words a reader knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samestory.claims.quantities.wording import say_unit
from samestory.compare.relation import Claim, Relation
from samestory.compare.values import has_no_value, show_value
from samestory.published import order_of

SHOWN_CHARS = 80
# More holders of a value than this are counted, not named.
NAMED = 3
SENTENCES = {
    "contradiction": "{a} {has_a} ({words_a}), but {b} {has_b} ({words_b}).",
    "precision": "{a} {has_a} ({words_a}) and {b} {has_b} ({words_b}): both can be true, {finer}.",
    "certainty": "{a} {has_a} ({words_a}), {b} {has_b} ({words_b}): they differ in how sure it is.",
    "attribution": "{a} {has_a} {voice_a} ({quoted_a}), {b} {has_b} {voice_b} ({quoted_b}){dropped}.",
    "unit": "{a} {has_a} as {unit_a} ({words_a}), {b} {has_b} as {unit_b} ({words_b}): one number, two units.",
    "scope": "{a} {has_a} ({words_a}), {b} {has_b} ({words_b}): they may speak of different things.",
    "update": "{a} {has_a} ({words_a}), {b} {has_b} ({words_b}): the later may be an update.",
    "late": "{a} {has_a} ({words_a}), {b} {has_b} ({words_b}): the later may have an older number.",
    "wording": "{a} {has_a} ({words_a}), {b} {has_b} ({words_b}): other words for what may be one thing.",
    "sum": "{a} {has_a} in all ({words_a}), but the parts it names add up to {sum}.",
}


@dataclass(frozen=True)
class Holders:
    """The claim that shows a value best, and the articles that hold the value."""

    claim: Claim
    doc_ids: Sequence[str]


def explain(
    question: str, a: Holders, b: Holders, relation: Relation, labels: Mapping[str, str], extra: Mapping[str, str]
) -> str:
    """Say in a sentence who holds what; ``question`` is its name for readers."""
    words: dict[str, str] = {"dropped": "", **extra}
    in_two_units = relation.kind != "unit" and a.claim["unit"] != b.claim["unit"]
    for side, holders in (("a", a), ("b", b)):
        claim = holders.claim
        same_article = side == "b" and a.claim["doc_id"] == b.claim["doc_id"]
        several = len(holders.doc_ids) > 1 and not same_article
        # Of several that hold a value the words, the source, the part and the date are those of one, which is named.
        quoted = f"{labels[claim['doc_id']]}: " * several + f"“{_shorten(claim['text'])}”"
        detail = {"scope": _part(claim), "update": _held(claim)}.get(relation.kind or "", "")
        inside = f",{detail}" if several and detail else ""
        words[side] = "the same article" if same_article else _names(holders, labels)
        unit = f" {say_unit(claim['unit'], claim['high'])}" if in_two_units and claim["unit"] else ""
        words[f"has_{side}"] = _has(claim, several=several) + unit + ("" if several else detail)
        words[f"quoted_{side}"] = quoted
        words[f"voice_{side}"] = _voice(claim).replace("in its own", "in their own" if several else "in its own")
        words[f"words_{side}"] = f"{quoted}, {_voice(claim)}{_zone(claim)}{inside}"
        words[f"unit_{side}"] = claim["unit"] or "a bare number"
    finer = {"a": words["a"], "b": words["b"]}.get(relation.finer or "")
    several = len((a if relation.finer == "a" else b).doc_ids) > 1
    words["finer"] = f"{finer} {'say' if several else 'says'} more" if finer else "neither says more"
    first, second = a.claim["scope"], b.claim["scope"]
    if first and second and first != second:
        words["finer"] += f"; the one is of “{first}”, the other of “{second}”"
    kind = "sum" if "sum" in extra else "late" if _is_late(a.claim, b.claim, relation) else relation.kind or "precision"
    sentence = SENTENCES[kind].format(**words)
    return f"{question}: {sentence}"


def _is_late(a: Claim, b: Claim, relation: Relation) -> bool:
    """Say whether the newer of two numbers is told by the earlier article."""
    if relation.kind != "update" or not relation.finer or not a["as_of"] or not b["as_of"]:
        return False
    order = order_of(a["as_of"], b["as_of"])
    return order == (-1 if relation.finer == "a" else 1)


def _names(holders: Holders, labels: Mapping[str, str]) -> str:
    """Name the articles that hold a value, the one quoted first."""
    first = holders.claim["doc_id"]
    rest = [labels[doc_id] for doc_id in sorted(holders.doc_ids) if doc_id != first]
    if len(rest) >= NAMED:
        return f"{labels[first]} and {len(rest)} others"
    names = [labels[first], *rest]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _has(claim: Claim, *, several: bool) -> str:
    """Say what articles have, as a predicate."""
    if claim["polarity"] == "unknown":
        return "leave it open" if several else "leaves it open"
    if has_no_value(claim):
        return "state it" if several else "states it"
    return f"{'have' if several else 'has'} {show_value(claim)}"


def _voice(claim: Claim) -> str:
    """Say on whose word a claim stands."""
    if claim["source"]:
        voice = f"on the word of {claim['source']}"
    else:
        voice = "in its own voice" if claim["certainty"] == "asserted" else "naming no source"
    return f"{voice}, hedged" if claim["certainty"] == "hedged" else voice


def _part(claim: Claim) -> str:
    """Say of what a number or value is, where it is of a part."""
    narrower = claim["population"] or claim["scope"]
    return f" of “{narrower}”" if narrower else ""


def _held(claim: Claim) -> str:
    """Say when a number held."""
    if claim.get("superseded"):
        return " as an earlier number"
    return f" as of {claim['as_of']}" if claim["as_of"] else ""


def _zone(claim: Claim) -> str:
    """Name the zone of a claim that stands outside the body."""
    return "" if claim["zone"] == "body" else f", in its {claim['zone']}"


def _shorten(text: str) -> str:
    """Print a stretch in one line, cut to a readable length at a word."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN_CHARS else f"{line[:SHOWN_CHARS].rsplit(' ', 1)[0]} …"
