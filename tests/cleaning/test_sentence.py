import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.cleaning.sentence import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The blast came at about 4.15am (0115 GMT) on Friday.",
        "It began at 4:15 a.m. Sunday near the port.",
        "It began at 9 a.m. Tuesday's meeting place, at 5 p.m. on Monday.",
        "It began at about 4 a.m. Portville time near the harbour.",
        "It began at 9 a. m. Tuesday and ended at 10 p.m. Eastern time.",
        "In the U.S. Monday evening is early, see p. 5 for more, e.g. The Hague.",
        "The U.S. Embassy and the U.N. Mission were closed.",
        "Mr. Hill met Lt. Gen. J. R. Stone on Dec. 31.",
        "She lives in St. Ives, No. 5 Mill Rd. Corner.",
        "We call on the government… to do all it can.",
        "He paused ... I don’t think so.",
        "“Is it over?” he asked.",
        '"Is it over?" Holmes testified.',
        "“Is it over?” Holmes asked in court on Monday.",
        "“Get out!” Sen. J. R. Holmes shouted.",
        "‘Is it over?’ Ada van Hill, 45, later wrote.",
        "“Who said ‘Get out’?” Holmes’s lawyer asked.",
        "\"He said 'Get out!'\" Holmes told the court.",
        "“It is over,” Holmes said.",
        "“Is it over?”Holmes testified.",
        "Prices rose 2.5 percent, to 3.40 dollars.",
        "Families get Rs. 2 lakh each, the hurt Rs. 50,000, or Tk. 500.",
        "– Around 40 attacks –",
        "See www.example.org for more.",
        "1. The first point",
    ],
)
def test_one_sentence(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It fell. It rose.", "It fell."),
        ("“It is over.” The crowd left.", "“It is over.”"),
        ('"It is over." The crowd left.', '"It is over."'),
        ("They left the U.S. The others stayed.", "They left the U.S."),
        ("It began at 4 a.m. Local officials shut the port.", "It began at 4 a.m."),
        ("They said no.The port was shut.", "They said no."),
        ("It began at 4 a.m. The port was shut.", "It began at 4 a.m."),
        ("They were officials.The others stayed.", "They were officials."),
        ("He left early.“We waited,” she said.", "He left early."),
        ("He said: ‘Yeah.’I left then.", "He said: ‘Yeah.’"),
        ("“Is it over?” Holmes said he had no idea.", "“Is it over?”"),
        ("“Is it over?” Holmes asked the judge to leave.", "“Is it over?”"),
        ("“Is it over?” Holmes left.", "“Is it over?”"),
        ("“Is it over?” He asked again.", "“Is it over?”"),
        ("“It is over.” Holmes said so.", "“It is over.”"),
        ("Is it over? Holmes said no.", "Is it over?"),
        ("Is it over? Nobody knows.", "Is it over?"),
        ("He waited… Then he left.", "He waited…"),
        ("A work of art. Smith sold it.", "A work of art."),
        ("It fell. It rose. ”", "It fell."),
        ("It closed in 2014. The town shrank.", "It closed in 2014."),
        ("会议于周五举行。没有人受伤。", "会议于周五举行。"),
    ],
)
def test_two_sentences(text, first):
    assert sentences(text) == [first, text[len(first) :].strip()]


@given(st.text(alphabet=st.sampled_from(list(" .!?…aB1\"”’'(\n\x00。U")), max_size=60))
def test_sentences_cover_all_that_is_no_space(text):
    spans = split_sentences(text, 0, len(text))
    assert spans == sorted(spans)
    covered = {i for start, end in spans for i in range(start, end)}
    assert sum(end - start for start, end in spans) == len(covered)
    assert all(i in covered for i, character in enumerate(text) if not character.isspace())
