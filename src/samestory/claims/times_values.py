"""What an expression of time means: TIMEX3 values and the first and last day they can mean.

Values follow the TimeML guidelines (Saurí et al. 2006): ``2023-12-08``, ``2023-W49``, ``2023-12-08T04:15``, ``P2M``.
A weekday or month without a year is resolved by the day of publication.
"""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from samestory.claims.quantities_numbers import quantity_lexicon

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
NEAR_AHEAD = 45
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


@dataclass(frozen=True, slots=True)
class Context:
    """What a resolver may look at.

    Attributes:
        published: the day of publication, None when unknown.
        ahead: the words before the expression point to the future.
        day: the last day the article spoke of.
        lexicon: times.toml.
    """

    published: date | None
    ahead: bool
    day: date | None
    lexicon: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value (None where the text does not allow one), its type, the first and last day it can mean."""

    value: str | None
    type: str
    earliest: str | None = None
    latest: str | None = None
    needs_day: bool = False


Groups = Mapping[str, str | None]


def _days(value: str, first: date, last: date, kind: str = "DATE") -> Value:
    return Value(value, kind, first.isoformat(), last.isoformat())


def day_value(day: date) -> Value:
    """Give the value of one day."""
    return _days(day.isoformat(), day, day)


def month_value(year: int, month: int, mod: str | None = None) -> Value:
    """Give the value of a month, or of its early, middle or late third."""
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(mod or "", (1, last))
    return _days(f"{year:04}-{month:02}", date(year, month, first_day), date(year, month, last_day))


def year_value(year: int) -> Value:
    """Give the value of a year."""
    return _days(f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def week_value(day: date) -> Value:
    """Give the value of the ISO week of a day."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return _days(f"{year:04}-W{week:02}", monday, monday + timedelta(days=6))


def _month_number(name: str) -> int:
    return int(name) if name.isdigit() else MONTHS.index(name.lower()[:3]) + 1


def _real_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift_months(day: date, months: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def calendar_date(groups: Groups, context: Context) -> Value:
    """Resolve a month, with day, year and weekday where printed, or a bare year."""
    year = groups.get("year") or groups.get("year2")
    name = groups.get("month") or groups.get("month2")
    if name is None:
        return year_value(int(year or 1))
    month, day = _month_number(name), groups.get("day")
    if day is not None:
        number = int(re.sub(r"\D", "", day))
        if year is not None:
            found = _real_date(int(year), month, number)
        else:
            found = _nearest_day(context.published, month, number, context.ahead)
        if found is None:
            return Value(f"XXXX-{month:02}-{number:02}", "DATE")
        return day_value(found)
    if year is not None:
        return month_value(int(year), month, _low(groups, "mod"))
    return _bare_month(month, groups, context)


def _low(groups: Groups, name: str) -> str | None:
    found = groups.get(name)
    return found.lower() if found else None


def _nearest_day(published: date | None, month: int, day: int, ahead: bool) -> date | None:
    """Give the date of that name nearest to publication; ahead of it when the text says so."""
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    options = [found for y in years if (found := _real_date(y, month, day)) is not None]
    if ahead:
        options = [o for o in options if 0 <= (o - published).days < 200] or options
    return min(options, key=lambda o: (abs((o - published).days), o)) if options else None


def _bare_month(month: int, groups: Groups, context: Context) -> Value:
    """Resolve a month without a year: the nearest one, or as "last", "next" say."""
    published, relative, mod = context.published, _low(groups, "relative"), _low(groups, "mod")
    if published is None:
        return Value(f"XXXX-{month:02}", "DATE")
    back = (published.month - month) % 12
    year = published.year if month <= published.month else published.year - 1
    word = _low(groups, "year_word")
    if word is not None:
        return month_value(published.year + {"next": 1, "last": -1}.get(word, 0), month, mod)
    ahead = relative == "next" or (relative != "last" and back and (context.ahead or back > 7))
    if relative == "last" and not back:
        year -= 1
    return month_value(year + 1 if ahead else year, month, mod)


def second_day(groups: Groups, context: Context) -> Value:
    """Resolve the second day of "April 24 and 25"."""
    if context.day is None:
        return Value(None, "DATE")
    found = _real_date(context.day.year, context.day.month, int(groups["day"] or 1))
    return day_value(found) if found else Value(None, "DATE")


def weekday_date(name: str, relative: str | None, context: Context) -> date | None:
    """Give the day a weekday means: the last one up to publication, or the next where the text points ahead."""
    if context.published is None:
        return None
    back = (context.published.weekday() - WEEKDAYS.index(name.lower())) % 7
    if relative == "next" or (relative is None and back and context.ahead):
        return context.published + timedelta(days=7 - back)
    if relative == "last" and not back:
        back = 7
    return context.published - timedelta(days=back)


def weekday(groups: Groups, context: Context) -> Value:
    """Resolve "Friday", "last Friday", "Friday night"."""
    name, part = groups["weekday"] or "", _low(groups, "part")
    found = weekday_date(name, _low(groups, "relative"), context)
    if found is None:
        return Value(f"XXXX-WXX-{WEEKDAYS.index(name.lower()) + 1}", "DATE")
    return _part_of_day(found, part, context)


def _part_of_day(day: date, part: str | None, context: Context) -> Value:
    if part is None:
        return day_value(day)
    return _days(f"{day.isoformat()}T{context.lexicon['parts'][part]}", day, day, "TIME")


def relative_day(groups: Groups, context: Context) -> Value:
    """Resolve "today", "yesterday", "tonight", "this morning", "last night"."""
    word, part = _low(groups, "word") or "", _low(groups, "part")
    steps = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word, 0)
    if word == "tonight":
        part = "night"
    if context.published is None:
        return Value(None, "TIME" if part else "DATE")
    return _part_of_day(context.published + timedelta(days=steps), part, context)


