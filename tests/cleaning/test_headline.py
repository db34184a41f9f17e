"""Which line is the headline."""

import pytest
from cleaning.trains import HEAD, LAST, LEAD, NEXT, kinds, labels


def test_headline_and_report():
    assert labels(HEAD, LEAD, NEXT) == ["title", "body", "body"]


def test_a_text_may_begin_without_headline():
    assert labels(LEAD, NEXT) == ["body", "body"]


def test_a_short_label_is_no_headline():
    assert labels("Old Harbour", LEAD, NEXT) == ["section", "body", "body"]


def test_headline_printed_twice():
    assert labels(HEAD, "Trains Meet Near Old Harbour", LEAD) == ["title", "title", "body"]


@pytest.mark.parametrize(
    "headline",
    [
        "Council votes to close harbour line after two trains meet on single track.",
        "Trains meet near the old harbour as signals fail, and nobody is hurt.",
        "Trains meet near harbour;",
    ],
)
def test_headlines_that_end_in_a_mark(headline):
    lead = LEAD + " The council voted to close the harbour line, where signals fail."
    assert kinds("\n\n".join([headline, lead, NEXT]))[0] == ("title", headline)


def test_a_sentence_completes_a_headline_that_ends_in_a_semicolon():
    standfirst = "The company promises an inquiry into the signals of the line."
    assert labels("Trains meet near harbour;", standfirst, LEAD, NEXT) == ["title", "standfirst", "body", "body"]


@pytest.mark.parametrize("lead", ["The trains met on Monday and the line was shut for a day.", "It rained all night."])
def test_a_short_lead_is_no_headline(lead):
    assert labels(lead, NEXT, LAST)[0] != "title"


def test_the_given_headline_wins():
    assert kinds(f"Railway news from all over\n\nTrains meet\n\n{LEAD}", "Trains meet")[1] == ("title", "Trains meet")


def test_the_name_of_a_kind_of_article_in_front_of_the_headline_is_a_section():
    assert kinds(f"Opinion | {HEAD}\n\n{LEAD}\n\n{NEXT}")[:2] == [("section", "Opinion |"), ("title", HEAD)]
    assert kinds(f"Analysis: {HEAD}\n\n{LEAD}\n\n{NEXT}")[1] == ("title", HEAD)
    assert kinds(f"Portville: {HEAD}\n\n{LEAD}\n\n{NEXT}")[0] == ("title", f"Portville: {HEAD}")
    given = f"Analysis: {HEAD}"
    assert kinds(f"{given}\n\n{LEAD}\n\n{NEXT}", given)[0] == ("title", given)


@pytest.mark.parametrize(
    "line",
    [
        "• Signals fail on harbour line",
        "Trains meet near harbour. Nobody hurt.",
        "Trains meet near harbour &nbsp;",
        '"Two trains met near the old harbour on Monday," says the railway company.',
        "The pilot waits for news of the boats in the fog tonight.",
    ],
)
def test_what_is_no_headline(line):
    assert labels(line, LEAD, NEXT)[0] != "title"


def test_a_whole_sentence_above_a_dateline_is_a_headline():
    line = "It rained all night on the coast and the pilots stayed in town."
    assert labels(line, f"PORTVILLE (AP) — {LEAD}", NEXT)[0] == "title"
    assert labels(line, LEAD, NEXT)[0] == "body"


def test_a_headline_may_hold_a_date():
    assert labels("Harbour line to reopen for goods trains on 4 March 2021", LEAD, NEXT)[0] == "title"


def test_the_headline_of_a_press_release_stands_below_its_letterhead():
    head = ["HARBOUR RAIL OF PORTVILLE", "PRESS RELEASE No. 31/2021", HEAD]
    assert labels(*head, LEAD, NEXT) == ["section", "section", "title", "body", "body"]
    assert labels("Press release sparks a row", HEAD, LEAD, NEXT)[0] == "title"


def test_the_notice_that_an_article_is_old_is_no_headline():
    notice = "This article is more than 1 year old"
    assert labels(notice, HEAD, notice, LEAD, NEXT) == ["furniture", "title", "furniture", "body", "body"]


def test_a_headline_beside_a_section_and_a_date_is_no_line_of_facts():
    line = "Trains meet near the old harbour of Portville | World | 04.03.2021"
    assert labels(line, LEAD, NEXT)[0] == "title"


def test_a_tag_in_brackets_opens_a_headline():
    wire = ["(LEAD) Two trains meet near old harbour", "(ATTN: ADDS details in paras 2-3)"]
    assert labels(*wire, f"PORTVILLE, March 4 (AP) -- {LEAD}", NEXT) == [
        "title", "furniture", "dateline", "body", "body",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "above",
    [
        ["PORTVILLE POST", "Your town, your news since 1871"],
        ["The Portville Post", "All the news of the coast, every day", "News", "Portville"],
        ["The independent voice of the coast"],
        ["Home  News  Sport  Weather  Travel  Podcasts", "Log in"],
        ["Harbour Radio 96.4 FM – more music, more news"],
        ["Rain, eight degrees and high water at noon", "Transport"],
        ["Portville Post", "Established in 1871", "The only daily between the hills and the sea"],
        ["The independent student newspaper of the old harbour", "News"],
        ["Breakfast with Dan and Zoe", "6am - 10am", "Local News"],
        ["Home / Local News / Trains meet near the harbour"],
        ["Weather: rain, 8 degrees | Tides: 4.12am", "Portville Post – the paper that listens"],
    ],
)
@pytest.mark.parametrize("headline", [HEAD, "“Nobody was hurt”: trains meet at the harbour"])
def test_a_slogan_above_the_headline_is_none(above, headline):
    found = kinds("\n\n".join([*above, headline, "By Ada Quill", "4 March 2021", LEAD, NEXT]))
    assert [text for kind, text in found if kind == "title"] == [headline]
    assert {kind for kind, _ in found[: len(above)]} <= {"section", "furniture"}


def test_a_headline_that_plays_with_words_stays_above_its_standfirst():
    line = "A long night for the old signals"
    assert labels(line, HEAD, "By Ada Quill", LEAD, NEXT)[0] == "title"
    assert labels("Your trains, your trouble", "By Ada Quill", HEAD, LEAD, NEXT)[0] == "title"
    assert labels(HEAD, "Your town, your news since 1871", "By Ada Quill", LEAD, NEXT)[0] == "title"
