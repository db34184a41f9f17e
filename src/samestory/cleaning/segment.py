"""Segments: what every stretch of a text is, and the rule that decided."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samestory.cleaning.appended import mark_appended
from samestory.cleaning.blocks import RUNNING_TEXT, mark_repeated, mark_tail
from samestory.cleaning.corrections import mark_continued
from samestory.cleaning.credit import Agencies
from samestory.cleaning.entries import mark_entries, mark_writers
from samestory.cleaning.furniture import own_words
from samestory.cleaning.gallery import mark_gallery
from samestory.cleaning.head import mark_facts, mark_head
from samestory.cleaning.labelled import mark_labelled
from samestory.cleaning.layout import Label, Paragraph, find_paragraphs, trimmed
from samestory.cleaning.links import mark_links
from samestory.cleaning.parts import DATELINE_REACH, Part, split_body, split_facts, split_headline, split_label
from samestory.cleaning.press_release import mark_press_release
from samestory.cleaning.retold import HEADING as SUMMARY_HEADING
from samestory.cleaning.retold import mark_faq, mark_points, mark_summary
from samestory.cleaning.subhead import mark_inner
from samestory.cleaning.turns import TURN, mark_turns

MARK = "\ufeff"
HEADLINE_LINE = ("title", "first_headline_line")


class Segment(NamedTuple):
    """A stretch of one kind.

    Attributes:
        start: first position.
        end: position after the last.
        kind: what it is, as clean/segments lists.
        rule: the rule that decided.
        paragraph: the number of the paragraph it lies in.
    """

    start: int
    end: int
    kind: str
    rule: str
    paragraph: int


def find_segments(text: str, agencies: Agencies, title: str | None = None) -> list[Segment]:
    """Say what every stretch of a text is.

    Args:
        text: of the article.
        agencies: the agencies known.
        title: the headline where it is known from elsewhere.

    Returns:
        Segments in order, disjoint, each inside one paragraph; together they cover every character that is no space.
    """
    mark = len(text) - len(text.lstrip(MARK))
    paragraphs = find_paragraphs(text, mark)
    labels = label_paragraphs(paragraphs, agencies, title)
    head = [Segment(0, mark, "furniture", "byte_order_mark", 0)] if mark else []
    return head + [
        Segment(*part, paragraph.number)
        for paragraph, parts in zip(paragraphs, _parts(text, paragraphs, labels, title, agencies), strict=True)
        for part in (parts if len(parts) == 1 else _shown(text, parts))
    ]


def label_paragraphs(paragraphs: list[Paragraph], agencies: Agencies, title: str | None) -> Sequence[Label]:
    """Give (kind, rule) of each paragraph: first by its own words, then by its place and its neighbours."""
    labels: list[Label] = [own_words(paragraph, agencies) for paragraph in paragraphs]
    mark_continued(paragraphs, labels)
    mark_turns(paragraphs, labels)
    mark_facts(paragraphs, labels, agencies)
    mark_labelled(paragraphs, labels)
    mark_press_release(paragraphs, labels)
    mark_entries(paragraphs, labels)
    mark_points(paragraphs, labels, agencies)
    head = mark_head(paragraphs, labels, title, agencies)
    mark_writers(paragraphs, labels, head.lead)
    mark_tail(paragraphs, labels, head.lead, agencies)
    mark_faq(paragraphs, labels, head.lead)
    mark_summary(paragraphs, labels, head.lead)
    mark_links(paragraphs, labels, head.lead)
    mark_inner(paragraphs, labels, head.lead, head.title, agencies)
    mark_repeated(paragraphs, labels, head.lead)
    mark_gallery(paragraphs, labels, head.lead)
    mark_appended(paragraphs, labels, head.lead, agencies)
    return labels


def _parts(
    text: str, paragraphs: list[Paragraph], labels: Sequence[Label], title: str | None, agencies: Agencies
) -> Iterator[list[Part]]:
    """Yield the parts of each paragraph."""
    body = [p.number for p, label in zip(paragraphs, labels, strict=True) if label is None or label[0] == "body"]
    nth = 0
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if label is None or label[0] == "body":
            # Who speaks is no dateline.
            place = DATELINE_REACH if label == TURN else nth
            ends = paragraph.number == body[-1] or label == RUNNING_TEXT
            parts = split_body(paragraph, place, ends, text, title, agencies)
            yield [(*part[:2], *TURN) if label == TURN and part[2] == "body" else part for part in parts]
            nth += 1
        elif label == HEADLINE_LINE:
            yield split_headline(paragraph)
        elif label[0] == "date":
            yield split_facts(paragraph)
        elif label[0] == "caption" or label == SUMMARY_HEADING:
            yield split_label(paragraph, label, agencies)
        else:
            yield [(paragraph.start, paragraph.end, *label)]


def _shown(text: str, parts: list[Part]) -> Iterator[Part]:
    """Yield the parts of a paragraph that show something, without the spaces at their ends."""
    for start, end, kind, rule in parts:
        first, last = trimmed(text, start, end)
        if first < last:
            yield first, last, kind, rule
