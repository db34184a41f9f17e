"""Numbers of some of those whom an article counts in all, on invented accidents."""

from collections.abc import Callable

import pytest

from samestory.rows import Row

Answers = Callable[..., list[Row]]
BLOCKS = "variables: [{use: killed}, {use: injured}]"


@pytest.mark.parametrize(
    ("told", "population"),
    [
        (["Police said 41 people died.", "Five kids died when a wall fell."], [None, "kid"]),
        (["Two medical students were killed.", "In all 46 people died."], ["medical student", None]),
        (["Police said 41 people died.", "The town buried the two bodies."], [None, "the two bodies"]),
        (["Police said 41 people died.", "Twelve workers were killed, the union said."], [None, None]),
        (["Two medical students were killed."], [None]),
        (["Police said 41 people died.", "A hospital told of 5 deaths."], [None, None]),
    ],
)
def test_who_is_counted_beside_a_far_higher_number(
    answers: Answers, told: list[str], population: list[str | None]
) -> None:
    found = answers(BLOCKS, "killed", *told)
    assert [row["population"] for row in found] == population


def test_numbers_that_add_up_to_the_one_before_are_its_parts(answers: Answers) -> None:
    told = "Thirty-one people were killed: 17 people in the hotel and 14 people on the road."
    assert [row["low"] for row in answers(BLOCKS, "killed", told)] == [31]


def test_those_of_another_question_are_not_in_the_total(answers: Answers) -> None:
    told = ["Police said 41 people died.", "Five kids were injured when a wall fell."]
    (row,) = answers(BLOCKS, "injured", *told)
    assert row["population"] is None
