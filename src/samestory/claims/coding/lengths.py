"""Lengths of time among the numbers of a sentence: two units that make one, and distances that are no length."""

import re
from collections.abc import Sequence

from samestory.claims.coding.articles import Sentence
from samestory.claims.coding.codebook import Variable
from samestory.claims.quantities.wording import unit_names
from samestory.rows import Row

SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
COARSE = frozenset({"month", "year", "decade"})
# "Two hours and 40 minutes", "two hours, 40 minutes", "two hours 40 minutes".
_JOINED = re.compile(r",?\s+(?:and\s+)?")
_AWAY = re.compile(
    r"\s+(after|before|beforehand|afterwards?|later|earlier|ago|into|prior\s+to|ahead\s+of)\b", re.IGNORECASE
)
# "Burned for two hours before it fell", "took two hours after all": so long it lasted.
_LASTED = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|tak(?:es?|ing)|took|wait(?:s|ed|ing)?|spen[dt]s?|spending|need(?:s|ed|ing)?)\s+"
    r"(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
LASTED_REACH = 60


def is_distance(text: str, sentence: Sentence, row: Row, variable: Variable) -> bool:
    """Say whether a number of hours or days only tells how far two things lie apart: "two hours after it began".

    It does not where a question asks for just that ("hours after"), or for what came to its end so long after: "it went
    out 14 hours after the blast".
    """
    away = _AWAY.match(text, row["end"])
    if away is None or (row["unit"] not in SECONDS and row["unit"] not in COARSE):
        return False
    spans = variable.triggers.spans(sentence.text, sentence.start)
    if any(start >= row["start"] and " " in text[start:end] and end == away.end() for start, end in spans):
        return False
    if away[1].lower() == "after" and any(end <= row["start"] for _, end in spans):
        return False
    return _LASTED.search(text[max(0, row["start"] - LASTED_REACH) : row["start"]]) is None


def join_lengths(text: str, rows: Sequence[Row], variable: Variable) -> list[Row]:
    """Make one number of a length told in two units, in the greater one where a question counts it, else the lesser.

    Args:
        text: the article's text.
        rows: the quantities of a sentence, in order.
        variable: the question.
    """
    joined: list[Row] = []
    for row in rows:
        before = joined[-1] if joined else None
        if before is None or not _is_rest(text, before, row):
            joined.append(row)
        elif _is_counted(before, variable):
            joined[-1] = _summed(text, before, row, before["unit"])
        elif _is_counted(row, variable):
            joined[-1] = _summed(text, before, row, row["unit"])
        else:
            joined.append(row)
    return joined


def _is_rest(text: str, first: Row, second: Row) -> bool:
    """Say whether a length goes on in a lesser unit."""
    greater, lesser = SECONDS.get(first["unit"], 0), SECONDS.get(second["unit"], 0)
    if not lesser or lesser >= greater or first["high"] is None or first["low"] != first["high"]:
        return False
    near = _JOINED.fullmatch(text, first["end"], second["start"]) is not None
    return near and second["low"] == second["high"] and second["low"] is not None


def _is_counted(row: Row, variable: Variable) -> bool:
    """Say whether a question counts the unit of a length."""
    return any(unit_names(words)[0].match(row["unit"]) for words in variable.units.values())


def _summed(text: str, first: Row, second: Row, unit: str) -> Row:
    """Give the row of two lengths together, in one of their units, to the hundredth."""
    seconds = first["low"] * SECONDS[first["unit"]] + second["low"] * SECONDS[second["unit"]]
    number = round(seconds / SECONDS[unit], 2)
    span = text[first["start"] : second["end"]]
    return {**first, "low": number, "high": number, "unit": unit, "end": second["end"], "text": span}
