"""A table of the report: rows of words that can be sorted, filtered and followed into the reading room."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from samestory.figures.claim_values import question_names
from samestory.report.quoting import Quotation
from samestory.stored import count_rows, head, labels_of, rows, texts_of

SNIPPET = 160
# Columns that name the articles whose letters a listing prints.
ARTICLES = ("doc_id", "doc_a", "evidence_doc")
Row = Mapping[Any, Any]


@dataclass(frozen=True)
class Item:
    """A table cell: its words, a number to sort by (or None: by the words), a fragment to follow (or "")."""

    words: str
    order: float | None = None
    target: str = ""

    def as_data(self) -> Any:
        """The cell as the script reads it: its words, or [words, order, fragment]."""
        if self.order is None and not self.target:
            return self.words
        return [self.words, self.order, self.target] if self.target else [self.words, self.order]


@dataclass(frozen=True)
class Listing:
    """A table of the report: where it comes from, its heads, its rows, and what is not shown (or "")."""

    name: str
    title: str
    description: str
    source: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Item, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Sources:
    """What listings are made of.

    Attributes:
        tables: the published tables by their full names.
        quotations: every claim that is listed, in its sentence, by claim_id.
        shown: the articles of the reading room; only these are linked to.
        max_rows: rows of one listing; the note says what is left out.
    """

    tables: Mapping[str, pd.DataFrame]
    quotations: Mapping[str, Quotation]
    shown: frozenset[str]
    max_rows: int

    @cached_property
    def labels(self) -> dict[str, str]:
        """The short name of each article."""
        return labels_of(self.tables)

    @cached_property
    def question(self) -> Callable[[str], str]:
        """The function from a variable to its question's name."""
        return question_names(self.tables)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts of the articles that listings have named so far."""
        return {}

    def rows(self, name: str) -> list[Row]:
        """The rows of a published table that a listing has room for."""
        return list(rows(head(self.tables, name, self.max_rows)))

    def read_texts(self, listed: Iterable[Row]) -> None:
        """Read the texts of the articles that rows name, as far as they are not there yet."""
        named = {row[column] for row in listed for column in ARTICLES if column in row and not pd.isna(row[column])}
        if missing := named - self.texts.keys():
            self.texts.update(texts_of(self.tables, missing))

    def article(self, doc: str) -> Item:
        """An article, which opens by itself."""
        return Item(self.labels.get(doc, doc), target=f"article={doc}" if doc in self.shown else "")

    def claim(self, claim_id: str) -> Item:
        """A claim, which opens in its sentence."""
        quotation = self.quotations.get(claim_id)
        if quotation is None:
            return Item(claim_id)
        words = f"{quotation.value} ({quotation.holder})"
        return Item(words, target=f"claim={claim_id}" if quotation.doc_id in self.shown else "")

    def stretch(self, doc: str, start: int, end: int, words: str | None = None) -> Item:
        """A stretch of an article, which opens where it stands; shortened unless ``words`` are given."""
        said = snippet(self.texts.get(doc, "")[start:end]) if words is None else words
        return Item(said, target=f"at={doc}:{start}-{end}" if doc in self.shown else "")

    def pair(self, row: Row, target: str) -> str:
        """The fragment, if the reading room has both articles of the row."""
        return target if {row["doc_a"], row["doc_b"]} <= self.shown else ""

    def listing(
        self,
        name: str,
        title: str,
        description: str,
        source: str,
        columns: Mapping[str, Callable[[Row], Item]],
        chosen: Sequence[Row] | None = None,
        number: int | None = None,
    ) -> Listing:
        """Make a listing of the source's rows, one column per head.

        Args:
            name: of the listing.
            title: what it is headed with.
            description: what it is, in a sentence.
            source: the table it is made of.
            columns: how each cell is made of a row, by the head.
            chosen: the rows, or the first of them; by default those of the table.
            number: how many rows there are in all; by default as many as were given, or as the table has.
        """
        listed = self.rows(source) if chosen is None else chosen[: self.max_rows]
        if number is None:
            number = count_rows(self.tables, source) if chosen is None else len(chosen)
        self.read_texts(listed)
        return Listing(
            name,
            title,
            description,
            source,
            tuple(columns),
            tuple(tuple(cell(row) for cell in columns.values()) for row in listed),
            f"The first {self.max_rows:,} of {number:,} rows; all are in {source}." if number > self.max_rows else "",
        )


def plain(value: Any) -> str:
    """Say a coded value in words; null is nothing."""
    return "" if pd.isna(value) else str(value).replace("_", " ")


def number(value: Any) -> Item:
    """A whole number that sorts as one."""
    return Item(f"{int(value):,}", float(value))


def measure(value: Any) -> Item:
    """A share or confidence 0..1 with two decimals; null is nothing."""
    return Item("") if pd.isna(value) else Item(f"{value:.2f}", float(value))


def snippet(text: str) -> str:
    """One line of a text, cut after some words."""
    text = " ".join(text.split())
    return text if len(text) <= SNIPPET else text[:SNIPPET].rstrip() + "…"
