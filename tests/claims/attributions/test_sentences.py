"""Who says what: the source, the cue and the content of a sentence's attributions."""

import pytest


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Output is expected to fall.", "expected", "to fall"),
        ("Sales were expected to rise.", "expected", "to rise"),
        ("The road is reported closed.", "reported", "closed"),
        ("The dam was feared lost.", "feared", "lost"),
        ("The unions were told that pay would fall.", "told", "that pay would fall"),
        ("Two of the crew had drowned, it was feared.", "feared", "Two of the crew had drowned"),
    ],
)
def test_a_passive_without_an_agent_names_nobody(text, cue, content, only):
    row = only([text])
    assert (row["source"], row["source_canonical"], row["cue"], row["content"]) == (None, None, cue, content)


@pytest.mark.parametrize("text", ["The miners expected to strike.", "The miners are worried that the pit will close."])
def test_who_expects_or_is_worried_is_a_source(text, only):
    assert only([text])["source"] == "The miners"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kind"),
    [
        ("The mayor said that the bridge was safe.", "The mayor", "said", "that the bridge was safe", "indirect"),
        (
            "“The bridge is safe,” said Ann Lee, a spokeswoman for the city.",
            "Ann Lee, a spokeswoman for the city",
            "said",
            "“The bridge is safe,”",
            "direct",
        ),
        ("“The bridge is safe,” the mayor added.", "the mayor", "added", "“The bridge is safe,”", "direct"),
        (
            "The mayor said the bridge was “as safe as a house”.",
            "The mayor",
            "said",
            "the bridge was “as safe as a house”",
            "mixed",
        ),
        (
            "The bridge has been closed, the mayor said late on Friday, after a cable had snapped in the wind.",
            "the mayor",
            "said",
            "The bridge has been closed",
            "indirect",
        ),
        (
            "The bridge is safe, according to city officials.",
            "city officials",
            "according to",
            "The bridge is safe",
            "indirect",
        ),
        ("According to the mayor, the bridge is safe.", "the mayor", "According to", "the bridge is safe", "indirect"),
        (
            "The mayor told reporters that the bridge was safe.",
            "The mayor",
            "told",
            "that the bridge was safe",
            "indirect",
        ),
        (
            "The theft was claimed by a gang of students.",
            "a gang of students",
            "was claimed by",
            "The theft",
            "indirect",
        ),
        ("Ann Lee condemned the theft.", "Ann Lee", "condemned", "the theft", "indirect"),
        ("The mayor vowed to rebuild the bridge.", "The mayor", "vowed", "to rebuild the bridge", "indirect"),
    ],
)
def test_source_cue_and_content(text, source, cue, content, kind, only):
    row = only([text])
    assert (row["source"], row["cue"], row["content"], row["type"]) == (source, cue, content, kind)


def test_nobody_is_named_in_believed_to(only):
    row = only(["It was a fire believed to have been set by vandals."])
    assert (row["source"], row["cue_class"], row["naming"]) == (None, "distancing", "unattributed")


@pytest.mark.parametrize(
    "text",
    [
        "No group claimed responsibility for the theft.",
        "There were no reported thefts.",
        "The United States sent ships.",
    ],
)
def test_no_attribution(text, statements):
    assert statements([text])[1] == []


def test_did_not_say_is_negative(only):
    assert only(["The mayor did not say whether the bridge was safe."])["polarity"] == "negative"


def test_a_second_verb_has_the_subject_of_the_first(sources):
    assert sources(["The mayor said the bridge was safe and warned that the road was not."]) == [
        ("The mayor", "the bridge was safe"),
        ("The mayor", "that the road was not"),
    ]


def test_what_is_felt_inside_what_is_said_is_no_attribution_of_its_own(sources):
    assert sources(["The mayor said she wanted a bridge."]) == [("The mayor", "she wanted a bridge")]


def test_a_source_inside_what_another_says_is_nested(sources):
    found = sources(["Police said the driver told them the lamp was red."])
    assert found == [
        ("Police", "the driver told them the lamp was red"),
        ("the driver", "the lamp was red"),
    ]


def test_a_noun_before_of_is_no_verb(sources):
    assert sources(["The fire ended the sale, raising prices and fears of a loss."]) == []


def test_a_label_speaks_in_a_transcript(only):
    row = only(["LEE: The bridge is safe."])
    assert (row["source"], row["rule"], row["content"]) == ("LEE", "speaker label", "The bridge is safe")


@pytest.mark.parametrize(
    "text", ["The road crosses Ohio state, a town and a farm.", "The flood claimed more than 20 lives in May."]
)
def test_words_that_look_like_cues(text, statements):
    assert statements([text])[1] == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("At least 12 died, two later, said Ann Lee, who runs the port.", "Ann Lee", "At least 12 died, two later"),
        ("Police, fire crews and residents said it fell.", "Police, fire crews and residents", "it fell"),
        ("In recent weeks, police and residents said the road was shut.", "police and residents", "the road was shut"),
        ("“Go on,” Ann Lee said to the driver.", "Ann Lee", "“Go on,”"),
        ("The mayor’s latest claim that it is safe is old.", "The mayor", "that it is safe is old"),
        ("The mayor made the claim that it is safe.", "The mayor", "that it is safe"),
        ("The mayor resigned, calling for more.", "The mayor", "more"),
        ("On Monday it issued a report saying the road was shut.", "it", "the road was shut"),
        ("However, according to Apex, the three missed the boat.", "Apex", "the three missed the boat"),
        ("It is not known if the road was shut.", None, "if the road was shut"),
        ("Asked whether that figure was whole, Ann Lee said she did not know.", "Ann Lee", "she did not know"),
        ("The man was admitted on 24 February, the clinic said.", "the clinic", "The man was admitted on 24 February"),
    ],
)  # fmt: skip
def test_who_says_what(text, source, content, statements):
    assert [(row["source"], row["content"]) for row in statements([text])[1]] == [(source, content)]


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


