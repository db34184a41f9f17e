import pytest
from cleaning.trains import HEAD, LAST, LEAD, NEXT, kinds, labels

from samestory.cleaning.byline import find_byline, is_post
from samestory.cleaning.credit import known_agencies


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("By Ada Quill", "by_line"),
        ("by: Ada Quill and Jon Amber", "by_line"),
        ("Author: Ada Quill", "by_line"),
        ("By Ada Quill, transport correspondent", "by_line"),
        ("By ADA QUILL and JON AMBER, staff writers", "by_line"),
        ("By Ada Quill, who covers the railways", "by_line"),
        ("Written by Ada Quill, senior reporter at the Harbour Post", "by_line"),
        ("Ada Quill, transport correspondent", "names_and_post"),
        ("Ada Quill | Transport editor", "names_and_post"),
        ("By our own correspondent in Portville", "names_and_post"),
        ("Ada Quill, Associated Press", "names_and_agency"),
        ("Staff and agencies", "nameless"),
        ("From wire reports", "nameless"),
        ("Ada Quill and agencies", "names_and_agency"),
        ("Ada Quill reports from Portville and Old Fenwick", "names_and_place"),
        ("Ada Quill reports from the harbour", None),
        ("Exclusive by Ada Quill, Industry Editor", "by_line"),
        ("Harbour News Desk | Edited by: Ada Quill", "by_line"),
        ("Von Ada Quill", "by_line_abroad"),
        ("Von Ada Quill und Bo Dahl, Portville", "by_line_abroad"),
        ("Par Ada Quill et Bo Dahl (Portville)", "by_line_abroad"),
        ("Por Ada Quill, em Portville", "by_line_abroad"),
        ("Di Ada Quill", "by_line_abroad"),
        ("Door Ada van der Quill", "by_line_abroad"),
        ("Von der Küste bis in die Berge", None),
        ("Por qué Portville espera", None),
        ("Par la mer", None),
        ("Av åtta överlevande", None),
        ("Por último él", None),
        ("By Monday the trains were running as before on every line", None),
        ("By then reporters had seen the trains", None),
        ("Ada Quill named transport editor", None),
        ("Old harbour line opens, says editor", None),
    ],
)
def test_lines_that_name_the_author(line, rule):
    assert find_byline(line, known_agencies()) == rule


def test_a_post_alone():
    assert is_post("Transport correspondent")
    assert is_post("Reporter in Portville")
    assert not is_post("Trains meet near old harbour")


def test_a_byline_below_a_heading_signs_what_it_heads():
    box = ["A town stands still", "By Ada Quill, Harbour Post, Portville", LAST]
    assert labels(HEAD, LEAD, *box, NEXT) == ["title", "body", "subhead", "byline", "body", "body"]
    assert labels(HEAD, LEAD, "By Ada Quill, Harbour Post, Portville", LAST, NEXT)[1] == "standfirst"


def test_a_name_and_a_post_without_a_mark_between_them():
    assert labels(HEAD, "Ada Quill Transport editor", LEAD, NEXT)[1] == "byline"


def test_a_post_under_the_name_belongs_to_the_byline():
    head = [HEAD, "By Ada Quill", "Transport correspondent", "4 March 2021"]
    assert labels(*head, LEAD, NEXT) == ["title", "byline", "byline", "date", "body", "body"]
    assert labels(HEAD, "By Ada Quill, transport correspondent", LEAD, NEXT)[1] == "byline"


def test_bylines_and_dates_in_other_languages():
    head = "Züge begegnen sich am alten Hafen"
    lead = "Zwei Züge sind sich am Montag am alten Hafen auf einem Gleis begegnet, verletzt wurde niemand."
    assert labels(head, "Von Ada Quill", "Donnerstag, 4. März 2021, 16:21 Uhr", lead) == [
        "title", "byline", "date", "body",
    ]  # fmt: skip
    assert kinds(f"{head}\n\nPar Ada Quill | 4 mars 2021\n\n{lead}")[1] == ("byline", "Par Ada Quill")
    # A title or a name in English makes no English text.
    quoted = (
        "Der Bürgermeister sprach von „End of the Line“, einem Lied, das an diesem Tag alle im Kopf hatten, und ging."
    )
    below = lead.replace("zwei", "drei")
    assert labels(head, "Von Ada Quill und Bo Dahl", lead, quoted, below)[1] == "byline"

    assert labels(HEAD, LEAD, "Par Three Course Reopens", NEXT)[1] == "body"
    assert labels("Di Maria Scores Twice", LEAD, NEXT)[0] == "title"


def test_the_paper_behind_a_mark_is_no_part_of_the_byline():
    assert kinds(f"{HEAD}\n\nBy Ada Quill | Harbour Post | March 4, 2021\n\n{LEAD}\n\n{NEXT}")[1:4] == [
        ("byline", "By Ada Quill"),
        ("section", "| Harbour Post |"),
        ("date", "March 4, 2021"),
    ]


def test_a_post_and_an_address_below_a_name():
    head = [HEAD, "Ada Quill", "Valley correspondent", "@adaquill"]
    assert kinds("\n\n".join([*head, LEAD, NEXT]))[1:4] == [("byline", line) for line in head[1:]]


def test_an_agency_in_capitals_is_a_byline():
    assert labels(HEAD, "THE ASSOCIATED PRESS", LEAD, NEXT)[1] == "byline"


@pytest.mark.parametrize(
    "employer",
    [
        "Harbour News, Portville",
        "Harbour World, Portville",
        "Harbour Wire",
        "Old Harbour Press Agency",
        "Special to the Post",
    ],
)
def test_who_employs_the_author_stands_below_the_name(employer):
    assert labels(HEAD, "By Ada Quill", employer, LEAD, NEXT)[1:3] == ["byline", "byline"]


def test_who_edited_an_article_may_sign_it():
    assert labels(HEAD, "Edited by: Ada Quill", LEAD, NEXT)[1] == "byline"


def test_a_post_and_an_address_stand_below_the_author():
    assert labels(HEAD, "Ada Quill", "News reporter @adaquill", LEAD, NEXT)[2] == "byline"


@pytest.mark.parametrize("line", ["Harbour Post | By Ada Quill", "By Ada Quill", "Ada Quill, Reporter"])
def test_addresses_stand_below_the_author(line):
    assert labels(HEAD, line, "@adaquill ada.quill@post.example", LEAD, NEXT)[1:3] == ["byline", "byline"]


def test_the_title_of_a_film_is_no_second_byline():
    assert labels(HEAD, "Harbour Floods Ferry in Portville", "By Ada Quill", LEAD, NEXT)[1] == "section"


@pytest.mark.parametrize("place", ["Reporting from Portville", "in Old Portville"])
def test_where_one_writes_from_stands_below_the_author(place):
    assert labels(HEAD, "By Ada Quill", place, LEAD, NEXT)[2] == "byline"
