"""Which days lie ahead, in articles of Friday 11 June 2021."""

import pytest

from samestory.claims.times.rows import find_times
from samestory.claims.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The toll was set to take effect on Tuesday.", "2021-06-15"),
        ("The permits were set to lapse Tuesday.", "2021-06-15"),
        ("The guild was poised to vote on Tuesday.", "2021-06-15"),
        ("The guild is set to vote on Tuesday.", "2021-06-15"),
        # Told, or never done.
        ("The guild was about to vote on Tuesday when the lights went out.", "2021-06-08"),
        ("The hall, which had been set to open on Tuesday, stayed shut.", "2021-06-08"),
        ("The tone was set by the guild on Tuesday.", "2021-06-08"),
    ],
)
def test_a_plan_told_in_the_past_lies_ahead(text, value):
    (row,) = find_times([tokenise("d", 0, text)], {"d": "2021-06-11"})
    assert row["value"] == value
