"""Numbers of one place among several, on invented floods."""

from collections.abc import Callable

import pytest

from samestory.rows import Row

Answers = Callable[..., list[Row]]
BLOCKS = "variables: [{use: killed}, {use: injured}, {use: number_arrested}]"


@pytest.mark.parametrize(
    ("told", "population"),
    [
        ("Three people died in Ashby and four in Upper Tarn, police said.", ["in Ashby", "in Upper Tarn"]),
        ("At least 12 people died in the floods in Ashby.", [None]),
        ("In Ashby three people died and in Tarn four people drowned.", ["In Ashby", "in Tarn"]),
        ("Three people died in Ashby and 40 were hurt in Tarn.", [None]),
        ("Ten tourists and two pilots died in Ashby.", [None]),
    ],
)
def test_numbers_of_several_places_are_each_of_one(answers: Answers, told: str, population: list[str | None]) -> None:
    assert [row["population"] for row in answers(BLOCKS, "killed", told)] == population
