"""Numbers and what is said of them, on invented accidents."""

from collections.abc import Callable

import pytest
from claims.coding.told import findings, numbers

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.counting import count_findings
from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise

Read = Callable[[str], Codebook]
BLOCKS = "variables: [{use: killed}, {use: injured}]"


@pytest.mark.parametrize(("about", "rounded"), [("about ", True), ("", False)])
def test_what_is_about_so_long_is_so_in_other_units_too(codebook: Read, about: str, rounded: bool) -> None:
    book = codebook("variables: [{name: long, type: count, units: {metre: [metre], foot: [foot, feet]}}]")
    text = f"The wall is {about}300 metres (980 feet) long."
    found = findings(book.variables[0], text)
    assert [(finding.unit, finding.approximate) for finding in found] == [("metre", rounded), ("foot", rounded)]


def test_arrests_are_counted(codebook: Read) -> None:
    book = codebook("variables: [{use: number_arrested}]")
    assert numbers(book, "number_arrested", "There were 17 arrests.") == [(17, None)]
    assert numbers(book, "number_arrested", "Police arrested 20 marchers and hurt four people.") == [(20, None)]


@pytest.mark.parametrize(
    ("units", "text", "found"),
    [
        ("[per cent]", "Rents rose 12 percent, fares 40 per cent and wages 3%.", [12, 40, 3]),
        ('["%"]', "Rents rose 12 percent, fares 40 per cent and wages 3%.", [12, 40, 3]),
        ("[cm]", "The wall moved 14 cm.", [14]),
        ("[centimeter]", "The wall moved 14 cm.", [14]),
        ("[km]", "The road is 3 kilometers long.", [3]),
        ("[kg]", "It weighed 40kg.", [40]),
        ('["£"]', "The ticket costs £200.", [200]),
        ("[pound]", "The ticket costs £200, the boat 300 pounds a week.", [200, 300]),
        ("[lbs]", "The ticket costs £200.", []),
        ("[police officer]", "Two police officers and one police dog ran.", [2]),
        ("[children]", "Four children swam.", [4]),
        ("[vehicle]", "Some 30,000 vehicles a day cross the bridge.", [30_000]),
        ("[vehicle per day]", "Some 30,000 vehicles a day cross the bridge.", [30_000]),
        ("[vehicles a day]", "Some 30,000 vehicles a day cross the bridge.", [30_000]),
        ("[vehicle per week]", "Some 30,000 vehicles a day cross the bridge.", []),
        ("[day]", "Some 30,000 vehicles a day cross the bridge.", []),
        ("[litre]", "The pump moves 40 litres a minute.", [40]),
        ("[mile]", "Winds reached 90 mph.", []),
        ("[hour]", "Winds reached 90 mph.", []),
        ("[mph]", "Winds reached 90 miles per hour.", [90]),
    ],
)
def test_a_unit_may_be_written_as_it_is_printed(codebook: Read, units: str, text: str, found: list[float]) -> None:
    book = codebook(f"variables: [{{name: size, type: count, units: {{unit: {units}}}}}]")
    assert [low for low, _ in numbers(book, "size", text)] == found


def test_a_rate_goes_before_what_is_counted(codebook: Read) -> None:
    book = codebook("variables: [{name: traffic, type: count, units: {all: [lorry], flow: [lorry per day]}}]")
    variable = book.variable("traffic")
    assert variable is not None
    text = "Some 900 lorries a day pass, and 40 lorries stood still."
    found = findings(variable, text)
    assert [(finding.low, finding.unit) for finding in found] == [(900, "flow"), (40, "all")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tram was doing 60 km/h where 40 km/h is permitted.", [60]),
        ("The limit is 40 km/h there.", []),
        ("It went 60 km/h in a 40 km/h zone.", [60]),
    ],
)
def test_a_speed_that_is_allowed_is_not_the_speed_that_was(codebook: Read, text: str, found: list[float]) -> None:
    book = codebook("variables: [{name: speed, type: count, units: {kilometre per hour: [km/h]}}]")
    assert [low for low, _ in numbers(book, "speed", text)] == found


def test_a_rate_is_in_another_unit_than_a_sum(codebook: Read) -> None:
    book = codebook("variables: [{name: cost, type: count, units: {euro: [euro]}}]")
    text = "The strike costs 2 million euros a day, 40 million euros in all."
    found = findings(book.variables[0], text)
    assert [finding.unit for finding in found] == ["euro per day", "euro"]


@pytest.mark.parametrize(
    ("gap", "second", "found"),
    [
        (" ", "Nine were cut down and three got through.", [9]),
        ("\n\n", "Nine were cut down and three got through.", []),
        (" ", "A further nine were cut down.", []),
        (" ", "When the ropes were cut down, nine were hurt.", []),
    ],
)
def test_a_bare_number_counts_what_the_sentence_before_counts(
    codebook: Read, gap: str, second: str, found: list[float]
) -> None:
    book = codebook("variables: [{name: downed, type: count, units: {kite: [kite]}, triggers: [cut down]}]")
    first = "Twelve kites were flown."
    text = f"{first}{gap}{second}"
    at = len(first + gap)
    sentences = [
        Sentence(0, len(first), first, "body", "body"),
        Sentence(at, at + len(second), second, "body", "body"),
    ]
    rows = find_quantities([tokenise("a", 0, first), tokenise("a", at, second)])
    article = Article("a", text, sentences=sentences, quantities=rows)
    assert [f.low for f in count_findings(book.variables[0], article, sentences[1])] == found


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Without the boats there would have been 40 people dead.", []),
        ("Without the boats there’d be 40 people dead.", []),
        ("There have been 40 people killed.", [40]),
    ],
)
def test_those_who_would_be_dead_are_not(codebook: Read, text: str, killed: list[float]) -> None:
    assert [low for low, _ in numbers(codebook(BLOCKS), "killed", text)] == killed
