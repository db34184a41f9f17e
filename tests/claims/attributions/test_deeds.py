"""Verbs that tell with some objects what is done, and report nothing."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Police seek witnesses to the crash.",
        "Norland seeks cause of crash that killed 10.",
        "He called his mother, Jane, after the crash.",
        "She called police to say a man had fallen.",
        "The council was considering whether to close the pool.",
        "The council is considering closing the pool.",
        "She had reported the theft to the police.",
        "Relatives are mourning the ten swimmers.",
    ],
)
def test_who_does_a_thing_reports_nothing(text, statements):
    assert statements([text])[1] == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Norland seeks a new vote.", "Norland", "a new vote"),
        ("He called his mother a liar.", "He", "his mother a liar"),
        ("The council considers the pool a loss.", "The council", "the pool a loss"),
        ("The ministry reported 12 dead.", "The ministry", "12 dead"),
    ],
)
def test_with_another_object_they_report(text, source, content, sources):
    assert sources([text]) == [(source, content)]
