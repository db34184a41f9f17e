"""Wordings that stand for their opposite."""

from collections.abc import Callable
from typing import Any

import pytest

from samestory.claims.coding.codebook import Codebook
from samestory.rows import rows_of

Read = Callable[[str], Codebook]
CAUSE = "variables: [{name: cause, type: category, values: {arson: [arson]}}]"


def claims(coded: dict[str, Any]) -> list[dict[str, Any]]:
    return rows_of(coded["claims/claims"])


def test_a_denied_value_is_not_the_value(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The tram was not going too fast."]})
    (claim,) = claims(room.code(codebook("variables: [{name: speed, type: category, values: {fast: [too fast]}}]")))
    assert (claim["value"], claim["polarity"]) == ("not fast", "negative")


@pytest.mark.parametrize(
    "text",
    [
        "The brakes, police do not think it was arson.",
        "Police didn't believe the fire had been arson.",
        "There was no arson.",
        "The report found no evidence of any deliberate arson.",
        "The barn burned down without arson.",
    ],
)
def test_who_does_not_think_a_thing_denies_it(text: str, codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": [text]})
    assert [claim["value"] for claim in claims(room.code(codebook(CAUSE)))] == ["not arson"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police have ruled out arson.", "not arson"),
        ("Arson has already been ruled out.", "not arson"),
        ("Police have not ruled out arson.", None),
        ("The walls could not withstand the arson.", "arson"),
        ("The guards failed to prevent arson.", "arson"),
        ("The police had not proved the alleged arson.", "not arson"),
    ],
)
def test_what_is_ruled_out_is_denied_and_what_could_not_be_borne_is_not(
    text: str, value: str | None, codebook: Read, newsroom: Any
) -> None:
    room = newsroom({"a": [text]})
    assert [claim["value"] for claim in claims(room.code(codebook(CAUSE)))] == ([value] if value else [])


@pytest.mark.parametrize(
    "text",
    [
        "It was not just arson.",
        "It was not only arson.",
        "No doubt arson it was.",
        "No witness spoke, but arson it was.",
        "No, it was arson.",
    ],
)
def test_a_no_of_another_thing_denies_nothing(text: str, codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": [text]})
    assert [claim["value"] for claim in claims(room.code(codebook(CAUSE)))] == ["arson"]


def test_what_somebody_does_not_think_stands_on_their_word(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["Police do not think it was arson."]})
    room.says("a", "police", "it was arson", polarity="negative", cue="think")
    (claim,) = claims(room.code(codebook(CAUSE)))
    assert (claim["value"], claim["source"], claim["certainty"]) == ("not arson", "police", "attributed")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor rejected claims that it had been arson.",
        "Police dismissed early reports that the fire was arson.",
        "The owner disputed the suggestion that it was arson.",
    ],
)
def test_who_rejects_a_claim_denies_it(text: str, codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": [text]})
    assert [claim["value"] for claim in claims(room.code(codebook(CAUSE)))] == ["not arson"]


@pytest.mark.parametrize(
    "text",
    [
        "Police did not say whether it was arson.",
        "The mayor declined to comment on whether it had been arson.",
        "It was unclear whether the fire was arson.",
        "Police have not ruled out arson.",
        "Police would neither confirm nor deny that it was arson.",
        "The mayor did not deny that it had been arson.",
    ],
)
def test_what_is_left_open_nobody_claims(text: str, codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": [text]})
    assert claims(room.code(codebook(CAUSE))) == []


def test_what_is_looked_into_is_claimed_as_possible(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["Police are investigating whether it was arson."]})
    assert [(claim["value"], claim["certainty"]) for claim in claims(room.code(codebook(CAUSE)))] == [
        ("arson", "hedged")
    ]


@pytest.mark.parametrize("denial", ["denied that", "rejected reports that"])
def test_who_denies_a_number_tells_none(denial: str, codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": [f"The mayor {denial} ten people had died."]})
    room.number("a", "ten people", 10, 10, "people")
    assert claims(room.code(codebook("variables: [{use: killed}]"))) == []


def test_who_denies_a_role_has_denied_it(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The union denied any role."]})
    at = room.texts["a"].index("denied")
    room.says("a", "union", "any role", polarity="negative", cue="denied", cue_start=at, cue_end=at + 6)
    (claim,) = claims(room.code(codebook("variables: [{use: responsibility}]")))
    assert (claim["value"], claim["polarity"]) == ("denied", "positive")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ferrol Homes denied any involvement in the fire.", "not Ferrol"),
        ("Ferrol Homes has strongly rejected the claim.", "not Ferrol"),
        ("Ferrol Homes denied that the gate had been shut.", "Ferrol"),
    ],
)
def test_who_denies_a_part_in_it_is_not_to_blame(text: str, value: str, codebook: Read, newsroom: Any) -> None:
    book = "variables: [{name: blame, type: actor, triggers: [denied, rejected], values: {Ferrol: [Ferrol Homes]}}]"
    assert [claim["value"] for claim in claims(newsroom({"a": [text]}).code(codebook(book)))] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The jetty was undamaged.", "not jetty"),
        ("The jetty and the loading arms were left intact.", "not jetty"),
        ("The blaze had not reached the loading jetty.", "not jetty"),
        ("The jetty was hit.", "jetty"),
    ],
)
def test_what_was_spared_was_not_hit(text: str, value: str, codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": [text]})
    book = codebook("variables: [{name: damage, type: category, values: {jetty: [jetty]}}]")
    assert [claim["value"] for claim in claims(room.code(book))] == [value]
