"""Numbers that refer to what the sentence before counts, on invented accidents."""

from collections.abc import Callable

import pytest

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.coder import find_answers
from samestory.claims.coding.findings import Finding
from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise

Read = Callable[[str], Codebook]
BLOCKS = "variables: [{use: killed}, {use: injured}, {use: missing}]"


def numbers(book: Codebook, name: str, *told: str, between: str = " ") -> list[float | None]:
    return [finding.low for finding in findings(book, name, *told, between=between)]


def findings(book: Codebook, name: str, *told: str, between: str = " ") -> list[Finding]:
    """Code the sentences of a paragraph on one question."""
    text, sentences = "", []
    for sentence in told:
        sentences.append(Sentence(len(text), len(text) + len(sentence), sentence, "body", "body"))
        text += sentence + between
    rows = [row for sentence in sentences for row in find_quantities([tokenise("a", sentence.start, sentence.text)])]
    article, variable = Article("a", text, sentences=sentences, quantities=rows), book.variable(name)
    assert variable is not None
    return [finding for sentence in sentences for finding in find_answers(variable, article, sentence, book)]


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        (["The toll was raised on Sunday.", "It climbed to 24, from 19."], [24]),
        (["The mayor gave a far higher death toll.", "He put it at 31."], [31]),
        (["The number of dead is disputed.", "The hospital puts the figure at 19."], [19]),
        (["The bridge was shut.", "The lorry put it at 31."], []),
        (["The toll was raised on Sunday.", "It took 24 trucks."], []),
        (["The toll was raised on Sunday.", "It climbed to 24 metres."], []),
        (["The number of injured is disputed.", "The hospital puts it at 19."], []),
        (["The death toll may rise.", "The figure for damage stands at 40 million."], []),
    ],
)
def test_it_is_the_count_of_the_sentence_before(codebook: Read, told: list[str], killed: list[float]) -> None:
    assert numbers(codebook(BLOCKS), "killed", *told) == killed


def test_an_ordinal_counts_without_other_wording(codebook: Read) -> None:
    assert numbers(codebook(BLOCKS), "killed", "A second body was found in the canal.") == [2]


def test_it_refers_to_nothing_in_another_paragraph(codebook: Read) -> None:
    told = ["The toll was raised on Sunday.", "It climbed to 24."]
    assert numbers(codebook(BLOCKS), "killed", *told, between="\n") == []


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
    codebook: Read, told: list[str], injured: list[float]
) -> None:
    assert numbers(codebook(BLOCKS), "injured", *told) == injured


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (["Twenty pupils are ill.", "Nine of them have a fever."], [9]),
        (["The coach carried 40 people, nine of them with a fever."], [9]),
        (["Six people have a fever.", "Two of them have a high fever."], [6]),
        (["Twenty pupils are ill.", "Nine of them, who have a fever, stayed."], []),
    ],
)
def test_some_of_them_are_all_of_whom_a_thing_is_said(codebook: Read, told: list[str], found: list[float]) -> None:
    book = codebook("variables: [{name: fever, type: count, units: {person: [person, people]}, triggers: [fever]}]")
    assert numbers(book, "fever", *told) == found


def test_of_the_hurt_some_of_them_may_be_of_one_crew(codebook: Read) -> None:
    assert numbers(codebook(BLOCKS), "injured", "The company sent 84 people.", "Three of them were hurt.") == []


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
    codebook: Read, told: list[str], population: str | None
) -> None:
    (finding,) = findings(codebook(BLOCKS), "killed", *told)
    assert (finding.low, finding.population) == (2, population)
