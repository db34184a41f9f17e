"""Clock times in words and their days, in articles of Friday 11 June 2021."""

import pytest

from samestory.claims.times.rows import find_times
from samestory.claims.tokens import tokenise


def clocks(*sentences):
    """Give the words and the value of each clock time."""
    tokenised, start = [], 0
    for sentence in sentences:
        tokenised.append(tokenise("d", start, sentence))
        start += len(sentence) + 1
    rows = find_times(tokenised, {"d": "2021-06-11"})
    return [(row["text"], row["value"].removeprefix("2021-06-")) for row in rows if "T" in row["value"][8:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began shortly after six on Tuesday morning.", [("six", "08T06:00"), ("Tuesday morning", "08TMO")]),
        ("It began at 7 on Tuesday evening.", [("7", "08T19:00"), ("Tuesday evening", "08TEV")]),
        ("It began just before nine yesterday evening.", [("nine", "10T21:00"), ("yesterday evening", "10TEV")]),
        ("It began just before nine in the evening.", [("nine in the evening", "11T21:00")]),
        ("It began just after six, he said.", [("six", "11T06:00")]),
        ("It began shortly after six on Tuesday.", [("six", "08T06:00")]),
        ("It began at twenty to 11 on Sunday.", [("twenty to 11", "06T10:40")]),
        ("Her watch stopped; it says ten to five.", [("ten to five", "11T04:50")]),
        ("Her watch stopped; it shows 9:20.", [("9:20", "11T09:20")]),
        ("It was ten to seven in the evening.", [("ten to seven in the evening", "11T18:50")]),
        # Numbers, not times.
        ("Shortly after six people left.", []),
        ("Two boats sank, just after one on Lake Ivy.", []),
        ("They won ten to five on Sunday.", []),
        ("They voted by ten to five.", []),
        ("He left after six on his list.", []),
    ],
)
def test_an_hour_in_words_is_told_from_a_number(text, expected):
    assert clocks(text) == expected


def test_an_hour_in_words_is_rounded_as_it_is_told():
    row = find_times([tokenise("d", 0, "It began shortly after six on Tuesday morning.")], {"d": "2021-06-11"})[0]
    assert row["approximate"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sailed at 7:50 p.m. and arrived at 8:15.", ["11T19:50", "11T20:15"]),
        ("It sailed at 7:50 a.m. and arrived at 8:15.", ["11T07:50", "11T08:15"]),
        ("It sailed at 7:50 p.m. and was found at 6:15.", ["11T19:50", "11T06:15"]),
        ("It sailed at 7:50 p.m. and was back at 8:15 the next morning.", ["12T19:50", "12T08:15", "12TMO"]),
        ("It sailed at 7:50 p.m. and was found at 08:15.", ["11T19:50", "11T08:15"]),
    ],
)
def test_a_time_goes_on_in_the_afternoon_of_the_one_before(text, expected):
    assert [value for _, value in clocks(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank at 10:40 on Sunday night.", "06T22:40"),
        ("On Sunday night at 9:15 it sank.", "06T21:15"),
        ("It sank at 7:40 on Sunday morning.", "06T07:40"),
        ("It sank at 02:40 this morning.", "11T02:40"),
        ("It sank at 21:40 on Sunday night.", "06T21:40"),
    ],
)
def test_a_part_of_the_day_beside_a_time_in_figures_tells_its_half(text, expected):
    assert expected in [value for _, value in clocks(text)]


def test_a_day_since_when_something_lasts_is_not_that_of_a_clock_time():
    assert clocks("At 9:05 a.m. it said it had been there since June 2.") == [("9:05 a.m.", "11T09:05")]
    assert clocks("It was sent at 4am although a test had failed on Monday.") == [("4am", "11T04:00")]
    assert clocks("It was sent at 4am, as one had been on Monday.") == [("4am", "07T04:00")]


def test_the_time_of_an_update_is_of_the_day_of_publication():
    assert clocks("It failed on Monday.", "Update, 1:55 PM: It works.") == [("1:55 PM", "11T13:55")]


def test_what_follows_midnight_is_of_the_next_day():
    assert clocks("He died shortly after midnight.") == [("midnight", "11T00:00")]
    assert clocks("They paid by midnight.") == [("midnight", "11T24:00")]


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("The square was full at 14:30.", "It began just after three o'clock.", "11T15:00"),
        ("The square was full at 2:30 p.m.", "It began at three o'clock.", "11T15:00"),
        ("The square was full at 11 a.m.", "It began at three o'clock.", "11T03:00"),
        ("The square was full at 14:30.", "It began at 3:00.", "11T03:00"),
        ("The square was full at 5 p.m.", "It began at three o'clock.", "11T03:00"),
    ],
)
def test_an_hour_in_words_goes_on_in_the_afternoon_of_the_sentences_before(before, text, expected):
    assert clocks(before, text)[-1][1] == expected


def test_minutes_past_a_time_are_near_it():
    assert clocks("It began a few minutes past 3 p.m.") == [("3 p.m.", "11T15:00")]
    rows = find_times([tokenise("d", 0, "It began a few minutes past 3 p.m.")], {"d": "2021-06-11"})
    assert [row["approximate"] for row in rows if row["type"] == "TIME"] == [True]


def test_a_day_of_a_quotation_is_none_of_a_time_outside_it():
    assert clocks('It stopped at 4:20, he said, "and I was there on Sunday."') == [("4:20", "11T04:20")]
    assert clocks('"I was there at 4:20 on Sunday," he said.') == [("4:20", "06T04:20")]


def test_midnight_ends_a_day_and_begins_the_next():
    text = "It ended at midnight Monday, or at 12:01 a.m. Tuesday."
    rows = find_times([tokenise("d", 0, text)], {"d": "2021-06-11"})
    limits = {row["value"]: (row["earliest"], row["latest"]) for row in rows if row["type"] == "TIME"}
    assert limits == {
        "2021-06-07T24:00": ("2021-06-08T00:00", "2021-06-08T00:00"),
        "2021-06-08T00:01": ("2021-06-08T00:01", "2021-06-08T00:01"),
    }


def test_the_day_spoken_of_is_that_which_ends_with_midnight():
    sentences = ["It burned till midnight on Monday.", "It was seen at noon on the same day."]
    assert clocks(*sentences) == [("midnight", "07T24:00"), ("noon", "07T12:00")]
