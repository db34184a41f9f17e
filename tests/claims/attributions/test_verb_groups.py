"""What stands between a subject and its verb, in invented sentences."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The council has said that the dam was old.",
        "The council has since said that the dam was old.",
        "The council had, in a note on Monday, said that the dam was old.",
        "The council has, however, said that the dam was old.",
    ],
)
def test_adverbs_and_asides_among_the_auxiliaries_are_no_part_of_the_subject(text, sources):
    assert sources([text]) == [("The council", "that the dam was old")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The council, which had a new head, said that the dam was old.", "The council"),
        ("Since Monday the council said nothing.", "the council"),
    ],
)
def test_other_commas_and_since_stay_as_they_are(text, source, sources):
    assert [found for found, _ in sources([text])] == [source]
