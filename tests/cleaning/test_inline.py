"""Articles whose line breaks were lost."""

import pytest
from cleaning.trains import kinds

LEAD = (
    "Two trains met on a single track near the old harbour on Monday, and nobody was hurt, the railway company said. "
    "Most of the passengers had already left the first train two stops before. "
    "It was the third such meeting on the line this year."
)
NEXT = (
    "The company promised an inquiry into the signals, which had failed twice before. "
    "Workers cleared the line by noon. “We saw it coming,” said Ada Quill of the harbour office. "
    "The first of the trains was towed to the old depot, "
    "and the harbour line was opened again in the evening. The mayor asked for a second track for ten years."
)


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("Image copyright PA Image caption Two engines stand near the harbour", "caption"),
        ("Image source, Getty Images Image caption, Two engines stand near the harbour", "caption"),
        ("Enlarge this image toggle caption Bo Dahl/AP Bo Dahl/AP", "caption"),
        ("(Photo: Coast News/PA)", "caption"),
        ("[Photo/Agencies]", "caption"),
        ("Two engines near the harbour (Bo Dahl/Getty Images)", "caption"),
        ("Two engines near the harbour Bo Dahl/Getty Images", "caption"),
        ("Advertisement", "furniture"),
        ("Advertisement Continue reading the main story", "furniture"),
        ("Read more: Mayor wants second track at harbour", "furniture"),
        ("Sign up for our newsletter.", "furniture"),
    ],
)
@pytest.mark.parametrize("space", [" ", ""])
def test_what_stands_between_lines_that_were_joined(piece, kind, space):
    text = LEAD + space + piece + space + NEXT
    assert kinds(text) == [("body", LEAD), (kind, piece), ("body", NEXT)]


def test_a_caption_whose_end_cannot_be_told_loses_its_label_alone():
    text = f"{LEAD} Image copyright PA Image caption The engines at the depot Bo Dahl saw both trains. {NEXT}"
    assert kinds(text)[1:] == [
        ("caption", "Image copyright PA Image caption"),
        ("body", f"The engines at the depot Bo Dahl saw both trains. {NEXT}"),
    ]


@pytest.mark.parametrize(
    "caption", ["Two engines near the depot Ada Quill took them", "Two engines “stand still” near the depot"]
)
def test_a_caption_with_a_name_or_a_quotation_behind_it_loses_its_label_alone(caption):
    assert kinds(f"{LEAD} Image copyright PA Image caption {caption} {NEXT}")[1:] == [
        ("caption", "Image copyright PA Image caption"),
        ("body", f"{caption} {NEXT}"),
    ]


def test_what_is_too_long_for_a_caption_is_no_part_of_the_photo_credit():
    told = "Then " + "the engines stood near the harbour and " * 8
    assert kinds(f"{LEAD} {told}Bo Dahl/Getty Images {NEXT}")[1] == ("caption", "Bo Dahl/Getty Images")


def test_a_comment_form_at_the_end_of_the_line():
    form = "Leave a Reply Your email address will not be published. Required fields are marked * Comment Name Email"
    assert kinds(f"{LEAD} {NEXT} {form}") == [("body", f"{LEAD} {NEXT}"), ("furniture", form)]


def test_buttons_to_share_by_end_the_line():
    share = "Share this: Facebook Twitter Related Mayor wants second track May 4, 2020 In “News”"
    assert kinds(f"{LEAD} {NEXT} {share}") == [("body", f"{LEAD} {NEXT}"), ("furniture", share)]
    assert kinds(f"Share this: Facebook Twitter {LEAD} {NEXT}")[-1][0] == "body"


@pytest.mark.parametrize(
    "sentence",
    [
        "Advertisement of the line began in May.",
        "He had read more: a book on trains.",
        "A poll by AP/NORC found the same.",
        "Leave a reply to the mayor on his desk, the office said.",
        "The image caption was wrong, the company said.",
        "The Press Association (PA) and Getty Images were there.",
    ],
)
def test_sentences_that_share_words_with_furniture_stay(sentence):
    text = f"{LEAD} {sentence} {NEXT}"
    assert kinds(text) == [("body", text)]
