"""Notes on what an article said before it was corrected: what they withdraw is no part of the report."""

import itertools
import re
from functools import cache

from samestory.cleaning.dates import MONTH
from samestory.cleaning.layout import Label, Paragraph
from samestory.cleaning.lexicon import lexicon, lines_of, normal

CORRECTION = ("furniture", "correction")
SIGN = "correction"
LONGEST = 150
LONGEST_HEADING = 4
LONGEST_CONTINUED = 40
# Bullets, stars and brackets that set a note off.
_MARKS = r"[\s*•·▪●■►▶>»(\[_–—-]{0,6}?"
# ", 14 March", " (March 14, 2021, 4:30 p.m.)", " appended", between a label and its colon or dash.
_DAY = rf"(?:\d|(?:{re.sub(r'[?]P<[a-z]+>', '?:', MONTH)})\b)"
_BETWEEN = rf"(?:\s(?:appended|note|added))?(?:(?:\s|,\s|\s[–—-]\s|\s?[(\[])(?={_DAY})[\w ,.:/'’]{{1,40}}?[)\]]?)?"


def is_correction(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is a note on a correction of the article it stands in.

    A label opens it ("Correction, 14 March: ..."), or it says of the article itself that it was changed or what it
    said before; a report that speaks of corrections does neither.
    """
    if SIGN not in paragraph.signs or paragraph.n_words > LONGEST:
        return False
    opening = _opening().match(paragraph.text)
    return opening is not None and (opening["hint"] is None or _speaks_of_itself().search(paragraph.text) is not None)


def mark_continued(paragraphs: list[Paragraph], labels: list[Label]) -> None:
    """Label what goes on from a note in the paragraph below, and what stands below the heading of a note."""
    for above, paragraph in itertools.pairwise(paragraphs):
        if labels[above.number] != CORRECTION or labels[paragraph.number] is not None:
            continue
        headed = _is_heading(above) and paragraph.n_words <= LONGEST and _speaks_of_error().search(paragraph.text)
        if headed or (paragraph.n_words <= LONGEST_CONTINUED and _goes_on().match(paragraph.text)):
            labels[paragraph.number] = CORRECTION


def _is_heading(paragraph: Paragraph) -> bool:
    """Tell whether a line is the label of a note and nothing else."""
    return paragraph.n_words <= LONGEST_HEADING and normal(paragraph.text) in lines_of("furniture", "correction")


@cache
def _words() -> dict[str, str]:
    """Give the alternatives of each entry."""
    return {
        name: "|".join(sorted((re.sub("'", "['’]", word) for word in entry), key=lambda word: (-len(word), word)))
        for name, entry in lexicon()["correction"].items()
    }


@cache
def _speaks_of_itself() -> re.Pattern[str]:
    """Compile what a note says of the article: that it was changed, or what an earlier version had."""
    words = _words()
    this = rf"(?:this|our)\s(?:[A-Z][a-z]+\.?\s\d{{1,2}}\s)?(?:{words['papers']})"
    return re.compile(
        rf"\b{this}\s(?:(?:was|has\s(?:since\s)?been)\s(?:{words['changed']})\b(?!\sby\b)|corrects\b"
        rf"|(?:has\s)?(?:{words['before']})\s(?:{words['told']})\b)"
        rf"|\b(?:{words['earlier']})\s(?:{words['versions']})s?\s(?:of|on|to|in|for|with)\s"
        rf"(?:(?:this|our)\s(?:{words['papers']})|the\s(?:{words['plain']}))\b(?!\sof\b)"
        rf"|\bthe\s(?:{words['parts']})\b[^.!?]{{0,60}}\s(?:has|have)\s(?:since\s|now\s)?been\s(?:{words['changed']})\b",
        re.IGNORECASE,
    )


@cache
def _speaks_of_error() -> re.Pattern[str]:
    """Compile what a note says whose label stands above it."""
    return re.compile(rf"{_speaks_of_itself().pattern}|\b(?:{_words()['wrong']})\b", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    """Compile how a note begins; group ``hint`` where its label may open other texts as well."""
    words = _words()
    the = rf"the\s(?:{words['papers']})"
    return re.compile(
        rf"{_MARKS}(?:(?:{words['labels']}){_BETWEEN}\s?(?::|\s[–—-]{{1,2}})\s?\S"
        rf"|(?P<hint>(?:{words['hints']}){_BETWEEN}\s?(?::|\s[–—-]{{1,2}})\s?\S)"
        rf"|(?:{words['opens']})\b|\((?:{words['agency']})\s[^()]+\)$"
        rf"|(?:(?:because\sof|due\sto|owing\sto)\s(?:[\w-]+\s){{1,5}}?errors?,\s)?(?:in\s)?(?:(?:an?|the|some)\s)?"
        rf"(?={_speaks_of_itself().pattern})(?:{words['earlier']}|this|our)\s"
        rf"|(?:{the}|the\sheadline\s(?:of|on)\sthis\s(?:{words['papers']}))\s(?:was|has\sbeen)\s(?:{words['changed']})"
        rf"(?:\s(?:on|at)\s[^.:;]{{1,30}})?(?:\.$|\sto\s(?:{words['aims']})\b)"
        rf"|we\shave\s(?:{words['changed']})\s(?:this|the|our)\s(?:{words['papers']})\b"
        rf"|updated\s(?:(?:on|at)\s)?[^.:;]{{0,20}}\d[^.:;]{{0,20}}\sto\s(?:{words['aims']})\b)",
        re.IGNORECASE,
    )


@cache
def _goes_on() -> re.Pattern[str]:
    """Compile how a second paragraph of a note begins."""
    words = _words()
    return re.compile(
        rf"(?:we|the\s[\w’' ]{{2,30}}?)\s(?:regrets?|apologi[sz]es?)\b"
        rf"|(?:this|it|the\s(?:{words['parts']}|{words['papers']}))\s(?:was|were|has|have)\s(?:since\s|now\s)?(?:been\s)?"
        rf"(?:{words['changed']})\b(?!\sby\b)"
        rf"|(?={_speaks_of_itself().pattern})(?:(?:an?|the)\s)?(?:{words['earlier']}|this|our)\s",
        re.IGNORECASE,
    )
