"""Numbers that count nothing."""

import pytest

from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise


def quantities(text):
    return find_quantities([tokenise("d", 0, text)])


@pytest.mark.parametrize(
    "text",
    [
        "The F-16 turned.",
        "Section 230 applies.",
        "It was the 3rd time.",
        "They met in 2014.",
        "Nobody came to Game 7.",
        "",
    ],
)
def test_numbers_in_names_ordinals_and_years_are_no_counts(text):
    assert [row for row in quantities(text) if not row["negated"]] == []


@pytest.mark.parametrize(
    "text",
    [
        "They drew 2-2 in the rain.",
        "They won 3-1 at home.",
        "The office is at 16 Mill Street.",
        "The ASX 200 index opened late.",
        "They trade this half.",
    ],
)
def test_scores_addresses_and_names_hold_no_count(text):
    assert [row["text"] for row in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4/8 The scene at noon.", []),
        ("1/8 The scene at noon.", []),
        ("[1/4] A crew on the pier.", []),
        ("It held 20 000 fans and 1 250 300 seats.", ["20 000 fans", "1 250 300 seats"]),
        ("On flight 12 300 people slept.", ["300 people"]),
        ("It held 13\u00a0852 fans.", ["13\u00a0852 fans"]),
        ("On May 12 400 fans came.", ["400 fans"]),
        ("It beat 12 345 others.", ["12", "345 others"]),
        ("It carried nine boats in 2015/16.", ["nine boats"]),
        ("He won on day eight of the finals.", []),
        ("A land of 4.8 million received nearly three million guests.", ["4.8 million", "nearly three million guests"]),
        ("Use 3/4 cup of milk.", ["3/4 cup"]),
    ],
)
def test_numbers_of_galleries_seasons_and_days_are_no_counts(text, found):
    assert [row["text"] for row in quantities(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "They are in their 30s.",
        "Call 555-0199.",
        "Take exit 12A.",
        "The 9/11 panel met.",
        "No. 10 said so.",
        "The Oakton 49ers won.",
        "He was at Ground Zero, she said.",
        "It was a 5-4 vote.",
        "At one point he fell.",
        "A tale, one of hope.",
        "They jailed the Gang of Four.",
    ],
)
def test_digits_in_names_are_no_counts(text):
    assert quantities(text) == []


def test_the_number_inside_a_word_counts_nothing():
    assert quantities("Mother-of-two Ann Lee won.") == []


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("body", "Channel Nine News said so.", []),
        ("body", "He told Channel Nine so.", []),
        ("title", "Channel Nine said so", []),
        ("title", "Mill Fire Kills Nine, Hurts Ten", ["Nine", "Ten"]),
    ],
)
def test_a_number_in_a_name_counts_nothing(kind, text, found):
    assert [row["text"] for row in find_quantities([tokenise("d", 0, text, kind=kind)])] == found


def test_hundreds_of_figures_are_no_count():
    assert quantities("There were 1" + "0" * 330 + " sailors.") == []


def test_a_row_of_figures_in_threes_is_no_number_without_end():
    assert max(row["high"] for row in quantities("300 " * 200 + "people slept.")) < 1e15


@pytest.mark.parametrize("text", ["1 of 6 | Divers at the weir.", "Photo 2 of 12", "(3 of 4)"])
def test_the_counter_of_a_gallery_is_no_count(text):
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Only one person was there.", ["one person"]),
        ("He told the court that one person was there.", ["one person"]),
        ("It was the only one left.", []),
        ("He said that one was red.", []),
        ("Only one survived.", []),
    ],
)
def test_one_counts_behind_only_and_that_where_a_noun_follows(text, counted):
    assert [row["text"] for row in quantities(text)] == counted


@pytest.mark.parametrize(
    "text",
    [
        "The Norden 310B Sky Wagon rolled.",
        "The Million Lamp Walk ended.",
        "3/8",
        "The office is at 9 Mill Street KLM.",
        "It was a one-on-one lesson.",
        "It was a two-on-two game.",
        "Lamps fell, one striking the deck.",
        "They ought not to hold any public meetings.",
        "They will not endure delays of any kind.",
        "The guards were told not to make any calls.",
        "He wore a pair of leather gloves.",
    ],
)
def test_models_names_and_idioms_hold_no_count(text):
    assert [row["text"] for row in quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In Tarn 20M users left.", [("20M users", 20e6, "user")]),
        ("They bought 9 Mill Street houses.", [("9 Mill Street houses", 9, "Mill Street house")]),
        ("A million lamps burned.", [("A million lamps", 1e6, "lamp")]),
        ("The guards did not hear any shots.", [("any shots", 0, "shot")]),
        ("They do not own any boats.", [("any boats", 0, "boat")]),
        ("They like one-day games.", [("one-day", 1, "day")]),
        ("He stood by a pair of off-duty guards.", [("a pair of off-duty guards", 2, "off-duty guard")]),
    ],
)
def test_what_looks_like_one_may_count(text, found):
    assert [(row["text"], row["low"], row["unit"]) for row in quantities(text)] == found
