"""Nouns that carry what somebody says, thinks or wants."""

import pytest


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The council's decision to close the pool angered the town.", "The council", "to close the pool"),
        ("The coach's criticism of the rules was sharp.", "The coach", "the rules"),
        ("Her refusal to resign was no surprise.", "Her", "to resign"),
        ("The fire has not changed Ann Lee's plan to sail.", "Ann Lee", "to sail"),
        ("To assess Bo Dahl's claims of a fixed race, the club met.", "Bo Dahl", "a fixed race"),
        ("The mayor made a call for calm.", "The mayor", "calm"),
        ("The mayor's promise of lower rents was welcome.", "The mayor", "lower rents"),
    ],
)
def test_a_noun_with_its_owner_carries_what_is_said(text, source, content, sources):
    assert sources([text]) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The decision to close the pool angered the town.",
        "A plan for the pool was shown.",
        "The club met the plans that the town had.",
    ],
)
def test_without_an_owner_it_is_nobodys(text, sources):
    assert sources([text]) == []


def test_a_noun_before_of_is_no_verb(sources):
    assert sources(["The fire ended the sale, raising prices and fears of a loss."]) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The ministry's official figure stands at 11.", "The ministry", "stands at 11"),
        ("The ministry's own estimate is $600,000.", "The ministry", "is $600,000"),
        ("Her estimate of 40 dead was doubted.", "Her", "of 40 dead"),
    ],
)
def test_a_figure_that_somebody_has(text, source, content, sources):
    assert sources([text]) == [(source, content)]


@pytest.mark.parametrize("text", ["The figure stands at 11.", "The city's figure skaters are 11."])
def test_a_figure_that_is_nobodys_word(text, sources):
    assert sources([text]) == []


def test_a_noun_that_heads_a_phrase_stays_in_a_name(sources):
    assert sources(["The Rail Safety Branch said the tram was fast."]) == [
        ("The Rail Safety Branch", "the tram was fast")
    ]


@pytest.mark.parametrize(
    ("paragraph", "source", "content"),
    [
        (["The council's view was that the lock was shut."], "council", "that the lock was shut"),
        (
            ["The Harbour Ministry sees it otherwise.", "Its claim, made in May, is that a rope broke."],
            "Harbour Ministry",
            "that a rope broke",
        ),
    ],
)
def test_what_a_view_is(paragraph, source, content, only):
    row = only(paragraph)
    assert (row["source_canonical"], row["content"]) == (source, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Rumours spread that the mill was shut.", ["that the mill was shut"]),
        ("Claims have emerged on a local page that the mill was shut.", ["that the mill was shut"]),
        ("Claims emerged on a local page.", []),
    ],
)
def test_claims_that_spread_are_nobodys_in_particular(text, content, statements):
    rows = statements([text])[1]
    assert [row["content"] for row in rows] == content
    assert all(row["source"] is None for row in rows)
