"""Stretches: what each piece of each text is, as a partition of its visible characters."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby, pairwise
from typing import Any

from samestory.overlap.evidence import Shared, Side, Span
from samestory.overlap.lineage import REWRITE_WORDS, Family
from samestory.overlap.statements import Statement
from samestory.words import WORD, count_words

# What an agency's credit covers: headline, standfirst, summary and questions are the outlet's own.
CREDITED_KINDS = frozenset({"body", "subhead", "dateline", "caption"})
# Headlines of one event resemble each other; that is no evidence of a common origin.
NO_BACKGROUND = frozenset({"title", "section", "byline", "dateline", "date", "credit", "subhead"})
BACKGROUND_WORDS = 5
MARKS_BEFORE = frozenset("\"'“‘«„‚")
MARKS_AFTER = frozenset("\"'”’»")
Label = tuple[str, str | None]
OWN: Label = ("own", None)


class Canvas:
    """The characters of one text, each with a label; what is painted later covers what was before."""

    def __init__(self, length: int) -> None:
        self.labels: list[Label] = [OWN] * length

    def paint(self, spans: Iterable[Span], label: Label) -> None:
        """Give the characters of the spans a label."""
        for start, end in spans:
            self.labels[start:end] = [label] * (end - start)


def draw_stretches(
    texts: Mapping[str, str],
    segments: Mapping[str, Sequence[tuple[int, int, str]]],
    sentences: Mapping[str, Sequence[Span]],
    events: Mapping[str, str],
    evidence: Sequence[Shared],
    families: Sequence[Family],
    statements: Sequence[Statement],
    credited: Mapping[str, str],
) -> list[dict[str, Any]]:
    """Say what each piece of each text is.

    Later rules win: own (nothing in this corpus matches it); background (unquoted words shared with an article of
    another lineage, in a sentence that reports no news of the day); wire (what a printed credit covers, and what
    copies and rewrites share with their family); template (shared between events, or the same but for numbers);
    statement; furniture.

    Args:
        texts: per article its text.
        segments: per article start, end and kind of its segments, in order.
        sentences: per article its sentences, in order.
        events: the event of each article that has one.
        evidence: the passages.
        families: the articles of one lineage.
        statements: the statements found.
        credited: per credited article the origin it credits.

    Returns:
        Rows of overlap/stretches.
    """
    canvases = {doc: Canvas(len(text)) for doc, text in texts.items()}
    family_of = {doc: family for family in families for doc in family.members}
    for passage in evidence:
        _paint_background(passage, canvases, family_of, segments, sentences, texts)
    for doc, origin_id in credited.items():
        canvases[doc].paint([(s, e) for s, e, kind in segments[doc] if kind in CREDITED_KINDS], ("wire", origin_id))
    for passage in evidence:
        _paint_wire(passage, canvases, family_of)
    for passage in evidence:
        event_a, event_b = events.get(passage.a.doc), events.get(passage.b.doc)
        if passage.digits_only or (event_a is not None and event_b is not None and event_a != event_b):
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
        for start, end, label in _read_canvas(text, canvases[doc].labels, segments[doc])
    ]


def _paint_background(
    passage: Shared,
    canvases: Mapping[str, Canvas],
    family_of: Mapping[str, Family],
    segments: Mapping[str, Sequence[tuple[int, int, str]]],
    sentences: Mapping[str, Sequence[Span]],
    texts: Mapping[str, str],
) -> None:
    """Paint what articles of different lineage share, sentence by sentence, where it reports no news of the day."""
    family = family_of.get(passage.a.doc)
    if family is not None and family is family_of.get(passage.b.doc):
        return
    for side in (passage.a, passage.b):
        excluded = [(s, e) for s, e, kind in segments[side.doc] if kind in NO_BACKGROUND]
        for start, end in sentences[side.doc]:
            if end <= side.start or start >= side.end or any(s <= start < e for s, e in excluded):
                continue
            words = {match.group().lower() for match in WORD.finditer(texts[side.doc], start, end)}
            if not words & _news_cues():
                runs = [(max(s, start), min(e, end)) for s, e in _runs(side)]
                long = [(s, e) for s, e in runs if s < e and count_words(texts[side.doc][s:e]) >= BACKGROUND_WORDS]
                canvases[side.doc].paint(long, ("background", None))


def _paint_wire(passage: Shared, canvases: Mapping[str, Canvas], family_of: Mapping[str, Family]) -> None:
    """Paint what copies share within their family, and what rewrites share with it."""
    for side, other in ((passage.a, passage.b), (passage.b, passage.a)):
        family = family_of.get(other.doc)
        if family is None:
            continue
        if side.doc in family.members or (side.doc in family.rewrites and passage.unquoted_matched >= REWRITE_WORDS):
            # Quotations that no statement claims later belong to the story that carries them.
            canvases[side.doc].paint([(side.start, side.end)], ("wire", family.origin_id))


def _runs(side: Side) -> list[Span]:
    """Give the stretches of a side outside quotation marks."""
    rows = zip(side.words, side.quoted, strict=True)
    runs = [[word for word, _ in group] for quoted, group in groupby(rows, key=lambda row: row[1]) if not quoted]
    spans = [(run[0][0], run[-1][1]) for run in runs]
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


def _read_canvas(
    text: str, labels: Sequence[Label], segments: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, Label]]:
    """Read the labels as stretches, none across the border of a segment; white space around them is left out."""
    borders = sorted({0, len(text), *(s for s, _, _ in segments), *(e for _, e, _ in segments)})
    stretches = []
    for low, high in pairwise(borders):
        rows: list[tuple[int, int, Label]] = []
        start = low
        for label, group in groupby(labels[low:high]):
            end = start + len(list(group))
            # Marks between two stretches go with the one before.
            if rows and WORD.search(text, start, end) is None:
                rows[-1] = (rows[-1][0], end, rows[-1][2])
            elif rows and (rows[-1][2] == label or WORD.search(text, rows[-1][0], rows[-1][1]) is None):
                rows[-1] = (rows[-1][0], end, label)
            else:
                rows.append((start, end, label))
            start = end
        for row_start, row_end, label in rows:
            stretch = text[row_start:row_end]
            if stretch.strip():
                left = row_start + len(stretch) - len(stretch.lstrip())
                stretches.append((left, left + len(stretch.strip()), label))
    return stretches


@cache
def _news_cues() -> frozenset[str]:
    """Read the words that tell news of the day."""
    return frozenset(tomllib.loads(files(__package__).joinpath("news_cues.toml").read_text(encoding="utf-8"))["words"])
