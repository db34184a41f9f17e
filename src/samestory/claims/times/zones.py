"""How far a clock time lies from UTC: a zone is printed with it, or the same moment in GMT.

"4.15am (0115 GMT)" gives the offset of the place, and the day of GMT.
"""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from samestory.claims.times.rules import time_lexicon
from samestory.claims.times.values import Value

BETWEEN = frozenset({"(", "/", ",", "local time (", "local time,", "local ("})
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[0-2]\d:[0-5]\d(?=Z?$)", re.ASCII)
# Between a clock time and its day.
DAY_BEHIND = re.compile(r",?\s(?:on\s)?")
HALF_DAY, WEST, QUARTER = 720, -12 * 60, 15

# "8 p.m. U.S. Central time".
ZONE_WORDS = re.compile(r"(?:u\.?s\.?\s)?(?P<name>.+?)(?:\stime)?", re.IGNORECASE | re.DOTALL)


def in_zone(value: Value) -> Value:
    """Give a clock time its offset from UTC where its zone is known, and its moment in UTC as its limits."""
    words = ZONE_WORDS.fullmatch(value.zone or "")
    clock = MOMENT.fullmatch(value.value or "")
    if words is None or clock is None or "T24" in clock.group():
        return value
    local = datetime.fromisoformat(clock.group())
    minutes = _minutes_of(" ".join(words["name"].split()), local)
    if minutes is None:
        return value
    try:
        moment = _in_utc(local, minutes)
    except OverflowError:
        return value
    return replace(value, earliest=moment, latest=moment, utc_offset=_say_offset(minutes))


def check_zones(text: str, spans: list[tuple[int, int]], values: list[Value], lenders: list[int | None]) -> list[Value]:
    """Compare each clock time with a GMT one right beside it.

    Args:
        text: a sentence.
        spans: where each of its times begins and ends, in order.
        values: their values, clock times with their days.
        lenders: where the day of each begins that the sentence names; None where it names none.

    Returns:
        The values; where a local time and GMT stand together the local one has its offset from UTC, and the GMT one
        the day that offset gives. A day that stands right behind GMT, with none beside the local time, is that of GMT.
        Times whose distance is no quarter of an hour are left as they are: one is wrong.
    """
    checked = list(values)
    for index in range(1, len(values)):
        other = _before(text, spans, values, index)
        in_gmt = [(checked[place].value or "").endswith("Z") for place in (other, index)]
        if text[spans[_last(text, spans, values, other)][1] : spans[index][0]].strip() not in BETWEEN:
            continue
        if in_gmt[0] == in_gmt[1]:
            continue
        here_at, there_at = (index, other) if in_gmt[0] else (other, index)
        local, universal = checked[here_at].value or "", checked[there_at].value or ""
        first, second = MOMENT.match(local), MOMENT.match(universal)
        if first is None or second is None or "T24" in local:
            continue
        here, there = datetime.fromisoformat(first.group()), datetime.fromisoformat(second.group())
        minutes = int((here - there).total_seconds() // 60)
        # The world's offsets lie between -12 and +14 hours.
        offset = (minutes - WEST) % (2 * HALF_DAY) + WEST
        if offset % QUARTER:
            continue
        own = spans[_last(text, spans, values, there_at)][0]
        if lenders[there_at] == own and lenders[here_at] in {None, own}:
            here = there + timedelta(minutes=offset)
            local = here.isoformat(timespec="minutes")
        moment = _in_utc(here, offset)
        checked[here_at] = replace(
            checked[here_at], value=local, earliest=local, latest=local, utc_offset=_say_offset(offset)
        )
        checked[there_at] = replace(
            checked[there_at], value=moment, earliest=moment, latest=moment, utc_offset="+00:00"
        )
    return checked


def _before(text: str, spans: list[tuple[int, int]], values: list[Value], index: int) -> int:
    """Give the time before another one, but for a day that stands right behind a clock time."""
    return index - 2 if index > 1 and _last(text, spans, values, index - 2) == index - 1 else index - 1


def _last(text: str, spans: list[tuple[int, int]], values: list[Value], index: int) -> int:
    """Give the day that stands right behind a clock time ("2026 GMT on Monday"), the time itself where none does."""
    if MOMENT.match(values[index].value or "") is None or index + 1 == len(values) or values[index + 1].type != "DATE":
        return index
    return index + 1 if DAY_BEHIND.fullmatch(text[spans[index][1] : spans[index + 1][0]]) else index


def _minutes_of(zone: str, local: datetime) -> int | None:
    """Give a zone's minutes from UTC at a local time, None for one that is not known."""
    zones = time_lexicon()["zones"]
    entry = zones.get(zone.upper(), zones.get(zone.lower()))
    if isinstance(entry, str):
        offset = ZoneInfo(entry).utcoffset(local)
        return None if offset is None else round(offset / timedelta(minutes=1))
    return None if entry is None else round(60 * entry)


def _in_utc(local: datetime, minutes: int) -> str:
    """Give the moment in UTC of a local time whose clock is some minutes ahead."""
    return f"{(local - timedelta(minutes=minutes)).isoformat(timespec='minutes')}Z"


def _say_offset(minutes: int) -> str:
    """Give an offset as ``±hh:mm``."""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
