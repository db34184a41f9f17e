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
    lines: list[Paragraph] = []
    for paragraph in reversed(paragraphs[lead + 1 :]):
        if labels[paragraph.number] in TAKEN_FOR and _may_be_caption(paragraph) and len(lines) < MOST:
            lines.insert(0, paragraph)
        elif lines or labels[paragraph.number] in TAKEN_FOR:
            break
    for first in range(len(lines) - FEWEST + 1):
        gallery = lines[first:]
        if {line.stops for line in gallery} == {True, False} and all(_repeats(line, gallery) for line in gallery):
            for line in gallery:
                labels[line.number] = CAPTION
            return


def _may_be_caption(paragraph: Paragraph) -> bool:
    """Tell whether a line can be a caption: one sentence in which nobody speaks."""
    text = paragraph.text
    if paragraph.n_words > LONGEST or any(mark in text for mark in QUOTES) or tells_speech(text):
        return False
    return not any(stop in text for stop in (". ", "! ", "? "))


def _repeats(line: Paragraph, lines: list[Paragraph]) -> bool:
    words = line.content
    return any(len(words & other.content) >= SHARED * max(1, len(words)) for other in lines if other is not line)
