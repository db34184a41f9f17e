"""Lines that a label above them names."""

from cleaning.trains import HEAD, LEAD, NEXT, labels


def test_a_caption_below_its_label():
    caption = "The trains were towed to the depot shortly before noon"
    assert labels(HEAD, "Image source, Getty Images", "Image caption,", caption, LEAD, NEXT) == [
        "title", "caption", "caption", "caption", "body", "body",
    ]  # fmt: skip
    assert labels(HEAD, LEAD, "Media captionThe trains near the harbour", NEXT)[2] == "caption"
    # What stands below a caption that is whole is the report.
    assert labels(HEAD, LEAD, "Image caption, the two trains", NEXT)[2:] == ["caption", "body"]


def test_a_date_below_its_label():
    assert labels(HEAD, "Published", "4 March 2021", LEAD, NEXT) == ["title", "date", "date", "body", "body"]
