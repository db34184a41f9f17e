import pytest

from samestory.overlap.paraphrase import stem

ONE = (
    "Rescue teams pulled 14 miners from the flooded Kestrel pit near Lowdale late on Tuesday.\n\n"
    "Their families had waited in a chapel.\n\nThe mayor thanked the volunteers for their patience and courage."
)
OTHER = (
    "Bakers in the valley gave out free bread all day.\n\n"
    "Late Tuesday, 14 miners were pulled out of the Kestrel pit near Lowdale, which had flooded, by rescue teams.\n\n"
    "Work will begin again in the spring, a spokeswoman for the owners expects."
)


@pytest.mark.parametrize(("word", "same"), [("fired", "firing"), ("companies", "company"), ("Lowdale’s", "lowdale")])
def test_inflections_share_a_stem(word, same):
    assert stem(word) == stem(same)


def test_a_reworded_sentence_is_a_paraphrase(overlap):
    rows = overlap({"a": ONE, "b": OTHER})["overlap/passages"]
    (row,) = rows.to_dict("records")
    assert row["kind"] == "paraphrase"
    assert row["text_a"] == ONE[: ONE.index("\n")]
    assert row["text_b"] == OTHER.split("\n\n")[1]


def test_articles_of_different_events_are_not_compared(overlap):
    rows = overlap({"a": ONE, "b": OTHER}, events={"a": "mine", "b": "flood"})["overlap/passages"]
    assert len(rows) == 0
