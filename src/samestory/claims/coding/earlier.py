"""What a sentence names that is earlier than the event: a day, or something else that happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.clauses import coordinates
from samestory.claims.coding.codebook import Event
from samestory.claims.coding.named_days import (
    at_same_moment,
    has_named_day,
    is_clock,
    is_of_next_paper,
    is_on_eve,
    names_day,
)
from samestory.claims.phrases import Phrases, compile_pattern
from samestory.claims.quantities.wording import plurals
from samestory.lexicon import read_lexicon
from samestory.rows import Row

_SPOKE = compile_pattern(
    r"\b(?:said|says|told|confirmed|announced|reported|wrote|tweeted|added|insist(?:s|ed)|vowed|promised|warned"
    r"|statement|conference|interview|late|early)(?:\s+[\pL]+){0,3}\s+$"
    r"|\bas of (?:[\pL\d.:]+,?\s+){0,5}$"
)
# Two dates that limit one period: "between 2014 and 2018".
_BETWEEN = compile_pattern(r"\bbetween\s+$")
# "A 2006 law", "its 1970s block", "a 1998-built ferry"; "the 2013 and 2014 floods".
_DETERMINED = compile_pattern(r"(?:\b(?:an?|the|its|their|his|her|this|that|these|those)|['’]s)\s+(?:[\pL-]+\s+)?$")
_NOUN_BEHIND = compile_pattern(r"(?:-built|-era|-old)?[\s-]+((?-i:\p{Ll})[\pL’'-]*(?:\s+(?-i:\p{Ll})[\pL’'-]*){0,2})")
_WHEN = compile_pattern(r",\s+when\b")
# "The attack", "Tuesday's attack" are those the text told of before.
_DEFINITE = compile_pattern(r"(?:\b(?:the|this|that|these|those|its|their|his|her)|['’]s)\s+(?:[\pL-]+\s+){0,3}$")

# What began more days than these before the event is no part of it; what lies nearer may be of another thing that week.
LONGEST_EVENT = 7


@dataclass(frozen=True)
class Earlier:
    """Words that name something earlier than the event.

    Attributes:
        start: where they begin in the article.
        end: where they end.
        dated: they are a day alone, beside nothing that happened on it, more than a week before the event.
        named: they are the codebook's.
    """

    start: int
    end: int
    dated: bool = False
    named: bool = False


def earlier_than(article: Article, sentence: Sentence, event: Event) -> list[Earlier]:
    """Give the words of a sentence that name an earlier day, or another event by the codebook's wording."""
    wordings = event.background.spans(sentence.text, sentence.start)
    named = [Earlier(start, end, named=True) for start, end in wordings]
    clauses = coordinates(sentence.text, sentence.start)
    days = []
    for row in earlier_days(article, sentence, event):
        start, end = int(row["start"]), int(row["end"])
        if any(start < stop and begin < end for begin, stop in wordings):
            continue
        clause = next(span for span in clauses if start < span[1])
        attributed = _attributed(sentence.text, start - sentence.start, end - sentence.start)
        if attributed is None or occurrences().match(attributed):
            happened = attributed is not None or _tells_of_another(article.text, clause, end)
            long_ago = days_before(event, row) > LONGEST_EVENT
            days.append(Earlier(start, end, dated=long_ago and not happened))
    return sorted((*named, *days), key=lambda words: words.start)


def days_before(event: Event, row: Row) -> int:
    """Give how many days before the event a time ends."""
    try:
        return date.fromisoformat(event.date or "").toordinal() - date.fromisoformat(row["latest"][:10]).toordinal()
    except ValueError:
        return 0


def earlier_days(article: Article, sentence: Sentence, event: Event) -> list[Row]:
    """Give the days before the event that a sentence names, but for those when somebody spoke."""
    if event.date is None:
        return []
    rows = [
        row
        for row in inside(article.times, sentence.start, sentence.end)
        if not is_of_next_paper(row, article.text[row["start"] : row["end"]], article.published, event.date)
    ]
    eves = [clock for clock in rows if any(is_on_eve(same, event.date) for same in at_same_moment(clock, rows))]
    return [
        row
        for row in known_days(article.text, sentence, rows)
        if row["latest"][:10] < event.date
        and not (is_clock(row) and (not has_named_day(row, rows) or any(row["start"] == eve["start"] for eve in eves)))
        and not any(names_day(row, eve) for eve in eves)
        and not spoken(article.text[sentence.start : row["start"]])
    ]


def known_days(text: str, sentence: Sentence, rows: Sequence[Row]) -> list[Row]:
    """Give the times of a sentence that are known to the day, or whose limits are; a period is one."""
    days: list[Row] = []
    for row in rows:
        if row["type"] not in {"DATE", "TIME"} or not row["earliest"] or not row["latest"]:
            continue
        if is_clock(row):
            # By its zone's clock it may be of another day than in UTC.
            ends = (row["value"], row["earliest"], row["latest"])
            days.append({**row, "earliest": min(ends), "latest": max(ends)})
        elif days and _is_period(text, sentence, days[-1], row):
            days[-1] = {**days[-1], "end": row["end"], "latest": row["latest"]}
        else:
            days.append(row)
    return days


def spoken(before: str) -> bool:
    """Say whether the words before a date make it the day somebody spoke or counted: "police said on Monday"."""
    return spoken_at(before) is not None


def spoken_at(before: str) -> int | None:
    """Give where the word of speaking begins that makes a date behind it the day somebody spoke.

    "Said that on Monday" opens what was said.
    """
    found = _SPOKE.search(before)
    return found.start() if found and "that" not in found[0].casefold().split() else None


def _is_period(text: str, sentence: Sentence, first: Row, last: Row) -> bool:
    """Say whether two dates are the ends of one period: "between 2014 and 2018"."""
    opened = _BETWEEN.search(text[sentence.start : first["start"]])
    return opened is not None and text[first["end"] : last["start"]].strip() == "and"


def _attributed(text: str, start: int, end: int) -> str | None:
    """Give the noun that a time only qualifies, with the words before it: "a 17th-century church"; None for others."""
    noun = _NOUN_BEHIND.match(text[end:])
    # "The flood that year killed": words qualify no noun.
    if not any(sign.isdigit() for sign in text[start:end]):
        return None
    if noun is None or words("function").match(noun[1].split()[0]):
        return None
    joined = text[end : end + 1] == "-" or "-" in text[start:end]
    return noun[1] if joined or _DETERMINED.search(text[:start]) else None


def _tells_of_another(text: str, clause: tuple[int, int], end: int) -> bool:
    """Say whether a clause with an earlier day tells what else happened: "In 1991, when it closed", "an attack in May".

    Args:
        text: the article.
        clause: where the clause begins and ends.
        end: where the day ends.
    """
    if _WHEN.match(text[end : clause[1]]):
        return True
    nouns = occurrences().spans(text[slice(*clause)], clause[0])
    return any(_DEFINITE.search(text[clause[0] : start]) is None for start, _ in nouns)


@cache
def occurrences() -> Phrases:
    """Read the nouns of what happens, with their plurals."""
    nouns = words("occurrences").wordings
    return Phrases(tuple(form for noun in nouns for form in (noun, *plurals(noun))))


@cache
def words(kind: str) -> Phrases:
    """Read the wording of one kind in anchoring.toml."""
    lexicon: Mapping[str, Sequence[str]] = read_lexicon(__package__, "anchoring.toml")
    return Phrases(tuple(lexicon[kind]))
