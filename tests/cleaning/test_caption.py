"""Captions above the report: what tells them from standfirst and lead."""

import pytest
from cleaning.trains import HEAD, LEAD, NEXT, labels


def test_a_sentence_above_a_photo_credit_is_its_caption_where_the_author_stands_above_both():
    scene = "Passengers wait for news outside the old harbour station."
    lead = f"PORTVILLE (AP) — {LEAD}"
    assert labels(HEAD, "By Ada Quill", scene, "Jo Frame/AP", lead, NEXT)[2:4] == ["caption", "caption"]
    assert labels(HEAD, scene, "Jo Frame/AP", lead, NEXT)[1:3] == ["standfirst", "caption"]


@pytest.mark.parametrize(
    "caption", ["The trains after they met (Harbour Board)", "The trains after they met. Bo Dahl/Post"]
)
def test_a_line_below_the_author_that_ends_with_a_name_is_a_caption(caption):
    assert labels(HEAD, "By Ada Quill", caption, LEAD, NEXT)[2] == "caption"
    assert labels(HEAD, caption, "By Ada Quill", LEAD, NEXT)[1] == "standfirst"


def test_a_photographer_and_a_house_alone_below_the_author():
    assert labels(HEAD, "By Ada Quill", "Bo Dahl/Harbour Post", LEAD, NEXT)[2] == "caption"
    assert labels(HEAD, LEAD, "Bo Dahl / Harbour Post", NEXT)[2] == "caption"


def test_a_line_below_author_and_date_is_a_caption_and_between_them_a_standfirst():
    line = "Passengers on the track between the two trains"
    assert labels(HEAD, "By Ada Quill", "4 March 2021", line, LEAD, NEXT)[3] == "caption"
    assert labels(HEAD, "4 March 2021", line, "By Ada Quill", LEAD, NEXT)[2] == "standfirst"


def test_a_sentence_above_a_photo_credit_is_no_lead():
    caption = ["A train leaves Portville, illustrative.", "(photo credit: HARBOUR BOARD)"]
    assert labels(HEAD, "By Ada Quill", *caption, LEAD, NEXT)[2:5] == ["caption", "caption", "body"]
