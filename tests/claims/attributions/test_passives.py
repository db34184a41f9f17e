"""What is told in the passive, and by whom."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A pronoun inside what somebody else says, or one that stands for a thing named before.
        ("Bo Dahl claims she was then scolded by the guard.", [("Bo Dahl", "she was then scolded by the guard")]),
        ("The plan, the outlines of which were announced by the board, is new.", []),
        ("The mayor was praised by the board.", [("the board", "The mayor")]),
        (
            "The mayor said most thefts were claimed by a gang.",
            [("The mayor", "most thefts were claimed by a gang"), ("a gang", "most thefts")],
        ),
    ],
)
def test_the_subject_of_a_passive_is_its_content(text, found, sources):
    assert sorted(sources([text])) == sorted(found)
