"""Agreement: how far the articles agree on each question, and how many stand behind it.

Support is counted by article, outlet, origin and source, for five copies of one report are one origin and several
origins may rest on one official. It is no measure of truth.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import pandas as pd

from samestory.claims.quantities.wording import say_unit
from samestory.claims.sources.sameness import name_words
from samestory.compare.questions import REPEATING_ZONES, Question, by_scope, events_of
from samestory.compare.relation import Claim
from samestory.compare.sums import Sum, find_sums
from samestory.compare.values import relate, show_value
from samestory.overlap.origins import count_origins
from samestory.published import DAY
from samestory.rows import Row, rows_of
from samestory.tables import build

# Of the different things that articles say on a question, those that most articles say are related to each other.
MOST_RELATED = 400


def find_agreement(
    questions: Iterable[Question], documents: pd.DataFrame, coverage: pd.DataFrame, origins: pd.DataFrame
) -> pd.DataFrame:
    """Make compare/agreement: a row for each question, and one for each of its scopes where it has several.

    Args:
        questions: the questions with their claims.
        documents: clean/documents.
        coverage: claims/coverage.
        origins: overlap/origins.
    """
    # A press statement or an agency's original is what articles draw on, and no outlet.
    articles = rows_of(documents[documents["role"] == "article"])
    outlets = {row["doc_id"]: row["outlet"] or f"doc {row['doc_id']}" for row in articles}
    event_of = events_of(documents)
    missing: dict[tuple[str, str | None], list[str]] = {}
    silent = coverage[coverage["status"].isin(["not_detected", "confirmed_silent"])]
    for variable, doc_id in zip(silent["variable"].tolist(), silent["doc_id"].tolist(), strict=True):
        missing.setdefault((variable, event_of[doc_id]), []).append(doc_id)
    sums = find_sums(questions)
    places: dict[str, list[int]] = {}
    for place, doc_id in enumerate(origins["doc_id"].tolist()):
        places.setdefault(doc_id, []).append(place)
    rows = [
        _agreement_row(
            question,
            outlets,
            _of_support(question, origins, places),
            missing.get((question.name, question.event), []),
            sums.get((question.name, question.event), ()),
        )
        for whole in questions
        for question in (whole, *by_scope(whole))
    ]
    return build("compare/agreement", rows)


def relation_between(question: Question) -> str:
    """Say how the articles relate: agree, compatible, mixed, contradict, not_comparable or single.

    Two articles contradict each other where no claim of one goes with any claim of the other, and are mixed where
    some do and some do not.
    """
    claims = question.finest_by_document()
    if len(claims) == 1:
        return "single"
    pairs = set()
    for a, b in _distinct_pairs(claims):
        pairs.add(_relate_articles(question, a, b))
        if "contradict" in pairs:
            return "contradict"
    if "mixed" in pairs:
        return "mixed"
    units = {claim["unit"] for claim in question.claims if claim["low"] is not None or claim["high"] is not None}
    if pairs == {"not_comparable"} or (question.variable and len(units) > 1):
        return "not_comparable"
    return "agree" if pairs == {"same"} else "compatible"


def _distinct_pairs(claims: Mapping[str, Sequence[Claim]]) -> Iterator[tuple[Sequence[Claim], Sequence[Claim]]]:
    """Yield each two articles that say different things once, or on another day, and one pair of those that agree."""
    alike: dict[tuple[object, ...], list[Sequence[Claim]]] = {}
    for doc_id in sorted(claims):
        said = tuple(
            sorted(
                {
                    (show_value(c), str(c["unit"]), str(c["scope"]), str(c["population"]), str(c["as_of"])[:DAY])
                    for c in claims[doc_id]
                }
            )
        )
        alike.setdefault(said, []).append(claims[doc_id])
    for same in alike.values():
        if len(same) > 1:
            yield same[0], same[1]
    most_said = sorted(alike.values(), key=len, reverse=True)[:MOST_RELATED]
    yield from combinations((same[0] for same in most_said), 2)


def relation_within(question: Question) -> str:
    """Say how an article relates to itself: whether its sources, its own voice or its zones contradict each other."""
    found = set()
    for claims in question.finest_by_document().values():
        for a, b in combinations(claims, 2):
            if relate(question.variable, a, b).between == "contradict":
                found.add(_kind_within(a, b))
    return next(
        (kind for kind in ("voice_inconsistent", "zone_inconsistent", "sources_disagree") if kind in found), "none"
    )


def _agreement_row(
    question: Question, outlets: Mapping[str, str], origins: pd.DataFrame, missing: Sequence[str], sums: Sequence[Sum]
) -> Row:
    """Count what stands behind one question; the origins are those of the articles that support it."""
    documents = sorted({claim["doc_id"] for claim in question.claims})
    support = _support(question)
    low, high = count_origins(origins)
    return {
        "variable": question.name,
        "scope": question.scope,
        "between": relation_between(question),
        "within": relation_within(question),
        "n_documents": len(documents),
        "n_outlets": len({outlets[doc_id] for doc_id in documents if doc_id in outlets}),
        "n_origins_min": low,
        "n_origins_max": high,
        "n_sources": count_sources(name for claim in support for name in single_sources(claim)),
        "n_unattributed": sum(claim["source"] is None for claim in support),
        "values": _json_list(_values(question)),
        "documents": _json_list(documents),
        "not_detected": _json_list(missing),
        "sums": _json_list(check.shown() for check in sums if question.scope is None),
        "label": question.label,
        "event": question.event,
    }


def _support(question: Question) -> list[Claim]:
    """Give the claims that stand for themselves: what repeats its article is no support."""
    return [claim for claim in question.claims if claim["zone"] not in REPEATING_ZONES]


def _of_support(question: Question, origins: pd.DataFrame, places: Mapping[str, list[int]]) -> pd.DataFrame:
    """Give the rows of overlap/origins of the articles that support a question; ``places`` says where each has its."""
    docs = sorted({claim["doc_id"] for claim in _support(question)})
    return origins.iloc[[place for doc_id in docs for place in places.get(doc_id, ())]]


def single_sources(claim: Claim) -> list[str]:
    """Give the sources a claim rests on, each by itself: two that speak together are two."""
    if claim["sources"]:
        return list(json.loads(claim["sources"]))
    return [claim["source"]] if claim["source"] else []


def count_sources(sources: Iterable[str]) -> int:
    """Count distinct sources; one whose words all stand in another's name ("US" and "US spokesperson") is that one."""
    bags = {name_words(source) for source in sources}
    if bags == {frozenset()}:
        return 1
    kept: dict[str, list[frozenset[str]]] = defaultdict(list)
    n_kept = 0
    for bag in sorted(bags - {frozenset()}, key=lambda words: (-len(words), sorted(words))):
        # Only names with its rarest word can hold it.
        rarest = min((kept[word] for word in bag), key=len, default=[])
        if not any(bag <= other for other in rarest):
            n_kept += 1
            for word in bag:
                kept[word].append(bag)
    return n_kept


