import pytest

from samestory.cleaning.credit import known_agencies
from samestory.cleaning.segment import find_segments

HEAD = "Trains meet near old harbour"
LEAD = "Two trains met on a single track near the old harbour on Monday, and nobody was hurt, the railway company said."
NEXT = (
    "Workers cleared the line by noon. The company promised an inquiry into the signals, which had failed twice before."
)
OPINIONS = [
    f"I take this {thing} every day, and in all these years nobody has ever told us what they do with our money."
    for thing in ("train", "line", "bus", "tram", "boat", "road", "ferry", "bridge")
]


def rules(*paragraphs: str) -> list[str]:
    return [s.rule for s in find_segments("\n\n".join(paragraphs), known_agencies())]


def commented(signed: str) -> list[str]:
    return [line for opinion in OPINIONS for line in (signed, opinion)]


FORM = ["Leave a Reply", "Your email address will not be published. Required fields are marked *"]


@pytest.mark.parametrize(
    "section",
    [
        [*FORM, *OPINIONS],
        ["Comments", *commented("Bo Dahl says:")],
        ["8 comments", *commented("Bo Dahl of Old Harbour on 4 March 2021 at 15:12")],
        ["8 thoughts on “Trains meet near old harbour”", *commented("Reply")],
        ["One response to Trains meet near old harbour", *commented("Bo Dahl says on March 4, 2021:")],
    ],
)
def test_comments_longer_than_the_article(section):
    assert rules(HEAD, LEAD, NEXT, *section) == [
        "first_headline_line",
        *["running_text"] * 2,
        *["comment_form"] * len(section),
    ]


@pytest.mark.parametrize(
    "link", ["Leave a comment", "Comments", "3 comments", "Leave a Reply", "2 responses to “Trains meet”"]
)
def test_a_link_to_the_comments_ends_no_article(link):
    assert rules(HEAD, LEAD, link, NEXT, *OPINIONS)[-len(OPINIONS) - 1 :] == ["running_text"] * (len(OPINIONS) + 1)


def test_a_form_above_the_article_does_not_end_it():
    assert "comment_form" not in rules(HEAD, *FORM, LEAD, NEXT, *OPINIONS)[3:]


def test_what_somebody_says_is_no_comment():
    assert rules(HEAD, LEAD, NEXT, "Comments", "The mayor says:", *OPINIONS)[-1] == "running_text"


def test_comments_at_the_end_need_no_sign():
    assert rules(HEAD, LEAD, NEXT, "Join the discussion", OPINIONS[0])[-2:] == ["comment_form"] * 2
