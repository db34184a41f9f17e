"""Dates and times in words."""

import pytest

from samestory.figures.moments import say_moment


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2023-12-08T04:15", "8 Dec 2023, 04:15"),
        ("2023-12-08T01:15Z", "8 Dec 2023, 01:15 UTC"),
        ("2023-12-08T04:15+03:00", "8 Dec 2023, 04:15 UTC+03:00"),
        ("2025-03-10TEV", "10 Mar 2025, evening"),
        ("stated: 3; 24; 2025-03-10TNI", "stated: 3; 24; 10 Mar 2025, night"),
        ("none reported", "none reported"),
    ],
)
def test_a_moment_is_said_in_words(value: str, said: str) -> None:
    assert say_moment(value) == said
