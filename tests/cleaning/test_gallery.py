"""Captions gathered below the report."""

from cleaning.trains import HEAD, LEAD, NEXT, kinds, labels

REPORT = [HEAD, LEAD, NEXT, LEAD.replace("Monday", "Tuesday")]
CAPTIONS = [
    "Rescuers at the harbour in Portville after two trains met on a single track, and nobody was hurt.",
    "Rescuers arriving at the harbour",
    "The harbour in Portville after two trains met on a single track.",
    "Workers clear the single track at the harbour in Portville after two trains met.",
    "Rescuers at the harbour in Portville after",
]


def test_captions_below_the_report_repeat_one_another():
    assert labels(*REPORT, *CAPTIONS)[4:] == ["caption"] * 5
    assert labels(*REPORT, *CAPTIONS, CAPTIONS[0], "Comments", "Log in to comment")[4:10] == ["caption"] * 6


def test_the_last_sentences_of_a_report_are_none():
    last = ["The harbour line opened in 1911.", "It closed for the war.", "Coal went by road then"]
    assert "caption" not in labels(*REPORT, *last)
    assert kinds("\n\n".join([*REPORT, *CAPTIONS[::2][:2]]))[-1][0] == "body"


def test_headlines_of_other_stories_are_none():
    links = ["Trains meet again near old harbour", "Old harbour trains late", "Trains near old harbour to be slower"]
    assert "caption" not in labels(*REPORT, *links)
