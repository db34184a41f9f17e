"""What a press release tells of itself."""

from cleaning.trains import HEAD, LEAD, NEXT, labels


def test_the_contact_of_a_press_release():
    contact = ["For immediate release", "Media contact:\nAda Quill\nHead of communications\nTel. 555-0134"]
    headline = "Railway Company Opens Second Harbour Line"
    assert labels(*contact, headline, LEAD, NEXT) == [*["furniture"] * 5, "title", "body", "body"]
    apart = ["Media contact", "Ada Quill", "ada@quill.example", "Tel. 555-0134"]
    assert labels(HEAD, LEAD, NEXT, *apart)[3:] == ["furniture"] * 4
    assert labels(HEAD, LEAD, NEXT, "Media contact", "Ada Quill", LEAD)[4] != "furniture"
    assert labels(HEAD, LEAD, "Contact", NEXT) == ["title", "body", "furniture", "body"]


def test_who_issues_a_press_release():
    issuer = "Harbour Rail runs 40 trains a day on three lines between the valley and the coast."
    assert labels(HEAD, LEAD, NEXT, "About Harbour Rail", issuer)[3:] == ["furniture", "furniture"]
    assert (
        labels(HEAD, LEAD, NEXT, "Notes to editors", issuer, "The first line was opened in 1911.")[3:]
        == ["furniture"] * 3
    )
    assert labels(HEAD, LEAD, NEXT, "About the signals", issuer)[3:] == ["subhead", "body"]


def test_a_heading_as_of_a_press_release_in_the_first_half_heads_the_report():
    issuer = "Harbour Rail runs 40 trains a day on three lines between the valley and the coast."
    below = [f"{NEXT} It will take a year.", LEAD, f"{LEAD} So it says."]
    assert labels(HEAD, LEAD, "About Harbour Rail", issuer, *below)[2:4] == ["subhead", "body"]
    assert labels(HEAD, LEAD, "Notes to editors", issuer, *below)[2:4] == ["subhead", "body"]
    # Nor does a note that does not name who is presented.
    assert labels(HEAD, LEAD, NEXT, "About Valley Rail", issuer)[3:] == ["subhead", "body"]


def test_a_sentence_is_no_address():
    assert labels(HEAD, LEAD, NEXT, "Media contact", "The office is closed.")[3:] == ["furniture", "body"]


def test_a_long_paragraph_below_the_label_of_a_caption_is_the_report():
    assert labels(HEAD, "Image caption", f"{LEAD} {NEXT} {LEAD}", NEXT)[2] == "body"


def test_a_contact_and_notes_may_stand_on_the_line_of_their_heading():
    contact = ["Media contact: Press Office, Harbour Rail, 4 Quay Street", "Tel. 555 0131 | press@harbour.example"]
    notes = "Notes to editors: Harbour Rail runs 40 trains a day on three lines."
    assert labels(HEAD, LEAD, NEXT, *contact, notes)[3:] == ["furniture"] * 3
    assert labels(HEAD, LEAD, "Contact: the mayor wants none with the company, he said on Monday.", NEXT)[2] == "body"
