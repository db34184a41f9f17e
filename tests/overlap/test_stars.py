from itertools import combinations
from types import SimpleNamespace

import pandas as pd
import pytest

from samestory.overlap.passages import shared_passages
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.tokeniser import read_tokens


def rows(found):
    return [SimpleNamespace(**row) for row in pd.DataFrame(vars(found)).to_dict("records")]


STORY = " ".join(f"word{number}" for number in range(120))


@pytest.mark.parametrize("copies", [2, 10, 60])
def test_a_story_that_many_carry_has_all_its_pairs(copies):
    texts = [f"outlet{number} {STORY} ending{number}" for number in range(copies)]
    found = rows(shared_passages(read_tokens(texts), texts, OverlapSettings(max_df=8)))
    assert [(p.a, p.b) for p in found] == list(combinations(range(copies), 2))
    assert all(texts[p.a][p.start_a : p.end_a] == STORY for p in found)


def test_copies_that_edit_the_story_have_all_their_pairs():
    texts = [STORY.replace(f"word{number * 3} ", f"change{number} ") for number in range(20)]
    found = rows(shared_passages(read_tokens(texts), texts, OverlapSettings(max_df=8)))
    assert [(p.a, p.b) for p in found] == list(combinations(range(20), 2))
