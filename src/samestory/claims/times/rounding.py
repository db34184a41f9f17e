"""Times that are told as rounded: "around 3 p.m.", "shortly after noon", "three hours or so"."""

import re
from functools import cache

from samestory.claims.times.rules import time_lexicon
from samestory.claims.times.values import Value

CLOCK = re.compile(r"T\d\d")


def is_rounded(before: str, printed: str, behind: str, value: Value) -> bool:
    """Tell whether a time of day or a length of time is only near the one that is printed.

    Args:
        before: the text of the sentence before the expression.
        printed: the expression, which may itself begin with "about".
        behind: the text of the sentence after it.
        value: what it resolves to; a part of the day and a date are as wide as they are told.
    """
    clock = value.type == "TIME" and CLOCK.search(value.value or "") is not None
    if not clock and value.type != "DURATION":
        return False
    ahead, inside, after = _patterns(clock)
    return bool(ahead.search(before) or inside.match(printed) or after.match(behind))


@cache
def _patterns(clock: bool) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of what stands right before, at the head of and right behind a rounded time."""
    words = time_lexicon()["rounded"]
    ahead = "|".join(map(re.escape, [*words["anything"], *(words["clock"] if clock else [])]))
    after = "|".join(map(re.escape, words["behind"]))
    return (
        re.compile(rf"\b(?:{ahead})\s+(?:the\s+|an?\s+)?$", re.IGNORECASE),
        re.compile(rf"(?:{ahead})\s", re.IGNORECASE),
        re.compile(rf"\s?(?:{after})\b", re.IGNORECASE),
    )