def clock(groups: Groups, context: Context) -> Value:
    """Resolve a clock time; its day is that of a weekday beside it, else the caller's."""
    word, part = _low(groups, "word"), _low(groups, "part")
    hour, minute = int(groups.get("hour") or 0), groups.get("minute") or "00"
    if word is not None:
        hour = 24 if word == "midnight" else 12
    elif groups.get("number"):
        hour = int(_count(groups["number"] or "") or 0) % 24
    afternoon = (_low(groups, "meridiem") or "").startswith("p") or part in {"afternoon", "evening"}
    if groups.get("meridiem") or part:
        hour = hour % 12 + (12 if afternoon else 0)
    mark = "Z" if groups.get("zone") in {"GMT", "UTC"} else ""
    name = groups.get("weekday")
    found = weekday_date(name, None, context) if name else None
    if found is None:
        return Value(f"T{hour:02}:{minute}{mark}", "TIME", needs_day=True)
    return with_day(Value(f"T{hour:02}:{minute}{mark}", "TIME"), found)


def with_day(value: Value, day: date | None) -> Value:
    """Put a clock time on a day."""
    if day is None or value.value is None:
        return Value(value.value and f"XXXX-XX-XX{value.value}", "TIME")
    moment = f"{day.isoformat()}{value.value}"
    return Value(moment, "TIME", moment, moment)


def _count(text: str) -> float | None:
    """Give the number a text names: digits, a number word, "5 1/2", "two and a half"; None when vague."""
    words = text.lower().replace(",", "").split()
    if not words or text.lower() in {"a few", "several", "a couple of"}:
        return None
    half = 0.5 if words[-3:] == ["and", "a", "half"] or words[0] == "half" else 0.0
    if words[0] == "half":
        return 0.5
    first = words[1] if words[:2] == ["a", "dozen"] else words[0]
    lexicon = quantity_lexicon()
    if first in {"a", "an"}:
        return 1 + half
    value = lexicon["numerals"].get(first, lexicon["scales"].get(first))
    if value is None:
        try:
            value = float(first)
        except ValueError:
            return None
    if len(words) > 1 and "/" in words[1]:
        upper, under = words[1].split("/")
        half = int(upper) / int(under) if int(under) else 0.0
    return float(value) + half


def _unit(groups: Groups) -> str:
    unit = _low(groups, "unit") or ""
    return "century" if unit.startswith("centur") else unit.removesuffix("s")


def period(count: float | None, unit: str, context: Context) -> str:
    """Give the TIMEX3 duration: P2M, PT5H30M, PXW; decades and centuries in years."""
    code = context.lexicon["units"][unit]
    if code in {"DE", "CE"}:
        factor = 10 if code == "DE" else 100
        return "PXY" if count is None else f"P{_plain(count * factor)}Y"
    time, letter = ("T", code[1]) if len(code) == 2 else ("", code)
    if count is None:
        return f"P{time}X{letter}"
    if code == "TH" and count != int(count):
        return f"PT{int(count)}H{round((count - int(count)) * 60)}M" if count > 1 else f"PT{round(count * 60)}M"
    return f"P{time}{_plain(count)}{letter}"


