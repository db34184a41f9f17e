"""The head of an article whose line breaks were lost: headline, byline, date and dateline in front of the report."""

import re
from collections.abc import Iterator

from samestory.cleaning.byline import NAME, find_byline
from samestory.cleaning.credit import Agencies
from samestory.cleaning.dateline import AGENCY_NOTE, find_dateline
from samestory.cleaning.dates import find_dates
from samestory.cleaning.inline import leads_to_name
from samestory.cleaning.sentence import OPENERS

Part = tuple[int, int, str, str]

FEWEST_CHARACTERS = 160
FEWEST_TWICE = 20
REACH = 420
LONGEST_DATE = 45
LONGEST_BYLINE = 90
LONGEST_HEADLINE = 25
FEWEST_IN_HEADLINE = 4
GAP = " \t\u00a0|·•–—-,;"
LETTERS = re.compile(r"[^\W_]+")
# A headline printed twice without a break between.
TWICE = re.compile(r"(?P<headline>\S.{18,200}?\S)\s+(?P=headline)(?=\s)")
# What stands in front of a date and belongs to it: "Published:", "Last updated on".
LABEL = re.compile(
    r"(?:(?:(?:First|Last|FIRST|LAST)\s+(?i:published|updated|posted|modified)"
    r"|[PUMIR](?i:ublished|pdated|osted|odified|ssued|eleased))(?i:\s+(?:on|at))?|[Dd]ate|on)\s*:?\s*$"
)
# What a head with a byline or a labelled date has; without it only a date at its beginning is looked for.
HINT = re.compile(r"[BPUMIRpumir](?:[Yy]\s|(?i:ublished|pdated|osted|odified|ssued|eleased))")
BY = re.compile(r"(?<![\w’'])(?:By|BY)\s")
# "By Ada Quill, Harbour Post The trains were": names, perhaps a paper, and a word that opens sentences behind them.
BY_NAME = re.compile(rf"By (?:{NAME} ){{1,2}}?{NAME}(?:, {NAME}(?: {NAME}){{0,3}}?)? (?=(?P<opener>[A-Z][a-z]*) [a-z])")
CAPITALS = re.compile(r"(?<=[\w’”\"?!)] )[A-Z]{2}")
# A stop with another sentence behind it; none of an initial or of "U.S.".
STOPPED = re.compile(r"(?<=[\w”\"’)][\w”\"’)])[.!?…][”\"’)]*\s+[\"“‘(]?[A-Z]")


def run_in_head(line: str, title: str | None, agencies: Agencies) -> list[Part]:
    """Find what stands in front of the report in its own line.

    Only what shows its end is set aside: the headline where it is known or printed twice, or where a byline, a date or
    a dateline in capitals follows; a byline where a date, a dateline or the opening of a sentence follows.

    Args:
        line: the first paragraph of the report.
        title: the headline where it is known from elsewhere.
        agencies: the agencies known.

    Returns:
        (start, end, kind, rule) of each part, in order, disjoint; behind the last of them stands the report.
    """
    if len(line) < FEWEST_CHARACTERS:
        return []
    parts = _known_headline(line, title) if title else _headline_twice(line)
    if not parts and find_dateline(line, agencies):
        return []
    at = parts[-1][1] if parts else 0
    head = line[: at + REACH]
    facts = _facts(head, at, agencies)
    if facts and line[facts[-1][1] :].lstrip(GAP)[:1].islower():
        # A sentence that goes on behind the date has the date in it.
        facts = []
    ends = facts[0][0] if facts else next(_datelines(head, at, agencies), None)
    if not parts and ends is not None and _reads_as_headline(head[:ends]):
        note = AGENCY_NOTE.match(head)
        named = ("furniture", "agency_note") if note else ("title", "run_into_report")
        parts = [(0, len(head[:ends].rstrip(GAP)), *named)]
    return parts + [(start, end, kind, "run_into_report") for start, end, kind in facts]


