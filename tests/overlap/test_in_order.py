"""An article that says again, sentence by sentence, what another says."""

import numpy as np
import pytest
from scipy import sparse

from samestory.overlap.in_order import pairs_in_order


def found(places: list[int], cosine: float = 0.3, running: bool = True, more: int = 0) -> list[tuple[int, int]]:
    """Give the pairs found where sentence n of the first article is like sentence ``places[n]`` of the second.

    ``more`` sentences of each article are like none of the other.
    """
    docs = np.array([0] * 8 + [1] * 8 + [0] * more + [1] * more)
    similarity = np.eye(len(docs))
    for n, place in enumerate(places):
        similarity[n, 8 + place] = similarity[8 + place, n] = cosine
    pairs = pairs_in_order(sparse.csr_array(similarity), docs, np.full(len(docs), running))
    return [(pair.first, pair.second - 8) for pair in pairs]


def test_sentences_retold_in_order_are_pairs_although_little_alike() -> None:
    assert found([0, 1, 2, 4, 5]) == [(0, 0), (1, 1), (2, 2), (3, 4), (4, 5)]


@pytest.mark.parametrize(
    "places",
    [
        pytest.param([0, 1, 2, 3], id="fewer than five"),
        pytest.param([4, 3, 2, 1, 0, 5, 6], id="in another order"),
        pytest.param([5, 0, 1, 2, 3, 7, 4], id="too many out of order"),
    ],
)
def test_what_two_reporters_have_in_common_shows_nothing(places: list[int]) -> None:
    assert found(places) == []


def test_one_sentence_out_of_its_place_does_no_harm() -> None:
    assert found([1, 2, 3, 4, 5, 0]) == [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]


def test_of_sentences_hardly_alike_it_takes_more() -> None:
    assert found([0, 1, 2, 3, 4, 5, 6], cosine=0.15) == []
    assert found([0, 1, 2, 3, 4, 5, 6, 7], cosine=0.15) == [(n, n) for n in range(8)]
    assert found([0, 1, 2, 3, 4, 5, 6, 7], cosine=0.15, more=10) == []


def test_sentences_that_have_next_to_nothing_in_common_are_no_pairs() -> None:
    assert found([0, 1, 2, 3, 4, 5, 6, 7], cosine=0.1) == []


def test_only_running_text_is_retold() -> None:
    assert found([0, 1, 2, 3, 4, 5], running=False) == []


def test_five_sentences_of_a_long_article_are_no_retelling() -> None:
    assert len(found([0, 1, 2, 4, 5], more=2)) == 5
    assert found([0, 1, 2, 4, 5], more=3) == []
