"""The holidays of the western calendar and the day each falls on."""

import calendar
from datetime import date, timedelta
from typing import Any

from samestory.claims.times.days import WEEKDAYS
from samestory.claims.times.values import Context, Groups, Value, day_value, low, week_value

NEAR_AHEAD = 45


def holiday(groups: Groups, context: Context) -> Value:
    """Resolve a holiday of the western calendar: the nearest one, or as "last", "next" say."""
    entry = context.lexicon["holidays"][(groups["holiday"] or "").replace("’", "'")]
    if groups.get("year"):
        return day_value(_holiday_date(entry, int(groups["year"] or 1)))
    published = context.published
    if published is None:
        return Value(None, "DATE")
    days = [_holiday_date(entry, published.year + step) for step in (-1, 0, 1)]
    relative = low(groups, "relative")
    if relative == "last":
        days = [day for day in days if day < published][-1:]
    elif relative == "next" or context.ahead:
        days = [day for day in days if day >= published][:1]
    # Told in the past, unless the day is near ahead.
    near = [day for day in days if (day - published).days <= NEAR_AHEAD] or days
    found = near[-1]
    return week_value(found) if groups.get("week") else day_value(found)


def _nth_weekday(year: int, month: int, weekday_index: int, n: int) -> date:
    """Give the nth weekday of a month, the last one for -1."""
    first, length = date(year, month, 1), calendar.monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if (first.weekday() + day - 1) % 7 == weekday_index]
    return date(year, month, days[n - 1 if n > 0 else n])


def _easter(year: int) -> date:
    """Give Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _holiday_date(entry: Any, year: int) -> date:
    """Give the day of a holiday in a year, as the lexicon describes it."""
    if isinstance(entry, list):
        return date(year, *entry)
    if "easter" in entry:
        return _easter(year) + timedelta(days=entry["easter"])
    found = _nth_weekday(year, entry["month"], WEEKDAYS.index(entry["weekday"]), entry["nth"])
    return found + timedelta(days=entry.get("after", 0))
