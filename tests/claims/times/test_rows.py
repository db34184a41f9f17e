"""Expressions of time, resolved by the day of publication."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.claims.times.rows import find_times
from samestory.claims.tokens import tokenise

# A Friday.
PUBLISHED = "2021-06-11"


def times(text, published=PUBLISHED):
    return find_times([tokenise("d", 0, text)], {"d": published})


def values(text, published=PUBLISHED):
    return [(row["text"], row["value"]) for row in times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burned on Friday.", ("Friday", "2021-06-11")),
        ("It burned on Monday.", ("Monday", "2021-06-07")),
        ("They will vote on Monday.", ("Monday", "2021-06-14")),
        ("They may move to the hall on Monday.", ("Monday", "2021-06-14")),
        ("They may be moved to the hall on Monday.", ("Monday", "2021-06-14")),
        ("A leak may be to blame for the fire on Monday.", ("Monday", "2021-06-07")),
        ("He may be the man seen on Monday.", ("Monday", "2021-06-07")),
        ("It might explain why it fell on Monday.", ("Monday", "2021-06-07")),
        ("It burned last Friday.", ("last Friday", "2021-06-04")),
        ("The toll from Thursday's blast is nine.", ("Thursday", "2021-06-10")),
        ("It rained today.", ("today", "2021-06-11")),
        ("It has burned nine times since October.", ("October", "2020-10")),
        ("In August, it burned twice.", ("August", "2020-08")),
        ("In September it will be sold.", ("September", "2021-09")),
        ("It began on April 7.", ("April 7", "2021-04-07")),
        ("It began on 7 April 1999.", ("7 April 1999", "1999-04-07")),
        ("It has snowed since mid-April.", ("mid-April", "2021-04")),
        ("In 2014 they left.", ("2014", "2014")),
        ("They left last week.", ("last week", "2021-W22")),
        ("They left last month.", ("last month", "2021-05")),
        ("They left two months ago.", ("two months ago", "2021-04")),
        ("They left ten days ago.", ("ten days ago", "2021-06-01")),
        ("They left half a century ago.", ("half a century ago", "1971")),
        ("They left a quarter of a century ago.", ("a quarter of a century ago", "1996")),
        ("They left half a year ago.", ("half a year ago", "2020-12")),
        ("They waited for two weeks.", ("two weeks", "P2W")),
        ("It was a 16-hour flight.", ("16-hour", "PT16H")),
        ("They waited two hours and 40 minutes.", ("two hours and 40 minutes", "PT2H40M")),
        ("They waited one minute, twelve seconds.", ("one minute, twelve seconds", "PT1M12S")),
        ("They waited three years and a few months.", ("three years and a few months", "P3YXM")),
        ("They meet every day.", ("every day", "P1D")),
        ("It was built in the 1960s.", ("1960s", "196X")),
        ("He left on Thanksgiving.", ("Thanksgiving", "2020-11-26")),
        ("They left last fall.", ("last fall", "2020-FA")),
    ],
)
def test_values(text, expected):
    assert values(text) == [expected]


def test_a_clock_time_takes_the_day_of_its_sentence():
    assert values("It struck at about 4am on Monday.") == [("4am", "2021-06-07T04:00"), ("Monday", "2021-06-07")]


def test_a_clock_time_without_a_day_is_of_the_day_of_publication():
    assert values("It struck at around 4.15am (0115 GMT).") == [
        ("4.15am", "2021-06-11T04:15"),
        ("0115 GMT", "2021-06-11T01:15Z"),
    ]


def test_mid_month_is_its_middle_third():
    row = times("It has snowed since mid-April.")[0]
    assert (row["earliest"], row["latest"]) == ("2021-04-11", "2021-04-20")


def test_the_last_two_weeks_end_on_the_day_of_publication():
    row = times("It rained in the last two weeks.")[0]
    assert (row["value"], row["earliest"], row["latest"]) == ("P2W", "2021-05-28", "2021-06-11")


@pytest.mark.parametrize("text", ["They may march home.", "A 45-year-old man spoke.", ""])
def test_no_times(text):
    assert values(text) == []


def test_without_a_day_of_publication_a_weekday_keeps_only_its_name():
    assert values("It burned on Friday.", None) == [("Friday", "XXXX-WXX-5")]


@given(st.text(alphabet="0123456789 :.-/apmMay JuneFridaylastweek,", max_size=60))
def test_positions_carry_their_text(text):
    for row in times(text):
        assert text[row["start"] : row["end"]] == row["text"]


def test_a_deadline_lies_ahead():
    assert values("They have until Monday.") == [("Monday", "2021-06-14")]


def test_local_time_beside_gmt_gives_the_offset():
    found = times("It fell on Friday at 4.15am (0115 GMT).")
    assert [(row["value"], row["utc_offset"]) for row in found[1:]] == [
        ("2021-06-11T04:15", "+03:00"),
        ("2021-06-11T01:15Z", "+00:00"),
    ]


def test_gmt_may_stand_before_local_time():
    found = times("It fell on Friday at 2230 GMT (1.30am).")
    assert [(row["value"], row["utc_offset"]) for row in found[1:]] == [
        ("2021-06-10T22:30Z", "+00:00"),
        ("2021-06-11T01:30", "+03:00"),
    ]


def test_gmt_may_be_of_the_day_before():
    found = times("It fell on Friday at 1.30am (2230 GMT).")
    assert [row["value"] for row in found[1:]] == ["2021-06-11T01:30", "2021-06-10T22:30Z"]


def test_times_that_do_not_fit_have_no_offset():
    assert times("It fell on Friday at 4.15am (0122 GMT).")[1]["utc_offset"] is None


def test_a_clock_time_is_of_the_day_spoken_of():
    sentences = [tokenise("d", 0, "It fell on Thursday."), tokenise("d", 21, "It was 10 p.m. then.")]
    assert find_times(sentences, {"d": PUBLISHED})[1]["value"] == "2021-06-10T22:00"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She looked at her watch: half past five.", "2021-06-11T05:30"),
        ("It fell at a quarter to nine in the evening.", "2021-06-11T20:45"),
        ("It fell at twenty-five minutes to noon.", "2021-06-11T11:35"),
        ("It fell at five o’clock.", "2021-06-11T05:00"),
        ("It fell at five o’clock this afternoon.", "2021-06-11T17:00"),
    ],
)
def test_clock_times_in_words(text, value):
    assert [found for _, found in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Officials said crossings would not resume before Monday.", "2021-06-14"),
        ("She might come to the U.S. as soon as Tuesday.", "2021-06-15"),
        ("On Monday, the senate will vote.", "2021-06-14"),
        ("They would appeal Wednesday’s ruling.", "2021-06-09"),
        ("On Monday, the firm said its head will go.", "2021-06-07"),
        ("Half the town had fled by Monday.", "2021-06-07"),
        ("By Monday, 14 boats were lost.", "2021-06-07"),
        ("They must pay by Monday.", "2021-06-14"),
        ("They would appeal the ruling announced Wednesday.", "2021-06-09"),
        ("She was last seen on Nov. 3.", "2020-11-03"),
        ("The games begin on Aug. 3.", "2021-08-03"),
        ("The games are to begin on Monday.", "2021-06-14"),
        ("Fog is to blame for the crash on Monday.", "2021-06-07"),
        ("The May vote was close.", "2021-05"),
        ("They may return on Saturday.", "2021-06-12"),
        ("They may have left on Saturday.", "2021-06-05"),
        ("The May fair on Saturday was wet.", "2021-06-05"),
        ("The match, set for Saturday, is off.", "2021-06-12"),
        ("They renewed the lease in August.", "2020-08"),
        ("They decided to renew the lease in August.", "2021-08"),
        ("They will renew the lease in August.", "2021-08"),
    ],
)
def test_what_is_told_lies_behind_and_what_is_planned_ahead(text, value):
    assert [found for _, found in values(text)][-1:] == [value]


def test_that_year_is_the_one_spoken_of():
    assert values("He fled in June 1998 and came back later that year.")[1] == ("that year", "1998")


@pytest.mark.parametrize(
    "text", ["The Daily Herald closed.", "The daily Herald closed.", "Three-quarters of it burned."]
)
def test_names_of_papers_and_fractions_are_no_times(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was sold on 25/12/2020.", [("25/12/2020", "2020-12-25")]),
        ("It was sold on 5.11.2020.", [("5.11.2020", "2020-11-05")]),
        ("It ran from June to December 1991.", [("June", "1991-06"), ("December 1991", "1991-12")]),
        ("They camped on 3-4 May.", [("3", "2021-05-03"), ("4 May", "2021-05-04")]),
        ("They camped on May 3-4.", [("May 3", "2021-05-03"), ("4", "2021-05-04")]),
        ("He left the day before yesterday.", [("the day before yesterday", "2021-06-09")]),
        (
            "It ran from May 3 to three days later.",
            [("May 3", "2021-05-03"), ("three days later", "2021-05-06")],
        ),
        ("They meet every Tuesday night.", [("every Tuesday night", "XXXX-WXX-2TNI")]),
        ("Boats leave every two hours.", [("every two hours", "PT2H")]),
        ("They train twice a week.", [("twice a week", "P1W")]),
        ("It lasted an hour and a half.", [("an hour and a half", "PT1H30M")]),
        ("It lasted half an hour.", [("half an hour", "PT30M")]),
        ("Profit fell in the third quarter of 2019.", [("third quarter of 2019", "2019-Q3")]),
        ("He scored in the third quarter.", []),
        ("Output fell this quarter.", [("this quarter", "2021-Q2")]),
        ("Output fell last quarter.", [("last quarter", "2021-Q1")]),
        ("It was built in the 19th century.", [("19th century", "18")]),
        ("He sang in the '90s.", [("'90s", "199X")]),
        ("The fair starts Thursday.", [("Thursday", "2021-06-17")]),
        ("It shut on Presidents’ Day.", [("Presidents’ Day", "2021-02-15")]),
        ("It shut on Memorial Day.", [("Memorial Day", "2021-05-31")]),
        ("It shut on Election Day 2020.", [("Election Day 2020", "2020-11-03")]),
        ("It shut on Whit Sunday.", [("Whit Sunday", "2021-05-23")]),
    ],
)
def test_more_values(text, expected):
    assert values(text) == expected


def test_a_date_of_which_day_or_month_may_come_first_spans_both():
    row = times("It was sold on 5/11/2020.")[0]
    assert (row["value"], row["earliest"], row["latest"]) == ("2020-XX-XX", "2020-05-11", "2020-11-05")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The road is shut from 19:30 today.", ["T19:30"]),
        ("The bells rang at 18:15.", ["T18:15"]),
        ("Buses ran from 07:45.", ["T07:45"]),
        ("It sank shortly after 23:10, he said.", ["T23:10"]),
        ("It stays closed until 06:00 on Monday.", ["T06:00"]),
        ("It rained between 14:05 and 16:20.", ["T14:05", "T16:20"]),
        ("She won 19:30.", []),
        ("They mix it at a ratio of 10:15.", []),
        ("The ratio rose from 10:15 to 12:30.", []),
        ("He read from John 3:16.", []),
        ("She won by 10:15.", []),
        ("He scored at 12:30 of the third period.", []),
        ("She crossed the line after 10:15.4 on Monday.", []),
        ("He was home in 12:15.", []),
    ],
)
def test_a_time_of_the_24_hour_clock_is_told_from_a_result(text, found):
    clocks = [value for _, value in values(text) if value and "T" in value]
    assert [value.partition("T")[1] + value.partition("T")[2] for value in clocks] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burst at 20.45 on Tuesday.", ["20.45"]),
        ("It burst at 20.45 on Tuesday and was mended at 22.30, they said.", ["20.45", "22.30"]),
        ("The doors open at 06.00.", ["06.00"]),
        ("It burst at about 19.10, they said, and was mended at 23.45 on Tuesday.", ["19.10", "23.45"]),
        ("It was seen at about 17.05 local time.", ["17.05 local time"]),
        ("They closed the road from 09.30 until 16.00 yesterday.", ["09.30", "16.00"]),
        # Numbers, not times.
        ("The share closed at 20.45 on the main market.", []),
        ("It closed at 20.45 on Tuesday, down from 21.10.", []),
        ("They sold it at 12.50 euros.", []),
        ("He ran it in 10.45 on Tuesday.", []),
        ("Unemployment stood at 10.45 per cent on Tuesday.", []),
    ],
)
def test_a_time_of_day_may_be_printed_with_a_full_stop(text, expected):
    assert [row["text"] for row in times(text) if row["rule"] == "clock_dot"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began at a quarter to nine last night.", "2021-06-10T20:45"),
        ("It began at nine o'clock last night.", "2021-06-10T21:00"),
        ("It began at half past seven yesterday evening.", "2021-06-10T19:30"),
        ("It began at half past two on Thursday afternoon.", "2021-06-10T14:30"),
        ("It began at half past seven yesterday morning.", "2021-06-10T07:30"),
        ("It began at two o'clock at night.", "2021-06-11T02:00"),
    ],
)
def test_a_part_of_the_day_behind_a_time_in_words_tells_the_half_of_the_day(text, expected):
    assert values(text)[0][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It stays shut until at least Monday.", "2021-06-14"),
        ("It stays shut at least until Monday.", "2021-06-14"),
        ("They called a strike from Monday.", "2021-06-14"),
        ("Trains will stop from 6 am on Monday.", "2021-06-14"),
        ("They are ready to walk out on Monday.", "2021-06-14"),
        ("Drivers to walk out on Monday over pay", "2021-06-14"),
        ("They went to work on Monday.", "2021-06-07"),
        ("Mayor returns to court Monday", "2021-06-07"),
        ("Mayor flies to Rome Monday", "2021-06-07"),
        ("Drivers forced to walk out on Monday", "2021-06-07"),
        ("It was shut from Monday to Thursday.", "2021-06-07"),
        ("They were ready to walk out on Monday.", "2021-06-07"),
    ],
)
def test_what_lasts_until_or_starts_from_a_day_lies_ahead(text, expected):
    assert expected in [value for _, value in values(text)]


def test_what_could_last_two_weeks_is_no_past():
    assert values("It could last two weeks.") == [("two weeks", "P2W")]
    assert values("It rained in the last two weeks.")[0][0] == "last two weeks"


@pytest.mark.parametrize(
    ("text", "value", "rounded"),
    [
        ("The pump failed shortly after 5 a.m. on Friday.", "2021-06-11T05:00", True),
        ("The last tram left as early as 3:30 a.m. on Friday.", "2021-06-11T03:30", True),
        ("It fell silent just before noon.", "2021-06-11T12:00", True),
        ("The gates shut at around midnight.", "2021-06-11T24:00", True),
        ("The pump failed at 5 a.m. or thereabouts.", "2021-06-11T05:00", True),
        ("The pump ran for about three hours.", "PT3H", True),
        ("The pump failed at 5 a.m. on the dot.", "2021-06-11T05:00", False),
        ("The pump had failed before noon.", "2021-06-11T12:00", False),
        ("The pump ran for three hours.", "PT3H", False),
        # A day that somebody talks about.
        ("They talked about Friday.", "2021-06-11", False),
    ],
)
def test_a_time_may_be_told_as_rounded(text, value, rounded):
    first = times(text)[0]
    assert (first["value"], first["approximate"]) == (value, rounded)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They sail on Sunday at the earliest, a day later than first announced.", "P1D"),
        ("They sailed on Sunday. They came back two days later.", "2021-06-08"),
    ],
)
def test_later_than_planned_is_no_day(text, value):
    assert values(text)[-1][1] == value


def test_a_year_later_is_counted_from_the_year_spoken_of():
    assert values("It burned on Friday. In 2015 they left; a year later they came back.")[-1] == (
        "a year later",
        "2016",
    )


def test_a_time_with_a_full_stop_has_its_zone():
    assert values("It struck at 21.50 GMT on Friday.")[0] == ("21.50 GMT", "2021-06-11T21:50Z")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill will shut on December 20 with the loss of 90 jobs.", "2021-12-20"),
        ("The firm said Tuesday it is leaving Ashby, its only port, on Dec. 20.", "2021-12-20"),
        ("December 20 is the date on which the mill shuts.", "2021-12-20"),
        ("They must leave by January 4.", "2022-01-04"),
        ("The mill will shut in Ashby, where it has spun wool since 1906, before Christmas.", "2021-12-25"),
        ("The mill is to shut on April 4.", "2022-04-04"),
        # What is told, and what is near behind.
        ("The mill burned on December 20.", "2020-12-20"),
        ("It was shut on December 20 and is for sale.", "2020-12-20"),
        ("Police are looking into the fire of June 3.", "2021-06-03"),
        ("It ran from May 3 on.", "2021-05-03"),
    ],
)
def test_a_day_without_a_year_lies_ahead_where_its_clause_is_of_the_present_or_the_future(text, value):
    assert [found for _, found in values(text)][-1:] == [value]
