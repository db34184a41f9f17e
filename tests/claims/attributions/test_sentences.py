"""Who says what: the source, the cue and the content of a sentence's attributions."""

import pytest

from samestory.claims.sources.joint import single_sources


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


def test_a_tag_splits_its_content(only):
    row = only(["“We lost,” said the coach, “but we will be back.”"])
    assert row["content"] == "“We lost,” said the coach, “but we will be back.”"
    assert row["parts"] == "[[0, 10], [27, 49]]"


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


def test_a_speaker_with_two_appositions(only):
    row = only(["“It is safe,” Ann Lee, the mayor of Upton, one of the towns there, said on Friday."])
    assert row["source"] == "Ann Lee, the mayor of Upton, one of the towns there"


def test_a_noun_before_of_is_no_verb(sources):
    assert sources(["The fire ended the sale, raising prices and fears of a loss."]) == []


def test_a_named_thing_is_content_without_the_pronoun(sources):
    assert sources(["Critics called it a waste."]) == [("Critics", "a waste")]


def test_a_label_speaks_in_a_transcript(only):
    row = only(["LEE: The bridge is safe."])
    assert (row["source"], row["rule"], row["content"]) == ("LEE", "speaker label", "The bridge is safe")


def test_attacks_claimed_by_a_group(only):
    row = only(["The town saw 70 thefts claimed by a gang of students."])
    assert (row["source"], row["content"], row["rule"]) == ("a gang of students", "70 thefts", "passive")


@pytest.mark.parametrize("counted", ["more than 70 thefts", "at least seventy thefts", "about 70 thefts", "two thefts"])
def test_a_content_begins_before_what_compares_its_number(counted, only):
    assert only([f"The town saw {counted} claimed by a gang."])["content"] == counted


@pytest.mark.parametrize(
    "text", ["The road crosses Ohio state, a town and a farm.", "The flood claimed more than 20 lives in May."]
)
def test_words_that_look_like_cues(text, statements):
    assert statements([text])[1] == []


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


def test_two_who_have_a_title_each_speak_together(only):
    row = only(["Prime minister Ann Lee and transport minister Bo Dahl said the line would reopen."])
    assert row["source"] == "Prime minister Ann Lee and transport minister Bo Dahl"
    assert len(single_sources(row["source"])) == 2


def test_what_a_test_found_is_no_speaker(only):
    row = only(["Tests by the lab, run twice for the Courier, found sand in the flour."])
    assert row["source"].startswith("Tests by the lab")
    assert row["content"] == "sand in the flour"


def test_who_has_seen_a_thing_says_nothing(only):
    row = only(["Ann Lee, who has seen the ledger, said that it was forged."])
    assert (row["source"], row["content"]) == ("Ann Lee", "that it was forged")


def test_what_a_thing_is_seen_as_is_said(only):
    assert only(["Ann Lee saw the ledger as a forgery."])["content"] == "the ledger as a forgery"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The plan was passed by 40 votes to 12, the chair of the council, Ann Lee, announced shortly after noon.",
            [("the chair of the council, Ann Lee", "The plan was passed by 40 votes to 12")],
        ),
        (
            "The fire began at noon, two officials said on the condition of anonymity because they were not allowed "
            "to speak.",
            [("two officials", "The fire began at noon")],
        ),
        (
            "Union leaders said as many as six clerks were away.",
            [("Union leaders", "as many as six clerks were away")],
        ),
        ("Managers at Apex claim the pump was sound.", [("Managers at Apex", "the pump was sound")]),
        ("The police estimated the crowd at 35,000.", [("The police", "the crowd at 35,000")]),
        (
            "The mayor said he would not stay, arguing that the road was not safe.",
            [("The mayor", "he would not stay"), ("The mayor", "that the road was not safe")],
        ),
        ("The mayor has ruled out a new vote.", [("The mayor", "a new vote")]),
        ("It passed a law that the opposition calls unfair.", [("the opposition", "unfair")]),
        (
            "Police said 200 people came, while the union put the figure at more than 900.",
            [("Police", "200 people came"), ("the union", "the figure at more than 900")],
        ),
        (
            "Police said the road was open, but the mayor said it was shut.",
            [("Police", "the road was open"), ("the mayor", "it was shut")],
        ),
        (
            "Ten people were held, according to the ministry, while the union says twelve were.",
            [("the ministry", "Ten people were held"), ("the union", "twelve were")],
        ),
        (
            "The party put the figure at 40 and said that it would go to court.",
            [("The party", "the figure at 40"), ("The party", "that it would go to court")],
        ),
        ("Apex said in a statement that the pump was sound.", [("Apex", "that the pump was sound")]),
        (
            "Ten people died, police said yesterday, revising an earlier figure of two.",
            [("police", "Ten people died")],
        ),
        (
            "A man close to the firm, who declined to be named, said the pump was off.",
            [("A man close to the firm", "the pump was off")],
        ),
        ("A clerk, who asked not to be named, claimed the pump was off.", [("A clerk", "the pump was off")]),
        ("“It is final,” says Ann Lee of Upton, who has advised both sides.", [("Ann Lee of Upton", "“It is final,”")]),
    ],
)  # fmt: skip
def test_each_says_no_more_than_what_is_theirs(text, found, sources):
    assert sources([text]) == found


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
    ("text", "content"),
    [
        ("Ann Lee recalled seeing the smoke.", "seeing the smoke"),
        ("Ann Lee recalled that it rained.", "that it rained"),
        ("Ann Lee recalled it was dark.", "it was dark"),
        ("Ann Lee recalled a “good and quiet” man.", "a “good and quiet” man"),
        ("“It was dark,” Ann Lee recalled.", "“It was dark,”"),
    ],
)
def test_what_somebody_recalls_is_said(text, content, only):
    assert only([text])["content"] == content


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
    ("text", "content"),
    [
        ("The ministry has promised an inquiry after two men were killed.", "an inquiry"),
        ("The ministry announced a review after the roof had fallen in.", "a review"),
        ("The firm promised compensation after the families had complained.", "compensation"),
        ("The council vowed to repair the lock after two barges sank.", "to repair the lock"),
        # What is still to come is promised too; so is what "after" tells of a thing.
        ("The council vowed to repair the lock after the frost ends.", "to repair the lock after the frost ends"),
        ("The council vowed to meet after the planned vote.", "to meet after the planned vote"),
        ("The council confirmed the man held after the fire was a guard.", "the man held after the fire was a guard"),
        ("The council suggested sales after the fire were low.", "sales after the fire were low"),
        ("The council said it met after two barges had sunk.", "it met after two barges had sunk"),
        (
            "“We will build anew after the lock was wrecked,” the council vowed.",
            "“We will build anew after the lock was wrecked,”",
        ),
    ],
)
def test_what_came_before_a_promise_is_told_by_the_narrator(text, content, statements):
    assert content in [row["content"] for row in statements([text])[1]]


def test_a_promise_may_wait_for_what_is_to_come(only):
    row = only(["The council is expected to meet after the frost has ended."])
    assert row["content"] == "to meet after the frost has ended"


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
        "The minister spoke of the weather.",
        "The clerks counted the ballots.",
        "The drivers put their banners at the gate.",
    ],
)
def test_other_counting_and_speaking_has_no_source(text, statements):
    assert statements([text])[1] == []


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
