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
# Of the lines at least one in so many has no stop, and at least one has.
BARE = 4
QUOTES = '"“”'
# Agencies send the pictures of one event with one account of it.
SHARED = 0.5


def mark_gallery(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> None:
    """Label the last lines of the report where they repeat one another and some have a stop and some none."""
    lines = _last_lines(paragraphs[lead + 1 :], labels)
    bare = sum(not line.stops for line in lines)
    if len(lines) < FEWEST or not len(lines) <= BARE * bare < BARE * len(lines) or not _repeats(lines[-1], lines):
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
    """Tell whether half of a line's words stand in another."""
    words = _words(line)
    return any(len(words & _words(other)) >= SHARED * len(words) for other in lines if other is not line)


def _words(line: Paragraph) -> set[str]:
    return set(line.text.casefold().rstrip(".").split())
