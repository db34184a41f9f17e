import pytest
from cleaning.trains import HEAD, LEAD, NEXT

from samestory.cleaning.credit import known_agencies
from samestory.cleaning.segment import find_segments

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
        ["Comments", *commented("4 March 2021 at 15:12")],
        ["Comments", *commented("March 4, 2021")],
        ["8 comments", *commented("Bo Dahl, 4 March 2021")],
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


@pytest.mark.parametrize("signed", ["4 March 2021", "Bo Dahl, 4 March 2021 15:12"])
def test_dates_of_comments_without_a_heading_are_not_that_of_the_article(signed):
    assert rules(HEAD, LEAD, NEXT, *commented(signed))[:3] == ["first_headline_line", *["running_text"] * 2]


@pytest.mark.parametrize("comments", [[], ["Comments", *commented("5 March 2021 at 15:12")]])
def test_the_date_of_the_article_stands_under_its_standfirst(comments):
    standfirst = (
        "Nobody was hurt when two trains met near the harbour on Monday, says the company, which has had its signals "
        "looked after by its own workers since it bought the line and the mines."
    )
    assert rules(HEAD, standfirst, "4 March 2021", LEAD, NEXT, *comments)[:5] == [
        "first_headline_line",
        "between_headline_and_lead",
        "line_of_facts",
        *["running_text"] * 2,
    ]
