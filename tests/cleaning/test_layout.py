from hypothesis import given
from hypothesis import strategies as st

from samestory.cleaning.layout import Paragraph, find_paragraphs


def paragraphs(text):
    return [(p.text, p.gap) for p in find_paragraphs(text)]


def test_lines_are_paragraphs_and_know_the_blank_line_above():
    assert paragraphs("One.\n\nTwo.\nThree.\n \t\nFour.") == [
        ("One.", True),
        ("Two.", True),
        ("Three.", False),
        ("Four.", True),
    ]


def test_a_carriage_return_with_a_newline_is_one_break():
    assert paragraphs("One.\r\nTwo.\r\n\r\nThree.") == [("One.", True), ("Two.", False), ("Three.", True)]


def test_lines_cut_at_a_width_are_joined():
    lines = [
        "The trains met on a track near the",
        "old harbour on Monday, and nobody of",
        "those on board was hurt, it said.",
    ]
    block = "\n".join(lines)
    assert paragraphs(f"{block}\n\n{block}") == [(block, True), (block, True)]


def test_what_ends_as_a_sentence():
    def stops(text):
        return Paragraph(0, 0, len(text), True, text).stops

    assert stops("It ended.")
    assert stops("“It ended.”")
    assert stops("It ended. (Reuters)")
    assert not stops("The end (2021)")
    assert not stops("He said,")


@given(st.text(max_size=80))
def test_every_visible_character_lies_in_one_paragraph(text):
    found = find_paragraphs(text)
    assert all(text[p.start : p.end] == p.text for p in found)
    assert [p.number for p in found] == list(range(len(found)))
    visible = sum(not character.isspace() for character in text)
    assert sum(sum(not character.isspace() for character in p.text) for p in found) == visible
