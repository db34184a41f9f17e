"""Dates and times in words: ``8 Dec 2023, 04:15``, ``8 Dec 2023, 04:15 UTC+03:00``, ``11–20 Oct 2023``, ``2014``."""

import calendar
import re
from datetime import date

from samestory.claims.coding.findings import STATED
from samestory.compare.values import DAY_PARTS

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(?:(\d\d:\d\d)(?::\d\d)?|([A-Z]{2})))?(Z|[+-]\d\d:\d\d)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")


def say_moment(value: str) -> str:
    """Say an ISO 8601 month, date or time in words, also one with TIMEX3's part of the day; what is none stays.

    Of a statement's value (``stated: 7; 2023-12-08TEV``) each part is said.
    """
    if value.startswith(f"{STATED}: "):
        return f"{STATED}: " + "; ".join(map(say_moment, value.removeprefix(f"{STATED}: ").split("; ")))
    if whole := _MONTH.fullmatch(value):
        return f"{_month(int(whole[2]))} {whole[1]}"
    match = _ISO.fullmatch(value)
    if not match:
        return value
    year, month, day, clock, part, zone = match.groups()
    told = clock or DAY_PARTS.get(part or "", part)
    time = f", {told}" if told else ""
    offset = f" UTC{(zone or '').removesuffix('Z')}" if zone else ""
    return f"{int(day)} {_month(int(month))} {year}{time}{offset}"


def say_span(earliest: str, latest: str) -> str:
    """Say the span from the first to the last moment a time expression can mean."""
    if earliest == latest or not (_ISO.fullmatch(earliest) and _ISO.fullmatch(latest)):
        return say_moment(earliest)
    first, last = day_of(earliest), day_of(latest)
    if first is None or last is None or first == last:
        return say_moment(earliest)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
            return f"{_month(first.month)} {first.year}"
        return f"{first.day}–{last.day} {_month(last.month)} {last.year}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {_month(first.month)}{year} – {last.day} {_month(last.month)} {last.year}"


def day_of(value: str) -> date | None:
    """Give the day of an ISO 8601 date or time, None where it is none."""
    match = _ISO.fullmatch(value)
    try:
        return date(*map(int, match.groups()[:3])) if match else None
    except ValueError:
        return None


def _month(number: int) -> str:
    return calendar.month_abbr[number] if 1 <= number <= 12 else "?"
