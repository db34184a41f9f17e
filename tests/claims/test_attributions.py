"""Who says what."""

import json

import pytest

from samestory.claims.attributions import find_in_sentences
from samestory.claims.attributions_rows import attribution_rows
from samestory.claims.quotes import join_quotations, quote_rows
from samestory.claims.sources_joint import single_sources
from samestory.claims.sources_within import name_within
from samestory.claims.statements_tokens import Article, Quotation, tokenise


def article(*paragraphs):
    """Make an article of paragraphs of sentences; “ and ” give the quotations, an open one goes on."""
    text, sentences, quotations = "", [], []
    group = None
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph:
            sentences.append(tokenise("d", len(text), sentence, "body", number))
            text += sentence + " "
        begin = len(text) - len(" ".join(paragraph)) - 1
        printed, at = " ".join(paragraph), 0
        while (opened := printed.find("“", at)) >= 0:
            closed = printed.find("”", opened)
            end = closed if closed >= 0 else len(printed)
            group = group or f"d:{begin + opened}"
            quotations.append(Quotation(begin + opened + 1, begin + end, group))
            group = None if closed >= 0 else group
            at = end
        text = text[:-1] + "\n\n"
    return Article("d", text, sentences, quotations)


def statements(*paragraphs):
    one = article(*paragraphs)
    found = join_quotations(one, find_in_sentences(one))
    quotes, attributions = quote_rows(one, found), attribution_rows(one, found)
    antecedents = {a.source: one.text[slice(*a.antecedent)] for a in found if a.source and a.antecedent}
    name_within(one, quotes, attributions, antecedents)
    for row in quotes:
        assert one.text[row["start"] : row["end"]] == row["text"]
    for row in attributions:
        assert one.text[row["content_start"] : row["content_end"]] == row["content"]
    return quotes, sorted(attributions, key=lambda row: row["content_start"])


def only(*paragraphs):
    attributions = statements(*paragraphs)[1]
    assert len(attributions) == 1, attributions
    return attributions[0]


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
def test_a_passive_without_an_agent_names_nobody(text, cue, content):
    row = only([text])
    assert (row["source"], row["source_canonical"], row["cue"], row["content"]) == (None, None, cue, content)


@pytest.mark.parametrize("text", ["The miners expected to strike.", "The miners are worried that the pit will close."])
def test_who_expects_or_is_worried_is_a_source(text):
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
def test_source_cue_and_content(text, source, cue, content, kind):
    row = only([text])
    assert (row["source"], row["cue"], row["content"], row["type"]) == (source, cue, content, kind)


def test_nobody_is_named_in_believed_to():
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
def test_no_attribution(text):
    assert statements([text])[1] == []


def test_a_tag_splits_its_content():
    row = only(["“We lost,” said the coach, “but we will be back.”"])
    assert row["content"] == "“We lost,” said the coach, “but we will be back.”"
    assert row["parts"] == "[[0, 10], [27, 49]]"


def test_did_not_say_is_negative():
    assert only(["The mayor did not say whether the bridge was safe."])["polarity"] == "negative"


def test_the_speaker_of_a_quotation_over_paragraphs_may_stand_at_its_end():
    quotes, _ = statements(["“We ask for help."], ["“We need it now,” the spokesman said."])
    assert [row["speaker"] for row in quotes] == ["the spokesman", "the spokesman"]


def test_a_floating_quotation_is_of_the_last_speaker():
    quotes, attributions = statements(["“We lost the match,” said Ann Lee."], ["“We will be back next year.”"])
    assert [row["speaker"] for row in quotes] == ["Ann Lee", "Ann Lee"]
    assert attributions[1]["rule"] == "carried over"


def test_pronouns_and_short_forms_are_who_was_named_before():
    _, attributions = statements(
        ["Prime Minister Maria del Campo said the port was open."],
        ["She said ships had left."],
        ["A spokesman for the port authority said cranes were running."],
        ["The spokesman said more would come."],
        ["Del Campo said she was glad."],
    )
    assert [row["source_canonical"] for row in attributions][:4] == [
        "Maria del Campo",
        "Maria del Campo",
        "spokesman for the port authority",
        "spokesman for the port authority",
    ]


def test_anonymity_is_stated_in_the_next_sentence():
    row = only(["A port official said the crane fell.", "He spoke on condition of anonymity."])
    assert (row["naming"], row["actor_type"]) == ("anonymity_stated", "government")


def sources(*paragraphs):
    return [(row["source"], row["content"]) for row in statements(*paragraphs)[1]]


