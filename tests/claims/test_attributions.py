"""Who says what."""

import pytest

from samestory.claims.attributions import find_in_sentences
from samestory.claims.attributions_rows import attribution_rows
from samestory.claims.quotes import join_quotations, quote_rows
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
