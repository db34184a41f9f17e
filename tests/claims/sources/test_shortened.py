"""Short names over the articles of one event."""

from collections import Counter

from samestory.claims.sources.shortened import short_names


def short(*names, event="e"):
    return {name: full for (_, name), full in short_names(Counter((event, name) for name in names), {}).items()}


def test_a_surname_is_the_one_person_of_the_event_who_has_it():
    assert short("Ann Lee", "President Lee", "Mr. Lee", "Lee") == dict.fromkeys(
        ("President Lee", "Mr. Lee", "Lee"), "Ann Lee"
    )


def test_the_first_of_two_surnames_stands_alone():
    assert short("Luisa Vargas Mora", "Ms. Vargas") == {"Ms. Vargas": "Luisa Vargas Mora"}


def test_without_a_full_name_the_office_stands_for_all():
    assert short("President Lee", "Mr. Lee", "Lee")["Mr. Lee"] == "President Lee"
    assert short("President Lee", "Mr. Lee", "Lee")["Lee"] == "President Lee"


def test_of_two_persons_of_one_surname_neither_is_meant():
    assert short("Ann Lee", "Bo Lee", "Lee", "Mr. Lee") == {}


def test_a_surname_may_open_the_name_of_a_body():
    assert short("Bo Dahl", "the Dahl Foods office", "Dahl Foods Ltd", "Dahl") == {}


def test_persons_of_other_events_are_others():
    counts = Counter([("e", "Ann Lee"), ("f", "Mr. Lee")])
    assert short_names(counts, {}) == {("f", "Mr. Lee"): "Mr. Lee"}


def test_an_acronym_is_the_one_name_with_its_letters():
    full = "Harbour Accident Inquiry Branch"
    assert short(full, "HAIB") == {"HAIB": full}
    assert short("Transport for Upton", "TfU") == {"TfU": "Transport for Upton"}
    assert short("Harbour Inquiry Board", "Harbour Inspection Branch", "HIB") == {}
    assert short("Harbour Index issued by him", "HII") == {}
