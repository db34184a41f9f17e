"""Bodies: one name for a full name and its short forms."""

import pytest


def names(statements, *paragraphs):
    return [row["source_canonical"] for row in statements(*([text] for text in paragraphs))[1]]


@pytest.mark.parametrize(
    ("told", "short"),
    [
        ("The Harbour Inquiry Board (HIB) said it would look.", "The HIB said it was late."),
        ("The Harbour Inquiry Board said it would look.", "The HIB said it was late."),
        ("Divers of the Harbour Inquiry Board (HIB) came.", "The HIB said it was late."),
        ("The HIB said it would look.", "Findings of the Harbour Inquiry Board (HIB) said it was late."),
    ],
)
def test_an_acronym_is_the_name_before_its_brackets_or_with_its_letters(told, short, statements):
    assert set(names(statements, told, short)) == {"Harbour Inquiry Board"}


def test_an_acronym_with_two_readings_stays(statements):
    told = "The Harbour Inquiry Branch said so.", "The Hill Insurance Bank said so.", "The HIB said it was late."
    assert names(statements, *told)[2] == "HIB"


def test_a_company_whose_spokesman_speaks_is_meant_by_its_first_word(statements):
    told = "Tarnish Airlines spokesman Bo Dahl said it was sorry.", "Tarnish said it would pay."
    assert names(statements, *told) == ["Bo Dahl", "Tarnish Airlines"]


def test_the_hospital_is_the_one_that_the_text_names(statements):
    assert names(statements, "Divers went to Tarn Valley Hospital.", "The hospital said two were hurt.") == [
        "Tarn Valley Hospital"
    ]
    both = "Divers went to Tarn Valley Hospital and Upton Hospital.", "The hospital said two were hurt."
    assert names(statements, *both) == ["hospital"]
