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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # What somebody is asked to do is nobody's word; what they are asked is a question.
        ("The swimmers were asked to leave the pool.", []),
        ("The swimmers were asked how the fire began.", [(None, "how the fire began")]),
        ("The mayor asked to leave the hall.", [("The mayor", "to leave the hall")]),
    ],
)
def test_who_is_asked(text, found, sources):
    assert sources([text]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The town warned swimmers that they could be hurt.", [("The town", "that they could be hurt")]),
        ("The town warned swimmers they could be hurt.", [("The town", "they could be hurt")]),
        ("The town warned its swimmers the dam could burst.", [("The town", "the dam could burst")]),
        # No hearer.
        ("The town warned the dam could burst.", [("The town", "the dam could burst")]),
        ("The town warned that dam could burst.", [("The town", "that dam could burst")]),
        ("The town warned rents would rise in June.", [("The town", "rents would rise in June")]),
        ("The town warned if it rained the dam could burst.", [("The town", "if it rained the dam could burst")]),
        ("The council issued a notice warning swimmers they could be hurt.", [("The council", "they could be hurt")]),
        ("The levy was raised, with bakers warning bread would cost more.", [("bakers", "bread would cost more")]),
    ],
)
def test_the_hearer_of_a_warning_is_no_content(text, found, sources):
    assert sources([text]) == found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("If the levy comes, Norland has said it will strike.", "[[0, 17], [36, 50]]"),
        # What is said without "would" hangs on no condition; who is asked sets none.
        ("If the levy is late, the mayor said nothing.", "[[36, 43]]"),
        ("If asked, the mayor said she would go.", "[[25, 37]]"),
    ],
)
def test_a_condition_before_the_verb_is_said_too(text, parts, only):
    assert only([text])["parts"] == parts
