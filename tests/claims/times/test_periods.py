"""Lengths of time, seasons and fiscal years, in articles of Friday 11 June 2021."""

import pytest

from samestory.claims.times.rows import find_times
from samestory.claims.tokens import tokenise


def times(text):
    return find_times([tokenise("d", 0, text)], {"d": "2021-06-11"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burned for six to nine hours.", [("six", "PT6H"), ("nine hours", "PT9H")]),
        ("It burned for between six and 12 hours.", [("six", "PT6H"), ("12 hours", "PT12H")]),
        ("It burned for six or seven weeks.", [("six", "P6W"), ("seven weeks", "P7W")]),
        ("It burned for 10-15 minutes.", [("10", "PT10M"), ("15 minutes", "PT15M")]),
        ("It burned for twenty-two days.", [("twenty-two days", "P22D")]),
        # No first number of two of one unit.
        ("He had six and nine hours passed.", [("nine hours", "PT9H")]),
        ("It cost $6 or nine hours of work.", [("nine hours", "PT9H")]),
        ("The boy was three or four years old.", []),
    ],
)
def test_both_numbers_of_a_length_are_told(text, expected):
    found = [(row["text"], row["value"]) for row in times(text) if row["type"] == "DURATION"]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed less than a fortnight ago.", ("less than a fortnight ago", "2021-W21")),
        ("It burned for two fortnights.", ("two fortnights", "P4W")),
        ("It was a fortnight of rain.", ("a fortnight", "P2W")),
        ("It was a monthlong fair.", ("monthlong", "P1M")),
        ("It was a yearslong quarrel.", ("yearslong", "PXY")),
        ("It was a week-long fair.", ("week-long", "P1W")),
    ],
)
def test_fortnights_and_long_spells(text, expected):
    assert [(row["text"], row["value"]) for row in times(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        ("They came third in 2015/16.", "2015/2016", "2015-01-01", "2016-12-31"),
        ("They came third in 2019-20.", "2019/2020", "2019-01-01", "2020-12-31"),
        ("They came third in 1999–00.", "1999/2000", "1999-01-01", "2000-12-31"),
    ],
)
def test_a_season_begins_in_one_year_and_ends_in_the_next(text, value, earliest, latest):
    (row,) = times(text)
    assert (row["value"], row["earliest"], row["latest"]) == (value, earliest, latest)


@pytest.mark.parametrize("text", ["Ring 2015-17.", "The bill is 2015/16/4.", "It is part 2015-16-A.", "See 2016/15."])
def test_other_numbers_joined_so_are_no_season(text):
    assert times(text) == []