def _values(question: Question) -> list[str]:
    """Give the distinct values in the order of the articles, with their unit where there are several."""
    several = len({claim["unit"] for claim in question.claims}) > 1
    shown = []
    for claim in question.claims:
        value = (
            f"{show_value(claim)} {say_unit(claim['unit'], claim['high'])}"
            if several and claim["unit"]
            else show_value(claim)
        )
        shown.append(f"{value} ({claim['population']})" if claim["population"] else value)
    return list(dict.fromkeys(shown))


def _relate_articles(question: Question, first: Sequence[Claim], second: Sequence[Claim]) -> str:
    """Relate two articles by all their claims."""
    relations = {relate(question.variable, a, b).between for a in first for b in second}
    if "contradict" in relations:
        return "mixed" if relations & {"same", "compatible"} else "contradict"
    return next(kind for kind in ("same", "compatible", "not_comparable") if kind in relations)


def _kind_within(a: Claim, b: Claim) -> str:
    """Say what an article's contradiction with itself is: of its zones, its sources or its own voice."""
    if (a["zone"] in REPEATING_ZONES) != (b["zone"] in REPEATING_ZONES) or a["position"] != b["position"] == "title":
        return "zone_inconsistent"
    return "sources_disagree" if a["source"] and b["source"] and a["source"] != b["source"] else "voice_inconsistent"


def _json_list(items: Iterable[str]) -> str:
    """Give a list as the tables hold it."""
    return json.dumps(list(items), ensure_ascii=False)
