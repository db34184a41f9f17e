"""The report's sortable tables: which columns of the published tables a reader sees, in words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from samestory.figures.claim_values import variable_name
from samestory.figures.selection import count, listed, percent, table
from samestory.figures.style import AGREEMENT
from samestory.report.findings import json_list
from samestory.report.quoting import Quotation
from samestory.report.room import number_passages
from samestory.words import count_words

SNIPPET = 160
AGREEMENT_HEADS = "question|between articles|inside one|articles|origins|sources|in own voice|values|not detected in"


@dataclass(frozen=True)
class Item:
    """A table cell: its words, a number to sort by (or None: by the words), a fragment to follow (or "")."""

    words: str
    order: float | None = None
    target: str = ""


@dataclass(frozen=True)
class Listing:
    """A table of the report: where it comes from, its heads, its rows, and what is not shown (or "")."""

    name: str
    title: str
    description: str
    source: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Item, ...], ...]
    note: str


Row = Mapping[Any, Any]
Heads = tuple[str, ...]
Rows = Iterable[tuple[Item, ...]]


def make_listings(
    tables: Mapping[str, pd.DataFrame], quotations: Mapping[str, Quotation], shown: frozenset[str], max_rows: int
) -> list[Listing]:
    """Make the tables of agreement, conflicts, claims, passages, origins and cleaning.

    Args:
        tables: the published tables.
        quotations: every claim in its sentence.
        shown: the articles of the reading room; only these are linked to.
        max_rows: rows of one table; the note says what is left out.
    """
    labels = dict(zip(*(table(tables, "clean/documents")[c] for c in ("doc_id", "label")), strict=True))

    def name(doc: str) -> str:
        return str(labels.get(doc, doc))

    def claim(claim_id: str) -> Item:
        quotation = quotations.get(claim_id)
        if quotation is None:
            return Item(claim_id)
        return Item(
            f"{quotation.value} ({quotation.holder})",
            target=f"claim={claim_id}" if quotation.doc_id in shown else "",
        )

    def listing(name_: str, title: str, description: str, source: str, heads: Heads, rows: Rows) -> Listing:
        every = list(rows)
        note = f"The first {max_rows:,} of {len(every):,} rows; all are in {source}." if len(every) > max_rows else ""
        return Listing(name_, title, description, source, heads, tuple(every[:max_rows]), note)

    return [
        listing(
            "agreement",
            "Agreement",
            "Each question: do the articles go together, and how many carry an answer, by article, origin and source.",
            "compare/agreement",
            (
                "question",
                "between articles",
                "inside one",
                "articles",
                "origins",
                "sources",
                "in own voice",
                "values",
                "not detected in",
            ),
            (_agreement(row, name) for row in _rows(tables, "compare/agreement")),
        ),
        listing(
            "conflicts",
            "Differences",
            "Two claims that do not go together, and how. Follow a claim to its sentence.",
            "compare/conflicts",
            ("question", "kind", "level", "article", "claim", "article", "claim", "confidence", "explanation"),
            (
                (
                    Item(
                        variable_name(row["variable"]), target=_if_shown(row, shown, f"conflict={row['conflict_id']}")
                    ),
                    Item(row["kind"]),
                    Item(row["level"].replace("_", " ")),
                    Item(name(row["doc_a"])),
                    claim(row["claim_a"]),
                    Item(name(row["doc_b"])),
                    claim(row["claim_b"]),
                    Item(f"{row['confidence']:.2f}", float(row["confidence"])),
                    Item(row["explanation"]),
                )
                for row in _rows(tables, "compare/conflicts")
            ),
        ),
        listing(
            "claims",
            "Claims",
            "Every claim as it stands in its article.",
            "claims/claims",
            ("question", "article", "as printed", "value", "how sure", "on whose word", "scope", "about"),
            (_claim(row, name, quotations, shown) for row in _rows(tables, "claims/claims")),
        ),
        listing(
            "passages",
            "Shared passages",
            "Stretches that two articles share. The number is the same in the reading room.",
            "overlap/passages",
            ("no.", "articles", "kind", "words", "identity", "text"),
            _passages(tables, name, shown),
        ),
        listing(
            "origins",
            "Origins",
            "Which origins each article draws on, and what that rests on. Independence cannot be observed.",
            "overlap/origins",
            ("article", "origin", "role", "share of its words", "rests on", "confidence"),
            (
                (
                    Item(name(row["doc_id"]), target=f"article={row['doc_id']}" if row["doc_id"] in shown else ""),
                    Item(row["origin"]),
                    Item(row["role"].replace("_", " ")),
                    Item(percent(row["share"]), float(row["share"])),
                    Item(row["basis"].replace("_", " ")),
                    Item(f"{row['confidence']:.2f}", float(row["confidence"])),
                )
                for row in _rows(tables, "overlap/origins")
            ),
        ),
        listing(
            "cleaning",
            "What was set aside",
            "Every stretch that is not running text, what it was taken for and by which rule. Nothing is deleted.",
            "clean/segments",
            ("article", "taken for", "rule", "words", "text"),
            _cleaning(tables, name),
        ),
    ]


def _rows(tables: Mapping[str, pd.DataFrame], name: str) -> Sequence[Row]:
    return table(tables, name).to_dict("records")


def _words(value: Any) -> str:
    return "" if pd.isna(value) else str(value).replace("_", " ")


def _if_shown(row: Row, shown: frozenset[str], target: str) -> str:
    return target if {row["doc_a"], row["doc_b"]} <= shown else ""


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SNIPPET else text[:SNIPPET].rstrip() + "…"


def _agreement(row: Row, name: Callable[[str], str]) -> tuple[Item, ...]:
    low, high = int(row["n_origins_min"]), int(row["n_origins_max"])
    scope = _words(row["scope"])
    return (
        Item(variable_name(row["variable"]) + (f", {scope}" if scope else "")),
        Item(AGREEMENT[row["between"]][1]),
        Item(_words(row["within"])),
        Item(str(row["n_documents"]), float(row["n_documents"])),
        Item(f"{low}" if low == high else f"{low} to {high}", float(low)),
        Item(str(row["n_sources"]), float(row["n_sources"])),
        Item(str(row["n_unattributed"]), float(row["n_unattributed"])),
        Item(" · ".join(json_list(row["values"]))),
        Item(listed([name(doc) for doc in json_list(row["not_detected"])])),
    )


def _claim(
    row: Row, name: Callable[[str], str], quotations: Mapping[str, Quotation], shown: frozenset[str]
) -> tuple[Item, ...]:
    path: Any = row["source"] if pd.isna(row["attribution_path"]) else row["attribution_path"]
    return (
        Item(variable_name(row["variable"])),
        Item(name(row["doc_id"])),
        Item(_short(row["text"]), target=f"claim={row['claim_id']}" if row["doc_id"] in shown else ""),
        Item(quotations[row["claim_id"]].value, None if pd.isna(row["low"]) else float(row["low"])),
        Item(row["certainty"]),
        Item("" if pd.isna(path) else str(path)),
        Item(_words(row["scope"])),
        Item({"focal": "this event", "background": "background"}.get(row["event"], "another event")),
    )


def _passages(
    tables: Mapping[str, pd.DataFrame], name: Callable[[str], str], shown: frozenset[str]
) -> Iterable[tuple[Item, ...]]:
    numbers = number_passages(tables)
    texts = dict(zip(*(table(tables, "clean/texts")[c] for c in ("doc_id", "text")), strict=True))
    for row in _rows(tables, "overlap/passages"):
        number = numbers[row["passage_id"]]
        yield (
            Item(str(number), float(number), _if_shown(row, shown, f"passage={row['passage_id']}")),
            Item(f"{name(row['doc_a'])} – {name(row['doc_b'])}"),
            Item(row["kind"].replace("_", " ")),
            Item(str(row["n_words"]), float(row["n_words"])),
            Item(percent(row["identity"]), float(row["identity"])),
            Item(_short(texts.get(row["doc_a"], "")[row["start_a"] : row["end_a"]])),
        )


def _cleaning(tables: Mapping[str, pd.DataFrame], name: Callable[[str], str]) -> Iterable[tuple[Item, ...]]:
    texts = dict(zip(*(table(tables, "clean/texts")[c] for c in ("doc_id", "text")), strict=True))
    for row in _rows(tables, "clean/segments"):
        if row["kind"] == "body":
            continue
        text = texts.get(row["doc_id"], "")[row["start"] : row["end"]]
        words = count_words(text)
        yield (
            Item(name(row["doc_id"])),
            Item("page furniture" if row["kind"] == "furniture" else str(row["kind"])),
            Item(_words(row["rule"])),
            Item(f"{words:,}", float(words)),
            Item(_short(text)),
        )


def set_aside(tables: Mapping[str, pd.DataFrame]) -> str:
    """Say how much page furniture the articles carried."""
    texts = dict(zip(*(table(tables, "clean/texts")[c] for c in ("doc_id", "text")), strict=True))
    furniture = [row for row in _rows(tables, "clean/segments") if row["kind"] == "furniture"]
    words = sum(count_words(texts.get(row["doc_id"], "")[row["start"] : row["end"]]) for row in furniture)
    docs = len({row["doc_id"] for row in furniture})
    return f"{count(words, 'word')} of page furniture in {count(docs, 'article')} were set aside"
