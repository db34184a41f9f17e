"""Clock times of which a text does not say the day, in articles of Wednesday on a train that stopped on Monday."""

from collections.abc import Callable
from typing import Any

import pytest

from samestory.claims.coding.codebook import Codebook
from samestory.rows import rows_of

Read = Callable[[str], Codebook]
MONDAY, TUESDAY, SUNDAY = "2024-05-06", "2024-05-07", "2024-05-05"
QUESTION = "name: when, type: time, times: clock, triggers: [stopped]"
BOOK = f"event: {{date: {MONDAY}}}\nvariables: [{{{QUESTION}}}]\n"


def told(read: Read, newsroom: Any, sentences: list[str], days: dict[str, str]) -> list[tuple[str, str]]:
    """Give the value and the event of what is told; ``days`` are the values of the times by their words."""
    room = newsroom({"a": sentences})
    for words, value in days.items():
        room.time("a", words, value, "TIME" if "T" in value else "DATE", (value, value))
    return [(claim["value"], claim["event"]) for claim in rows_of(room.code(read(BOOK))["claims/claims"])]


@pytest.mark.parametrize("day", [TUESDAY, SUNDAY])
def test_a_clock_time_without_a_day_is_of_the_day_of_the_event(codebook: Read, newsroom: Any, day: str) -> None:
    sentences = ["They met on Xday.", "Talks went on.", "It stopped at 6:20, the driver said."]
    found = told(codebook, newsroom, sentences, {"Xday": day, "6:20": f"{day}T06:20"})
    assert found == [(f"{MONDAY}T06:20", "focal")]


def test_a_clock_time_stays_on_the_day_named_in_its_sentence_or_the_one_before(codebook: Read, newsroom: Any) -> None:
    here = told(
        codebook, newsroom, ["It stopped at 6:20 on Tuesday."], {"6:20": f"{TUESDAY}T06:20", "Tuesday": TUESDAY}
    )
    before = ["It left again on Tuesday.", "It stopped at 6:20, the driver said."]
    behind = told(codebook, newsroom, before, {"Tuesday": TUESDAY, "6:20": f"{TUESDAY}T06:20"})
    assert here == behind == [(f"{TUESDAY}T06:20", "focal")]


def test_the_now_of_an_article_names_no_day(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["It stopped at 6:20, they now say."]})
    room.time("a", "6:20", f"{TUESDAY}T06:20", "TIME")
    room.time("a", "now", "PRESENT_REF", days=(TUESDAY, TUESDAY))
    (claim,) = rows_of(room.code(codebook(BOOK))["claims/claims"])
    assert claim["value"] == f"{MONDAY}T06:20"


@pytest.mark.parametrize(("clock", "event"), [("23:40", "focal"), ("9:40", "background")])
def test_the_late_evening_before_the_event_may_be_of_it(codebook: Read, newsroom: Any, clock: str, event: str) -> None:
    found = told(
        codebook,
        newsroom,
        [f"The first train stopped at {clock} on Sunday."],
        {clock: f"{SUNDAY}T{clock.zfill(5)}", "Sunday": SUNDAY},
    )
    assert found == [(f"{SUNDAY}T{clock.zfill(5)}", event)]


def test_gmt_of_the_day_before_beside_the_time_of_the_place_tells_of_the_day(codebook: Read, newsroom: Any) -> None:
    room = newsroom({"a": ["It stopped at 1:20 a.m. (1520 GMT Sunday)."]})
    room.time("a", "1:20 a.m.", f"{MONDAY}T01:20", "TIME", utc_offset="+10:00")
    room.time("a", "1520 GMT", f"{SUNDAY}T15:20Z", "TIME", utc_offset="+00:00")
    room.time("a", "Sunday", SUNDAY)
    (claim,) = rows_of(room.code(codebook(BOOK))["claims/claims"])
    assert (claim["value"], claim["event"]) == (f"{MONDAY}T01:20+10:00", "focal")


@pytest.mark.parametrize(
    ("published", "event"),
    [(f"{MONDAY}T19:52", "focal"), (f"{MONDAY}T12:00", "background"), (f"{MONDAY}", "background")],
)
def test_the_last_night_of_the_next_days_paper_may_be_that_of_the_event(
    codebook: Read, newsroom: Any, published: str, event: str
) -> None:
    room = newsroom({"a": ["Two cars last night stood in the snow for hours."]})
    room.rows["clean/documents"][0] |= {"published": published, "published_basis": "printed"}
    room.time("a", "last night", f"{SUNDAY}TNI", "TIME")
    room.number("a", "Two cars", 2, 2, "car")
    question = "{name: cars, type: count, triggers: [stood], units: {car: [car]}}"
    book = codebook(f"event: {{date: {MONDAY}}}\nvariables: [{question}]\n")
    (claim,) = rows_of(room.code(book)["claims/claims"])
    assert claim["event"] == event
