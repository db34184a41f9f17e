import numpy as np

from samestory.overlap.align import common_tokens, extend, map_places
from samestory.overlap.scoring import even_scoring
from samestory.overlap.tokens import read_tokens


def extended(one, other, match):
    tokens = read_tokens([one, other])
    shift = int((tokens.doc == 0).sum())
    a0, a1, b0, b1 = match
    match = np.array([[a0, a1, b0 + shift, b1 + shift]])
    ((a0, a1, b0, b1),) = extend(match, tokens, 24, 4, even_scoring(len(tokens), 1, 1)).tolist()
    return a0, a1, b0 - shift, b1 - shift


def test_a_match_goes_on_past_a_replaced_word():
    assert extended("a b c d e f g h", "a b c d X f g h", (0, 4, 0, 4)) == (0, 8, 0, 8)


def test_a_match_goes_on_before_a_word_left_out():
    assert extended("a b c d e f g h", "a b c e f g h", (4, 8, 3, 7)) == (0, 8, 0, 7)


def test_a_match_ends_where_nothing_is_alike():
    assert extended("q r s a b c t u v", "k l m a b c n o p", (3, 6, 3, 6)) == (3, 6, 3, 6)


def test_a_match_stays_within_its_text():
    assert extended("a b c", "a b c d e", (0, 3, 0, 3)) == (0, 3, 0, 3)


def test_common_tokens_keep_their_order():
    assert common_tokens("abcd", "abxd") == 3
    assert common_tokens("ab", "ba") == 1


def test_places_follow_the_alignment():
    assert map_places("abcd", "axbcd") == [0, 2, 3, 4, 5]
    assert map_places("abcd", "ad") == [0, 1, 1, 1, 2]
