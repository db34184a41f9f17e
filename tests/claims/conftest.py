"""Small corpora for the tests of the claims: texts given sentence by sentence, tables written by hand."""

from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from samestory.claims.attributions.rows import attribution_rows
from samestory.claims.attributions.sentences import find_in_sentences
from samestory.claims.coding.alignment import AlignmentSettings
from samestory.claims.coding.codebook import Codebook, read_codebook
from samestory.claims.coding.coder import code_claims
from samestory.claims.coding.coverage import find_coverage
from samestory.claims.quotes import join_quotations, quote_rows
from samestory.claims.sources.within import name_within
from samestory.claims.tokens import Article, quotation_in, tokenise
from samestory.cleaning.quotation import find_quotations
from samestory.tables import build

Rows = Sequence[Mapping[str, Any]]


@pytest.fixture
def codebook(tmp_path: Path) -> Callable[[str], Codebook]:
    """Read a codebook from its YAML."""

    def read(yaml: str) -> Codebook:
        path = tmp_path / "codebook.yaml"
        path.write_text(yaml, encoding="utf-8")
        return read_codebook(path)

    return read


@pytest.fixture
def newsroom() -> type["Newsroom"]:
    """A small corpus with its tables."""
    return Newsroom


class Newsroom:
    """A corpus of sentences, each a paragraph of its own; a span is given by its words."""

    def __init__(
        self, articles: Mapping[str, Sequence[str | tuple[str, str]]], events: Mapping[str, str] | None = None
    ) -> None:
        self.texts: dict[str, str] = {}
        self.rows: dict[str, list[dict[str, Any]]] = {}
        for doc_id, sentences in articles.items():
            text = ""
            for paragraph, entry in enumerate(sentences):
                kind, sentence = ("body", entry) if isinstance(entry, str) else entry
                start = len(text)
                text += sentence + "\n"
                span = {"doc_id": doc_id, "start": start, "end": start + len(sentence), "text": sentence, "kind": kind}
                self.add("clean/sentences", {**span, "sentence_id": f"{doc_id}:{start}", "paragraph": paragraph})
            self.texts[doc_id] = text
            self.add("clean/texts", {"doc_id": doc_id, "text": text})
            self.add("clean/documents", {**document(doc_id), "event": (events or {}).get(doc_id)})

    def add(self, table: str, row: dict[str, Any]) -> None:
        """Add a row to a table."""
        self.rows.setdefault(table, []).append(row)

    def span(self, doc_id: str, words: str) -> dict[str, Any]:
        """Give the span of some words."""
        start = self.texts[doc_id].index(words)
        return {"doc_id": doc_id, "start": start, "end": start + len(words), "text": words}

    def number(self, doc_id: str, words: str, low: float | None, high: float | None, unit: str, **more: Any) -> None:
        """Add a row of claims/quantities."""
        row = {"low": low, "high": high, "comparator": "=", "approximate": False, "vague": False, "negated": False}
        self.add("claims/quantities", {**self.span(doc_id, words), **row, "unit": unit, "rule": "test", **more})

    def time(
        self, doc_id: str, words: str, value: str, kind: str = "DATE", days: tuple[str, ...] = (), **more: Any
    ) -> None:
        """Add a row of claims/times; ``days`` are the first and the last it can mean, by default its own."""
        first, last = days or (value[:10], value[:10])
        row = {"value": value, "type": kind, "earliest": first, "latest": last, "rule": "test"}
        self.add("claims/times", {**self.span(doc_id, words), **row, **more})

    def says(self, doc_id: str, source: str | None, content: str, **more: Any) -> None:
        """Add a row of claims/attributions."""
        span = self.span(doc_id, content)
        row = {
            "doc_id": doc_id,
            "content_start": span["start"],
            "content_end": span["end"],
            "content": content,
            "parts": "[]",
            "source_canonical": source,
            "actor_type": "unknown",
            "naming": "named",
            "cue_class": "neutral",
            "type": "indirect",
            "polarity": "positive",
            "rule": "test",
            **more,
        }
        self.add("claims/attributions", row)

    def table(self, name: str) -> pd.DataFrame:
        """Give a table."""
        return build(name, self.rows.get(name, []))

    def code(
        self,
        codebook: Codebook | None,
        silent: Set[tuple[str, str]] = frozenset(),
        alignment: AlignmentSettings | None = None,
    ) -> dict[str, pd.DataFrame]:
        """Code the corpus."""
        names = ("clean/texts", "clean/documents", "clean/sentences")
        names += ("claims/attributions", "claims/quantities", "claims/times", "overlap/stretches", "overlap/origins")
        tables = {name.split("/")[1]: self.table(name) for name in names}
        claims = code_claims(codebook, **tables, alignment=alignment)
        coverage = find_coverage(codebook, tables["documents"], tables["origins"], claims, silent)
        return {"claims/claims": claims, "claims/coverage": coverage}


def document(doc_id: str) -> dict[str, Any]:
    """Give a row of clean/documents."""
    return {
        "doc_id": doc_id,
        "file": f"{doc_id}.txt",
        "label": doc_id,
        "role": "article",
        "n_chars": 0,
        "n_words": 0,
        "encoding": "utf-8",
        "sha256": "0",
    }


@pytest.fixture
def statements() -> Callable[..., tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """Find the quotes and attributions of paragraphs of sentences."""
    return find_statements_in


@pytest.fixture
def only() -> Callable[..., dict[str, Any]]:
    """Find the one attribution of paragraphs of sentences."""

    def find(*paragraphs: Sequence[str]) -> dict[str, Any]:
        attributions = find_statements_in(*paragraphs)[1]
        assert len(attributions) == 1, attributions
        return attributions[0]

    return find


@pytest.fixture
def sources() -> Callable[..., list[tuple[str, str]]]:
    """Find who says what in paragraphs of sentences."""
    return lambda *paragraphs: [(row["source"], row["content"]) for row in find_statements_in(*paragraphs)[1]]


def find_statements_in(*paragraphs: Sequence[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give the rows of quotes and of attributions, the latter in the order of the text."""
    one = article_of(*paragraphs)
    found = join_quotations(one, find_in_sentences(one))
    quotes, attributions = quote_rows(one, found), attribution_rows(one, found)
    antecedents = {a.source: one.text[slice(*a.antecedent)] for a in found if a.source and a.antecedent}
    name_within(one, quotes, attributions, antecedents)
    for row in quotes:
        assert one.text[row["start"] : row["end"]] == row["text"]
    for row in attributions:
        assert one.text[row["content_start"] : row["content_end"]] == row["content"]
    return quotes, sorted(attributions, key=lambda row: row["content_start"])


def article_of(*paragraphs: Sequence[str | tuple[str, str]]) -> Article:
    """Make an article of paragraphs of sentences; one that is no body text comes with its kind."""
    text, sentences, spans = "", [], []
    for number, paragraph in enumerate(paragraphs):
        begin = len(text)
        for entry in paragraph:
            kind, sentence = ("body", entry) if isinstance(entry, str) else entry
            sentences.append(tokenise("d", len(text), sentence, kind, number))
            text += sentence + " "
        text = text[:-1]
        spans.append((begin, len(text), True))
        text += "\n\n"
    quotations = [quotation_in(text, q.start, q.end, f"d:{q.group}") for q in find_quotations(text, spans)]
    return Article("d", text, sentences, quotations)
