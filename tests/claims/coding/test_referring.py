"""Numbers that refer to what the sentence before counts, on invented accidents."""

from collections.abc import Callable

import pytest

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.coder import code_article
from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise
from samestory.rows import Row

Read = Callable[[str], Codebook]
Answers = Callable[..., list[Row]]
Numbers = Callable[..., list[float | None]]
BLOCKS = "variables: [{use: killed}, {use: injured}, {use: missing}]"
ARRESTS = "variables: [{use: number_arrested}]"


@pytest.fixture
def numbers(answers: Answers) -> Numbers:
    """The numbers that the sentences of a paragraph answer to a question."""
    return lambda *asked, **layout: [row["low"] for row in answers(*asked, **layout)]


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        (["The toll was raised on Sunday.", "It climbed to 24."], [24]),
        (["The mayor gave a far higher death toll.", "He put it at 31."], [31]),
        (["The number of dead is disputed.", "The hospital puts the figure at 19."], [19]),
        (["The bridge was shut.", "The lorry put it at 31."], []),
        (["The toll was raised on Sunday.", "It took 24 trucks."], []),
        (["The toll was raised on Sunday.", "It climbed to 24 metres."], []),
        (["The number of injured is disputed.", "The hospital puts it at 19."], []),
        (["The death toll may rise.", "The figure for damage stands at 40 million."], []),
    ],
)
def test_it_is_the_count_of_the_sentence_before(numbers: Numbers, told: list[str], killed: list[float]) -> None:
    assert numbers(BLOCKS, "killed", *told) == killed


@pytest.mark.parametrize(
    ("told", "arrested"),
    [
        (["Police arrested 86 people.", "The government says 112."], [86, 112]),
        (
            ["The union said that more than 15 had been arrested, but later lowered the number to 11."],
            [15, 11],
        ),
        (["How many were arrested is disputed.", "Police say 18 and the lawyers, Reed and Vance, 150."], [18, 150]),
        (["Police arrested 86 people.", "The council's own estimate, made at the gate, is 60."], [86, 60]),
        (["Lawyers, who told of 41 arrests in the morning, had 52 as of 5 p.m."], [41, 52]),
        (["Police arrested 86 people.", "The mayor said 12 was too many."], [86]),
        (["Police arrested 86 people.", "It was 5 in the morning."], [86]),
        (["Police arrested 86 people.", "Their lawyer said two of them were witnesses."], [86]),
        (["Police arrested 86 people.", "The town said 18,000."], [86]),
        (["Police arrested 86 people.", "The lawyer did not say whether it was 90."], [86]),
    ],
)
def test_a_number_is_given_for_the_count_before(numbers: Numbers, told: list[str], arrested: list[float]) -> None:
    assert numbers(ARRESTS, "number_arrested", *told) == arrested


@pytest.mark.parametrize(
    ("told", "killed", "injured"),
    [
        (["Twelve people died and 40 were injured.", "The hospital says 44."], [12], [40, 44]),
        (["Twelve people died and 40 were injured.", "The hospital says 13."], [12, 13], [40]),
        (["Twelve people died and 40 were injured.", "The hospital says 22."], [12], [40]),
    ],
)
def test_of_two_counts_before_it_the_one_far_nearer_in_size_is_meant(
    numbers: Numbers, told: list[str], killed: list[float], injured: list[float]
) -> None:
    assert numbers(BLOCKS, "killed", *told) == killed
    assert numbers(BLOCKS, "injured", *told) == injured


def test_what_it_climbed_from_is_the_earlier_number(answers: Answers) -> None:
    told = answers(BLOCKS, "killed", "The toll was raised on Sunday.", "It climbed to 24, from 19.")
    assert [(row["low"], row["superseded"], row["newer"]) for row in told] == [(24, False, True), (19, True, False)]


@pytest.mark.parametrize(
    ("told", "arrested"),
    [
        (["Police arrested 86 people.", "The figure was 52 on Sunday."], [86, 52]),
        (["Police arrested 86 people.", "How many is disputed: lawyers say 112."], [86, 112]),
        (["Police arrested 86 people.", "Lawyers say 112."], [86]),
    ],
)
def test_a_paragraph_may_take_up_the_count_above_it(numbers: Numbers, told: list[str], arrested: list[float]) -> None:
    assert numbers(ARRESTS, "number_arrested", *told, between="\n\n") == arrested


def test_how_big_asks_for_a_count_in_its_own_words(numbers: Numbers) -> None:
    book = """variables:
  - {name: crowd, type: count, question: How many came to the march?, units: {person: [people]}, triggers: [crowd]}
  - {name: hurt, type: count, question: How many people were hurt?, units: {person: [people]}, triggers: [hurt]}
"""
    assert numbers(book, "crowd", "How big was the march?", "The police say 18,000.", "There were 60,000.") == [
        18000,
        60000,
    ]


