"""Quotations behind a colon in sentences without a cue."""

import pytest


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Captain Ann Lee gave the divers until Friday: “Then the tide will decide.”", "Captain Ann Lee"),
        ("A nurse on the same ward was just as sure: “I saw the pump stop.”", "A nurse on the same ward"),
    ],
)
def test_a_quotation_behind_a_colon_is_of_the_sentences_subject(text, source, statements):
    quotes, rows = statements([text])
    assert [(row["source"], row["rule"]) for row in rows] == [(source, "announced")]
    assert [quote["speaker"] for quote in quotes] == [source]


def test_a_thing_says_nothing_before_a_colon(sources):
    assert sources(["The lamp over the lock had a sign on it: “Do not cross here at night.”"]) == []


def test_a_cue_has_the_quotation_that_stands_behind_its_colon(only):
    row = only(["Captain Ann Lee told the divers: “Then the tide will decide.”"])
    assert (row["source"], row["cue"]) == ("Captain Ann Lee", "told")
