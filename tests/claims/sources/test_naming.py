"""How a source is named."""

import pytest

from samestory.claims.sources.naming import naming


@pytest.mark.parametrize(
    "source",
    [
        "Upton Harbour Police", "the Upton Transport Police", "Upton Ambulance Service", "President Lee", "Mr. Lee",
        "Lee, the mayor", "the chief executive of the line, Bo Dahl", "the country's Trade Minister Bo Dahl",
    ],
)  # fmt: skip
def test_a_proper_name_names_a_source(source):
    assert naming(source) == "named"


@pytest.mark.parametrize(
    "source",
    [
        "an Upton Harbour Police spokesman", "armed police", "The 40-year-old", "The roof cleaner from nearby Upton",
        "Upton officials", "the president", "Tarn's president", "A family in the suburbs of New Tarn", "I", "He",
    ],
)  # fmt: skip
def test_a_description_names_none(source):
    assert naming(source) == "role_only"


def named(statements, *paragraphs):
    return [(row["source"], row["naming"]) for row in statements(*paragraphs)[1]]


def test_a_later_sentence_tells_that_sources_stay_unnamed(statements):
    assert named(
        statements,
        ["Two people close to the talks said the pier would be sold."],
        ["The Dahl administration said it would not."],
        ["The people spoke on condition of anonymity because the talks go on."],
    )[:2] == [("Two people close to the talks", "anonymity_stated"), ("The Dahl administration", "named")]


@pytest.mark.parametrize(
    ("sentences", "naming"),
    [
        (["An official said the pier was sold.", "He asked not to be named."], "anonymity_stated"),
        (["Two officials said the pier was sold.", "They asked not to be named."], "anonymity_stated"),
        # One is not several, and a body does not hide.
        (["An official said the pier was sold.", "The officials asked not to be named."], "role_only"),
        (["The ministry said the pier was sold.", "The officials asked not to be named."], "role_only"),
    ],
)
def test_who_is_not_to_be_named(sentences, naming, statements):
    assert named(statements, sentences)[0][1] == naming


def test_of_two_sources_the_one_beside_the_words_stays_unnamed(statements):
    found = named(
        statements, ["Officials said the pier was sold.", "A welder, who asked not to be named, said it leaks."]
    )
    assert [how for _, how in found] == ["role_only", "anonymity_stated"]
