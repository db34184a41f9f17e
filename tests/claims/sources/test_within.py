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


@pytest.mark.parametrize(
    ("anonymous", "pronoun", "who"),
    [
        ("An insider said on condition of anonymity that the dam leaked.", "She", "insider"),
        ("An aide said on condition of anonymity that Mayor Bo Dahl had warned of it.", "He", "aide"),
        ("One of the workers, asking not to be named, said the dam leaked.", "She", "One of the workers"),
        ("A person familiar with the plan said it was late.", "He", "person familiar with the plan"),
        ("An aide said on condition of anonymity that the dam leaked.", "They", "aide"),
        ("A surveyor, who asked for anonymity, said the dam leaked.", "He", "surveyor"),
        # Several do not make one, a paper is nobody, and a man is no woman.
        ("A newspaper said the dam leaked.", "He", "Cy Moe"),
        ("Two aides said on condition of anonymity that the dam leaked.", "He", "Cy Moe"),
        ("A spokesman for the port said the dam leaked.", "She", "Cy Moe"),
    ],
)
def test_a_pronoun_behind_a_source_without_a_name_stands_for_it(anonymous, pronoun, who, statements):
    rows = statements(["Cy Moe said the river was high."], [anonymous], [f"{pronoun} said it was late."])[1]
    assert rows[-1]["source_canonical"] == who


def test_who_speaks_goes_on_rather_than_whom_they_speak_of(statements):
    rows = statements(["Cy Moe said Bo Dahl had denied the leak.", "He said it was large."])[1]
    assert rows[-1]["source_canonical"] == "Cy Moe"
    rows = statements(["When he denied the leak, Bo Dahl said it was small.", "He said it was old."])[1]
    assert rows[-1]["source_canonical"] == "Bo Dahl"


def names(statements, *paragraphs):
    return [row["source_canonical"] for row in statements(*([text] for text in paragraphs))[1]]


@pytest.mark.parametrize(
    ("full", "short", "who"),
    [
        ("Upton Foods said it was sorry.", "Upton said it would pay.", "Upton Foods"),
        ("The Upton Group said it was sorry.", "Upton said it would pay.", "Upton Group"),
        ("The Tarn Liberation Front said it was ready.", "The Front said it would wait.", "Tarn Liberation Front"),
        (
            "The train operator Upton Southern said it was sorry.",
            "Upton said it would pay.",
            "Upton Southern",
        ),
        ("Upton Foods said shares in Upton fell.", "Upton said it would pay.", "Upton Foods"),
        ("Upton Foods said a shop in Upton Street burned.", "Upton said it would pay.", "Upton Foods"),
        # A place is no body that bears its name.
        ("Upton Cement said it was sorry for those in Upton.", "Upton said it would pay.", "Upton"),
        # A council is not its town.
        ("Upton council said it was sorry.", "Upton said it would pay.", "Upton"),
    ],
)
def test_a_short_form_is_the_body_that_is_named_in_full(full, short, who, statements):
    assert names(statements, full, short)[1] == who


def test_of_two_bodies_of_one_name_neither_is_the_short_form(statements):
    assert names(statements, "Upton Foods said so.", "Upton Steel said so.", "Upton said it was late.") == [
        "Upton Foods",
        "Upton Steel",
        "Upton",
    ]


def test_of_a_person_and_a_body_the_one_named_before_is_meant(statements):
    body, person = "Dahl Foods said it was sorry.", "Mayor Bo Dahl said it was late."
    assert names(statements, body, "Dahl said it would pay.", person)[1] == "Dahl Foods"
    assert names(statements, person, body, "Dahl said it was bad.")[2] == "Bo Dahl"
    assert names(statements, "Mayor Ann Holt said so.", "Bo Holt said so.", "Holt said it was late.")[2] == "Holt"


