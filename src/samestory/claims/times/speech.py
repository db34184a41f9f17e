"""The day a quotation was spoken on: its "today" and "this morning" are of that day, not of the day of publication."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from samestory.claims.times.clocks import quotation_around
from samestory.claims.times.rules import Match
from samestory.claims.times.values import Value

# Between the verb and its day stand places and hearers: "said in Porto on Monday", "told the council late on Monday".
SPOKEN = re.compile(
    r"\b(?:(?:said|says|wrote|tweeted|posted|added|recalled|testified|announced)"
    r"(?:\s(?:in|at|to|by|during|via|from|outside|after)\s[^.;:,“”\"]{1,50}?)?"
    r"|told\s(?:(?!that\b)[^.;:,“”\"]){1,50}?"
    r"|(?:written|posted|sent|published|dated|recorded)(?:\s[^.;:,“”\"]{1,40}?)?)"
    r"(?:\s(?:late|early))?\s(?:on\s|\()?$"
)
OWNER = re.compile(r"['’]s\b")
# Days that are counted from the day on which they are spoken of.
SPEAKERS_DAYS = frozenset({"relative_day", "two_days_off"})


def is_speakers_day(text: str, match: Match) -> bool:
    """Tell "today", "last night" inside a quotation."""
    return match.rule.resolve in SPEAKERS_DAYS and quotation_around(text, match.start) is not None


def day_spoken(text: str, found: Iterable[tuple[Match, Value]], published: date) -> date | None:
    """Give the day on which a sentence says that its quotation was spoken.

    Args:
        text: the sentence.
        found: its expressions of time with their values.
        published: the day of publication, after which nothing was said.
    """
    for match, value in found:
        if match.rule.resolve in SPEAKERS_DAYS or value.earliest is None or value.earliest != value.latest:
            continue
        tells = SPOKEN.search(text[: match.start]) is not None and OWNER.match(text, match.end) is None
        if tells and quotation_around(text, match.start) is None:
            day = datetime.fromisoformat(value.earliest).date()
            return day if day <= published else None
    return None
