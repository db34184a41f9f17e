"""Expressions of time, as TIMEX3, with the first and last moment each can mean. The patterns are times.toml."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from samestory.claims.times import clocks, days, periods
from samestory.claims.times.clocks import day_beside, in_afternoon, is_label, with_day
from samestory.claims.times.holidays import holiday
from samestory.claims.times.rounding import is_rounded
from samestory.claims.times.rules import Match, find_matches, prints_stops, time_lexicon
from samestory.claims.times.speech import day_spoken, is_speakers_day
from samestory.claims.times.values import Context, Groups, Value
from samestory.claims.times.zones import check_zones
from samestory.claims.tokens import Sentence

DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Rules whose numbers are no counts: the quantities leave them out.
CALENDAR_RULES = frozenset({
    "month_day", "day_month", "second_day", "month", "numeric_date", "clock", "clock_24", "clock_colon", "clock_dot",
    "clock_words", "hour_word", "oclock", "year", "decade", "season", "week_of", "holiday",
    "quarter", "nth_century", "fiscal_year",
})  # fmt: skip

RESOLVERS: dict[str, Callable[[Groups, Context], Value]] = {
    "calendar": days.calendar_date,
    "second_day": days.second_day,
    "weekday": days.weekday,
    "relative_day": days.relative_day,
    "clock": clocks.clock,
    "clock_in_words": clocks.clock_in_words,
    "weekend": days.weekend,
    "week_of": days.week_of,
    "same_day": days.same_day,
    "next_day": days.next_day,
    "present": days.present,
    "future": days.future,
    "ago": periods.ago,
    "vague_past": periods.vague_past,
    "relative_period": periods.relative_period,
    "past_period": periods.past_period,
    "vague_period": periods.vague_period,
    "decade": periods.decade,
    "fiscal_year": periods.fiscal_year,
    "season": periods.season,
    "duration": periods.duration,
    "vague_duration": periods.vague_duration,
    "set_of_times": periods.set_of_times,
    "weekday_set": days.weekday_set,
    "two_days_off": days.two_days_off,
    "numeric": days.numeric,
    "later": periods.later,
    "quarter": periods.quarter,
    "nth_century": periods.nth_century,
    "holiday": holiday,
}
CLOCKS = frozenset({"clock", "clock_in_words"})
# A clock time without a day is of the last day spoken of, when that lies near publication.
NEAR_DAYS = 7


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an article spoke of last: a day, the first day of a date however long, and the groups of a clock time."""

    day: date | None = None
    any_date: date | None = None
    clock: Groups | None = None


def find_times(sentences: Iterable[Sentence], published: Mapping[str, str | None]) -> list[dict[str, Any]]:
    """Find the expressions of time.

    Args:
        sentences: tokenised sentences, in the order of the articles.
        published: per article, its day of publication (ISO 8601), or None.

    Returns:
        Rows of claims/times.
    """
    rows: list[dict[str, Any]] = []
    spoken_of: dict[str, Spoken] = {}
    read = list(sentences)
    stops = {sentence.doc_id for sentence in read if prints_stops(sentence.text)}
    for sentence in read:
        matches = find_matches(sentence, with_stop=sentence.doc_id in stops)
        if not matches:
            continue
        doc = sentence.doc_id
        day = parse_day(published.get(doc))
        before = spoken_of.get(doc, Spoken())
        values, spoken_of[doc] = _resolve(sentence, matches, day, before)
        said = _day_spoken(sentence.text, matches, values, day)
        if said is not None:
            values, spoken_of[doc] = _resolve(sentence, matches, day, before, said)
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


def _day_spoken(text: str, matches: list[Match], values: list[Value], published: date | None) -> date | None:
    """Give the day on which a quotation that speaks of "today" was spoken, where the sentence tells it."""
    if published is None or not any(is_speakers_day(text, match) for match in matches):
        return None
    return day_spoken(text, zip(matches, values, strict=True), published)


def _resolve(
    sentence: Sentence, matches: list[Match], published: date | None, spoken: Spoken, said: date | None = None
) -> tuple[list[Value], Spoken]:
    """Resolve the matches of a sentence in order; clock times take the nearest day of the sentence.

    Args:
        sentence: the sentence.
        matches: its expressions of time.
        published: the day of publication.
        spoken: what the article spoke of last.
        said: the day of its quotation, where that is known.
    """
    lexicon, text, before = time_lexicon(), sentence.text, spoken.day
    values: list[Value] = []
    days: list[tuple[int, date]] = []
    clock: Groups | None = None
    for match in matches:
        context = Context(
            published=said if said is not None and is_speakers_day(text, match) else published,
            before=text[: match.start],
            after=text[match.end :],
            day=spoken.day or published,
            last_day=spoken.day,
            spoken=spoken.any_date or published,
            lexicon=lexicon,
        )
        is_clock = match.rule.resolve in CLOCKS
        groups: Groups = match.groups
        if is_clock:
            # An hour in words goes on from the sentences before; figures may be of either half of the day.
            earlier = clock or (spoken.clock if groups.get("number") else None)
            groups = in_afternoon(groups, earlier, text[match.end :])
        value = RESOLVERS[match.rule.resolve](groups, context)
        values.append(value)
        clock = groups if is_clock else clock
        spoken = replace(_now_spoken_of(value, spoken), clock=clock or spoken.clock)
        if spoken.day is not None and _is_day(value):
            days.append((match.start, spoken.day))
    lenders: list[int | None] = []
    for index, (match, value) in enumerate(zip(matches, values, strict=True)):
        place = match.start
        lenders.append(None if value.needs_day else place)
        if value.needs_day:
            lent = None if is_label(text[:place]) else day_beside(text, place, days)
            lenders[index] = lent[0] if lent else None
            assumed = published if is_label(text[:place]) else _near(before, published)
            values[index] = with_day(value, lent[1] if lent else assumed)
    return check_zones(text, [(match.start, match.end) for match in matches], values, lenders), spoken


def _now_spoken_of(value: Value, spoken: Spoken) -> Spoken:
    """Give the last day and date spoken of after one more value."""
    # The limits of a clock time may be of another day: those of one with a zone are in UTC, midnight begins the next.
    dated = DAY.match(value.value or "") if value.type == "TIME" else None
    told = dated.group() if dated is not None else value.earliest
    first = parse_day(told) if value.type in {"DATE", "TIME"} and value.value else None
    if first is None or value.value == "PRESENT_REF":
        return spoken
    return replace(spoken, day=first if _is_day(value) else spoken.day, any_date=first)


def _is_day(value: Value) -> bool:
    """Tell a day, or a moment of one."""
    dated = value.type in {"DATE", "TIME"} and value.earliest == value.latest
    return dated and DAY.match(value.value or "") is not None


def _near(day: date | None, published: date | None) -> date | None:
    """Give the last day spoken of when it lies within a week of publication, else the day of publication."""
    if day is None or published is None:
        return published
    return day if 0 <= (published - day).days <= NEAR_DAYS else published


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
        "approximate": is_rounded(
            sentence.text[: match.start],
            sentence.text[match.start : match.end],
            sentence.text[match.end :],
            value,
        ),
    }
