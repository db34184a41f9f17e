"""Reports written as things happen."""

from cleaning.trains import labels

HEAD = "Trains meet near old harbour - as it happened"
NOON = "The line is open again, the railway company says, and both trains have left for the old depot in the north."
MORNING = "Two trains have met on a single track near the old harbour, and nobody is hurt, the railway company says."


def test_times_head_entries_and_names_below_them_sign_them():
    text = [HEAD, "Ada Quill (now) and Bo Dahl (earlier)", "12.05 GMT", "Closing summary", NOON, "9.41 GMT", "Bo Dahl"]
    assert labels(*text, MORNING) == [
        "title", "byline", "subhead", "subhead", "body", "subhead", "byline", "body",
    ]  # fmt: skip


def test_times_with_their_date_head_entries():
    text = [HEAD, "12:05 p.m. ET, March 4, 2021", "Line open again", "From Ada Quill", NOON]
    entry = ["9:41 a.m. ET, March 4, 2021", "Trains meet", "From Bo Dahl", MORNING]
    assert labels(*text, *entry) == [
        "title", "subhead", "subhead", "byline", "body", "subhead", "subhead", "byline", "body",
    ]  # fmt: skip


def test_dates_of_a_page_and_its_change_head_no_entries():
    assert labels(HEAD, "4 March 2021 9:41", "4 March 2021 12:05", NOON, MORNING)[:3] == ["title", "date", "date"]
    assert labels(HEAD, "4 March 2021 9:41", NOON, MORNING)[:2] == ["title", "date"]


def test_bare_times_that_go_on_as_a_clock_does():
    noon, early = ["12:05", "Ada Quill", "Line open", NOON], ["7:15", "Bo Dahl", "Fog on the line", MORNING[::-1]]
    entries = [*noon, "9:41", "Bo Dahl", MORNING, *early]
    assert labels(HEAD, "4 March 2021", "Ada Quill", "Bo Dahl", *entries)[2:10] == [
        "byline", "byline", "subhead", "byline", "subhead", "body", "subhead", "byline",
    ]  # fmt: skip
    assert labels(HEAD, NOON, "0:45", MORNING, "2:10", NOON + " So it is.", "1:05", MORNING[::-1])[2] == "furniture"


def test_a_name_that_the_head_does_not_have_is_a_heading():
    assert labels(HEAD, "12.05 GMT", "Line Open", NOON, "9.41 GMT", "Ada Quill", MORNING)[5] == "subhead"


def test_the_time_of_a_change_is_furniture():
    assert labels(HEAD, NOON, "Updated at 12.07 GMT", MORNING) == ["title", "body", "furniture", "body"]


def test_one_date_above_bare_times_is_that_of_the_page():
    text = [HEAD, "Thu 4 Mar 2021 12.30 GMT", "12.05 GMT", NOON, "9.41 GMT", MORNING]
    assert labels(*text) == ["title", "date", "subhead", "body", "subhead", "body"]
