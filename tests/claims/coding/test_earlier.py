"""What is told of earlier things, in articles on a quay that collapsed at Ashby on 3 June 2024."""

from collections.abc import Callable
from typing import Any

import pytest

from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.earlier import spoken
from samestory.rows import rows_of

Read = Callable[[str], Codebook]
BOOK = """
event: {date: 2024-06-03, background: [Marlow Vale]}
variables:
  - {name: dead, type: count, triggers: [died, killed], units: {person: [person, people]}}
  - {name: aid, type: count, triggers: [aid], units: {euro: [euro]}}
  - {name: warned, type: category, question: Was it known before?, values: {told: [had been told], hit: [was hit]}}
  - {name: reaction, type: category, values: {condemned it: [condemned]}}
"""


def told(read: Read, newsroom: Any, text: str, words: str, days: dict[str, str], unit: str = "person") -> list[str]:
    """Give the events of what is told with a number, or of the wordings where its unit is "-"."""
    room = newsroom({"a": [text]})
    if words:
        room.number("a", words, 12, 12, unit)
    for printed, value in days.items():
        room.time("a", printed, value, days=(f"{value}-01-01"[:10], f"{value}-12-28"[:10]))
    return [claim["event"] for claim in rows_of(room.code(read(BOOK))["claims/claims"])]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A quay killed 12 people, among them guests of a 1906 inn, they said.", "focal"),
        ("The 1906 quake killed 12 people.", "background"),
        ("The quay killed 12 people in 1906.", "background"),
        ("The quay, which had opened in 1906, killed 12 people.", "focal"),
        ("Kim, who has led the port since 1906, said 12 people had died.", "focal"),
        ("Kim, whose port lost 12 people who died in 1906, wept.", "background"),
        ("The quay killed 12 people, while six drowned there in 1906.", "focal"),
        ("Six drowned there in 1906, but 12 people died.", "background"),
        ("It was the worst fall since 1906, when 12 people died.", "background"),
    ],
)
def test_an_earlier_day_sets_its_own_clause_aside(text: str, event: str, codebook: Read, newsroom: Any) -> None:
    assert told(codebook, newsroom, text, "12 people", {"1906": "1906"}) == [event]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A fall at Marlow Vale killed 12 people.", "background"),
        ("The quay, which is as old as that of Marlow Vale, killed 12 people.", "focal"),
        ("The quay killed 12 people, the most since Marlow Vale.", "focal"),
    ],
)
def test_the_wording_of_another_event_sets_its_own_clause_aside(
    text: str, event: str, codebook: Read, newsroom: Any
) -> None:
    assert told(codebook, newsroom, text, "12 people", {}) == [event]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The port had been told of the cracks in 1906.", "focal"),
        ("The king condemned the builders in 1906.", "background"),
        ("In 1906, when the lock broke, the port was hit.", "background"),
        ("The port was hit by an earthquake in 1906.", "background"),
        ("The port was hit by the earthquake of 1906.", "focal"),
    ],
)
def test_a_day_alone_is_no_other_event_where_what_was_before_is_asked_for(
    text: str, event: str, codebook: Read, newsroom: Any
) -> None:
    assert told(codebook, newsroom, text, "", {"1906": "1906"}) == [event]


def test_money_may_have_been_paid_before_the_event(codebook: Read, newsroom: Any) -> None:
    days = {"1906": "1906"}
    assert told(codebook, newsroom, "It got 12 euros in aid in 1906.", "12 euros", days, "euro") == ["focal"]
    flood = "A flood in 1906 cost 12 euros in aid."
    assert told(codebook, newsroom, flood, "12 euros", days, "euro") == ["background"]


def test_a_quotation_with_a_later_day_of_its_own_does_not_go_on_with_the_clause_before(
    codebook: Read, newsroom: Any
) -> None:
    text = 'It had spoken of 1906, but he said: "On 2025 it was clear that 12 people died."'
    assert told(codebook, newsroom, text, "12 people", {"1906": "1906", "2025": "2025"}) == ["focal"]


def test_words_for_a_year_qualify_no_noun(codebook: Read, newsroom: Any) -> None:
    text = "The flood that year killed 12 people."
    assert told(codebook, newsroom, text, "12 people", {"that year": "1906"}) == ["background"]


def test_what_is_told_for_that_raid_is_of_the_one_before(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["A raid on Marlow Vale took five coins.", "Nobody has been killed for that raid."]})
    room.number("a", "Nobody", 0, 0, "person", negated=True)
    assert [claim["event"] for claim in rows_of(room.code(codebook(BOOK))["claims/claims"])] == ["background"]


@pytest.mark.parametrize(("day", "event"), [("2024-05-31", "background"), ("2023-05-31", "focal")])
def test_money_of_the_week_before_may_be_of_another_thing(day: str, event: str, codebook: Read, newsroom: Any) -> None:
    text = "The port had 12 euros in aid on 31 May."
    assert told(codebook, newsroom, text, "12 euros", {"31 May": day}, "euro") == [event]


@pytest.mark.parametrize(
    ("before", "of_speech"),
    [("Police said on ", True), ("Police said late on ", True), ("Police said that on ", False)],
)
def test_a_day_behind_that_is_of_what_was_said(before: str, of_speech: bool) -> None:
    assert spoken(before) == of_speech
