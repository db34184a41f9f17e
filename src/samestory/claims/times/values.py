"""TIMEX3 values with the first and last day they can mean, and the pieces of a match they are made of.

Values follow the TimeML guidelines (Saurí et al. 2006): ``2023-12-08``, ``2023-W49``, ``2023-12-08T04:15``, ``P2M``.
A weekday or month without a year is resolved by the day of publication.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from samestory.claims.quantities.numbers import quantity_lexicon

WAS = re.compile(r"[^.;:“”]{0,60}?\b(?:was|were|had)\b")
# The full stop of "U.S." ends no clause.
CLAUSE_EDGE = re.compile(r"(?<!\W\w)\.\s|[;:]\s|,\s(?:and|but|who|which|when|where)\b|\bsaid\b")
# What tells whether a day lies ahead stands so near before it, in characters.
NEAR = 80
# ", where it has made vans since 2006,"
ASIDE = re.compile(r",\s(?:who|whose|which|where|when)\b[^.,;:]*(?=,)")
PROGRESSIVE = re.compile(
    r"(?:\b(?:is|are|am)|['’](?:s|re|m))\s(?:\w+ly\s|now\s|not\s|also\s)?\w{2,}ing\b", re.IGNORECASE
)
IS_DAY = re.compile(
    r"\s(?:is|remains)\s(?:the|its|their|our|a)\s(?:\w+\s){0,2}(?:date|day|deadline|target|limit)\b", re.IGNORECASE
)
PAST = frozenset({"had", "was", "were"})
# What ends a sentence, and no headline.
FINISHED = re.compile(r"[.!?][”\"’']?\s*$")
INFINITIVE_MARK = re.compile(r"^[^,;:]*\w to ([a-z]+)\b[^,;:]*$")
# "Ready to walk out of the talks on".
INFINITIVE = 8
WORD = re.compile(r"[’'a-z]+")
# "On Monday, the senate will vote", but not "On Monday, the firm said its head will go".
WILL = re.compile(r",?\s(?:(?!\b(?:said|says|told|that|\w+ed)\b)[^.;:,“”]){0,60}?\bwill\b")

# What tells that a month is over: "since January", "In January, a fire killed two".
SINCE = re.compile(r"\bsince\s+(?:(?:early|mid|late)[\s-]+)?$", re.IGNORECASE)
# "Was sold in March", "they signed it in March", but "decided to sign it in March".
DONE_IN = re.compile(
    r"\b(?:was|were|had|told|[a-z]{3,}ed)\b(?:(?!\bto\b)[^.;:“”])*\b(?:in|last)\s+(?:(?:early|mid|late)[\s-]+)?$"
)
OPENING = re.compile(r"\W*In\s+(?:(?:early|mid|late)[\s-]+)?$")
TOLD = re.compile(r"(?:(?!\bwill\b)[^.;:“”]){0,60}?\b(?:was|were|had|\w{3,}ed)\b")


@dataclass(frozen=True, slots=True)
class Context:
    """What a resolver may look at.

    Attributes:
        published: the day of publication, None when unknown.
        before: the text of the sentence before the expression.
        after: the text of the sentence after the expression.
        day: the last day the article spoke of, else that of publication.
        last_day: the last day the article spoke of, None before it spoke of any.
        spoken: the first day of the last date the article spoke of, however long it lasts, else that of publication.
        lexicon: times.toml.
    """

    published: date | None
    before: str
    after: str
    day: date | None
    last_day: date | None
    spoken: date | None
    lexicon: Mapping[str, Any]

    @property
    def past(self) -> bool:
        """Tell whether the words around the expression say that it is over."""
        told = OPENING.fullmatch(self.before) is not None and TOLD.match(self.after) is not None
        clause = CLAUSE_EDGE.split(self.before[-80:])[-1]
        done = DONE_IN.search(clause) is not None and not self.ahead
        return told or done or SINCE.search(self.before) is not None

    @property
    def ahead(self) -> bool:
        """Tell whether the words before the expression, in its clause, say that it lies ahead."""
        lexicon = self.lexicon["future"]
        if self.before.strip().lower() in lexicon["openers"] and WILL.match(self.after):
            return True
        clause = CLAUSE_EDGE.split(self._near)[-1].lower().rstrip()
        words = WORD.findall(clause)
        # "The toll from Thursday's blast" is told.
        phrases = [phrase for phrase in lexicon["phrases"] if phrase != "from" or not self._possessive]
        if any(clause.endswith((" " + phrase, " " + phrase + " the")) for phrase in phrases):
            # "had fled by Monday", "by Monday 14 were dead" is told.
            past = PAST if words[-1:] == ["from"] else frozenset({"had"})
            return past.isdisjoint(words) and not WAS.match(self.after)
        return self.planned

    @property
    def planned(self) -> bool:
        """Tell whether a verb before the expression, in its clause, says that it lies ahead."""
        lexicon = self.lexicon["future"]
        words = WORD.findall(CLAUSE_EDGE.split(self._near)[-1].lower())
        if _is_about_to(words, lexicon) or self._in_headline(words):
            return True
        if any(word in lexicon["strong"] or word.endswith(("'ll", "’ll")) for word in words):
            return True
        if self._is_allowed(WORD.findall(CLAUSE_EDGE.split(self._near)[-1])):
            return True
        # "would resume Monday", but "would appeal Monday's ruling", "the ruling announced Monday" is told.
        told = self._possessive or (words and words[-1].endswith("ed"))
        return not told and any(word in lexicon["reported"] for word in words)

    @property
    def scheduled(self) -> bool:
        """Tell whether its whole clause is of the present: "is getting out on Sept. 30", "September 30 is the day"."""
        clause = CLAUSE_EDGE.split(ASIDE.sub("", self.before))[-1]
        words = WORD.findall(clause.lower())
        if any(word in PAST or word.endswith("ed") for word in words):
            return False
        will = any(word in self.lexicon["future"]["strong"] for word in words)
        return will or PROGRESSIVE.search(clause) is not None or IS_DAY.match(self.after) is not None

    @property
    def _near(self) -> str:
        """The words before the expression, without asides: "will shut its plant in X, where it made vans, on"."""
        return ASIDE.sub("", self.before)[-NEAR:]

    def _is_allowed(self, words: list[str]) -> bool:
        """Tell "they may return on Monday" from "may have returned" and from the month, which has a capital.

        "It may be linked to the fire on Monday" and "that may explain why it fell on Monday" guess at what is over.
        """
        lexicon = self.lexicon["future"]
        modal = next((place for place, word in enumerate(words) if word in lexicon["modal"]), None)
        if modal is None or self._possessive:
            return False
        behind = words[modal + 1 :]
        states = len(behind) > 1 and behind[0] == "be" and behind[1] in lexicon["stated"]
        return not states and not any(word in lexicon["guessed"] for word in behind)

    @property
    def _possessive(self) -> bool:
        """Whether the expression says which thing is meant: "Thursday's blast"."""
        return self.after.startswith(("'s", "’s"))

    def _in_headline(self, words: list[str]) -> bool:
        """Tell "Drivers to walk out on Monday": a headline's infinitive, where nothing is told in the past."""
        infinitive = INFINITIVE_MARK.search(self.before)
        if FINISHED.search(self.after) or infinitive is None or infinitive[1] in self.lexicon["future"]["places"]:
            return False
        return PAST.isdisjoint(words) and not any(word.endswith("ed") for word in words)


