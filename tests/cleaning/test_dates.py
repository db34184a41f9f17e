import pytest

from samestory.cleaning.dates import find_dates, is_date_without_year


@pytest.mark.parametrize(
    ("line", "value", "printed"),
    [
        ("04 March 2021 - 16:21", "2021-03-04T16:21", "04 March 2021 - 16:21"),
        ("Published: March 4, 2021 4:15 p.m. ET", "2021-03-04T16:15", "March 4, 2021 4:15 p.m. ET"),
        ("Thu, 4 Mar 2021 16:21 GMT", "2021-03-04T16:21+00:00", "Thu, 4 Mar 2021 16:21 GMT"),
        ("2021-03-04T16:21:05+02:00", "2021-03-04T16:21+02:00", "2021-03-04T16:21:05+02:00"),
        ("date 2021-03-04 World", "2021-03-04", "2021-03-04"),
        ("16:21 EST, 4 March 2021", "2021-03-04T16:21-05:00", "16:21 EST, 4 March 2021"),
        ("on March 4th, 2021", "2021-03-04", "March 4th, 2021"),
        ("Updated 4:21 PM GMT+1, March 4, 2021", "2021-03-04T16:21+01:00", "4:21 PM GMT+1, March 4, 2021"),
        ("4 March 2021 16:21 UTC -05:30", "2021-03-04T16:21-05:30", "4 March 2021 16:21 UTC -05:30"),
        ("4 March 2021 16:21 - 5 comments", "2021-03-04T16:21", "4 March 2021 16:21"),
        ("25/12/2021", "2021-12-25", "25/12/2021"),
        ("25-12-2021", "2021-12-25", "25-12-2021"),
        ("12/25/2021 03:45 PM EST", "2021-12-25T15:45-05:00", "12/25/2021 03:45 PM EST"),
        ("2021年3月4日", "2021-03-04", "2021年3月4日"),
        ("10.11.2023 14:30", "2023-11-10T14:30", "10.11.2023 14:30"),
        ("Publié le 4.3.2021 à 16:21", "2021-03-04T16:21", "4.3.2021 à 16:21"),
        ("Stand: 4.3.2021, 16:21 Uhr", "2021-03-04T16:21", "4.3.2021, 16:21"),
        ("Donnerstag, 4. März 2021, 16:21 Uhr", "2021-03-04T16:21", "Donnerstag, 4. März 2021, 16:21"),
        ("Publié le 1er août 2021 à 16h21", "2021-08-01T16:21", "1er août 2021 à 16h21"),
        ("jueves, 4 de marzo de 2021", "2021-03-04", "jueves, 4 de marzo de 2021"),
        ("4 de março de 2021 às 16:21", "2021-03-04T16:21", "4 de março de 2021 às 16:21"),
        ("4 gen 2021 alle 16:21", "2021-01-04T16:21", "4 gen 2021 alle 16:21"),
        ("4 mei 2021 om 16:21", "2021-05-04T16:21", "4 mei 2021 om 16:21"),
        ("den 4 maj 2021 kl. 16:21", "2021-05-04T16:21", "4 maj 2021 kl. 16:21"),
        ("4 марта 2021, 16:21", "2021-03-04T16:21", "4 марта 2021, 16:21"),
        ("4 Kasım 2021", "2021-11-04", "4 Kasım 2021"),
        ("4 grudnia 2021", "2021-12-04", "4 grudnia 2021"),
        ("March 4, 2021 4:15 pm Two trains met", "2021-03-04T16:15", "March 4, 2021 4:15 pm"),
        ("March 4, 2021 16:21 pm", "2021-03-04", "March 4, 2021"),
        ("March 4, 2021, 12 people met", "2021-03-04", "March 4, 2021"),
    ],
)
def test_dates_and_times(line, value, printed):
    dates = list(find_dates(line))
    assert [(date.value, line[date.start : date.end]) for date in dates] == [(value, printed)]


@pytest.mark.parametrize(
    "line",
    [
        "03/04/2021",
        "31 February 2021",
        "4 March",
        "May be in 2021",
        "1.5.2021.7",
        "marching 4 2021",
        "out 4, 2021",
        "31 février 2021",
        # Letters that a pattern takes for those of a month.
        "3 Lıpca 2023",
        "3 AGOſTO 2023",
        "ſeptember 3, 2023",
    ],
)
def test_no_date(line):
    assert list(find_dates(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "4th March, 6:40pm | Updated 5th March, 9:15pm",
        "Last updated: March 4",
        "4 mars, 16:21",
        "Published 4 March at 9am",
    ],
)
def test_a_day_without_its_year(line):
    assert is_date_without_year(line)
    assert not is_date_without_year(f"{line} in Portville")


@pytest.mark.parametrize("line", ["", "Updated", "March", "4 trains", "March 4000"])
def test_no_day_without_its_year(line):
    assert not is_date_without_year(line)