def _plain(number: float) -> str:
    return f"{number:.10g}"


def duration(groups: Groups, context: Context) -> Value:
    """Resolve "two weeks", "16-hour", "a month"."""
    return Value(period(_count(groups["number"] or ""), _unit(groups), context), "DURATION")


def vague_duration(groups: Groups, context: Context) -> Value:
    """Resolve "for weeks", "decades-long", "day-long"."""
    printed = _low(groups, "unit") or ""
    return Value(period(None if printed.endswith("s") else 1, _unit(groups), context), "DURATION")


def ago(groups: Groups, context: Context) -> Value:
    """Resolve "two months ago", "a decade ago": a day, week, month or year."""
    count, unit, published = _count(groups["number"] or ""), _unit(groups), context.published
    if count is None:
        return Value("PAST_REF", "DATE")
    if published is None:
        return Value(period(count, unit, context), "DURATION")
    return _moved(published, -count, unit, context)


def _moved(start: date, count: float, unit: str, context: Context) -> Value:
    """Move a day by a count of units; the value is as fine as the unit."""
    try:
        if unit in {"day", "night"}:
            return day_value(start + timedelta(days=int(count)))
        if unit == "week":
            return week_value(start + timedelta(weeks=count))
        if unit in {"month", "quarter"}:
            year, month = _shift_months(start, round(count * (3 if unit == "quarter" else 1)))
            return month_value(year, month)
        if unit in {"year", "decade", "century"}:
            factor = {"year": 1, "decade": 10, "century": 100}[unit]
            return year_value(start.year + round(count * factor))
    except (ValueError, OverflowError):
        return Value(None, "DATE")
    return Value(period(abs(count), unit, context), "DURATION")


def vague_past(_groups: Groups, _context: Context) -> Value:
    """Resolve "years ago"."""
    return Value("PAST_REF", "DATE")


