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
_YESTERDAY = re.compile(r"yesterday\b|last night\b|overnight\b", re.IGNORECASE)
# What is published from this hour on may be written for the next day's paper.
EVENING = 17
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


def at_same_moment(clock: Row, rows: Sequence[Row]) -> list[Row]:
    """Give a clock time with those by the clocks of other zones that tell its moment: "1:20 a.m. (1520 GMT Sunday)".

    Args:
        clock: a row of claims/times; none is given for what is no clock time.
        rows: all times of its sentence.
    """
    if not is_clock(clock):
        return []
    moment = _moment(clock)
    return [row for row in rows if row is clock or (is_clock(row) and moment is not None and _moment(row) == moment)]


def _moment(row: Row) -> datetime | None:
    """Give the moment of a clock time whose offset from UTC is known."""
    value = (row["value"] or "").removesuffix("Z")
    try:
        return datetime.fromisoformat(f"{value}{row['utc_offset']}") if row.get("utc_offset") else None
    except ValueError:
        return None


def is_of_next_paper(row: Row, printed: str, published: str | None, day: str) -> bool:
    """Say whether "yesterday" or "last night" may mean the day itself: told late on it, for the next day's paper.

    Args:
        row: a row of claims/times.
        printed: its words.
        published: when the article was published (ISO 8601).
        day: the day of the event.
    """
    if _YESTERDAY.match(printed) is None or not row["value"] or published is None:
        return False
    try:
        evening, told = datetime.fromisoformat(published), date.fromisoformat(row["value"][:10])
    except ValueError:
        return False
    late = "T" in published and evening.hour >= EVENING
    return late and evening.date().isoformat() == day[:10] and (evening.date() - told).days == 1


def on_day_of_event(finding: Finding, article: Article, sentence: Sentence, event: Event) -> Finding:
    """Put a clock time that answers when the event was on the event's day, where the text names no other.

    A day that was named before it in its paragraph, or in the sentence before, stays. "Last night" names
    none in what was published that evening for the next day's paper.
    """
    if event.date is None:
        return finding
    times = inside(article.times, sentence.start, sentence.end)
    papers = [row for row in times if is_of_next_paper(row, row["text"], article.published, event.date)]
    rows = [row for row in times if row not in papers]
    row = next((row for row in rows if finding.start <= row["start"] < finding.end and is_clock(row)), None)
    if row is None or has_named_day(row, rows):
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
