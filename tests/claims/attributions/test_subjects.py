"""Where the words for who speaks begin and end."""

import pytest

from samestory.claims.sources.joint import single_sources


def test_a_speaker_with_two_appositions(only):
    row = only(["“It is safe,” Ann Lee, the mayor of Upton, one of the towns there, said on Friday."])
    assert row["source"] == "Ann Lee, the mayor of Upton, one of the towns there"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Prime Minister Theresa May said the road was open.", "Prime Minister Theresa May"),
        ("The road fell in (Photo: PA) Drivers described the noise.", "Drivers"),
        ("The town got a statement that said the road was open.", "that"),
    ],
)
def test_where_a_source_begins_and_ends(text, source, only):
    assert only([text])["source"] == source


def test_two_who_have_a_title_each_speak_together(only):
    row = only(["Prime minister Ann Lee and transport minister Bo Dahl said the line would reopen."])
    assert row["source"] == "Prime minister Ann Lee and transport minister Bo Dahl"
    assert len(single_sources(row["source"])) == 2


def test_what_a_test_found_is_no_speaker(only):
    row = only(["Tests by the lab, run twice for the Courier, found sand in the flour."])
    assert row["source"].startswith("Tests by the lab")
    assert row["content"] == "sand in the flour"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mill has stopped, the company and the Lake Safety Board said.", "the company and the Lake Safety Board"),
        ("The council and the union said that the mill would open.", "The council and the union"),
        ("The fire reached the council and the mayor said that it was grave.", "the mayor"),
    ],
)
def test_two_bodies_that_open_a_clause_speak_together(text, source, only):
    assert only([text])["source"] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The bridge is safe,” said the mayor, Ann Lee.", "the mayor, Ann Lee"),
        ("“The bridge is safe,” said the presiding judge, Bo van Dahl, on Monday.", "the presiding judge"),
        ("The bridge is safe by any measure, said the presiding judge, Bo Dahl.", "the presiding judge, Bo Dahl"),
        ("“The bridge is safe,” said the mayor, Monday.", "the mayor"),
        ("At a meeting of the council the mayor said that the bridge was safe.", "the mayor"),
    ],
)
def test_a_source_is_named_behind_its_role(text, source, only):
    assert only([text])["source"] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "An aide who spoke on condition of anonymity said the dam leaked.",
            "An aide who spoke on condition of anonymity",
        ),
        ("The man who owns the mill said the dam leaked.", "The man who owns the mill"),
        ("One of the workers said the dam leaked.", "One of the workers"),
        ("The dam had leaked since May, said an aide who asked not to be named.", "an aide"),
        ("An aide, who was not authorised to speak to the press, said the dam leaked.", "An aide"),
        # The clause behind "who" has a subject of its own.
        ("They arrested a man who the guards said had fled.", "the guards"),
    ],
)
def test_who_speaks_may_have_a_clause_of_its_own(text, source, statements):
    assert source in [row["source"] for row in statements([text])[1]]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("One nurse, asking not to be named, said the ward was full.", "One nurse"),
        ("The ward had been full since May, said an aide to the mayor.", "an aide to the mayor"),
        ("A cook at the mill who knew him said the pump was old.", "A cook at the mill who knew him"),
    ],
)
def test_a_source_is_read_whole(text, source, statements):
    assert source in [row["source"] for row in statements([text])[1]]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Work begins on Monday, the city's engineer, Emil Sand, told the paper.", "the city's engineer, Emil Sand"),
        ("Today the fire chief said the road was shut.", "the fire chief"),
        ("Last week Ann Lee said the road was shut.", "Ann Lee"),
        ("Tuesday the mayor said the road was shut.", "the mayor"),
    ],
)
def test_a_day_before_the_source_is_no_part_of_it(text, source, sources):
    assert sources([text])[0][0] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Three men who load at the north quay in Upton, none of them for long, said that the crane had leaned.",
            "Three men who load at the north quay in Upton, none of them for long",
        ),
        (
            "A diver who has searched the lock, and who was told to keep silent, said the gate was open.",
            "A diver who has searched the lock",
        ),
        ("Those who swam ashore dispute the hour.", "Those who swam ashore"),
        ("A letter that went to the council in June warns of a leak.", "A letter that went to the council in June"),
        ("A plan seen by this newspaper speaks of 12 towers.", "A plan seen by this newspaper"),
    ],
)
def test_a_source_has_the_head_of_its_relative_clause(text, source, sources):
    assert sources([text])[0][0] == source


