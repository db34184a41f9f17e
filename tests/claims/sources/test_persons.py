"""The persons an article names."""

import pytest

from samestory.claims.sources.persons import Persons, same_person


@pytest.mark.parametrize(
    ("first", "second"),
    [("Luisa Vargas", "Luisa Vargas Mora"), ("De Sa", "Rui De Sa"), ("Ann Lee", "Anne Lee"), ("Lee", "Ann Lee")],
)
def test_two_names_of_one_person(first, second):
    assert same_person(first, second)
    assert same_person(second, first)


@pytest.mark.parametrize(("first", "second"), [("Ann Lee", "Bo Lee"), ("Ann Lee", "Ann Dahl"), ("Sa", "De Sa Lee")])
def test_names_of_two_persons(first, second):
    assert not same_person(first, second)


def test_the_first_of_two_surnames_is_a_persons_where_a_title_tells_it():
    persons = Persons("President Luisa Vargas Mora met them at East Upton Pier.", [])
    assert persons.with_surname("vargas") == ["Luisa Vargas Mora"]
    assert persons.with_surname("upton") == []


def test_an_office_goes_before_a_courtesy():
    assert Persons("", ["Mr. Lee", "President Lee", "Lee"]).titled("lee") == "President Lee"
