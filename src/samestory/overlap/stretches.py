"""Stretches: what each piece of each text is, as a partition of its visible characters."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import pairwise
from typing import Any

import numpy as np

from samestory.overlap.evidence import Shared, Side
from samestory.overlap.lineage import Family
from samestory.overlap.news_cues import news_cues
from samestory.overlap.reading import Reading, Span
from samestory.overlap.statements import Statement
from samestory.overlap.tokens import Flags, hash_words
from samestory.words import WORD

# What an agency's credit covers: headline, standfirst, summary and questions are the outlet's own.
CREDITED_KINDS = frozenset({"body", "subhead", "dateline", "caption"})
# Headlines of one event resemble each other; that is no evidence of a common origin.
NO_BACKGROUND = frozenset({"title", "section", "byline", "dateline", "date", "credit", "subhead"})
BACKGROUND_WORDS = 5
SPREAD = 3
MOSTLY = 0.5
MARKS_BEFORE = frozenset("\"'“‘«„‚")
MARKS_AFTER = frozenset("\"'”’»")
Label = tuple[str, str | None]
OWN: Label = ("own", None)


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
    reading: Reading,
    segments: Mapping[str, Sequence[tuple[int, int, str]]],
    sentences: Mapping[str, Sequence[Span]],
    events: Mapping[str, str],
    evidence: Sequence[Shared],
    families: Sequence[Family],
    statements: Sequence[Statement],
    credited: Mapping[str, str],
    strangers: Set[tuple[str, str]] = frozenset(),
) -> list[dict[str, Any]]:
    """Say what each piece of each text is.

    Later rules win: own (nothing in this corpus matches it); background (unquoted words shared with an article of
    another lineage, in a sentence that reports no news of the day); wire (what a printed credit covers, and what
    copies and rewrites share with their family); template (shared between events, spread over articles that have
    nothing else in common, or the same but for numbers);
    statement; furniture.

    Args:
        reading: the articles word by word.
        segments: per article start, end and kind of its segments, in order.
        sentences: per article its sentences, in order.
        events: the event of each article that has one.
        evidence: the passages.
        families: the articles of one lineage.
        statements: the statements found.
        credited: per credited article the origin it credits.
        strangers: pairs of articles that have next to nothing but the passage in common.

    Returns:
        Rows of overlap/stretches.
    """
    texts = reading.texts
    canvases = {doc: Canvas() for doc in texts}
    family_of = {doc: family for family in families for doc in family.members}
    told: dict[str, list[Span]] = {}
    for statement in statements:
        for doc, spans in statement.spans.items():
            told.setdefault(doc, []).extend(spans)
    standing = _standing_sentences(segments, sentences, told, reading)
    standing_words = reading.inside(standing)
    for passage in evidence:
        _paint_background(passage, canvases, family_of, standing, standing_words)
    for doc, origin_id in credited.items():
        canvases[doc].paint([(s, e) for s, e, kind in segments[doc] if kind in CREDITED_KINDS], ("wire", origin_id))
    for passage in evidence:
        _paint_wire(passage, canvases, family_of)
    for doc, rows in segments.items():
        canvases[doc].paint([(s, e) for s, e, kind in rows if kind == "credit"], OWN)
    formulas = _find_formulas(evidence, events, strangers)
    for passage in evidence:
        if passage.digits_only or passage in formulas:
            family = family_of.get(passage.a.doc)
            if family is None or family is not family_of.get(passage.b.doc):
                for side in (passage.a, passage.b):
                    canvases[side.doc].paint(_runs(side), ("template", None))
    for statement in statements:
        for doc, spans in statement.spans.items():
            canvases[doc].paint([_with_marks(texts[doc], *span) for span in spans], ("statement", statement.origin_id))
    for doc, rows in segments.items():
        canvases[doc].paint([(s, e) for s, e, kind in rows if kind == "furniture"], ("furniture", None))
    return [
        {"doc_id": doc, "start": start, "end": end, "content": label[0], "origin_id": label[1]}
        for doc, text in texts.items()
        for start, end, label in _read_canvas(text, canvases[doc], segments[doc])
    ]


def _find_formulas(
    evidence: Sequence[Shared], events: Mapping[str, str], strangers: Set[tuple[str, str]]
) -> set[Shared]:
    """Find the passages that are formulas: shared between events, or with ``SPREAD`` strangers at one place."""
    formulas: set[Shared] = set()
    apart: dict[str, list[tuple[Side, str, Shared]]] = {}
    for passage in evidence:
        event_a, event_b = events.get(passage.a.doc), events.get(passage.b.doc)
        if event_a is not None and event_b is not None:
            if event_a != event_b:
                formulas.add(passage)
        elif (passage.a.doc, passage.b.doc) in strangers:
            apart.setdefault(passage.a.doc, []).append((passage.a, passage.b.doc, passage))
            apart.setdefault(passage.b.doc, []).append((passage.b, passage.a.doc, passage))
    for rows in apart.values():
        starts, ends = (np.array([getattr(side, at) for side, _, _ in rows]) for at in ("start", "end"))
        docs = np.array([doc for _, doc, _ in rows], dtype=object)
        for side, _, passage in rows:
            if len(set(docs[(starts < side.end) & (side.start < ends)])) >= SPREAD:
                formulas.add(passage)
    return formulas


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


def _standing_sentences(
    segments: Mapping[str, Sequence[tuple[int, int, str]]],
    sentences: Mapping[str, Sequence[Span]],
    told: Mapping[str, Sequence[Span]],
    reading: Reading,
) -> dict[str, list[Span]]:
    """Give for each article the sentences that report no news of the day, and nothing of what a speaker told."""
    cues = np.isin(reading.tokens.hashes, hash_words(news_cues()))
    counted = np.concatenate([[0], np.cumsum(cues)])
    standing = {}
    for doc, rows in sentences.items():
        first = reading.first[reading.number[doc]]
        begins, ends = (first + reading.begun(doc, [row[side] for row in rows]) for side in (0, 1))
        kept = (counted[ends] == counted[begins]).tolist()
        excluded = [*((s, e) for s, e, kind in segments[doc] if kind in NO_BACKGROUND), *told.get(doc, ())]
        standing[doc] = [
            row
            for row, keep in zip(rows, kept, strict=True)
            if keep and not any(s < row[1] and row[0] < e for s, e in excluded)
        ]
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
        elif own is not None and own.agency is not None and own.agency == family.agency:
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
