"""Links to other stories and offers amid the report."""

import time

import pytest
from cleaning.trains import HEAD, LAST, LEAD, NEXT, kinds, labels

GUIDES = ["- A SHORT GUIDE: How do I get home?", "- LOOK-UP TOOL: Trains today", "- VIDEO: The two trains"]


@pytest.mark.parametrize(
    "line",
    [
        "HARBOUR LINE TO CLOSE FOR REPAIRS UNTIL SUMMER",
        "Harbour wall to be raised a second time [VIDEO]|",
        "Why the old harbour silts up [IN DEPTH]",
    ],
)
def test_a_line_in_capitals_or_with_a_tag_is_a_link(line):
    assert labels(HEAD, LEAD, line, NEXT) == ["title", "body", "furniture", "body"]


def test_a_short_line_in_capitals_is_a_subheading():
    assert labels(HEAD, LEAD, "SIGNALS FAILED TWICE", NEXT) == ["title", "body", "subhead", "body"]


def test_a_remark_in_brackets_that_is_no_tag_stays():
    assert labels(HEAD, LEAD, "The mayor spoke of “a warning to [us]” and left the harbour early that day.", NEXT) == [
        "title", "body", "body", "body",
    ]  # fmt: skip


def test_a_list_of_labels_is_one_of_links_where_one_is_known_as_a_link():
    assert labels(HEAD, LEAD, *GUIDES, NEXT) == ["title", "body", *["furniture"] * 3, "body"]
    facts = ["- WHERE: The old harbour", "- WHEN: Monday morning", "- WHO: Two trains and 40 passengers"]
    assert "furniture" not in labels(HEAD, LEAD, *facts, NEXT)


MORE = "The company has three more lines in the valley, and all of them have the signals that failed on Monday."
LINK = "Ferry company to lay up half its boats"


@pytest.mark.parametrize("heading", ["READ MORE", "Related article", "Lesen Sie auch", "In case you missed it:"])
def test_a_line_under_a_heading_of_links_is_one_wherever_it_stands(heading):
    for report in ([LEAD, heading, LINK, NEXT, LAST, MORE], [LEAD, NEXT, LAST, heading, LINK, MORE]):
        at = report.index(heading)
        assert labels(HEAD, *report)[at + 1 : at + 4] == ["furniture", "furniture", "body"]


@pytest.mark.parametrize("heading", ["Most viewed in World", "Also on Harbour Radio", "Recommended from Editorial"])
def test_a_heading_of_links_may_name_the_section_or_the_paper(heading):
    listed = [f"• {LINK}", "• Mayor wants a second track"]
    assert labels(HEAD, LEAD, NEXT, LAST, heading, *listed)[-3:] == ["furniture"] * 3
    assert labels(HEAD, LEAD, NEXT, LAST, f"{heading} the trains were told of last week.")[-1] == "body"


@pytest.mark.parametrize("heading", ["Also in the hall", "More in need", "Latest from the scene"])
def test_a_heading_of_a_part_of_the_report_is_none_of_links(heading):
    below = ["The crews had no coffee, and the hall was cold all night.", "At six the sun rose over the harbour."]
    assert labels(HEAD, LEAD, NEXT, LAST, MORE, heading, *below)[-3:] == ["subhead", "body", "body"]


def test_a_heading_that_goes_on_heads_nothing():
    line = "Related: Trains met here before, and nobody has learned"
    assert labels(HEAD, LEAD, line, "A town that stands still", NEXT)[2:4] == ["furniture", "subhead"]


def test_counters_stand_between_the_links_of_a_list():
    listed = ["list of 2 items", "list 1 of 2", LINK, "list 2 of 2", "Mayor wants a second track", "end of list"]
    assert labels(HEAD, LEAD, "Recommended Stories", *listed, NEXT) == ["title", "body", *["furniture"] * 7, "body"]


def test_the_name_of_a_section_stands_above_a_link():
    assert labels(HEAD, LEAD, "Recommended", "Politics News", LINK, NEXT)[2:5] == ["furniture"] * 3
    assert labels(HEAD, LEAD, "Recommended", LINK, "Signals failed", NEXT)[4] == "subhead"


def test_buttons_and_numbers_stand_between_the_links_of_a_list():
    links = ["Ferryman, 82, rows to work again", "Harbour finds £1m chart under 20 coats of paint"]
    box = ["RELATED ARTICLES", "Previous", "1", "2", "Next", *links]
    assert labels(HEAD, LEAD, *box, NEXT, LAST) == ["title", "body", *["furniture"] * 7, "body", "body"]
    numbered = [f"{number}. {link}" for number, link in enumerate(links, 1)]
    assert labels(HEAD, LEAD, "Most read", *numbered, NEXT, LAST)[2:5] == ["furniture"] * 3


def test_a_link_may_ask():
    box = ["Related stories", "Who owns the old harbour?", LINK]
    assert labels(HEAD, LEAD, *box, NEXT, LAST)[2:6] == ["furniture"] * 3 + ["body"]


def test_a_blank_line_ends_a_list_set_without_them():
    text = "\n\n".join(
        [HEAD, LEAD, f"Related stories\n{LINK}\nMayor wants a second track", "Signals that failed twice", NEXT]
    )
    assert [kind for kind, _ in kinds(text)] == ["title", "body", *["furniture"] * 3, "subhead", "body"]


def test_what_an_offer_says_below_it():
    more = "Our morning mail says what moves on the line and why it is late"
    box = ["Sign up to First Train", "Free daily newsletter", more]
    assert labels(HEAD, LEAD, *box, NEXT, LAST) == ["title", "body", *["furniture"] * 3, "body", "body"]
    assert labels(HEAD, LEAD, box[0], "A town stands still", NEXT)[2:4] == ["furniture", "subhead"]


def test_topics_below_the_report_are_links():
    topics = ["Explore more on these topics", "Trains", "Harbours", "Railway companies", "Reuse this content"]
    assert labels(HEAD, LEAD, NEXT, *topics)[3:] == ["furniture"] * 5


def test_headings_of_other_stories_one_below_the_other_take_no_time():
    started = time.process_time()
    found = labels(HEAD, LEAD, NEXT, LEAD + " Twice.", *["Most read", "Ferry runs late again"] * 5_000)
    assert found.count("furniture") == 10_000
    assert time.process_time() - started < 5


def test_a_heading_in_capitals_may_name_the_subject_of_the_links():
    links = ["FOGGED IN Ferry company to lay up half its boats", "ALL ABOARD Old steamer to sail again"]
    heads = "READ MORE ON OLD HARBOURS"
    assert labels(HEAD, LEAD, heads, *links, NEXT, LAST, MORE)[2:6] == [*["furniture"] * 3, "body"]
    assert labels(HEAD, LEAD, heads.capitalize(), "A town stands still", NEXT, LAST, MORE)[2:4] == [
        "furniture", "subhead",
    ]  # fmt: skip


def test_a_heading_of_links_may_name_a_section_in_small_letters():
    report = [HEAD, LEAD, NEXT, LAST, MORE, f"{NEXT} It takes a year."]
    assert labels(*report, "Latest from business", LINK, f"{LEAD} So it ended.")[-3:] == [
        "furniture",
        "furniture",
        "body",
    ]


def test_questions_may_be_links():
    assert labels(HEAD, LEAD, NEXT, LAST, "You may also be interested in:", "Who is Ada Quill?")[-2:] == [
        "furniture", "furniture",
    ]  # fmt: skip
