"""What a reporting verb takes: which things somebody says, counts, feels or judges, and which they only do."""

import pytest


@pytest.mark.parametrize("text", ["The miners expected to strike.", "The miners are worried that the pit will close."])
def test_who_expects_or_is_worried_is_a_source(text, only):
    assert only([text])["source"] == "The miners"


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It is late,” the mayor said.", "direct"),
        ("The mayor said “fully” and “openly”.", "mixed"),
        ("“It is late” for repairs, the mayor said.", "mixed"),
        ("The mayor said it was “late”.", "mixed"),
        ("The mayor said it was late.", "indirect"),
    ],
)
def test_only_what_is_quoted_whole_is_direct(text, kind, only):
    assert only([text])["type"] == kind
