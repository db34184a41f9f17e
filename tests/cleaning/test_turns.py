"""Transcripts: turns of speech and what stands between them."""

from cleaning.trains import HEAD, labels

from samestory.cleaning.credit import known_agencies
from samestory.cleaning.segment import find_segments

HOST = "ADA QUILL, HOST: Two trains have met on a single track near the old harbour, and nobody was hurt."
GUEST = "BO DAHL (on the telephone): I heard the brakes, and then I heard nothing at all for a good while."
AGAIN = "QUILL: And what did you do then?"
ANSWER = "DAHL: I walked home along the line."


def test_speakers_are_no_datelines_and_directions_are_furniture():
    assert labels(HEAD, HOST, "(BEGIN VIDEO CLIP)", GUEST, "(END VIDEO CLIP)", AGAIN, ANSWER) == [
        "title", "body", "furniture", "body", "furniture", "body", "body",
    ]  # fmt: skip


def test_a_transcript_begins_with_its_first_turn():
    told = "When the trains met the town lost its only way to the coast. Ada Quill went to see it."
    assert labels(HEAD, "By Ada Quill", "ADA QUILL, HOST:", told, GUEST, AGAIN) == ["title", "byline", *["body"] * 4]


def test_datelines_with_a_colon_open_reports():
    report = "Two trains met on a single track near the old harbour on Monday, the railway company said."
    other = "The line will be closed for a week while the signals are mended, the company said in a note."
    again = "A commission is to hear the drivers of both trains before the end of the month, it was told."
    assert labels(HEAD, f"PORTVILLE: {report}") == ["title", "dateline", "body"]
    assert labels(HEAD, f"PORTVILLE: {report}", f"EASTON: {other}", f"EASTON: {again}").count("dateline") == 3


def test_places_that_come_back_in_turn_do_not_speak():
    first = "PORTVILLE: The storm took the roof of the station, and “I was so afraid,” the mayor said in the evening."
    second = "EASTON: The river stood a metre high in the market before noon, the fire service said."
    third = "PORTVILLE: In the evening the trains ran again on one of the two tracks."
    rules = {s.rule for s in find_segments("\n\n".join([HEAD, first, second, third]), known_agencies())}
    assert "turn_of_speaker" not in rules


def test_words_that_announce_are_nobody_who_speaks():
    said = ["UPDATE: I heard the brakes.", "EXCLUSIVE: You heard nothing.", "UPDATE: We shall see."]
    from_place = ["QUILL: I heard the brakes.", "DAHL: You heard nothing.", "QUILL: We shall see."]
    assert [turns(*lines) for lines in (said, from_place)] == [0, 3]


def turns(*paragraphs: str) -> int:
    text = "\n\n".join(paragraphs)
    return sum(s.rule == "turn_of_speaker" for s in find_segments(text, known_agencies()))
