"""Stretches: what each piece of each text is, as a partition of its visible characters."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from samestory.overlap.articles import Articles
from samestory.overlap.evidence import Shared, Side
from samestory.overlap.formulas import Place
from samestory.overlap.lineage import Family
from samestory.overlap.news_cues import news_cues
from samestory.overlap.reading import Span, merge_spans, touches
from samestory.overlap.retelling import Retelling
from samestory.overlap.statements import Statement
from samestory.overlap.tokeniser import hash_words
from samestory.overlap.tokens import Flags
from samestory.words import WORD

# What an agency's credit covers: headline, standfirst, summary and questions are the outlet's own.
CREDITED_KINDS = frozenset({"body", "subhead", "dateline", "caption"})
# Headlines of one event resemble each other; that is no evidence of a common origin.
NO_BACKGROUND = frozenset({"title", "section", "standfirst", "byline", "dateline", "date", "credit", "subhead"})
BACKGROUND_WORDS = 5
MOSTLY = 0.5
MARKS_BEFORE = frozenset("\"'“‘«„‚")
MARKS_AFTER = frozenset("\"'”’»")
Label = tuple[str, str | None]
OWN: Label = ("own", None)
TEMPLATE: Label = ("template", None)


class Canvas:
    """The strokes painted on one text, each with a label; what is painted later covers what was before."""

    def __init__(self) -> None:
        self.strokes: list[tuple[Span, Label]] = []

    def paint(self, spans: Iterable[Span], label: Label) -> None:
        """Give the characters of the spans a label."""
        self.strokes += [(span, label) for span in spans]

    def read(self, borders: Sequence[int]) -> list[tuple[int, int, Label]]:
        """Give the runs of one label between borders that ascend from 0 to the length of the text."""
        labels = list(dict.fromkeys([OWN, *(label for _, label in self.strokes)]))
        number = {label: place for place, label in enumerate(labels)}
        painted = np.zeros(borders[-1], dtype=np.int32)
        for (start, end), label in self.strokes:
            painted[start:end] = number[label]
        cut = np.union1d(np.flatnonzero(np.diff(painted)) + 1, borders).tolist()
        return [(start, end, labels[painted[start]]) for start, end in pairwise(cut)]


def draw_stretches(
    articles: Articles,
    evidence: Sequence[Shared],
    families: Sequence[Family],
    statements: Sequence[Statement],
    retellings: Sequence[Retelling],
    credited: Mapping[str, str],
    formulas: Sequence[Place],
) -> list[dict[str, Any]]:
    """Say what each piece of each text is.

    Later rules win: own (nothing in this corpus tells where it comes from); background (unquoted words shared with an
    article of another lineage, in sentences that report no news of the day); wire (what a printed credit covers, what
    copies and rewrites share with their family, and what is retold of a source by name); template (shared between
    events, spread over articles that have nothing else in common, or the same but for numbers); statement; furniture.

    Args:
        articles: the articles.
        evidence: the passages.
        families: the articles of one lineage.
        statements: the statements found.
        retellings: what articles retell of a source that they name.
        credited: per credited article the origin it credits.
        formulas: the places of formulas.

    Returns:
        Rows of overlap/stretches.
    """
    texts = articles.texts
    canvases = {doc: Canvas() for doc in texts}
    family_of = {doc: family for family in families for doc in family.members}
    standing = _standing_sentences(articles, evidence, statements)
    standing_words = articles.reading.inside(standing)
    for passage in evidence:
        _paint_background(passage, canvases, family_of, standing, standing_words)
    for retelling in retellings:
        canvases[retelling.doc].paint(retelling.spans, ("wire", retelling.origin_id))
    covered = articles.spans(CREDITED_KINDS)
    for doc, origin_id in credited.items():
        canvases[doc].paint(covered[doc], ("wire", origin_id))
    for passage in evidence:
        _paint_wire(passage, canvases, family_of)
    _paint_templates(articles, evidence, formulas, canvases, family_of)
    for statement in statements:
        for doc, spans in statement.spans.items():
            canvases[doc].paint([_with_marks(texts[doc], *span) for span in spans], ("statement", statement.origin_id))
    # Who signs a report is no part of it.
    for kind in ("credit", "furniture"):
        _paint_kind(articles, canvases, kind, ("furniture", None))
    return [
        {"doc_id": doc, "start": start, "end": end, "content": label[0], "origin_id": label[1]}
        for doc, text in texts.items()
        for start, end, label in _read_canvas(text, canvases[doc], articles.segments[doc])
    ]


def _paint_kind(articles: Articles, canvases: Mapping[str, Canvas], kind: str, label: Label) -> None:
    """Paint the segments of a kind."""
    for doc, spans in articles.spans(frozenset({kind})).items():
        canvases[doc].paint(spans, label)


def _paint_templates(
    articles: Articles,
    evidence: Sequence[Shared],
    formulas: Sequence[Place],
    canvases: Mapping[str, Canvas],
    family_of: Mapping[str, Family],
) -> None:
    """Paint the formulas, and what is the same but for numbers, as far as no family shares it."""
    inside = {place.passage for place in formulas}
    for passage in evidence:
        if passage.digits_only or passage.is_form or passage in inside:
            family = family_of.get(passage.a.doc)
            if family is None or family is not family_of.get(passage.b.doc):
                for side in (passage.a, passage.b):
                    canvases[side.doc].paint(_runs(side), TEMPLATE)
    for place in formulas:
        if place.passage is None:
            canvases[place.doc].paint(articles.reading.unmarked(place.doc, place.start, place.end), TEMPLATE)


def _paint_background(
    passage: Shared,
    canvases: Mapping[str, Canvas],
    family_of: Mapping[str, Family],
    standing: Mapping[str, list[Span]],
    standing_words: Flags,
) -> None:
    """Paint what articles of different lineage share, sentence by sentence, where neither reports news of the day."""
    family = family_of.get(passage.a.doc)
    if family is not None and family is family_of.get(passage.b.doc):
        return
    for side in (passage.a, passage.b):
        sentences = standing.get(side.doc, [])
        runs: list[Span] | None = None
        for start, end in sentences[max(0, bisect_right(sentences, (side.start, side.start)) - 1) :]:
            if start >= side.end:
                break
            low, high = side.begun(start, end)
            matched = passage.counterparts(side)[low:high]
            matched = matched[matched >= 0]
            if np.count_nonzero(standing_words[matched]) < MOSTLY * len(matched):
                continue
            runs = _runs(side) if runs is None else runs
            inside = [(max(s, start), min(e, end)) for s, e in runs]
            chosen = [(s, e) for s, e in inside if s < e and passage.matched_within(side, s, e) >= BACKGROUND_WORDS]
            canvases[side.doc].paint(chosen, ("background", None))


def _lies_in(side: Side, span: Span) -> bool:
    """Say whether most of a side lies in a span."""
    return min(side.end, span[1]) - max(side.start, span[0]) >= MOSTLY * (side.end - side.start)


def _standing_sentences(
    articles: Articles, evidence: Sequence[Shared], statements: Sequence[Statement]
) -> dict[str, list[Span]]:
    """Give for each article the sentences that report no news of the day, and nothing of what a speaker told.

    What an article opens with is the news of the day, and so is what another has in common with that.
    """
    reading = articles.reading
    cues = np.isin(reading.tokens.hashes, hash_words(news_cues()))
    counted = np.concatenate([[0], np.cumsum(cues)])
    excluded = articles.spans(NO_BACKGROUND)
    leads = {doc: rows[0] for doc, rows in articles.running.items() if rows}
    for doc, lead in leads.items():
        excluded[doc].append(lead)
    for passage in evidence:
        for side, other in ((passage.a, passage.b), (passage.b, passage.a)):
            if side.doc in leads and _lies_in(side, leads[side.doc]):
                excluded[other.doc].append((other.start, other.end))
    for statement in statements:
        for doc, spans in statement.spans.items():
            excluded[doc].extend(spans)
    standing = {}
    for doc, rows in articles.sentences.items():
        first = reading.first[reading.number[doc]]
        begins, ends = (first + reading.begun(doc, [row[side] for row in rows]) for side in (0, 1))
        kept, apart = (counted[ends] == counted[begins]).tolist(), merge_spans(excluded[doc])
        standing[doc] = [row for row, keep in zip(rows, kept, strict=True) if keep and not touches(row, apart)]
    return standing


def _paint_wire(passage: Shared, canvases: Mapping[str, Canvas], family_of: Mapping[str, Family]) -> None:
    """Paint what copies share within their family, and what rewrites share with it."""
    for side, other in ((passage.a, passage.b), (passage.b, passage.a)):
        family = family_of.get(other.doc)
        if family is None:
            continue
        own = family_of.get(side.doc)
        # Quotations that no statement claims later belong to the story that carries them.
        if family is own or family.is_rewritten(side.doc, passage):
            canvases[side.doc].paint([(side.start, side.end)], ("wire", family.origin_id))
        elif own is not None and own.agencies & family.agencies:
            # Two stories of one agency: what they share is the agency's.
            canvases[side.doc].paint([(side.start, side.end)], ("wire", own.origin_id))


def _runs(side: Side) -> list[Span]:
    """Give the stretches of a side outside quotation marks."""
    if len(side.quoted) and side.unquoted == len(side.quoted):
        return [(side.span(0, 1)[0], side.end)]
    edges = np.flatnonzero(np.diff(side.quoted, prepend=True, append=True)).tolist()
    spans = [side.span(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True)]
    if spans and not side.quoted[-1]:
        spans[-1] = (spans[-1][0], side.end)
    return spans


def _with_marks(text: str, start: int, end: int) -> Span:
    """Take in the quotation marks around a stretch."""
    if start and text[start - 1] in MARKS_BEFORE:
        start -= 1
    if text[end : end + 1] in MARKS_AFTER and end < len(text):
        end += 1
    return start, end


def _read_canvas(text: str, canvas: Canvas, segments: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, Label]]:
    """Read the labels as stretches, none across the border of a segment; white space around them is left out."""
    borders = sorted({0, len(text), *(s for s, _, _ in segments), *(e for _, e, _ in segments)})
    stretches: list[tuple[int, int, Label]] = []
    rows: list[tuple[int, int, Label]] = []
    new_segment = set(borders)
    for start, end, label in canvas.read(borders):
        if start in new_segment:
            stretches += rows
            rows = []
        # Marks between two stretches go with the one before.
        if rows and WORD.search(text, start, end) is None:
            rows[-1] = (rows[-1][0], end, rows[-1][2])
        elif rows and (rows[-1][2] == label or WORD.search(text, rows[-1][0], rows[-1][1]) is None):
            rows[-1] = (rows[-1][0], end, label)
        else:
            rows.append((start, end, label))
    visible = []
    for start, end, label in stretches + rows:
        stretch = text[start:end]
        if stretch.strip():
            left = start + len(stretch) - len(stretch.lstrip())
            visible.append((left, left + len(stretch.strip()), label))
    return visible
