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


SINGLE = [("'", "'", '"', '"'), ("‘", "’", "“", "”")]


@pytest.mark.parametrize("marks", SINGLE)
@pytest.mark.parametrize(
    ("text", "speaker", "quotation"),
    [
        ("‘The pier is gone,’ the harbour master told reporters beside the slip.", "the harbour master",
         "‘The pier is gone,’"),
        ("‘The pier is gone’, the harbour master told reporters beside the slip.", "the harbour master",
         "‘The pier is gone’"),
        ("‘The pier is gone,’ said Mia O’Neill.", "Mia O’Neill", "‘The pier is gone,’"),
        ("‘The rowers’ hut, from the ’90s, didn’t float,’ said Bo Dahl.", "Bo Dahl",
         "‘The rowers’ hut, from the ’90s, didn’t float,’"),
        ("‘My son shouted “jump,”’ Mia Holm told the inquest on Friday.", "Mia Holm", "‘My son shouted “jump,”’"),
        ("The warden, Bo Dahl, said: ‘The pier is gone.’", "The warden, Bo Dahl", "‘The pier is gone.’"),
        ("‘The pier,’ said Bo Dahl, ‘is gone.’", "Bo Dahl", "‘The pier,’ said Bo Dahl, ‘is gone.’"),
    ],
)  # fmt: skip
def test_single_marks_quote_as_double_ones_do(text, speaker, quotation, marks, only):
    printed = {"‘": marks[0], "’": marks[1], "“": marks[2], "”": marks[3]}
    text, speaker, quotation = (
        "".join(printed.get(sign, sign) for sign in words) for words in (text, speaker, quotation)
    )
    row = only([text])
    assert (row["source"], row["content"], row["type"], row["rule"] in {"tag", "clause after cue"}) == (
        speaker, quotation, "direct", True,
    )  # fmt: skip


@pytest.mark.parametrize("marks", SINGLE)
def test_a_speech_in_single_marks_over_paragraphs_has_one_speaker(marks, statements):
    first, last = (
        text.replace("‘", marks[0]).replace("’", marks[1])
        for text in ("‘We saw the rowers’ hut go.", "‘We ran for the cliff,’ said Mia Holm.")
    )
    quotes, attributions = statements([first], [last])
    assert [row["speaker"] for row in quotes] == ["Mia Holm", "Mia Holm"]
    assert [row["content"] for row in attributions] == [f"{first}\n\n{last[:23]}"]


def test_words_in_single_marks_inside_a_sentence_make_it_mixed(only):
    row = only(["The warden said the pier was 'as good as gone'."])
    assert (row["source"], row["content"], row["type"]) == (
        "The warden", "the pier was 'as good as gone'", "mixed",
    )  # fmt: skip


def test_two_single_marks_typed_for_a_double_one_are_no_part_of_who_speaks(only):
    row = only(["''The pier is gone for good,'' Bo Dahl, head of the yard, said."])
    assert (row["source"], row["content"], row["type"]) == (
        "Bo Dahl, head of the yard", "''The pier is gone for good,''", "direct",
    )  # fmt: skip


def test_a_paragraph_without_marks_is_announced_where_one_waits_for_it(sources):
    found = sources(["The pier is shut.", "The warden added:"], ["It leaks. It will go in spring."], ["Nobody left."])
    assert found == [("The warden", "It leaks. It will go in spring.")]


def test_nothing_is_announced_inside_a_paragraph_or_at_the_end(sources):
    assert sources(["The warden added:"]) == []
    assert sources(["The warden added:", "It leaks and it will go."]) == []


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        (["Cy Orr said his friend was on the bus."], "Cy Orr"),
        (["Cy Orr said the mayor had told him that the bus was late."], "Cy Orr"),
        (["The papers said the bus was late."], "Ann Lee"),
        (["The bus was late."], "Ann Lee"),
    ],
)
def test_a_paragraph_that_is_quoted_is_of_who_is_reported_in_the_one_before(before, speaker, statements):
    quotes, _ = statements(["“It is safe,” said Ann Lee."], before, ["“He was hurt and we wait for news.”"])
    assert quotes[-1]["speaker"] == speaker


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        (" Orr in an interview on Monday.", "Orr"),
        (" Cy Orr, the mayor, on Monday.", "Cy Orr"),
        (" on Monday.", "Ann Lee"),
    ],
)
def test_a_name_behind_a_quotation_that_waits_for_one_speaks_it(behind, speaker, statements):
    quotes, _ = statements(["“It is safe,” said Ann Lee."], ["“We will have frank talks on the bridge,”" + behind])
    assert quotes[-1]["speaker"] == speaker


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The warden called the talks “positive”.", [("positive", "partial", "The warden")]),
        ("“Nonsense,” said Bo Dahl.", [("Nonsense,", "speech", "Bo Dahl")]),
        ("The warden said the pier was “quite unsafe” now.", [("quite unsafe", "partial", "The warden")]),
        # Scare quotes, a name, and a word inside another quotation.
        ("The “smart” pier fell.", []),
        ("The warden said the “Heron” had left.", []),
        ("“He called it ‘grim’ to me,” said Bo Dahl.", [("He called it ‘grim’ to me,", "speech", "Bo Dahl")]),
    ],
)
def test_one_word_in_marks_is_quoted_where_somebody_speaks_it(text, rows, statements):
    assert [(row["text"], row["kind"], row["speaker"]) for row in statements([text])[0]] == rows


@pytest.mark.parametrize(
    ("sentences", "kinds"),
    [
        (["“In all of this,” said Bo Dahl, “the pier comes first.”"], ["speech", "speech"]),
        (["“We love the pier,” said Bo Dahl.", "“Our crew will mend it soon.”"], ["speech", "speech"]),
    ],
)
def test_a_quotation_that_its_tag_splits_is_one_utterance(sentences, kinds, statements):
    quotes, _ = statements(sentences)
    assert [row["kind"] for row in quotes] == kinds
    assert len({row["group_id"] for row in quotes}) == 1


@pytest.mark.parametrize(
    "sentences",
    [
        ["“We love the pier,” said Bo Dahl.", "It fell in May.", "“Our crew will mend it soon.”"],
        ["“We love the pier,” said Bo Dahl.", "“It is ugly and it is old,” said Ann Lee."],
        ["The warden said it was “a loss” and that the town had “no money left”."],
    ],
)
def test_what_is_told_between_two_quotations_makes_them_two(sentences, statements):
    assert len({row["group_id"] for row in statements(sentences)[0]}) == 2


def test_what_a_thing_is_described_as_is_quoted_of_nobody_known(statements):
    quotes = statements(["The pier was shut after a night described as “sheer chaos”."])[0]
    assert [(row["kind"], row["speaker"]) for row in quotes] == [("partial", None)]
