"""Coders held against each other."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from samestory.claims.codebook import Codebook
from samestory.claims.context import records
from samestory.compare.coders import find_reliability, find_validation
from samestory.tables import build

Make = Callable[..., Any]


def sheet(coder: str, values: dict[str, str]) -> pd.DataFrame:
    rows = [{"coder": coder, "doc_id": doc_id, "variable": "hurt", "value": value} for doc_id, value in values.items()]
    return pd.DataFrame(rows)


def test_below_thirty_units_only_counts_are_given() -> None:
    (row,) = records(find_reliability([sheet("x", {"a": "3", "b": "7"}), sheet("y", {"a": "3", "b": "8", "c": "1"})]))
    assert (row["coder_a"], row["coder_b"], row["n"], row["agreement"]) == ("x", "y", 2, 0.5)
    assert row["krippendorff_alpha"] is None


def test_alpha_is_given_with_its_interval_from_thirty_units_on() -> None:
    first = {f"d{i:02}": str(i % 3) for i in range(40)}
    second = {**first, "d00": "2", "d01": "2"}
    (row,) = records(find_reliability([sheet("x", first), sheet("y", second)]))
    assert row["agreement"] == pytest.approx(0.95)
    assert 0.9 < row["krippendorff_alpha"] < 0.95
    assert row["ci_low"] < row["krippendorff_alpha"] < row["ci_high"]


def test_without_variation_alpha_is_undefined() -> None:
    same = {f"d{i:02}": "3" for i in range(40)}
    (row,) = records(find_reliability([sheet("x", same), sheet("y", same)]))
    assert (row["agreement"], row["krippendorff_alpha"]) == (1.0, None)


def test_the_program_is_held_against_people(number: Make, book: Codebook) -> None:
    claims = build("claims/claims", [number("a", 3), number("b", 14), number("c", 5), number("d", 1)])
    gold = [sheet("x", {"a": "3", "b": "7", "c": "not stated"})]
    (row,) = records(find_validation(book, claims, gold))
    assert (row["n"], row["precision"], row["recall"], row["f1"]) == (3, 0.333333, 0.5, 0.4)


def test_without_sheets_the_tables_are_empty(book: Codebook) -> None:
    assert find_reliability([]).empty
    assert find_validation(book, build("claims/claims", []), []).empty
