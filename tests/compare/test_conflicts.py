"""Conflicts and their explanations."""

from collections.abc import Callable
from typing import Any

import pytest
from compare.told import conflicts

from samestory.claims.coding.codebook import Codebook, Variable
from samestory.compare import compare
from samestory.rows import rows_of

Make = Callable[..., Any]


def test_a_contradiction_names_who_holds_what(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, source="police", text="three passengers"), number("b", 14, text="14 passengers")]
    (row,) = conflicts(book, tables(claims, {"a": None, "b": None}))
    assert (row["level"], row["kind"]) == ("articles", "contradiction")
    assert row["conflict_id"] == "a:0-16:hurt~b:100-113:hurt:contradiction"
    assert row["explanation"] == (
        "Hurt: Paper a has 3 (“three passengers”, on the word of police), "
        "but Paper b has 14 (“14 passengers”, in its own voice)."
    )


def test_words_and_source_are_those_of_the_one_article_that_is_named(
    number: Make, tables: Make, book: Codebook
) -> None:
    claims = [
        number("a", 3, text="three passengers"),
        number("b", 3, source="police", text="3 people"),
        number("c", 14, text="14 passengers"),
    ]
    (row,) = conflicts(book, tables(claims, dict.fromkeys("abc")))
    assert row["explanation"] == (
        "Hurt: Paper b and Paper a have 3 (Paper b: “3 people”, on the word of police), "
        "but Paper c has 14 (“14 passengers”, in its own voice)."
    )


def test_a_date_is_that_of_the_article_that_gives_it(number: Make, tables: Make, book: Codebook) -> None:
    claims = [
        number("a", 5, as_of="2024-05-02", text="five passengers"),
        number("b", 5, as_of="2024-05-01"),
        number("c", 7, as_of="2024-05-03"),
    ]
    (row,) = conflicts(book, tables(claims, dict.fromkeys("abc")))
    assert row["kind"] == "update"
    assert (
        "Paper a and Paper b have 5 (Paper a: “five passengers”, in its own voice, as of 2024-05-02)"
        in row["explanation"]
    )


def test_of_many_values_those_that_most_articles_hold_are_compared(
    number: Make, tables: Make, book: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tables(
        [number("a", 3), number("b", 5), number("c", 5), number("d", 8), number("e", 8)], dict.fromkeys("abcde")
    )
    monkeypatch.setattr("samestory.compare.conflicts.MOST_VALUES", 2)
    (row,) = conflicts(book, made)
    assert (row["documents_a"], row["documents_b"]) == ('["b", "c"]', '["d", "e"]')


def test_a_standfirst_that_asserts_what_its_body_attributes(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, zone="standfirst", position="lead"), number("a", 3, source="police")]
    (row,) = conflicts(book, tables(claims, {"a": None}))
    assert (row["level"], row["kind"]) == ("within_article", "attribution")
    assert "in its own voice" in row["explanation"]


def test_many_articles_with_two_values_make_one_row(number: Make, tables: Make, book: Codebook) -> None:
    ids = [f"d{n}" for n in range(12)]
    claims = [number(doc_id, 3 if n % 2 else 14) for n, doc_id in enumerate(ids)]
    (row,) = conflicts(book, tables(claims, dict.fromkeys(ids)))
    assert "Paper d0 and 5 others have 14" in row["explanation"]
    assert row["documents_b"] == '["d1", "d11", "d3", "d5", "d7", "d9"]'


def test_a_headline_that_leaves_at_least_out_says_no_more_than_its_article(
    number: Make, tables: Make, book: Codebook
) -> None:
    title, body = number("a", 3, zone="title", position="title"), number("a", 3, open=True)
    assert [row["kind"] for row in conflicts(book, tables([title, body, number("b", 5)], {"a": None, "b": None}))] == [
        "precision"
    ]


def test_a_part_of_the_people_does_not_contradict_the_whole_unless_it_is_larger(
    number: Make, tables: Make, book: Codebook
) -> None:
    whole, outlets = number("a", 12), {"a": None, "b": None}
    part, larger = number("b", 10, population="Dutch tourist"), number("b", 14, population="Dutch tourist")
    assert conflicts(book, tables([whole, part], outlets)) == []
    (agreement,) = rows_of(compare(book, **tables([whole, part], outlets))["compare/agreement"])
    assert agreement["values"] == '["12", "10 (Dutch tourist)"]'
    assert [row["kind"] for row in conflicts(book, tables([whole, larger], outlets))] == ["contradiction"]