def test_a_number_given_as_the_hurt_is_theirs(numbers: Numbers) -> None:
    assert numbers(BLOCKS, "injured", "The injured were given as 69, of whom 21 were sent home.") == [69]


@pytest.mark.parametrize(
    ("told", "offered"),
    [
        (["The minister offered 5.5 per cent.", "The union says 3.8 per cent."], [5.5, 3.8]),
        (["The minister offered 5.5 per cent.", "The union says £3m."], [5.5]),
        (["The minister offered 5.5 per cent.", "He spoke of 40 people."], [5.5]),
    ],
)
def test_a_measure_is_given_in_the_unit_that_is_asked_for(
    numbers: Numbers, told: list[str], offered: list[float]
) -> None:
    book = "variables: [{name: offer, type: count, triggers: [offered], units: {percent: [per cent, percent]}}]"
    assert numbers(book, "offer", *told) == offered


def test_a_heading_asks_for_the_count_below_it(codebook: Read) -> None:
    text = "How many people were arrested?\nPolice say 18."
    sentences = [Sentence(0, 30, text[:30], "subhead", "body"), Sentence(31, 45, text[31:], "body", "body")]
    article = Article("a", text, sentences=sentences, quantities=find_quantities([tokenise("a", 31, text[31:])]))
    (row,) = code_article(codebook(ARRESTS), article)
    assert (row["low"], row["text"]) == (18, "18")


def test_an_ordinal_counts_without_other_wording(numbers: Numbers) -> None:
    assert numbers(BLOCKS, "killed", "A second body was found in the canal.") == [2]


def test_it_refers_to_nothing_in_another_paragraph(numbers: Numbers) -> None:
    told = ["The toll was raised on Sunday.", "It climbed to 24."]
    assert numbers(BLOCKS, "killed", *told, between="\n") == []


@pytest.mark.parametrize(
    ("told", "injured"),
    [
        (["Twelve people died.", "Another 40 were injured."], [40]),
        (["Twelve people were injured on Monday.", "Another three were injured at night."], [12]),
        (["Twelve people died.", "The hall was full.", "Another 40 were injured."], [40]),
        (["The toll was raised.", "It rose to 31.", "Another 40 were injured."], [40]),
        (["Twelve people died.", "The clinic saw 27 patients.", "Eleven more people were treated later."], []),
        (["Another three were injured at night."], []),
    ],
)
def test_another_four_come_on_top_of_those_of_the_same_state(
    numbers: Numbers, told: list[str], injured: list[float]
) -> None:
    assert numbers(BLOCKS, "injured", *told) == injured


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (["Twenty pupils are ill.", "Nine of them have a fever."], [9]),
        (["The coach carried 40 people, nine of them with a fever."], [9]),
        (["Six people have a fever.", "Two of them have a high fever."], [6]),
        (["Twenty pupils are ill.", "Nine of them, who have a fever, stayed."], []),
    ],
)
def test_some_of_them_are_all_of_whom_a_thing_is_said(numbers: Numbers, told: list[str], found: list[float]) -> None:
    book = "variables: [{name: fever, type: count, units: {person: [person, people]}, triggers: [fever]}]"
    assert numbers(book, "fever", *told) == found


def test_of_the_hurt_some_of_them_may_be_of_one_crew(numbers: Numbers) -> None:
    assert numbers(BLOCKS, "injured", "The company sent 84 people.", "Three of them were hurt.") == []


@pytest.mark.parametrize(
    ("told", "population"),
    [
        (["The clinic took in 71 people.", "Two have died there."], "in hospital"),
        (["A wall fell in the market.", "Two have died there."], None),
        (["The clinic took in 71 people.", "Two have died."], None),
        (["The clinic took in 71 people.", "Two have died and there are fears for more."], None),
        (["The clinic took in 71 people.", "Two have died where there was no exit."], None),
    ],
)
def test_who_died_in_the_hospital_of_the_sentence_before_is_told_apart(
    answers: Answers, told: list[str], population: str | None
) -> None:
    (row,) = answers(BLOCKS, "killed", *told)
    assert (row["low"], row["population"]) == (2, population)


def test_a_toll_that_is_only_spoken_of_is_brought_to_a_number(answers: Answers) -> None:
    told = "The clinic, which had raised the death toll, said two more had died, bringing it to six."
    assert 6 in [row["low"] for row in answers("variables: [{use: killed}]", "killed", told)]
