"""A date of publication as data gives it, in a record's field or a table's cell: read whatever its form."""

import datetime
import re
import unicodedata
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from functools import cache

from samestory.months import month_numbers

LONGEST = 100
DAY, MINUTE = len("2024-05-14"), len("2024-05-14T21:13")
ZONE = re.compile(r"T.+(?:Z|[+-]\d\d:?\d\d)$")
YEAR_OR_MONTH = re.compile(r"\d{4}(-\d{2})?")
# Seconds or milliseconds since 1970, from 1973 on: fewer digits are a day without signs (20240514) or a number.
SECONDS = re.compile(r"[1-9]\d{8,9}(?:\.\d+)?")
MILLISECONDS = re.compile(r"[1-9]\d{11,12}")
FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/-])")
YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)([./-])(\d{1,2})\2(\d{1,2})(?!\d)")
DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|º|er)?\.?[\s-]+(?:de\s+)?([^\W\d]{3,10})\.?,?[\s-]+(?:de\s+)?((?:19|20)\d\d)"
)
MONTH_FIRST = re.compile(r"([^\W\d]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)")
CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})[:.h](\d\d)(?::(\d\d))?(?![\d.])\s?([ap]\.?m\b)?\s?(z\b|gmt\b|utc\b|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)


def iso_moment(value: str, day_first: bool | None = None) -> str | None:
    """Give a date as ISO 8601, with its time unless that is midnight; None where it is no date or may be two.

    Args:
        value: ISO 8601, the date of an e-mail (RFC 5322), seconds or milliseconds since 1970, a date in words
            (``14 May 2024``, ``14. Mai 2024``) or in figures (``14.05.2024``, ``5/14/24``), with a time or without.
        day_first: whether figures between slashes or hyphens are day and month or month and day; where it is not
            known they are read if only one of both is a date. Between full stops the day stands first.
    """
    value = value.strip()[:LONGEST]
    if YEAR_OR_MONTH.fullmatch(value):
        return value
    moment = _standard(value)
    if moment is not None:
        midnight = moment.time() == datetime.time()
        return moment.date().isoformat() if midnight else moment.isoformat(timespec="minutes")
    found = _printed(value, day_first)
    if found is None:
        return None
    day, rest = found
    return day.isoformat() + _clock(rest)


def exists(moment: str) -> bool:
    """Tell whether a date in ISO 8601, of a year or month or more, is one of the calendar."""
    # A year and a month begin with their first day.
    whole = {4: f"{moment}-01-01", 7: f"{moment}-01"}.get(len(moment), moment)
    try:
        datetime.datetime.fromisoformat(whole)
    except ValueError:
        return False
    return True


def order_of(first: str, second: str) -> int:
    """Say which of two moments came first, as far as they tell: -1 the first, 1 the second, 0 where it is not known.

    Hours of two zones are compared by the clock of one, to the minute. Where one moment has no hour, or only one of
    them a zone, they are compared by what both print: their days, or months.
    """
    zones = [ZONE.search(moment) for moment in (first, second)]
    if all(zones):
        instants = [
            datetime.datetime.fromisoformat(moment).replace(second=0, microsecond=0) for moment in (first, second)
        ]
        return (instants[0] > instants[1]) - (instants[0] < instants[1])
    known = min(len(first), len(second), DAY if any(zones) else MINUTE)
    return (first[:known] > second[:known]) - (first[:known] < second[:known])


def day_comes_first(values: Iterable[str]) -> bool | None:
    """Tell from all dates of a table whether day or month comes first in figures; None where they do not show it."""
    orders = set()
    for value in values:
        if match := FIGURES.search(value):
            first, second = int(match[1]), int(match[3])
            if first > 12 >= second:
                orders.add(True)
            elif second > 12 >= first:
                orders.add(False)
    return orders.pop() if len(orders) == 1 else None


def _standard(value: str) -> datetime.datetime | None:
    """Read what standards define: ISO 8601, an e-mail's date, time since 1970."""
    try:
        if MILLISECONDS.fullmatch(value):
            return datetime.datetime.fromtimestamp(int(value) // 1000, datetime.UTC)
        if SECONDS.fullmatch(value):
            return datetime.datetime.fromtimestamp(int(float(value)), datetime.UTC)
        return datetime.datetime.fromisoformat(value)
    except ValueError:
        pass
    if "," not in value[:5]:
        return None
    try:
        return parsedate_to_datetime(value)
    except ValueError:
        return None


def _printed(value: str, day_first: bool | None) -> tuple[datetime.date, str] | None:
    """Read a date in words or in figures: the day, and what stands around it."""
    if match := DAY_FIRST.search(value):
        days = [_day(match[3], _month(match[2]), match[1])]
    elif match := MONTH_FIRST.search(value):
        days = [_day(match[3], _month(match[1]), match[2])]
    elif match := YEAR_FIRST.search(value):
        days = [_day(match[1], int(match[3]), match[4])]
    elif match := FIGURES.search(value):
        day_first = True if match[2] == "." else day_first
        year = match[4] if len(match[4]) == 4 else f"20{match[4]}"
        read = {
            True: _day(year, int(match[3]), match[1]),
            False: _day(year, int(match[1]), match[3]),
        }
        days = [read[day_first]] if day_first is not None else list(dict.fromkeys(read.values()))
    else:
        return None
    exist = [day for day in days if day is not None]
    return (exist[0], value[: match.start()] + " " + value[match.end() :]) if len(exist) == 1 else None


def _day(year: str, month: int | None, day: str) -> datetime.date | None:
    """Give a day that exists."""
    try:
        return datetime.date(int(year), month or 0, int(day))
    except ValueError:
        return None


def _month(name: str) -> int | None:
    """Give a month by its name, with accents or without."""
    return _months().get(_bare(name))


@cache
def _months() -> dict[str, int]:
    return {_bare(name): number for names in month_numbers().values() for name, number in names.items()}


def _bare(word: str) -> str:
    """Give a word in small letters, without accents."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _clock(text: str) -> str:
    """Give a time of day as ``Thh:mm`` with the zone it names in figures, or an empty string."""
    match = CLOCK.search(text)
    if match is None:
        return ""
    hour, half = int(match[1]), (match[4] or "")[:1].lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or int(match[2]) > 59:
        return ""
    zone = (match[5] or "").lower()
    if zone:
        zone = "+00:00" if zone.isalpha() else f"{zone[:3]}:{zone[-2:]}"
    return "" if (hour, match[2], zone) == (0, "00", "") else f"T{hour:02}:{match[2]}{zone}"