def test_other_words_for_one_thing_are_no_contradiction(claim: Make, tables: Make) -> None:
    book = Codebook((Variable("kind", "category", differ="wording"),))
    claims = [claim("a", value="tram", variable="kind"), claim("b", value="train", variable="kind")]
    (row,) = conflicts(book, tables(claims, {"a": None, "b": None}))
    assert row["kind"] == "wording"


def test_a_summary_against_its_own_article_weighs_less(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, zone="summary"), number("a", 14)]
    (row,) = conflicts(book, tables(claims, {"a": None}))
    (in_body,) = conflicts(book, tables([number("a", 3), number("a", 14)], {"a": None}))
    assert row["level"] == "within_article"
    assert row["confidence"] == pytest.approx(0.8 * in_body["confidence"])
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
    agreement = rows_of(compare(book, **tables(right, {"a": None}))["compare/agreement"])
    (shown,) = (row["sums"] for row in agreement if row["variable"] == "all")
    assert shown == '["a: 37 (north) + 41 (south) = 78, as stated"]'
    (row,) = (row for row in conflicts(book, tables(wrong, {"a": None})) if row["variable"] == "all")
    assert "add up to 78" in row["explanation"]


@pytest.mark.parametrize(
    ("low", "unit", "kind"), [(0.5, "mile", "unit"), (2, "mile", "contradiction"), (805, "passenger", None)]
)
def test_a_measure_is_compared_in_one_unit(
    low: float, unit: str, kind: str | None, number: Make, tables: Make, book: Codebook
) -> None:
    claims = [number("a", 800, unit="metre", approximate=True), number("b", low, unit=unit)]
    assert [row["kind"] for row in conflicts(book, tables(claims, {"a": None, "b": None}))] == ([kind] if kind else [])


def test_numbers_of_two_units_are_told_with_their_units(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 40, unit="minute", text="40 minutes"), number("b", 2, unit="hour", text="two hours")]
    (row,) = conflicts(book, tables(claims, {"a": None, "b": None}))
    assert row["explanation"].startswith("Hurt: Paper a has 40 minutes (“40 minutes”")
    assert "Paper b has 2 hours" in row["explanation"]


@pytest.mark.parametrize(("source", "kinds"), [(None, []), ("the union", ["contradiction", "contradiction"])])
def test_one_voice_says_no_two_things_of_one_in_a_sentence(
    source: str | None, kinds: list[str], number: Make, tables: Make, book: Codebook
) -> None:
    claims = [
        number("a", 3, sentence_start=0),
        number("a", 9, sentence_start=0, source=source),
        number("b", 9, source="the union"),
    ]
    assert [row["kind"] for row in conflicts(book, tables(claims, dict.fromkeys("ab")))] == kinds


def test_what_one_source_leaves_open_and_another_tells_puts_the_article_in_no_doubt(
    number: Make, tables: Make, book: Codebook
) -> None:
    told = number("a", 3, source="police")
    left_open = [
        number("a", None, value="unknown", polarity="unknown", source=source) for source in ("coach", "police")
    ]
    kinds = [[row["kind"] for row in conflicts(book, tables([told, other], {"a": None}))] for other in left_open]
    assert kinds == [[], ["certainty"]]


@pytest.mark.parametrize(
    ("scopes", "kinds"),
    [
        (("in the village of Tarn", "in Belk"), []),
        (("in the village of Tarn", "in Tarn"), ["contradiction", "contradiction"]),
        (("in Tarn", None), ["contradiction", "contradiction"]),
        (("in Tarn", "on Monday"), ["contradiction", "contradiction"]),
        (("in March", "in April"), ["contradiction", "contradiction"]),
    ],
)
def test_the_numbers_of_two_places_that_an_article_names_are_no_contradiction(
    scopes: tuple[str | None, str | None], kinds: list[str], number: Make, tables: Make, book: Codebook
) -> None:
    claims = [
        number("a", 3, scope=scopes[0], sentence_start=0),
        number("a", 9, scope=scopes[1], sentence_start=90, source="the mayor"),
        number("b", 9, scope=scopes[1]),
    ]
    assert [row["kind"] for row in conflicts(book, tables(claims, dict.fromkeys("ab")))] == kinds


@pytest.mark.parametrize(("scope", "kinds"), [("in Tarn", []), (None, ["contradiction"])])
def test_a_part_at_one_place_is_told_in_the_sentence_of_its_whole(
    scope: str | None, kinds: list[str], number: Make, tables: Make, book: Codebook
) -> None:
    claims = [
        number("a", 9, sentence_start=0, source="the Red Cross"),
        number("a", 3, scope=scope, sentence_start=0),
    ]
    assert [row["kind"] for row in conflicts(book, tables(claims, dict.fromkeys("ab")))] == kinds
