"""Who speaks by a verb: by a participle, and by a second verb."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Claiming that the lock was safe, the coach left.", [("the coach", "that the lock was safe")]),
        ("After saying the lock was safe, the coach left town.", [("the coach", "the lock was safe")]),
        ("Calling the plan a trap, two drivers walked out.", [("two drivers", "the plan a trap")]),
        ("Worrying about the smell, Ann Lee moved out.", [("Ann Lee", "the smell")]),
        # By what somebody did.
        ("By backing the plan, the coach won.", []),
        ("Walking in the rain, the coach fell.", []),
    ],
)
def test_an_opening_participle_speaks_for_the_main_subject(text, found, sources):
    assert sources([text]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The lake, which swimmers say is clean, is shut.", [("swimmers", "is clean")]),
        ("The law, which advocates say is unfair, was passed.", [("advocates", "is unfair")]),
    ],
)
def test_what_is_said_in_a_relative_clause_ends_with_it(text, found, sources):
    assert sources([text]) == found


def test_a_second_verb_has_the_subject_of_the_first(sources):
    assert sources(["The mayor said the bridge was safe and warned that the road was not."]) == [
        ("The mayor", "the bridge was safe"),
        ("The mayor", "that the road was not"),
    ]


def test_a_participle_behind_an_adverb_speaks_for_the_last_source(sources):
    assert sources(["The mayor said the dam was safe, even suggesting it was new."]) == [
        ("The mayor", "the dam was safe"),
        ("The mayor", "it was new"),
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The line was sued by a lawyer who flew home and claims he was pushed.", "a lawyer"),
        ("The mayor thanked a lawyer who flew home and said that he was brave.", "The mayor"),
    ],
)
def test_a_second_verb_may_be_of_the_agent_that_a_clause_tells_of(text, source, sources):
    assert sources([text])[-1][0] == source


def test_who_wrote_what_is_not_answered_is_not_told(sources):
    assert sources(["Tarn Air did not respond to messages requesting comment."]) == [
        ("Tarn Air", "messages requesting comment")
    ]
    assert ("The council", "a flood") in sources(["The council sent a letter warning of a flood."])


@pytest.mark.parametrize(
    ("before", "canonical"),
    [
        ("A passenger sent a message to her sister.", "message"),
        ("A passenger said he sent a message to her sister.", "message"),
        ("A passenger sent for her sister.", "council"),
    ],
)
def test_it_reads_what_stands_in_the_document_before(before, canonical, statements):
    rows = statements(["The council said the bus was late."], [before], ["It read: “The driver went too fast.”"])[1]
    assert rows[-1]["source_canonical"] == canonical
