"""How two claims relate."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.claims.coding.codebook import Variable
from samestory.compare.values import interval, relate, show_value

Make = Callable[..., dict[str, Any]]


def test_dozens_about_80_78_and_more_than_70_go_together(number: Make, hurt: Variable) -> None:
    dozens = number("a", 24, open=True, approximate=True)
    about_80 = number("b", 80, approximate=True)
    exactly_78 = number("c", 78)
    more_than_70 = number("d", 70, open=True)
    claims = [dozens, about_80, exactly_78, more_than_70]
    assert {relate(hurt, a, b).between for a in claims for b in claims if a is not b} == {"compatible"}
    assert relate(hurt, about_80, exactly_78).finer == "b"
    assert relate(hurt, dozens, more_than_70).finer == "b"


def test_about_twenty_is_one_of_the_tens(number: Make, hurt: Variable) -> None:
    about = number("a", 20, approximate=True)
    assert [relate(hurt, about, number("b", n)).between for n in (15, 17, 26)] == ["compatible"] * 2 + ["contradict"]


def test_three_and_fourteen_contradict(number: Make, hurt: Variable) -> None:
    assert relate(hurt, number("a", 3), number("b", 14)).between == "contradict"


def test_the_same_number_of_another_unit_is_not_compared(number: Make, hurt: Variable) -> None:
    relation = relate(hurt, number("a", 2), number("b", 2, unit="driver"))
    assert (relation.between, relation.kind) == ("not_comparable", "unit")
    assert relate(hurt, number("a", 2), number("b", 5, unit="driver")).kind is None


def test_none_and_none_reported_differ_in_certainty(number: Make, hurt: Variable) -> None:
    relation = relate(hurt, number("a", 0, value="none"), number("b", 0, value="none reported"))
    assert (relation.between, relation.kind) == ("compatible", "certainty")


def test_what_is_only_looked_into_goes_with_an_open_question(number: Make, hurt: Variable) -> None:
    unknown = number("b", None, value="unknown", polarity="unknown")
    assert relate(hurt, number("a", 3, certainty="hedged"), unknown).kind is None
    assert relate(hurt, number("a", 3, certainty="attributed", source="police"), unknown).kind == "certainty"


def test_what_an_article_leaves_open_contradicts_nothing(number: Make, hurt: Variable) -> None:
    relation = relate(hurt, number("a", 3), number("b", None, value="unknown", polarity="unknown"))
    assert (relation.between, relation.kind) == ("not_comparable", "certainty")


def test_a_finer_value_goes_with_the_broader_and_not_with_another(claim: Make) -> None:
    place = Variable("place", "category", compare="hierarchy", under={"Mill Bridge": "Northtown", "Ferry": "Southtown"})
    bridge, north, south = (claim("a", value=value) for value in ("Mill Bridge", "Northtown", "Southtown"))
    assert (relate(place, bridge, north).between, relate(place, bridge, north).finer) == ("compatible", "a")
    assert relate(place, bridge, south).between == "contradict"


@pytest.mark.parametrize(
    ("first", "second", "between"),
    [
        ("stated: 14 centimetre", "stated: 14 centimetre", "same"),
        ("stated: 14 centimetre", "stated: 40 centimetre", "not_comparable"),
        ("stated: 7; 2024-03-01", "stated: 7; 2024-03-02", "not_comparable"),
        ("stated: 7; 2024-03-01", "stated: 7", "compatible"),
        ("stated", "stated: 7", "compatible"),
    ],
)
def test_like_sentences_that_tell_other_numbers_do_not_say_the_same(
    claim: Make, first: str, second: str, between: str
) -> None:
    relation = relate(None, claim("a", value=first), claim("b", value=second))
    assert (relation.between, relation.kind) == (between, None)


def test_clock_times_within_the_tolerance_go_together(claim: Make) -> None:
    when = Variable("when", "time", times="clock", compare="intervals", within=30)
    four, quarter, six = (claim("a", value=f"2024-05-02T{clock}") for clock in ("04:00", "04:15", "06:00"))
    assert relate(when, four, quarter).between == "compatible"
    assert relate(when, four, six).between == "contradict"


def test_numbers_of_two_scopes_are_no_contradiction(number: Make) -> None:
    variable = Variable("trams", "count", compare="intervals", scopes={"north": ..., "south": ...})  # type: ignore[dict-item]
    assert relate(variable, number("a", 3, scope="north"), number("b", 14, scope="south")).kind == "scope"


@pytest.mark.parametrize(
    ("low", "high", "shown"), [(3, 3, "3"), (70, None, "at least 70"), (None, 7, "up to 7"), (2500, 2500, "2,500")]
)
def test_a_value_is_shown_in_words(claim: Make, low: float | None, high: float | None, shown: str) -> None:
    assert show_value(claim("a", low=low, high=high)) == shown


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.booleans(), st.booleans())
def test_relating_is_symmetric(first: float, second: float, about_a: bool, about_b: bool) -> None:
    base = {"value": None, "unit": "x", "scope": None, "polarity": "positive"}
    a = {**base, "low": first, "high": first, "approximate": about_a}
    b = {**base, "low": second, "high": second, "approximate": about_b}
    variable = Variable("n", "count", compare="intervals")
    assert relate(variable, a, b).between == relate(variable, b, a).between
    low, high = interval(a) or (1, 0)
    assert low <= first <= high


def test_a_headline_that_rounds_does_not_contradict(number: Make, hurt: Variable) -> None:
    body = number("a", 50, open=True, comparator=">")
    assert relate(hurt, number("a", 50), body).between == "compatible"


@pytest.mark.parametrize(
    ("value", "between", "shown"),
    [("195X", "compatible", "1950s"), ("196X", "contradict", "1960s"), ("P30D", "not_comparable", "P30D")],
)
def test_a_year_lies_in_its_decade_and_a_duration_is_no_year(claim: Make, value: str, between: str, shown: str) -> None:
    year, other = claim("a", value="1959"), claim("b", value=value)
    assert relate(Variable("since", "time", times="any"), year, other).between == between
    assert show_value(other) == shown


@pytest.mark.parametrize(("first", "between"), [("2024-05-01T24:00", "compatible"), ("2024-05-02T00:04", "contradict")])
def test_one_minute_past_midnight_is_midnight(claim: Make, first: str, between: str) -> None:
    when = Variable("deadline", "time", times="clock")
    assert relate(when, claim("a", value=first), claim("b", value="2024-05-02T00:01")).between == between


def test_a_time_that_is_told_as_rounded_goes_with_those_near_it(claim: Make) -> None:
    when = Variable("when", "time", times="clock", compare="intervals")
    about_four = claim("a", value="2024-05-02T04:00", approximate=True)
    quarter, half = (claim("b", value=f"2024-05-02T{clock}") for clock in ("04:15", "04:30"))
    assert relate(when, about_four, quarter).between == "compatible"
    assert relate(when, about_four, half).between == "contradict"
    assert relate(when, quarter, {**about_four, "approximate": False}).between == "contradict"


def test_a_time_that_is_the_earliest_goes_with_every_later_one(claim: Make) -> None:
    until = Variable("until", "time", times="date", compare="intervals")
    least = claim("a", value="2024-04-07", comparator=">=")
    same, later, earlier = (claim("b", value=f"2024-04-{day:02}") for day in (7, 10, 5))
    assert (relate(until, least, same).between, relate(until, least, same).finer) == ("compatible", "b")
    assert (relate(until, later, least).between, relate(until, later, least).finer) == ("compatible", "a")
    assert relate(until, least, earlier).kind == "contradiction"
    assert relate(until, least, {**later, "comparator": ">="}).between == "compatible"
    assert relate(until, least, {**same, "comparator": ">="}).between == "same"
    assert show_value(least) == "2024-04-07 or later"


@pytest.mark.parametrize(
    ("universal", "between"), [("04:15Z", "not_comparable"), ("06:15Z", "compatible"), ("06:15", "same")]
)
def test_a_time_in_gmt_is_not_held_against_one_of_the_place(claim: Make, universal: str, between: str) -> None:
    when = Variable("when", "time", times="clock", compare="intervals")
    here, there = claim("a", value="2024-05-02T06:15"), claim("b", value=f"2024-05-02T{universal}")
    assert relate(when, here, there).between == between


@pytest.mark.parametrize(
    ("other", "between"),
    [
        ("2024-05-02T04:15Z", "same"),
        ("2024-05-01T22:15-06:00", "same"),
        ("2024-05-01T22:20-06:00", "compatible"),
        ("2024-05-02T05:15Z", "contradict"),
        ("2024-05-02T06:15", "same"),
        ("2024-05-02T06:20", "compatible"),
        ("2024-05-02T07:00", "contradict"),
        # The clock of a neighbour, as it seems, a whole hour ahead.
        ("2024-05-02T07:15", "not_comparable"),
        # The clock of another zone, as it seems.
        ("2024-05-01T22:20", "not_comparable"),
    ],
)
def test_times_with_their_zones_are_compared_as_moments(claim: Make, other: str, between: str) -> None:
    when = Variable("when", "time", times="clock", compare="intervals", within=10)
    assert relate(when, claim("a", value="2024-05-02T06:15+02:00"), claim("b", value=other)).between == between


@pytest.mark.parametrize(
    ("printed", "between"),
    [
        ("9:20", "same"),
        ("twenty past nine", "same"),
        ("09:20", "contradict"),
        ("9:20 in the morning", "contradict"),
        ("9:20 a.m.", "contradict"),
        ("9:20am", "contradict"),
    ],
)
def test_a_clock_without_its_half_of_the_day_may_be_of_either(claim: Make, printed: str, between: str) -> None:
    when = Variable("when", "time", times="clock", compare="intervals", within=10)
    evening = claim("a", value="2024-05-02T21:20", text="9:20 p.m.")
    found = relate(when, evening, claim("b", value="2024-05-02T09:20", text=printed)).between
    assert found.replace("compatible", "same") == between


def test_a_time_is_shown_by_the_clock_it_is_told_by(claim: Make) -> None:
    shown = [show_value(claim("a", value=f"2024-05-02T06:15{zone}")) for zone in ("", "Z", "+02:00")]
    assert shown == ["06:15", "06:15 GMT", "06:15"]


@pytest.mark.parametrize(("day", "between"), [("2024-05-02", "compatible"), ("2024-05-06", "contradict")])
def test_a_day_goes_with_its_week(claim: Make, day: str, between: str) -> None:
    when = Variable("when", "time", times="date", compare="intervals")
    relation = relate(when, claim("a", value=day), claim("b", value="2024-W18"))
    assert relation.between == between
    assert relation.finer == ("a" if between == "compatible" else None)
