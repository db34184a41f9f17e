from samestory.figures import voices
from samestory.figures.extent import word_starts
from samestory.figures.voices import find_voices


def test_one_voice_in_two_articles(tables, event):
    (voice,) = find_voices(tables, {doc: word_starts(text) for doc, text in event["TEXTS"].items()})
    assert voice.name == "coast guard officer"
    assert {doc: len(words) for doc, words in voice.words.items()} == {"north": 7, "south": 7}
    assert voice.naming == {"north": "role_only", "south": "role_only"}


def test_the_caption_counts_voices(tables):
    caption = voices(tables).caption
    assert "1 source in 3 articles: 1 in several articles, 0 in one only." in caption
    assert "0 % (West <b>Web</b>) to 20 % (South Mail)" in caption
