"""Standing: on whose word a span of an article stands, and how sure it is."""

import json
import re
from dataclasses import dataclass
from functools import cache

from samestory.claims.attributions.lexicon import forms, word_set
from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.phrases import Phrases
from samestory.claims.quantities.numbers import number_words
from samestory.claims.sources.words import shown_name
from samestory.lexicon import read_lexicon
from samestory.rows import Row
from samestory.words import word_spans

# A hedge bears on what follows it in its clause, this many words on.
HEDGE_REACH = 5
# ... and on its subject this many words before it.
SUBJECT_REACH = 2
# A number right before a hedge, and the noun of that number up to the next one of its list.
NUMBER_REACH = 12
COUNTED = re.compile(r"(?P<number>[\w.,]+)\s+$")
LISTED = re.compile(r"[\w-]+(?:\s[\w-]+){1,2} (?:and|or)\s+")
AUTHORS = frozenset({"i", "we"})
_CLAUSE_MARKS = frozenset(",;:—–()")


@dataclass(frozen=True)
class Attributed:
    """On whose word a span stands.

    Attributes:
        source: the innermost source; None where nobody is named.
        sources: JSON list of the single sources that speak there together.
        path: who told whom, from the source to the agency credited.
    """

    source: str | None = None
    sources: str | None = None
    path: str | None = None


def attribution_of(article: Article, start: int, end: int, *, left_open: bool = False) -> Attributed | None:
    """Say on whose word a span stands; None where it is not attributed.

    Who declines to say a thing, or does not know it, is the source only of what is ``left_open``.

    What tells itself that somebody speaks ("welcomed the plan", "claimed responsibility") is on the word of that one.
    """
    told = [row for row in article.attributions if _tells(row, start, end)]
    covering = [
        row
        for row in _covering(article, start, end) or told
        if (row["polarity"] == "positive" or left_open or _denies(row)) and not _is_author(row)
    ]
    if not covering:
        return None
    named: dict[str, str | None] = {}
    for row in covering:
        if name := shown_name(row["source_canonical"], row["source"]):
            named.setdefault(name, row["sources"])
    if not named:
        return Attributed()
    names = list(named)
    agency = article.agency if article.agency not in names and not _is_own(article, start, end) else None
    path = [*names, agency] if agency else names
    return Attributed(names[0], named[names[0]], " > ".join(path))


def _is_own(article: Article, start: int, end: int) -> bool:
    """Say whether a span is the outlet's own text in an article that takes other text from an agency."""
    wire = [row for row in article.stretches if row["content"] == "wire"]
    own = [row for row in article.stretches if row["content"] == "own"]
    return bool(wire) and any(_shared(row, start, end) > 0 for row in own)


def _shared(row: Row, start: int, end: int) -> int:
    """Give how many letters of a span lie in a stretch."""
    return int(min(end, row["end"]) - max(start, row["start"]))


def _is_author(row: Row) -> bool:
    """Say whether the one who writes speaks: a "we" or "I" that stands for nobody named."""
    return row["source_canonical"] is None and (row["source"] or "").casefold() in AUTHORS


def is_denied(article: Article, start: int, end: int) -> bool:
    """Say whether the one on whose word a span stands denies it; a span that tells the denial itself is none."""
    covering = [row for row in _covering(article, start, end) if not _tells(row, start, end)][:1]
    return any(row["polarity"] == "negative" and _denies(row) for row in covering)


def certainty_of(article: Article, sentence: Sentence, start: int, end: int, attributed: bool) -> str:
    """Say how sure a claim is: hedged where a hedge stands in it or before it in its clause, or right behind it."""
    able = {begin for begin, _ in _abilities().spans(sentence.text, sentence.start)}
    for hedge_start, hedge_end in _hedges().spans(sentence.text, sentence.start):
        if hedge_start in able:
            continue
        if hedge_end > start:
            if hedge_start < end:
                return "hedged"
            continue
        if _near(article.text[hedge_end:start], HEDGE_REACH) and not _hedges_another(article.text, hedge_start, start):
            return "hedged"
    for hedge_start, _ in _hedges_of_subject().spans(sentence.text, sentence.start):
        if hedge_start >= end and _near(article.text[end:hedge_start], SUBJECT_REACH):
            return "hedged"
    return "attributed" if attributed else "asserted"


def _hedges_another(text: str, hedge: int, start: int) -> bool:
    """Say whether a hedge bears on another number of a list: "640 suspected cases and 11 deaths"."""
    counted = COUNTED.search(text, max(0, hedge - NUMBER_REACH), hedge)
    number = counted is not None and (counted["number"][0].isdigit() or counted["number"].lower() in number_words())
    return number and LISTED.fullmatch(text, hedge, start) is not None


def _covering(article: Article, start: int, end: int) -> list[Row]:
    """Give the attributions whose content covers a span, the innermost first."""
    covering = [row for row in article.attributions if _covers(row, start, end)]
    return sorted(covering, key=lambda row: (row["content_end"] - row["content_start"], row["content_start"]))


def _covers(row: Row, start: int, end: int) -> bool:
    """Say whether the larger part of a span lies in an attribution's content, and not in a caption that parts it."""
    shared = min(end, row["content_end"]) - max(start, row["content_start"])
    if 2 * shared <= end - start:
        return False
    parts = json.loads(row["parts"]) if row.get("parts") else []
    told = sum(max(0, min(end, last) - max(start, first)) for first, last in parts)
    return not parts or 2 * told > end - start


def _denies(row: Row) -> bool:
    """Say whether a negative attribution is a denial: who denies a thing, or does not think it, says it is not so."""
    return (row.get("cue") or "").casefold() in _denials()


def _tells(row: Row, start: int, end: int) -> bool:
    """Say whether a span has the verb of an attribution in it: "denied any role"."""
    return row.get("cue_start") is not None and start <= row["cue_start"] < end


def _near(between: str, reach: int) -> bool:
    """Say whether two stretches stand in one clause, with at most so many words between."""
    return not _CLAUSE_MARKS & set(between) and sum(1 for _ in word_spans(between)) <= reach


@cache
def _denials() -> frozenset[str]:
    """Read the forms of the verbs of denial and of those whose negation denies what is thought."""
    return frozenset(
        form for key in ("denials", "raised") for verb in word_set("negation", key) for form in forms(verb)
    )


@cache
def _hedges() -> Phrases:
    """Read the hedges."""
    lexicon = read_lexicon(__package__, "hedges.toml")
    return Phrases(
        tuple(wording for wordings in lexicon.values() if isinstance(wordings, list) for wording in wordings)
    )


@cache
def _abilities() -> Phrases:
    """Read the wording that looks like a hedge and tells an ability."""
    return Phrases(tuple(read_lexicon(__package__, "hedges.toml")["ability"]["wording"]))


@cache
def _hedges_of_subject() -> Phrases:
    """Read the hedges that bear on their subject."""
    return Phrases(tuple(read_lexicon(__package__, "hedges.toml")["subject"]["after"]))
