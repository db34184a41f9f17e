"""Links to other stories and offers of newsletters, told by what heads them or by how they are set."""

import re
from collections.abc import Iterator
from functools import cache

from samestory.cleaning.comments import LONGEST_HEADING, words_above
from samestory.cleaning.headline import LONGEST as LONGEST_HEADLINE
from samestory.cleaning.layout import Label, Paragraph
from samestory.cleaning.lexicon import lexicon, lines_of, normal

LINK = ("furniture", "related_link")
HEADING = ("furniture", "related_heading")
UNDER_HEADING = ("furniture", "under_related_heading")
PHRASE = ("furniture", "page_phrase")
LONGEST_SENTENCE_HEADLINE = 15
MOST_ABOVE = 0.75
MOST_LINKS = 6
BEFORE_NAMES = ("on", "from", "about", "in")
FEWEST_IN_LINK = 4
# What the paper sends to those who sign up; lines of some length below it say more of it, shorter ones may head a part.
OFFER = re.compile(r"\b(?:newsletter|inbox|alerts)s?\b|^(?:sign up|subscribe)\b", re.IGNORECASE)
MOST_OFFERED = 3
FEWEST_OFFERED = 13
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


def mark_under_headings(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> None:
    """Label the lines below headings of other stories and below offers of a newsletter.

    Amid the report these are the lines without a stop that follow at once; where most of it stands above, all is taken
    for links that stands below a heading of other stories, up to the next long paragraph.
    """
    above = words_above(paragraphs, labels)
    marked = 0
    for paragraph in paragraphs[lead + 1 :]:
        number, label = paragraph.number, labels[paragraph.number]
        heads = paragraph.n_words <= LONGEST_HEADING and _is_heading(paragraph)
        if heads and above[number] >= MOST_ABOVE * above[-1]:
            labels[number] = HEADING
            if number >= marked:
                marked = _mark_all_links(paragraphs, labels, number + 1)
        elif label == HEADING or (label in (LINK, PHRASE) and _heads_links(paragraph)):
            _mark_links_amid(paragraphs, labels, number)
        elif label == PHRASE and OFFER.search(paragraph.text):
            _mark_offered(paragraphs, labels, number)


def _heads_links(paragraph: Paragraph) -> bool:
    """Tell whether a line is nothing but what links to other stories begin with, or ends in a colon.

    In capitals it heads them too with the name of a subject behind ("READ MORE ON HARBOURS"); in small letters the name
    may be that of the one story it links to.
    """
    if paragraph.n_words > LONGEST_HEADING:
        return False
    if paragraph.text.isupper() and normal(paragraph.text).startswith(_beginnings_before_names()):
        return True
    return paragraph.text[-1] == ":" or _is_heading(paragraph) or normal(paragraph.text) in _bare_headings()


def _is_heading(paragraph: Paragraph) -> bool:
    """Tell whether a line heads links to other stories, the name of a section or of the paper behind it if any."""
    folded = normal(paragraph.text)
    if folded in lines_of("tail", "related"):
        return True
    start = next((start for start in _beginnings_of_headings() if folded.startswith(start)), None)
    if start is None or paragraph.stops:
        return False
    # "Also in the hall" may head a part of the report: a name has a capital, or is that of a section.
    name = folded.removeprefix(start)
    return name.split()[0] not in paragraph.text or name in lexicon()["section"]["names"]


@cache
def _beginnings_of_headings() -> tuple[str, ...]:
    return tuple(f"{start} " for start in lexicon()["tail"]["related"]["start"])


@cache
def _bare_headings() -> frozenset[str]:
    """Give the lines that head links, and the beginnings of links, folded."""
    starts = [start for name in ("related_link", "related_list") for start in lexicon()["furniture"][name]["start"]]
    return frozenset(map(normal, starts))


@cache
def _beginnings_before_names() -> tuple[str, ...]:
    """Give the beginnings of links that end in a small word, which the name of a subject or a paper follows."""
    starts = (start for name in ("related_link", "related_list") for start in lexicon()["furniture"][name]["start"])
    return tuple(f"{start} " for start in starts if start.split()[-1] in BEFORE_NAMES)


def _mark_links_amid(paragraphs: list[Paragraph], labels: list[Label], number: int) -> None:
    """Label the lines without a stop under a heading of other stories amid the report.

    Counters and buttons may stand between, numbers of the list, and a name of a section above a link. Where the list is
    set without blank lines, one ends it.
    """
    links: list[Paragraph] = []
    gapless = not all(p.gap for p in paragraphs[number + 1 : number + 3])
    for paragraph in paragraphs[number + 1 : number + 1 + 2 * MOST_LINKS]:
        label = labels[paragraph.number]
        if gapless and paragraph.gap and links:
            break
        if label is not None and label[0] == "furniture" and label != HEADING:
            continue
        full = sum(not link.text.isdigit() for link in links) == MOST_LINKS
        if label is not None or full or not _may_be_link(paragraph):
            break
        links.append(paragraph)
    while links and (links[-1].n_words < FEWEST_IN_LINK or links[-1].stops) and not links[-1].text.isdigit():
        links.pop()
    for link in links:
        labels[link.number] = UNDER_HEADING


def _may_be_link(paragraph: Paragraph) -> bool:
    """Tell whether a line can be the headline of another story: without a stop, or a short question."""
    asks = paragraph.text[-1] in "?!" and paragraph.n_words <= LONGEST_SENTENCE_HEADLINE
    return paragraph.n_words <= LONGEST_HEADLINE and not paragraph.open_ended and (asks or not paragraph.stops)


def _mark_all_links(paragraphs: list[Paragraph], labels: list[Label], first: int) -> int:
    """Label the short lines under a heading of other stories; give where they end."""
    for paragraph in paragraphs[first:]:
        label = labels[paragraph.number]
        long = paragraph.n_words > LONGEST_HEADLINE
        sentence = paragraph.stops and paragraph.n_words > LONGEST_SENTENCE_HEADLINE
        if label == HEADING or (label is None and (long or sentence)):
            return paragraph.number
        labels[paragraph.number] = label or UNDER_HEADING
    return len(paragraphs)


def _mark_offered(paragraphs: list[Paragraph], labels: list[Label], number: int) -> None:
    """Label what an offer says in the lines without a stop below it."""
    for paragraph in paragraphs[number + 1 : number + 1 + MOST_OFFERED]:
        says_more = paragraph.n_words >= FEWEST_OFFERED or OFFER.search(paragraph.text)
        if labels[paragraph.number] is not None or paragraph.stops or paragraph.open_ended or not says_more:
            return
        labels[paragraph.number] = PHRASE


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
