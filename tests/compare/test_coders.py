"""Coders held against each other."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from samestory.claims.coding.codebook import Codebook, Variable
from samestory.claims.phrases import Phrases
from samestory.compare.coders import find_reliability
from samestory.compare.validation import find_validation
from samestory.rows import rows_of
from samestory.tables import build

Make = Callable[..., Any]


def sheet(coder: str, values: dict[str, str]) -> pd.DataFrame:
    rows = [{"coder": coder, "doc_id": doc_id, "variable": "hurt", "value": value} for doc_id, value in values.items()]
    return pd.DataFrame(rows)


def test_below_thirty_units_only_counts_are_given() -> None:
    (row,) = rows_of(find_reliability([sheet("x", {"a": "3", "b": "7"}), sheet("y", {"a": "3", "b": "8", "c": "1"})]))
    assert (row["coder_a"], row["coder_b"], row["n"], row["agreement"]) == ("x", "y", 2, 0.5)
    assert (row["n_alike"], row["krippendorff_alpha"]) == (1, None)
    assert row["note"] == "fewer than 30 units: counts only"


def test_alpha_is_given_with_its_interval_from_thirty_units_on() -> None:
    first = {f"d{i:02}": str(i % 3) for i in range(40)}
    second = {**first, "d00": "2", "d01": "2"}
    (row,) = rows_of(find_reliability([sheet("x", first), sheet("y", second)]))
    assert row["agreement"] == pytest.approx(0.95)
    assert 0.9 < row["krippendorff_alpha"] < 0.95
    assert row["ci_low"] < row["krippendorff_alpha"] < row["ci_high"]


def test_without_variation_alpha_is_undefined() -> None:
    same = {f"d{i:02}": "3" for i in range(40)}
    (row,) = rows_of(find_reliability([sheet("x", same), sheet("y", same)]))
    assert (row["agreement"], row["krippendorff_alpha"]) == (1.0, None)
    assert row["note"] == "undefined: no variation"


def test_articles_of_one_origin_are_drawn_together() -> None:
    first = {f"d{i:02}": str(i % 3) for i in range(40)}
    second = {**first, "d00": "2", "d01": "2"}
    copy = {"origin": "a wire", "role": "copy_no_credit", "share": 1, "basis": "text_match", "confidence": 0.9}
    origins = build("overlap/origins", [{**copy, "doc_id": f"d{i:02}", "origin_id": f"w{i // 10}"} for i in range(40)])
    (alone,) = rows_of(find_reliability([sheet("x", first), sheet("y", second)]))
    (drawn,) = rows_of(find_reliability([sheet("x", first), sheet("y", second)], origins))
    assert drawn["krippendorff_alpha"] == alone["krippendorff_alpha"]
    assert (drawn["ci_low"], drawn["ci_high"]) != (alone["ci_low"], alone["ci_high"])


@pytest.mark.parametrize(
    ("code", "low", "high", "comparator"),
    [("about 2,500", 2500, 2500, "="), ("more than 70", 70, None, ">"), ("dozens", 24, None, ">="), ("3", 3, 3, "=")],
)
def test_a_number_is_coded_as_the_article_writes_it(
    claim: Make, book: Codebook, code: str, low: float, high: float | None, comparator: str
) -> None:
    found = claim("a", low=low, high=high, comparator=comparator, unit="passenger")
    (row,) = rows_of(find_validation(book, build("claims/claims", [found]), [sheet("x", {"a": code})]))
    assert row["f1"] == 1


def test_what_was_adjudicated_is_the_measure(number: Make, book: Codebook) -> None:
    gold = [sheet("x", {"a": "3"}), sheet("y", {"a": "4"}), sheet("adjudicated", {"a": "4"})]
    (row,) = rows_of(find_validation(book, build("claims/claims", [number("a", 4)]), gold))
    assert row["f1"] == 1
    assert {r["coder_b"] for r in rows_of(find_reliability(gold))} == {"y"}


def test_the_program_is_held_against_people(number: Make, book: Codebook) -> None:
    claims = build("claims/claims", [number("a", 3), number("b", 14), number("c", 5), number("d", 1)])
    gold = [sheet("x", {"a": "3", "b": "7", "c": "not stated"})]
    (row,) = rows_of(find_validation(book, claims, gold))
    assert (row["n_both"], row["n_program"], row["n_coder"]) == (1, 3, 2)
    assert (row["n"], row["precision"], row["recall"], row["f1"]) == (3, 0.333333, 0.5, 0.4)


def test_without_sheets_the_tables_are_empty(book: Codebook) -> None:
    assert find_reliability([]).empty
    assert find_validation(book, build("claims/claims", []), []).empty


BOOK = Codebook(
    (Variable("sunk_at", "time", times="clock"), Variable("horn", "category", values={"sounded": Phrases(("horn",))}))
)


def coded(coder: str, variable: str, value: str) -> pd.DataFrame:
    return pd.DataFrame([{"coder": coder, "doc_id": "a", "variable": variable, "value": value}])


@pytest.mark.parametrize("written", ["03:52", "3.52am", "3:52 a.m.", "3.52am on Sunday", "2024-06-02T03:52"])
def test_a_time_is_coded_as_the_article_writes_it(claim: Make, written: str) -> None:
    found = claim("a", variable="sunk_at", value="2024-06-02T03:52", text="3.52am")
    gold, published = [coded("x", "sunk_at", written)], {"a": "2024-06-04"}
    (row,) = rows_of(find_validation(BOOK, build("claims/claims", [found]), gold, published=published))
    assert row["f1"] == 1


@pytest.mark.parametrize(("variable", "one", "other"), [("sunk_at", "3.52am", "03:52"), ("horn", "Sounded", "sounded")])
def test_coders_who_say_the_same_in_two_ways_agree(variable: str, one: str, other: str) -> None:
    gold = [coded("x", variable, one), coded("y", variable, other)]
    (row,) = rows_of(find_reliability(gold, codebook=BOOK, published={"a": "2024-06-04"}))
    assert row["agreement"] == 1
