"""Listings of the texts: shared passages, origins, and what cleaning set aside and why."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from samestory.cleaning.rules import encoding_words, rule_words
from samestory.contract import published_tables
from samestory.phrasing import count, percent, say_kind
from samestory.report.listing import Item, Listing, Row, Sources, measure, number, plain
from samestory.stored import batches, count_rows, rows, spans_of, table
from samestory.words import count_words


def text_listings(sources: Sources) -> list[Listing]:
    """Make the listings of passages, origins and cleaning."""
    return [_passages(sources), _origins(sources), _cleaning(sources), _segments(sources)]


def set_aside(tables: Mapping[str, pd.DataFrame]) -> str:
    """Say how much page furniture the articles carried."""
    spans = spans_of(tables, "clean/segments", {"kind": ["furniture"]})
    words = sum(
        count_words(text[start:end])
        for batch in batches(tables, "clean/texts")
        for doc, text in zip(batch["doc_id"], batch["text"], strict=True)
        for start, end in spans.get(doc, ())
    )
    return f"{count(words, 'word')} of page furniture in {count(len(spans), 'article')} were set aside"


def _passages(sources: Sources) -> Listing:
    # In the order of the table, over all pairs: a number names one passage, here and in the reading room.
    numbers = {row["passage_id"]: at for at, row in enumerate(sources.rows("overlap/passages"), 1)}

    def place(row: Row) -> Item:
        at = numbers[row["passage_id"]]
        return Item(str(at), float(at), sources.pair(row, f"passage={row['passage_id']}"))

    return sources.listing(
        "passages",
        "Shared passages",
        "Stretches that two articles share. The number is the same in the reading room.",
        "overlap/passages",
        {
            "no.": place,
            "first article": lambda row: sources.article(row["doc_a"]),
            "second article": lambda row: sources.article(row["doc_b"]),
            "kind": lambda row: Item(plain(row["kind"])),
            "words": lambda row: number(row["n_words"]),
            "identity": lambda row: Item(percent(row["identity"]), float(row["identity"])),
            "as the first prints it": lambda row: sources.stretch(row["doc_a"], row["start_a"], row["end_a"]),
        },
    )


def _origins(sources: Sources) -> Listing:
    def evidence(row: Row) -> Item:
        doc, start, end = (row[f"evidence_{part}"] for part in ("doc", "start", "end"))
        return Item("") if pd.isna(doc) or pd.isna(start) else sources.stretch(doc, int(start), int(end))

    def role(row: Row) -> Item:
        original = row["direction"] == "source" and row["role"] != "quotes_statement"
        return Item("original" if original else plain(row["role"]))

    return sources.listing(
        "origins",
        "Origins",
        "Which origins each article draws on, and what that rests on. Independence cannot be observed.",
        "overlap/origins",
        {
            "article": lambda row: sources.article(row["doc_id"]),
            "origin": lambda row: Item(row["origin"]),
            "role": role,
            "share of its words": lambda row: Item(percent(row["share"]), float(row["share"])),
            "rests on": lambda row: Item(plain(row["basis"])),
            "confidence": lambda row: measure(row["confidence"]),
            "evidence": evidence,
        },
    )


def _cleaning(sources: Sources) -> Listing:
    """At a glance: per article, how much was read as text, how much was set aside, and by which rules."""
    documents = sources.rows("clean/documents")
    words, why = _count_by_kind(sources, documents)

    def of(row: Row, kind: str) -> int:
        return words.get(row["doc_id"], Counter())[kind]

    def furniture(row: Row) -> Item:
        total = sum(words.get(row["doc_id"], Counter()).values())
        share = f" ({percent(of(row, 'furniture') / total)})" if total and of(row, "furniture") else ""
        return Item(f"{of(row, 'furniture'):,}{share}", float(of(row, "furniture")))

    def others(row: Row) -> Item:
        kinds = sorted(words.get(row["doc_id"], Counter()).items(), key=lambda entry: (-entry[1], entry[0]))
        return _tally({say_kind(kind): n for kind, n in kinds if kind not in {"body", "furniture"} and n})

    return sources.listing(
        "cleaning",
        "Cleaning, by article",
        "What was read as running text, what as headline, caption and the like, and what was set aside as page "
        "furniture, by which rule, in words. Nothing is deleted: an article opens with what was set aside struck out.",
        "clean/documents",
        {
            "article": lambda row: sources.article(row["doc_id"]),
            "words": lambda row: number(row["n_words"]),
            "running text": lambda row: number(of(row, "body")),
            "kept apart": others,
            "set aside": furniture,
            "why": lambda row: _tally(dict(why.get(row["doc_id"], Counter()).most_common())),
            "encoding": lambda row: Item(encoding_words(row["encoding"])),
            "published": lambda row: Item(
                plain(row["published"]) + ("" if pd.isna(row["published_basis"]) else f" ({row['published_basis']})")
            ),
            "credited to": lambda row: Item(plain(row["agency"])),
        },
        documents,
        count_rows(sources.tables, "clean/documents"),
    )


def _count_by_kind(sources: Sources, documents: list[Row]) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """Count the words of each article by kind of segment, and those of its furniture by rule."""
    words: dict[str, Counter[str]] = {}
    why: dict[str, Counter[str]] = {}
    sources.read_texts(documents)
    mine = {"doc_id": [row["doc_id"] for row in documents]}
    for row in rows(table(sources.tables, "clean/segments", where=mine)):
        size = count_words(sources.texts.get(row["doc_id"], "")[row["start"] : row["end"]])
        words.setdefault(row["doc_id"], Counter())[row["kind"]] += size
        if row["kind"] == "furniture":
            why.setdefault(row["doc_id"], Counter())[rule_words(row["rule"])] += size
    return words, why


def _tally(numbers: Mapping[str, int]) -> Item:
    return Item(" · ".join(f"{words} {n:,}" for words, n in numbers.items()))


def _segments(sources: Sources) -> Listing:
    def words(row: Row) -> Item:
        return number(count_words(sources.texts.get(row["doc_id"], "")[row["start"] : row["end"]]))

    kinds = next(column.values for column in published_tables()["clean/segments"].columns if column.name == "kind")
    apart = table(sources.tables, "clean/segments", where={"kind": [kind for kind in kinds if kind != "body"]})
    return sources.listing(
        "segments",
        "Cleaning, stretch by stretch",
        "Every stretch that is not running text, what it was taken for and by which rule.",
        "clean/segments",
        {
            "article": lambda row: sources.article(row["doc_id"]),
            "taken for": lambda row: Item(say_kind(row["kind"])),
            "rule": lambda row: Item(rule_words(row["rule"])),
            "words": words,
            "text": lambda row: sources.stretch(row["doc_id"], row["start"], row["end"]),
        },
        list(rows(apart.iloc[: sources.max_rows])),
        len(apart),
    )
