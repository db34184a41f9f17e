"""Quantities: every number of a sentence as an interval, with what it counts.

"About 2,500" is 2500..2500 approximate, "more than 70" has the low end 70 and the comparator >, "dozens" is 24 or
more and vague, "no casualties" is 0..0 negated. The lexicon is quantities.toml.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from samestory.claims.quantities_counts import is_count
from samestory.claims.quantities_joining import (
    conjuncts,
    inherit_trend,
    inherit_units,
    is_address,
    join_ranges,
    suspended_units,
    units_before,
)
from samestory.claims.quantities_numbers import number_words, quantity_lexicon, read_number
from samestory.claims.quantities_reading import Reading, read_count
from samestory.claims.quantities_scope import read_scope
from samestory.claims.quantities_units import Unit, read_noun_phrase
from samestory.claims.statements_tokens import Sentence

DIGIT = re.compile(r"\d")
VAGUE_LINKS = frozenset({"of", "more", "other", "the", "its", "their", "his", "her", "these", "those"})


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
    for sentence in sentences:
        inside = _tokens_inside(sentence, calendar.get(sentence.doc_id, []))
        readings = read_sentence(sentence, inside)
        rows += [_row(sentence, reading, readings) for reading in readings]
    return rows


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
    joined = [r for r in join_ranges(sentence, suspended_units(sentence, readings)) if not is_address(sentence, r)]
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
    return (number_words() | vague | {"no", "any", "none", "nobody"}) - {"a", "an"}


@cache
def _after_article() -> frozenset[str]:
    """Give the words that make a quantity with the article before them: "a few", "a dozen", "a third"."""
    lexicon = quantity_lexicon()
    vague = {phrase.split()[1] for phrase in lexicon["vague"] if phrase.startswith("a ")}
    return frozenset(vague | lexicon["scales"].keys() | lexicon["fractions"].keys())


def _read_at(sentence: Sentence, index: int) -> Reading | None:
    """Read the quantity that begins at a token: vague, negated or a number."""
    word = sentence.lower[index]
    if word in {"no", "any", "none", "nobody"}:
        return _read_no(sentence, index)
    vague = _read_vague(sentence, index)
    if vague is not None:
        return vague
    number = read_number(sentence, index)
    if number is None or not is_count(sentence, number):
        return None
    return read_count(sentence, number)


@cache
def _vague_phrases() -> dict[str, list[tuple[str, list[str], float]]]:
    """Give the vague quantifiers by their first word."""
    found: dict[str, list[tuple[str, list[str], float]]] = {}
    for phrase, low in quantity_lexicon()["vague"].items():
        found.setdefault(phrase.split()[0], []).append((phrase, phrase.split(), low))
    return found


def _read_vague(sentence: Sentence, index: int) -> Reading | None:
    """Read "dozens of attacks", "several", "tens of thousands"."""
    for phrase, parts, low in _vague_phrases().get(sentence.lower[index], ()):
        if sentence.lower[index : index + len(parts)] == parts:
            last = index + len(parts) - 1
            after = last + 1
            before = sentence.lower[index - 1] if index else ""
            if (phrase == "scores" and sentence.lower[after : after + 1] != ["of"]) or before in {"quite", "the"} - {
                "the" if phrase in {"dozens", "hundreds", "thousands", "scores"} else ""
            }:
                continue
            while after < len(sentence) and sentence.lower[after] in VAGUE_LINKS:
                after += 1
            unit = read_noun_phrase(sentence, after, 2)
            return Reading(index, unit.last if unit else last, float(low), None, unit, ">=", vague=True, rule="vague")
    return None


def _read_no(sentence: Sentence, index: int) -> Reading | None:
    """Read "no casualties", "no one", and "any casualties" after a negation."""
    lexicon, lower = quantity_lexicon()["no"], sentence.lower
    word = lower[index]
    after = lower[index + 1] if index + 1 < len(lower) else ""
    if word in {"none", "nobody"} or (word == "no" and after in lexicon["people"]):
        last = index + (word == "no")
        return Reading(
            index, last, 0.0, 0.0, Unit("person" if word != "none" else "-", last, "no"), negated=True, rule="no"
        )
    if word == "any":
        window = lower[max(0, index - 6) : index]
        if not any(token in lexicon["negators"] for token in window):
            return None
    if after in lexicon["not_before"]:
        return None
    first = index + 1
    while first < len(lower) and lower[first] in lexicon["reported"]:
        first += 1
    unit = read_noun_phrase(sentence, first, 2)
    if unit is None:
        return None
    rule = "no" if word == "no" else "not any"
    return Reading(index, unit.last, 0.0, 0.0, unit, negated=True, rule=rule)


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
    scope = read_scope(sentence, reading.last + 1, until) if counted else None
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
