"""What a duration or a period counted from the day of publication means."""

import calendar
import re
from datetime import date, timedelta

from samestory.claims.times.values import (
    Context,
    Groups,
    Value,
    count_of,
    day_value,
    low,
    month_value,
    shift_months,
    span_value,
    unit_of,
    week_value,
    year_value,
)

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
# "Three days later than planned" is no day.
COMPARED = re.compile(r"\s+than\b")

REST = re.compile(r"(?:^|[\s,])(?:and\s)?(?P<number>(?!and\b)\S.*)\s(?P<unit>\w+?)s?$", re.IGNORECASE | re.DOTALL)
# What a part of a unit is counted in.
LESSER = {"century": (100, "year"), "decade": (10, "year"), "year": (12, "month")}

# Units in which a day does not matter.
COARSE = frozenset({"month", "year", "decade"})


def period(count: float | None, unit: str, context: Context) -> str:
    """Give the TIMEX3 duration: P2M, PT5H30M, PXW; decades and centuries in years."""
    if count is not None:
        count, unit = _in_weeks(count, unit)
    code = context.lexicon["units"][unit]
    if code in {"DE", "CE"}:
        factor = 10 if code == "DE" else 100
        return "PXY" if count is None else f"P{plain_number(count * factor)}Y"
    time, letter = ("T", code[1]) if len(code) == 2 else ("", code)
    if count is None:
        return f"P{time}X{letter}"
    if code == "TH" and count != int(count):
        return f"PT{int(count)}H{round((count - int(count)) * 60)}M" if count > 1 else f"PT{round(count * 60)}M"
    return f"P{time}{plain_number(count)}{letter}"


def _in_weeks(count: float, unit: str) -> tuple[float, str]:
    """Give fortnights in weeks, other units as they are."""
    return (2 * count, "week") if unit == "fortnight" else (count, unit)


def plain_number(number: float) -> str:
    """Give a number without a needless point."""
    return f"{number:.10g}"


def duration(groups: Groups, context: Context) -> Value:
    """Resolve "two weeks", "16-hour", "a month", "an hour and a half"."""
    count = count_of(groups["number"] or "")
    half = 0.5 if count is not None and groups.get("half") else 0.0
    value = period(count + half if count is not None else None, unit_of(groups), context)
    return Value(value + _rest(groups.get("rest"), context), "DURATION")


def _rest(text: str | None, context: Context) -> str:
    """Give the lesser part of a length told in two units: 40M of PT2H40M."""
    match = REST.search(text or "")
    if match is None:
        return ""
    lesser = period(count_of(match["number"]), match["unit"].lower(), context)
    return lesser.removeprefix("P").removeprefix("T")


def vague_duration(groups: Groups, context: Context) -> Value:
    """Resolve "for weeks", "decades-long", "day-long"."""
    printed = low(groups, "unit") or ""
    return Value(period(None if printed.endswith("s") else 1, unit_of(groups), context), "DURATION")


def ago(groups: Groups, context: Context) -> Value:
    """Resolve "two months ago", "a decade ago": a day, week, month or year."""
    count, unit, published = count_of(groups["number"] or ""), unit_of(groups), context.published
    if count is None:
        return Value("PAST_REF", "DATE")
    if (part := low(groups, "part")) is not None:
        count, unit = _part_of_unit(part, unit)
    if published is None:
        return Value(period(count, unit, context), "DURATION")
    return moved(published, -count, unit, context)


def _part_of_unit(part: str, unit: str) -> tuple[float, str]:
    """Give a part of a unit in the unit below it: 25 years for a quarter of a century."""
    fraction = 0.5 if part == "half" else 0.75 if part.startswith("three") else 0.25
    lesser = LESSER.get(unit)
    return (fraction * lesser[0], lesser[1]) if lesser else (fraction, unit)


def moved(start: date, count: float, unit: str, context: Context) -> Value:
    """Move a day by a count of units; the value is as fine as the unit."""
    count, unit = _in_weeks(count, unit)
    try:
        if unit in {"day", "night"}:
            return day_value(start + timedelta(days=int(count)))
        if unit == "week":
            return week_value(start + timedelta(weeks=count))
        if unit in {"month", "quarter"}:
            year, month = shift_months(start, round(count * (3 if unit == "quarter" else 1)))
            return month_value(year, month)
        if unit in {"year", "decade", "century"}:
            factor = {"year": 1, "decade": 10, "century": 100}[unit]
            return year_value(start.year + round(count * factor))
    except (ValueError, OverflowError):
        return Value(None, "DATE")
    return Value(period(abs(count), unit, context), "DURATION")


def later(groups: Groups, context: Context) -> Value:
    """Resolve "three days later" by the day spoken of; a duration where none is, or "than planned" follows."""
    count, unit = count_of(groups["number"] or ""), unit_of(groups)
    if count is None or context.last_day is None or COMPARED.match(context.after):
        return Value(period(count, unit, context), "DURATION")
    # "In 2015 they left. A year later they came back": so long after the date, however long, that was spoken of last.
    start = context.spoken if unit in COARSE and context.spoken is not None else context.last_day
    return moved(start, count if low(groups, "way") == "later" else -count, unit, context)


def quarter(groups: Groups, context: Context) -> Value:
    """Resolve "the third quarter of 2019", "first-quarter profit": the last one begun, where no year is printed."""
    number = ["first", "second", "third", "fourth"].index(low(groups, "number") or "first") + 1
    published, relative = context.published, low(groups, "relative")
    if groups.get("year"):
        year = int(groups["year"] or 1)
    elif published is None:
        return Value(f"XXXX-Q{number}", "DATE")
    elif relative is not None:
        year = published.year + {"last": -1, "next": 1}.get(relative, 0)
    else:
        year = published.year - (published.month <= 3 * (number - 1))
    return _quarter_value(year, number)


