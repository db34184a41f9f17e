"""What a number counts."""

import pytest

from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise


def quantities(text):
    return find_quantities([tokenise("d", 0, text)])


def only(text):
    (row,) = quantities(text)
    return row


def test_a_unit_is_printed_as_it_stands_behind_its_number():
    assert only("Police said that 12 police officers were hurt.")["unit"] == "police officer"
    assert only("They sent 20 US-led patrols.")["unit"] == "US-led patrol"


def test_us_troops_are_counted_not_us():
    assert only("About 2,500 US troops are there.")["unit"] == "US troop"


@pytest.mark.parametrize("how", ["a day", "per day", "each day", "every day", "every single day", "daily"])
def test_every_way_to_say_per_day_is_one_unit(how):
    row = only(f"The bridge carries 300 lorries {how}.")
    assert (row["text"], row["unit"]) == (f"300 lorries {how}", "lorry per day")


def test_a_conversion_may_stand_before_the_rate():
    rows = quantities("It costs 12 million euros ($14 million) a day.")
    assert [(row["text"], row["unit"]) for row in rows] == [
        ("12 million euros", "euro per day"),
        ("$14 million", "dollar per day"),
    ]


def test_a_sum_is_paid_monthly():
    assert only("The rent is £900 monthly.")["unit"] == "pound sterling per month"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It was sold with 300 pounds sterling.", ["pound sterling"]),
        ("The bag held 4 lbs.", ["pound-mass"]),
        ("The dog weighs 40 pounds.", ["pound-mass"]),
        ("They ate 40 pounds of rice.", ["pound-mass"]),
        ("The ticket costs 40 pounds.", ["pound sterling"]),
        ("She asked for £200 and got 40 pounds a week.", ["pound sterling", "pound sterling per week"]),
        ("She got 40 pounds.", ["pound"]),
    ],
)
def test_pounds_are_money_or_a_weight(text, units):
    assert [row["unit"] for row in quantities(text)] == units


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Twelve schoolchildren sang.", "schoolchild"),
        ("Twelve lifeboatmen sang.", "lifeboatman"),
        ("Twelve lifeboatwomen sang.", "lifeboatwoman"),
    ],
)
def test_a_plural_without_s_has_its_singular(text, unit):
    assert only(text)["unit"] == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Two shot dead at weir", "-"),
        ("90,000 rise against the mayor", "-"),
        ("Thousands march to the weir", "-"),
        ("Two strike leaders held", "strike leader"),
        ("There was no strike", "strike"),
    ],
)
def test_the_verb_of_a_headline_is_not_counted(text, unit):
    assert only(text)["unit"] == unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("She holds two master's diplomas.", ["master's diploma"]),
        ("Ten of the bank's clerks left.", ["-"]),
        ("They met nine Greenlands hikers.", ["Greenlands hiker"]),
        ("It hurt two metals firms.", ["metals firm"]),
        ("Scores of rescue services staff came.", ["rescue services staff"]),
        ("In 12 villages pupils were sent home.", ["village"]),
        ("They won with 17 and 12 points.", ["point", "point"]),
        ("They left in 2014 and 12 clubs closed.", ["club"]),
    ],
)
def test_the_head_of_the_noun_phrase_is_counted(text, units):
    assert [row["unit"] for row in quantities(text)] == units
