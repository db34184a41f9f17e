import pytest

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
