"""Links to other stories amid the report, told by how they are set: in capitals, with a tag, in a list of labels."""

import re
from collections.abc import Iterator

from samestory.cleaning.layout import Label, Paragraph

LINK = ("furniture", "related_link")
# "Sea wall to be raised again [VIDEO]|": a tag in brackets ends the line.
TAGGED = re.compile(r"\[[A-Z][A-Z &'’-]{2,24}\][\s|]*$")
# "- LIVE TABLE: Sailings today": a label in capitals opens each line of a list.
LABELLED = re.compile(r"[•·▪●■*–—-]\s*[A-Z][A-Z &'’-]{2,30}:\s")
FEWEST_LABELLED = 3
# Shorter lines in capitals are subheadings.
FEWEST_CAPITALS = 6
LONGEST_LINK = 25


def mark_links(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> None:
    """Label the links between and below the paragraphs of the report."""
    if lead >= len(paragraphs):
        return
    below = paragraphs[lead + 1 :]
    capitals = not paragraphs[lead].text.isupper()
    for paragraph in below:
        if labels[paragraph.number] is None and paragraph.n_words <= LONGEST_LINK and not paragraph.stops:
            set_apart = capitals and paragraph.n_words >= FEWEST_CAPITALS and paragraph.text.isupper()
            if set_apart or TAGGED.search(paragraph.text):
                labels[paragraph.number] = LINK
    for run in _labelled_lists(below, labels):
        # A list of facts ("WHO:", "WHERE:") is set alike: one line must be known as a link.
        if len(run) >= FEWEST_LABELLED and any(labels[number] == LINK for number in run):
            for number in run:
                labels[number] = LINK


def _labelled_lists(paragraphs: list[Paragraph], labels: list[Label]) -> Iterator[list[int]]:
    """Yield the numbers of lines in a row that labels in capitals open."""
    run: list[int] = []
    for paragraph in paragraphs:
        number = paragraph.number
        if labels[number] in (None, LINK) and paragraph.n_words <= LONGEST_LINK and LABELLED.match(paragraph.text):
            run.append(number)
            continue
        yield run
        run = []
    yield run
