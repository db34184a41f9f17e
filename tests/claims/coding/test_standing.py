"""How a claim stands: certain or hedged, denied, of another day, superseded; on a tram that left its rails."""

from collections.abc import Callable
from typing import Any

import pytest

from samestory.claims.coding.codebook import Codebook
from samestory.rows import rows_of

Read = Callable[[str], Codebook]
HURT = """
event:
  date: 2024-05-02
variables:
  - name: hurt
    type: count
    units:
      passenger: [passenger]
    triggers: [hurt, injur*, how many]
"""


def claims(coded: dict[str, Any]) -> list[dict[str, Any]]:
    return rows_of(coded["claims/claims"])


def test_a_hedge_before_the_claim_in_its_clause_counts(codebook: Read, newsroom: Any) -> None:
    room = newsroom(
        {"a": ["Reportedly seven passengers were hurt."], "b": ["Possibly late, it hurt seven passengers."]}
    )
    for doc_id in "ab":
        room.number(doc_id, "seven passengers", 7, 7, "passenger")
    assert [c["certainty"] for c in claims(room.code(codebook(HURT)))] == ["hedged", "asserted"]


def test_a_sentence_about_another_day_is_background(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["In March, forty passengers were hurt."], "b": ["On Thursday, two passengers were hurt."]})
    room.number("a", "forty passengers", 40, 40, "passenger")
    room.time("a", "March", "2024-03", days=("2024-03-01", "2024-03-31"))
    room.number("b", "two passengers", 2, 2, "passenger")
    room.time("b", "Thursday", "2024-05-02")
    coded = room.code(codebook(HURT))
    assert [c["event"] for c in claims(coded)] == ["background", "focal"]
    assert [row["status"] for row in rows_of(coded["claims/coverage"])] == ["not_detected", "stated"]


def test_a_claim_about_an_earlier_event_does_not_answer(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["In March 2019 four passengers were hurt."]})
    room.number("a", "four passengers", 4, 4, "passenger")
    room.time("a", "March 2019", "2019-03", days=("2019-03-01", "2019-03-31"))
    (claim,) = claims(room.code(codebook(HURT)))
    assert (claim["event"], claim["answers"]) == ("background", False)


CAUSE = """
variables:
  - name: cause
    type: category
    values:
      worn brakes: [worn brakes]
"""


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("Worn brakes may have caused it.", "hedged"),
        ("Worn brakes are thought to be the cause.", "hedged"),
        ("Worn brakes caused it, and more trams may have them.", "asserted"),
    ],
)
def test_a_hedge_bears_on_its_subject(sentence: str, certainty: str, codebook: Read, newsroom: Any) -> None:
    (claim,) = claims(newsroom({"a": [sentence]}).code(codebook(CAUSE)))
    assert claim["certainty"] == certainty


@pytest.mark.parametrize(
    ("before", "certainty"),
    [
        ("There were 640 suspected cases and", "asserted"),
        ("There were forty suspected cases or", "asserted"),
        ("There were suspected cases and", "hedged"),
        ("There were 640 suspected cases: perhaps", "hedged"),
    ],
)
def test_a_hedge_of_one_number_of_a_list_is_not_that_of_the_next(
    before: str, certainty: str, codebook: Read, newsroom: Any
) -> None:
    room = newsroom({"a": [f"{before} 11 people were hurt."]})
    room.number("a", "11 people", 11, 11, "people")
    book = codebook("variables: [{name: hurt, type: count, units: {person: [people]}, triggers: [hurt]}]")
    assert [claim["certainty"] for claim in claims(room.code(book))] == [certainty]


