"""Numbers that are a part of another one."""

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
        ("Some 18 of the line's 90 passengers died.", [18]),
        ("Some 18 of the 90 passengers were killed.", [18]),
        ("None of the 90 passengers was killed.", [0]),
        ("No one among the 90 passengers was killed.", [0]),
        ("Neither of the two drivers was killed.", [0]),
        ("Police revised the number of dead down from 14 to 11.", [14, 11]),
        ("Two sisters among 12 killed", [12]),
        ("5 of 12 killed are named", [12]),
        ("A third of the 90 passengers were killed.", [30]),
        ("A third of the line's passengers were killed.", []),
        ("Three of the 90 passengers killed were children.", [90]),
        ("Two of the 12 injured passengers have died.", []),
    ],
)
def test_a_part_told_with_its_whole_has_what_is_said_of_it(codebook: Read, text: str, killed: list[float]) -> None:
    assert [low for low, _ in numbers(codebook(BLOCKS), "killed", text)] == killed


@pytest.mark.parametrize("part", ["of which 800,000 euros are for the roof", "including 800,000 euros for the roof"])
def test_a_part_of_a_sum_is_not_the_sum(codebook: Read, part: str) -> None:
    book = codebook("variables: [{name: cost, type: count, units: {euro: [euro]}}]")
    assert [low for low, _ in numbers(book, "cost", f"The damage is 3 million euros, {part}.")] == [3e6]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Eight people, five adults and three children, were killed.", [8]),
        ("Fourteen people (nine men, four women and a child) were killed.", [14]),
        ("Three people - two men and a woman - were killed.", [3]),
        ("Three men and two women were killed.", [5]),
        ("Three tourists, two pilots and a guide were killed.", [6]),
    ],
)
def test_a_list_that_spells_a_number_out_adds_nothing(codebook: Read, text: str, killed: list[float]) -> None:
    assert [low for low, _ in numbers(codebook(BLOCKS), "killed", text)] == killed


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("Some 38 of the pupils were rescued on Friday.", [38]),
        ("Fifty of the pupils have since escaped.", [50]),
        ("Fifty of the pupils were in tears.", []),
        ("Fifty pupils escaped, and 12 of the pupils escaped again.", [50]),
    ],
)
def test_those_who_got_away_are_all_that_a_question_on_them_asks_for(
    codebook: Read, text: str, freed: list[float]
) -> None:
    asked = "{name: freed, type: count, units: {person: [people, pupil]}, triggers: [rescued, escaped]}"
    assert [low for low, _ in numbers(codebook(f"variables: [{asked}]"), "freed", text)] == freed


@pytest.mark.parametrize(
    ("text", "downed"),
    [
        ("The guns brought down seven of the drones and three of the rockets.", [10]),
        ("Seven of the drones were shot down.", [7]),
        ("Seven of the drones were black.", []),
    ],
)
def test_what_was_done_to_some_of_the_things_is_all_that_is_asked_for(
    codebook: Read, text: str, downed: list[float]
) -> None:
    asked = "{name: downed, type: count, units: {projectile: [drone, rocket]}, triggers: [shot down, brought down]}"
    book = codebook(f"variables: [{asked}]")
    assert [low for low, _ in numbers(book, "downed", text)] == downed


@pytest.mark.parametrize(
    "text",
    [
        "Ten Danes among 12 dead in ferry crash",
        "The crash killed 12 people, including ten Danes.",
        "The crash killed 12 people, among them ten Danes.",
    ],
)
def test_a_question_on_one_group_is_answered_by_its_part_of_all(codebook: Read, text: str) -> None:
    danes = "{name: danes, type: count, units: {Dane: [Dane]}, triggers: [kill*, dead]}"
    book = codebook(f"variables: [{{use: killed}}, {danes}]")
    found = {name: [low for low, _ in numbers(book, name, text)] for name in ("killed", "danes")}
    assert found == {"killed": [12], "danes": [10]}


def test_more_bodies_come_on_top_of_the_toll_in_their_sentence(answers: Callable[..., list[Row]]) -> None:
    told = ["Forty people were hurt.", "The number of dead stood at 14 after five more bodies were found."]
    assert [row["low"] for row in answers(BLOCKS, "killed", *told)] == [14]
