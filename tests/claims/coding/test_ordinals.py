"""Ordinals, and "both", that tell how many have died or were hurt."""

from collections.abc import Callable

import pytest

from samestory.claims.coding.articles import Sentence
from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.ordinals import ordinal_findings

Read = Callable[[str], Codebook]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A third miner died on Tuesday.", [("A third miner", 3, None)]),
        ("Officials confirmed a fourth death.", [("a fourth death", 4, None)]),
        ("A second hospital worker has died.", [("A second hospital worker", 2, None)]),
        ("A second body was found in the canal.", [("A second body", 2, None)]),
        ("The flood killed a third villager.", [("a third villager", 3, None)]),
        ("A second woman was killed.", [("A second woman", 2, "woman")]),
        ("The third victim was a teacher.", []),
        ("A third of the crew died.", []),
        ("A third train passed before the driver was killed.", []),
        ("A second worker said three had died.", []),
    ],
)
def test_an_ordinal_tells_at_least_how_many(
    codebook: Read, text: str, found: list[tuple[str, float, str | None]]
) -> None:
    variable = codebook("variables: [{use: killed}]").variable("killed")
    assert variable is not None
    findings = list(ordinal_findings(variable, Sentence(0, len(text), text, "body", "body")))
    assert [(text[f.start : f.end], f.low, f.population) for f in findings] == found
    assert all(f.comparator == ">=" and f.high is None for f in findings)


def test_a_person_is_no_state(codebook: Read) -> None:
    variable = codebook("variables: [{name: states, type: count, units: {state: [state]}, triggers: [died]}]").variable(
        "states"
    )
    text = "A fourth person has died."
    assert variable is not None
    assert not list(ordinal_findings(variable, Sentence(0, len(text), text, "body", "body")))


def test_only_a_toll_is_told_by_ordinals(codebook: Read) -> None:
    book = codebook("variables: [{name: fined, type: count, units: {person: [driver]}, triggers: [fined]}]")
    text = "A third driver was fined."
    fined = book.variable("fined")
    assert fined is not None
    assert list(ordinal_findings(fined, Sentence(0, len(text), text, "body", "body"))) == []


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("title", "Third marcher dies", [("Third marcher", 3)]),
        ("title", "Third of marchers dead", []),
        ("title", "Second man held over killing", []),
        ("body", "Third marcher dies", []),
    ],
)
def test_an_ordinal_that_opens_a_title_has_no_article(
    codebook: Read, kind: str, text: str, found: list[tuple[str, float]]
) -> None:
    variable = codebook("variables: [{use: killed}]").variable("killed")
    assert variable is not None
    findings = ordinal_findings(variable, Sentence(0, len(text), text, kind, kind))
    assert [(text[f.start : f.end], f.low) for f in findings] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Both of the dead were bakers.", [("Both of the dead", 2, 2)]),
        ("Both the dead and the injured were bakers.", []),
        ("Both of the injured were bakers.", []),
    ],
)
def test_both_of_the_dead_are_two(codebook: Read, text: str, found: list[tuple[str, float, float]]) -> None:
    variable = codebook("variables: [{use: killed}]").variable("killed")
    assert variable is not None
    findings = ordinal_findings(variable, Sentence(0, len(text), text, "body", "body"))
    assert [(text[f.start : f.end], f.low, f.high) for f in findings] == found
