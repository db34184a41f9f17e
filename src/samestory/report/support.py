"""Claims that look well supported and rest on one source or one origin, as findings."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from samestory.figures.claim_values import claim_value, question_names
from samestory.figures.selection import answers, clusters
from samestory.phrasing import count, in_marks, listed
from samestory.report.finding import Cell, Finding, cells_of
from samestory.report.listing import snippet
from samestory.stored import labels_of, table
from samestory.stored import rows as rows_of
from samestory.words import count_words

# A copy of which no more than a word in fifty is another is whole.
WHOLE = 0.98
CONTENT = ("variable", "value", "low", "high", "polarity")
Row = dict[Any, Any]


def one_source(tables: Mapping[str, pd.DataFrame]) -> list[Finding]:
    """State what several articles say on one source's word or from one origin, and what one article alone says.

    Reads clean/documents, overlap/pairs, overlap/origins, claims/claims, compare/agreement. First the articles that are
    one text, of which their claims say nothing more; then the claims with the same content in two articles or more,
    most articles first; then the questions whose articles may all go back to one origin;
    last, how many questions one article alone answers.
    """
    labels, claims = labels_of(tables), answers(tables)
    copies = _whole_copies(tables)
    same = list(_same_content(tables, claims, labels, copies))
    told = {finding.question for finding in same}
    return [
        *_copied_whole(tables, labels, copies),
        *same,
        *_may_be_one(tables, claims, labels, told, copies),
        *_alone(tables),
    ]


def _whole_copies(tables: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Give articles that are whole copies of each other, word for word, the first of them."""
    pairs = table(tables, "overlap/pairs", ("doc_a", "doc_b", "containment_a", "containment_b"))
    alike = pairs[(pairs["containment_a"] >= WHOLE) & (pairs["containment_b"] >= WHOLE)]
    groups = clusters(sorted({*alike["doc_a"], *alike["doc_b"]}), alike) if len(alike) else []
    return {doc: group[0] for group in groups for doc in group}


def _copied_whole(
    tables: Mapping[str, pd.DataFrame], labels: Mapping[str, str], copies: Mapping[str, str]
) -> Iterable[Finding]:
    """Say once of articles that are copies of each other that whatever they say rests on one origin."""
    groups: dict[str, list[str]] = {}
    for doc, first in sorted(copies.items()):
        groups.setdefault(first, []).append(doc)
    pairs = table(tables, "overlap/pairs", ("doc_a", "doc_b", "containment_a", "containment_b"))
    for docs in groups.values():
        within = pairs[pairs["doc_a"].isin(docs) & pairs["doc_b"].isin(docs)]
        yield Finding(
            "one_source",
            f"{listed([labels[doc] for doc in docs])} are the same text: whatever they say rests on one origin.",
            {"articles": len(docs)},
            cells_of("overlap/pairs", within, "containment_a", "containment_b") + _label_cells(docs),
        )


def _are_copies(docs: Sequence[str], copies: Mapping[str, str]) -> bool:
    return len({copies.get(doc, doc) for doc in docs}) == 1


def _same_content(
    tables: Mapping[str, pd.DataFrame], claims: pd.DataFrame, labels: Mapping[str, str], copies: Mapping[str, str]
) -> Iterable[Finding]:
    origins = table(tables, "overlap/origins")
    name = question_names(tables)
    names = dict(zip(origins["origin_id"], origins["origin"], strict=True))
    places: dict[str, list[int]] = {}
    for place, origin in enumerate(origins["origin_id"]):
        places.setdefault(origin, []).append(place)
    texts = _counter(tables)
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows_of(_on_one_word(claims[claims["polarity"] != "unknown"])):
        groups.setdefault(tuple(str(row[column]) for column in CONTENT), []).append(row)
    found = []
    for rows in groups.values():
        docs = sorted({row["doc_id"] for row in rows})
        rests = [
            *(f"one source ({source})" for source in _only(rows, "source")),
            *(f"one origin ({names.get(origin, origin)})" for origin in _only(rows, "origin_id")),
        ]
        # A bare year or number that two articles share says nothing by itself.
        bare = rows[0]["variable_origin"] == "auto" and count_words(rows[0]["text"]) < 2
        if len(docs) > 1 and rests and not bare and not _are_copies(docs, copies):
            focal = any(row["event"] == "focal" for row in rows)
            found.append(((not focal, -len(docs), rows[0]["variable"], rows[0]["claim_id"]), rows, docs, rests))
    for _, rows, docs, rests in sorted(found, key=lambda entry: entry[0]):
        question = name(rows[0]["variable"])
        said = _said(rows, question)
        drawn = sorted(place for origin in {row["origin_id"] for row in rows} for place in places.get(origin, ()))
        columns = ("doc_id", "variable", "value", "low", "high", "text", "source", "origin_id")
        yield Finding(
            "one_source",
            f"{in_marks(said)} stands in {texts(docs)} ({listed([labels[doc] for doc in docs])}) and rests on "
            f"{' and '.join(rests)}.",
            {"articles": len(docs), "support": 1},
            cells_of("claims/claims", rows, *columns)
            + cells_of("overlap/origins", origins.iloc[drawn], "origin")
            + _label_cells(docs),
            f"claim={rows[0]['claim_id']}",
            question,
        )


