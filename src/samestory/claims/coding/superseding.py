"""Numbers that an article tells as an earlier one: what a toll was before it "rose to" what it is."""

from collections.abc import Container, Iterable
from functools import cache

from samestory.claims.phrases import Phrases
from samestory.claims.sources.sameness import are_rivals
from samestory.lexicon import read_lexicon
from samestory.rows import Row

# How far before a number the wording of a rise may begin, in characters.
REACH = 60
# What may stand between that wording and the number.
_BESIDE = " ,\"“”'‘’"
# What makes two numbers of one article counts of the same.
SAME = ("variable", "unit", "population", "event")


def supersede(text: str, rows: Iterable[Row], scoped: Container[str] = ()) -> list[Row]:
    """Mark the numbers of an article that a rise it tells of has left behind, or that their source has revised.

    "The death toll rises to three" and, further down, "two people have died": the two held before; and so did "three"
    where "the mayor lowered his figure to two". What one source counts leaves no number of another behind. Who tells a
    number tells "none" of another time.

    Args:
        text: the article's text.
        rows: its rows of claims/claims.
        scoped: the variables whose numbers of different scopes are of different things.
    """
    told = list(rows)
    reached = [row for row in told if row["low"] is not None and _is_reached(text, row["start"])]
    revised = [
        row for row in told if row["low"] is not None and _is_behind(_wording("revised", "before"), text, row["start"])
    ]
    starts = {row["start"] for row in revised}
    for row in told:
        row["newer"] = row["newer"] or row["start"] in starts
        # Of two revisions the text need not tell the last one last: both stand.
        replaced = row["start"] not in starts and any(_is_replaced(row, other, scoped) for other in revised)
        row["superseded"] = row["superseded"] or replaced
        row["superseded"] = row["superseded"] or any(_is_below(row, other, scoped) for other in reached)
        row["superseded"] = row["superseded"] or (_is_none(row) and any(_is_some(row, other) for other in told))
    return told


def _is_below(row: Row, other: Row, scoped: Container[str]) -> bool:
    """Say whether a number counts the same as another and lies below it; none is no count that rose, nor "up to 4"."""
    same = all(row[column] == other[column] for column in SAME) and not are_rivals(row["source"], other["source"])
    same = same and (row["variable"] not in scoped or row["scope"] == other["scope"])
    counted = row["low"] is not None and row["high"] is not None
    return same and counted and bool(0 < row["high"] < other["low"])


def _is_replaced(row: Row, other: Row, scoped: Container[str]) -> bool:
    """Say whether a number is another one of the source that has revised it."""
    same = all(row[column] == other[column] for column in (*SAME, "source")) and other["source"] is not None
    same = same and (row["variable"] not in scoped or row["scope"] == other["scope"])
    return same and row["low"] is not None and (row["low"], row["high"]) != (other["low"], other["high"])


def _is_none(row: Row) -> bool:
    return bool(row["high"] == 0 and row["polarity"] == "negative")


def _is_some(row: Row, other: Row) -> bool:
    """Say whether the voice that tells of none tells a number as well; an article's own does, on whose word ever."""
    same = all(row[column] == other[column] for column in ("variable", "event"))
    return same and bool(other["low"]) and row["source"] in {None, other["source"]}


def is_newer(text: str, first: int, start: int, end: int) -> bool:
    """Say whether an article tells a number as a newer one: what a count rose to or is at now, "12, up from 8".

    Args:
        text: the article's text.
        first: where the number's sentence begins.
        start: where the number begins.
        end: where it ends.
    """
    behind = text[end : end + REACH]
    follows = any(not behind[:begin].strip(_BESIDE) for begin, _ in _wording("newer", "behind").spans(behind))
    return follows or _is_reached(text, start) or _wording("newer", "before").match(text[first:start])


def _is_reached(text: str, start: int) -> bool:
    """Say whether a number is what something rose to."""
    return _is_behind(rises(), text, start)


def _is_behind(wording: Phrases, text: str, start: int) -> bool:
    """Say whether a number stands right behind some wording."""
    before = text[max(0, start - REACH) : start]
    return any(not before[end:].strip(_BESIDE) for _, end in wording.spans(before))


def rises() -> Phrases:
    """Read the wording before a number that something rose to."""
    return _wording("reached", "before")


@cache
def _wording(table: str, place: str) -> Phrases:
    """Read the wording that tells a number as a newer one."""
    return Phrases(tuple(read_lexicon(__package__, "hedges.toml")[table][place]))