def _is_about_to(words: list[str], lexicon: Mapping[str, Any]) -> bool:
    """Tell "is ready to leave on", "is to leave on": an infinitive that somebody is bound for, to a clause's end."""
    near = words[-INFINITIVE:]
    place = next((i for i, word in enumerate(near) if word == "to" and i and near[i - 1] in lexicon["bound"]), None)
    if place is None or place + 1 >= len(near) or near[place + 1] in lexicon["told"]:
        return False
    # What "was set to open on Monday" is still to come; what "was about to leave on Monday" is told.
    told = frozenset({"had"}) if near[place - 1] in lexicon["arranged"] else PAST
    return told.isdisjoint(words)


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value (None where the text does not allow one), its type, the first and last day it can mean.

    ``zone`` is the zone that is printed with a clock time, ``utc_offset`` how far it lies from UTC (``±hh:mm``).
    """

    value: str | None
    type: str
    earliest: str | None = None
    latest: str | None = None
    needs_day: bool = False
    utc_offset: str | None = None
    zone: str | None = None


Groups = Mapping[str, str | None]


def span_value(value: str, first: date, last: date, kind: str = "DATE") -> Value:
    """Give a value with the days it spans."""
    return Value(value, kind, first.isoformat(), last.isoformat())


def day_value(day: date) -> Value:
    """Give the value of one day."""
    return span_value(day.isoformat(), day, day)


def month_value(year: int, month: int, mod: str | None = None) -> Value:
    """Give the value of a month, or of its early, middle or late third."""
    last = calendar.monthrange(year, month)[1]
    first_day, last_day = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(mod or "", (1, last))
    return span_value(f"{year:04}-{month:02}", date(year, month, first_day), date(year, month, last_day))


def year_value(year: int) -> Value:
    """Give the value of a year."""
    return span_value(f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def week_value(day: date) -> Value:
    """Give the value of the ISO week of a day."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return span_value(f"{year:04}-W{week:02}", monday, monday + timedelta(days=6))


def shift_months(day: date, months: int) -> tuple[int, int]:
    """Give the year and month some months from a day."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def real_date(year: int, month: int, day: int) -> date | None:
    """Give a date, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def low(groups: Groups, name: str) -> str | None:
    """Give a piece of the match in lower case."""
    found = groups.get(name)
    return found.lower() if found else None


def count_of(text: str) -> float | None:
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
    tens, _, ones = first.partition("-")
    value = lexicon["numerals"].get(tens, lexicon["scales"].get(tens))
    if value is not None:
        value += lexicon["numerals"].get(ones, 0)
    else:
        try:
            value = float(first)
        except ValueError:
            return None
    if len(words) > 1 and "/" in words[1]:
        upper, under = words[1].split("/")
        half = int(upper) / int(under) if int(under) else 0.0
    return float(value) + half


def unit_of(groups: Groups) -> str:
    """Give the unit of the match in the singular."""
    unit = low(groups, "unit") or ""
    return "century" if unit.startswith("centur") else unit.removesuffix("s")
