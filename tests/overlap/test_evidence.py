"""What a passage shows: the words that both sides have in common outside quotation marks."""

from types import SimpleNamespace

import numpy as np
import pytest

from samestory.overlap.evidence import Shared, Side


def side(words: int, quoted: int) -> Side:
    return Side("a", 0, 0, 0, words, np.arange(words) < quoted, SimpleNamespace())


@pytest.mark.parametrize(("quoted", "matched"), [(0, 12), (5, 9)])
def test_words_in_common_are_counted_by_the_longer_side(quoted: int, matched: float) -> None:
    shared = Shared(side(20, quoted), side(24, 0), "paraphrase", 0.5)
    assert shared.unquoted_matched == pytest.approx(matched)