def _quarter_value(year: int, number: int) -> Value:
    first, last = date(year, 3 * number - 2, 1), date(year, 3 * number, calendar.monthrange(year, 3 * number)[1])
    return span_value(f"{year:04}-Q{number}", first, last)


def nth_century(groups: Groups, _context: Context) -> Value:
    """Resolve "the 20th century": the years 19xx, as TIMEX3 has them."""
    words = {"nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    printed = low(groups, "nth") or ""
    index = (words.get(printed) or int(printed[:-2])) - 1
    return span_value(f"{index:02}", date(index * 100, 1, 1), date(index * 100 + 99, 12, 31))


def vague_past(_groups: Groups, _context: Context) -> Value:
    """Resolve "years ago"."""
    return Value("PAST_REF", "DATE")


def relative_period(groups: Groups, context: Context) -> Value:
    """Resolve "last week", "this month", "last quarter", "next year", "later that year"."""
    relative, unit, published = low(groups, "relative") or "", unit_of(groups), context.published
    steps = {"last": -1, "next": 1}.get(relative, 0)
    anchor = context.spoken if relative.startswith("that") else published
    if anchor is None:
        return Value(None, "DATE")
    if unit == "decade":
        return decade_value(anchor.year // 10 + steps)
    if unit == "century":
        return Value(f"{anchor.year // 100 + steps:02}", "DATE")
    if unit == "quarter":
        year, month = shift_months(anchor, 3 * steps)
        return _quarter_value(year, (month + 2) // 3)
    value = moved(anchor, steps, unit, context)
    if unit == "month" and groups.get("mod") and value.value:
        return month_value(int(value.value[:4]), int(value.value[5:7]), low(groups, "mod"))
    return value


def past_period(groups: Groups, context: Context) -> Value:
    """Resolve "the past 20 years", "the last two weeks": a duration, and the days it spans."""
    count = count_of(groups["number"] or "") if groups.get("number") else 1.0
    unit = unit_of(groups)
    value = period(count, unit, context)
    if context.published is None or count is None or unit in {"second", "minute", "hour"}:
        return Value(value, "DURATION")
    ahead = low(groups, "relative") in {"next", "coming"}
    other = _same_day_moved(context.published, count if ahead else -count, unit)
    if other is None:
        return Value(value, "DURATION")
    first, last = sorted([context.published, other])
    return Value(value, "DURATION", first.isoformat(), last.isoformat())


def _same_day_moved(start: date, count: float, unit: str) -> date | None:
    """Move a day by a count of units, to a day."""
    count, unit = _in_weeks(count, unit)
    try:
        if unit in {"day", "night", "week"}:
            return start + timedelta(days=round(count * (7 if unit == "week" else 1)))
        year, month = shift_months(start, round(count * {"month": 1, "year": 12, "decade": 120}.get(unit, 1)))
        return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


def vague_period(groups: Groups, context: Context) -> Value:
    """Resolve "recent weeks", "the coming years": how long is open."""
    published = context.published.isoformat() if context.published else None
    ahead = low(groups, "relative") == "coming"
    value = period(None, unit_of(groups), context)
    return Value(value, "DURATION", published if ahead else None, None if ahead else published)


def decade_value(index: int) -> Value:
    """Give the value of a decade by its index: 199 for the 1990s."""
    return span_value(f"{index}X", date(index * 10, 1, 1), date(index * 10 + 9, 12, 31))


def decade(groups: Groups, _context: Context) -> Value:
    """Resolve "the 1990s", "the '90s"."""
    if groups.get("short"):
        return decade_value(190 + int(groups["short"] or 9))
    return decade_value(int(groups["decade"] or 199))


def fiscal_year(groups: Groups, _context: Context) -> Value:
    """Resolve "2015/16", which begins in one year and ends in the next."""
    year = int(groups["year"] or 1)
    return span_value(f"{year:04}/{year + 1:04}", date(year, 1, 1), date(year + 1, 12, 31))


def season(groups: Groups, context: Context) -> Value:
    """Resolve "last fall", "spring 2021"."""
    code = SEASONS[low(groups, "season") or low(groups, "season2") or "spring"]
    first, last = SEASON_MONTHS[code]
    if groups.get("year"):
        year = int(groups["year"] or 1)
    elif context.published is None:
        return Value(f"XXXX-{code}", "DATE")
    else:
        over = context.published.month > last if last > first else last < context.published.month < first
        begun = context.published.month >= first
        relative = low(groups, "relative")
        year = context.published.year
        if relative == "last" and not over:
            year -= 1
        elif relative == "next" and begun:
            year += 1
    end = year + 1 if last < first else year
    return span_value(f"{year:04}-{code}", date(year, first, 1), date(end, last, calendar.monthrange(end, last)[1]))


def set_of_times(groups: Groups, context: Context) -> Value:
    """Resolve "daily", "every week", "every two hours", "twice a week"."""
    adverbs = {"daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "hourly": "hour"}
    unit = low(groups, "unit") or adverbs.get(low(groups, "adverb") or "", "year")
    count = count_of(groups["number"] or "") if groups.get("number") else 1
    return Value(period(count, {"morning": "day"}.get(unit, unit), context), "SET")
