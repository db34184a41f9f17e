"""The holidays of the western calendar and the day each falls on."""

from datetime import date, timedelta

from samestory.claims.times_values import Context, Groups, Value, day_value, low, week_value

NEAR_AHEAD = 45


def holiday(groups: Groups, context: Context) -> Value:
    """Resolve a holiday of the western calendar: the nearest one, or as "last", "next" say."""
    name = (groups["holiday"] or "").lower().replace("’", "'")
    if groups.get("year"):
        return day_value(_holiday_date(name, int(groups["year"] or 1)))
    published = context.published
    if published is None:
        return Value(None, "DATE")
    days = [_holiday_date(name, published.year + step) for step in (-1, 0, 1)]
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
    first = date(year, month, 1)
    return first + timedelta(days=(weekday_index - first.weekday()) % 7 + 7 * (n - 1))


def _easter(year: int) -> date:
    """Give Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _holiday_date(name: str, year: int) -> date:
    """Give the day of a holiday in a year."""
    fixed = {
        "christmas": (12, 25),
        "christmas day": (12, 25),
        "christmas eve": (12, 24),
        "boxing day": (12, 26),
        "halloween": (10, 31),
        "independence day": (7, 4),
        "fourth of july": (7, 4),
        "new year's day": (1, 1),
        "new year's eve": (12, 31),
        "valentine's day": (2, 14),
    }
    if name in fixed:
        return date(year, *fixed[name])
    if name.startswith("thanksgiving"):
        return _nth_weekday(year, 11, 3, 4)
    if name == "election day":
        return _nth_weekday(year, 11, 0, 1) + timedelta(days=1)
    if name == "labor day":
        return _nth_weekday(year, 9, 0, 1)
    if name == "memorial day":
        last = _nth_weekday(year, 5, 0, 5)
        return last if last.month == 5 else last - timedelta(days=7)
    return _easter(year) + timedelta(days={"good friday": -2, "easter monday": 1}.get(name, 0))
