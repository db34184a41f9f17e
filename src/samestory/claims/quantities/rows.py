"""Quantities: every number of a sentence as an interval, with what it counts.

"About 2,500" is 2500..2500 approximate, "more than 70" has the low end 70 and the comparator >, "dozens" is 24 or
more and vague, "no casualties" is 0..0 negated. The lexicon is quantities.toml.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from samestory.claims.quantities.counts import is_count
from samestory.claims.quantities.joining import (
    conjuncts,
    inherit_trend,
    inherit_units,
    is_address,
    periods,
    suspended_units,
    units_before,
)
from samestory.claims.quantities.numbers import number_words, quantity_lexicon, read_number
from samestory.claims.quantities.pounds import by_article, by_sentence
from samestory.claims.quantities.ranges import join_ranges
from samestory.claims.quantities.reading import Reading, read_count
from samestory.claims.quantities.scope import read_charged, read_scope
from samestory.claims.quantities.titles import in_sentence_case
from samestory.claims.quantities.vague import read_vague, read_zero
from samestory.claims.tokens import Sentence

DIGIT = re.compile(r"\d")


def find_quantities(
    sentences: Iterable[Sentence], dates: Mapping[str, list[tuple[int, int]]] | None = None
) -> list[dict[str, Any]]:
    """Find the quantities of sentences.

    Args:
        sentences: tokenised sentences.
        dates: per article, spans of calendar dates and clock times; numbers inside them are left out.

    Returns:
        Rows of claims/quantities.
    """
    rows = []
    calendar = dates or {}
    for sentence in in_sentence_case(sentences):
        inside = _tokens_inside(sentence, calendar.get(sentence.doc_id, []))
        readings = read_sentence(sentence, inside)
        rows += [by_sentence(sentence, _row(sentence, reading, readings)) for reading in readings]
    return by_article(rows)


def read_sentence(sentence: Sentence, skip: frozenset[int] = frozenset()) -> list[Reading]:
    """Read the quantities of one sentence, leaving out the tokens in ``skip``."""
    readings: list[Reading] = []
    index = 0
    for place in _places(sentence):
        found = _read_at(sentence, place) if place >= index and place not in skip else None
        if found is not None and skip.isdisjoint(range(found.first, found.last + 1)):
            readings.append(found)
            index = max(found.last, place) + 1
    if not readings:
        return []
    told = periods(sentence, suspended_units(sentence, readings))
    joined = [r for r in join_ranges(sentence, told) if not is_address(sentence, r)]
    return conjuncts(sentence, inherit_units(sentence, units_before(sentence, inherit_trend(sentence, joined))))


def _places(sentence: Sentence) -> list[int]:
    """Give the tokens a quantity can begin at: numbers, number words and quantifiers."""
    starters, after_article, lower = _starters(), _after_article(), sentence.lower
    # Most sentences hold none: a look at the whole is quicker than one at each word.
    digits = DIGIT.search(sentence.text) is not None
    if not digits and starters.isdisjoint(lower) and after_article.isdisjoint(lower):
        return []
    places = []
    for index, word in enumerate(lower):
        if word in after_article and index and lower[index - 1] in {"a", "an"}:
            places.append(index - 1)
        if word in starters or (digits and (word[0].isdigit() or word[0] == ".")):
            places.append(index)
    return places


@cache
def _starters() -> frozenset[str]:
    """Give every word a quantity can begin with, but articles."""
    vague = {phrase.split()[0] for phrase in quantity_lexicon()["vague"]}
    return (number_words() | vague | _zero_words()) - {"a", "an"}


@cache
def _zero_words() -> frozenset[str]:
    """Give the words that a quantity of none begins with."""
    return frozenset(quantity_lexicon()["no"]["words"])


@cache
def _after_article() -> frozenset[str]:
    """Give the words that make a quantity with the article before them: "a few", "a dozen", "a third"."""
    lexicon = quantity_lexicon()
    vague = {phrase.split()[1] for phrase in lexicon["vague"] if phrase.startswith("a ")}
    return frozenset(vague | lexicon["scales"].keys() | lexicon["fractions"].keys())


def _read_at(sentence: Sentence, index: int) -> Reading | None:
    """Read the quantity that begins at a token: vague, negated or a number."""
    word = sentence.lower[index]
    if word in _zero_words():
        return read_zero(sentence, index)
    vague = read_vague(sentence, index)
    if vague is not None:
        return vague
    number = read_number(sentence, index)
    if number is None or not is_count(sentence, number):
        return None
    return read_count(sentence, number)


def _tokens_inside(sentence: Sentence, spans: list[tuple[int, int]]) -> frozenset[int]:
    """Give the tokens that lie inside any of the spans of the article (sorted)."""
    if not spans or not sentence.ends:
        return frozenset()
    first = bisect_left(spans, (sentence.start, 0))
    if first == len(spans):
        return frozenset()
    near = spans[first : bisect_left(spans, (sentence.ends[-1], 0))]
    return frozenset(
        i for a, b in near for i in range(len(sentence)) if sentence.starts[i] >= a and sentence.ends[i] <= b
    )


def _row(sentence: Sentence, reading: Reading, readings: list[Reading]) -> dict[str, Any]:
    """Make the table row of a reading."""
    until = next((r.first for r in readings if r.first > reading.last), len(sentence))
    counted = reading.unit is None or reading.unit.rule not in {"hyphen", "age"}
    charged = reading.unit is not None and reading.unit.name == "percentage"
    scope = read_charged(sentence, reading.last + 1, until) if charged else None
    scope = scope or (read_scope(sentence, reading.last + 1, until) if counted else None)
    start, end = sentence.starts[reading.first], sentence.ends[reading.last]
    return {
        "doc_id": sentence.doc_id,
        "start": start,
        "end": end,
        "text": sentence.text[start - sentence.start : end - sentence.start],
        "low": reading.low,
        "high": reading.high,
        "comparator": reading.comparator,
        "approximate": reading.approximate,
        "vague": reading.vague,
        "trend": reading.trend,
        "unit": reading.unit.name if reading.unit else "-",
        "scope": sentence.between(*scope) if scope else None,
        "negated": reading.negated,
        "rule": reading.rule,
    }
