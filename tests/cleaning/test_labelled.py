"""Lines that a label above them names."""

import pytest
from cleaning.trains import HEAD, LEAD, NEXT, kinds, labels


def test_a_caption_below_its_label():
    caption = "The trains were towed to the depot shortly before noon"
    assert labels(HEAD, "Image source, Getty Images", "Image caption,", caption, LEAD, NEXT) == [
        "title", "caption", "caption", "caption", "body", "body",
    ]  # fmt: skip
    assert labels(HEAD, LEAD, "Media captionThe trains near the harbour", NEXT)[2] == "caption"
    # What stands below a caption that is whole is the report.
    assert labels(HEAD, LEAD, "Image caption, the two trains", NEXT)[2:] == ["caption", "caption", "body"]


@pytest.mark.parametrize(
    ("label", "rest"),
    [
        ("Image copyright Ada Quill Image caption", "The harbour board said no train would run on Tuesday"),
        ("Media playback is unsupported on your device Media caption", "The trains near the harbour"),
        ("Image caption:", "The trains near the harbour"),
        ("Reuters", "In 2014 the harbour was closed to every train"),
        ("© HB/Ada Quill", "The trains stand on the track near the old harbour."),
    ],
)
def test_a_label_is_no_part_of_the_captions_sentence(label, rest):
    assert kinds("\n\n".join([HEAD, LEAD, f"{label} {rest}", NEXT]))[2:4] == [("caption", label), ("caption", rest)]


def test_a_label_is_no_part_of_the_summary():
    page = [HEAD, "Story highlights Two trains meet near the harbour", "Nobody was hurt", LEAD, NEXT]
    assert kinds("\n\n".join(page))[1:3] == [
        ("summary", "Story highlights"), ("summary", "Two trains meet near the harbour"),
    ]  # fmt: skip


def test_a_date_below_its_label():
    assert labels(HEAD, "Published", "4 March 2021", LEAD, NEXT) == ["title", "date", "date", "body", "body"]