def test_a_second_verb_has_the_subject_of_the_first():
    assert sources(["The mayor said the bridge was safe and warned that the road was not."]) == [
        ("The mayor", "the bridge was safe"),
        ("The mayor", "that the road was not"),
    ]


def test_what_is_felt_inside_what_is_said_is_no_attribution_of_its_own():
    assert sources(["The mayor said she wanted a bridge."]) == [("The mayor", "she wanted a bridge")]


def test_a_source_inside_what_another_says_is_nested():
    found = sources(["Police said the driver told them the lamp was red."])
    assert found == [
        ("Police", "the driver told them the lamp was red"),
        ("the driver", "the lamp was red"),
    ]


def test_who_stands_for_the_noun_before_it():
    row = statements(["They met Ann Lee, who said the bridge was safe."])[1][0]
    assert (row["source"], row["source_canonical"], row["source_evidence"]) == ("who", "Ann Lee", "antecedent")


def test_an_announced_quotation_stands_in_the_next_paragraph():
    quotes, _ = statements(["The mayor said:"], ["“The bridge is safe and so is the road.”"])
    assert [(row["speaker"], row["rule"]) for row in quotes] == [("The mayor", "announced")]


def test_a_quotation_that_ended_is_not_of_the_next_speaker():
    quotes, _ = statements(["“We lost it all,” said Ann Lee. “It is gone.” Bo Dahl added, “We will build again.”"])
    assert quotes[-1]["speaker"] == "Bo Dahl"


def test_a_speaker_with_two_appositions():
    row = only(["“It is safe,” Ann Lee, the mayor of Upton, one of the towns there, said on Friday."])
    assert row["source"] == "Ann Lee, the mayor of Upton, one of the towns there"


def test_a_noun_before_of_is_no_verb():
    assert sources(["The fire ended the sale, raising prices and fears of a loss."]) == []


def test_a_named_thing_is_content_without_the_pronoun():
    assert sources(["Critics called it a waste."]) == [("Critics", "a waste")]


def test_a_label_speaks_in_a_transcript():
    row = only(["LEE: The bridge is safe."])
    assert (row["source"], row["rule"], row["content"]) == ("LEE", "speaker label", "The bridge is safe")


def test_attacks_claimed_by_a_group():
    row = only(["The town saw 70 thefts claimed by a gang of students."])
    assert (row["source"], row["content"], row["rule"]) == ("a gang of students", "70 thefts", "passive")


@pytest.mark.parametrize("counted", ["more than 70 thefts", "at least seventy thefts", "about 70 thefts", "two thefts"])
def test_a_content_begins_before_what_compares_its_number(counted):
    assert only([f"The town saw {counted} claimed by a gang."])["content"] == counted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The bridge is safe today,” said Ann Lee.", "speech"),
        ("The mayor called the bridge “a great loss”.", "partial"),
        ("The “safe bridge” fell.", "scare"),
        ("They read the novel “Bridge of Sighs” aloud.", "title"),
    ],
)
def test_speech_parts_scare_quotes_and_titles(text, kind):
    assert [row["kind"] for row in statements([text])[0]] == [kind]


def test_a_surname_is_who_the_article_named_anywhere():
    row = only(["The town met Prime Minister Maria del Campo.", "Mrs. Campo said ships had left."])
    assert (row["source_canonical"], row["source_evidence"]) == ("Maria del Campo", "fuller_name")


def test_the_author_is_nobody_named_before():
    rows = statements(["Ann Lee said the road was shut."], ["I think it was open."])[1]
    assert rows[1]["source_canonical"] is None


def test_he_is_no_group_and_no_face():
    rows = statements(["Ann Lee said the road was shut."], ["All of them were sad, she said."])[1]
    assert [row["source_canonical"] for row in rows] == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize(
    "text", ["The road crosses Ohio state, a town and a farm.", "The flood claimed more than 20 lives in May."]
)
def test_words_that_look_like_cues(text):
    assert statements([text])[1] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Prime Minister Theresa May said the road was open.", "Prime Minister Theresa May"),
        ("The road fell in (Photo: PA) Drivers described the noise.", "Drivers"),
        ("The town got a statement that said the road was open.", "that"),
    ],
)
def test_where_a_source_begins_and_ends(text, source):
    assert only([text])["source"] == source


def test_two_sources_of_one_attribution_are_one_row_with_two_names():
    row = only(["Ann Lee and Bo Dahl said the road was open."])
    assert (row["source"], row["source_canonical"]) == ("Ann Lee and Bo Dahl", "Ann Lee and Bo Dahl")
    assert json.loads(row["sources"]) == ["Ann Lee", "Bo Dahl"]


