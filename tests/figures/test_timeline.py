import pytest

from samestory.figures import timeline
from samestory.figures.moments import say_moment, say_span
from samestory.figures.timeline import find_moments
from samestory.tables import build


def test_one_moment_told_twice_and_a_duration_without_a_place(tables):
    (moment,), unplaced = find_moments(tables, ["north", "south", "west"])
    assert moment.name == "4 Mar 2024"
    assert moment.told == {"north": [("Monday", False)], "south": [("Monday", False)]}
    assert unplaced == 1


def test_a_date_inside_what_somebody_said_is_on_their_word(tables, event):
    said = event["attribution"]("north", "coast guard") | event["span"]("north", event["WIRE"])
    said |= {"content_start": said.pop("start"), "content_end": said.pop("end"), "content": event["WIRE"]}
    rows = build("claims/attributions", [{**said, "parts": "[]"}])
    (moment,), _ = find_moments({**tables, "claims/attributions": rows}, ["north", "south"])
    assert moment.told["north"] == [("Monday", True)]
    assert moment.told["south"] == [("Monday", False)]


def told(doc, start, text, value, offset=None):
    row = {"type": "TIME", "earliest": value, "latest": value, "rule": "clock", "utc_offset": offset}
    return {"doc_id": doc, "start": start, "end": start + len(text), "text": text, "value": value, **row}


def test_one_instant_by_two_clocks_is_one_moment_in_its_place(tables):
    rows = [
        told("north", 0, "4.15am", "2024-03-04T04:15", "+03:00"),
        told("north", 8, "0115 GMT", "2024-03-04T01:15Z", "+00:00"),
        told("south", 0, "0115 GMT", "2024-03-04T01:15Z"),
        told("south", 20, "0200 GMT", "2024-03-04T02:00Z"),
        told("west", 0, "4 a.m.", "2024-03-04T04:00"),
        told("west", 20, "6 a.m.", "2024-03-04T06:00"),
    ]
    moments, _ = find_moments({**tables, "claims/times": build("claims/times", rows)}, ["north", "south", "west"])
    assert [moment.name for moment in moments] == [
        "4 Mar 2024, 04:00",
        "4 Mar 2024, 04:15",
        "4 Mar 2024, 02:00 UTC",
        "4 Mar 2024, 06:00",
    ]
    assert moments[1].told == {"north": [("4.15am", False), ("0115 GMT", False)], "south": [("0115 GMT", False)]}


def test_a_time_of_another_zone_stands_at_its_moment_by_the_clock_of_the_place(tables):
    far = told("south", 0, "7.15pm Central time", "2024-03-03T19:15", "-06:00")
    rows = [
        told("north", 0, "4.15am", "2024-03-04T04:15", "+03:00"),
        told("north", 8, "0115 GMT", "2024-03-04T01:15Z", "+00:00"),
        {**far, "earliest": "2024-03-04T01:15Z", "latest": "2024-03-04T01:15Z"},
    ]
    (moment,), _ = find_moments({**tables, "claims/times": build("claims/times", rows)}, ["north", "south"])
    assert (moment.name, moment.told["south"]) == ("4 Mar 2024, 04:15", [("7.15pm Central time", False)])


def test_a_time_beyond_the_calendar_stays_where_it_is(tables):
    rows = [
        told("north", 0, "4.15am", "2024-03-04T04:15", "+03:00"),
        told("west", 0, "2300 GMT", "9999-12-31T23:00Z"),
        told("west", 20, "9900 GMT", "2024-03-04T99:00Z"),
    ]
    moments, _ = find_moments({**tables, "claims/times": build("claims/times", rows)}, ["north", "west"])
    assert [m.earliest for m in moments] == ["2024-03-04T04:15", "2024-03-04T99:00Z", "9999-12-31T23:00Z"]


def test_of_two_places_no_clock_is_that_of_a_utc_time(tables):
    rows = [
        told("north", 0, "4.15am", "2024-03-04T04:15", "+03:00"),
        told("south", 0, "1.30am", "2024-03-04T01:30", "-02:00"),
        told("west", 0, "0200 GMT", "2024-03-04T02:00Z"),
    ]
    moments, _ = find_moments({**tables, "claims/times": build("claims/times", rows)}, ["north", "south", "west"])
    assert [moment.earliest for moment in moments] == ["2024-03-04T01:30", "2024-03-04T02:00Z", "2024-03-04T04:15"]


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2024-03-04", "2024-03-04", "4 Mar 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("1950-01-01", "1959-12-31", "1950–1959"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2024-02-11", "2024-02-20", "11–20 Feb 2024"),
        ("2023-12-27", "2024-01-02", "27 Dec 2023 – 2 Jan 2024"),
        ("2024-03-04T04:15", "2024-03-04T04:15", "4 Mar 2024, 04:15"),
        ("2024-13-40", "2024-13-41", "40 ? 2024"),
    ],
)
def test_spans_in_words(earliest, latest, words):
    assert say_span(earliest, latest) == words


def test_what_is_no_date_stays_as_it_is():
    assert say_moment("Katyusha rocket") == "Katyusha rocket"
    assert say_moment("2024-03") == "Mar 2024"
    assert say_moment("2024-03-04T01:15Z") == "4 Mar 2024, 01:15 UTC"


def test_the_alternative_text_says_who_tells_it(tables):
    assert timeline(tables).alt == "4 Mar 2024: North Post (Monday) and South Mail (Monday)."
