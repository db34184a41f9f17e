"""The statements of each article: quotations, attributions, quantities, times."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from samestory.claims.attributions.parsed import find_parsed, load_pipeline
from samestory.claims.attributions.rows import attribution_rows
from samestory.claims.attributions.sentences import find_in_sentences
from samestory.claims.attributions.view import Attribution
from samestory.claims.quantities.rows import find_quantities
from samestory.claims.quotes import join_quotations, quote_rows
from samestory.claims.sources.across import events_of, name_rows
from samestory.claims.sources.within import name_within
from samestory.claims.times.rows import CALENDAR_RULES, find_times
from samestory.claims.tokens import Article, Sentence, quotation_in, tokenise
from samestory.tables import build

# Nobody speaks in a page's furniture, and the printed date of the page is a fact of clean/documents.
LONGEST_SENTENCE = 1000
UNREAD = frozenset({"furniture", "date", "byline", "credit", "section"})


def find_statements(
    texts: pd.DataFrame,
    documents: pd.DataFrame,
    segments: pd.DataFrame,
    sentences: pd.DataFrame,
    quotations: pd.DataFrame,
    whole_corpus: bool = True,
    settings: Mapping[str, str] | None = None,
) -> dict[str, pd.DataFrame]:
    """Find who says what, every number and every date.

    Args:
        texts: clean/texts.
        documents: clean/documents; ``published`` resolves "Friday".
        segments: clean/segments; furniture, bylines, credits and printed dates are not read.
        sentences: clean/sentences.
        quotations: clean/quotations.
        whole_corpus: these are all the articles, so that sources get one name over all of them; False for a shard,
            whose sources ``name_across`` names when all shards are done.
        settings: ``statements`` of the config: ``backend`` (rules, the default, or spacy) and ``pipeline``.

    Returns:
        claims/quotes, claims/attributions, claims/quantities, claims/times.

    Raises:
        InputError: the backend is spacy, and spaCy or its pipeline is not installed.
    """
    del segments  # each sentence carries the kind of its segment
    published = {doc: _text(day) for doc, day in zip(documents["doc_id"], documents["published"], strict=True)}
    find_attributions = _backend(settings or {})
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in ("quotes", "attributions", "quantities", "times")}
    for article in _articles(texts, sentences, quotations):
        times = find_times(article.sentences, published)
        dates = {article.doc_id: [(t["start"], t["end"]) for t in times if t["rule"] in CALENDAR_RULES]}
        rows["times"] += times
        rows["quantities"] += find_quantities(article.sentences, dates)
        attributions = join_quotations(article, find_attributions(article))
        antecedents = {a.source: article.text[slice(*a.antecedent)] for a in attributions if a.source and a.antecedent}
        quoted, said = quote_rows(article, attributions), attribution_rows(article, attributions)
        name_within(article, quoted, said, antecedents)
        rows["quotes"] += quoted
        rows["attributions"] += said
    if whole_corpus:
        name_rows(events_of(documents), rows["quotes"], rows["attributions"])
    return {f"claims/{name}": build(f"claims/{name}", table) for name, table in rows.items()}


def _backend(settings: Mapping[str, str]) -> Callable[[Article], list[Attribution]]:
    """Give the function that finds attributions, as the config says."""
    if settings.get("backend", "rules") == "rules":
        return find_in_sentences
    pipeline = load_pipeline(settings.get("pipeline", "en_core_web_sm"))
    return lambda article: find_parsed(article, pipeline)


def _text(cell: object) -> str | None:
    return cell if isinstance(cell, str) else None


def _articles(texts: pd.DataFrame, sentences: pd.DataFrame, quotations: pd.DataFrame) -> Iterator[Article]:
    """Put together each article's text, sentences and quotations, in the order of ids."""
    by_doc = _by_doc(_tuples(sentences, "doc_id", "start", "text", "kind", "paragraph"))
    marks = _by_doc(_tuples(quotations, "doc_id", "start", "end", "group_id"))
    for doc, text in sorted(_tuples(texts, "doc_id", "text")):
        read = [piece for row in by_doc.get(doc, []) if row[2] not in UNREAD for piece in _sentence(doc, *row)]
        quoted = [quotation_in(text, int(start), int(end), group) for start, end, group in marks.get(doc, [])]
        yield Article(doc, text, read, quoted)


def _tuples(table: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Give the rows of some columns; as lists, which are far quicker to walk than columns."""
    return zip(*(table[column].tolist() for column in columns), strict=True)


def _sentence(doc: str, start: int, text: str, kind: str, paragraph: int) -> Iterator[Sentence]:
    """Give a sentence; what is too long to be one comes in pieces, so that no input takes more than linear time."""
    first = 0
    while first < len(text):
        last = first + LONGEST_SENTENCE
        if last < len(text):
            last = text.rfind(" ", first + 1, last) + 1 or last
        yield tokenise(doc, int(start) + first, text[first:last], kind, int(paragraph))
        first = last


def _by_doc(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    """Group rows by their first cell, each without it, in order of position."""
    grouped: dict[str, list[tuple[Any, ...]]] = {}
    for doc, *rest in rows:
        grouped.setdefault(doc, []).append(tuple(rest))
    for found in grouped.values():
        found.sort(key=lambda row: row[0])
    return grouped
