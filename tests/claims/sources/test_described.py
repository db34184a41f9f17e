"""Whom a description stands for."""

import pytest


def last_name(statements, *paragraphs):
    rows = statements(*([text] for text in paragraphs))[1]
    return rows[-1]["source_canonical"], rows[-1]["source_evidence"]


@pytest.mark.parametrize(
    ("told", "mention"),
    [
        ("Bo Dahl, a roof thatcher and plumber, ran from the quay.", "The plumber"),
        ("Bo Dahl, 52, ran from the quay.", "The 52-year-old"),
        ("Bo Dahl, 52, a ship welder, ran from the quay.", "The welder"),
        ("Bo Dahl (52) ran from the quay.", "The 52-year-old"),
        ("Everybody saw how ship welder Bo Dahl ran from the quay.", "The welder from nearby Upton"),
    ],
)
def test_a_description_is_the_person_with_whom_it_was_printed(told, mention, statements):
    assert last_name(statements, told, f"{mention} said the pier had gone.") == ("Bo Dahl", "fuller_role")


@pytest.mark.parametrize(
    ("told", "mention", "name"),
    [
        # Two of one trade or age, another trade, another age, nobody who is told of, an office held elsewhere.
        ("Bo Dahl, a welder, and Ann Lee, a welder, ran.", "The welder", "welder"),
        ("Bo Dahl, 52, and Ann Lee, 52, ran.", "The 52-year-old", "52-year-old"),
        ("Bo Dahl, a welder, ran.", "The plumber", "plumber"),
        ("Bo Dahl, a bus driver, ran.", "The tram driver", "tram driver"),
        ("Bo Dahl, 52, ran.", "The 25-year-old", "25-year-old"),
        ("Bo Dahl, a tall man, ran.", "The man", "man"),
        ("Bo Dahl, a welder, ran.", "A welder", "welder"),
        ("The talks with Tarnish President Bo Dahl are over.", "The president", "president"),
    ],
)
def test_a_description_that_fits_none_or_several_stays(told, mention, name, statements):
    assert last_name(statements, told, f"{mention} said the pier had gone.") == (name, "printed")


def test_the_president_is_the_one_who_has_spoken(statements):
    told = "Tarnish President Bo Dahl said the talks were over.", "The president said he was glad."
    assert last_name(statements, *told)[0] == "Bo Dahl"
