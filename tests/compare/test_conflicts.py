"""Conflicts and their explanations."""

from collections.abc import Callable
from typing import Any

from samestory.claims.codebook import Codebook, Variable
from samestory.claims.context import records
from samestory.compare import compare

Make = Callable[..., Any]


def conflicts(book: Codebook, tables: dict[str, Any]) -> list[dict[str, Any]]:
    return records(compare(book, **tables)["compare/conflicts"])


def test_a_contradiction_names_who_holds_what(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, source="police", text="three passengers"), number("b", 14, text="14 passengers")]
    (row,) = conflicts(book, tables(claims, {"a": None, "b": None}))
    assert (row["level"], row["kind"]) == ("articles", "contradiction")
    assert row["conflict_id"] == "a:0-16:hurt~b:100-113:hurt:contradiction"
    assert row["explanation"] == (
        "hurt: Paper a has 3 (“three passengers”, on the word of police), "
        "but Paper b has 14 (“14 passengers”, in its own voice)."
    )


def test_a_source_that_was_dropped_is_shown(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, source="police"), number("b", 3)]
    (row,) = conflicts(book, tables(claims, {"a": None, "b": None}))
    assert row["kind"] == "attribution"
    assert "on the word of police" in row["explanation"]


def test_a_headline_drops_no_source(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, zone="title", position="title"), number("a", 3, source="police")]
    assert conflicts(book, tables(claims, {"a": None})) == []


def test_a_summary_against_its_own_article_weighs_less(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, zone="summary"), number("a", 14)]
    (row,) = conflicts(book, tables(claims, {"a": None}))
    assert (row["level"], row["confidence"]) == ("within_article", 0.72)
    assert "in its summary" in row["explanation"]
    assert "the same article" in row["explanation"]


def test_two_sources_of_one_article_that_disagree(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, source="police"), number("a", 14, source="operator")]
    assert [row["level"] for row in conflicts(book, tables(claims, {"a": None}))] == ["sources"]


def test_articles_that_agree_have_nothing_to_show(number: Make, tables: Make, book: Codebook) -> None:
    assert conflicts(book, tables([number("a", 3), number("b", 3)], {"a": None, "b": None})) == []


def test_parts_that_do_not_add_up_contradict_their_total(number: Make, tables: Make) -> None:
    book = Codebook((Variable("all", "count", compare="intervals", parts="each"), Variable("each", "count")))
    parts = [number("a", 37, variable="each", scope="north"), number("a", 41, variable="each", scope="south")]
    right = [number("a", 78, variable="all"), *parts]
    wrong = [number("a", 80, variable="all"), *parts]
    assert [row for row in conflicts(book, tables(right, {"a": None})) if row["variable"] == "all"] == []
    (row,) = (row for row in conflicts(book, tables(wrong, {"a": None})) if row["variable"] == "all")
    assert "add up to 78" in row["explanation"]
