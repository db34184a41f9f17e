"""How two claims on one question relate: the same, compatible, contradictory, or not to be compared.

Numbers are intervals, and two that overlap can both be true. Values in words are equal, or one is a finer case of
the other in the codebook's hierarchy, or they cannot both be true.
"""

import math
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.findings import STATED
from samestory.claims.intervals import Interval, number_interval
from samestory.compare.units import in_unit_of
from samestory.compare.updates import newer, updates
from samestory.phrasing import say_interval

Claim = dict[str, Any]

SURE, SURE_BY_ALIGNMENT = 0.9, 0.5
_CLOCK = re.compile(r"T(\d{2})(?::(\d{2}))?")
_PART_OF_DAY = re.compile(r"T([A-Z]{2})$")
# TIMEX3's parts of the day, by the hours they span in news use.
_TIMEX = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}T")
DAY_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
HOURS = {"MO": (0, 12), "MI": (11, 13), "AF": (12, 18), "EV": (17, 24), "NI": (0, 24), "DT": (6, 18)}
# How a time that is a bound is said.
BOUNDS = {">=": " or later", "<=": " or earlier"}
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})$")
MINUTES_PER_HOUR = 60
DAYS_PER_WEEK = 7
# "Around 3 p.m.", "shortly after 3 p.m.": a moment this many minutes from the one that is printed.
ROUNDED_MINUTES = 15


@dataclass(frozen=True)
class Relation:
    """How two claims relate.

    Attributes:
        between: same | compatible | contradict | not_comparable.
        kind: the conflict's kind as in compare/conflicts, None where there is nothing to show.
        finer: which of the two says more: ``a``, ``b`` or None.
        sure: how sure, 0..1, that they relate so.
    """

    between: str
    kind: str | None = None
    finer: str | None = None
    sure: float = SURE


def relate(variable: Variable | None, a: Claim, b: Claim) -> Relation:
    """Say how two claims on one question relate; ``variable`` is None for a question found by alignment."""
    if "unknown" in {a["polarity"], b["polarity"]}:
        return Relation("same") if a["polarity"] == b["polarity"] else Relation("not_comparable", "certainty")
    if a["unit"] != b["unit"] and variable is not None:
        if (converted := in_unit_of(a, b)) is not None:
            return _relate_measures(variable, a, converted)
        same_number = (a["low"], a["high"]) == (b["low"], b["high"])
        return Relation("not_comparable", "unit" if same_number else None, sure=0.7)
    if (a["value"] or "").startswith("not ") != (b["value"] or "").startswith("not "):
        opposed = (a["value"] or "").removeprefix("not ") == (b["value"] or "").removeprefix("not ")
        return Relation("contradict", "contradiction") if opposed else Relation("not_comparable")
    if variable is not None and variable.compare == "together":
        return Relation("same" if a["value"] == b["value"] else "compatible")
    relation = _relate_values(variable, a, b)
    if relation.between == "contradict" and a.get("population") != b.get("population"):
        return _relate_part(variable, a, b)
    if relation.between == "contradict" and variable is not None and variable.differ != "contradiction":
        return Relation("not_comparable", variable.differ, sure=0.7)
    if relation.between == "contradict" and updates(variable, a, b):
        return Relation("compatible", "update", newer(a, b), sure=0.6)
    if relation.between == "same" or a["scope"] == b["scope"]:
        return relation
    if relation.between == "contradict" and (variable is None or variable.scopes):
        if variable is None and interval(a) is not None:
            return Relation("not_comparable")
        # Two numbers of two populations, or the same words about two things, are no contradiction.
        return Relation("not_comparable", "scope", sure=0.5)
    return relation


def _relate_measures(variable: Variable, a: Claim, converted: Claim) -> Relation:
    """Relate two measures in two units, the second converted: 800 metres and half a mile are one length."""
    within = variable.within
    first, second = (interval({**claim, "approximate": True}) for claim in (a, converted))
    if first is None or second is None or first[0] > second[1] + within or second[0] > first[1] + within:
        return Relation("contradict", "contradiction", sure=SURE_BY_ALIGNMENT)
    return Relation("compatible", "unit", sure=0.7)


