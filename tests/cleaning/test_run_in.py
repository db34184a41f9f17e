"""The head of an article that runs into its report."""

import pytest
from cleaning.trains import HEAD, kinds

REPORT = (
    "Two trains met on a single track near the old harbour on Monday, and nobody was hurt, the railway company said. "
    "Workers cleared the line by noon. “We saw it coming,” said Ada Quill of the harbour office. "
    "The mayor has asked for a second track for ten years."
)


@pytest.mark.parametrize(
    "facts",
    [
        [("byline", "By Ada Quill"), ("date", "March 4, 2021")],
        [("byline", "By Ada Quill"), ("date", "March 4, 2021"), ("dateline", "PORTVILLE —")],
        [("byline", "By Ada Quill, Harbour Post"), ("date", "Published: 4 March 2021 16:21 GMT")],
        [("byline", "By Ada Quill and Bo Dahl"), ("dateline", "PORTVILLE, Ruritania (AP) —")],
        [("date", "4 March 2021"), ("byline", "By Ada Quill"), ("date", "Updated 5 March 2021")],
        [("date", "Published March 4, 2021"), ("date", "Last updated on March 5, 2021 at 4:15 pm")],
        [("dateline", "PORTVILLE, March 4 (Reuters) -")],
        [("dateline", "PORTVILLE —")],
        [("date", "Published: 4 March 2021 | 08:30"), ("byline", "By Ada Quill, Harbour Post")],
    ],
)
def test_headline_and_facts_in_one_line_with_the_report(facts):
    text = " ".join([HEAD, *(printed for _, printed in facts), REPORT])
    assert kinds(text) == [("title", HEAD), *facts, ("body", REPORT)]


def test_separators_between_the_facts():
    text = f"{HEAD} | By Ada Quill | March 4, 2021 | {REPORT}"
    assert [k for k in kinds(text) if k[0] != "furniture"] == [
        ("title", HEAD),
        ("byline", "By Ada Quill"),
        ("date", "March 4, 2021"),
        ("body", REPORT),
    ]


def test_a_headline_that_is_known_or_repeated():
    assert kinds(f"{HEAD} {REPORT}", HEAD) == [("title", HEAD), ("body", REPORT)]
    assert kinds(f"{HEAD} {HEAD} {REPORT}") == [("title", HEAD), ("title", HEAD), ("body", REPORT)]
    assert kinds(f"{HEAD} March 4, 2021 {REPORT}", HEAD)[:2] == [("title", HEAD), ("date", "March 4, 2021")]
    assert kinds(f"{HEAD} By Ada Quill {REPORT}", HEAD)[:2] == [("title", HEAD), ("byline", "By Ada Quill")]


def test_facts_that_open_the_line():
    assert kinds(f"By Ada Quill {REPORT}") == [("byline", "By Ada Quill"), ("body", REPORT)]
    text = f"By Ada Quill March 4, 2021 {REPORT}"
    assert kinds(f"{HEAD}\n\n{text}") == [
        ("title", HEAD),
        ("byline", "By Ada Quill"),
        ("date", "March 4, 2021"),
        ("body", REPORT),
    ]


def test_sentences_in_front_of_the_byline_stay():
    digest = "Nobody is hurt as two trains stop. The line is shut."
    assert kinds(f"{digest} By Ada Quill March 4, 2021 {REPORT}") == [
        ("body", digest),
        ("byline", "By Ada Quill"),
        ("date", "March 4, 2021"),
        ("body", REPORT),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "The line was shut by Ada Quill on March 4, 2021 for want of passengers and opened again in April.",
        "By Monday Night the trains ran again.",
        "On 4 March 2021 the harbour line was opened.",
        "March 4, 2021, was the day on which the trains met.",
        "Trains meet near old harbour By Ada Quill March 4, 2021 as the sun sets.",
        "The trains of the BRITISH RAIL — a name the company still bears — met on Monday.",
        "It was the first meeting in the TOWN HALL — and the last.",
        "A report, published on 4 March 2021, told the company to mend its signals.",
        "Trains meet near old harbour By Ada Quill and all who saw it Nobody was hurt.",
    ],
)
def test_what_shows_no_end_of_a_head_stays(opening):
    text = f"{opening} {REPORT}"
    assert kinds(text) == [("body", text)]


def test_a_known_headline_that_is_the_beginning_of_the_lead_stays():
    text = f"{HEAD} every day. {REPORT}"
    assert kinds(text, HEAD) == [("body", text)]


@pytest.mark.parametrize(
    "text",
    [
        f"PORTVILLE (Reuters) - The carrier Sallow Line ( SLOW.PA ) has named two banks. {REPORT}",
        f"PORTVILLE (Reuters) - Sallow Line said LONDON (Reuters) - Shares of ferries fell. {REPORT}",
        f"(Reuters) - Fares rose in June, and NEW PORT (Reuters) - Sallow Line sank. {REPORT}",
    ],
)
def test_a_report_that_opens_with_its_dateline_has_no_head(text):
    assert [kind for kind, _ in kinds(text)] == ["dateline", "body"]


def test_a_note_of_the_agency_before_the_byline_is_no_headline():
    text = f"(Corrects number of trains in third paragraph) By Ada Quill NEW PORT (Reuters) - {REPORT}"
    assert kinds(text) == [
        ("furniture", "(Corrects number of trains in third paragraph)"),
        ("byline", "By Ada Quill"),
        ("dateline", "NEW PORT (Reuters) -"),
        ("body", REPORT),
    ]


def test_a_dateline_begins_with_the_first_of_its_capitals():
    assert kinds(f"(Adds fares, other dateline) NEW PORT, May 4 (Reuters) - {REPORT}")[:2] == [
        ("furniture", "(Adds fares, other dateline)"),
        ("dateline", "NEW PORT, May 4 (Reuters) -"),
    ]
    assert kinds(f"{HEAD} NEW PORT (Reuters) - {REPORT}")[:2] == [("title", HEAD), ("dateline", "NEW PORT (Reuters) -")]
    text = f"Fares rose in June at both harbours and NEW PORT (Reuters) - {REPORT}"
    assert kinds(text) == [("body", text)]
