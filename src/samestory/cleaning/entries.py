"""Reports written as things happen: the times that head their entries, and who wrote each."""

import re

from samestory.cleaning.byline import NAMES
from samestory.cleaning.dates import find_dates
from samestory.cleaning.layout import Label, Paragraph

ENTRY = ("subhead", "time_of_entry")
# "10 p.m.", "14:05 GMT" heads an entry of a report that is written as things happen.
ENTRY_TIME = re.compile(r"(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\d{1,2}[:.]\d\d)(?:\s[A-Z]{2,4})?", re.ASCII)
DATED: tuple[Label, ...] = (None, ("date", "date_line"))
DIGIT = re.compile(r"\d")
CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
FEWEST_BARE = 3
LONGEST_TIME = 10
FEWEST = 2


def mark_entries(paragraphs: list[Paragraph], labels: list[Label]) -> None:
    """Label the times that head entries: two lines or more that are a time, alone or with its date, and text between.

    A date of publication is printed once, or with a label; those in a row are that of a page and its change.
    """
    timed = [p for p in paragraphs if p.n_words <= LONGEST_TIME and labels[p.number] in DATED and heads_entry(p)]
    if sum(ENTRY_TIME.fullmatch(p.text) is not None for p in timed) == len(timed) - 1 >= FEWEST:
        # One date among bare times is that of the page.
        timed = [p for p in timed if ENTRY_TIME.fullmatch(p.text)]
    timed = timed or _clock(paragraphs, labels)
    apart = [p for p, before in zip(timed, [None, *timed], strict=False) if not before or p.number > before.number + 1]
    if len(apart) >= FEWEST:
        for paragraph in timed:
            labels[paragraph.number] = ENTRY


def _clock(paragraphs: list[Paragraph], labels: list[Label]) -> list[Paragraph]:
    """Give the lines such as "14:05" where they go on or back as a clock does; lengths of films do not."""
    bare = [p for p in paragraphs if labels[p.number] == ("furniture", "counter") and CLOCK.fullmatch(p.text)]
    times = [tuple(map(int, p.text.split(":"))) for p in bare]
    goes_on = len(set(times)) == len(times) >= FEWEST_BARE and times in (sorted(times), sorted(times, reverse=True))
    return bare if goes_on else []


def heads_entry(paragraph: Paragraph) -> bool:
    """Tell whether a line is a time and nothing else, or a date with its time."""
    line = paragraph.text
    if not DIGIT.search(line):
        return False
    if ENTRY_TIME.fullmatch(line):
        return True
    date = next(find_dates(line), None)
    return date is not None and "T" in date.value and (date.start, date.end) == (0, len(line))


def mark_writers(paragraphs: list[Paragraph], labels: list[Label], lead: int) -> None:
    """Label the name below the time of an entry that is printed at the head of the report too."""
    if ENTRY not in labels:
        return
    head = " ".join(p.text for p in paragraphs[:lead])
    for paragraph in paragraphs[1:]:
        number = paragraph.number
        if (
            labels[number] is None
            and labels[number - 1] == ENTRY
            and NAMES.fullmatch(paragraph.text)
            and paragraph.text in head
        ):
            labels[number] = ("byline", "names_under_time")
