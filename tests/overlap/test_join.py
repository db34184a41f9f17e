import numpy as np

from samestory.overlap.join import join


def pairs(prints, doc, max_df):
    prints = np.array(prints, dtype=np.uint64) << np.uint64(40)
    left, right, _ = join(prints, np.arange(len(prints)), np.array(doc), max_df, 2)
    return sorted(zip(left.tolist(), right.tolist(), strict=True))


def test_equal_prints_of_different_texts_are_paired():
    assert pairs([7, 8, 7, 9, 7], [0, 0, 1, 1, 2], 64) == [(0, 2), (0, 4), (2, 4)]


def test_a_text_is_not_paired_with_itself():
    assert pairs([7, 7, 7], [0, 0, 1], 64) == [(0, 2), (1, 2)]


def test_a_common_print_is_paired_with_its_earliest_place_only():
    assert pairs([7, 7, 7, 7], [0, 1, 2, 3], 3) == [(0, 1), (0, 2), (0, 3)]


def test_nothing_in_nothing_out():
    assert pairs([], [], 64) == []


def test_ties_to_the_earliest_place_are_named():
    prints = np.array([7, 8, 7, 8, 8], dtype=np.uint64) << np.uint64(40)
    left, right, ties = join(prints, np.arange(5), np.array([0, 0, 1, 1, 2]), 2, 8)
    assert (left[ties].tolist(), right[ties].tolist()) == ([1, 1], [3, 4])


def test_only_the_first_places_of_a_text_that_repeats_itself_count():
    assert pairs([7, 7, 7, 7, 7], [0, 0, 0, 0, 1], 64) == [(0, 4), (1, 4)]