def relative_period(groups: Groups, context: Context) -> Value:
    """Resolve "last week", "this month", "next year", "later that year"."""
    relative, unit, published = _low(groups, "relative") or "", _unit(groups), context.published
    steps = {"last": -1, "next": 1}.get(relative, 0)
    anchor = context.day if relative.startswith("that") and context.day else published
    if anchor is None:
        return Value(None, "DATE")
    if unit == "decade":
        return _decade(anchor.year // 10 + steps)
    if unit == "century":
        return Value(f"{anchor.year // 100 + steps:02}", "DATE")
    value = _moved(anchor, steps, unit, context)
    if unit == "month" and groups.get("mod") and value.value:
        return month_value(int(value.value[:4]), int(value.value[5:7]), _low(groups, "mod"))
    return value


def weekend(groups: Groups, context: Context) -> Value:
    """Resolve "the weekend", "last weekend", "next weekend"."""
    if context.published is None:
        return Value(None, "DATE")
    monday = context.published - timedelta(days=context.published.weekday())
    relative = _low(groups, "relative")
    # Early in the week, "the weekend" is the one before.
    back = relative == "last" or (relative == "the" and context.published.weekday() < 3 and not context.ahead)
    saturday = monday + timedelta(days=5 + {True: -7, False: 7 if relative == "next" else 0}[back])
    year, week, _ = saturday.isocalendar()
    return _days(f"{year:04}-W{week:02}-WE", saturday, saturday + timedelta(days=1))


def week_of(groups: Groups, context: Context) -> Value:
    """Resolve "the week of March 6"."""
    month, day = _month_number(groups["month"] or "jan"), int(re.sub(r"\D", "", groups["day"] or "1"))
    found = _nearest_day(context.published, month, day, context.ahead)
    return week_value(found) if found else Value(None, "DATE")


def past_period(groups: Groups, context: Context) -> Value:
    """Resolve "the past 20 years", "the last two weeks": a duration, and the days it spans."""
    count = _count(groups["number"] or "") if groups.get("number") else 1.0
    unit = _unit(groups)
    value = period(count, unit, context)
    if context.published is None or count is None or unit in {"second", "minute", "hour"}:
        return Value(value, "DURATION")
    ahead = _low(groups, "relative") in {"next", "coming"}
    other = _same_day_moved(context.published, count if ahead else -count, unit)
    if other is None:
        return Value(value, "DURATION")
    first, last = sorted([context.published, other])
    return Value(value, "DURATION", first.isoformat(), last.isoformat())


def _same_day_moved(start: date, count: float, unit: str) -> date | None:
    """Move a day by a count of units, to a day."""
    try:
        if unit in {"day", "night", "week"}:
            return start + timedelta(days=round(count * (7 if unit == "week" else 1)))
        year, month = _shift_months(start, round(count * {"month": 1, "year": 12, "decade": 120}.get(unit, 1)))
        return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


def vague_period(groups: Groups, context: Context) -> Value:
    """Resolve "recent weeks", "the coming years": how long is open."""
    published = context.published.isoformat() if context.published else None
    ahead = _low(groups, "relative") == "coming"
    value = period(None, _unit(groups), context)
    return Value(value, "DURATION", published if ahead else None, None if ahead else published)


def _decade(index: int) -> Value:
    return _days(f"{index}X", date(index * 10, 1, 1), date(index * 10 + 9, 12, 31))


def decade(groups: Groups, _context: Context) -> Value:
    """Resolve "the 1990s"."""
    return _decade(int(groups["decade"] or 199))


def season(groups: Groups, context: Context) -> Value:
    """Resolve "last fall", "spring 2021"."""
    code = SEASONS[_low(groups, "season") or _low(groups, "season2") or "spring"]
    first, last = SEASON_MONTHS[code]
    if groups.get("year"):
        year = int(groups["year"] or 1)
    elif context.published is None:
        return Value(f"XXXX-{code}", "DATE")
    else:
        over = context.published.month > last if last > first else last < context.published.month < first
        begun = context.published.month >= first
        relative = _low(groups, "relative")
        year = context.published.year
        if relative == "last" and not over:
            year -= 1
        elif relative == "next" and begun:
            year += 1
    end = year + 1 if last < first else year
    return _days(f"{year:04}-{code}", date(year, first, 1), date(end, last, calendar.monthrange(end, last)[1]))


def set_of_times(groups: Groups, context: Context) -> Value:
    """Resolve "daily", "every week"."""
    adverbs = {"daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "hourly": "hour"}
    unit = _low(groups, "unit") or adverbs.get(_low(groups, "adverb") or "", "year")
    return Value(period(1, {"morning": "day"}.get(unit, unit), context), "SET")


def same_day(_groups: Groups, context: Context) -> Value:
    """Resolve "the same day": the last day spoken of."""
    return day_value(context.day) if context.day else Value(None, "DATE")


def next_day(groups: Groups, context: Context) -> Value:
    """Resolve "the next day", "the following morning", by the last day spoken of."""
    if context.day is None:
        return Value(None, "DATE")
    step = -1 if _low(groups, "relative") == "previous" else 1
    part = _low(groups, "part")
    return _part_of_day(context.day + timedelta(days=step), None if part == "day" else part, context)


def holiday(groups: Groups, context: Context) -> Value:
    """Resolve a holiday of the western calendar: the nearest one, or as "last", "next" say."""
    name = (groups["holiday"] or "").lower().replace("’", "'")
    if groups.get("year"):
        return day_value(_holiday_date(name, int(groups["year"] or 1)))
    published = context.published
    if published is None:
        return Value(None, "DATE")
    days = [_holiday_date(name, published.year + step) for step in (-1, 0, 1)]
    relative = _low(groups, "relative")
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


def present(_groups: Groups, context: Context) -> Value:
    """Resolve "now"."""
    day = context.published.isoformat() if context.published else None
    return Value("PRESENT_REF", "DATE", day, day)


def future(_groups: Groups, _context: Context) -> Value:
    """Resolve "the future"."""
    return Value("FUTURE_REF", "DATE")


RESOLVERS: dict[str, Callable[[Groups, Context], Value]] = {
    "calendar": calendar_date, "second_day": second_day, "weekday": weekday, "relative_day": relative_day,
    "clock": clock, "ago": ago, "vague_past": vague_past, "relative_period": relative_period, "weekend": weekend,
    "week_of": week_of, "past_period": past_period, "vague_period": vague_period, "decade": decade, "season": season,
    "duration": duration, "vague_duration": vague_duration, "set_of_times": set_of_times, "same_day": same_day,
    "next_day": next_day, "holiday": holiday, "present": present, "future": future,
}  # fmt: skip
