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
    assert say_moment("2024-03-04T01:15Z") == "4 Mar 2024, 01:15 UTC"


def test_the_alternative_text_says_who_tells_it(tables):
    assert timeline(tables).alt == "4 Mar 2024: North Post (Monday) and South Mail (Monday)."
