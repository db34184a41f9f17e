"""Numbers that a list adds up."""

from collections.abc import Callable

import pytest
from claims.coding.told import numbers

from samestory.claims.coding.codebook import Codebook
from samestory.rows import Row

Read = Callable[[str], Codebook]
BLOCKS = "variables: [{use: killed}, {use: injured}]"


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Ten tourists and two pilots died.", [12]),
        ("Ten tourists and their guide died.", [11]),
        ("A landslide killed two passengers and the driver.", [3]),
        ("A landslide killed two passengers and the bus driver on Monday.", [3]),
        ("A landslide killed two passengers and the driver was hurt.", [2]),
        ("A landslide killed two passengers and the road was cut.", [2]),
        ("A landslide killed 12 people and the gunman was arrested.", [12]),
        ("Some 31 people were killed: 17 people there and 14 people here.", [31]),
    ],
)
def test_one_more_without_a_number_is_counted(codebook: Read, text: str, killed: list[float]) -> None:
    assert [low for low, _ in numbers(codebook(BLOCKS), "killed", text)] == killed


def test_what_goes_into_a_total_is_no_total(codebook: Read) -> None:
    book = codebook("variables: [{name: recalled, type: count, units: {pound: [pound]}, triggers: [recall*]}]")
    text = "The recall grew by 600 pounds of ham, on top of 300 pounds of beef, for a total of about 900."
    assert numbers(book, "recalled", text) == [(900, None)]


@pytest.mark.parametrize(
    ("told", "seized"),
    [
        ("Some 215 pupils and 12 teachers were seized.", [227]),
        ("Some 227 people – 215 pupils and 12 teachers – were seized.", [227]),
        ("Some 215 pupils were seized.", []),
    ],
)
def test_a_list_is_of_all_though_another_question_counts_some_of_it(
    answers: Callable[..., list[Row]], told: str, seized: list[float]
) -> None:
    asked = "type: count, triggers: [seized]"
    book = (
        f"variables: [{{name: seized, units: {{person: [people]}}, {asked}}},"
        f" {{name: pupils, units: {{pupil: [pupil]}}, {asked}}}]"
    )
    assert [row["low"] for row in answers(book, "seized", told)] == seized


def test_what_became_of_them_decides_whose_number_it_is(answers: Callable[..., list[Row]]) -> None:
    book = (
        "variables: [{name: seized, type: count, units: {pupil: [pupil]}, triggers: [seized, kidnap*]},"
        " {name: freed, type: count, units: {person: [people]}, triggers: [escaped]}]"
    )
    assert [row["low"] for row in answers(book, "freed", "After the kidnapping 50 pupils escaped.")] == [50]
