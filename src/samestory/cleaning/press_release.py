"""Press releases: what announces one, whom to ask about it, and what it tells of those who issue it."""

import re
from collections.abc import Sequence

from samestory.cleaning.byline import NAMES
from samestory.cleaning.layout import Label, Paragraph
from samestory.cleaning.lexicon import lines_of, normal

CONTACT = ("furniture", "contact")
ABOUT_ISSUER = ("furniture", "about_issuer")
LONGEST_LABEL = 6
LONGEST_ADDRESS = 8
LONGEST_CONTACT = 25
MOST_CONTACTS = 8
LONGEST_NAME = 60
ABOUT = re.compile(rf"About (?:[Tt]he )?(?P<name>[A-Z][^.!?:]{{1,{LONGEST_NAME}}}):?")
# A telephone number, an address, an office: what stands below a contact's name.
REACHED = re.compile(
    r"\d{3}|@|www\.|\b(?:media|press|public|communications?|relations|affairs|office|phone|tel|e-?mail)\b", re.I
)


def announces_release(paragraph: Paragraph) -> bool:
    """Tell whether a line says that a press release follows, with its number or date at most."""
    if paragraph.n_words > LONGEST_LABEL + 2:
        return False
    folded = normal(paragraph.text)
    said = next((start for start in lines_of("issuer", "release") if folded.startswith(start)), None)
    return said is not None and (folded == said or any(map(str.isdigit, folded)))


def mark_press_release(paragraphs: Sequence[Paragraph], labels: list[Label]) -> None:
    """Label whom to ask about a press release, and in its lower half what tells of those who issue it."""
    for paragraph in paragraphs:
        number = paragraph.number
        label = paragraph.text.partition(":")[0]
        if labels[number] is not None or len(label) > LONGEST_NAME or len(label.split()) > LONGEST_LABEL:
            continue
        lower = 2 * (number + 1) > len(paragraphs)
        short = paragraph.n_words <= LONGEST_CONTACT and not paragraph.stops
        if short and normal(label) in lines_of("contact", "heading"):
            labels[number] = CONTACT
            _mark_contact(paragraphs[number + 1 : number + 1 + MOST_CONTACTS], labels)
        elif lower and normal(label) in lines_of("issuer", "heading"):
            for told in paragraphs[number:]:
                labels[told.number] = labels[told.number] or ABOUT_ISSUER
        elif lower and number + 1 < len(paragraphs) and _presents_issuer(paragraph, paragraphs[number + 1]):
            labels[number] = labels[number + 1] = ABOUT_ISSUER


def _mark_contact(below: Sequence[Paragraph], labels: list[Label]) -> None:
    """Label the lines below the heading of a contact that give a name, an office, a number or an address."""
    for paragraph, following in zip(below, [*below[1:], None], strict=False):
        # A name apart from the heading is told by the number or address at once below it.
        beside = not paragraph.gap or (following is not None and _gives_address(following))
        named = NAMES.fullmatch(paragraph.text) and beside
        if not (named or _gives_address(paragraph)):
            return
        labels[paragraph.number] = CONTACT


def _presents_issuer(heading: Paragraph, below: Paragraph) -> bool:
    """Tell whether a heading ("About Harbour Rail") stands above a note on who issues the text, which names them."""
    about = ABOUT.fullmatch(heading.text)
    return about is not None and about["name"].casefold() in below.text[: 2 * LONGEST_NAME].casefold()


def _gives_address(paragraph: Paragraph) -> bool:
    """Tell whether a short line gives a number, an address or an office."""
    short = paragraph.n_words <= LONGEST_ADDRESS and not paragraph.stops
    return short and bool(REACHED.search(paragraph.text))
