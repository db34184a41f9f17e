import numpy as np

from samestory.overlap.chains import chain, exact_runs, merge
from samestory.overlap.tokeniser import read_tokens

ONE = "a b c d e f g h i j k l"


def chained(one, other, seeds, gap=12):
    tokens = read_tokens([one, other])
    left, right = (np.array(side) for side in zip(*seeds, strict=True))
    runs = exact_runs(left, right + int((tokens.doc == 0).sum()), tokens, 3)
    return chain(runs, tokens, gap).tolist()


def test_a_seed_grows_to_the_whole_shared_run():
    assert chained(f"x {ONE} y", f"{ONE} z", [(4, 3)]) == [[1, 13, 14, 26]]


def test_seeds_before_and_after_an_inserted_word_are_linked():
    assert chained(ONE, ONE.replace("f", "f new"), [(0, 0), (7, 8)]) == [[0, 12, 12, 25]]


def test_seeds_too_far_apart_are_not_linked():
    other = ONE.replace("f", "f 1 2 3 4 5")
    assert len(chained(ONE, other, [(0, 0), (7, 12)], gap=4)) == 2


def test_of_two_matches_that_cross_the_longer_stays():
    block = np.repeat([0, 1], 50)
    longer, crossing = [0, 20, 50, 70], [5, 12, 60, 67]
    assert merge(np.array([crossing, longer]), block).tolist() == [longer]


def test_only_the_pair_whose_matches_cross_is_changed():
    block = np.repeat([0, 1, 2], 50)
    longer, crossing = [0, 20, 50, 70], [5, 12, 60, 67]
    # The first side of these two overlaps, the second does not.
    repeated = [[0, 9, 100, 109], [2, 11, 120, 129], [30, 39, 140, 149]]
    assert merge(np.array([*repeated, crossing, longer]), block).tolist() == [longer, *repeated]


def test_matches_that_run_on_are_joined():
    block = np.repeat([0, 1], 50)
    assert merge(np.array([[0, 20, 50, 70], [15, 30, 66, 81]]), block).tolist() == [[0, 30, 50, 81]]


def test_no_run_goes_from_one_text_to_the_next():
    tokens = read_tokens(["a b c d", "e f g h", "a b c d", "e f g h"])
    left, right = np.array([0, 4]), np.array([8, 12])
    assert exact_runs(left, right, tokens, 4).tolist() == [[0, 4, 8, 12], [4, 8, 12, 16]]
