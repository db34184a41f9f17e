"""What stands around a claim: its sentence and zone, on whose word and how sure, which origin."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pandas as pd

from samestory.claims.attributions_lexicon import forms, word_set
from samestory.claims.lexicon import read_lexicon
from samestory.claims.phrases import Phrases
from samestory.words import word_spans

Row = dict[str, Any]

# The value of a statement that has no values of its own; what numbers and dates it tells may follow: "stated: 7; 1998".
STATED = "stated"
# Where an article makes claims; bylines, dates and furniture make none.
CLAIM_ZONES = {"title", "standfirst", "caption", "subhead", "body", "summary", "faq"}
# A hedge bears on what follows it in its clause, this many words on.
HEDGE_REACH = 5
# ... and on its subject this many words before it.
SUBJECT_REACH = 2
_CLAUSE_MARKS = frozenset(",;:—–()")


@dataclass(frozen=True)
class Sentence:
    """A sentence, its zone and where in the article it stands (title, lead or body)."""

    start: int
    end: int
    text: str
    zone: str
    position: str


@dataclass(frozen=True)
class Article:
    """One article with the rows of the tables that speak of it, each in the order of the text."""

    doc_id: str
    text: str
    agency: str | None = None
    published: str | None = None
    event: str | None = None
    sentences: Sequence[Sentence] = ()
    quantities: Sequence[Row] = ()
    times: Sequence[Row] = ()
    attributions: Sequence[Row] = ()
    stretches: Sequence[Row] = ()
    origins: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Finding:
    """An answer found in a sentence: its span, its value in words or as an interval, and the rule.

    ``core`` is the part that decides on whose word a whole sentence stands and how sure it is.
    """

    start: int
    end: int
    rule: str
    value: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    scope: str | None = None
    polarity: str = "positive"
    approximate: bool = False
    comparator: str | None = None
    population: str | None = None
    core: tuple[int, int] | None = None


def records(frame: pd.DataFrame) -> list[Row]:
    """Give a frame's rows as mappings; a missing cell is None, cells with the same word share it."""
    columns = [_cells(frame[column]) for column in frame.columns]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def _cells(column: "pd.Series[Any]") -> list[Any]:
    """Give a column's cells."""
    if column.dtype == "str":
        places, words = pd.factorize(column)
        # A missing cell has the place -1.
        known = [*words.tolist(), None]
        return [known[place] for place in places.tolist()]
    return column.astype(object).where(column.notna(), None).tolist()


def gather(
    texts: pd.DataFrame,
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
) -> list[Article]:
    """Bring the rows of each article together, in the order of ids.

    Args:
        texts: clean/texts.
        documents: clean/documents.
        sentences: clean/sentences.
        tables: quantities, times, attributions, stretches, origins by these names.
    """
    by_doc = {name: _by_document(frame) for name, frame in tables.items()}
    lines = _by_document(sentences)
    facts = {row["doc_id"]: row for row in records(documents)}
    articles = []
    for row in records(texts.sort_values("doc_id")):
        doc_id = row["doc_id"]
        own = {name: rows.get(doc_id, []) for name, rows in by_doc.items()}
        origins = frozenset(origin["origin_id"] for origin in own.pop("origins", []))
        articles.append(
            Article(
                doc_id=doc_id,
                text=row["text"],
                agency=facts[doc_id]["agency"],
                published=facts[doc_id]["published"] if facts[doc_id]["published_basis"] != "assumed" else None,
                event=facts[doc_id]["event"],
                sentences=_sentences(lines.get(doc_id, [])),
                origins=origins,
                **own,
            )
        )
    return articles


def number_finding(row: Row, end: int, unit: str, scope: str | None) -> Finding:
    """Make a finding of a row of claims/quantities that ends with the noun it counts."""
    return Finding(
        start=row["start"],
        end=end,
        rule=row["rule"],
        low=row["low"],
        high=row["high"],
        unit=unit,
        scope=scope,
        polarity="negative" if row["negated"] else "positive",
        approximate=bool(row["approximate"] or row["vague"]),
        comparator=row["comparator"],
    )


def inside(rows: Sequence[Row], start: int, end: int) -> list[Row]:
    """Give the rows (sorted by start) that lie in a span."""
    first = bisect_left(rows, start, key=lambda row: int(row["start"]))
    found = []
    for row in rows[first:]:
        if row["start"] >= end:
            break
        if row["end"] <= end:
            found.append(row)
    return found


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
    said = attribution_of(article, *core)
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
        "superseded": finding.low is not None and _earlier().match(article.text[sentence.start : start]),
        "answers": True,
        "sources": said.sources if said else None,
    }


@dataclass(frozen=True)
class Attributed:
    """On whose word a span stands.

    Attributes:
        source: the innermost source; None where nobody is named.
        sources: JSON list of the single sources that speak there together.
        path: who told whom, from the source to the agency credited.
    """

    source: str | None = None
    sources: str | None = None
    path: str | None = None