SHUT = """
variables:
  - name: shut
    type: category
    values:
      stays shut: [stay shut, stayed shut, shut]
"""


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("The quay may stay shut until spring.", "hedged"),
        ("The quay could stay shut until spring.", "hedged"),
        ("The quay is expected to stay shut.", "hedged"),
        ("The quay is set to stay shut.", "hedged"),
        ("In May the quay stayed shut.", "asserted"),
        ("The crew could not leave the shut quay.", "asserted"),
        ("The crew could see the shut quay.", "asserted"),
    ],
)
def test_modals_and_predictions_hedge_months_and_abilities_do_not(
    sentence: str, certainty: str, codebook: Read, newsroom: Any
) -> None:
    found = claims(newsroom({"a": [sentence]}).code(codebook(SHUT)))
    assert [claim["certainty"] for claim in found] == [certainty]


def test_who_denies_a_thing_is_its_source(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The operator denied that any of the trams it ran there had worn brakes."]})
    room.says(
        "a", "the operator", "that any of the trams it ran there had worn brakes", polarity="negative", cue="denied"
    )
    (claim,) = claims(room.code(codebook(CAUSE)))
    assert (claim["value"], claim["source"], claim["certainty"]) == ("not worn brakes", "the operator", "attributed")


@pytest.mark.parametrize(("told", "superseded"), [("were initially hurt", True), ("were hurt", False)])
def test_what_was_so_at_first_is_an_earlier_number(told: str, superseded: bool, codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": [f"Five passengers {told}."]})
    room.number("a", "Five passengers", 5, 5, "passenger")
    (claim,) = claims(room.code(codebook(HURT)))
    assert claim["superseded"] == superseded


@pytest.mark.parametrize(
    ("before", "superseded"),
    [
        ("Police had earlier said", True),
        ("Police first said", True),
        ("Police said", False),
        ("Police had put it at", True),
    ],
)
def test_a_number_told_as_an_earlier_one_is_marked(
    before: str, superseded: bool, codebook: Read, newsroom: Any
) -> None:
    room = newsroom({"a": [f"{before} seven passengers were hurt."]})
    room.number("a", "seven passengers", 7, 7, "passenger")
    (claim,) = claims(room.code(codebook(HURT)))
    assert claim["superseded"] == superseded


def test_only_the_number_behind_the_wording_is_an_earlier_one(codebook: Read, newsroom: Any) -> None:
    earlier = "who had earlier said two passengers were hurt and three passengers slightly"
    room = newsroom({"a": [f"Police, {earlier}, put it at 10 passengers hurt."]})
    for text, n in (("two passengers", 2), ("three passengers", 3), ("10 passengers", 10)):
        room.number("a", text, n, n, "passenger")
    told = [(c["low"], c["superseded"]) for c in claims(room.code(codebook(HURT)))]
    assert told == [(2, True), (3, True), (10, False)]


def test_what_a_toll_was_before_it_rose_is_an_earlier_number(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["A clerk was hurt, bringing the number of hurt to three people.", "Two people were hurt."]})
    room.number("a", "three people", 3, 3, "people")
    room.number("a", "Two people", 2, 2, "people")
    book = codebook("variables: [{name: hurt, type: count, units: {person: [people]}, triggers: [hurt]}]")
    assert [(c["low"], c["superseded"]) for c in claims(room.code(book))] == [(3, False), (2, True)]


@pytest.mark.parametrize(("source", "held_before"), [("The group", True), ("The bank", False)])
def test_a_number_that_its_source_has_revised_held_before(
    source: str, held_before: bool, codebook: Read, newsroom: Any
) -> None:
    told = [f"{source} said nine passengers were hurt.", "The group “revised” its figure of hurt to seven passengers."]
    room = newsroom({"a": told})
    room.number("a", "nine passengers", 9, 9, "passenger")
    room.number("a", "seven passengers", 7, 7, "passenger")
    room.says("a", source, "nine passengers were hurt")
    room.says("a", "The group", "its figure of hurt to seven passengers")
    found = [(c["low"], c["superseded"], c["newer"]) for c in claims(room.code(codebook(HURT)))]
    assert found == [(9, held_before, False), (7, False, True)]


def test_of_two_revisions_both_stand(codebook: Read, newsroom: Any) -> None:
    told = [f"The group revised its figure of hurt to {number} passengers." for number in ("seven", "six")]
    room = newsroom({"a": told})
    for number, words in ((7, "seven passengers"), (6, "six passengers")):
        room.number("a", words, number, number, "passenger")
        room.says("a", "The group", f"its figure of hurt to {words}")
    found = [(c["low"], c["superseded"], c["newer"]) for c in claims(room.code(codebook(HURT)))]
    assert found == [(7, False, True), (6, False, True)]


def test_a_rise_leaves_no_number_of_another_source_behind(codebook: Read, newsroom: Any) -> None:
    told = ["Police said two people were hurt.", "The union said the number of hurt rose to three people."]
    room = newsroom({"a": told})
    room.number("a", "two people", 2, 2, "people")
    room.number("a", "three people", 3, 3, "people")
    room.says("a", "police", "two people were hurt")
    room.says("a", "union", "the number of hurt rose to three people")
    book = codebook("variables: [{name: hurt, type: count, units: {person: [people]}, triggers: [hurt]}]")
    found = [(c["low"], c["superseded"], c["newer"]) for c in claims(room.code(book))]
    assert found == [(2, False, False), (3, False, True)]


@pytest.mark.parametrize(
    ("text", "newer"),
    [
        ("The number of hurt is now seven passengers.", True),
        ("The number of hurt has risen to “seven passengers”.", True),
        ("On Friday seven passengers, up from five, were hurt.", True),
        ("Police now say seven passengers were hurt.", False),
        ("Police said seven passengers were hurt.", False),
    ],
)
def test_a_count_may_be_told_as_newer(text: str, newer: bool, codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": [text]})
    room.number("a", "seven passengers", 7, 7, "passenger")
    (claim,) = claims(room.code(codebook(HURT)))
    assert claim["newer"] == newer


def test_what_a_count_changed_from_is_an_earlier_number(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The number of passengers hurt was revised from 14 to 11."]})
    room.number("a", "14", 14, 14, "passenger")
    room.number("a", "11", 11, 11, "passenger")
    told = [(c["low"], c["superseded"], c["newer"]) for c in claims(room.code(codebook(HURT)))]
    assert told == [(14, True, False), (11, False, True)]


def test_an_upper_bound_is_no_earlier_number(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The number of hurt passengers rose to nine.", "No more than four passengers were hurt."]})
    room.number("a", "nine", 9, 9, "passenger")
    room.number("a", "No more than four passengers", None, 4, "passenger", comparator="<=")
    assert [c["superseded"] for c in claims(room.code(codebook(HURT)))] == [False, False]


@pytest.mark.parametrize(("source", "other_time"), [(None, True), ("the driver", False)])
def test_an_article_that_tells_a_number_tells_none_of_another_time(
    source: str | None, other_time: bool, codebook: Read, newsroom: Any
) -> None:
    room = newsroom({"a": ["Seven passengers were hurt.", "On Friday no passengers were hurt."]})
    room.number("a", "Seven passengers", 7, 7, "passenger")
    room.number("a", "no passengers", 0, 0, "passenger", negated=True)
    if source is not None:
        room.says("a", source, "On Friday no passengers were hurt")
    assert [c["superseded"] for c in claims(room.code(codebook(HURT)))] == [False, other_time]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The line has counted 90 passengers hurt since June.", "background"),
        ("It was the worst day, with 90 passengers hurt, since June.", "focal"),
        ("It had eight accidents with 90 passengers hurt in a decade.", "background"),
        ("It had 90 passengers hurt in its worst accident in a decade.", "focal"),
        ("The line counts eight accidents since June, in which 90 passengers were hurt.", "background"),
    ],
)
def test_a_sum_over_a_longer_time_is_background(text: str, event: str, codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": [text]})
    room.number("a", "90 passengers", 90, 90, "passenger")
    if "June" in text:
        room.time("a", "June", "2023-06", days=("2023-06-01", "2023-06-30"))
    (claim,) = claims(room.code(codebook(HURT)))
    assert claim["event"] == event


def test_what_was_known_before_a_rise_is_an_earlier_number_whatever_its_day(codebook: Read, newsroom: Any) -> None:
    told = ["The number of hurt passengers rose to nine.", "Two passengers had been hurt by Thursday noon."]
    room = newsroom({"a": told})
    room.number("a", "nine", 9, 9, "passenger")
    room.number("a", "Two passengers", 2, 2, "passenger", scope="by Thursday")
    assert [c["superseded"] for c in claims(room.code(codebook(HURT)))] == [False, True]


def test_a_sum_of_the_days_around_the_event_is_of_the_event(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The line has counted 90 passengers hurt since Monday."]})
    room.number("a", "90 passengers", 90, 90, "passenger")
    room.time("a", "Monday", "2024-04-29")
    (claim,) = claims(room.code(codebook(HURT)))
    assert claim["event"] == "focal"


def test_a_rise_in_one_scope_leaves_no_number_of_another_behind(codebook: Read, newsroom: Any) -> None:
    room = newsroom(
        {"a": ["In the north the number of hurt passengers rose to nine.", "In the south it hurt two passengers."]}
    )
    room.number("a", "nine", 9, 9, "passenger")
    room.number("a", "two passengers", 2, 2, "passenger")
    book = codebook(HURT + "    scopes: {north: [in the north], south: [in the south]}\n")
    told = [(c["low"], c["scope"], c["superseded"]) for c in claims(room.code(book))]
    assert told == [(9, "north", False), (2, "south", False)]


def test_a_pronoun_that_stands_for_nobody_known_is_no_source(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["It said seven passengers were hurt."], "b": ["Crews said two passengers were hurt."]})
    for doc_id, words, number, source in (("a", "seven", 7, "It"), ("b", "two", 2, "Crews")):
        room.number(doc_id, f"{words} passengers", number, number, "passenger")
        room.says(doc_id, None, f"{words} passengers were hurt")
        room.rows["claims/attributions"][-1]["source"] = source
    found = [(claim["source"], claim["certainty"]) for claim in claims(room.code(codebook(HURT)))]
    assert found == [(None, "attributed"), ("Crews", "attributed")]


def test_who_welcomes_a_plan_is_the_source_of_that(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The mayor welcomed the plan."]})
    room.says("a", "The mayor", "the plan", cue="welcomed", cue_start=10, cue_end=18)
    reaction = "variables: [{name: reaction, type: category, values: {welcomed: [welcomed]}}]"
    (claim,) = claims(room.code(codebook(reaction)))
    assert (claim["value"], claim["source"], claim["certainty"]) == ("welcomed", "The mayor", "attributed")


def test_a_caption_inside_a_speech_is_nobodys_word(codebook: Read, newsroom: Any) -> None:
    text = ["“It was late.", ("caption", "Two passengers were hurt."), "“I hurt my leg,” said Ann Lee."]
    room = newsroom({"a": text})
    room.number("a", "Two passengers", 2, 2, "passenger")
    room.says("a", "Ann Lee", "“It was late.\nTwo passengers were hurt.\n“I hurt my leg,”", parts="[[0, 14], [41, 57]]")
    assert [c["source"] for c in claims(room.code(codebook(HURT)))] == [None]


def test_who_declines_to_say_it_leaves_it_open(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["The firm declined to say whether the brakes were worn."]})
    room.says("a", "The firm", "whether the brakes were worn", polarity="negative", cue="declined")
    book = codebook(
        "variables: [{name: cause, type: category, values: {fire: [fire]}, unknown: [whether the brakes were worn]}]"
    )
    (claim,) = claims(room.code(book))
    assert (claim["polarity"], claim["source"]) == ("unknown", "The firm")


def test_what_is_only_so_if_is_hedged(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["A driver is fined if it was arson."]})
    assert [
        c["certainty"]
        for c in claims(room.code(codebook("variables: [{name: cause, type: category, values: {arson: [arson]}}]")))
    ] == ["hedged"]