def test_the_firm_is_the_company_told_by_what_it_does(statements):
    told = ["The train operator Upton Southern said it was sorry.", "The firm said it would pay."]
    assert names(statements, *told) == ["Upton Southern"] * 2


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        (
            [
                "The Ministry of Health said so.",
                "The ministry added that ten were hurt.",
                "The health ministry agreed.",
            ],
            ["Ministry of Health", "Ministry of Health"],
        ),
        (["Prosecutor Eva Dahl told us she had opened an inquiry.", "“It is early,” she said."], ["Eva Dahl"] * 2),
        (["According to figures released by the health ministry, 11 people drowned."], ["health ministry"]),
        (
            ["The vote was fair, said Douglas Finch.", "Finch's spokesman said the mayor was glad."],
            ["Douglas Finch", "Finch's spokesman"],
        ),
        (["“There was no warning,” says Lena, 34."], ["Lena"]),
        (["Two were hurt, a doctor at Tarn Valley Clinic said."], ["doctor at Tarn Valley Clinic"]),
        (
            ["Bo Dahl said so.", "“They knew,” said a welder.", "He said he had told the foreman twice."],
            ["Bo Dahl", "welder", "welder"],
        ),
        (
            ["Bo Dahl told us the fire was out.", "About 1,200 residents had been moved out, he said."],
            ["Bo Dahl", "Bo Dahl"],
        ),
        (
            ["Union officials blame the mill.", "The management was warned in May, they say."],
            ["Union officials", "Union officials"],
        ),
        (
            [
                "The council says the air is safe.",
                "The environmental group Clear Tarn disagrees.",
                "It says it is not.",
            ],
            ["council", "Clear Tarn"],
        ),
        (
            ["Teamsters have threatened to strike.", "They want more pay."],
            ["Teamsters", "Teamsters"],
        ),
    ],
)
def test_who_is_meant_in_a_later_sentence(paragraph, names, statements):
    rows = statements(paragraph)[1]
    assert [row["source_canonical"] for row in rows][: len(names)] == names


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        (
            ["In a letter, Blue Anchor said the quay was safe.", "It said it had lost no barge, and denied any leak."],
            ["Blue Anchor", "Blue Anchor", "Blue Anchor"],
        ),
        (
            [
                "Blue Anchor Lines, the owner, said 12 were aboard.",
                "Blue Anchor said the quay was safe.",
                "It denied that.",
            ],
            ["Blue Anchor Lines", "Blue Anchor Lines", "Blue Anchor Lines"],
        ),
        (
            [
                "The harbour board said the quay was safe.",
                "The nurse Ann Lee said a pile was loose.",
                "It denied this.",
            ],
            ["harbour board", "Ann Lee", "harbour board"],
        ),
        (["Somebody claimed that the barge had sunk.", "It said nothing was left."], ["Somebody", None]),
        (
            ["The harbour board said so.", "The claim came from Grey Heron, a band.", "It said it had sunk the barge."],
            ["harbour board", "Grey Heron"],
        ),
        (
            [
                "A clerk said so.",
                "A second diver disputes that.",
                "The lock, they said, was open.",
                "“We saw it open.”",
            ],
            ["clerk", "second diver", "second diver", "second diver"],
        ),
        (["The coast guard counted 12 boats.", "It said two had sunk."], ["coast guard", "coast guard"]),
        (["You think the barge sank.", "It said nothing was left."], [None, None]),
        (["The warden, Ann Lee, said the clinic had, as it maintains, been told."], ["Ann Lee", None]),
        (
            ["A second diver disputes the hour.", "The lock, they said, had opened at noon."],
            ["second diver", "second diver"],
        ),
    ],
)
def test_what_it_and_they_stand_for(paragraph, names, statements):
    rows = sorted(statements(paragraph)[1], key=lambda row: row["cue_start"] or row["content_start"])
    assert [row["source_canonical"] for row in rows][: len(names)] == names


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        (
            [
                "The clerk Bo Dahl said the lock was shut.",
                "Dame Ann Lee, the board's chair, held up a letter.",
                "“They were told.",
                "They did nothing,” she said.",
            ],
            "Ann Lee",
        ),
        (["Dale Sand, 58, of Apple Wharf served on the barge.", "“You could hear the pumps,” he said."], "Dale Sand"),
        (["Captain Bo Dahl said the barge sank.", "Divers had raised the bell, he said."], "Bo Dahl"),
        (
            ["Nurse Ann Lee said the ward was full.", "Asked whether Blue Anchor was to blame, she answered: “No.”"],
            "Ann Lee",
        ),
        (["The clock in Nazir Sand's boat had stopped.", "Sand says it was noon."], "Nazir Sand"),
    ],
)
def test_who_speaks_is_whom_the_sentence_before_is_about(paragraph, name, statements):
    assert statements(paragraph)[1][-1]["source_canonical"] == name


def test_a_firm_keeps_the_sign_in_its_name(only):
    row = only(["Lamb & Thorn said the shop was shut."])
    assert (row["source_canonical"], row["naming"]) == ("Lamb & Thorn", "named")


def test_the_bank_of_an_article_is_not_another_that_it_names_later(statements):
    rows = statements(
        ["The bank said the tills were shut."],
        ["The Bank of Tarn said they were not."],
        ["The bank said they were now open."],
    )[1]
    assert [row["source_canonical"] for row in rows] == ["bank", "Bank of Tarn", "bank"]