def attribution_of(article: Article, start: int, end: int) -> Attributed | None:
    """Say on whose word a span stands; None where it is not attributed."""
    covering = [row for row in _covering(article, start, end) if row["polarity"] == "positive" or _denies(row)]
    if not covering:
        return None
    named: dict[str, str | None] = {}
    for row in covering:
        if name := row["source_canonical"] or row["source"]:
            named.setdefault(name, row["sources"])
    if not named:
        return Attributed()
    names = list(named)
    path = [*names, article.agency] if article.agency and article.agency not in names else names
    return Attributed(names[0], named[names[0]], " > ".join(path))


def is_denied(article: Article, start: int, end: int) -> bool:
    """Say whether the one on whose word a span stands denies it."""
    return any(row["polarity"] == "negative" and _denies(row) for row in _covering(article, start, end)[:1])


def _covering(article: Article, start: int, end: int) -> list[Row]:
    """Give the attributions whose content covers a span, the innermost first."""
    covering = [row for row in article.attributions if _covers(row, start, end)]
    return sorted(covering, key=lambda row: (row["content_end"] - row["content_start"], row["content_start"]))


def _denies(row: Row) -> bool:
    """Say whether an attribution is a denial: who denies a thing says that it is not so."""
    return (row.get("cue") or "").casefold() in _denials()


def certainty_of(article: Article, sentence: Sentence, start: int, end: int, attributed: bool) -> str:
    """Say how sure a claim is: hedged where a hedge stands in it or before it in its clause, or right behind it."""
    able = {begin for begin, _ in _abilities().spans(sentence.text, sentence.start)}
    for hedge_start, hedge_end in _hedges().spans(sentence.text, sentence.start):
        if hedge_start in able:
            continue
        if hedge_end > start:
            if hedge_start < end:
                return "hedged"
            continue
        if _near(article.text[hedge_end:start], HEDGE_REACH):
            return "hedged"
    for hedge_start, _ in _hedges_of_subject().spans(sentence.text, sentence.start):
        if hedge_start >= end and _near(article.text[end:hedge_start], SUBJECT_REACH):
            return "hedged"
    return "attributed" if attributed else "asserted"


def _near(between: str, reach: int) -> bool:
    """Say whether two stretches stand in one clause, with at most so many words between."""
    return not _CLAUSE_MARKS & set(between) and sum(1 for _ in word_spans(between)) <= reach


def origin_of(article: Article, start: int, end: int) -> str | None:
    """Give the origin of the stretch that covers most of a span."""
    shares: dict[str | None, int] = {}
    for row in article.stretches:
        shared = min(end, row["end"]) - max(start, row["start"])
        if shared > 0:
            shares[row["origin_id"]] = shares.get(row["origin_id"], 0) + int(shared)
    return max(shares, key=lambda origin: (shares[origin], origin or "")) if shares else None


def _covers(row: Row, start: int, end: int) -> bool:
    """Say whether the larger part of a span lies in an attribution's content."""
    shared = min(end, row["content_end"]) - max(start, row["content_start"])
    return bool(2 * shared > end - start)


def _sentences(rows: Iterable[Row]) -> list[Sentence]:
    """Make the sentences that can make a claim, with their position."""
    found: list[Sentence] = []
    lead: int | None = None
    for row in rows:
        zone = row["kind"]
        if zone not in CLAIM_ZONES:
            continue
        if zone in {"standfirst", "body", "summary"} and lead is None:
            lead = row["paragraph"]
        # A standfirst and the first paragraph are both the lead.
        if zone == "body" and found and all(s.zone != "body" for s in found) and found[-1].zone == "standfirst":
            lead = row["paragraph"]
        position = (
            "title" if zone == "title" else "lead" if zone == "standfirst" or row["paragraph"] == lead else "body"
        )
        found.append(Sentence(row["start"], row["end"], row["text"], zone, position))
    return found


def _by_document(frame: pd.DataFrame) -> dict[str, list[Row]]:
    """Give each article's rows, in the table's order."""
    grouped: dict[str, list[Row]] = {}
    for row in records(frame):
        grouped.setdefault(row["doc_id"], []).append(row)
    return grouped


@cache
def _denials() -> frozenset[str]:
    """Read the forms of the verbs of denial."""
    return frozenset(form for verb in word_set("negation", "denials") for form in forms(verb))


@cache
def _earlier() -> Phrases:
    """Read the wording before a number that was given before and no longer holds."""
    return Phrases(tuple(read_lexicon("hedges.toml")["superseded"]["before"]))


@cache
def _hedges() -> Phrases:
    """Read the hedges."""
    lexicon = read_lexicon("hedges.toml")
    return Phrases(
        tuple(wording for wordings in lexicon.values() if isinstance(wordings, list) for wording in wordings)
    )


@cache
def _abilities() -> Phrases:
    """Read the wording that looks like a hedge and tells an ability."""
    return Phrases(tuple(read_lexicon("hedges.toml")["ability"]["wording"]))


@cache
def _hedges_of_subject() -> Phrases:
    """Read the hedges that bear on their subject."""
    return Phrases(tuple(read_lexicon("hedges.toml")["subject"]["after"]))
