"""Inputs too small to share anything, and all the same sensible answers."""

import pytest


@pytest.mark.parametrize(
    "articles",
    [
        {"a": "One short note about nothing much."},
        {"a": "Snow.", "b": "Rain."},
        {"a": "", "b": "  \n"},
        {"a": "\x00", "b": "“““"},
        {"a": "Grey clouds gathered.", "b": "Markets fell sharply on worries about rates."},
    ],
)
def test_no_match_gives_each_article_its_own_origin(overlap, articles):
    frames = overlap(articles)
    assert len(frames["overlap/passages"]) == len(frames["overlap/pairs"]) == len(frames["overlap/cuts"]) == 0
    origins = frames["overlap/origins"]
    assert origins["doc_id"].tolist() == sorted(articles)
    assert set(origins["role"]) == {"no_match_in_corpus"}


def test_two_identical_articles_are_one_origin(overlap):
    text = "Snow fell on the pass all night and the road is closed.\n\nPloughs are on their way."
    frames = overlap({"a": text, "b": text})
    (passage,) = frames["overlap/passages"].to_dict("records")
    assert (passage["text_a"], passage["text_b"], passage["kind"]) == (text, text, "verbatim")
    (pair,) = frames["overlap/pairs"].to_dict("records")
    assert (pair["containment_a"], pair["containment_b"], pair["jaccard"], pair["cosine"]) == (1, 1, 1, 1)
    assert frames["overlap/origins"]["origin_id"].tolist() == ["shared:a", "shared:a"]


def test_megabytes_of_marks_and_one_word_are_no_trouble(overlap):
    frames = overlap({"a": "“" * 200_000, "b": "ha " * 20_000})
    assert len(frames["overlap/passages"]) == 0


def test_the_same_input_gives_the_same_tables(overlap):
    articles = {
        "b": "Snow fell on the pass all night and the road is closed today.",
        "a": "Snow fell on the pass all night long.",
    }
    first, second = overlap(articles), overlap(dict(reversed(articles.items())))
    assert all(first[name].equals(second[name]) for name in first)


def test_texts_that_repeat_two_words_without_end_are_matched_once(overlap):
    frames = overlap({"a": "na ba " * 3000, "b": "na ba " * 3000})
    (row,) = frames["overlap/passages"].to_dict("records")
    assert (row["start_a"], row["end_a"], row["n_words"]) == (0, 17_999, 6000)
