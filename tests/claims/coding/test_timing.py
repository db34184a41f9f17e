"""Times near the wording of a question."""

from collections.abc import Callable
from typing import Any

from samestory.claims.coding.codebook import Codebook
from samestory.rows import rows_of

Read = Callable[[str], Codebook]


def claims(coded: dict[str, Any]) -> list[dict[str, Any]]:
    return rows_of(coded["claims/claims"])


def test_a_time_is_the_one_nearest_to_the_trigger(codebook: Read, newsroom: Any) -> None:
    book = codebook("variables:\n  - name: when\n    type: time\n    times: clock\n    triggers: [left the rails]\n")
    room = newsroom({"a": ["At 6:10 it stood; it left the rails at 6:20 on Thursday."]})
    room.time("a", "6:10", "2024-05-02T06:10", "TIME")
    room.time("a", "6:20", "2024-05-02T06:20", "TIME")
    room.time("a", "Thursday", "2024-05-02")
    (claim,) = claims(room.code(book))
    assert (claim["value"], claim["text"]) == ("2024-05-02T06:20", "6:20")


def test_what_did_not_happen_has_no_time(codebook: Read, newsroom: Any) -> None:
    book = codebook("variables:\n  - name: when\n    type: time\n    times: clock\n    triggers: [blast]\n")
    room = newsroom({"a": ["The company denied that there was any blast after 6:20."]})
    room.time("a", "6:20", "2024-05-02T06:20", "TIME")
    assert claims(room.code(book)) == []


def test_a_time_that_is_told_as_rounded_stays_so(codebook: Read, newsroom: Any) -> None:
    book = codebook("variables:\n  - name: when\n    type: time\n    times: clock\n    triggers: [left the rails]\n")
    room = newsroom({"a": ["It left the rails shortly after 6:20."]})
    room.time("a", "6:20", "2024-05-02T06:20", "TIME", approximate=True)
    (claim,) = claims(room.code(book))
    assert (claim["value"], claim["approximate"]) == ("2024-05-02T06:20", True)


def test_a_time_behind_a_trigger_goes_before_one_of_another_clause(codebook: Read, newsroom: Any) -> None:
    book = codebook("variables:\n  - name: end\n    type: time\n    times: date\n    triggers: [last until]\n")
    room = newsroom({"a": ["It will begin on Monday and last until at least May 7."]})
    room.time("a", "Monday", "2024-05-02")
    room.time("a", "May 7", "2024-05-07")
    assert [claim["text"] for claim in claims(room.code(book))] == ["at least May 7"]


def test_of_a_time_in_gmt_and_that_of_the_place_the_second_is_taken(codebook: Read, newsroom: Any) -> None:
    book = codebook("variables:\n  - name: when\n    type: time\n    times: clock\n    triggers: [left the rails]\n")
    room = newsroom({"a": ["It left the rails at 0420 GMT (6.20am)."]})
    room.time("a", "0420 GMT", "2024-05-02T04:20Z", "TIME", utc_offset="+00:00")
    room.time("a", "6.20am", "2024-05-02T06:20", "TIME", utc_offset="+02:00")
    assert [claim["value"] for claim in claims(room.code(book))] == ["2024-05-02T06:20+02:00"]


def test_a_time_of_another_zone_is_of_the_event_where_its_moment_is(codebook: Read, newsroom: Any) -> None:
    book = codebook(
        "event: {date: 2024-05-02}\n"
        "variables:\n  - name: when\n    type: time\n    times: clock\n    triggers: [left the rails]\n"
    )
    room = newsroom({"a": ["It left the rails at 8 p.m. Wednesday Central time."], "b": ["It left the rails at 1am."]})
    moment = "2024-05-02T01:00Z"
    words = "8 p.m. Wednesday Central time"
    room.time("a", words, "2024-05-01T20:00", "TIME", (moment, moment), utc_offset="-05:00")
    moment = "2024-05-01T17:00Z"
    room.time("b", "1am", "2024-05-02T01:00", "TIME", (moment, moment), utc_offset="+08:00")
    assert [(claim["value"], claim["event"]) for claim in claims(room.code(book))] == [
        ("2024-05-01T20:00-05:00", "focal"),
        ("2024-05-02T01:00+08:00", "focal"),
    ]


