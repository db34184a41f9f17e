"""Sources and doubts that were dropped or added between articles of one origin."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

from compare.told import conflicts

from samestory.claims.coding.codebook import Codebook

Make = Callable[..., Any]
WIRE = {"origin_id": "wire", "origin": "a wire", "role": "copy_no_credit", "share": 1, "basis": "text_match"}


def test_a_source_that_was_dropped_on_the_way_is_shown(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, source="police"), number("b", 3)]
    (row,) = conflicts(book, tables(claims, {"a": None, "b": None}, shared=[claims]))
    assert row["kind"] == "attribution"
    assert "on the word of police" in row["explanation"]
    assert "which of them came first is not known" in row["explanation"]


def test_two_leads_that_are_alike_are_no_copies(number: Make, tables: Make, book: Codebook) -> None:
    claims, docs = [number("a", 3, source="police"), number("b", 3)], dict.fromkeys("ab")
    wire = [{**WIRE, "doc_id": doc_id, "confidence": 0.9} for doc_id in "ab"]
    for passage in ({"kind": "paraphrase"}, {"n_words": 9}):
        assert conflicts(book, tables(claims, docs, shared=[claims], **passage)) == []
        assert len(conflicts(book, tables(claims, docs, wire, shared=[claims], **passage))) == 1
    # One origin alone does not show that these claims are of one sentence; a doubt may be dropped in other words.
    assert conflicts(book, tables(claims, docs, wire)) == []
    hedged = [number("a", 3, certainty="hedged"), number("b", 3)]
    assert [row["kind"] for row in conflicts(book, tables(hedged, docs, wire))] == ["certainty"]


def test_an_article_that_tells_a_value_both_ways_dropped_and_added_nothing(
    number: Make, tables: Make, book: Codebook
) -> None:
    claims, docs = [number("a", 3, source="police"), number("b", 3)], dict.fromkeys("ab")
    for more in (number("a", 3), number("b", 3, source="police")):
        found = conflicts(book, tables([*claims, more], docs, shared=[claims]))
        assert [row for row in found if row["level"] == "articles"] == []
    headline = number("a", 3, zone="title", position="title")
    found = conflicts(book, tables([*claims, headline], docs, shared=[claims]))
    assert [row["kind"] for row in found if row["level"] == "articles"] == ["attribution"]


def test_every_copy_that_drops_a_source_is_named(number: Make, tables: Make, book: Codebook) -> None:
    claims = [
        number("a", 3, source="police"),
        number("b", 3),
        number("c", 3),
        number("d", 3, source="police"),
        number("e", 3, source="mayor"),
        number("f", 3),
    ]
    # F shares nothing with the others.
    shared = combinations(claims[:5], 2)
    (row,) = conflicts(book, tables(claims, dict.fromkeys("abcdef"), shared=shared))
    assert (row["documents_a"], row["documents_b"]) == ('["a", "d"]', '["b", "c"]')
    assert "Paper b and Paper c have 3 in their own voice (Paper b: “seven passengers”)" in row["explanation"]


def test_two_origins_drop_nothing_from_each_other(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, source="police"), number("b", 3)]
    assert conflicts(book, tables(claims, {"a": None, "b": None})) == []


def test_a_headline_drops_no_source(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, zone="title", position="title"), number("a", 3, source="police")]
    assert conflicts(book, tables(claims, {"a": None})) == []


def test_a_statement_in_its_own_voice_dropped_no_source(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, source="Apex"), number("b", 3)]
    made = tables(claims, dict.fromkeys("ab"), shared=[claims])
    assert [row["kind"] for row in conflicts(book, made)] == ["attribution"]
    made["documents"].loc[made["documents"]["doc_id"] == "b", "role"] = "press_statement"
    assert conflicts(book, made) == []


def test_a_day_and_an_hour_of_it_do_not_tell_who_dropped_the_source(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, source="Apex"), number("b", 3)]
    made = tables(claims, dict.fromkeys("ab"), shared=[claims])
    made["documents"]["published"] = ["2024-05-02", "2024-05-02T09:00"]
    (row,) = conflicts(book, made)
    assert "which of them came first is not known" in row["explanation"]


def test_a_hedge_is_dropped_by_the_article_although_its_headline_dropped_it_as_well(
    number: Make, tables: Make, book: Codebook
) -> None:
    claims = [
        number("a", 3, zone="title", position="title"),
        number("a", 3),
        number("b", 3, certainty="hedged", source="police"),
    ]
    made = tables(claims, dict.fromkeys("ab"), shared=[claims[1:]])
    assert [row["kind"] for row in conflicts(book, made)] == ["certainty"]


def test_who_tells_it_in_its_own_voice_as_well_names_no_source_to_drop(
    number: Make, tables: Make, book: Codebook
) -> None:
    origins = [{**WIRE, "doc_id": doc_id, "confidence": 0.9} for doc_id in ("a", "b")]
    told = [number("a", 3, source="police"), number("a", 3), number("b", 3)]
    assert conflicts(book, tables(told, {"a": None, "b": None}, origins)) == []


def test_who_names_nobody_drops_no_source(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3, certainty="attributed"), number("b", 3)]
    made = tables(claims, dict.fromkeys("ab"), shared=[claims])
    assert conflicts(book, made) == []
