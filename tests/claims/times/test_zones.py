"""Clock times with their zone or beside GMT, in articles of Friday 11 June 2021."""

import pytest

from samestory.claims.times.rows import find_times
from samestory.claims.tokens import tokenise

PUBLISHED = "2021-06-11"


def times(text):
    return find_times([tokenise("d", 0, text)], {"d": PUBLISHED})


@pytest.mark.parametrize(
    ("text", "printed", "offset", "moment"),
    [
        ("It fell at 8:40 p.m. Wednesday Central time.", "8:40 p.m. Wednesday Central time", "-05:00", "10T01:40Z"),
        ("It fell at 6 a.m. PST on Monday.", "6 a.m. PST", "-08:00", "07T14:00Z"),
        ("It fell at 6 a.m. PT on Monday.", "6 a.m. PT", "-07:00", "07T13:00Z"),
        (
            "It fell at 6am U.S. Eastern standard time on Monday.",
            "6am U.S. Eastern standard time",
            "-05:00",
            "07T11:00Z",
        ),
        ("It fell at 2.40am UK time on Monday.", "2.40am UK time", "+01:00", "07T01:40Z"),
        ("It fell at 2130 Moscow time on Monday.", "2130 Moscow time", "+03:00", "07T18:30Z"),
    ],
)
def test_a_zone_printed_with_a_clock_time_gives_its_offset(text, printed, offset, moment):
    row = times(text)[0]
    assert (row["text"], row["utc_offset"], row["earliest"]) == (printed, offset, f"2021-06-{moment}")
    assert "Z" not in row["value"]


def test_figures_of_another_script_give_no_offset():
    assert times("It fell at 6:3٠ a.m. ET on Monday.")[0]["utc_offset"] is None


@pytest.mark.parametrize(("day", "offset"), [("13 March", "-05:00"), ("14 March", "-04:00"), ("7 November", "-05:00")])
def test_daylight_saving_changes_the_offset_of_a_zone(day, offset):
    assert times(f"It fell at 6 a.m. ET on {day} 2021.")[0]["utc_offset"] == offset


@pytest.mark.parametrize(("year", "offset"), [(2006, "-05:00"), (2007, "-04:00")])
def test_daylight_saving_is_that_of_the_year(year, offset):
    assert times(f"It fell at 6 a.m. ET on 20 March {year}.")[0]["utc_offset"] == offset


def test_the_day_spoken_of_is_that_of_the_zone():
    sentences = [
        tokenise("d", 0, "It fell at 8:40 p.m. Monday Pacific time."),
        tokenise("d", 43, "At 9 p.m. it burned."),
    ]
    assert find_times(sentences, {"d": PUBLISHED})[1]["value"] == "2021-06-07T21:00"


def test_gmt_beside_a_time_with_its_zone_tells_that_it_is_of_the_place():
    row = times("It fell at 8 p.m. EDT (0000 GMT) on Monday.")[0]
    assert (row["utc_offset"], row["earliest"]) == ("-04:00", "2021-06-07T20:00")


@pytest.mark.parametrize("text", ["He came at 6 p.m. Central bankers had left.", "He came at 6 p.m. IST."])
def test_words_that_name_no_zone_or_several_give_no_offset(text):
    assert times(text)[0]["utc_offset"] is None


def test_a_moment_beyond_the_calendar_has_no_offset():
    row = find_times([tokenise("d", 0, "It fell at 9 p.m. PST.")], {"d": "9999-12-31"})[0]
    assert (row["value"], row["utc_offset"]) == ("9999-12-31T21:00", None)


@pytest.mark.parametrize(
    ("text", "local", "universal"),
    [
        ("It fell at 3:40 a.m. (2040 GMT Thursday).", "11T03:40", "10T20:40Z"),
        ("It fell at 3.40am on Friday (2040 GMT on Thursday).", "11T03:40", "10T20:40Z"),
        ("It fell at 3:40 a.m. Friday (2040 GMT on Thursday).", "11T03:40", "10T20:40Z"),
        ("It fell at 8 p.m. local time (1300 GMT on Wednesday).", "09T20:00", "09T13:00Z"),
        ("It fell at 2040 GMT on Thursday (3:40 a.m. local time).", "11T03:40", "10T20:40Z"),
        ("It fell at 3:40 a.m. (8:40 p.m. GMT Thursday).", "11T03:40", "10T20:40Z"),
    ],
)
def test_the_day_behind_gmt_is_not_that_of_the_place(text, local, universal):
    clocks = sorted(row["value"] for row in times(text) if row["type"] == "TIME")
    assert clocks == sorted([f"2021-06-{local}", f"2021-06-{universal}"])
