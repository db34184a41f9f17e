"""Articles: what clean/ says of the articles that are traced, by article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from samestory.overlap.agencies import agency_originals
from samestory.overlap.lineage import names_of
from samestory.overlap.reading import Reading, Span, read_words

# Kinds of segments that tell the report again or belong to a picture, and headlines, which resemble each other: no sign
# of copying where both sides are such.
RETOLD = frozenset({"caption", "summary", "faq", "title"})
# Kinds of segments that tell something by themselves; without any there is no report that could have an origin.
REPORTS = frozenset({"body", "dateline", "faq", "standfirst", "summary"})


@dataclass(frozen=True)
class Articles:
    """The articles that are traced.

    Attributes:
        documents: clean/documents.
        reading: their words.
        segments: per article start, end and kind of its segments, in order.
        sentences: per article its sentences, in order.
        running: per article the sentences of its running text.
        contributed: the articles whose credit is for a part only ("The agency contributed to this report").
        quoted: per article the stretches between quotation marks, in order.
        events: the event of each article that has one, also of articles traced elsewhere.
    """

    documents: pd.DataFrame
    reading: Reading
    segments: Mapping[str, Sequence[tuple[int, int, str]]]
    sentences: Mapping[str, Sequence[Span]]
    running: Mapping[str, Sequence[Span]]
    contributed: frozenset[str]
    quoted: Mapping[str, Sequence[Span]]
    events: Mapping[str, str]

    @property
    def texts(self) -> Mapping[str, str]:
        """Each article's text."""
        return self.reading.texts

    def with_role(self, role: str) -> frozenset[str]:
        """Give the articles of a role."""
        return self._roles.get(role, frozenset())

    @cached_property
    def _roles(self) -> dict[str, frozenset[str]]:
        return {str(role): frozenset(docs) for role, docs in self.documents.groupby("role")["doc_id"]}

    @cached_property
    def credits(self) -> dict[str, tuple[int | None, int | None]]:
        """Where each credited article prints its credit; without a place where the credit is known otherwise."""
        rows = self.documents[self.documents["agency"].notna()]
        columns = (rows[column].tolist() for column in ("doc_id", "agency_start", "agency_end"))
        return {
            doc: (None, None) if pd.isna(start) else (int(start), int(end))
            for doc, start, end in zip(*columns, strict=True)
        }

    @cached_property
    def credited(self) -> dict[str, set[str]]:
        """The agencies that each credited article names."""
        columns = (self.documents[column].tolist() for column in ("doc_id", "agency"))
        return {doc: names_of(agency) for doc, agency in zip(*columns, strict=True) if isinstance(agency, str)}

    @cached_property
    def labels(self) -> dict[str, str]:
        """Each article's short name."""
        return dict(zip(self.documents["doc_id"].tolist(), self.documents["label"].tolist(), strict=True))

    @cached_property
    def outlets(self) -> dict[str, str]:
        """The outlet of each article that has one."""
        rows = self.documents[self.documents["outlet"].notna()]
        return dict(zip(rows["doc_id"].tolist(), rows["outlet"].tolist(), strict=True))

    @cached_property
    def dates(self) -> dict[str, str]:
        """When each article was published, where that is known and not assumed."""
        documents = self.documents
        known = documents[documents["published"].notna() & (documents["published_basis"] != "assumed")]
        return dict(zip(known["doc_id"].tolist(), known["published"].tolist(), strict=True))

    @cached_property
    def originals(self) -> frozenset[str]:
        """The articles that are an agency's own."""
        return agency_originals(self.documents)

    @cached_property
    def reporting(self) -> frozenset[str]:
        """The articles that tell something: of the others there is a headline, or pictures, or nothing."""
        return frozenset(doc for doc, rows in self.segments.items() if any(kind in REPORTS for _, _, kind in rows))

    def spans(self, kinds: frozenset[str]) -> dict[str, list[Span]]:
        """Give per article its segments of some kinds."""
        return {
            doc: [(start, end) for start, end, kind in rows if kind in kinds] for doc, rows in self.segments.items()
        }


def read_articles(
    texts: pd.DataFrame,
    documents: pd.DataFrame,
    segments: pd.DataFrame,
    sentences: pd.DataFrame,
    quotations: pd.DataFrame,
    events: Mapping[str, str],
) -> Articles:
    """Read the tables of clean/ by article; ``events`` those of articles that are traced elsewhere."""
    ordered = texts.sort_values("doc_id")
    bodies = dict(zip(ordered["doc_id"].tolist(), ordered["text"].fillna("").tolist(), strict=True))
    pieces = _by_article(segments, bodies)
    told = _by_article(sentences, bodies)
    quoted = quoted_spans(documents, quotations, bodies)
    retold = {doc: [(start, end) for start, end, kind in rows if kind in RETOLD] for doc, rows in pieces.items()}
    known = documents[documents["event"].notna()]
    return Articles(
        documents,
        read_words(bodies, quoted, retold),
        pieces,
        {doc: [(start, end) for start, end, _ in rows] for doc, rows in told.items()},
        {doc: [(start, end) for start, end, kind in rows if kind == "body"] for doc, rows in told.items()},
        _contributed(documents, segments),
        quoted,
        {**events, **dict(zip(known["doc_id"].tolist(), known["event"].tolist(), strict=True))},
    )


def _contributed(documents: pd.DataFrame, segments: pd.DataFrame) -> frozenset[str]:
    """Give the articles whose credit stands in a note of contribution and that no agency published itself."""
    notes = segments[segments["rule"] == "contribution"]
    rows = documents[documents["agency_start"].notna()].merge(notes, on="doc_id", suffixes=("_document", None))
    inside = (rows["start"] <= rows["agency_start"]) & (rows["agency_start"] < rows["end"])
    return frozenset(rows.loc[inside, "doc_id"]) - agency_originals(documents)


def _by_article(table: pd.DataFrame, docs: Mapping[str, str]) -> dict[str, list[tuple[int, int, str]]]:
    """Give start, end and kind of the rows of each article."""
    pieces: dict[str, list[tuple[int, int, str]]] = {doc: [] for doc in docs}
    for doc, *piece in zip(*(table[column].tolist() for column in ("doc_id", "start", "end", "kind")), strict=True):
        start, end, kind = piece
        pieces[doc].append((start, end, kind))
    return pieces


def quoted_spans(documents: pd.DataFrame, quotations: pd.DataFrame, texts: Mapping[str, str]) -> dict[str, list[Span]]:
    """Give for each article the stretches between quotation marks; of a press statement, its whole text."""
    spans: dict[str, list[Span]] = {doc_id: [] for doc_id in texts}
    for doc_id, start, end in zip(*(quotations[c].tolist() for c in ("doc_id", "start", "end")), strict=True):
        spans[doc_id].append((start, end))
    for doc_id, role in zip(documents["doc_id"].tolist(), documents["role"].tolist(), strict=True):
        if role == "press_statement":
            spans[doc_id] = [(0, len(texts[doc_id]))]
    return {doc_id: sorted(rows) for doc_id, rows in spans.items()}
