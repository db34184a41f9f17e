"""A claim in its sentence: the letters before it, its own, and those after."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from samestory.figures.claim_values import claim_value, question_names
from samestory.phrasing import say_kind, say_variable
from samestory.stored import labels_of, rows, spans_of, table, texts_of

HOLDERS = {"asserted": "in its own voice", "hedged": "in its own voice, hedged"}
# Where it stands is said where it is not running text.
ZONES = frozenset({"title", "standfirst", "summary", "faq", "caption", "subhead"})


@dataclass(frozen=True)
class Quotation:
    """A sentence of an article with a claim marked in it, who holds it, and where it stands."""

    claim_id: str
    doc_id: str
    label: str
    holder: str
    variable: str
    value: str
    before: str
    marked: str
    after: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int


def quote_claims(tables: Mapping[str, pd.DataFrame], claim_ids: Collection[str]) -> dict[str, Quotation]:
    """Quote some claims of claims/claims in their sentences (clean/sentences), by claim_id, in the table's order."""
    claims = table(tables, "claims/claims", where={"claim_id": claim_ids})
    mine = {"doc_id": sorted(set(claims["doc_id"]))}
    labels, texts = labels_of(tables), texts_of(tables, mine["doc_id"])
    spans = spans_of(tables, "clean/sentences", mine)
    name = question_names(tables)
    quoted = {}
    for claim in rows(claims):
        doc, start, end = claim["doc_id"], int(claim["start"]), int(claim["end"])
        first, last = _sentence(spans.get(doc, []), start, end)
        text = texts[doc]
        quoted[claim["claim_id"]] = Quotation(
            claim["claim_id"],
            doc,
            labels[doc],
            _holder(claim),
            question_of(claim, name),
            claim_value(claim),
            text[first:start],
            text[start:end],
            text[end:last],
            start,
            end,
            first,
            last,
        )
    return quoted


def question_of(claim: Mapping[Any, Any], name: Callable[[str], str]) -> str:
    """Say what a claim is about: the codebook's question, or of a claim found by alignment only its kind."""
    if claim["variable_origin"] == "auto":
        return say_variable(claim["variable"].partition(":")[0])
    return name(claim["variable"])


def path_words(path: str) -> str:
    """Say who told whom: ``official > AFP`` is ``official, via AFP``."""
    return str(path).replace(" > ", ", via ")


def _sentence(spans: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The sentence, or the run of sentences, that holds a stretch."""
    first = bisect_right(spans, (start, float("inf"))) - 1
    last = bisect_right(spans, (max(end - 1, start), float("inf"))) - 1
    if first < 0:
        return start, end
    return min(spans[first][0], start), max(spans[last][1], end)


def _holder(claim: Mapping[Any, Any]) -> str:
    zone = f", in its {say_kind(claim['zone'])}" if claim["zone"] in ZONES else ""
    for column in ("attribution_path", "source"):
        if not pd.isna(claim[column]):
            hedge = ", hedged" if claim["certainty"] == "hedged" else ""
            return f"on the word of {path_words(claim[column])}{hedge}{zone}"
    return HOLDERS.get(claim["certainty"], "attributed, the source is not resolved") + zone
