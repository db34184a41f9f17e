"""Two numbers of two times: what is an update, and what a contradiction."""

from collections.abc import Callable
from typing import Any

import pytest
from compare.told import conflicts

from samestory.claims.coding.codebook import Codebook, Variable
from samestory.claims.phrases import Phrases
from samestory.compare import compare
from samestory.rows import rows_of

Make = Callable[..., Any]


def test_an_older_figure_is_updated_and_not_contradicted(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 5, as_of="2024-05-02"), number("b", 7, as_of="2024-05-03")]
    (row,) = conflicts(book, tables(claims, {"a": None, "b": None}))
    assert row["kind"] == "update"
    assert "5 as of 2024-05-02" in row["explanation"]


@pytest.mark.parametrize(
    ("first", "second", "sources", "kind"),
    [
        ("2024-05-02", "2024-05-03", ("police", "mayor"), "contradiction"),
        ("2024-05-02", "2024-05-09", ("police", "mayor"), "contradiction"),
        ("2024-05-02", "2024-05-03", ("union", "drivers’ union"), "update"),
        ("2024-05-02", "2024-05-03", ("police", None), "update"),
        ("2024-05-02", "2024-05-03", ("police", "police"), "update"),
        ("2024-05-02", "2024-05-02T18:30", (None, None), "contradiction"),
        ("2024-05-02T10:00", "2024-05-02T18:30", (None, None), "update"),
    ],
)
def test_a_number_is_an_update_only_where_it_is_later_and_nobody_else_s(
    first: str,
    second: str,
    sources: tuple[str | None, str | None],
    kind: str,
    number: Make,
    tables: Make,
    book: Codebook,
) -> None:
    claims = [number("a", 5, as_of=first, source=sources[0]), number("b", 7, as_of=second, source=sources[1])]
    (row,) = conflicts(book, tables(claims, {"a": None, "b": None}))
    assert row["kind"] == kind


def test_a_count_that_has_risen_is_an_update_whoever_tells_it(number: Make, tables: Make, book: Codebook) -> None:
    before = number("a", 5, as_of="2024-05-02", source="police")
    risen = number("b", 7, as_of="2024-05-03", source="mayor", newer=True)
    fewer = number("b", 3, as_of="2024-05-03", source="mayor", newer=True)
    kinds = [conflicts(book, tables([before, later], {"a": None, "b": None}))[0]["kind"] for later in (risen, fewer)]
    assert kinds == ["update", "contradiction"]


TOLL = Codebook((Variable("hurt", "count", compare="intervals", triggers=Phrases(("hurt",))),))


@pytest.mark.parametrize(
    ("low", "day", "kind"),
    [
        (7, "2024-05-03", "update"),
        (7, "2024-05-02", "contradiction"),
        (3, "2024-05-03", "contradiction"),
    ],
)
def test_a_toll_that_is_higher_on_a_later_day_has_risen(
    low: float, day: str, kind: str, number: Make, tables: Make
) -> None:
    claims = [
        number("a", 5, as_of="2024-05-02", source="police"),
        number("b", low, as_of=day, source="hospital"),
    ]
    (row,) = conflicts(TOLL, tables(claims, {"a": None, "b": None}))
    assert row["kind"] == kind


def test_a_toll_that_is_lower_in_a_later_article_may_be_an_older_one(number: Make, tables: Make) -> None:
    claims = [number("a", 51, as_of="2024-05-02T20:00"), number("b", 40, as_of="2024-05-02T22:00")]
    (row,) = conflicts(TOLL, tables(claims, {"a": None, "b": None}))
    assert row["kind"] == "update"
    assert row["explanation"].endswith("the later may have an older number.")


def test_a_toll_that_its_source_still_gives_has_not_risen(number: Make, tables: Make) -> None:
    claims = [
        number("a", 5, as_of="2024-05-02", source="police"),
        number("b", 7, as_of="2024-05-03", source="hospital"),
        number("c", 5, as_of="2024-05-04", source="police"),
    ]
    (row,) = conflicts(TOLL, tables(claims, dict.fromkeys("abc")))
    assert row["kind"] == "contradiction"


def test_an_article_without_a_date_does_not_tell_that_a_number_is_still_given(number: Make, tables: Make) -> None:
    claims = [
        number("a", 5, as_of="2024-05-02", source="police"),
        number("b", 7, as_of="2024-05-03", source="hospital"),
        number("c", 5, source="police"),
    ]
    (row,) = conflicts(TOLL, tables(claims, dict.fromkeys("abc")))
    assert row["kind"] == "update"


def test_a_statement_s_number_is_that_of_who_made_it(number: Make, tables: Make, book: Codebook) -> None:
    hours = ("2024-05-02T09:00", "2024-05-02T18:00")
    claims = [number("a", 5, as_of=hours[0]), number("b", 7, as_of=hours[1], source="the union")]
    made = tables(claims, {"a": "Grey Line", "b": None})
    assert [row["kind"] for row in conflicts(book, made)] == ["update"]
    made["documents"].loc[made["documents"]["doc_id"] == "a", "role"] = "press_statement"
    assert [row["kind"] for row in conflicts(book, made)] == ["contradiction"]


def test_a_number_told_as_an_earlier_one_is_updated_for_all_who_hold_it(
    number: Make, tables: Make, book: Codebook
) -> None:
    claims = [number("a", 7, source="coast guard"), number("a", 5, source="company", superseded=True)]
    claims += [number("b", 5, source="company")]
    rows = conflicts(book, tables(claims, {"a": None, "b": None}))
    (row,) = [row for row in rows if row["documents_b"] == '["a", "b"]' or row["documents_a"] == '["a", "b"]']
    assert row["kind"] == "update"


