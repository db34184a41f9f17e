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
