import pytest
from cleaning.trains import HEAD, LAST, LEAD, NEXT, labels


def test_questions_and_answers_below_the_report():
    faq = [
        "FAQ",
        "Where did the trains meet?",
        "The trains met near the old harbour.",
        "Was anybody hurt?",
        "Nobody was hurt.",
    ]
    assert labels(LEAD, NEXT, LAST, *faq) == ["body"] * 3 + ["faq"] * 5


ANSWERED = [
    ("Where did the trains meet?", "The trains met on a single track near the old harbour."),
    ("What did the company promise?", "The company promised an inquiry into the signals, which had failed twice."),
    ("Why was the line built?", "The harbour line was built to carry coal."),
]


@pytest.mark.parametrize("heading", [[], ["FAQs on the meeting of the trains"], ["Q&A"]])
@pytest.mark.parametrize("asked", [2, 3])
@pytest.mark.parametrize("one_line", [False, True])
def test_answers_that_repeat_the_report_are_faq(heading, asked, one_line):
    pairs = ANSWERED[:asked]
    lines = [f"{q} {a}" for q, a in pairs] if one_line else [line for pair in pairs for line in pair]
    expected = ["body"] * 3 + ["faq"] * len(heading + lines)
    assert labels(LEAD, NEXT, LAST, *heading, *lines) == expected


@pytest.mark.parametrize("heading", [[], ["Q&A"]])
@pytest.mark.parametrize("marks", [("", ""), ("Q: ", "A: ")])
def test_an_interview_is_no_faq(heading, marks):
    said = [
        ("How did you learn of it?", "My phone rang at eight. I thought it was a joke, but the driver was quite pale."),
        ("Were you afraid?", "Of course. I know most of those who take that train by name, and so does the driver."),
        ("What will change?", "We shall look at every lamp. I want a second bridge, and I shall ask the mayor for it."),
    ]
    lines = [mark + line for pair in said for mark, line in zip(marks, pair, strict=True)]
    assert "faq" not in labels(LEAD, NEXT, LAST, *heading, *lines)


def test_a_text_that_is_questions_and_answers_from_the_beginning_is_the_report():
    lines = [line for pair in ANSWERED for line in pair]
    assert "faq" not in labels("Trains meet near old harbour: what we know", LEAD, "FAQ", *lines)


def test_questions_as_subheadings_of_an_explainer_are_no_faq():
    assert "faq" not in labels(
        LEAD,
        "What comes next?",
        NEXT,
        "Who pays?",
        LAST,
        "Will it last?",
        "Nobody can tell as yet, experts in the capital said.",
    )


def test_a_digest_above_the_agency_text():
    digest = [
        "Two trains met on a single track near the harbour, the railway company said, and nobody was hurt on Monday.",
        "The company promised an inquiry into signals that had failed twice. Workers cleared the line by noon.",
    ]
    assert labels("Old Harbour", *digest, LEAD, NEXT, LAST, LAST.replace("coal", "ore"), "AFP") == [
        "section", "summary", "summary", "body", "body", "body", "body", "credit",
    ]  # fmt: skip
    signed = [f"PORTVILLE (AFP) - {LEAD}", NEXT, LAST, LAST.replace("coal", "ore"), "AFP"]
    assert labels(HEAD, *digest, *signed)[:4] == ["title", "summary", "summary", "dateline"]
    assert labels(HEAD, digest[0], "The mayor wants a ferry for those who work in the mills beyond.", *signed)[1:3] == [
        "standfirst", "standfirst",
    ]  # fmt: skip


def test_summary_heading():
    assert labels(HEAD, "Key points", "Nobody was hurt in the meeting", "By PORT STAFF", LEAD) == [
        "title", "summary", "summary", "byline", "body",
    ]  # fmt: skip


POINTS = [
    "Two trains met on a single track near the harbour.",
    "Nobody was hurt, the railway company said.",
    "The company promised an inquiry into the signals.",
]


@pytest.mark.parametrize("heading", ["Key points", "Key takeaways:", "In brief", "AI-generated summary"])
@pytest.mark.parametrize("mark", ["", "• ", "- "])
def test_points_under_a_heading_are_a_summary_wherever_they_stand(heading, mark):
    box = [heading, *(mark + point for point in POINTS)]
    assert labels(HEAD, *box, LEAD, NEXT, LAST) == ["title", *["summary"] * 4, *["body"] * 3]
    assert labels(HEAD, LEAD, *box, NEXT, LAST) == ["title", "body", *["summary"] * 4, *["body"] * 2]
    assert labels(HEAD, LEAD, NEXT, LAST, *box) == ["title", *["body"] * 3, *["summary"] * 4]


def test_points_with_bullets_that_open_the_report_are_a_summary():
    assert labels(HEAD, *("• " + point for point in POINTS), LEAD, NEXT, LAST)[1:4] == ["summary"] * 3


def test_what_follows_a_summary_and_is_new_is_no_point():
    other = "The mayor wants a second bridge, which would cost the town twelve million crowns over ten years."
    assert labels(HEAD, LEAD, NEXT, "Key points", *POINTS, other, LAST)[-2:] == ["body", "body"]


def test_what_a_summary_says_of_what_is_to_come_is_part_of_it():
    points = ["Two trains met on a single track near the old harbour.", "An inquiry is to look at the brakes."]
    summary = ["In short:", *points, "What's next?", "The trains are to be towed away on Friday."]
    assert labels(HEAD, *summary, LEAD, NEXT) == ["title", *["summary"] * 5, "body", "body"]
    assert labels(HEAD, LEAD, "What's next?", NEXT, LAST)[2:4] == ["subhead", "body"]


def test_what_stands_far_below_a_summary_is_no_outlook_of_it():
    report = [LEAD, NEXT, LAST, "The mayor asked for a second track.", "The council will hear him in May."]
    told = labels(HEAD, "In short:", "Two trains met near the old harbour.", *report, "What's next?", NEXT[::-1])
    assert told[3:8] == ["body"] * 5
