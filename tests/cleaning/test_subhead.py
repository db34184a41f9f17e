"""Lines among the report's paragraphs."""

import pytest
from cleaning.trains import HEAD, LAST, LEAD, NEXT, labels


def test_subheadings():
    assert labels(HEAD, LEAD, "– Signals failed –", NEXT, "‘Acts of neglect", LAST) == [
        "title", "body", "subhead", "body", "subhead", "body",
    ]  # fmt: skip


def test_a_byline_amid_the_report_is_no_subheading():
    box = ["A town stands still", "By Ada Quill, Harbour Post, Portville"]
    report = [LEAD, NEXT, LAST, f"{LAST} Nothing is planned.", f"{NEXT} It will take a year."]
    assert labels(HEAD, *report, *box, "The harbour has known worse days than this one, its pilot says.")[6:] == [
        "subhead", "byline", "body",
    ]  # fmt: skip


@pytest.mark.parametrize("time", ["10 p.m.", "4:14 p.m. ET", "16.20 GMT"])
def test_the_time_of_an_entry_heads_it(time):
    assert labels(HEAD, LEAD, time, NEXT) == ["title", "body", "subhead", "body"]


def test_lines_of_a_list_are_no_subheadings():
    assert labels(LEAD, "Killed: 0", "Hurt: 0", "Trains: 2", "Tracks: 1", NEXT) == ["body"] * 6


MORE = "The company has three more lines in the valley, and all of them have the signals that failed on Monday."


def test_short_questions_head_what_stands_below_them():
    one = [HEAD, LEAD, "What went wrong?", NEXT, LAST]
    assert labels(*one)[2] == "subhead"
    two = [HEAD, LEAD, "Were the trains too fast?", NEXT, "Will the line be closed?", LAST, MORE, f"{MORE} So it says."]
    assert [labels(*two)[2], labels(*two)[4]] == ["subhead", "subhead"]


@pytest.mark.parametrize(
    "question", ["But will it hold?", "How is that possible?", "“What went wrong?”", "Why?", "Is it safe?"]
)
def test_a_question_that_goes_on_from_above_is_running_text(question):
    assert labels(HEAD, LEAD, question, NEXT, LAST)[2] == "body"


def test_the_questions_of_an_interview_are_no_subheadings():
    interview = ["What did you see?", NEXT, "What did you do?", LAST, "Who came first?", MORE]
    assert "subhead" not in labels(HEAD, LEAD, *interview)


def test_the_questions_of_an_explainer_are_subheadings():
    explainer = ["What went wrong?", NEXT, "What do we know?", LAST, "Will the line be closed?", MORE]
    assert labels(HEAD, LEAD, *explainer) == ["title", "body", *["subhead", "body"] * 3]
    answers = [f"I saw it from the pier. {NEXT}", f"We shall see. {LAST}", MORE]
    told = [line for pair in zip(explainer[::2], answers, strict=True) for line in pair]
    assert "subhead" not in labels(HEAD, LEAD, *told)


def test_a_short_line_that_ends_in_a_month_may_be_a_subheading():
    assert labels(HEAD, LEAD, "Ada Quill faces trial in Portville in March", NEXT)[2] == "subhead"
    assert labels(HEAD, LEAD, "Second hearing to be held in March", NEXT)[2] == "subhead"
    assert labels(HEAD, LEAD, "Ada Quill in Portville will plead in March", NEXT)[2] == "subhead"


def test_a_longer_line_is_a_subheading_only_where_it_stands_apart():
    line = "Signals that failed twice before the trains met on one track"
    assert labels(HEAD, LEAD, line, NEXT)[2] == "subhead"
    assert labels(HEAD, f"{LEAD}\n{line}", NEXT)[2] == "caption"


def test_a_short_line_above_a_photo_credit_is_a_caption():
    assert labels(HEAD, LEAD, "Workers clear the line", "Image: Harbour Board", NEXT)[2:4] == ["caption", "caption"]
    assert labels(HEAD, LEAD, "Signals failed", f"Photo: Bo Dahl {NEXT}", LAST)[2] == "subhead"


def test_a_subheading_may_open_a_quotation():
    assert labels(HEAD, LEAD, "“A town stands still", NEXT)[2] == "subhead"


def test_two_subheadings_in_a_row_are_no_list():
    assert labels(HEAD, LEAD, "Signals failed", "A town stands still", NEXT)[2:4] == ["subhead", "subhead"]


def test_where_questions_head_the_parts_so_does_one_above_a_short_answer():
    parts = ["What went wrong?", NEXT, "Who was on board?", LAST, "When did it happen?", "That is not clear.", MORE]
    assert labels(HEAD, LEAD, *parts)[2:] == ["subhead", "body"] * 3 + ["body"]


def test_questions_may_be_numbered():
    parts = ["1. What went wrong?", NEXT, "2. Who was on board?", LAST]
    assert labels(HEAD, LEAD, *parts)[2:] == ["subhead", "body", "subhead", "body"]


def test_a_question_that_somebody_answers_at_once_is_running_text():
    answer = "“We saw it coming for years, and nobody listened to us,” said Ada Quill."
    assert labels(HEAD, LEAD, "What went wrong?", answer, NEXT)[2] == "body"


def test_one_of_two_questions_that_goes_on_from_above_heads_nothing():
    asked = ["But were the trains too fast?", NEXT, "Will the line be closed?", LAST, MORE, f"{MORE} So it says."]
    assert "subhead" not in labels(HEAD, LEAD, *asked)


@pytest.mark.parametrize("line", ["“A town in the dark”", '"A town in the dark"'])
def test_a_subheading_may_be_a_quotation(line):
    assert labels(HEAD, LEAD, line, NEXT)[2] == "subhead"
    assert labels(HEAD, LEAD, f"{line[:-1]}.{line[-1]}", NEXT)[2] == "body"


def test_a_question_that_names_a_thing_heads_what_stands_below():
    assert labels(HEAD, LEAD, "A clear signal?", NEXT, LAST)[2] == "subhead"
    for question in ("A mistake?", "A signal that was clear?", "No way out of this?"):
        assert labels(HEAD, LEAD, question, NEXT, LAST)[2] == "body"


def test_where_other_parts_have_headings_a_question_may_point_back():
    assert labels(HEAD, LEAD, "Is it safe?", NEXT, "Signals failed", LAST)[2] == "subhead"


def test_who_speaks_in_a_film_on_the_matter_of_the_headline_is_a_caption():
    for line in ("Ada Quill, harbour master, on the trains near the old harbour", "Bo Dahl on trains that meet"):
        assert labels(HEAD, LEAD, line, NEXT)[2] == "caption"
    for line in ("Ada Quill on trial", "Ada Quill on what comes next", "Bo Dahl on the harbour"):
        assert labels(HEAD, LEAD, line, NEXT)[2] == "subhead"
