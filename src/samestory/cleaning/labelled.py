"""Lines that a label on a line of its own above them names: captions, dates, whom to ask about a press release."""

import itertools
import re

from samestory.cleaning.byline import NAMES
from samestory.cleaning.dates import DATE_WORDS
from samestory.cleaning.layout import WINDOW, Label, Paragraph
from samestory.cleaning.lexicon import lines_of, normal

LONGEST_LABEL = 6
LONGEST_CAPTION = 45
LONGEST_CONTACT = 8
MOST_CONTACTS = 8
ABOUT_ISSUER = ("furniture", "about_issuer")
LONGEST_NAME = 60
ABOUT = re.compile(rf"About (?:[Tt]he )?(?P<name>[A-Z][^.!?:]{{1,{LONGEST_NAME}}}):?")
# A telephone number, an address, an office: what stands below a contact's name.
REACHED = re.compile(
    r"\d{3}|@|www\.|\b(?:media|press|public|communications?|relations|affairs|office|phone|tel|e-?mail)\b", re.I
)


def mark_labelled(paragraphs: list[Paragraph], labels: list[Label]) -> None:
    """Label what stands below the label of a caption, above a date, and below the heading of a contact."""
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
        elif label is None and 2 * number > len(paragraphs) and _presents_issuer(above, paragraph):
            labels[above.number] = labels[number] = ABOUT_ISSUER
        elif label is None and 2 * number > len(paragraphs) and normal(above.text) in lines_of("issuer", "heading"):
            for below in paragraphs[above.number :]:
                labels[below.number] = labels[below.number] or ABOUT_ISSUER
        elif label is None and normal(above.text) in lines_of("contact", "heading"):
            _mark_contact(paragraphs, labels, above.number)


def _besides_date_words(paragraph: Paragraph) -> str:
    """Give what a line has besides words about a date."""
    return DATE_WORDS.sub("", paragraph.text).strip(" :") if paragraph.number < WINDOW else paragraph.text


def _mark_contact(paragraphs: list[Paragraph], labels: list[Label], heading: int) -> None:
    """Label the heading of a contact and the lines below it that give a name, an office, a number or an address."""
    labels[heading] = ("furniture", "contact")
    below = paragraphs[heading + 1 : heading + 1 + MOST_CONTACTS]
    for paragraph, following in zip(below, [*below[1:], None], strict=False):
        # A name apart from the heading is told by the number or address at once below it.
        beside = not paragraph.gap or (following is not None and _gives_address(following))
        named = NAMES.fullmatch(paragraph.text) and beside
        if not (named or _gives_address(paragraph)):
            return
        labels[paragraph.number] = ("furniture", "contact")


def _presents_issuer(heading: Paragraph, below: Paragraph) -> bool:
    """Tell whether a heading ("About Harbour Rail") stands above a note on who issues the text, which names them."""
    about = ABOUT.fullmatch(heading.text)
    return about is not None and about["name"].casefold() in below.text[: 2 * LONGEST_NAME].casefold()


def _gives_address(paragraph: Paragraph) -> bool:
    """Tell whether a short line gives a number, an address or an office."""
    short = paragraph.n_words <= LONGEST_CONTACT and not paragraph.stops
    return short and bool(REACHED.search(paragraph.text))
