"""Phrases that tell on whose word a thing stands: "if you believe X", "by the union's count"."""

import pytest


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The pumps stopped even earlier if you believe the crew.", "the crew", "The pumps stopped even earlier"),
        ("If you believe Upton, the pumps ran all night.", "Upton", "the pumps ran all night"),
        ("The pumps ran all night, if the board is to be believed.", "the board", "The pumps ran all night"),
        ("If the two divers are to be believed, the lock is sound.", "the two divers", "the lock is sound"),
        ("By the board's own reckoning 40 barges were late.", "the board", "40 barges were late"),
        ("Some nine barges were lost by Apple Wharf's count.", "Apple Wharf", "Some nine barges were lost"),
        ("On the ministry's latest figures, 40 barges were late.", "the ministry", "40 barges were late"),
        ("Some 40 barges were late, by the dockers' estimate.", "the dockers", "Some 40 barges were late"),
        ("The lock is unsafe, in her view.", "her", "The lock is unsafe"),
        ("According to Ann Lee it began when a rope broke.", "Ann Lee", "it began when a rope broke"),
        ("According to two clerks, who feared for their jobs, the lock was shut.", "two clerks", "the lock was shut"),
    ],
)
def test_on_whose_word_a_thing_stands(text, source, content, only):
    row = only([text])
    assert (row["source"], row["content"]) == (source, content)


def test_an_aside_parts_what_somebody_is_to_be_believed_on(only):
    row = only(["It began at noon with, if you believe Upton, a rope that had gone wrong."])
    assert (row["source"], row["parts"]) == ("Upton", "[[0, 21], [45, 71]]")


def test_what_a_number_was_before_is_no_part_of_the_source(only):
    row = only(["Two people are missing, according to the Red Cross, down from 11."])
    assert row["source"] == "the Red Cross"


def test_what_follows_a_colon_behind_the_source_is_its_content_too(only):
    row = only(["More than 70 are homeless, according to the Red Cross: 40 in Upton and 30 in Apple Wharf."])
    assert row["source"] == "the Red Cross"
    assert row["parts"] == "[[0, 25], [55, 88]]"


@pytest.mark.parametrize(
    "text",
    [
        "If you believe the lock is shut, go home.",
        "The lock leaked by Ann's boat.",
        "The union lost count of the boats.",
    ],
)
def test_what_is_on_nobodys_word(text, sources):
    assert [rule for rule in sources([text]) if rule[0] not in {"you"}] == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The harbour police raised their count of those aboard to 43.",
            "The harbour police",
            "their count of those aboard to 43",
        ),
        ("Apple Wharf has cut its estimate to 12 barges.", "Apple Wharf", "its estimate to 12 barges"),
        (
            "Apple Wharf, which on Monday night lowered its toll from 14 to 12, fell silent.",
            "which",
            "its toll from 14 to 12",
        ),
        ("The union puts the load at no less than 95 tonnes.", "The union", "the load at no less than 95 tonnes"),
        ("The union was still giving the number of dead as two.", "The union", "the number of dead as two"),
        ("The union has given a figure of 36.", "The union", "of 36"),
        ("Inspectors who went aboard in March listed 60 boats.", "Inspectors who went aboard in March", "60 boats"),
        ("Port records list a visit in May, and three faults.", "Port records", "a visit in May, and three faults"),
        (
            "The number of dead was given as 12 by the union.",
            "the union",
            "The number of dead was given as 12",
        ),
        ("Ann Lee said about 30 boats went out.", "Ann Lee", "about 30 boats went out"),
    ],
)
def test_who_gives_a_number(text, source, content, only):
    row = only([text])
    assert (row["source"], row["content"]) == (source, content)


@pytest.mark.parametrize(
    "text", ["The shop lists 20 houses.", "The union cut its staff to 12.", "A pump raised the flow."]
)
def test_who_gives_no_number(text, sources):
    assert sources([text]) == []


def test_a_name_behind_a_role_there_is_its_bearers(only):
    row = only(["“I count whom I see,” said its coordinator there, Ann Lee."])
    assert row["source"] == "its coordinator there, Ann Lee"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The square has been described as “a pit” and “a maze”.", None, "“a pit” and “a maze”"),
        ("The guard was described as “rash” by the union.", "the union", "“rash”"),
        ("The levy was condemned as a theft.", None, "a theft"),
    ],
)
def test_what_a_thing_is_described_as(text, source, content, only):
    row = only([text])
    assert (row["source"], row["content"]) == (source, content)


def test_a_description_of_a_noun_is_nobodys_word(statements):
    assert statements(["A man described as tall and thin fled."])[1] == []