def test_a_number_told_as_an_earlier_one_is_no_earlier_one_of_a_rival(
    number: Make, tables: Make, book: Codebook
) -> None:
    claims = [number("a", 14, source="ministry", newer=True), number("a", 17, source="Dr Amber")]
    claims += [number("a", 11, source="ministry", superseded=True), number("b", 11, source="ministry")]
    claims += [number("c", 17, source="Dr Amber")]
    found = {
        frozenset([row["documents_a"], row["documents_b"]]): row["kind"]
        for row in conflicts(book, tables(claims, dict.fromkeys("abc")))
    }
    assert found[frozenset(['["a", "b"]', '["a"]'])] == "update"
    assert found[frozenset(['["b"]', '["a", "c"]'])] == "contradiction"


def test_none_is_no_newer_number(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 2, superseded=True), number("b", 0, value="none", polarity="negative")]
    assert [row["kind"] for row in conflicts(book, tables(claims, dict.fromkeys("ab")))] == ["contradiction"]


def test_none_told_of_another_time_is_no_contradiction(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 2), number("b", 0, value="none", polarity="negative", superseded=True)]
    assert [row["kind"] for row in conflicts(book, tables(claims, dict.fromkeys("ab")))] == ["update"]


def test_a_number_of_the_same_day_is_a_rival_although_a_copy_came_later(number: Make, tables: Make) -> None:
    book = Codebook((Variable("stolen", "count", compare="intervals"),))
    days = {"a": "2024-05-02", "b": "2024-05-03", "c": "2024-05-02T18:00"}
    claims = [
        number("a", 9, variable="stolen", as_of=days["a"]),
        number("b", 7, variable="stolen", as_of=days["b"], source="police"),
        number("c", 7, variable="stolen", as_of=days["c"]),
    ]
    assert [row["kind"] for row in conflicts(book, tables(claims, dict.fromkeys("abc")))] == ["contradiction"]
    (agreement,) = rows_of(compare(book, **tables(claims, dict.fromkeys("abc")))["compare/agreement"])
    assert agreement["between"] == "contradict"
    later = [claims[0], claims[1]]
    assert [row["kind"] for row in conflicts(book, tables(later, dict.fromkeys("ab")))] == ["update"]


@pytest.mark.parametrize(("day", "kind"), [("2024-05-03", "update"), ("2024-05-02", "contradiction")])
def test_a_toll_may_rise_from_none(day: str, kind: str, number: Make, tables: Make) -> None:
    claims = [
        number("a", 0, value="none", polarity="negative", as_of="2024-05-02"),
        number("b", 3, as_of=day, source="hospital"),
    ]
    assert [row["kind"] for row in conflicts(TOLL, tables(claims, dict.fromkeys("ab")))] == [kind]


@pytest.mark.parametrize(("both", "kind"), [(False, "update"), (True, "contradiction")])
def test_of_the_missing_a_later_number_is_newer_unless_one_article_tells_both(
    both: bool, kind: str, number: Make, tables: Make
) -> None:
    lost = Variable("lost", "count", compare="intervals", triggers=Phrases(("missing",)))
    claims = [
        number("a", 6, variable="lost", as_of="2024-05-02T09:00", source="sheriff"),
        number("b", 5, variable="lost", as_of="2024-05-02T18:00", source="fire chief"),
    ]
    if both:
        claims.append(number("b", 6, variable="lost", as_of="2024-05-02T18:00", source="sheriff"))
    rows = conflicts(Codebook((lost,)), tables(claims, dict.fromkeys("ab")))
    assert {row["kind"] for row in rows} == {kind}


def test_arrests_grow_from_day_to_day(number: Make, tables: Make) -> None:
    held = Variable("held", "count", compare="intervals", triggers=Phrases(("arrested",)))
    claims = [
        number("a", 0, variable="held", value="none", polarity="negative", as_of="2024-05-02"),
        number("b", 3, variable="held", as_of="2024-05-03", source="police"),
        number("c", 5, variable="held", as_of="2024-05-04", source="lawyer"),
    ]
    rows = conflicts(Codebook((held,)), tables(claims, dict.fromkeys("abc")))
    assert {row["kind"] for row in rows} == {"update"}


def test_a_number_and_the_earlier_one_beside_it_are_an_update(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, sentence_start=0, superseded=True), number("a", 9, sentence_start=0), number("b", 9)]
    assert {row["kind"] for row in conflicts(book, tables(claims, dict.fromkeys("ab")))} == {"update"}


@pytest.mark.parametrize(("source", "kind"), [(None, "update"), ("the union", "contradiction")])
def test_a_part_told_beside_the_whole_does_not_keep_an_old_number_alive(
    source: str | None, kind: str, number: Make, tables: Make
) -> None:
    claims = [
        number("a", 4, as_of="2024-05-02", source="the mayor"),
        number("b", 4, as_of="2024-05-03", source=source),
        number("b", 9, as_of="2024-05-03", source="police", sentence_start=90),
    ]
    rows = conflicts(TOLL, tables(claims, dict.fromkeys("ab")))
    assert [row["kind"] for row in rows if row["doc_a"] != row["doc_b"]] == [kind]


def test_an_earlier_number_is_held_only_against_what_has_replaced_it(
    number: Make, tables: Make, book: Codebook
) -> None:
    claims = [number("a", 9), number("a", 7, superseded=True), number("b", 4), number("c", 9)]
    rows = conflicts(book, tables(claims, dict.fromkeys("abc")))
    shown = {(row["documents_a"], row["documents_b"], row["kind"]) for row in rows}
    assert ('["a"]', '["a", "c"]', "update") in shown
    assert not any(row["documents_a"] == '["a"]' and row["documents_b"] == '["b"]' for row in rows)
