"""What stands above the lead besides headline, byline, dateline and captions: dates, sections, standfirsts."""

import pytest
from cleaning.trains import HEAD, LEAD, NEXT, kinds, labels


@pytest.mark.parametrize(
    "line",
    [
        "Sunday 7 March 2021 12:00, The Harbour Post",
        "10.11.2023 14:30",
        "7th March, 6:40pm | Updated 7th March, 9:15pm",
        "07/03/2021 12:00",
        "Published 07/03/2021 at 12:00, updated 07/04/2021 at 9:15",
    ],
)
def test_a_line_of_a_date(line):
    assert labels(HEAD, line, LEAD, NEXT)[1] == "date"


def test_head_with_single_newlines():
    text = "\n".join(
        [
            " date 2021-03-04 Europe / Railways",
            "",
            "Trains meet near old harbour",
            "",
            "Nobody is hurt as two trains stop within sight",
            "",
            "04 March 2021 - 16:21",
            "by Ada Quill",
            "One of the trains on Monday. Picture: JO FRAME/REUTERS",
            "Portville — " + LEAD,
            "",
            NEXT,
        ]
    )
    assert kinds(text) == [
        ("date", "date 2021-03-04"),
        ("section", "Europe / Railways"),
        ("title", "Trains meet near old harbour"),
        ("standfirst", "Nobody is hurt as two trains stop within sight"),
        ("date", "04 March 2021 - 16:21"),
        ("byline", "by Ada Quill"),
        ("caption", "One of the trains on Monday. Picture: JO FRAME/REUTERS"),
        ("dateline", "Portville —"),
        ("body", LEAD),
        ("body", NEXT),
    ]


def test_times_of_day_beside_a_date_are_no_section():
    assert kinds(f"{HEAD}\n\nPublié le 4 mars 2021 à 11h32, mis à jour à 14h05\n\n{LEAD}\n\n{NEXT}")[1][0] == "date"
    assert labels(HEAD, "Publié le 4 mars 2021 à 11h32, mis à jour à 14h05", LEAD, NEXT) == [
        "title",
        "date",
        "body",
        "body",
    ]


@pytest.mark.parametrize(("line", "kind"), [("127", "furniture"), ("near old harbour", "caption"), ("Old", "section")])
def test_short_lines_between_headline_and_lead(line, kind):
    assert labels(HEAD, line, LEAD, NEXT) == ["title", kind, "body", "body"]


def test_lines_below_the_heading_of_a_summary_sum_up():
    points = ["Two trains stop", "Signals failed twice before the two trains met"]
    assert labels(HEAD, "Key points", *points, "By Ada Quill", LEAD, NEXT)[1:4] == ["summary"] * 3


def test_a_text_of_short_lines_is_its_body():
    poem = ["The harbour sleeps", "The trains stand still", "And nobody comes", "To mend the line"]
    assert "section" not in labels(*poem)
    assert labels(HEAD, "Closed on Monday") == ["title", "section"]


@pytest.mark.parametrize("note", ["(Adds quotes from minister, background)", "(Corrects number in second paragraph)"])
def test_the_note_of_an_agency_above_the_report_is_no_standfirst(note):
    assert labels(HEAD, "By Ada Quill", note, LEAD, NEXT)[2] == "furniture"


def test_two_dates_and_their_words_are_one_line_of_facts():
    line = "Posted at 4:50 PM, Mar 03, 2021 and last updated 11:21 PM, Mar 03, 2021"
    assert labels(HEAD, line, LEAD, NEXT)[1:3] == ["date", "body"]


def test_a_path_of_sections_and_the_kind_of_release_are_no_headline():
    path = "Home > Office of the Harbour Master > Press Releases"
    release = [path, HEAD, "Press Statement", "Ada Quill, Harbour Spokesperson", "4 March 2021"]
    assert labels(*release, LEAD, NEXT)[:6] == ["section", "title", "section", "byline", "date", "body"]


def test_points_below_the_headline_are_its_standfirst():
    assert (
        labels(HEAD, "• Nobody hurt", "• Company promises inquiry", "By Ada Quill", LEAD, NEXT)[1:3]
        == ["standfirst"] * 2
    )


def test_what_a_page_offers_may_stand_between_a_standfirst_and_the_author():
    offers = ["Harbour alerts", "Live on", "Your choice", "All our mails"]
    told = "The trains stood on the line until noon, and nobody could leave the harbour by land."
    below = labels(HEAD, told, *offers, "4 March 2021", "By Ada Quill", LEAD, NEXT)
    assert (below[1], below[-4:]) == ("standfirst", ["date", "byline", "body", "body"])


def test_how_long_ago_is_a_fact_of_the_date():
    line = "Published date: 9 March 2021 17:22 GMT | Last update: 6 months 1 week ago"
    assert labels(HEAD, "By Ada Quill", line, LEAD, NEXT)[2] == "date"


def test_a_line_below_the_heading_of_a_summary_is_of_it_though_nothing_says_it_again():
    point = "Ferries run all night until the week is out"
    assert labels(HEAD, "Key points", point, LEAD, NEXT)[1:3] == ["summary", "summary"]


def test_a_line_above_names_without_by_is_a_standfirst():
    line = "Company promises inquiry into signals after second failure"
    assert labels(HEAD, "World | 4 March 2021", line, "Ada Quill in Portville", LEAD, NEXT)[1:] == [
        "section", "date", "standfirst", "byline", "body", "body",
    ]  # fmt: skip


def test_a_mark_between_two_words_of_a_section_is_none_of_them():
    assert labels("News | Ships & Harbours", HEAD, LEAD, NEXT) == ["section", "title", "body", "body"]


def test_what_the_hours_are_called_belongs_to_the_date():
    line = "Sunday 7 March 2021, 22:10 hrs"
    assert kinds("\n\n".join([HEAD, line, LEAD, NEXT]))[1] == ("date", line)


def test_when_a_page_was_changed_is_told_by_the_hour_alone():
    assert labels(HEAD, "Posted 6.30 am | Last updated 9.40 pm", LEAD, NEXT) == ["title", "date", "body", "body"]
    assert labels(HEAD, LEAD, "Departures at 9.40 on both lines", NEXT)[2] == "subhead"
