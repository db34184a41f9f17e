"""Numbers of one hospital among all in hospital, on invented accidents."""

from collections.abc import Callable

import pytest

from samestory.rows import Row

Answers = Callable[..., list[Row]]


@pytest.mark.parametrize(
    ("told", "population"),
    [
        (
            "Some 20 people were taken to St Anne’s Hospital, while another 31 went to Upton university hospital.",
            ["at St Anne’s Hospital"],
        ),
        ("Some 51 people were taken to St Anne’s Hospital and Upton Hospital.", [None]),
    ],
)
def test_numbers_of_several_hospitals_are_each_of_one(
    answers: Answers, told: str, population: list[str | None]
) -> None:
    found = answers("variables: [{use: hospitalised}]", "hospitalised", told)
    assert [row["population"] for row in found] == population


def test_those_in_one_named_hospital_are_some_of_all_in_hospital(answers: Answers) -> None:
    told = [
        "Some 51 people were taken to hospital.",
        "Upton General Hospital said 31 people had been hospitalised there.",
        "A nurse said 51 people had been taken to hospital, 20 of them badly hurt.",
    ]
    found = answers("variables: [{use: hospitalised}]", "hospitalised", *told)
    assert [(row["low"], row["population"]) for row in found] == [
        (51, None),
        (31, "at Upton General Hospital"),
        (51, None),
    ]
    (alone,) = answers("variables: [{use: hospitalised}]", "hospitalised", told[1])
    assert alone["population"] is None
