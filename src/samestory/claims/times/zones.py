"""Local time against GMT: "4.15am (0115 GMT)" gives the offset of the place, and the day of GMT."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from samestory.claims.times.values import Value

BETWEEN = frozenset({"(", "/", ",", "local time (", "local time,", "local ("})
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[0-2]\d:[0-5]\d(?=Z?$)")
HALF_DAY, WEST, QUARTER = 720, -12 * 60, 15


def check_zones(values: list[Value], gaps: list[str]) -> list[Value]:
    """Compare each clock time with a GMT one right beside it.

    Args:
        values: the values of a sentence in order, clock times with their days.
        gaps: the text before each value, from the end of the one before it.

    Returns:
        The values; where a local time and GMT stand together the local one has its offset from UTC, and the GMT one
        the day that offset gives. Times whose distance is no quarter of an hour are left as they are: one is wrong.
    """
    checked = list(values)
    for index in range(1, len(values)):
        in_gmt = [(checked[place].value or "").endswith("Z") for place in (index - 1, index)]
        if gaps[index].strip() not in BETWEEN or in_gmt[0] == in_gmt[1]:
            continue
        here_at, there_at = (index, index - 1) if in_gmt[0] else (index - 1, index)
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
        moment = f"{(here - timedelta(minutes=offset)).isoformat(timespec='minutes')}Z"
        sign = "-" if offset < 0 else "+"
        zone = f"{sign}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
        checked[here_at] = replace(checked[here_at], utc_offset=zone)
        checked[there_at] = replace(
            checked[there_at], value=moment, earliest=moment, latest=moment, utc_offset="+00:00"
        )
    return checked
