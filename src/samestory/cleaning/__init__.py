"""Cleaning: from raw articles to texts, and what every stretch of them is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from samestory.cleaning.credit import Agencies, known_agencies
from samestory.cleaning.decode import decode
from samestory.cleaning.facts import document_facts
from samestory.cleaning.page import main_text
from samestory.cleaning.quotation import find_quotations
from samestory.cleaning.segment import Segment, find_segments
from samestory.cleaning.sentence import split_sentences
from samestory.corpus import RawArticle
from samestory.tables import build, check
from samestory.words import count_words

__all__ = ["clean"]

# Each table's columns, in the order its rows are gathered.
COLUMNS = {
    "texts": ("doc_id", "text"),
    "source_map": ("doc_id", "start", "end", "raw_start", "raw_end"),
    "segments": ("doc_id", "start", "end", "kind", "rule"),
    "sentences": ("doc_id", "sentence_id", "paragraph", "start", "end", "kind", "text"),
    "quotations": ("doc_id", "start", "end", "group_id", "closed"),
}
# What a quotation may run through; in headings, captions and furniture it ends where they end.
REPORT = frozenset({"body", "summary", "faq", "dateline"})

# The cells of each column of a table.
Cells = dict[str, list[Any]]


@dataclass(frozen=True)
class _Decoded:
    """An article's text and how it was had."""

    text: str
    encoding: str
    page: dict[str, str]
    source_map: list[tuple[int, int, int, int]] = field(default_factory=list)


def clean(articles: Iterable[RawArticle], extra_agencies: Sequence[str] = ()) -> dict[str, pd.DataFrame]:
    """Clean the articles of a corpus.

    Args:
        articles: raw articles.
        extra_agencies: news agencies besides those known, as texts print their names.

    Returns:
        clean/texts, clean/source_map (HTML only), clean/documents, clean/segments, clean/sentences and
        clean/quotations, positions in code points of the text, end exclusive.
    """
    agencies = known_agencies(tuple(extra_agencies))
    cells: dict[str, Cells] = {name: {column: [] for column in columns} for name, columns in COLUMNS.items()}
    documents = [_add_article(cells, article, agencies) for article in articles]
    return {"clean/documents": build("clean/documents", documents)} | {
        f"clean/{name}": check(table, f"clean/{name}") for name, table in cells.items()
    }


def _add_article(cells: Mapping[str, Cells], article: RawArticle, agencies: Agencies) -> dict[str, Any]:
    """Add one article's rows to the tables of spans; give its row of clean/documents."""
    decoded = _decode(article)
    text, doc_id = decoded.text, article.doc_id
    segments = find_segments(text, agencies, article.given.get("title") or decoded.page.get("title"))
    _add(cells["texts"], [(doc_id, text)])
    _add(cells["source_map"], [(doc_id, *places) for places in decoded.source_map])
    _add(cells["segments"], [(doc_id, s.start, s.end, s.kind, s.rule) for s in segments])
    sentences = [
        (doc_id, f"{doc_id}:{start}-{end}", segment.paragraph, start, end, segment.kind, text[start:end])
        for segment in segments
        for start, end in split_sentences(text, segment.start, segment.end)
    ]
    _add(cells["sentences"], sentences)
    quotations = find_quotations(text, _paragraphs(segments))
    ends = {quotation.start: quotation.end for quotation in reversed(quotations)}
    _add(
        cells["quotations"],
        [(doc_id, q.start, q.end, f"{doc_id}:{q.group}-{ends[q.group]}", q.closed) for q in quotations],
    )
    return _document(article, decoded, segments, agencies)


def _add(cells: Cells, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add rows to a table: its columns alone are held, which spares the collector of garbage millions of rows."""
    for column, added in zip(cells.values(), zip(*rows, strict=True), strict=bool(rows)):
        column += added


def _decode(article: RawArticle) -> _Decoded:
    """Give an article's text."""
    if isinstance(article.content, str):
        source, encoding = article.content, "str"
    else:
        source, encoding = decode(article.content)
    if article.format == "html":
        page = main_text(source)
        return _Decoded(page.text, encoding, {**page.facts, **article.page}, page.source_map)
    return _Decoded(source, encoding, dict(article.page))


def _document(article: RawArticle, decoded: _Decoded, segments: list[Segment], agencies: Agencies) -> dict[str, Any]:
    """Make the row of clean/documents."""
    given, page = article.given, decoded.page
    return {
        "doc_id": article.doc_id,
        "file": article.file,
        "label": given.get("label") or article.doc_id,
        "outlet": given.get("outlet") or page.get("outlet"),
        "event": given.get("event"),
        "role": given.get("role") or "article",
        **document_facts(decoded.text, segments, given, page, agencies),
        "n_chars": len(decoded.text),
        "n_words": count_words(decoded.text),
        "encoding": decoded.encoding,
        "sha256": article.sha256,
    }


def _paragraphs(segments: list[Segment]) -> Iterable[tuple[int, int, bool]]:
    """Yield what quotation marks are paired in: a paragraph, or the part of it that is no report."""
    held: tuple[int, int, bool, int] | None = None
    for segment in segments:
        report = segment.kind in REPORT
        if held and held[3] == segment.paragraph and held[2] == report:
            held = (held[0], segment.end, report, segment.paragraph)
            continue
        if held:
            yield held[:3]
        held = (segment.start, segment.end, report, segment.paragraph)
    if held:
        yield held[:3]