@pytest.mark.parametrize(
    ("first", "pronoun", "who"),
    [
        ("Officials said the road was shut.", "She", None),
        ("Mr. Lee said the road was shut.", "He", "Mr. Lee"),
        ("Lee, the mayor, said the road was shut.", "He", "Lee"),
        ("Ann Lee and Bo Dahl said the road was shut.", "She", None),
        ("Ann Lee and Bo Dahl said the road was shut.", "They", "Ann Lee and Bo Dahl"),
    ],
)
def test_who_a_pronoun_can_stand_for(first, pronoun, who):
    rows = statements([first], [f"{pronoun} said it was open."])[1]
    assert rows[1]["source_canonical"] == who


def test_a_capital_at_the_start_of_a_sentence_is_no_name():
    row = only(["But Apex was sold.", "Apex said the road was open."])
    assert row["source_canonical"] == "Apex"


def test_an_apposition_is_no_part_of_a_name():
    row = only(["Apex, a maker of cranes, said the road was open."])
    assert (row["source"], row["source_canonical"]) == ("Apex, a maker of cranes", "Apex")


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
    ],
)  # fmt: skip
def test_who_says_what(text, source, content):
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
def test_no_participle_and_no_title_speaks(text):
    assert statements([text])[1] == []


def test_a_quotation_without_a_tag_is_of_whom_the_sentence_before_names():
    quotes, _ = statements(
        ["“We lost it all,” said Ann Lee."],
        ["The road was shut, Bo Dahl said.", "“Nobody knows when it will open.”"],
        ["Cy Orr had walked home.", "“It took me all night long.”"],
        ["In May the mayor made this comment:"],
        ["“The road will never be shut.”"],
    )
    assert [(row["speaker"], row["rule"]) for row in quotes] == [
        ("Ann Lee", "tag"),
        ("Bo Dahl", "carried over"),
        ("Cy Orr", "subject before"),
        ("the mayor", "announced"),
    ]


def test_a_heading_in_marks_is_no_speech():
    quotes, attributions = statements(["“We lost it all,” said Ann Lee."], ["“The Long Road Home”"], ["It rained."])
    assert len(attributions) == 1
    assert quotes[-1]["speaker"] is None


def test_not_believed_to_is_negative():
    row = only(["The road is not believed to be safe."])
    assert (row["rule"], row["polarity"]) == ("agentless passive", "negative")


def test_who_puts_a_number_at_says_it():
    row = only(["The company had put the number of passengers at about 198."])
    assert (row["source"], row["cue"], row["content"]) == (
        "The company",
        "put",
        "the number of passengers at about 198",
    )
    assert statements(["The company put the boxes at the door."])[1] == []


def test_two_who_have_a_title_each_speak_together():
    row = only(["Prime minister Ann Lee and transport minister Bo Dahl said the line would reopen."])
    assert row["source"] == "Prime minister Ann Lee and transport minister Bo Dahl"
    assert len(single_sources(row["source"])) == 2


def test_what_a_test_found_is_no_speaker():
    row = only(["Tests by the lab, run twice for the Courier, found sand in the flour."])
    assert row["source"].startswith("Tests by the lab")
    assert row["content"] == "sand in the flour"


def test_who_has_seen_a_thing_says_nothing():
    row = only(["Ann Lee, who has seen the ledger, said that it was forged."])
    assert (row["source"], row["content"]) == ("Ann Lee", "that it was forged")


def test_what_a_thing_is_seen_as_is_said():
    assert only(["Ann Lee saw the ledger as a forgery."])["content"] == "the ledger as a forgery"


def test_a_name_before_its_apposition_is_what_who_stands_for():
    rows = statements(["Ann Lee, the port's treasurer, who claims that the ledger is forged."], ["“It is,” she said."])[
        1
    ]
    assert [(row["source"], row["source_canonical"]) for row in rows] == [("who", "Ann Lee"), ("she", "Ann Lee")]


def test_a_place_before_a_role_is_no_name_of_it():
    row = only(["In Upton, the port treasurer, who claims that the ledger is forged."])
    assert row["source_canonical"] == "port treasurer"


@pytest.mark.parametrize(
    ("content", "who"),
    [("The quay would stay shut until April 7", "port authority"), ("The navy would patrol the quay", "navy")],
)
def test_it_after_its_content_is_a_speaker(content, who):
    rows = statements(["The port authority said that the quay had cracks."], [f"{content}, it said."])[1]
    assert (rows[1]["source"], rows[1]["source_canonical"]) == ("it", who)
