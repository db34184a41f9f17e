"""What a date or a weekday means."""

import re
from datetime import date, timedelta

from samestory.claims.times.values import (
    Context,
    Groups,
    Value,
    day_value,
    low,
    month_value,
    real_date,
    span_value,
    week_value,
    year_value,
)

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

# A day without a year that lies more days ahead was not long ago; so where only a preposition points ahead.
FAR_AHEAD, HALF_YEAR = 330, 200


def month_number(name: str) -> int:
    """Give the number of a month by its name or digits."""
    return int(name) if name.isdigit() else MONTHS.index(name.lower()[:3]) + 1


def calendar_date(groups: Groups, context: Context) -> Value:
    """Resolve a month, with day, year and weekday where printed, or a bare year."""
    year = groups.get("year") or groups.get("year2") or groups.get("year3")
    name = groups.get("month") or groups.get("month2")
    if name is None:
        return year_value(int(year or 1))
    month, day = month_number(name), groups.get("day")
    if day is not None:
        number = int(re.sub(r"\D", "", day))
        found = real_date(int(year), month, number) if year is not None else nearest_day(month, number, context)
        if found is None:
            return Value(f"XXXX-{month:02}-{number:02}", "DATE")
        return day_value(found)
    if year is not None:
        return month_value(int(year), month, low(groups, "mod"))
    return _bare_month(month, groups, context)


def nearest_day(month: int, day: int, context: Context) -> date | None:
    """Give the date of that name by the publication.

    What lies ahead is told less often; what is told in the present is nearer to what is to come; where the text says
    that it lies ahead it is the next day of that name.
    """
    published = context.published
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    options = [found for y in years if (found := real_date(y, month, day)) is not None]
    is_ahead = context.ahead
    if is_ahead:
        # "Will leave on", but "it ran from May 3".
        limit = FAR_AHEAD if context.planned else HALF_YEAR
        options = [o for o in options if 0 <= (o - published).days < limit] or options
    behind, ahead = (2, 1) if is_ahead or context.scheduled else (1, 2)
    weigh = {o: max(behind * (published - o).days, ahead * (o - published).days) for o in options}
    return min(options, key=lambda o: (weigh[o], o)) if options else None


def _bare_month(month: int, groups: Groups, context: Context) -> Value:
    """Resolve a month without a year: the nearest one, or as "last", "next" say."""
    published, relative, mod = context.published, low(groups, "relative"), low(groups, "mod")
    if published is None:
        return Value(f"XXXX-{month:02}", "DATE")
    back = (published.month - month) % 12
    year = published.year if month <= published.month else published.year - 1
    word = low(groups, "year_word")
    if word is not None:
        return month_value(published.year + {"next": 1, "last": -1}.get(word, 0), month, mod)
    ahead = relative == "next" or (relative != "last" and back and (context.ahead or (back > 7 and not context.past)))
    if relative == "last" and not back:
        year -= 1
    return month_value(year + 1 if ahead else year, month, mod)


def second_day(groups: Groups, context: Context) -> Value:
    """Resolve the second day of "April 24 and 25"."""
    if context.day is None:
        return Value(None, "DATE")
    found = real_date(context.day.year, context.day.month, int(groups["day"] or 1))
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
    name, part = groups["weekday"] or "", low(groups, "part")
    found = weekday_date(name, low(groups, "relative"), context)
    if found is None:
        return Value(f"XXXX-WXX-{WEEKDAYS.index(name.lower()) + 1}", "DATE")
    return part_of_day(found, part, context)


def weekday_set(groups: Groups, context: Context) -> Value:
    """Resolve "every Tuesday", "every Friday night"."""
    part = low(groups, "part")
    tail = f"T{context.lexicon['parts'][part]}" if part else ""
    return Value(f"XXXX-WXX-{WEEKDAYS.index((groups['weekday'] or '').lower()) + 1}{tail}", "SET")


def two_days_off(groups: Groups, context: Context) -> Value:
    """Resolve "the day before yesterday", "the day after tomorrow"."""
    if context.published is None:
        return Value(None, "DATE")
    return day_value(context.published + timedelta(days=-2 if groups.get("past") else 2))


def numeric(groups: Groups, _context: Context) -> Value:
    """Resolve "25/12/2021", "5.11.2021"; of "5/11/2021", day or month first, the days it can mean."""
    year, first, second = int(groups["year"] or 1), int(groups["first"] or 1), int(groups["second"] or 1)
    readings = ((first, second),) if groups.get("mark") == "." else ((first, second), (second, first))
    options = {real_date(year, month, day) for day, month in readings}
    days = sorted(day for day in options if day is not None)
    if not days:
        return Value(None, "DATE")
    return day_value(days[0]) if len(days) == 1 else span_value(f"{year:04}-XX-XX", days[0], days[-1])


def part_of_day(day: date, part: str | None, context: Context) -> Value:
    """Give a day, or the morning, afternoon, evening or night of it."""
    if part is None:
        return day_value(day)
    return span_value(f"{day.isoformat()}T{context.lexicon['parts'][part]}", day, day, "TIME")


def relative_day(groups: Groups, context: Context) -> Value:
    """Resolve "today", "this morning", "last night", by the day of publication or a date right behind."""
    word, part = low(groups, "word") or "", low(groups, "part")
    steps = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word, 0)
    if word == "tonight":
        part = "night"
    if (month := groups.get("month") or groups.get("month2")) is not None:
        date_groups = {"month": month, "day": groups.get("date") or groups.get("date2"), "year": groups.get("year")}
        told = calendar_date(date_groups, context)
        return part_of_day(date.fromisoformat(told.earliest), part, context) if told.earliest else told
    if context.published is None:
        return Value(None, "TIME" if part else "DATE")
    return part_of_day(context.published + timedelta(days=steps), part, context)


def weekend(groups: Groups, context: Context) -> Value:
    """Resolve "the weekend", "last weekend", "next weekend"."""
    if context.published is None:
        return Value(None, "DATE")
    monday = context.published - timedelta(days=context.published.weekday())
    relative = low(groups, "relative")
    # Early in the week, "the weekend" is the one before.
    back = relative == "last" or (relative == "the" and context.published.weekday() < 3 and not context.ahead)
    saturday = monday + timedelta(days=5 + {True: -7, False: 7 if relative == "next" else 0}[back])
    year, week, _ = saturday.isocalendar()
    return span_value(f"{year:04}-W{week:02}-WE", saturday, saturday + timedelta(days=1))


def week_of(groups: Groups, context: Context) -> Value:
    """Resolve "the week of March 6"."""
    month, day = month_number(groups["month"] or "jan"), int(re.sub(r"\D", "", groups["day"] or "1"))
    found = nearest_day(month, day, context)
    return week_value(found) if found else Value(None, "DATE")


def same_day(_groups: Groups, context: Context) -> Value:
    """Resolve "the same day": the last day spoken of."""
    return day_value(context.day) if context.day else Value(None, "DATE")


def next_day(groups: Groups, context: Context) -> Value:
    """Resolve "the next day", "the following morning", by the last day spoken of."""
    if context.day is None:
        return Value(None, "DATE")
    step = -1 if low(groups, "relative") == "previous" else 1
    part = low(groups, "part")
    return part_of_day(context.day + timedelta(days=step), None if part == "day" else part, context)


def present(_groups: Groups, context: Context) -> Value:
    """Resolve "now"."""
    day = context.published.isoformat() if context.published else None
    return Value("PRESENT_REF", "DATE", day, day)


def future(_groups: Groups, _context: Context) -> Value:
    """Resolve "the future"."""
    return Value("FUTURE_REF", "DATE")
