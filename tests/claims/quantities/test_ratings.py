"""Numbers on a scale."""

import pytest

from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise


def ratings(text):
    return [(row["low"], row["unit"], row["text"]) for row in find_quantities([tokenise("d", 0, text)])]


@pytest.mark.parametrize(
    ("text", "value", "unit", "covered"),
    [
        ("A magnitude 5.4 quake came.", 5.4, "magnitude", "magnitude 5.4"),
        ("A 5.4-magnitude quake came.", 5.4, "magnitude", "5.4-magnitude"),
        ("It had a magnitude of 5.4.", 5.4, "magnitude", "5.4"),
        ("It had a magnitude of at least 5.", 5, "magnitude", "at least 5"),
        ("It was 5.4 on the Richter scale.", 5.4, "magnitude", "5.4 on the Richter scale"),
        ("5.4 quake topples tower", 5.4, "magnitude", "5.4"),
        ("M5.4 quake topples tower", 5.4, "magnitude", "M5.4"),
        ("Force 9 winds came.", 9, "force", "Force 9"),
    ],
)
def test_a_number_is_on_the_scale_named_before_it(text, value, unit, covered):
    assert ratings(text) == [(value, unit, covered)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("At street level 9 people waited.", "people"),
        ("He waited at gate 3.", "-"),
        ("A 5.4 million earthquake fund was set up.", "earthquake fund"),
    ],
)
def test_other_numbers_are_on_no_scale(text, unit):
    assert [row[1] for row in ratings(text)] == [unit]


@pytest.mark.parametrize("text", ["A category 4 storm came.", "It became a Category 5.", "The alert went to level 3."])
def test_a_class_counts_nothing(text):
    assert [row for row in ratings(text) if row[1] != "-"] == []
