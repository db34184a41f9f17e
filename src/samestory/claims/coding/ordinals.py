"""Words that count the dead without a numeral: "a third miner died" (at least three have), "both of the dead"."""

import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from samestory.claims.coding.articles import Sentence
from samestory.claims.coding.binding import is_toll
from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.findings import Finding
from samestory.claims.coding.lexicon import binding_lexicon
from samestory.claims.coding.population import BEHIND, asks_for_people, is_person, narrow
from samestory.claims.phrases import compile_pattern
from samestory.claims.quantities.plurals import is_plural
from samestory.claims.quantities.wording import plurals

# How far behind it, in characters, what is said of the one counted may stand.
REACH = 60
# "A fourth hospital worker": the noun is one of the first so many words.
LONGEST_NOUN = 3
# "Both of the dead", but not "both the dead and the injured".
_BOTH = re.compile(r"\bboth(?:\s+of)?\s+(?:the|these|those)\s+([a-z]+)\b(?!\s+(?:and|or)\b|-)", re.IGNORECASE)
_BREAKS = re.compile(r"[^\w\s-]")
_WORD = re.compile(r"\s*([a-z][\w-]*)")


def ordinal_findings(variable: Variable, sentence: Sentence) -> Iterator[Finding]:
    """Yield the numbers of dead or hurt that an ordinal or "both" tells: "a fourth death", "both of the dead".

    With "the" it names one of those counted before ("the third victim was a teacher"), and "a third of" is a share.
    """
    if not (is_toll(variable.triggers) and asks_for_people(variable)):
        return
    unit = next(iter(variable.units))
    for match in _BOTH.finditer(sentence.text):
        if variable.triggers.match(match[1]):
            start, end = (sentence.start + place for place in match.span())
            yield Finding(start, end, f"unit: {unit}; both", low=2.0, high=2.0, unit=unit, comparator="=")
    for match in _ordinals(sentence):
        noun = _counted(variable, sentence.text[match.end() :])
        if noun is None:
            continue
        end = match.end() + noun.end()
        behind, before = sentence.text[end : end + REACH], sentence.text[: match.start()]
        said = any(BEHIND.fullmatch(behind[:start]) for start, _ in variable.triggers.spans(behind))
        said = said or any(not before[last:].strip() for _, last in variable.triggers.spans(before))
        if said or any(map(variable.triggers.match, (noun[1], *plurals(noun[1])))):
            yield Finding(
                start=sentence.start + match.start(),
                end=sentence.start + end,
                rule=f"unit: {unit}; ordinal",
                low=float(_values()[match[1].casefold()]),
                unit=unit,
                comparator=">=",
                population=noun[1] if narrow(noun[1]) else None,
            )


def _ordinals(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Yield the ordinals behind an indefinite article, and those that a title begins with: "Third miner dies"."""
    title = _opening_ordinal().match(sentence.text) if sentence.position == "title" else None
    if title is not None:
        yield title
    yield from _ordinal().finditer(sentence.text)


def _counted(variable: Variable, text: str) -> re.Match[str] | None:
    """Give the noun behind an ordinal where it is one of those that the question counts: "hospital worker"."""
    for match in itertools.islice(_WORD.finditer(text), LONGEST_NOUN):
        if match[1] == "of" or _BREAKS.search(text[: match.start(1)]):
            return None
        named = is_person(match[1]) or any(phrases.match(match[1]) for phrases in variable.units.values())
        if named and not is_plural(match[1]):
            return match
    return None


@cache
def _values() -> dict[str, int]:
    """Give what each ordinal counts, from two on, in words and in figures."""
    return {word: number for number, word in enumerate(binding_lexicon()["ordinals"]["words"], 2)}


@cache
def _ordinal() -> Any:
    """Compile an ordinal behind an indefinite article."""
    return compile_pattern(rf"\ban? ({'|'.join(_values())})\s+")


@cache
def _opening_ordinal() -> Any:
    """Compile an ordinal that opens a title."""
    return compile_pattern(rf"({'|'.join(_values())})\s+")
