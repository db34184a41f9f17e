"""What a clock time means, in figures or in words, and on which day it is."""

import re
from datetime import date, timedelta

from samestory.claims.times.days import weekday_date
from samestory.claims.times.values import Context, Groups, Value, count_of, low
from samestory.claims.times.zones import in_zone

# The groups of a pattern that hold a part of the day.
PARTS = ("part", "part2", "part3", "part_behind")
DAWN = 6
END_OF_DAY = "T24"
MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}
JUST_AFTER = re.compile(r"\b(?:shortly|just|soon|right|minutes|moments)\s(?:after|past)\s$", re.IGNORECASE)
# A day that says how long something has gone on, or is told in a clause of its own, is not that of a clock time.
SINCE = re.compile(r"\b(?:since|dating from)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
OWN_CLAUSE = re.compile(r"\b(?:although|though|because|whereas)\b", re.IGNORECASE)
# "Update, 1:55 PM:" is of the day of publication.
LABEL = re.compile(r"\W*(?:last\s)?(?:updated?|corrected|correction|posted|published)\W+(?:at\s)?$", re.IGNORECASE)
MORNING = re.compile(r",?\s(?:[\w’'-]+\s){0,3}morning\b", re.IGNORECASE)
QUOTATION_MARK = re.compile('[“”"]')
FIGURES_OF_24 = re.compile(r"0\d")


def clock(groups: Groups, context: Context) -> Value:
    """Resolve a clock time; its day is that of a weekday beside it, else the caller's."""
    word, part = low(groups, "word"), _part_of(groups)
    hour, minute = int(groups.get("hour") or 0), groups.get("minute") or "00"
    if word is not None:
        # A day ends with midnight, but what follows shortly after it is of the next.
        hour = 12 if word != "midnight" else 0 if JUST_AFTER.search(context.before) else 24
    elif groups.get("number"):
        hour = int(count_of(groups["number"] or "") or 0) % 24
    hour = _of_day(hour, low(groups, "meridiem"), part)
    zone = groups.get("zone") or groups.get("zone_behind")
    mark = "Z" if zone in {"GMT", "UTC"} else ""
    name = groups.get("weekday")
    found = weekday_date(name, None, context) if name else None
    moment = Value(f"T{hour:02}:{minute}{mark}", "TIME", needs_day=found is None, zone=zone)
    return moment if found is None else with_day(moment, found)


def _part_of(groups: Groups) -> str | None:
    """Give the part of the day printed beside a time."""
    return next((part for name in PARTS if (part := low(groups, name)) is not None), None)


def _of_day(hour: int, meridiem: str | None, part: str | None) -> int:
    """Give the hour of 24 that an hour of 12 means with "p.m." or "in the evening"; as printed without."""
    if meridiem is None and part is None:
        return hour
    # Two o'clock at night is before dawn.
    if part == "night" and hour % 12 < DAWN:
        return hour % 12
    afternoon = (meridiem or "").startswith("p") or part in {"afternoon", "evening", "night"}
    return hour % 12 + (12 if afternoon else 0)


def clock_in_words(groups: Groups, _context: Context) -> Value:
    """Resolve "half past five", "a quarter to nine"."""
    word, printed = low(groups, "word"), low(groups, "past") or low(groups, "until") or ""
    hour = {"noon": 12, "midnight": 0}[word] if word else int(count_of(groups["number"] or "") or 0)
    hour = _of_day(hour, low(groups, "meridiem"), _part_of(groups))
    step = sum(MINUTES.get(piece, 0) for piece in re.findall("[a-z]+", printed))
    moment = hour * 60 + (step if groups.get("past") else -step)
    return Value(f"T{moment // 60 % 24:02}:{moment % 60:02}", "TIME", needs_day=True)


def with_day(value: Value, day: date | None) -> Value:
    """Put a clock time on a day."""
    if day is None or value.value is None:
        return Value(value.value and f"XXXX-XX-XX{value.value}", "TIME")
    moment = f"{day.isoformat()}{value.value}"
    limit = moment
    if value.value.startswith(END_OF_DAY) and day < date.max:
        # The limits are comparable with any other moment: midnight is the first of the next day.
        limit = f"{(day + timedelta(days=1)).isoformat()}T00{value.value[3:]}"
    return in_zone(Value(moment, "TIME", limit, limit, zone=value.zone))


def in_afternoon(groups: Groups, earlier: Groups | None, after: str) -> Groups:
    """Give the groups of a clock time that goes on in the afternoon: "left at 7:50 p.m. and came at 8:15".

    Args:
        groups: the groups of its match.
        earlier: those of the clock time before it, in its sentence or, for one in words, in its article.
        after: the text behind it; "8:15 the next morning" goes on at another time.
    """
    if earlier is None or _hour(groups) is None:
        return groups
    bare = not any(groups.get(name) for name in ("meridiem", "zone", "zone_behind", *PARTS))
    bare = bare and MORNING.match(after) is None
    printed = FIGURES_OF_24.match(groups.get("hour") or "") is None
    since_noon = _since_noon(earlier)
    later = since_noon is not None and (_hour(groups) or 0) >= since_noon
    return {**groups, "meridiem": "p.m."} if bare and printed and later else groups


def _since_noon(groups: Groups) -> float | None:
    """Give the hours since noon of a time that is told to be in the afternoon, None for any other."""
    if (low(groups, "meridiem") or "").startswith("p"):
        return _hour(groups)
    hour = int(groups.get("hour") or 0) - 12
    return hour + int(groups.get("minute") or 0) / 60 if hour > 0 else None


def _hour(groups: Groups) -> float | None:
    """Give the hours since noon or midnight of a time of the 12-hour clock, None for any other."""
    hour = count_of(groups.get("hour") or groups.get("number") or "")
    if hour is None or not 1 <= hour <= 12:
        return None
    return hour % 12 + int(groups.get("minute") or 0) / 60


def day_beside(text: str, place: int, days: list[tuple[int, date]]) -> tuple[int, date] | None:
    """Give the day of a sentence that a clock time at a place can be of.

    A day of its own brackets goes before one outside, and that before one of other brackets ("(2026 GMT Monday)");
    then the nearest. A day of another quotation is none of it.

    Args:
        text: the sentence.
        place: where the clock time begins.
        days: where each day of the sentence begins, and the day.

    Returns:
        Where the day begins, and the day.
    """
    here = _bracket(text, place)
    lent = [
        (_bracket(text, at) not in {None, here}, _bracket(text, at) != here, abs(at - place), at, day)
        for at, day in days
        if SINCE.search(text[:at]) is None
        and OWN_CLAUSE.search(text[min(at, place) : max(at, place)]) is None
        and quotation_around(text, at) == quotation_around(text, place)
    ]
    return min(lent)[3:] if lent else None


def _bracket(text: str, place: int) -> int | None:
    """Give where the bracket around a place opens."""
    opened = text.rfind("(", 0, place)
    return opened if opened > text.rfind(")", 0, place) else None


def quotation_around(text: str, place: int) -> int | None:
    """Give where the quotation around a place opens."""
    marks = [match.start() for match in QUOTATION_MARK.finditer(text[:place])]
    opened = marks[-1] if marks else None
    if opened is None or text[opened] == "”" or (text[opened] == '"' and len(marks) % 2 == 0):
        return None
    return opened


def is_label(before: str) -> bool:
    """Say whether the text before a clock time makes it the time of publication."""
    return LABEL.fullmatch(before) is not None
