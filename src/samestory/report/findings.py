"""What the run found, as sentences with their numbers and the table cells these come from.

The report's first screen, the README's findings and the tests read this; nothing here is typed by hand.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from samestory.contract import published_tables
from samestory.figures.agreement import holders
from samestory.figures.claim_values import question_names
from samestory.overlap.articles import REPORTS
from samestory.overlap.origins import NO_REPORT, count_origins
from samestory.phrasing import count, listed, percent
from samestory.report.finding import Cell, Finding, cells_of
from samestory.report.languages import other_languages
from samestory.report.support import one_source
from samestory.stored import batches, labels_of, table

# Roles by which an article goes back to an origin as a whole; quoting a statement does not make it a copy.
COPIES = ("credited_copy", "copy_no_credit", "rewrite")
# Of the articles that lack sentences of a sibling those that lack most are findings; all pairs are in overlap/cuts.
MOST_LEFT_OUT = 1000


def find_findings(tables: Mapping[str, pd.DataFrame]) -> list[Finding]:
    """State the findings of a run, in the order in which a reader should meet them.

    Reads clean/documents, clean/segments, clean/sentences, overlap/pairs, overlap/origins, overlap/cuts, claims/claims,
    compare/agreement, compare/conflicts. Tables that are missing or empty give no finding.
    """
    labels = labels_of(tables)
    return [
        *_origins(tables),
        *_no_report(tables),
        *other_languages(tables),
        *_reuse(tables, labels),
        *_contradictions(tables, labels),
        *one_source(tables),
        *_lost(tables, labels),
        *_left_out(tables, labels),
    ]


def headline(tables: Mapping[str, pd.DataFrame]) -> str:
    """Say the first sentence: ``5 articles, between 2 and 4 origins``."""
    articles, low, high = origin_range(tables)
    if articles == 0:
        return "No article"
    if high == 0:
        return f"{count(articles, 'article')}, origins not traced"
    origins = count(low, "origin") if low == high else f"between {low:,} and {high:,} origins"
    return f"{count(articles, 'article')}, {origins}"


def origin_range(tables: Mapping[str, pd.DataFrame]) -> tuple[int, int, int]:
    """Count the articles, and the fewest and most origins they go back to (samestory.overlap.origins.count_origins).

    Press statements and agency originals are no articles.
    """
    documents, origins = table(tables, "clean/documents"), table(tables, "overlap/origins")
    articles = documents.loc[documents["role"] == "article", "doc_id"]
    return len(articles), *count_origins(origins[origins["doc_id"].isin(articles)])


def _origins(tables: Mapping[str, pd.DataFrame]) -> Iterable[Finding]:
    articles, low, high = origin_range(tables)
    origins = table(tables, "overlap/origins")
    cells = cells_of("overlap/origins", origins, "role")
    if articles:
        yield Finding(
            "origins", headline(tables) + ".", {"articles": articles, "origins_min": low, "origins_max": high}, cells
        )


def _no_report(tables: Mapping[str, pd.DataFrame]) -> Iterable[Finding]:
    """The articles without a sentence of running text: empty files, pages whose text could not be had."""
    documents = table(tables, "clean/documents", ("doc_id", "file", "label"))
    reports = set(table(tables, "clean/segments", ("doc_id",), {"kind": sorted(REPORTS)})["doc_id"])
    without = documents[~documents["doc_id"].isin(reports)]
    if without.empty:
        return
    origins = table(tables, "overlap/origins", where={"doc_id": set(without["doc_id"])})
    origins = origins[origins["confidence"] == NO_REPORT]
    named = [
        f"{label} ({file})" if label != file else label
        for label, file in zip(without["label"], without["file"], strict=True)
    ]
    yield Finding(
        "no_report",
        f"No running text stands in {count(len(named), 'text')}: {listed(named)}. Look whether the file is what it "
        f"should be; a page that only a browser fills, or that asks for a subscription, has none."
        f"{_uncounted(origins, labels_of(tables))}",
        {"texts": len(named)},
        cells_of("clean/documents", without, "label", "file") + cells_of("overlap/origins", origins, "confidence"),
    )


def _uncounted(origins: pd.DataFrame, labels: Mapping[str, str]) -> str:
    """Say of the articles of some rows that they count as no origin."""
    named = listed([labels[doc] for doc in origins["doc_id"]])
    return f" {named} {'counts' if len(origins) == 1 else 'count'} as no origin." if named else ""


def _reuse(tables: Mapping[str, pd.DataFrame], labels: Mapping[str, str]) -> Iterable[Finding]:
    """The pair that shares most."""
    columns = ("containment_a", "containment_b")
    pairs = table(tables, "overlap/pairs", ("doc_a", "doc_b", *columns))
    if pairs.empty:
        return
    most = pairs[list(columns)].max(axis=None)
    sides = [
        (float(share), a, b, column, (a if column.endswith("a") else b, b if column.endswith("a") else a))
        for column in columns
        for a, b, share in zip(*(pairs.loc[pairs[column] == most, c] for c in ("doc_a", "doc_b", column)), strict=True)
    ]
    share, a, b, column, (copy, other) = min(sides, key=lambda side: (-side[0], side[1:4]))
    yield Finding(
        "reuse",
        f"{percent(share)} of the words of {labels.get(copy, copy)} also stand in {labels.get(other, other)}, more "
        "than in any other pair.",
        {"share": share},
        (Cell("overlap/pairs", (a, b), column), *(Cell("clean/documents", (doc,), "label") for doc in (a, b))),
    )


def _contradictions(tables: Mapping[str, pd.DataFrame], labels: Mapping[str, str]) -> Iterable[Finding]:
    """Contradictions, one of each question before the second of any; this event before its background."""
    claims, agreement = _claims_in_conflict(tables), table(tables, "compare/agreement", ("variable", "n_documents"))
    focal = set(claims.loc[claims["event"] == "focal", "claim_id"])
    carried = agreement.groupby("variable")["n_documents"].max().to_dict()
    conflicts = table(tables, "compare/conflicts")
    rows = conflicts[conflicts["kind"] == "contradiction"].to_dict("records")
    rows.sort(
        key=lambda row: (
            not {row["claim_a"], row["claim_b"]} <= focal,
            -row["confidence"],
            -carried.get(row["variable"], 0),
            row["variable"],
            row["conflict_id"],
        )
    )
    seen: dict[str, int] = {}
    ranked: list[tuple[int, int, dict[Any, Any]]] = []
    for row in rows:
        ranked.append((seen.get(row["variable"], 0), len(ranked), row))
        seen[row["variable"]] = seen.get(row["variable"], 0) + 1
    told = _Told(tables)
    for _, _, row in sorted(ranked, key=lambda entry: entry[:2]):
        yield _difference("contradiction", row, told, labels)


def _claims_in_conflict(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    conflicts = table(tables, "compare/conflicts", ("claim_a", "claim_b"))
    return table(tables, "claims/claims", where={"claim_id": {*conflicts["claim_a"], *conflicts["claim_b"]}})


# What an explanation is made of, besides the names of the articles.
TOLD = ("text", "value", "low", "high", "unit", "scope", "as_of", "source", "attribution_path")


class _Told:
    """The claims of conflicts by their id, the rows of whole questions by theirs, and the names of questions."""

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        claims, agreement = _claims_in_conflict(tables), table(tables, "compare/agreement")
        self.claims = claims
        self.place = {claim: place for place, claim in enumerate(claims["claim_id"])}
        self.asked: dict[str, list[dict[Any, Any]]] = {}
        for row in agreement[agreement["scope"].isna()].to_dict("records"):
            self.asked.setdefault(row["variable"], []).append(row)
        self.name = question_names(tables)


def _difference(kind: str, row: Mapping[Any, Any], told: _Told, labels: Mapping[str, str]) -> Finding:
    sides = told.claims.iloc[sorted({told.place[row["claim_a"]], told.place[row["claim_b"]]})]
    return Finding(
        kind,
        str(row["explanation"]),
        {"confidence": float(row["confidence"])},
        (
            *cells_of("compare/conflicts", [row], "variable", "documents_a", "documents_b"),
            *cells_of("compare/agreement", told.asked.get(row["variable"], []), "label"),
            *cells_of("claims/claims", sides, *TOLD),
            *(Cell("clean/documents", (doc,), "label") for doc in sorted(holders(row) & set(labels))),
        ),
        f"conflict={row['conflict_id']}",
        told.name(row["variable"]),
    )


def _lost(tables: Mapping[str, pd.DataFrame], labels: Mapping[str, str]) -> Iterable[Finding]:
    """Hedges and attributions that one article has and another of the same origin has not; this event first."""
    origins = table(tables, "overlap/origins")
    copies = origins[origins["role"].isin(COPIES)]
    drawn: dict[str, set[str]] = {}
    for doc, origin in zip(copies["doc_id"], copies["origin_id"], strict=True):
        drawn.setdefault(doc, set()).add(origin)
    conflicts = table(tables, "compare/conflicts")
    rows = conflicts[conflicts["kind"].isin(["certainty", "attribution"]) & (conflicts["level"] == "articles")]
    claims = _claims_in_conflict(tables)
    focal = set(claims.loc[claims["event"] == "focal", "claim_id"])
    told = _Told(tables)
    for row in sorted(rows.to_dict("records"), key=lambda row: not {row["claim_a"], row["claim_b"]} <= focal):
        if drawn.get(row["doc_a"], set()) & drawn.get(row["doc_b"], set()):
            yield _difference("lost", row, told, labels)


def count_cuts(tables: Mapping[str, pd.DataFrame]) -> Counter[tuple[str, str]]:
    """Count the sentences that an article lacks of a sibling (overlap/cuts), by the two."""
    counted: Counter[tuple[str, str]] = Counter()
    for batch in batches(tables, "overlap/cuts", ("doc_id", "sibling")):
        counted.update(zip(batch["doc_id"], batch["sibling"], strict=True))
    return counted


def _fullest(tables: Mapping[str, pd.DataFrame]) -> list[tuple[tuple[str, str], int]]:
    """Give of each article and origin the sibling of which it lacks most sentences: the others mostly have the same.

    Of siblings of which it lacks as many the original is told.
    """
    originals = {*table(tables, "overlap/origins", ("doc_id", "direction"), {"direction": ["source"]})["doc_id"]}
    origins: dict[tuple[str, str], set[str]] = {}
    for batch in batches(tables, "overlap/cuts", ("doc_id", "sibling", "origin_id")):
        for doc, sibling, origin in zip(batch["doc_id"], batch["sibling"], batch["origin_id"], strict=True):
            origins.setdefault((doc, sibling), set()).add(origin)
    ranked = [
        (-number, doc, sibling not in originals, sibling) for (doc, sibling), number in count_cuts(tables).items()
    ]
    told: dict[str, set[str]] = {}
    fullest = []
    for number, doc, _, sibling in sorted(ranked):
        if not origins[doc, sibling] <= told.setdefault(doc, set()):
            told[doc] |= origins[doc, sibling]
            fullest.append(((doc, sibling), -number))
    return fullest


def _left_out(tables: Mapping[str, pd.DataFrame], labels: Mapping[str, str]) -> Iterable[Finding]:
    """Which article lacks most sentences of a sibling, at most ``MOST_LEFT_OUT``."""
    ranked = _fullest(tables)[:MOST_LEFT_OUT]
    where = {"doc_id": {doc for (doc, _), _ in ranked}, "sibling": {sibling for (_, sibling), _ in ranked}}
    keys = published_tables()["overlap/cuts"].key
    groups: dict[tuple[str, str], list[dict[Any, Any]]] = {}
    for row in table(tables, "overlap/cuts", keys, where).to_dict("records"):
        groups.setdefault((row["doc_id"], row["sibling"]), []).append(row)
    for (doc, sibling), number in ranked:
        rows = groups[doc, sibling]
        cells = cells_of("overlap/cuts", rows, "text")
        yield Finding(
            "left_out",
            f"{labels.get(doc, doc)} lacks {count(number, 'sentence')} that {labels.get(sibling, sibling)} has "
            "from the same origin.",
            {"sentences": number},
            (*cells, *(Cell("clean/documents", (d,), "label") for d in (doc, sibling))),
            f"cut={doc}~{sibling}",
        )


def json_list(cell: Any) -> list[str]:
    """Read a list cell (a JSON array)."""
    return [] if pd.isna(cell) else [str(item) for item in json.loads(str(cell))]