def _known_headline(line: str, title: str) -> list[Part]:
    """Give the known headline where it opens a line, as often as it is repeated there."""
    words = LETTERS.findall(title)
    if len(words) < FEWEST_IN_HEADLINE:
        return []
    known = re.compile(r"\W*?" + r"[\W_]+".join(map(re.escape, words)) + r"(?!\w)[”\"’)?!.…]*", re.IGNORECASE)
    parts: list[Part] = []
    at = 0
    while match := known.match(line, at):
        start = match.end() - len(match.group().lstrip())
        parts.append((start, match.end(), "title", "headline_repeated" if parts else "given_title"))
        at = match.end()
    # Where the sentence goes on the lead was taken for the headline.
    return [] if line[at:].lstrip(GAP)[:1].islower() else parts


def _headline_twice(line: str) -> list[Part]:
    """Give a headline that opens a line and is repeated at once."""
    opening = line[:FEWEST_TWICE]
    match = TWICE.match(line[: 2 * REACH]) if line.find(opening, FEWEST_TWICE, 2 * REACH) > 0 else None
    if match is None or len(match["headline"].split()) < FEWEST_IN_HEADLINE or STOPPED.search(match["headline"]):
        return []
    length = len(match["headline"])
    return [
        (0, length, "title", "run_into_report"),
        (match.end() - length, match.end(), "title", "headline_repeated"),
    ]


def _facts(head: str, at: int, agencies: Agencies) -> list[tuple[int, int, str]]:
    """Give byline and dates, (start, end, kind) in order: the first byline whose end shows, else dates with a label."""
    if not HINT.search(head, at) and not any(find_dates(head[at : at + LONGEST_DATE])):
        return []
    dates = [_with_label(head, at, date.start, date.end) for date in find_dates(head) if date.start >= at]
    for by in (match.start() for match in BY.finditer(head, at)):
        before = [(a, b, "date") for a, b, _ in dates if b <= by and not head[b:by].strip(GAP)]
        opens = bool(before) or not head[at:by].strip(GAP)
        end = _end_of_byline(head, by, opens, [start for start, _, _ in dates], agencies)
        if end is not None:
            return [*before, (by, end, "byline"), *_in_a_row(head, end, dates)]
    first = next((start for start, _, labelled in dates if labelled or not head[at:start].strip(GAP)), None)
    return [] if first is None else _in_a_row(head, first, dates)


def _with_label(head: str, at: int, start: int, end: int) -> tuple[int, int, bool]:
    """Give a date's span with the label in front of it, and whether it has one that only the page prints."""
    label = LABEL.search(head, max(at, start - 30), start)
    if label is None:
        return start, end, False
    return label.start(), end, label.group()[0].isupper() and label.group()[:4] != "Date"


def _end_of_byline(head: str, by: int, opens: bool, dates: list[int], agencies: Agencies) -> int | None:
    """Find where a byline ends: before a date or dateline, or before a sentence if it opens the line."""
    reach = by + LONGEST_BYLINE
    behind = [start for start in dates if by < start <= reach]
    for end in sorted([*behind[:1], *_datelines(head[: reach + REACH], by, agencies)][:2]):
        line = head[by:end].rstrip(GAP)
        if end <= reach and find_byline(line, agencies) and not STOPPED.search(line):
            return by + len(line)
    if opens and (named := BY_NAME.match(head, by)) and named["opener"].casefold() in OPENERS:
        return by + len(named.group().rstrip())
    return None


def _in_a_row(head: str, at: int, dates: list[tuple[int, int, bool]]) -> list[tuple[int, int, str]]:
    """Give the dates that follow one another from a place on, with nothing but separators between them."""
    row: list[tuple[int, int, str]] = []
    for start, end, _ in dates:
        if start >= at:
            if head[at:start].strip(GAP):
                break
            row.append((start, end, "date"))
            at = end
    return row


def _datelines(head: str, at: int, agencies: Agencies) -> Iterator[int]:
    """Yield where datelines in capitals stand amid a line; a small word in front of capitals belongs to a sentence."""
    for match in CAPITALS.finditer(head, at):
        before = head[at : match.start()].split()
        # A place begins with the first of its words.
        if not before or before[-1].isupper() or before[-1].casefold() in leads_to_name():
            continue
        if find_dateline(head[match.start() :], agencies):
            yield match.start()


def _reads_as_headline(text: str) -> bool:
    """Tell whether what stands in front of the facts can be a headline: one sentence at most, of some words."""
    return FEWEST_IN_HEADLINE <= len(text.split()) <= LONGEST_HEADLINE and not STOPPED.search(f"{text.rstrip(GAP)} A")
