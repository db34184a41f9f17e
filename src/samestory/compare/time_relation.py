"""How two times relate: equal, near, one a part of the other, or apart."""

import math
import re
from datetime import date

from samestory.claims.coding.codebook import Variable
from samestory.claims.intervals import Interval
from samestory.compare.relation import SURE, Claim, Relation, is_inside, relate_spans

CLOCK = re.compile(r"T(\d{2})(?::(\d{2}))?")
ZONE = re.compile(r"T\d\d:\d\d(?:Z|([+-])(\d\d):(\d\d))$")
OFFSET = re.compile(r"(?<=T\d\d:\d\d)[+-]\d\d:\d\d$")
PART_OF_DAY = re.compile(r"T([A-Z]{2})$")
# TIMEX3's parts of the day, by the hours they span in news use.
HOURS = {"MO": (0, 12), "MI": (11, 13), "AF": (12, 18), "EV": (17, 24), "NI": (0, 24), "DT": (6, 18)}
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})$")
MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR
DAYS_PER_WEEK = 7
HALF_DAY, NOON, FOUR_FIGURES = MINUTES_PER_DAY // 2, 12, 4
# What a duration begins with: it is no moment.
PERIOD = "P"
# What tells the half of the day that a clock time is of.
_HALF = re.compile(r"(?:\b|\d)[ap]\.? ?m\b|morning|noon|evening|night|hours|hrs|gmt|utc|uhr")
_FIGURES = re.compile(r"(\d+)")
# "Around 3 p.m.", "shortly after 3 p.m.": a moment this many minutes from the one that is printed.
ROUNDED_MINUTES = 15
# Two times of one place lie this many minutes apart at most; what lies farther apart a zone may explain.
ONE_PLACE = 120
WHOLE_HOUR = 10


def relate_times(one: Claim, other: Claim, variable: Variable) -> Relation:
    """Relate two TIMEX3 values: equal, within the codebook's tolerance, one a part of the other, or apart.

    A time that is a bound ("until at least April 7") goes with every later one; one that is told as rounded ("around
    3 p.m.") with those near it.
    """
    a, b = one["value"] or "", other["value"] or ""
    if a.startswith(PERIOD) != b.startswith(PERIOD):
        return Relation("not_comparable")
    if not _is_one_clock(a, b, variable.within):
        return Relation("compatible", "precision") if _minute(a) == _minute(b) else Relation("not_comparable")
    zoned = ZONE.search(a) is not None and ZONE.search(b) is not None
    if not zoned:
        a, b = OFFSET.sub("", a), OFFSET.sub("", b)
    if a == b:
        bounds = one.get("comparator"), other.get("comparator")
        finer = "b" if bounds[0] and not bounds[1] else "a" if bounds[1] and not bounds[0] else None
        return Relation("same") if bounds[0] == bounds[1] else Relation("compatible", "precision", finer)
    minute = _minute_in_utc if zoned else _minute
    for parse in (minute, _day) if variable.times != "date" else (_day,):
        first, second = parse(a), parse(b)
        if first is not None and second is not None:
            rounded = sum(bool(claim.get("approximate")) for claim in (one, other)) if parse is minute else 0
            within = variable.within + ROUNDED_MINUTES * rounded
            if one.get("comparator") or other.get("comparator"):
                return relate_spans(_bounded(first, one), _bounded(second, other), within, SURE)
            apart = _apart(one, other, first, second) if parse is minute else abs(first - second)
            if zoned and not apart:
                return Relation("same")
            # Midnight is often written 12:01 a.m. or 11:59 p.m., to leave no doubt of the day.
            midnight = parse is minute and 0 in {first % MINUTES_PER_DAY, second % MINUTES_PER_DAY}
            near = apart <= max(within, float(midnight))
            return Relation("compatible", "precision") if near else Relation("contradict", "contradiction")
    # A day lies in its month, a year in its decade (195X).
    first_known, other_known = a.rstrip("X"), b.rstrip("X")
    if first_known and other_known and (first_known.startswith(other_known) or other_known.startswith(first_known)):
        return Relation("compatible", "precision", "a" if len(first_known) > len(other_known) else "b")
    days_a, days_b = _days(a), _days(b)
    if days_a is not None and days_b is not None and (is_inside(days_a, days_b) or is_inside(days_b, days_a)):
        return Relation("compatible", "precision", "a" if is_inside(days_a, days_b) else "b")
    hours_a, hours_b = _part_of_day(a), _part_of_day(b)
    if hours_a is not None and hours_b is not None and hours_a[0] <= hours_b[1] and hours_b[0] <= hours_a[1]:
        return Relation("compatible", "precision", "a" if is_inside(hours_a, hours_b) else "b")
    return Relation("contradict", "contradiction", sure=0.6)


