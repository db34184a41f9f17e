"""Captions that a page gathers below its report, each on a line of its own and without its picture."""

from samestory.cleaning.caption import tells_speech
from samestory.cleaning.layout import Label, Paragraph

CAPTION = ("caption", "repeats_other_captions")
# What such a line may have been taken for; None where it has a stop.
TAKEN_FOR = (
    None,
    ("subhead", "short_line_between_paragraphs"),
    ("caption", "line_without_stop"),
    ("furniture", "repeated_paragraph"),
    ("furniture", "short_line_below_article"),
)
FEWEST, MOST = 3, 20
LONGEST = 40
QUOTES = '"“”'
# Agencies send the pictures of one event with one account of it: half of a caption's content words stand in another.
SHARED = 0.5


def mark_gallery(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> None:
    """Label the last lines of the report where they repeat one another and some have a stop and some none."""
    lines = _last_lines(paragraphs[lead + 1 :], labels)
    if {line.stops for line in lines} != {True, False}:
        return
    spoken = [place for place, line in enumerate(lines, 1) if tells_speech(line.text)]
    lines = lines[max(spoken, default=0) :]
    for first in range(len(lines) - FEWEST + 1):
        gallery = lines[first:]
        if {line.stops for line in gallery} == {True, False} and all(_repeats(line, gallery) for line in gallery):
            for line in gallery:
                labels[line.number] = CAPTION
            return


def _last_lines(below: list[Paragraph], labels: list[Label]) -> list[Paragraph]:
    """Give the last lines of a report that can be captions."""
    lines: list[Paragraph] = []
    for paragraph in reversed(below):
        open_to_it = labels[paragraph.number] in TAKEN_FOR
        if open_to_it and _may_be_caption(paragraph) and len(lines) < MOST:
            lines.append(paragraph)
        elif lines or open_to_it:
            break
    return lines[::-1]


def _may_be_caption(paragraph: Paragraph) -> bool:
    """Tell whether a line can be a caption: one sentence without quotation marks."""
    if paragraph.n_words > LONGEST:
        return False
    return not any(mark in paragraph.text for mark in (*QUOTES, ". ", "! ", "? "))


def _repeats(line: Paragraph, lines: list[Paragraph]) -> bool:
    words = line.content
    return any(len(words & other.content) >= SHARED * max(1, len(words)) for other in lines if other is not line)
