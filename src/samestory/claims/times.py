"""Expressions of time, as TIMEX3, with the first and last moment each can mean. The patterns are times.toml."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from samestory.claims import times_days, times_periods
from samestory.claims.statements_tokens import Sentence
from samestory.claims.times_days import with_day
from samestory.claims.times_holidays import holiday
from samestory.claims.times_values import Context, Groups, Value
from samestory.claims.times_zones import check_zones

DIGIT = re.compile(r"\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Rules whose numbers are no counts: the quantities leave them out.
CALENDAR_RULES = frozenset({
    "month_day", "day_month", "second_day", "month", "numeric_date", "clock", "clock_24", "clock_colon", "oclock",
    "year", "decade", "season", "week_of", "holiday",
})  # fmt: skip


RESOLVERS: dict[str, Callable[[Groups, Context], Value]] = {
    "calendar": times_days.calendar_date,
    "second_day": times_days.second_day,
    "weekday": times_days.weekday,
    "relative_day": times_days.relative_day,
    "clock": times_days.clock,
    "weekend": times_days.weekend,
    "week_of": times_days.week_of,
    "same_day": times_days.same_day,
    "next_day": times_days.next_day,
    "present": times_days.present,
    "future": times_days.future,
    "ago": times_periods.ago,
    "vague_past": times_periods.vague_past,
    "relative_period": times_periods.relative_period,
    "past_period": times_periods.past_period,
    "vague_period": times_periods.vague_period,
    "decade": times_periods.decade,
    "season": times_periods.season,
    "duration": times_periods.duration,
    "vague_duration": times_periods.vague_duration,
    "set_of_times": times_periods.set_of_times,
    "holiday": holiday,
}
# A clock time without a day is of the last day spoken of, when that lies near publication.
NEAR_DAYS = 7


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of times.toml with the words that call for it."""

    name: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    resolve: str


@dataclass(frozen=True, slots=True)
class Match:
    """A rule at a place of its sentence, with the pieces it found."""

    rule: Rule
    start: int
    end: int
    groups: dict[str, str | None]


@cache
def time_lexicon() -> dict[str, Any]:
    """Read the lexicon of times."""
    return tomllib.loads(files("samestory.claims").joinpath("times.toml").read_text(encoding="utf-8"))


@cache
def time_rules() -> tuple[Rule, ...]:
    """Give the rules with their macros filled in."""
    lexicon = time_lexicon()
    rules = []
    for entry in lexicon["rules"]:
        pattern = entry["pattern"]
        for name, piece in lexicon["macros"].items():
            pattern = pattern.replace("{" + name + "}", piece)
        for name, piece in lexicon["macros"].items():
            pattern = pattern.replace("{" + name + "}", piece)
        compiled = re.compile(pattern, re.IGNORECASE)
        rules.append(Rule(entry["name"], frozenset(entry["trigger"]), compiled, entry["resolve"]))
    return tuple(rules)


@cache
def _rules_by_trigger() -> dict[str, tuple[int, ...]]:
    """Give the numbers of the rules each word calls for."""
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(time_rules()):
        for trigger in rule.triggers:
            found.setdefault(trigger, []).append(number)
    return {trigger: tuple(numbers) for trigger, numbers in found.items()}


def find_times(sentences: Iterable[Sentence], published: Mapping[str, str | None]) -> list[dict[str, Any]]:
    """Find the expressions of time.

    Args:
        sentences: tokenised sentences, in the order of the articles.
        published: per article, its day of publication (ISO 8601), or None.

    Returns:
        Rows of claims/times.
    """
    rows: list[dict[str, Any]] = []
    spoken_of: dict[str, date | None] = {}
    for sentence in sentences:
        matches = _matches(sentence)
        if not matches:
            continue
        doc = sentence.doc_id
        day = parse_day(published.get(doc))
        values, spoken_of[doc] = _resolve(sentence, matches, day, spoken_of.get(doc))
        rows += [_row(sentence, match, value) for match, value in zip(matches, values, strict=True)]
    return rows


def parse_day(text: object) -> date | None:
    """Give the day of an ISO 8601 date or time, None where there is none."""
    if not isinstance(text, str):
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        found = DAY.match(text)
        try:
            return date.fromisoformat(found.group()) if found else None
        except ValueError:
            return None


def _matches(sentence: Sentence) -> list[Match]:
    """Give the matches of all rules that do not overlap: the longest first, then the first in the lexicon."""
    by_trigger = _rules_by_trigger()
    called = {number for word in by_trigger.keys() & set(sentence.lower) for number in by_trigger[word]}
    if DIGIT.search(sentence.text):
        called.update(by_trigger["#"])
    if not called:
        return []
    rules = time_rules()
    found = []
    for number in called:
        rule = rules[number]
        group: str | int = "expression" if "expression" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(sentence.text):
            start, end = match.span(group)
            found.append((start, -end, number, Match(rule, start, end, match.groupdict())))
    chosen: list[Match] = []
    for start, end, _, candidate in sorted(found, key=lambda f: f[:3]):
        if -end > start >= (chosen[-1].end if chosen else 0):
            chosen.append(candidate)
    return chosen


def _resolve(
    sentence: Sentence, matches: list[Match], published: date | None, day: date | None
) -> tuple[list[Value], date | None]:
    """Resolve the matches of a sentence in order; clock times take the nearest day of the sentence."""
    lexicon, before = time_lexicon(), day
    values: list[Value] = []
    days: list[tuple[int, date]] = []
    for match in matches:
        context = Context(published, _points_ahead(sentence.text, match.start), day or published, lexicon)
        value = RESOLVERS[match.rule.resolve](match.groups, context)
        values.append(value)
        if value.type in {"DATE", "TIME"} and value.value and DAY.match(value.value) and value.earliest == value.latest:
            day = parse_day(value.value[:10])
            if day is not None:
                days.append((match.start, day))
    for index, value in enumerate(values):
        if value.needs_day:
            place = matches[index].start
            nearest = min(days, key=lambda found: abs(found[0] - place))[1] if days else _near(before, published)
            values[index] = with_day(value, nearest)
    ends = [0, *(match.end for match in matches)]
    gaps = [sentence.text[end : match.start] for end, match in zip(ends, matches, strict=False)]
    return check_zones(values, gaps), day


def _near(day: date | None, published: date | None) -> date | None:
    """Give the last day spoken of when it lies within a week of publication, else the day of publication."""
    if day is None or published is None:
        return published
    return day if 0 <= (published - day).days <= NEAR_DAYS else published


def _points_ahead(text: str, start: int) -> bool:
    """Tell whether the words before an expression, in its clause, say that it lies ahead."""
    lexicon = time_lexicon()["future"]
    before = text[max(0, start - 80) : start].lower()
    clause = re.split(r"[.;:]\s|,\s(?:and|but|who|which|when)\b|\bsaid\b", before)[-1]
    words = re.findall(r"[’'a-z]+", clause)
    if any(word in lexicon["strong"] or word.endswith(("'ll", "’ll")) for word in words):
        return True
    return any(clause.rstrip().endswith((" " + phrase, " " + phrase + " the")) for phrase in lexicon["phrases"])


def _row(sentence: Sentence, match: Match, value: Value) -> dict[str, Any]:
    """Make the table row of a match."""
    return {
        "doc_id": sentence.doc_id,
        "start": sentence.start + match.start,
        "end": sentence.start + match.end,
        "text": sentence.text[match.start : match.end],
        "value": value.value,
        "type": value.type,
        "earliest": value.earliest,
        "latest": value.latest,
        "rule": match.rule.name,
        "utc_offset": value.utc_offset,
    }
