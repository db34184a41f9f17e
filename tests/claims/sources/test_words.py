"""The name in the words of a source."""

import pytest

from samestory.claims.sources.bodies import described_name
from samestory.claims.sources.words import person_name, titled_surname, without_article


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the country's Trade Minister Bo Dahl", "Bo Dahl"),
        ("Tarn Ways and Means Committee Chairman Bo Dahl, a critic", "Bo Dahl"),
        ("The president and chief executive of the line, Bo Dahl", "Bo Dahl"),
        ("Upton College Dean Ann Rubin Lee", "Ann Rubin Lee"),
        ("Dean Lee", "Dean Lee"),
        ("Builder Rui De Sa", "Rui De Sa"),
        ("Mayor of Upton Ann Lee", "Ann Lee"),
        ("the nurse Ann Lee", "Ann Lee"),
        ("Minister of information Ann Lee", "Ann Lee"),
        ("Secretary of State Ann Lee", "Ann Lee"),
        # Another's name, a place, a house.
        ("a spokesman for Ann Lee", None),
        ("A friend of Ann Lee", None),
        ("A family in the suburbs of New Tarn", None),
        ("St Ann's Hospital in Upton", None),
        ("the Tarn Ways and Means", None),
    ],
)
def test_the_name_of_a_person(source, name):
    assert person_name(source) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("President Lee", "Lee"),
        ("Mr. Lee, 40", "Lee"),
        ("the foreign minister Lee", "Lee"),
        ("the minister", None),
        ("President Lee's plan", None),
        ("Tarn's President", None),
        ("the US Senate", None),
        ("spokesman for President Lee", None),
    ],
)
def test_the_one_name_behind_a_title(source, name):
    assert titled_surname(source) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Tarn's sole steel producer Brightscope", "Brightscope"),
        ("the environmental group Clear Tarn", "Clear Tarn"),
        ("the northern Upton", None),
        ("the head of Upton Foods", None),
        ("the harbour ministry", None),
        ("Upton Foods", None),
    ],
)
def test_a_name_behind_its_description(source, name):
    assert described_name(source) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Harbour Inquiry Branch (HIB)", "Harbour Inquiry Branch"),
        ("Previously the Harbour Board", "Harbour Board"),
        ("Lee (right)", "Lee (right)"),
    ],
)
def test_what_is_no_part_of_a_name(source, name):
    assert without_article(source) == name
