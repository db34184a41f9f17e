"""The rows of claims/claims."""

import re
from functools import cache
from itertools import pairwise

from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.findings import Finding
from samestory.claims.coding.parts import comes_from, results_in
from samestory.claims.coding.standing import attribution_of, certainty_of
from samestory.claims.coding.superseding import is_newer
from samestory.claims.phrases import Phrases
from samestory.lexicon import read_lexicon
from samestory.rows import Row

_AUXILIARIES = re.compile(r"\s+(?:(?:was|were|had|been|who)\s+)*")
_CLAUSE_MARKS = re.compile(r"[,;:–—]")
# How far from a number the one may stand that it changed from or to, in characters.
CHANGE_REACH = 60


def claim_row(
    article: Article,
    sentence: Sentence,
    variable: str,
    finding: Finding,
    event: str,
    as_of: str | None = None,
    variable_origin: str = "codebook",
) -> Row:
    """Make a row of claims/claims from a finding and what stands around it."""
    start, end = finding.start, finding.end
    core = finding.core or (start, end)
    said = attribution_of(article, *core, left_open=finding.polarity == "unknown")
    earlier, later = _change(article, sentence, start)
    earlier = earlier or (not later and _is_told_as_earlier(article, sentence, start, end))
    return {
        "claim_id": f"{article.doc_id}:{start}-{end}:{variable}",
        "doc_id": article.doc_id,
        "variable": variable,
        "variable_origin": variable_origin,
        "value": finding.value,
        "low": finding.low,
        "high": finding.high,
        "unit": finding.unit,
        "scope": finding.scope,
        "as_of": as_of,
        "polarity": finding.polarity,
        "certainty": certainty_of(article, sentence, *core, said is not None),
        "source": said.source if said else None,
        "attribution_path": said.path if said else None,
        "event": event,
        "zone": sentence.zone,
        "position": sentence.position,
        "start": start,
        "end": end,
        "text": article.text[start:end],
        "origin_id": origin_of(article, start, end),
        "rule": finding.rule,
        "approximate": finding.approximate,
        "comparator": finding.comparator,
        "population": finding.population,
        "superseded": finding.low is not None and earlier,
        "answers": True,
        "sources": said.sources if said else None,
        "newer": finding.low is not None
        and (later or (not earlier and is_newer(article.text, sentence.start, start, end))),
        "sentence_start": sentence.start,
    }


def _change(article: Article, sentence: Sentence, start: int) -> tuple[bool, bool]:
    """Say whether a number is the one that a count changed from, and whether it is the one it changed to."""
    rows = inside(
        article.quantities, max(sentence.start, start - CHANGE_REACH), min(sentence.end, start + CHANGE_REACH)
    )
    pairs = [(a["start"], b["start"]) for a, b in pairwise(rows) if results_in(article.text, a, b)]
    pairs += [(b["start"], a["start"]) for a, b in pairwise(rows) if comes_from(article.text, a, b)]
    return any(start == first for first, _ in pairs), any(start == last for _, last in pairs)


def _is_told_as_earlier(article: Article, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a number is told as one given before: "had earlier put it at 12, but counted 15" tells so of 12.

    So does "five people were initially trapped" of those five.
    """
    behind = article.text[end : min(sentence.end, end + CHANGE_REACH)]
    if any(_AUXILIARIES.fullmatch(behind[:begun]) for begun, _ in _earlier("behind").spans(behind)):
        return True
    rows = inside(article.quantities, sentence.start, start)
    for _, end in _earlier("before").spans(article.text[sentence.start : start], sentence.start):
        first = next((row["end"] for row in rows if row["start"] >= end), start)
        if not _CLAUSE_MARKS.search(article.text[first:start]):
            return True
    return False


def origin_of(article: Article, start: int, end: int) -> str | None:
    """Give the origin of the stretch that covers most of a span."""
    shares: dict[str | None, int] = {}
    for row in article.stretches:
        shared = min(end, row["end"]) - max(start, row["start"])
        if shared > 0:
            shares[row["origin_id"]] = shares.get(row["origin_id"], 0) + int(shared)
    return max(shares, key=lambda origin: (shares[origin], origin or "")) if shares else None


@cache
def _earlier(place: str) -> Phrases:
    """Read the wording before or behind a number that was given before and no longer holds."""
    return Phrases(tuple(read_lexicon(__package__, "hedges.toml")["superseded"][place]))