def test_the_limit_of_a_comparison_is_no_day_of_the_event(codebook: Read, newsroom: Any) -> None:
    book = codebook(
        "event: {date: 2024-05-02}\nvariables:\n  - name: day\n    type: time\n    times: date\n    triggers: [crash]\n"
    )
    room = newsroom({"a": ["It was the worst crash since 2009."]})
    room.time("a", "2009", "2009", days=("2009-01-01", "2009-12-31"))
    (claim,) = claims(room.code(book))
    assert (claim["event"], claim["answers"]) == ("background", False)


def test_a_time_so_long_after_something_is_not_its_time(codebook: Read, newsroom: Any) -> None:
    book = codebook("variables:\n  - name: when\n    type: time\n    times: clock\n    triggers: [blast*]\n")
    room = newsroom(
        {
            "a": ["The fire went out at 16:50, two hours after the blast."],
            "b": ["The blast came at 14:50."],
            "c": ["They were told of it at 16:50, two hours after the first two blasts."],
            "d": ["They were told of it at 16:50, two hours after that blast."],
            "e": ["Two hours after they had left, the blast came at 14:50."],
        }
    )
    for doc_id in "acd":
        room.time(doc_id, "16:50", "2024-05-02T16:50", "TIME")
    for doc_id in "be":
        room.time(doc_id, "14:50", "2024-05-02T14:50", "TIME")
    assert [claim["doc_id"] for claim in claims(room.code(book))] == ["b", "e"]


def test_a_time_so_long_after_it_began_is_not_when_it_began(codebook: Read, newsroom: Any) -> None:
    book = codebook("variables:\n  - name: when\n    type: time\n    times: clock\n    triggers: [began]\n")
    room = newsroom({"a": ["They were told at 16:50, two hours after it began."], "b": ["It began at 14:50."]})
    room.time("a", "16:50", "2024-05-02T16:50", "TIME")
    room.time("b", "14:50", "2024-05-02T14:50", "TIME")
    assert [claim["doc_id"] for claim in claims(room.code(book))] == ["b"]


def test_a_time_in_an_aside_is_that_of_another_thing(codebook: Read, newsroom: Any) -> None:
    book = codebook("variables:\n  - name: end\n    type: time\n    times: date\n    triggers: [shut]\n")
    room = newsroom({"a": ["The mill will shut in Ashby, where it spun wool for long after 1906, before 7 May."]})
    room.time("a", "1906", "1906", days=("1906-01-01", "1906-12-31"))
    room.time("a", "7 May", "2024-05-07")
    assert [claim["value"] for claim in claims(room.code(book))] == ["2024-05-07"]


def test_when_somebody_was_told_may_be_what_is_asked_for(codebook: Read, newsroom: Any) -> None:
    book = codebook("variables:\n  - name: when\n    type: time\n    times: clock\n    triggers: [told, stopped]\n")
    room = newsroom({"a": ["They were told in person at 6:20."], "b": ["It had stopped, she said at 6:20."]})
    for doc_id in "ab":
        room.time(doc_id, "6:20", "2024-05-02T06:20", "TIME")
    assert [claim["doc_id"] for claim in claims(room.code(book))] == ["a"]


def test_a_time_told_again_without_a_zone_is_that_of_the_place(codebook: Read, newsroom: Any) -> None:
    book = codebook("variables:\n  - name: when\n    type: time\n    times: clock\n    triggers: [left the rails]\n")
    room = newsroom({"a": ["It left the rails at 6:20 UK time, or 8:20 in Tarn."]})
    room.time("a", "6:20 UK time", "2024-05-02T06:20", "TIME", utc_offset="+00:00")
    room.time("a", "8:20", "2024-05-02T08:20", "TIME")
    assert [claim["text"] for claim in claims(room.code(book))] == ["8:20"]
