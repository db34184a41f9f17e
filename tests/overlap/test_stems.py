import pytest

from samestory.overlap.stems import stem


@pytest.mark.parametrize(("word", "same"), [("fired", "firing"), ("companies", "company"), ("Lowdale’s", "lowdale")])
def test_inflections_share_a_stem(word, same):
    assert stem(word) == stem(same)
