"""Who is counted, where that is narrower than all people, and who counts as people."""

from collections.abc import Callable

import pytest
from claims.coding.told import numbers

from samestory.claims.coding.codebook import Codebook
from samestory.rows import Row

Read = Callable[[str], Codebook]
BLOCKS = "variables: [{use: killed}, {use: injured}]"


def test_people_of_one_country_are_some_of_the_dead(codebook: Read) -> None:
    assert numbers(codebook(BLOCKS), "killed", "Three Danish sailors were killed.") == [(3, "Danish sailor")]


def test_some_of_a_group_are_counted_as_that_group(codebook: Read) -> None:
    assert numbers(codebook(BLOCKS), "injured", "Eleven of our workers were injured.") == [(11, "worker")]
    book = codebook("variables: [{name: held, type: count, units: {member: [member]}, triggers: [held]}]")
    assert numbers(book, "held", "At least four of its members were held.") == [(4, None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nineteen were taken to hospital.", [(19, "in hospital")]),
        ("Nineteen people were injured and taken to hospital.", [(19, None)]),
        ("Nineteen injured people were taken to hospital.", [(19, None)]),
        ("Nineteen had been taken to two hospitals.", [(19, "in hospital")]),
    ],
)
def test_those_in_hospital_are_some_of_the_injured(
    codebook: Read, text: str, found: list[tuple[float, str | None]]
) -> None:
    assert numbers(codebook(BLOCKS), "injured", text) == found


def test_those_from_one_place_are_some_of_the_people(codebook: Read) -> None:
    book = codebook(BLOCKS)
    assert numbers(book, "killed", "A crash killed 10 from Peru.") == [(10, "from Peru")]
    assert numbers(book, "injured", "Two people from the Upper Tarn were hurt.") == [(2, "from the Upper Tarn")]
    assert numbers(book, "injured", "Two people from other towns were hurt.") == [(2, None)]
    assert numbers(book, "injured", "Forty pupils from Tarn Grammar were hurt.") == [(40, None)]


def test_the_badly_hurt_are_some_of_the_injured(codebook: Read) -> None:
    assert numbers(codebook(BLOCKS), "injured", "Eight people have serious injuries.") == [(8, "serious")]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Four carpenters were killed and six nuns injured.", [4], [6]),
        ("The fire claimed the lives of three occupants.", [3], []),
        ("The flood killed 40 sheep.", [], []),
        ("How many people have died nobody knows.", [], []),
        ("Three cooks were among the dead.", [], []),
        ("Among the dead are nine pupils.", [], []),
        ("After a search, four others turned out to be among the dead.", [], []),
    ],
)
def test_who_is_killed_is_somebody(codebook: Read, text: str, killed: list[float], injured: list[float]) -> None:
    book = codebook(BLOCKS)
    assert [low for low, _ in numbers(book, "killed", text)] == killed
    assert [low for low, _ in numbers(book, "injured", text)] == injured


@pytest.mark.parametrize("noun", ["police officers", "officers", "policemen"])
def test_a_group_has_one_name_under_every_noun(codebook: Read, noun: str) -> None:
    assert numbers(codebook(BLOCKS), "injured", f"Nine {noun} were injured.") == [(9, "police")]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Police held 40 hooligans.", [40]),
        ("Police held 40 Brits.", [40]),
        ("Police held 40 trade unionists.", [40]),
        ("Police held 40 lorries.", []),
        ("Police held 40 shortlists.", []),
        ("Police held the road for 40 women.", []),
    ],
)
def test_who_asks_for_people_takes_the_nouns_of_people(codebook: Read, text: str, held: list[float]) -> None:
    book = codebook("variables: [{name: held, type: count, units: {person: [person]}, triggers: [held]}]")
    assert [low for low, _ in numbers(book, "held", text)] == held


@pytest.mark.parametrize(
    ("text", "hospitalised"),
    [
        ("The ministry lists 44 illnesses and 36 hospitalisations.", [(36, None)]),
        ("Some 36 of those who fell ill had to be hospitalised.", [(36, None)]),
        ("Some 44 people fell ill, and 36 of them were taken to hospital.", [(36, None)]),
        ("Some 36 people were taken to hospital, two of them in a helicopter.", [(36, None)]),
    ],
)
def test_those_taken_to_hospital_are_all_whom_a_question_on_them_asks_for(
    codebook: Read, text: str, hospitalised: list[tuple[float, str | None]]
) -> None:
    assert numbers(codebook("variables: [{use: hospitalised}]"), "hospitalised", text) == hospitalised


def test_soldiers_of_two_countries_are_two_groups(codebook: Read) -> None:
    book = codebook(BLOCKS)
    assert numbers(book, "injured", "Two Danish soldiers were hurt.") == [(2, "Danish soldiers")]
    assert numbers(book, "injured", "Two soldiers were hurt.") == [(2, "soldiers")]


def test_no_deaths_among_some_are_of_those(answers: Callable[..., list[Row]]) -> None:
    told = ["The embassy told of no deaths among the Danes.", "There were no deaths."]
    assert [row["population"] for row in answers(BLOCKS, "killed", *told)] == ["among the Danes", None]
