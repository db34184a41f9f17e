import pytest

from samestory.overlap.stems import stem


@pytest.mark.parametrize(("word", "same"), [("fired", "firing"), ("companies", "company"), ("Lowdale’s", "lowdale")])
def test_inflections_share_a_stem(word, same):
    assert stem(word) == stem(same)


@pytest.mark.parametrize(("word", "figures"), [("Seven", "7"), ("twelve", "12"), ("one", "one")])
def test_a_number_in_words_is_one_in_figures(word, figures):
    assert stem(word) == figures
