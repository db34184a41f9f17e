"""Numbers as intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise


def quantities(text, start=0):
    return find_quantities([tokenise("d", start, text)])


def only(text):
    found = quantities(text)
    assert len(found) == 1, [row["text"] for row in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "comparator", "unit"),
    [
        ("The storm killed 14 people.", 14, 14, "=", "people"),
        ("The storm killed more than 70 people.", 70, None, ">", "people"),
        ("Police counted at least 15 marchers.", 15, None, ">=", "marcher"),
        ("Police held up to seven drivers.", None, 7, "<=", "driver"),
        ("Police held about ninety-four (94) drivers.", 94, 94, "=", "driver"),
        ("The number of drivers held went up to seven.", 7, 7, "=", "driver"),
        ("Fewer than 300 tickets were left.", None, 300, "<", "ticket"),
        ("The bridge cost $2.5 million.", 2_500_000, 2_500_000, "=", "dollar"),
        ("The firm lost €12m last year.", 12_000_000, 12_000_000, "=", "euro"),
        ("Prices rose between 5% and 6% there.", 5, 6, "=", "percentage"),
        ("$4 million is missing.", 4_000_000, 4_000_000, "=", "dollar"),
        ("They spent $89 to $93 billion.", 89e9, 93e9, "=", "dollar"),
        ("Two-thirds of the houses burned.", 2 / 3, 2 / 3, "=", "% house"),
        ("It was a five-year plan.", 5, 5, "=", "year"),
        ("A 60-year-old man was rescued.", 60, 60, "=", "year of age"),
        ("Winds reached 155mph.", 155, 155, "=", "mile per hour"),
        ("Rent is $3,500 a month.", 3500, 3500, "=", "dollar per month"),
        ("One of the boats sank.", 1, 1, "=", "boat"),
        ("Twenty-five thousand homes are dark.", 25_000, 25_000, "=", "home"),
        ("The maker recalled 84,000 children's night lamps.", 84_000, 84_000, "=", "children's night lamp"),
        ("The fire burned 500 workers’ homes.", 500, 500, "=", "workers' home"),
        ("He spoke of ‘20 workers’ today.", 20, 20, "=", "worker"),
        ("He served three years' probation.", 3, 3, "=", "year"),
        ("A third of the harbour's boats sank.", 1 / 3, 1 / 3, "=", "% boat"),
        ("A hundred and twenty sailors were moved.", 120, 120, "=", "sailor"),
        ("A hundred and fifty thousand homes are dark.", 150_000, 150_000, "=", "home"),
    ],
)
def test_a_number_is_an_interval_with_what_it_counts(text, low, high, comparator, unit):
    row = only(text)
    assert row["low"] == (pytest.approx(low, abs=1e-5) if low is not None else None)
    assert row["high"] == (pytest.approx(high, abs=1e-5) if high is not None else None)
    assert (row["comparator"], row["unit"]) == (comparator, unit)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("$4 million is missing.", "$4 million"),
        ("US $4 million is missing.", "US $4 million"),
        ("They lost AU$4 million.", "AU$4 million"),
        ("The loss ($4 million) is small.", "$4 million"),
    ],
)
def test_a_currency_sign_and_its_country_belong_to_the_sum(text, covered):
    row = only(text)
    assert (row["text"], row["start"]) == (covered, text.index(covered))


@pytest.mark.parametrize("word", ["about", "around", "roughly", "some", "nearly", "approximately"])
def test_about_keeps_the_number_and_says_that_it_is_approximate(word):
    row = only(f"There were {word} 2,500 sailors on board.")
    assert (row["low"], row["high"], row["approximate"], row["comparator"]) == (2500, 2500, True, "=")
    assert row["text"] == f"{word} 2,500 sailors"


def test_dozens_is_two_dozen_or_more_and_vague():
    row = only("There have been dozens of bus or train delays.")
    assert (row["low"], row["high"], row["vague"], row["unit"]) == (24, None, True, "bus train delay")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("There were no casualties.", ["casualty"]),
        ("No reported injuries or damage followed.", ["injury", "damage"]),
        ("The blast did not result in any injuries.", ["injury"]),
        ("No one was hurt.", ["person"]),
    ],
)
def test_no_is_zero_and_negated(text, units):
    found = quantities(text)
    assert [row["unit"] for row in found] == units
    assert all((row["low"], row["high"], row["negated"]) == (0, 0, True) for row in found)


@pytest.mark.parametrize(
    "text",
    [
        "It no longer matters.", "No doubt they will.", "It does not matter in any way.", "She had no choice.",
        "The firm had no immediate comment.", "They had no idea.",
    ],
)  # fmt: skip
def test_no_without_a_noun_counts_nothing(text):
    assert quantities(text) == []


def test_a_number_without_a_noun_counts_no_place_or_part_of_those_before():
    *_, ill = quantities("Some 38 people in six states fell ill, and 31 of them were treated.")
    *_, hurt = quantities("Nine people, including three children, died and 40 others were hurt.")
    assert [(row["text"], row["unit"]) for row in (ill, hurt)] == [("31", "people"), ("40 others", "people")]


def test_a_number_without_a_noun_counts_what_the_one_before_counts():
    found = quantities("There were 78 attacks, with 37 in Peru and 41 in Chile.")
    assert [(row["low"], row["unit"], row["scope"]) for row in found] == [
        (78, "attack", None),
        (37, "attack", "in Peru"),
        (41, "attack", "in Chile"),
    ]


@pytest.mark.parametrize(
    ("text", "trend"),
    [("Shares rose 3.5% on Monday.", "up"), ("Shares fell by 12 points.", "down"), ("It costs 3%.", None)],
)
def test_trend(text, trend):
    assert quantities(text)[0]["trend"] == trend


def test_dates_found_elsewhere_are_left_out():
    sentence = tokenise("d", 100, "On May 14 he sold 3 cars.")
    found = find_quantities([sentence], {"d": [(103, 109)]})
    assert [row["text"] for row in found] == ["3 cars"]


@given(st.text(max_size=80), st.integers(0, 1000))
def test_positions_carry_their_text(text, start):
    for row in quantities(text, start):
        assert text[row["start"] - start : row["end"] - start] == row["text"]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("One out of three drivers left.", 1 / 3, "% driver"),
        ("One in five drivers left.", 1 / 5, "% driver"),
        ("Add 1/2 litre of milk.", 0.5, "litre"),
        ("The town has 8 B people.", 8e9, "people"),
        ("It is for children at the age of 5 years.", 5, "year of age"),
    ],
)
def test_shares_and_scales(text, low, unit):
    row = only(text)
    assert (row["low"], row["unit"]) == (pytest.approx(low), unit)


def test_suspended_hyphens_share_a_unit():
    assert [row["unit"] for row in quantities("It has four-, five- and six-cylinder engines.")] == ["cylinder"] * 3


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("It came within half a mile of the rocks.", 0.5, "mile"),
        ("The wait was half an hour.", 0.5, "hour"),
        ("Half a million people marched.", 500_000, "people"),
        ("Some half-dozen boats sank.", 6, "boat"),
        ("The walk took two and a half hours.", 2.5, "hour"),
        ("He lost 2 and a half million dollars.", 2_500_000, "dollar"),
        ("It was a two-and-a-half-year term.", 2.5, "year"),
        ("It is a quarter of a mile away.", 0.25, "mile"),
        ("Half of the drivers left.", 0.5, "% driver"),
        ("The firm had put the number of passengers at 198.", 198, "passenger"),
        ("The number of people hurt in the storm rose to 14.", 14, "people"),
        ("The number of people hurt by the floods in the valley of the Upper Tarn has risen to 14.", 14, "people"),
    ],
)
def test_halves_and_what_is_counted_before_the_number(text, low, unit):
    row = only(text)
    assert (row["low"], row["unit"]) == (low, unit)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One of its three boats sank.", [("One", 1, 1, "boat"), ("three boats", 3, 3, "boat")]),
        ("Exports fell from 5.2% to 4.9%.", [("5.2%", 5.2, 5.2, "percentage"), ("4.9%", 4.9, 4.9, "percentage")]),
        ("One or two rockets fell.", [("One or two rockets", 1, 2, "rocket")]),
        ("Shares fell by more than a fifth.", [("more than a fifth", 0.2, None, "% -")]),
        ("About one in ten fell ill.", [("About one in ten", 0.1, 0.1, "% -")]),
        ("A couple of hundred fans sang.", [("A couple of hundred fans", 200, None, "fan")]),
        ("Not a single shot was fired.", [("Not a single shot", 0, 0, "shot")]),
        ("Thousands fled.", [("Thousands", 2000, None, "-")]),
        ("It was 41C at noon.", [("41C", 41, 41, "degree celsius")]),
        ("They counted 1,000-plus dead.", [("1,000-plus", 1000, None, "-")]),
        ("They lost 10-12 pounds.", [("10-12 pounds", 10, 12, "pound")]),
        ("Prices rose 3 to 4 percent.", [("3 to 4 percent", 3, 4, "percentage")]),
        ("About eight out of 10 agreed.", [("About eight out of 10", 0.8, 0.8, "% -")]),
        ("It was one of his first-ever plays.", [("one of his first-ever plays", 1, 1, "first-ever play")]),
        (
            "Some 90 coal- and gas-fired plants shut.",
            [("Some 90 coal- and gas-fired plants", 90, 90, "coal gas-fired plant")],
        ),
        ("He turned 33 last week.", [("33", 33, 33, "year of age")]),
        ("Six of the nine jurors agreed.", [("Six", 6, 6, "juror"), ("nine jurors", 9, 9, "juror")]),
        ("Ten of the bank's clerks left.", [("Ten", 10, 10, "-")]),
        ("Six of the more than 90 girls ran.", [("Six", 6, 6, "girl"), ("more than 90 girls", 90, None, "girl")]),
        ("It killed one in every 100 birds.", [("one in every 100 birds", 0.01, 0.01, "% bird")]),
        ("It cost Rs 500 crore.", [("Rs 500 crore", 5e9, 5e9, "indian rupee")]),
        ("A 3-month-old boy cried.", [("3-month-old", 3, 3, "month of age")]),
        ("Rent is $80 per sq m.", [("$80 per sq m", 80, 80, "dollar per square metre")]),
    ],
)
def test_what_a_number_takes_with_it(text, found):
    assert [(row["text"], row["low"], row["high"], row["unit"]) for row in quantities(text)] == found


def test_ages_in_a_row():
    found = quantities("Her sons, aged 4, 6 and 9, slept.")
    assert [(row["low"], row["unit"]) for row in found] == [(n, "year of age") for n in (4, 6, 9)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("A woman of 71 has died.", ("71", "year of age")),
        ("A girl of nine has died.", ("nine", "year of age")),
        ("The count is far above the 640 people of the ministry.", ("640 people", "people")),
        ("The victim was a man of 40, they said.", ("40", "year of age")),
        ("Eleven of our clerks were ill.", ("Eleven of our clerks", "clerk")),
        ("Police said 200 people came, while the union put the figure at more than 900.", ("more than 900", "people")),
        ("Three people have died, police said, revising an earlier figure of two.", ("two", "people")),
        ("The bill was passed at a cost of 40.", ("40", "-")),
        ("The number of dead in the fire at the mill has risen to five.", ("five", "people")),
    ],
)
def test_what_a_number_is_of_is_told_by_the_words_before_it(text, last):
    row = quantities(text)[-1]
    assert (row["text"], row["unit"]) == last


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("The dead were men aged between 24 and 61.", 24, 61), ("Her sons, aged 4 to 9, slept.", 4, 9)],
)
def test_a_range_of_ages_counts_nobody(text, low, high):
    row = quantities(text)[-1]
    assert (row["low"], row["high"], row["unit"]) == (low, high, "year of age")


def test_what_exceeds_a_number_is_more():
    row = quantities("The damage is expected to exceed 40 million crowns.")[0]
    assert (row["low"], row["comparator"]) == (40_000_000, ">")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Only 140 of the usual 900 long-distance trains ran.", ["long-distance train"] * 2),
        ("They watched the count at 22 of the city's 180 polling places.", ["polling place"] * 2),
        ("The force has 900 off-duty officers.", ["off-duty officer"]),
    ],
)
def test_what_a_part_and_its_whole_count(text, units):
    assert [row["unit"] for row in quantities(text)] == units


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Not one sailor got away.", "sailor"),
        ("Not one of the sailors got away.", "sailor"),
        ("Not a single sailor got away.", "sailor"),
    ],
)
def test_not_one_is_none(text, unit):
    row = only(text)
    assert (row["low"], row["high"], row["negated"], row["unit"]) == (0, 0, True, unit)


def test_not_one_but_two_are_two():
    assert [(row["low"], row["negated"]) for row in quantities("Not one sailor but two got away.")][-1] == (2, False)
    assert not any(row["negated"] for row in quantities("Not one but two sailors got away."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents rose 4.2 percent over two years.", [(4.2, "="), (2, "=")]),
        ("The mill lost 300 workers over six months.", [(300, "="), (6, "=")]),
        ("They waited for over two hours.", [(2, ">")]),
        ("He has 12 boats, over two years old.", [(12, "="), (2, ">")]),
    ],
)
def test_the_time_over_which_something_changed_is_no_lower_bound(text, expected):
    assert [(row["low"], row["comparator"]) for row in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board cut the wait from six years to four.", [(6, "year"), (4, "year")]),
        ("The crew shrank from 30 sailors to 12.", [(30, "sailor"), (12, "sailor")]),
        ("They drove from two villages to four towns.", [(2, "village"), (4, "town")]),
    ],
)
def test_what_something_changed_to_is_of_what_it_changed_from(text, expected):
    assert [(row["low"], row["unit"]) for row in quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "covered"),
    [
        ("At least 30, possibly 50 people died.", 30, 50, "At least 30, possibly 50 people"),
        ("At least 30 and perhaps as many as 50 sheep died.", 30, 50, "At least 30 and perhaps as many as 50 sheep"),
    ],
)
def test_two_numbers_can_be_one(text, low, high, covered):
    row = only(text)
    assert (row["low"], row["high"], row["text"]) == (low, high, covered)


def test_one_elsewhere_counts():
    rows = quantities("Three sailors drowned off Tarn and one in Belk, one in the harbour.")
    assert [(row["low"], row["unit"]) for row in rows] == [(3, "sailor"), (1, "sailor")]


def test_what_somebody_speaks_of_is_what_was_counted():
    rows = quantities("Police counted 40 marchers, while the union spoke of 90.")
    assert [(row["low"], row["unit"]) for row in rows] == [(40, "marcher"), (90, "marcher")]


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("The mayor denied that anyone was hurt.", ["anyone"]),
        ("The mayor denied any deaths.", ["any deaths"]),
        ("It ended without anybody being hurt.", ["anybody"]),
        ("The mayor did not deny that anyone was hurt.", []),
        ("The mayor denied hurting anyone.", []),
        ("They do not know if anyone was hurt.", []),
    ],
)
def test_who_denies_any_says_there_was_none(text, covered):
    found = quantities(text)
    assert [row["text"] for row in found] == covered
    assert all(row["negated"] and row["high"] == 0 for row in found)


def test_an_age_is_whole():
    (row,) = quantities("The log says it was off from Saturday, 22.40.")
    assert row["unit"] != "year of age"
