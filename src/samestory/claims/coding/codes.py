"""What a coder wrote, read: a value of the codebook, a number or a time as an article gives it, or a code.

Numbers and times are read by the rules that read the articles' own, a time by the article's day of publication.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from samestory.claims.coding.bounds import bound_of
from samestory.claims.coding.codebook import UNKNOWN, Variable, count_value, is_negative
from samestory.claims.coding.findings import STATED
from samestory.claims.coding.timing import TIME_TYPES, with_zone
from samestory.claims.quantities.numbers import read_number
from samestory.claims.quantities.rows import read_sentence
from samestory.claims.times.rows import find_times
from samestory.claims.times.rules import time_lexicon
from samestory.claims.tokens import tokenise
from samestory.phrasing import say_interval
from samestory.published import exists
from samestory.rows import Row

NOT_STATED, CONFIRMED_SILENT = "not stated", "confirmed silent"
NOTHING = frozenset({NOT_STATED, CONFIRMED_SILENT})
CODES = (UNKNOWN, NOT_STATED, CONFIRMED_SILENT)
# What the questions of a type allow besides values and codes, for the person who codes.
FREE = {
    "count": "a number as the article gives it (7, about 2,500, dozens)",
    "time": "a time or date as the article gives it (03:52, 3.52am on Sunday, 9 March)",
}
DENIABLE = frozenset({"category", "actor"})
# A clock of 24 hours in a cell needs no word beside it that tells it from a length or a result.
CLOCK = re.compile(r"(?<![\d:./-])(?<!\bat )([01]?\d|2[0-3])[:.]([0-5]\d)(?![\d:./]|\s*[ap]\.?m\b)", re.IGNORECASE)
ISO_MARK = re.compile(r"(?:(?<=\d)|^)T(?=\d\d:\d\d)")
# A value as the tables have it: 2025-03, 2025-W10, 2025-03-09TEV, T03:52Z, PT3M.
TIMEX = re.compile(
    r"(?=.)(?:[\dX]{4}(?:-(?:[\dX]{2}|W[\dX]{2}|[A-Z\d]{2})(?:-[\dX]{1,2})?)?)?(?:T(?:[A-Z]{2}|\d\d(?::\d\d)?Z?))?"
    r"|P[\dXTYMWDHS.]+"
)
PRINTED_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
SCOPED = re.compile(r"(?P<scope>[^:]+): *(?P<value>.+)")
BELOW_ZERO = re.compile(r"\s*[-–−]\s*\d")
NO_DAY = "XXXX-XX-XX"


class CodeError(ValueError):
    """What a coder wrote answers no such question; the message says what can be written."""


@dataclass(frozen=True)
class Code:
    """What a coder found.

    Attributes:
        told: what it says, the same for two coders who say the same in two ways.
        text: as written.
        value: the codebook's value or the TIMEX3 value, None for a number.
        low, high: a number as an interval.
        unit: the codebook's unit, where it has several and one is written.
        scope: what a number is restricted to.
        bound: of a time that is the earliest (``>=``) or latest (``<=``) meant.
    """

    told: str
    text: str
    value: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    scope: str | None = None
    bound: str | None = None


def read_code(variable: Variable | None, text: str, published: str | None = None) -> Code:
    """Read what a coder wrote about one article.

    Args:
        variable: the question; None for one found by alignment, of which any text is an answer.
        text: as written, without space around it.
        published: the article's day of publication (ISO 8601), by which "Sunday" is a day.

    Raises:
        CodeError: it is no answer to the question; the message says what can be written.
    """
    fixed = _named(text, CODES)
    if fixed is not None:
        return Code(fixed, text, fixed)
    if variable is None:
        number = _number(text)
        return Code(text, text, text) if number is None else Code(text, text, None, *number[:2])
    value = _named(text, _values(variable))
    if value is not None:
        return _of_value(variable, value, text)
    code = None
    if variable.type == "count":
        code = _count(variable, text)
    elif variable.type == "time":
        code = _time(variable, text, published)
    if code is None:
        raise CodeError(_refusal(variable, text))
    return code


def allowed(variable: Variable) -> tuple[str, ...]:
    """Give what can be written as the answer to a question."""
    free = (FREE[variable.type],) if variable.type in FREE else ()
    return (*variable.values, *_stated(variable), *free, *CODES)


def _values(variable: Variable) -> Sequence[str]:
    """Give the names a question's answer can have."""
    denied = [f"not {value}" for value in variable.values] if variable.type in DENIABLE else []
    return [*variable.values, *denied, *_stated(variable)]


def _stated(variable: Variable) -> tuple[str, ...]:
    """Give the one value of a statement that has none of its own."""
    return (STATED,) if variable.type == "statement" and not variable.values else ()


def _named(text: str, names: Sequence[str]) -> str | None:
    """Give the name that is written, in whatever case and spacing."""
    written = " ".join(text.split()).casefold()
    return next((name for name in names if name.casefold() == written), None)


