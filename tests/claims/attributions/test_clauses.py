"""Which clause is whose."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Asked whether he would support an inquiry, the coach said no.", [("the coach", "no")]),
        ("When pressed on why she backed the ban, the coach said it was fair.", [("the coach", "it was fair")]),
        ("The club asked whether the lock was safe.", [("The club", "whether the lock was safe")]),
    ],
)
def test_what_somebody_is_asked_is_not_what_they_say(text, found, sources):
    assert sources([text]) == found


def test_a_clause_behind_a_preposition_ends_no_content(only):
    row = only(["An aide for United Chapel, of which he was a member, confirmed the deaths."])
    assert (row["source"], row["content"]) == ("An aide for United Chapel", "the deaths")


@pytest.mark.parametrize(
    "medium",
    [
        "a statement posted on the door",
        "a statement posted on the line’s own page on Monday and emailed to the Tarn Courier and the Lake Post",
    ],
)
def test_what_tells_of_the_medium_reports_nothing(medium, only):
    row = only([f"Blake said in {medium} that the quay was safe."])
    assert (row["source"], row["content"]) == ("Blake", "that the quay was safe")


def test_who_is_called_and_told_has_two_verbs(sources):
    found = sources(["One of the cooks called her aunt from the barge and told her she was “safe,” the Post reported."])
    assert ("One of the cooks", "she was “safe,”") in found
