"""Whether a form is a verb, or an adjective that tells what somebody thinks, and what stands in its group."""

import pytest


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The union is opposed to the plan.", "The union", "the plan"),
        ("Residents were angry about the smell.", "Residents", "the smell"),
        ("Residents are worried about the smell.", "Residents", "the smell"),
        ("The council is willing to sell the land.", "The council", "to sell the land"),
        ("The coach was sure the race was fair.", "The coach", "the race was fair"),
        ("The coach seemed very unhappy with the track.", "The coach", "the track"),
        ("The coach became convinced that the race was rigged.", "The coach", "that the race was rigged"),
        ("She’s sure that it did.", "She", "that it did"),
        ("The boys remained deeply sceptical about the ferry.", "The boys", "the ferry"),
    ],
)
def test_what_somebody_is_sure_of_or_angry_about_is_theirs(text, source, content, sources):
    assert (source, content) in sources([text])


@pytest.mark.parametrize(
    "text",
    [
        "The town is famous for its bridge.",
        "The road is clear of snow.",
        "Happy boys swam.",
        "The coach was glad when it stopped.",
        "The cause was determined to have been a spark.",
        "If you would like to comment, write.",
    ],
)
def test_other_adjectives_and_wishes_report_nothing(text, statements):
    assert statements([text])[1] == []


def test_an_adjective_and_a_verb_share_a_subject(sources):
    assert sources(["The coach was proud of her team and praised the crowd."]) == [
        ("The coach", "her team"),
        ("The coach", "the crowd"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor hates the bridge.", [("The mayor", "the bridge")]),
        ("The mayor sees the plan as a threat.", [("The mayor", "the plan as a threat")]),
        ("The company rules the market.", []),
        ("The harbour values fell.", []),
    ],
)
def test_a_form_that_may_be_a_noun_is_a_verb_behind_one_speaker_and_before_a_noun_phrase(text, found, sources):
    assert sources([text]) == found


@pytest.mark.parametrize(
    "text", ["The road crosses Ohio state, a town and a farm.", "The flood claimed more than 20 lives in May."]
)
def test_words_that_look_like_cues(text, statements):
    assert statements([text])[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "The court ruling could end it.",
        "Lee was one of the loudest voices in the “Open Road” club.",
        "He won by backing the plan.",
        "She wrote to the mayor regarding the road.",
        "The song “Road of Many Bridges” was written in May.",
    ],
)
def test_no_participle_and_no_title_speaks(text, statements):
    assert statements([text])[1] == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The appeals court ruled that the vote was void.", "The appeals court", "that the vote was void"),
        ("The inquest ruled that the fall was an accident.", "The inquest", "that the fall was an accident"),
        ("A study found that 30 homes were damp.", "A study", "that 30 homes were damp"),
        ("Data from the 2014 census show that rents fell.", "Data from the 2014 census", "that rents fell"),
        ("The port authority, which reported “two leaks”, is small.", "which", "“two leaks”"),
    ],
)
def test_a_form_that_may_be_a_noun_is_a_verb_before_that_and_after_a_relative(text, source, content, sources):
    assert sources([text]) == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("He appeared to suggest that the vote was void.", "He", "that the vote was void"),
        ("The mayor went on to say that the vote was void.", "The mayor", "that the vote was void"),
        ("The mayor was forced to admit that the vote was void.", "The mayor", "that the vote was void"),
        ("The governor called on Friday for a recount.", "The governor", "a recount"),
        ("Ann Lee, who in 2010 said the dam was safe, has left.", "who", "the dam was safe"),
        ("The clinic in Tarn has so far reported 38 injured.", "The clinic in Tarn", "38 injured"),
        ("The letter speaks of “an accident waiting to happen”.", "The letter", "“an accident waiting to happen”"),
    ],
)
def test_what_stands_in_the_verb_group(text, source, content, sources):
    assert sources([text]) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The line will open in May, a day later than first announced.",
        "Let's recall what happened in May.",
        "Troops responded to the attack with fire.",
        "The manager was informed of a leak in May, 12 days before the fire.",
    ],
)
def test_nobody_speaks(text, sources):
    assert sources([text]) == []


@pytest.mark.parametrize(
    "text",
    [
        "The two made a boat.",
        "The waiter took the plates.",
        "Talks about the lock began.",
        "A stand fell over.",
        "Her return is raising hope for others.",
        "The mayor's approval rating remains low.",
    ],
)
def test_the_head_of_a_phrase_is_no_cue_alone(text, statements):
    assert statements([text])[1] == []


def test_who_says_a_thing_no_longer_does_not_say_it(only):
    row = only(["The ferry minister no longer speaks of a leak."])
    assert (row["source"], row["polarity"]) == ("The ferry minister", "negative")


def test_a_participle_is_no_verb_without_an_auxiliary(sources):
    assert sources(["In a post written that day, Ann Lee wrote: “We are safe.”"]) == [("Ann Lee", "“We are safe.”")]
    assert sources(["Ann Lee has written that they are safe."]) == [("Ann Lee", "that they are safe")]


def test_a_note_reads_what_stands_in_it(sources):
    assert sources(["The note read: “The driver was late.”"]) == [("The note", "“The driver was late.”")]
    assert sources(["“The driver was late,” a note read."]) == [("a note", "“The driver was late,”")]
    assert sources(["“The driver was late,” read a note."]) == [("a note", "“The driver was late,”")]


@pytest.mark.parametrize("text", ["She read the note and left.", "The note reads like a threat.", "A note read by Bo."])
def test_who_reads_a_note_says_nothing(text, sources):
    assert sources([text]) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rents rose, but some said the levy helped.", [("some", "the levy helped")]),
        ("Many say the levy helped.", [("Many", "the levy helped")]),
        ("Some proposed levies never came.", []),
    ],
)
def test_a_determiner_may_stand_for_who_speaks(text, found, sources):
    assert sources([text]) == found


def test_a_stray_comma_parts_no_source_from_its_verb(sources):
    said = sources(["The hospital in Upton, said 20 people have been brought in."])
    assert said == [("The hospital in Upton", "20 people have been brought in")]
    assert sources(["The bridge, said police, was shut."])[0][0] == "police"
