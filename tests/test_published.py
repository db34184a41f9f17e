"""Dates of publication as records and tables give them."""

import pytest

from samestory.published import day_comes_first, exists, iso_moment, order_of


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2024-05-14T00:00:00", "2024-05-14"),
        ("2024-05-14 21:13:00", "2024-05-14T21:13"),
        ("2024-05-14T21:13:07Z", "2024-05-14T21:13+00:00"),
        ("20240514", "2024-05-14"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("2024/5/4", "2024-05-04"),
        ("1715721187", "2024-05-14T21:13+00:00"),
        ("1715721187000", "2024-05-14T21:13+00:00"),
        ("Tue, 14 May 2024 16:52:00 GMT", "2024-05-14T16:52+00:00"),
        ("Tue, 14 May 2024 16:52:00 -0730", "2024-05-14T16:52-07:30"),
        ("14 May 2024", "2024-05-14"),
        ("May 14, 2024 4:52 pm", "2024-05-14T16:52"),
        ("Tuesday, 14th May 2024, 10.42", "2024-05-14T10:42"),
        ("14. März 2024, 09:12 Uhr", "2024-03-14T09:12"),
        ("1er août 2024", "2024-08-01"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("03.04.2024", "2024-04-03"),
        ("3.4.24 18:05", "2024-04-03T18:05"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/2024", "2024-03-25"),
        ("5/5/2024", "2024-05-05"),
    ],
)
def test_a_date_is_read_in_any_form_that_can_mean_one_day_only(value, moment):
    assert iso_moment(value) == moment


@pytest.mark.parametrize(
    "value",
    [
        "03/04/2024",
        "31/02/2024",
        "32.01.2024",
        "31 June 2024",
        "yesterday",
        "",
        "5",
        "99999999999999",
        "v1.2.3",
        "0/0/0",
    ],
)
def test_what_is_no_date_or_may_be_two_is_none(value):
    assert iso_moment(value) is None


def test_the_other_dates_of_a_table_say_whether_the_day_comes_first():
    assert day_comes_first(["03/04/2024", "03/25/2024"]) is False
    assert day_comes_first(["03/04/2024", "25/03/2024 10:00"]) is True
    assert day_comes_first(["03/04/2024", "2024-03-25", ""]) is None
    assert day_comes_first(["03/25/2024", "25/03/2024"]) is None
    assert iso_moment("03/04/2024 10:00", day_first=False) == "2024-03-04T10:00"
    assert iso_moment("03/04/2024", day_first=True) == "2024-04-03"


def test_what_the_calendar_has():
    assert all(map(exists, ["2024", "2024-02", "2024-02-29", "2024-02-29T16:21+03:00", "2024-02-29 16:21:07Z"]))
    assert not any(map(exists, ["2024-13", "2023-02-29", "2024-02-29T25:00", "2024-00-01"]))


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ("2024-05-14T09:00", "2024-05-14T21:13", -1),
        ("2024-05-14T21:13", "2024-05-14", 0),
        ("2024-05-15", "2024-05-14T21:13", 1),
        ("2024-05", "2024-05-14", 0),
        # Half past eight in the evening in Lima is after eleven in Rome.
        ("2024-05-14T23:00+02:00", "2024-05-14T20:30-05:00", -1),
        ("2024-05-14T20:30-05:00", "2024-05-14T23:00+02:00", 1),
        ("2024-05-14T23:00+02:00", "2024-05-14T21:00Z", 0),
        # Whose clock the other goes by is not known.
        ("2024-05-14T23:00+02:00", "2024-05-14T20:30", 0),
        ("2024-05-14T23:00+02:00", "2024-05-15T01:00", -1),
    ],
)
def test_which_of_two_moments_came_first(first: str, second: str, order: int) -> None:
    assert order_of(first, second) == order
