"""Who a source is: pronouns, short forms and appositions within an article."""

import json

import pytest


def test_pronouns_and_short_forms_are_who_was_named_before(statements):
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


def test_anonymity_is_stated_in_the_next_sentence(only):
    row = only(["A port official said the crane fell.", "He spoke on condition of anonymity."])
    assert (row["naming"], row["actor_type"]) == ("anonymity_stated", "government")


def test_who_stands_for_the_noun_before_it(statements):
    row = statements(["They met Ann Lee, who said the bridge was safe."])[1][0]
    assert (row["source"], row["source_canonical"], row["source_evidence"]) == ("who", "Ann Lee", "antecedent")


def test_a_surname_is_who_the_article_named_anywhere(only):
    row = only(["The town met Prime Minister Maria del Campo.", "Mrs. Campo said ships had left."])
    assert (row["source_canonical"], row["source_evidence"]) == ("Maria del Campo", "fuller_name")


def test_the_author_is_nobody_named_before(statements):
    rows = statements(["Ann Lee said the road was shut."], ["I think it was open."])[1]
    assert rows[1]["source_canonical"] is None


def test_he_is_no_group_and_no_face(statements):
    rows = statements(["Ann Lee said the road was shut."], ["All of them were sad, she said."])[1]
    assert [row["source_canonical"] for row in rows] == ["Ann Lee", "Ann Lee"]


def test_two_sources_of_one_attribution_are_one_row_with_two_names(only):
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
def test_who_a_pronoun_can_stand_for(first, pronoun, who, statements):
    rows = statements([first], [f"{pronoun} said it was open."])[1]
    assert rows[1]["source_canonical"] == who


def test_a_capital_at_the_start_of_a_sentence_is_no_name(only):
    row = only(["But Apex was sold.", "Apex said the road was open."])
    assert row["source_canonical"] == "Apex"


def test_an_apposition_is_no_part_of_a_name(only):
    row = only(["Apex, a maker of cranes, said the road was open."])
    assert (row["source"], row["source_canonical"]) == ("Apex, a maker of cranes", "Apex")


def test_a_name_before_its_apposition_is_what_who_stands_for(statements):
    rows = statements(["Ann Lee, the port's treasurer, who claims that the ledger is forged."], ["“It is,” she said."])[
        1
    ]
    assert [(row["source"], row["source_canonical"]) for row in rows] == [("who", "Ann Lee"), ("she", "Ann Lee")]


def test_a_place_before_a_role_is_no_name_of_it(only):
    row = only(["In Upton, the port treasurer, who claims that the ledger is forged."])
    assert row["source_canonical"] == "port treasurer"


@pytest.mark.parametrize(
    ("content", "who"),
    [("The quay would stay shut until April 7", "port authority"), ("The navy would patrol the quay", "navy")],
)
def test_it_after_its_content_is_a_speaker(content, who, statements):
    rows = statements(["The port authority said that the quay had cracks."], [f"{content}, it said."])[1]
    assert (rows[1]["source"], rows[1]["source_canonical"]) == ("it", who)


@pytest.mark.parametrize(
    ("before", "sentence", "who"),
    [
        ("Mr. Dahl did not comment.", "In a speech on Monday, he said the road was safe.", "Mr. Dahl"),
        ("Bo Dahl, a clerk, waved his hat.", "“It is safe,” he said.", "Bo Dahl"),
        # Who spoke in that sentence speaks on; a thing or a man without a name is not taken up; "he" is no Mrs.
        ("Bo Dahl was hurt by a car, Cy Moe said.", "He said the lamp was red.", "Cy Moe"),
        ("The man was hurt by a car.", "She said the lamp was red.", "Ann Lee"),
        ("Mrs. Dahl did not comment.", "He said the lamp was red.", "Ann Lee"),
    ],
)
def test_a_pronoun_is_the_person_the_sentence_before_was_about(before, sentence, who, statements):
    rows = statements(["Ann Lee said the road was shut."], [before, sentence])[1]
    assert rows[-1]["source_canonical"] == who


def test_the_dead_do_not_speak(statements):
    rows = statements(["Ann Lee said the road was shut."], ["The third victim, a clerk, died on Monday, she said."])[1]
    assert [row["source_canonical"] for row in rows] == ["Ann Lee", "Ann Lee"]


def test_they_are_more_than_one_person(statements):
    rows = statements(["The guards said the road was shut.", "Ann Lee said it was open.", "They said it was not."])[1]
    assert rows[-1]["source_canonical"] == "guards"


def test_the_company_is_the_one_company_that_has_spoken(statements):
    rows = statements(["Upton Line said it was sorry.", "The company said it would pay."])[1]
    assert [row["source_canonical"] for row in rows] == ["Upton Line", "Upton Line"]
    rows = statements(["Upton Line said it was sorry, and Marlow Line said so too.", "The company said it would."])[1]
    assert rows[-1]["source_canonical"] == "company"


def test_a_company_that_is_named_before_is_it(statements):
    rows = statements(
        ["The fire service said two people died."],
        ["Lund Foods said in a statement that work had stopped.", "It did not say what caused the fire."],
    )[1]
    assert [row["source_canonical"] for row in rows] == ["fire service", "Lund Foods", "Lund Foods"]
