"""Articles: each with its sentences and the rows of the tables that speak of it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from samestory.rows import Row, rows_of

# Where an article makes claims; bylines, dates and furniture make none.
CLAIM_ZONES = {"title", "standfirst", "caption", "subhead", "body", "summary", "faq"}
# What is said of a number stands near it: a list or table without full stops is read in pieces of so many characters.
LONGEST_SENTENCE = 1000


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
    facts = {row["doc_id"]: row for row in rows_of(documents)}
    articles = []
    for row in rows_of(texts.sort_values("doc_id")):
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


def sentence_before(article: Article, sentence: Sentence) -> Sentence | None:
    """Give the sentence before one in its paragraph."""
    sentences: Sequence[Sentence] = article.sentences
    at = bisect_left(sentences, sentence.start, key=lambda other: other.start)
    if at == 0 or "\n" in article.text[sentences[at - 1].end : sentence.start]:
        return None
    return sentences[at - 1]


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
        for start, end in _pieces(row["text"]):
            span = row["start"] + start, row["start"] + end
            found.append(Sentence(*span, row["text"][start:end], zone, position))
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the pieces that a sentence is read in, each cut behind a comma or else a space it has."""
    start = 0
    while len(text) - start > LONGEST_SENTENCE:
        cuts = (text.rfind(sign, start, start + LONGEST_SENTENCE) + len(sign) for sign in (", ", " "))
        end = next((cut for cut in cuts if cut > start + 1), start + LONGEST_SENTENCE)
        yield start, end
        start = end
    yield start, len(text)


def _by_document(frame: pd.DataFrame) -> dict[str, list[Row]]:
    """Give each article's rows, in the table's order."""
    grouped: dict[str, list[Row]] = {}
    for row in rows_of(frame):
        grouped.setdefault(row["doc_id"], []).append(row)
    return grouped
