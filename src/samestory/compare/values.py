"""How two claims on one question relate: the same, compatible, contradictory, or not to be compared.

Numbers are intervals, and two that overlap can both be true. Values in words are equal, or one is a finer case of
the other in the codebook's hierarchy, or they cannot both be true.
"""

import re
from typing import Any

from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.findings import STATED
from samestory.claims.intervals import Interval, number_interval
from samestory.compare.apart import told_apart
from samestory.compare.relation import SURE, SURE_BY_ALIGNMENT, Claim, Relation, relate_spans
from samestory.compare.time_relation import CLOCK, PART_OF_DAY, relate_times
from samestory.compare.units import in_unit_of
from samestory.compare.updates import newer, updates
from samestory.phrasing import say_interval

# TIMEX3's parts of the day.
_TIMEX = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}T")
_DECADE = re.compile(r"\d{3}X")
DAY_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
# How a time that is a bound is said.
BOUNDS = {">=": " or later", "<=": " or earlier"}


def relate(variable: Variable | None, a: Claim, b: Claim) -> Relation:
    """Say how two claims on one question relate; ``variable`` is None for a question found by alignment."""
    if "unknown" in {a["polarity"], b["polarity"]}:
        if a["polarity"] == b["polarity"]:
            return Relation("same")
        # What is only looked into may go with an open question.
        hedged = "hedged" in {claim["certainty"] for claim in (a, b) if claim["polarity"] != "unknown"}
        return Relation("not_comparable", None if hedged else "certainty")
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
    if relation.between == "contradict" and told_apart(a, b):
        return Relation("not_comparable")
    if relation.between == "contradict" and a.get("population") != b.get("population"):
        return _relate_part(variable, a, b)
    if relation.between == "contradict" and variable is not None and variable.differ != "contradiction":
        return Relation("not_comparable", variable.differ, sure=0.7)
    if relation.between == "contradict" and updates(variable, a, b):
        return Relation("compatible", "update", newer(variable, a, b), sure=0.6)
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
            return Relation("compatible", "update", newer(variable, a, b), sure=0.5)
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
    clock, part = CLOCK.search(value), PART_OF_DAY.search(value)
    if clock and _TIMEX.match(value):
        return f"{clock[1]}:{clock[2] or '00'}{' GMT' if value.endswith('Z') else ''}"
    if _DECADE.fullmatch(value):
        return f"{value[:3]}0s"
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
        return relate_times(a, b, variable)
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
    return relate_spans(first, second, within, sure)


def _broader(under: Any, value: str) -> set[str]:
    """Give every value a value is a case of."""
    found: set[str] = set()
    while value in under and under[value] not in found:
        value = under[value]
        found.add(value)
    return found
