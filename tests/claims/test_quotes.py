"""Who speaks the stretches between quotation marks."""

import pytest


def test_the_speaker_of_a_quotation_over_paragraphs_may_stand_at_its_end(statements):
    quotes, _ = statements(["“We ask for help."], ["“We need it now,” the spokesman said."])
    assert [row["speaker"] for row in quotes] == ["the spokesman", "the spokesman"]


def test_a_floating_quotation_is_of_the_last_speaker(statements):
    quotes, attributions = statements(["“We lost the match,” said Ann Lee."], ["“We will be back next year.”"])
    assert [row["speaker"] for row in quotes] == ["Ann Lee", "Ann Lee"]
    assert attributions[1]["rule"] == "carried over"


def test_an_announced_quotation_stands_in_the_next_paragraph(statements):
    quotes, _ = statements(["The mayor said:"], ["“The bridge is safe and so is the road.”"])
    assert [(row["speaker"], row["rule"]) for row in quotes] == [("The mayor", "announced")]


def test_a_quotation_that_ended_is_not_of_the_next_speaker(statements):
    quotes, _ = statements(["“We lost it all,” said Ann Lee. “It is gone.” Bo Dahl added, “We will build again.”"])
    assert quotes[-1]["speaker"] == "Bo Dahl"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The bridge is safe today,” said Ann Lee.", "speech"),
        ("The mayor called the bridge “a great loss”.", "partial"),
        ("The “safe bridge” fell.", "scare"),
        ("They read the novel “Bridge of Sighs” aloud.", "title"),
    ],
)
def test_speech_parts_scare_quotes_and_titles(text, kind, statements):
    assert [row["kind"] for row in statements([text])[0]] == [kind]


def test_a_quotation_without_a_tag_is_of_whom_the_sentence_before_names(statements):
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


def test_a_heading_in_marks_is_no_speech(statements):
    quotes, attributions = statements(["“We lost it all,” said Ann Lee."], ["“The Long Road Home”"], ["It rained."])
    assert len(attributions) == 1
    assert quotes[-1]["speaker"] is None
