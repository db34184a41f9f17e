import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samestory.overlap.fingerprints import fingerprints, shingle_hashes


def as_tokens(numbers):
    return np.array(numbers, dtype=np.uint32), np.zeros(len(numbers), dtype=np.int64)


def test_shingles_of_equal_tokens_are_equal():
    shingles = shingle_hashes(as_tokens([1, 2, 3, 1, 2, 3])[0], 3)
    assert shingles[0] == shingles[3]
    assert len(set(shingles.tolist())) == 3


def test_no_shingle_crosses_a_block():
    hashes = np.arange(20, dtype=np.uint32)
    _, places = fingerprints(hashes, np.repeat([0, 1], 10), 6, 4)
    assert all(place <= 4 or 10 <= place <= 14 for place in places.tolist())


def test_a_text_too_short_for_a_window_keeps_one_fingerprint():
    hashes, block = as_tokens(range(6))
    assert fingerprints(hashes, block, 6, 4)[1].tolist() == [0]
    hashes, block = as_tokens(range(5))
    assert fingerprints(hashes, block, 6, 4)[1].tolist() == []


@given(
    st.lists(st.integers(0, 9), max_size=30),
    st.lists(st.integers(0, 9), max_size=30),
    st.lists(st.integers(0, 9), min_size=9, max_size=15),
)
def test_two_texts_that_share_nine_tokens_share_a_fingerprint(before, after, shared):
    one, _ = fingerprints(*as_tokens(before + shared), 6, 4)
    other, _ = fingerprints(*as_tokens(shared + after), 6, 4)
    assert set(one.tolist()) & set(other.tolist())