def _relate_part(variable: Variable | None, a: Claim, b: Claim) -> Relation:
    """Relate numbers of two populations: ten tourists among twelve dead are no conflict, fourteen would be one."""
    whole, part = (a, b) if a.get("population") is None else (b, a)
    most, least = whole["high"], part["low"]
    if whole.get("population") is None and most is not None and least is not None and least > most:
        if updates(variable, a, b):
            return Relation("compatible", "update", newer(a, b), sure=0.5)
        return Relation("contradict", "contradiction", sure=0.5)
    return Relation("not_comparable")


def interval(claim: Claim) -> Interval | None:
    """Give a claim's number as an interval, open ends infinite, widened where it is rounded; None without number."""
    return number_interval(claim["low"], claim["high"], approximate=bool(claim.get("approximate")))


def show_value(claim: Claim) -> str:
    """Give a claim's value in words: "3", "at least 15", "up to 7", "about 80", "none reported"."""
    if claim["value"] is not None:
        return _clock_words(str(claim["value"])) + BOUNDS.get(claim.get("comparator") or "", "")
    low, high = claim["low"], claim["high"]
    if low is None and high is None:
        return STATED
    if claim.get("approximate") and high is None:
        return _vague_words(claim["text"]) or say_interval(low, high)
    if low == high == 0 and claim.get("polarity") == "negative":
        return "none"
    about = "about " if claim.get("approximate") else ""
    return (about if high is not None and low is not None else "") + say_interval(low, high, claim.get("comparator"))


def _clock_words(value: str) -> str:
    """Give a TIMEX3 time as a reader would: 04:15, morning; any other value as it is."""
    clock, part = _CLOCK.search(value), _PART_OF_DAY.search(value)
    if clock and _TIMEX.match(value):
        return f"{clock[1]}:{clock[2] or '00'}{' GMT' if value.endswith('Z') else ''}"
    return DAY_PARTS.get(part[1], value) if part and _TIMEX.match(value) else value


def _vague_words(text: str) -> str | None:
    """Give a vague number in its own words: dozens, several, hundreds."""
    first = text.split()[0].casefold() if text.split() else ""
    return first if first.isalpha() else None


def has_no_value(claim: Claim) -> bool:
    """Say whether a claim is a statement that has no values of its own."""
    return show_value(claim).partition(":")[0] == STATED


def _told_in_passing(claim: Claim) -> set[str]:
    """Give the numbers and dates that a statement tells."""
    return {told for told in str(claim["value"]).removeprefix(STATED).removeprefix(": ").split("; ") if told}


def finer_of(variable: Variable | None, a: str, b: str) -> str | None:
    """Say which of two values is a case of the other in the hierarchy: ``a``, ``b`` or None."""
    under = variable.under if variable is not None else {}
    if b in _broader(under, a):
        return "a"
    return "b" if a in _broader(under, b) else None


def _relate_values(variable: Variable | None, a: Claim, b: Claim) -> Relation:
    """Relate two known values of one unit."""
    first, second = interval(a), interval(b)
    if first is not None and second is not None:
        # Two numbers that alignment brought together need not count the same.
        sure = SURE if variable is not None else SURE_BY_ALIGNMENT
        return _relate_intervals(a, b, first, second, variable.within if variable else 0.0, sure)
    if variable is not None and variable.type == "time":
        return _relate_times(a, b, variable)
    if a["value"] == b["value"] and a["scope"] == b["scope"]:
        return Relation("same")
    if a["value"] == b["value"]:
        # A date found by alignment: the scope is what happened then.
        told_apart = variable is None and a["scope"] is not None and b["scope"] is not None
        return Relation("not_comparable", "scope", sure=0.4) if told_apart else Relation("same")
    if variable is None and has_no_value(a) and has_no_value(b):
        # Like sentences: one that tells less goes with the other, one that tells another number does not.
        told, told_by_other = (_told_in_passing(claim) for claim in (a, b))
        nested = told <= told_by_other or told_by_other <= told
        return Relation("compatible" if nested else "not_comparable")
    if variable is None or a["value"] is None or b["value"] is None:
        return Relation("not_comparable")
    finer = finer_of(variable, a["value"], b["value"])
    if finer:
        return Relation("compatible", "precision", finer)
    siblings = _broader(variable.under, a["value"]) & _broader(variable.under, b["value"])
    if siblings:
        # Two cases of one broader value: both can be true.
        return Relation("compatible", "precision", sure=0.5)
    return Relation("contradict", "contradiction")


