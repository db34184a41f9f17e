"""Pounds of money and pounds of weight, which share a word."""

from typing import Any

from samestory.claims.quantities.numbers import quantity_lexicon
from samestory.claims.tokens import Sentence

BARE = "pound"
RATE = " per "


def by_sentence(sentence: Sentence, row: dict[str, Any]) -> dict[str, Any]:
    """Name the pounds of a row of claims/quantities by the words of its sentence, where these tell."""
    if not _is_bare(row):
        return row
    lexicon, words = quantity_lexicon()["pounds"], set(sentence.lower)
    money, weight = not words.isdisjoint(lexicon["money"]), not words.isdisjoint(lexicon["weight"])
    if money == weight:
        # "300 pounds of rice", "a 500-pound bomb"
        after = sentence.text[row["end"] - sentence.start :].split(maxsplit=1)
        weight = not money and (row["rule"] == "hyphen" or after[:1] == ["of"])
        return _named(row, lexicon["weight_unit"]) if weight else row
    return _named(row, lexicon["money_unit"] if money else lexicon["weight_unit"])


def by_article(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Name the pounds that are left: money in an article that gives sums in pounds sterling."""
    unit = quantity_lexicon()["pounds"]["money_unit"]
    sterling = {row["doc_id"] for row in rows if row["unit"].partition(RATE)[0] == unit}
    return [_named(row, unit) if _is_bare(row) and row["doc_id"] in sterling else row for row in rows]


def _is_bare(row: dict[str, Any]) -> bool:
    """Tell "pound" and "pound per week" from a pressure."""
    counted, _, per = row["unit"].partition(RATE)
    return counted == BARE and " " not in per


def _named(row: dict[str, Any], unit: str) -> dict[str, Any]:
    """Give the row with its pounds named, a rate kept."""
    return {**row, "unit": unit + row["unit"].removeprefix(BARE)}
