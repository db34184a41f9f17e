"""Captions, summaries and answers to questions that two articles share do not make them copies of each other."""

import pytest

from samestory.cleaning import clean
from samestory.corpus import RawArticle
from samestory.overlap.reuse import find_passages
from samestory.overlap.tracing import trace_origins

REPORT = [
    "Two trains meet near Portville harbour",
    "Two trains met on a single track near the old harbour of Portville on Monday, and nobody was hurt, police said.",
    "Workers cleared the line by noon, and the company promised an inquiry into the signals, which had failed twice.",
    "Mayor Tom Reed called for a second track, which the council had turned down in spring because of its cost.",
]
FEATURE = [
    "Passengers tell of shock on harbour line",
    "Jon Amber was reading his paper in the first coach when the brakes threw him against the window, he told us.",
    "He climbed down with ninety others and walked to the next village in the rain, a walk of forty minutes.",
    "The evening service was back to normal, though many of those who travel every day took the bus instead.",
]
SCENE = (
    "Rescue workers and passengers in yellow coats stand beside the two trains that stopped within sight of each other "
    "on the single track close to the old coal pier, while a crane waits behind the signal box for the order to lift "
    "the first coach."
)
ANSWERS = [
    "Where did the trains meet?",
    "They met close to the old coal pier, where the single track bends around the signal box and drivers see no "
    "farther than two hundred metres ahead.",
    "Who pays for the bus?",
    "The company pays for the bus, and it will do so until the first coach has been lifted from the track by a crane.",
]
SHARED = {
    "caption": [f"{SCENE} (Jo Frame/AP)"],
    "summary": ["Summary: " + SCENE],
    "faq": ["FAQ", *ANSWERS],
}


def traced(report, feature):
    articles = {"report": report, "feature": feature}
    raw = [RawArticle(i, f"{i}.txt", "text", "\n\n".join(ps).encode(), "0" * 64, {}, {}) for i, ps in articles.items()]
    tables = clean(raw)
    columns = [tables[f"clean/{name}"] for name in ("texts", "documents", "segments", "sentences", "quotations")]
    shared = find_passages(*columns[:4])
    origins = trace_origins(*columns, shared["overlap/passages"], shared["overlap/pairs"])["overlap/origins"]
    return tables["clean/segments"], shared["overlap/passages"], set(origins["role"])


@pytest.mark.parametrize("kind", ["caption", "summary", "faq"])
def test_what_only_repeats_or_shows_a_picture_makes_no_common_origin(kind):
    segments, passages, roles = traced([*REPORT, *SHARED[kind]], [*FEATURE, *SHARED[kind]])
    assert kind in set(segments["kind"])
    assert len(passages)
    assert roles == {"no_match_in_corpus"}


def test_a_headline_in_common_makes_no_common_origin():
    headline = "Two trains with ninety on board meet on single track near old Portville harbour as signals fail"
    segments, passages, roles = traced([headline, *REPORT[1:], "AP"], [headline, *FEATURE[1:]])
    assert set(segments[segments["start"] == 0]["kind"]) == {"title"}
    assert len(passages)
    assert roles == {"credited_copy", "no_match_in_corpus"}


def test_short_articles_that_are_the_same_with_their_headline_are_copies():
    short = ["Two trains meet near Portville harbour", "Nobody was hurt on Monday, police said."]
    segments, _, roles = traced(short, short)
    assert "title" in set(segments["kind"])
    assert roles == {"copy_no_credit"}


def test_the_same_words_in_the_report_do():
    _, _, roles = traced([*REPORT, SCENE + " It rained."], [*FEATURE, SCENE + " It rained."])
    assert roles == {"copy_no_credit"}


def test_furniture_is_not_even_a_passage():
    comments = ["Leave a Reply", *ANSWERS[:2]]
    _, passages, roles = traced([*REPORT, *comments], [*FEATURE, *comments])
    assert passages.empty
    assert roles == {"no_match_in_corpus"}