def _of_value(variable: Variable, value: str, text: str, scope: str | None = None) -> Code:
    """Give the code of one of the codebook's values."""
    low, high = (count_value(value) or (None, None)) if variable.type == "count" else (None, None)
    return Code(_with_scope(value, scope), text, value, low, high, scope=scope)


def _count(variable: Variable, text: str) -> Code | None:
    """Read the answer to a count: "7", "about 2,500 sailors", "north: 37"; None where it is none."""
    scope, told = None, text
    if split := SCOPED.fullmatch(text):
        scope, told = _named(split["scope"], list(variable.scopes)), split["value"]
        if scope is None:
            return None
        if (value := _named(told, list(variable.values))) is not None:
            return _of_value(variable, value, text, scope)
    number = _number(told)
    if number is None:
        return None
    low, high, counted = number
    for value in variable.values:
        plain = not is_negative(value) or " " not in value
        if plain and count_value(value) == (low, high):
            return _of_value(variable, value, text, scope)
    unit = None
    if len(variable.units) > 1:
        unit = next((u for u, words in variable.units.items() if u == counted or words.match(told)), None)
    said = " ".join(filter(None, (say_interval(low, high), unit)))
    return Code(_with_scope(said, scope), text, None, low, high, unit, scope)


def _with_scope(told: str, scope: str | None) -> str:
    return f"{scope}: {told}" if scope else told


def _number(text: str) -> tuple[float | None, float | None, str | None] | None:
    """Read a text that gives one number, with what it counts; None for none, several, one cut short or below zero."""
    if BELOW_ZERO.match(text):
        return None
    sentence = tokenise("", 0, text)
    # Alone in a cell "one" is no pronoun and "2019" no year.
    number = read_number(sentence, 0) if len(sentence) else None
    if number is not None and number.last == len(sentence) - 1:
        return number.value, number.value, None
    readings = read_sentence(sentence)
    if len(readings) != 1:
        return None
    (reading,) = readings
    outside = [word for i, word in enumerate(sentence.lower) if not reading.first <= i <= reading.last]
    if any(word[0].isdigit() for word in outside):
        return None
    return reading.low, reading.high, reading.unit.name if reading.unit else None


def _time(variable: Variable, text: str, published: str | None) -> Code | None:
    """Read the answer to a question of when; None where it is none of its kind, or tells several."""
    if TIMEX.fullmatch(text):
        day = text.partition("T")[0]
        if PRINTED_DAY.fullmatch(day) and not exists(day):
            return None
        kind = "DURATION" if text[0] == "P" else "TIME" if "T" in text else "DATE"
        value, day_told, bound = text, not text.startswith("T"), None
    elif (part := time_lexicon()["parts"].get(text.casefold())) is not None:
        kind, value, day_told, bound = "TIME", f"T{part}", False, None
    else:
        found = _time_in(variable, CLOCK.sub(r"at \1:\2", ISO_MARK.sub(" ", text)), published)
        if found is None:
            return None
        kind, value, day_told, bound = found
    if kind not in TIME_TYPES[variable.times]:
        return None
    if kind == "TIME" and (variable.times == "clock" or not day_told):
        value = value[value.index("T") :]
    return Code(value + (bound or ""), text, value, bound=bound)


def _time_in(variable: Variable, text: str, published: str | None) -> tuple[str, str, bool, str | None] | None:
    """Give type, TIMEX3 value, whether its day is told, and the bound of the one time that a text tells."""
    sentence = tokenise("", 0, text)
    every = find_times([sentence], {"": published})
    rows = [row for row in every if row["type"] in TIME_TYPES[variable.times]]
    clocks = [row for row in rows if row["type"] == "TIME"]
    # "3.52am on Sunday" is one time and its day.
    told = clocks or rows
    if len(told) != 1 or not told[0]["value"] or _has_more_figures(text, every):
        return None
    (row,) = told
    if row["value"][4:].startswith("-XX"):
        # "03/04/2025" is a day in March or in April.
        return None
    undated = next((r for r in find_times([sentence], {}) if r["start"] == row["start"]), row)
    day_told = len(rows) > 1 or not str(undated["value"]).startswith(f"{NO_DAY}T")
    bound, _, _ = bound_of(text, 0, row["start"], row["end"], len(text))
    return row["type"], with_zone(row), day_told, bound


def _has_more_figures(text: str, rows: Sequence[Row]) -> bool:
    """Say whether figures of a cell are in no time that was read: "3:52-4:10"."""
    inside = {place for row in rows for place in range(row["start"], row["end"])}
    return any(character.isdigit() and place not in inside for place, character in enumerate(text))


def _refusal(variable: Variable, text: str) -> str:
    """Say that a text is no answer, which was probably meant, and what can be written."""
    near = get_close_matches(text.casefold(), [*_values(variable), *CODES], n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"{text!r} is no answer to {variable.name}; {hint}write one of: {'; '.join(allowed(variable))}"
