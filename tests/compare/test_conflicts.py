"""Conflicts and their explanations."""

from collections.abc import Callable
from typing import Any

import pytest

from samestory.claims.coding.codebook import Codebook, Variable
from samestory.claims.phrases import Phrases
from samestory.compare import compare
from samestory.rows import rows_of
from samestory.tables import build

Make = Callable[..., Any]


def conflicts(book: Codebook, tables: dict[str, Any]) -> list[dict[str, Any]]:
    return rows_of(compare(book, **tables)["compare/conflicts"])


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


WIRE = {"origin_id": "wire", "origin": "a wire", "role": "copy_no_credit", "share": 1, "basis": "text_match"}


def test_a_source_that_was_dropped_on_the_way_is_shown(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, source="police"), number("b", 3)]
    origins = [{**WIRE, "doc_id": doc_id, "confidence": 0.9} for doc_id in ("a", "b")]
    (row,) = conflicts(book, tables(claims, {"a": None, "b": None}, origins))
    assert row["kind"] == "attribution"
    assert "on the word of police" in row["explanation"]
    assert "which of them came first is not known" in row["explanation"]


def test_every_copy_that_drops_a_source_is_named(number: Make, tables: Make, book: Codebook) -> None:
    claims = [
        number("a", 3, source="police"),
        number("b", 3),
        number("c", 3),
        number("d", 3, source="police"),
        number("e", 3, source="mayor"),
        number("f", 3),
    ]
    # F shares no origin with the others.
    origins = [{**WIRE, "doc_id": doc_id, "confidence": 0.9} for doc_id in "abcde"]
    (row,) = conflicts(book, tables(claims, dict.fromkeys("abcdef"), origins))
    assert (row["documents_a"], row["documents_b"]) == ('["a", "d"]', '["b", "c"]')
    assert "Paper b and Paper c have 3 in their own voice (Paper b: “seven passengers”)" in row["explanation"]


def test_of_many_values_those_that_most_articles_hold_are_compared(
    number: Make, tables: Make, book: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tables(
        [number("a", 3), number("b", 5), number("c", 5), number("d", 8), number("e", 8)], dict.fromkeys("abcde")
    )
    monkeypatch.setattr("samestory.compare.conflicts.MOST_VALUES", 2)
    (row,) = conflicts(book, made)
    assert (row["documents_a"], row["documents_b"]) == ('["b", "c"]', '["d", "e"]')


def test_two_origins_drop_nothing_from_each_other(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, source="police"), number("b", 3)]
    assert conflicts(book, tables(claims, {"a": None, "b": None})) == []


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
    agreement = rows_of(compare(book, **tables(right, {"a": None}))["compare/agreement"])
    (shown,) = (row["sums"] for row in agreement if row["variable"] == "all")
    assert shown == '["a: 37 (north) + 41 (south) = 78, as stated"]'
    (row,) = (row for row in conflicts(book, tables(wrong, {"a": None})) if row["variable"] == "all")
    assert "add up to 78" in row["explanation"]


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


def test_a_statement_in_its_own_voice_dropped_no_source(number: Make, tables: Make, book: Codebook) -> None:
    made = tables([number("a", 3, source="Apex"), number("b", 3)], dict.fromkeys("ab"))
    origin = {"origin_id": "x", "origin": "x", "role": "rewrite", "share": 1, "basis": "inferred", "confidence": 1}
    made["origins"] = build("overlap/origins", [{"doc_id": doc, **origin} for doc in "ab"])
    assert [row["kind"] for row in conflicts(book, made)] == ["attribution"]
    made["documents"].loc[made["documents"]["doc_id"] == "b", "role"] = "press_statement"
    assert conflicts(book, made) == []


def test_a_day_and_an_hour_of_it_do_not_tell_who_dropped_the_source(number: Make, tables: Make, book: Codebook) -> None:
    made = tables([number("a", 3, source="Apex"), number("b", 3)], dict.fromkeys("ab"))
    origin = {"origin_id": "x", "origin": "x", "role": "rewrite", "share": 1, "basis": "inferred", "confidence": 1}
    made["origins"] = build("overlap/origins", [{"doc_id": doc, **origin} for doc in "ab"])
    made["documents"]["published"] = ["2024-05-02", "2024-05-02T09:00"]
    (row,) = conflicts(book, made)
    assert "which of them came first is not known" in row["explanation"]


def test_none_is_no_newer_number(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 2, superseded=True), number("b", 0, value="none", polarity="negative")]
    assert [row["kind"] for row in conflicts(book, tables(claims, dict.fromkeys("ab")))] == ["contradiction"]


def test_none_told_of_another_time_is_no_contradiction(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 2), number("b", 0, value="none", polarity="negative", superseded=True)]
    assert [row["kind"] for row in conflicts(book, tables(claims, dict.fromkeys("ab")))] == ["update"]


@pytest.mark.parametrize(("source", "kinds"), [(None, []), ("the union", ["contradiction", "contradiction"])])
def test_one_voice_says_no_two_things_of_one_in_a_sentence(
    source: str | None, kinds: list[str], number: Make, tables: Make, book: Codebook
) -> None:
    claims = [number("a", 3, sentence_start=0), number("a", 9, sentence_start=0, source=source), number("b", 9)]
    assert [row["kind"] for row in conflicts(book, tables(claims, dict.fromkeys("ab")))] == kinds


def test_a_number_of_the_same_day_is_a_rival_although_a_copy_came_later(number: Make, tables: Make) -> None:
    book = Codebook((Variable("stolen", "count", compare="intervals"),))
    days = {"a": "2024-05-02", "b": "2024-05-02T18:00", "c": "2024-05-03"}
    claims = [
        number("a", 9, variable="stolen", as_of=days["a"]),
        number("c", 7, variable="stolen", as_of=days["c"], source="police"),
        number("b", 7, variable="stolen", as_of=days["b"]),
    ]
    assert [row["kind"] for row in conflicts(book, tables(claims, dict.fromkeys("abc")))] == ["contradiction"]
    (agreement,) = rows_of(compare(book, **tables(claims, dict.fromkeys("abc")))["compare/agreement"])
    assert agreement["between"] == "contradict"
    later = [claims[0], claims[1]]
    assert [row["kind"] for row in conflicts(book, tables(later, dict.fromkeys("ac")))] == ["update"]


def test_a_hedge_is_dropped_by_the_article_although_its_headline_dropped_it_as_well(
    number: Make, tables: Make, book: Codebook
) -> None:
    claims = [
        number("a", 3, zone="title", position="title"),
        number("a", 3),
        number("b", 3, certainty="hedged", source="police"),
    ]
    made = tables(claims, dict.fromkeys("ab"))
    origin = {"origin_id": "x", "origin": "x", "role": "rewrite", "share": 1, "basis": "inferred", "confidence": 1}
    made["origins"] = build("overlap/origins", [{"doc_id": doc, **origin} for doc in "ab"])
    assert [row["kind"] for row in conflicts(book, made)] == ["certainty"]


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


def test_who_names_nobody_drops_no_source(number: Make, tables: Make, book: Codebook) -> None:
    made = tables([number("a", 3, certainty="attributed"), number("b", 3)], dict.fromkeys("ab"))
    origin = {"origin_id": "x", "origin": "x", "role": "rewrite", "share": 1, "basis": "inferred", "confidence": 1}
    made["origins"] = build("overlap/origins", [{"doc_id": doc, **origin} for doc in "ab"])
    assert conflicts(book, made) == []
