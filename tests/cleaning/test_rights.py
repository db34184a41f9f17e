"""Copyright lines, of the report and of its pictures."""

import pytest
from cleaning.trains import HEAD, LAST, LEAD, NEXT, kinds, labels


@pytest.mark.parametrize("line", ["© Reuters", "Copyright PA Media", "© Ada Quill", "PA Images", "(c) AFP Photo"])
def test_above_the_report_a_copyright_line_is_that_of_a_picture(line):
    assert labels(HEAD, line, LEAD, NEXT)[:2] == ["title", "caption"]
    assert labels(HEAD, "By Ada Quill", "The trains on the old track", line, LEAD)[2:4] == ["caption", "caption"]


@pytest.mark.parametrize("line", ["© 2021 Harbour Post", "Copyright Harbour Post. All rights reserved."])
def test_above_the_report_the_copyright_line_of_the_page_is_furniture(line):
    assert labels(HEAD, line, LEAD, NEXT)[:2] == ["title", "furniture"]


def test_a_copyright_line_of_an_agency_amid_the_report_is_that_of_a_picture():
    assert labels(HEAD, LEAD, "Copyright PA Media", NEXT, LAST)[2] == "caption"
    assert labels(HEAD, LEAD, NEXT, LAST, "Copyright PA Media")[4] == "credit"
    assert labels(HEAD, LEAD, "© 2021 AFP. All rights reserved.", NEXT, LAST)[2] == "credit"


def test_running_text_may_have_the_copyright_line_of_a_picture_behind_it():
    line = "The two trains stood near the old harbour on Monday. © PA Images"
    assert kinds("\n\n".join([HEAD, LEAD, NEXT, line]))[-1] == ("caption", line)


def test_a_report_that_speaks_of_copyright_is_no_copyright_line():
    for line in (
        "Copyright law was at the heart of the dispute over the two trains, the judge said on Monday in the old town.",
        "Copyright holders have sued the railway company over the music that is played in its trains at night.",
    ):
        assert labels(HEAD, line, LEAD, NEXT) == ["title", "body", "body", "body"]
        assert labels(HEAD, LEAD, line, NEXT) == ["title", "body", "body", "body"]
