"""How sure contradictions are."""

from collections.abc import Callable
from typing import Any

import pytest
from compare.told import conflicts

from samestory.claims.coding.codebook import Codebook, Variable
from samestory.compare.evidence import ALONE, NUMBER, RIVAL, UNSOURCED
from samestory.compare.relation import SURE

Make = Callable[..., Any]


def sure(book: Codebook, tables: Make, *claims: Any) -> list[float]:
    """Give how sure the contradictions between articles are, in the order of their explanations."""
    rows = conflicts(book, tables(list(claims), {claim["doc_id"]: None for claim in claims}))
    told = [row for row in rows if row["level"] == "articles" and row["kind"] == "contradiction"]
    return [row["confidence"] for row in sorted(told, key=lambda row: str(row["explanation"]))]


def test_two_numbers_that_two_articles_have_each_are_surest(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number(doc, 12, source="police") for doc in "ab"] + [number(doc, 14, source="clinic") for doc in "cd"]
    assert sure(book, tables, *claims) == [pytest.approx(SURE * NUMBER)]


def test_a_number_of_one_article_in_nobodys_name_is_less_sure(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number(doc, 12, source="police") for doc in "ab"]
    assert sure(book, tables, *claims, number("c", 14, source="clinic")) == [pytest.approx(SURE * NUMBER * ALONE)]
    assert sure(book, tables, *claims, number("c", 14)) == [pytest.approx(SURE * NUMBER * ALONE * UNSOURCED)]


@pytest.mark.parametrize(("other", "share"), [(30, 1.0), (60, 0.7), (120, 0.35), (5, 1.0), (3, 0.7), (0, 0.35)])
def test_the_farther_apart_the_less_sure(other: int, share: float, number: Make, tables: Make, book: Codebook) -> None:
    (found,) = sure(book, tables, number("a", 12, source="police"), number("b", other, source="clinic"))
    assert found == pytest.approx(SURE * NUMBER * ALONE * share)


def test_a_number_against_several_is_less_sure(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number(doc, low, source=who) for doc, low, who in (("a", 12, "police"), ("b", 14, "clinic"))]
    found = sure(book, tables, *claims, number("c", 17, source="union"))
    assert found == [pytest.approx(SURE * NUMBER * ALONE * RIVAL)] * 3


def test_values_in_words_are_read_more_surely(claim: Make, tables: Make) -> None:
    causes = Codebook((Variable("cause", "category", compare="equal", differ="contradiction"),))
    told = (("a", "fire"), ("b", "flood"))
    claims = [claim(doc, variable="cause", value=value, source="police") for doc, value in told]
    assert sure(causes, tables, *claims) == [pytest.approx(SURE * ALONE)]
