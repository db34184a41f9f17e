"""Clock times without a day: a text that names none beside them leaves their day to whoever reads it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.codebook import Event
from samestory.claims.coding.findings import Finding
from samestory.rows import Row

CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T\d\d")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
# A clock time is of the event where its day, read off what was spoken of before, lies so near.
NEAR_DAYS = timedelta(days=7)
# So long before its day an event may have begun: late in the evening, or by the clock of another zone.
EVE = timedelta(hours=6)


def is_clock(row: Row) -> bool:
    """Say whether a time is a clock time of a known day."""
    return row["type"] == "TIME" and CLOCK.match(row["value"] or "") is not None


def has_named_day(row: Row, rows: Sequence[Row]) -> bool:
    """Say whether a text names the day of a clock time: in its own words, or as another time of the sentence.

    Args:
        row: the clock time, a row of claims/times.
        rows: all times of its sentence.
    """
    return _WEEKDAY.search(row["text"]) is not None or any(names_day(other, row) for other in rows)


def names_day(row: Row, clock: Row) -> bool:
    """Say whether a time tells the day that a clock time is of."""
    if not is_clock(clock):
        return False
    if row["type"] not in {"DATE", "TIME"} or not (row["value"] or "")[:1].isdigit() or row is clock:
        return False
    told = not is_clock(row) or _WEEKDAY.search(row["text"]) is not None
    return told and row["earliest"] == row["latest"] and row["value"][:10] == clock["value"][:10]


def is_on_eve(row: Row, day: str) -> bool:
    """Say whether a clock time lies so shortly before a day (ISO 8601) that it may tell of what happened on it."""
    if not is_clock(row):
        return False
    try:
        return datetime.fromisoformat(row["latest"].removesuffix("Z")) >= datetime.fromisoformat(day) - EVE
    except ValueError:
        return False


def on_day_of_event(finding: Finding, article: Article, sentence: Sentence, event: Event) -> Finding:
    """Put a clock time that answers when the event was on the event's day, where the text names no other.

    A day that was named before it in its paragraph, or in the sentence before, stays.
    """
    rows = inside(article.times, sentence.start, sentence.end)
    row = next((row for row in rows if finding.start <= row["start"] < finding.end and is_clock(row)), None)
    if row is None or event.date is None or has_named_day(row, rows):
        return finding
    paragraph = article.text.rfind("\n", 0, sentence.start) + 1
    first = min(paragraph, max((s.start for s in article.sentences if s.start < sentence.start), default=paragraph))
    if any(names_day(before, row) for before in inside(article.times, first, sentence.start)):
        return finding
    value = finding.value or ""
    try:
        away = abs(date.fromisoformat(value[:10]) - date.fromisoformat(event.date))
    except ValueError:
        return finding
    return replace(finding, value=event.date + value[len("yyyy-mm-dd") :]) if away <= NEAR_DAYS else finding