def test_not_believed_to_is_negative(only):
    row = only(["The road is not believed to be safe."])
    assert (row["rule"], row["polarity"]) == ("agentless passive", "negative")


def test_who_puts_a_number_at_says_it(statements, only):
    row = only(["The company had put the number of passengers at about 198."])
    assert (row["source"], row["cue"], row["content"]) == (
        "The company",
        "put",
        "the number of passengers at about 198",
    )
    assert statements(["The company put the boxes at the door."])[1] == []


def test_who_has_seen_a_thing_says_nothing(only):
    row = only(["Ann Lee, who has seen the ledger, said that it was forged."])
    assert (row["source"], row["content"]) == ("Ann Lee", "that it was forged")


@pytest.mark.parametrize(
    "text",
    [
        "Lund Toys recalled 9,000 kites in 2021 over a similar fault.",
        "Lund Toys is recalling the kites because their strings can snap.",
        "84,000 kites recalled: check yours now.",
    ],
)
def test_a_maker_that_recalls_its_goods_says_nothing(text, statements):
    assert statements([text])[1] == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The drivers’ union speaks of 900 marchers.", "The drivers’ union", "900 marchers"),
        ("Witnesses spoke of at least three blasts.", "Witnesses", "at least three blasts"),
        ("The Harbour Party counts 30 injured.", "The Harbour Party", "30 injured"),
        ("The hospital counted dozens of injured.", "The hospital", "dozens of injured"),
        ("The union put the number at 900.", "The union", "the number at 900"),
    ],
)
def test_who_counts_or_speaks_of_a_number_is_its_source(text, source, content, only):
    row = only([text])
    assert (row["source"], row["content"]) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "The union counts on its friends.",
        "The union counts 900 members.",
        "The minister spoke to the union.",
        "The clerks counted the ballots.",
        "The drivers put their banners at the gate.",
    ],
)
def test_other_counting_and_speaking_has_no_source(text, statements):
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


def test_a_participle_behind_an_adverb_speaks_for_the_last_source(sources):
    assert sources(["The mayor said the dam was safe, even suggesting it was new."]) == [
        ("The mayor", "the dam was safe"),
        ("The mayor", "it was new"),
    ]


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


def test_an_age_ends_no_content(sources):
    assert sources(["The man, 52, denies the theft, his lawyer said."]) == [
        ("his lawyer", "The man, 52, denies the theft"),
        ("The man, 52", "the theft"),
    ]


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


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The ministry reported 12 dead.", "The ministry", "12 dead"),
        ("Local media reported 12 dead.", "Local media", "12 dead"),
        ("Unconfirmed reports put the number of dead at 40.", "Unconfirmed reports", "the number of dead at 40"),
        ("The mayor was quoted by the paper as saying the road was shut.", "The mayor", "the road was shut"),
        ("The union has warned for years that the boats are unsafe.", "The union", "that the boats are unsafe"),
        ("The union itself claims 12 percent.", "The union", "12 percent"),
        ("The firm did not respond to questions.", "The firm", "questions"),
    ],
)
def test_who_reports_what(text, source, content, sources):
    assert sources([text]) == [(source, content)]


def test_what_somebody_was_told_does_not_reach_over_a_semicolon(sources):
    assert sources(["Parents say they were not told; the school says they were."]) == [
        ("Parents", "they were not told"),
        ("the school", "they were"),
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The minister spoke of her fear for the town.", "The minister", "her fear for the town"),
        ("The coach talked about the long winter.", "The coach", "the long winter"),
        ("The bakers resent the tax.", "The bakers", "the tax"),
        ("The vicar made it clear that the bell would ring.", "The vicar", "that the bell would ring"),
        ("The coach took issue with the rules.", "The coach", "the rules"),
        ("The chess club would like to meet in June.", "The chess club", "to meet in June"),
        ("The firm downplayed the leak.", "The firm", "the leak"),
        ("Two swimmers agree with the coach.", "Two swimmers", "the coach"),
    ],
)
def test_who_talks_about_feels_or_judges_a_thing(text, source, content, sources):
    assert sources([text]) == [(source, content)]


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


def test_a_noun_that_heads_a_phrase_stays_in_a_name(sources):
    assert sources(["The Rail Safety Branch said the tram was fast."]) == [
        ("The Rail Safety Branch", "the tram was fast")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Asked whether he would support an inquiry, the coach said no.", [("the coach", "no")]),
        ("When pressed on why she backed the ban, the coach said it was fair.", [("the coach", "it was fair")]),
        ("The club asked whether the lock was safe.", [("The club", "whether the lock was safe")]),
    ],
)
def test_what_somebody_is_asked_is_not_what_they_say(text, found, sources):
    assert sources([text]) == found


@pytest.mark.parametrize("text", ["Police reportedly questioned two managers.", "Detectives questioned Ann Lee."])
def test_who_questions_a_person_reports_nothing(text, sources):
    assert sources([text]) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Police questioned the managers’ motives.", "Police", "the managers’ motives"),
        ("Records seen by the paper show the dam had cracked.", "Records seen by the paper", "the dam had cracked"),
        ("Letters obtained by the paper show how it hid a loss.", "Letters obtained by the paper", "how it hid a loss"),
        ("A video of the crash shows a lorry on its side.", "A video of the crash", "a lorry on its side"),
    ],
)
def test_documents_show_and_motives_are_questioned(text, source, content, sources):
    assert sources([text]) == [(source, content)]
