"""Whether a form is a verb, or an adjective that tells what somebody thinks."""

import pytest


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The union is opposed to the plan.", "The union", "the plan"),
        ("Residents were angry about the smell.", "Residents", "the smell"),
        ("Residents are worried about the smell.", "Residents", "the smell"),
        ("The council is willing to sell the land.", "The council", "to sell the land"),
        ("The coach was sure the race was fair.", "The coach", "the race was fair"),
        ("The coach seemed very unhappy with the track.", "The coach", "the track"),
        ("The coach became convinced that the race was rigged.", "The coach", "that the race was rigged"),
        ("She’s sure that it did.", "She", "that it did"),
        ("The boys remained deeply sceptical about the ferry.", "The boys", "the ferry"),
    ],
)
def test_what_somebody_is_sure_of_or_angry_about_is_theirs(text, source, content, sources):
    assert (source, content) in sources([text])


@pytest.mark.parametrize(
    "text",
    [
        "The town is famous for its bridge.",
        "The road is clear of snow.",
        "Happy boys swam.",
        "The coach was glad when it stopped.",
        "The cause was determined to have been a spark.",
        "If you would like to comment, write.",
    ],
)
def test_other_adjectives_and_wishes_report_nothing(text, statements):
    assert statements([text])[1] == []


def test_an_adjective_and_a_verb_share_a_subject(sources):
    assert sources(["The coach was proud of her team and praised the crowd."]) == [
        ("The coach", "her team"),
        ("The coach", "the crowd"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor hates the bridge.", [("The mayor", "the bridge")]),
        ("The mayor sees the plan as a threat.", [("The mayor", "the plan as a threat")]),
        ("The company rules the market.", []),
        ("The harbour values fell.", []),
    ],
)
def test_a_form_that_may_be_a_noun_is_a_verb_behind_one_speaker_and_before_a_noun_phrase(text, found, sources):
    assert sources([text]) == found
