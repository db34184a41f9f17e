"""Lines that a label on a line of its own above them names: captions and dates."""

import itertools

from samestory.cleaning.dates import DATE_WORDS
from samestory.cleaning.layout import WINDOW, Label, Paragraph
from samestory.cleaning.lexicon import lines_of, normal

LONGEST_LABEL = 6
LONGEST_CAPTION = 45


def mark_labelled(paragraphs: list[Paragraph], labels: list[Label]) -> None:
    """Label what stands below the label of a caption, and above a date."""
    for above, paragraph in itertools.pairwise(paragraphs):
        if above.n_words > LONGEST_LABEL:
            continue
        label, number = labels[above.number], paragraph.number
        if label == ("caption", "caption_label"):
            bare = normal(above.text).rstrip(",") in lines_of("caption", "label")
            if bare and labels[number] is None and paragraph.n_words <= LONGEST_CAPTION:
                labels[number] = ("caption", "below_caption_label")
        elif label is None and labels[number] == ("date", "date_line") and not _besides_date_words(above):
            labels[above.number] = ("date", "date_line")


def _besides_date_words(paragraph: Paragraph) -> str:
    """Give what a line has besides words about a date."""
    return DATE_WORDS.sub("", paragraph.text).strip(" :") if paragraph.number < WINDOW else paragraph.text