def test_that_behind_a_verb_opens_what_is_said(sources):
    assert ("leaked papers", "the lock was shut") in sources(["It emerged that leaked papers show the lock was shut."])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Tarnish telly reported that the lock was shut.", "Tarnish telly"),
        ("The ferry minister no longer speaks of a leak.", "The ferry minister"),
        ("A band calling itself Grey Heron claimed that it had sunk the barge.", "Grey Heron"),
        ("After publication Grey Heron said that it had sunk the barge.", "Grey Heron"),
        ("In a letter to the Harbour Board the union says that two men fell.", "the union"),
    ],
)
def test_what_stands_before_and_behind_a_source_is_no_part_of_it(text, source, sources):
    assert sources([text])[0][0] == source


def test_a_name_beside_the_role_speaks_although_who_acts_follows(only):
    row = only(["Ferrol's director, Bo Dahl, says his crew left at three."])
    assert row["source"] == "Ferrol's director, Bo Dahl"
    assert row["content"] == "his crew left at three"


def test_a_number_does_not_speak(only):
    row = only(["The Danish agency, Ferrol, now says 7.0, having measured twice."])
    assert (row["source"], row["rule"]) == ("The Danish agency, Ferrol", "clause after cue")


def test_nobody_counts_by_the_hour(only):
    assert only(["By nine o'clock some 300 people stood in the rain, the mayor said."])["source"] == "the mayor"


def test_a_day_stands_between_who_confirms_and_the_verb(only):
    row = only(["The island's office had till Wednesday night confirmed that 14 people were dead."])
    assert row["source"] == "The island's office"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ned Vant, 30, from Upton, who was among 40 in the bus, said it had tipped over.", "Ned Vant, 30"),
        ("Rosa Hill, from Upton, one of those on the bus, recalled that it braked late.", "Rosa Hill"),
        ("The mother, from New Upton, north west Tarnshire, said her son was safe.", "The mother"),
        ("On Monday the woman, from Upton, said the bus was late.", "the woman"),
        ("Ann Lee, 58, a cook, said the bus was late.", "Ann Lee, 58, a cook"),
    ],
)
def test_where_somebody_is_from_does_not_speak(text, source, sources):
    assert sources([text])[0][0] == source


def test_he_is_who_is_from_a_place(statements):
    rows = statements(["Ned Vant, 30, from Upton, who was hurt, said it tipped over."], ["He said it was fast."])[1]
    assert [row["source_canonical"] for row in rows] == ["Ned Vant", "Ned Vant"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Cy Orr, the president and chief executive of Tarn Tubes, which buys pipes, said prices would rise.",
            "Cy Orr, the president and chief executive of Tarn Tubes",
        ),
        (
            "The founder and CEO of the line, Bo Dahl, said the ship was safe.",
            "The founder and CEO of the line, Bo Dahl",
        ),
        ("The fire reached the mayor and the union said that it was grave.", "the union"),
        (
            "Tarnia's Prime Minister Ann Lee and the country's Trade Minister Bo Dahl said the deal was off.",
            "Tarnia's Prime Minister Ann Lee and the country's Trade Minister Bo Dahl",
        ),
        (
            "Tarnia, Ferrol and the Eastern League have all said the tax is void.",
            "Tarnia, Ferrol and the Eastern League",
        ),
        ("The union and Bo Dahl said the tax was void.", "The union and Bo Dahl"),
        ("She had met Ann Lee and the mayor said it was late.", "the mayor"),
    ],
)
def test_roles_and_speakers_that_are_joined(text, source, sources):
    assert sources([text])[0][0] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Another man who was fishing when the quay collapsed said the noise was loud.",
            "Another man who was fishing when the quay collapsed",
        ),
        ("A man who swam when the mayor said it was safe drowned.", "the mayor"),
        ("Previously the council issued a note, claiming the quay was rotten.", "the council"),
        ("Historically the port said it was safe.", "the port"),
        ("Emily Lee said it was safe.", "Emily Lee"),
        ("Prime Minister Theresa May sent a note, saying it was sad.", "Prime Minister Theresa May"),
    ],
)
def test_no_clause_and_no_adverb_speaks(text, source, sources):
    assert sources([text])[0][0] == source


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Upton Mayor Ann Lee issued a statement that said the quay was safe.", "Ann Lee"),
        ("The town got a letter that said the quay was safe.", "letter"),
        ("Cy Orr, the head of the Board for Locks, which supports the limits, left early.", "Board for Locks"),
        ("Cy Orr, from Upton, who said the quay was safe, left early.", "Cy Orr"),
    ],
)
def test_what_a_relative_pronoun_stands_for(text, canonical, only):
    assert only([text])["source_canonical"] == canonical


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Image copyright Bo Dahl Image caption Cy Orr said the bus was safe", "Cy Orr"),
        ("A caption of the council said the bus was safe.", "A caption of the council"),
    ],
)
def test_the_label_of_a_caption_is_no_part_of_who_speaks(text, source, sources):
    assert sources([text])[0][0] == source