def _relate_intervals(a: Claim, b: Claim, first: Interval, second: Interval, within: float, sure: float) -> Relation:
    """Relate two numbers: the same interval, one that overlaps, or apart."""
    if (a["low"], a["high"]) == (b["low"], b["high"]):
        if a["value"] == b["value"]:
            return Relation("same")
        # "None" and "none reported": the number is the same, what is known is not.
        return Relation("compatible", "certainty")
    return _relate_spans(first, second, within, sure)


def _relate_spans(first: Interval, second: Interval, within: float, sure: float) -> Relation:
    """Relate two intervals: one that overlaps the other, or apart."""
    if first[0] <= second[1] + within and second[0] <= first[1] + within:
        finer = "a" if _inside(first, second) else "b" if _inside(second, first) else None
        return Relation("compatible", "precision", finer)
    return Relation("contradict", "contradiction", sure=sure)


def _inside(first: Interval, second: Interval) -> bool:
    """Say whether the first interval lies in the second and is not the same."""
    return first != second and second[0] <= first[0] and first[1] <= second[1]


def _relate_times(one: Claim, other: Claim, variable: Variable) -> Relation:
    """Relate two TIMEX3 values: equal, within the codebook's tolerance, one a part of the other, or apart.

    A time that is a bound ("until at least April 7") goes with every later one; one that is told as rounded ("around
    3 p.m.") with those near it.
    """
    a, b = one["value"] or "", other["value"] or ""
    if a == b:
        bounds = one.get("comparator"), other.get("comparator")
        finer = "b" if bounds[0] and not bounds[1] else "a" if bounds[1] and not bounds[0] else None
        return Relation("same") if bounds[0] == bounds[1] else Relation("compatible", "precision", finer)
    if a.endswith("Z") != b.endswith("Z") and _minute(a) is not None and _minute(b) is not None:
        # A time in GMT and one of the place: how far they are apart nobody says.
        equal = _minute(a) == _minute(b)
        return Relation("compatible", "precision") if equal else Relation("not_comparable")
    for parse in (_minute, _day) if variable.times != "date" else (_day,):
        first, second = parse(a), parse(b)
        if first is not None and second is not None:
            rounded = sum(bool(claim.get("approximate")) for claim in (one, other)) if parse is _minute else 0
            within = variable.within + ROUNDED_MINUTES * rounded
            if one.get("comparator") or other.get("comparator"):
                return _relate_spans(_bounded(first, one), _bounded(second, other), within, SURE)
            near = abs(first - second) <= within
            return Relation("compatible", "precision") if near else Relation("contradict", "contradiction")
    if a.startswith(b) or b.startswith(a):
        return Relation("compatible", "precision", "a" if len(a) > len(b) else "b")
    days_a, days_b = _days(a), _days(b)
    if days_a is not None and days_b is not None and (_inside(days_a, days_b) or _inside(days_b, days_a)):
        return Relation("compatible", "precision", "a" if _inside(days_a, days_b) else "b")
    hours_a, hours_b = _part_of_day(a), _part_of_day(b)
    if hours_a is not None and hours_b is not None and hours_a[0] <= hours_b[1] and hours_b[0] <= hours_a[1]:
        return Relation("compatible", "precision", "a" if _inside(hours_a, hours_b) else "b")
    return Relation("contradict", "contradiction", sure=0.6)


def _bounded(moment: float, claim: Claim) -> Interval:
    """Give the moments that a time can mean: all from it on where it is the earliest."""
    bound = claim.get("comparator")
    return -math.inf if bound == "<=" else moment, math.inf if bound == ">=" else moment


def _part_of_day(value: str) -> Interval | None:
    """Give the minutes of the day that a clock time or a part of the day (TMO, TEV) can mean."""
    minute = _minute(value)
    if minute is not None:
        return minute, minute
    match = _PART_OF_DAY.search(value)
    first, last = HOURS.get(match[1], (0, 24)) if match else (0, 0)
    return (float(first) * MINUTES_PER_HOUR, float(last) * MINUTES_PER_HOUR) if match else None


def _minute(value: str) -> float | None:
    """Give the minute of the day of a clock time, None for any other value."""
    match = _CLOCK.search(value)
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


def _broader(under: Any, value: str) -> set[str]:
    """Give every value a value is a case of."""
    found: set[str] = set()
    while value in under and under[value] not in found:
        value = under[value]
        found.add(value)
    return found
