import numpy as np
import pytest

from samestory.overlap.align import extend
from samestory.overlap.scoring import count_tokens, log_odds_scoring, rarities
from samestory.overlap.tokeniser import read_tokens

# A language in which "of" is common and every other word rare.
LANGUAGE = " ".join(f"of of word{number}" for number in range(3000))
COPIED = "barge gale harbour quay winter storm rope anchor"


def extended(one, other, identity):
    """Tokens by which a match of COPIED grows at its end."""
    tokens = read_tokens([f"{COPIED} {one}", f"{COPIED} {other}", LANGUAGE])
    rarity = rarities(count_tokens(tokens.hashes))
    size, shift = len(COPIED.split()), int((tokens.doc == 0).sum())
    match = np.array([[0, size, shift, shift + size]])
    scoring = log_odds_scoring(rarity, np.array([identity]), np.array([size]))
    ((_, end, _, other_end),) = extend(match, tokens, 8, 2, scoring).tolist()
    assert end - size == other_end - shift - size
    return end - size


@pytest.mark.parametrize("identity", [1.0, 0.8])
def test_a_rare_word_repays_the_edits_before_it(identity):
    assert extended("seven eight lighthouse north", "one two lighthouse south", identity) == 3


@pytest.mark.parametrize("identity", [1.0, 0.8])
def test_a_common_word_does_not(identity):
    assert extended("seven eight of north", "one two of south", identity) == 0


def test_what_has_nothing_in_common_gains_nothing():
    assert extended("seven eight nine ten", "one two three four", 0.8) == 0