def _is_one_clock(a: str, b: str, within: float) -> bool:
    """Say whether two times can be held against each other: both tell their zone, or both the clock of the place.

    A time with its offset is by the clock of the place too where another without a zone lies near it, but not a whole
    hour away, as the clocks of neighbours are.
    """
    first, second = _minute(a), _minute(b)
    zones = [ZONE.search(value) for value in (a, b)]
    if first is None or second is None or all(zones) or not any(zones):
        return True
    apart = _between(first, second)
    hours = round(apart / MINUTES_PER_HOUR)
    whole = hours > 0 and abs(apart - hours * MINUTES_PER_HOUR) <= min(within, WHOLE_HOUR)
    in_gmt = a.endswith("Z") or b.endswith("Z")
    return not in_gmt and not whole and apart <= ONE_PLACE


def _apart(one: Claim, other: Claim, first: float, second: float) -> float:
    """Give how many minutes two clock times lie apart; one that leaves a.m. and p.m. open may be of either half."""
    if _is_of_either_half(one) or _is_of_either_half(other):
        return min(_between(first, second), _between(first + HALF_DAY, second))
    return _between(first, second)


def _is_of_either_half(claim: Claim) -> bool:
    """Say whether a clock time is printed without its half of the day: "9:20", "twenty to ten", but not "09:20"."""
    printed, clock = str(claim.get("text") or "").casefold(), CLOCK.search(claim["value"] or "")
    figures = _FIGURES.search(printed)
    if clock is None or not 0 < int(clock[1]) <= NOON or _HALF.search(printed):
        return False
    return figures is None or (figures[1] == str(int(figures[1])) and len(figures[1]) < FOUR_FIGURES)


def _between(first: float, second: float) -> float:
    """Give how many minutes two times of day lie apart, over midnight where that is nearer."""
    return min((first - second) % MINUTES_PER_DAY, (second - first) % MINUTES_PER_DAY)


def _minute_in_utc(value: str) -> float | None:
    """Give the minute of the day in UTC of a clock time that tells its zone, None for any other value."""
    minute, zone = _minute(value), ZONE.search(value)
    if minute is None or zone is None:
        return None
    sign, hours, minutes = zone.groups()
    offset = float(hours) * MINUTES_PER_HOUR + float(minutes) if sign else 0.0
    return (minute + offset if sign == "-" else minute - offset) % MINUTES_PER_DAY


def _bounded(moment: float, claim: Claim) -> Interval:
    """Give the moments that a time can mean: all from it on where it is the earliest."""
    bound = claim.get("comparator")
    return -math.inf if bound == "<=" else moment, math.inf if bound == ">=" else moment


def _part_of_day(value: str) -> Interval | None:
    """Give the minutes of the day that a clock time or a part of the day (TMO, TEV) can mean."""
    minute = _minute(value)
    if minute is not None:
        return minute, minute
    match = PART_OF_DAY.search(value)
    first, last = HOURS.get(match[1], (0, 24)) if match else (0, 0)
    return (float(first) * MINUTES_PER_HOUR, float(last) * MINUTES_PER_HOUR) if match else None


def _minute(value: str) -> float | None:
    """Give the minute of the day of a clock time, None for any other value."""
    match = CLOCK.search(value)
    return float(match[1]) * MINUTES_PER_HOUR + float(match[2] or 0) if match else None


def _day(value: str) -> float | None:
    """Give the number of a full date's day, None for any other value."""
    try:
        return float(date.fromisoformat(value).toordinal()) if _FULL_DATE.match(value) else None
    except ValueError:
        return None


def _days(value: str) -> Interval | None:
    """Give the numbers of the first and the last day of a week or a day, None for any other value."""
    day, week = _day(value), _WEEK.match(value)
    if day is not None or week is None:
        return None if day is None else (day, day)
    try:
        first = float(date.fromisocalendar(int(week[1]), int(week[2]), 1).toordinal())
    except ValueError:
        return None
    return first, first + DAYS_PER_WEEK - 1
