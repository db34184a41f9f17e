from dataclasses import replace

import numpy as np
import pytest

from samestory.overlap.align import _best_step, common_tokens, extend, map_places
from samestory.overlap.chains import exact_runs, sort_matches
from samestory.overlap.scoring import even_scoring
from samestory.overlap.tokeniser import read_tokens


def extended(one, other, match):
    tokens = read_tokens([one, other])
    shift = int((tokens.doc == 0).sum())
    a0, a1, b0, b1 = match
    match = np.array([[a0, a1, b0 + shift, b1 + shift]])
    ((a0, a1, b0, b1),) = extend(match, tokens, 24, 4, even_scoring(1, 1)).tolist()
    return a0, a1, b0 - shift, b1 - shift


def test_a_match_goes_on_past_a_replaced_word():
    assert extended("a b c d e f g h", "a b c d X f g h", (0, 4, 0, 4)) == (0, 8, 0, 8)


def test_a_match_goes_on_before_a_word_left_out():
    assert extended("a b c d e f g h", "a b c e f g h", (4, 8, 3, 7)) == (0, 8, 0, 7)


def test_a_match_ends_where_nothing_is_alike():
    assert extended("q r s a b c t u v", "k l m a b c n o p", (3, 6, 3, 6)) == (3, 6, 3, 6)


def test_a_match_stays_within_its_text():
    assert extended("a b c", "a b c d e", (0, 3, 0, 3)) == (0, 3, 0, 3)


@pytest.mark.parametrize("seed", range(5))
def test_only_ends_with_two_words_in_a_row_in_common_are_worth_a_look(seed):
    rng = np.random.default_rng(seed)
    tokens = read_tokens([" ".join(rng.choice(list("abcdefghijkl"), 800)) for _ in range(6)])
    left, right = np.sort(rng.integers(0, 2400, 20_000)), rng.integers(2400, 4800, 20_000)
    same = tokens.hashes[left] == tokens.hashes[right]
    matches = sort_matches(exact_runs(left[same], right[same], tokens, 1), tokens.block)
    even = even_scoring(len(matches), 1)
    looked_at_all = extend(matches, tokens, 24, 4, replace(even, in_a_row=1))
    assert extend(matches, tokens, 24, 4, even).tolist() == looked_at_all.tolist()
    assert 10 < (looked_at_all != matches).any(axis=1).sum() < len(matches) // 2


def best_step(a, b, band, gain, cost):
    """One end aligned cell by cell: tokens that the best alignment takes of either side."""
    nothing = -10_000
    scores = {(0, j): -cost * j for j in range(band + 1)}
    best, taken = 0, (0, 0)
    for i in range(1, len(a) + 1):
        for j in range(max(0, i - band), min(len(a), i + band) + 1):
            same = j > 0 and a[i - 1] == b[j - 1]
            pair = scores.get((i - 1, j - 1), nothing) + (gain[i - 1] if same else -cost)
            gap = max(scores.get((i - 1, j), nothing), scores.get((i, j - 1), nothing)) - cost
            scores[i, j] = max(pair, gap)
            if same and scores[i, j] > best:
                best, taken = scores[i, j], (i, j)
    return taken


@pytest.mark.parametrize("band", [2, 4])
def test_all_ends_are_aligned_as_each_one_would_be(band):
    rng = np.random.default_rng(3)
    a, b = (rng.integers(0, 3, (12, 300)).astype(np.int32) for _ in range(2))
    a[8:, :50], b[7:, :50] = -1, -2
    gain, cost = rng.integers(1, 5, (12, 300)).astype(np.int16), rng.integers(1, 6, 300).astype(np.int16)
    step_a, step_b = _best_step(a, b, gain, band, cost, 1)
    expected = [best_step(a[:, n], b[:, n], band, gain[:, n].tolist(), int(cost[n])) for n in range(300)]
    assert list(zip(step_a.tolist(), step_b.tolist(), strict=True)) == expected
    assert len(set(expected)) > 20


def test_common_tokens_keep_their_order():
    assert common_tokens("abcd", "abxd") == 3
    assert common_tokens("ab", "ba") == 1


def test_places_follow_the_alignment():
    assert map_places("abcd", "axbcd") == [0, 2, 3, 4, 5]
    assert map_places("abcd", "ad") == [0, 1, 1, 1, 2]