def _on_one_word(claims: pd.DataFrame) -> pd.DataFrame:
    """Keep the claims whose content stands in several articles and may rest on one source or origin."""
    groups = claims.groupby(list(CONTENT), dropna=False, sort=False)
    one = [groups[column].transform("nunique") == 1 for column in ("source", "origin_id")]
    return claims[(groups["doc_id"].transform("nunique") > 1) & (one[0] | one[1])]


def _may_be_one(
    tables: Mapping[str, pd.DataFrame],
    claims: pd.DataFrame,
    labels: Mapping[str, str],
    told: set[str],
    copies: Mapping[str, str],
) -> Iterable[Finding]:
    """Questions that several articles answer, all of which may go back to one origin."""
    origins = table(tables, "overlap/origins")
    agreement, name = table(tables, "compare/agreement"), question_names(tables)
    texts = _counter(tables)
    rows = agreement[agreement["scope"].isna() & (agreement["n_documents"] > 1) & (agreement["n_origins_min"] == 1)]
    for row in rows.sort_values("n_documents", ascending=False, kind="stable").to_dict("records"):
        mine = claims[(claims["variable"] == row["variable"]) & claims["doc_id"].isin(json.loads(row["documents"]))]
        question = name(row["variable"])
        if question in told or not len(mine):
            continue
        docs = sorted(set(mine["doc_id"]))
        if _are_copies(docs, copies):
            continue
        drawn = origins[origins["doc_id"].isin(docs) & (origins["role"] != "quotes_statement")]
        shared = sorted(str(origin) for origin, of in drawn.groupby("origin") if set(of["doc_id"]) >= set(docs))
        who = f" ({shared[0]})" if len(shared) == 1 else ""
        may = "may go" if row["n_origins_max"] > 1 else "go"
        yield Finding(
            "one_source",
            f"{in_marks(question)} is told by {texts(docs)} ({listed([labels[doc] for doc in docs])}) "
            f"that {may} back to one origin{who}.",
            {"articles": float(row["n_documents"]), "origins": 1},
            cells_of("compare/agreement", [row], "variable", "label", "n_documents", "n_origins_min", "n_origins_max")
            + cells_of("overlap/origins", drawn[drawn["origin"].isin(shared)], "origin")
            + _label_cells(docs),
            f"claim={mine['claim_id'].iloc[0]}",
            question,
        )


def _alone(tables: Mapping[str, pd.DataFrame]) -> Iterable[Finding]:
    agreement, name = table(tables, "compare/agreement"), question_names(tables)
    whole = agreement[agreement["scope"].isna()]
    rows = whole[whole["n_documents"] == 1].to_dict("records")
    if rows and len(whole):
        names = listed([name(row["variable"]) for row in rows])
        yield Finding(
            "one_source",
            f"{len(rows):,} of {count(len(whole), 'question')} {'is' if len(rows) == 1 else 'are'} answered by one "
            f"article alone: {names}.",
            {"alone": len(rows), "questions": len(whole), "more": max(len(rows) - 8, 0)},
            cells_of("compare/agreement", whole, "variable", "label", "n_documents"),
        )


def _counter(tables: Mapping[str, pd.DataFrame]) -> Callable[[Sequence[str]], str]:
    """Count texts as articles, unless one is an agency's original or a press statement."""
    documents = table(tables, "clean/documents")
    others = set(documents.loc[documents["role"] != "article", "doc_id"])
    return lambda docs: count(len(docs), "text" if others.intersection(docs) else "article")


def _said(rows: Sequence[Row], question: str) -> str:
    """What the claims say: question and value, or of claims found by alignment their shortest wording."""
    if rows[0]["variable_origin"] == "auto":
        return snippet(min((str(row["text"]) for row in rows), key=len))
    value = min((claim_value(row) for row in rows), key=len)
    return question if value == "stated" else f"{question}: {value}"


def _only(rows: Sequence[Row], column: str) -> list[str]:
    """The one thing all rows have in a column, or nothing."""
    values = {row[column] for row in rows if not pd.isna(row[column])}
    return [str(value) for value in values] if len(values) == 1 and not any(pd.isna(r[column]) for r in rows) else []


def _label_cells(docs: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(Cell("clean/documents", (doc,), "label") for doc in docs)
