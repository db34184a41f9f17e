import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.overlap.tokeniser import read_tokens
from samestory.overlap.tokens import BATCH_TOKENS, STRIDE
from samestory.words import count_words


def printed(text, tokens):
    return [text[s:e] for s, e in zip(tokens.start.tolist(), tokens.end.tolist(), strict=True)]


def test_words_are_cut_at_hyphens_and_keep_inner_points():
    text = "Mr O’Neill’s self-defence cost 2,500.50 in the U.S. at 4:15 a.m."
    tokens = read_tokens([text])
    assert printed(text, tokens) == [
        "Mr", "O’Neill’s", "self", "defence", "cost", "2,500.50", "in", "the", "U.S", "at", "4", "15", "a.m",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organised", "ORGANIZED"),
        ("defence", "Defense"),
        ("colour", "color"),
        ("centre", "center"),
        ("U.S.", "US"),
        ("Shi’ite", "Shiite"),
        ("café", "cafe"),
        ("2,500", "2500"),
    ],
)
def test_spellings_of_one_word_are_one_token(one, other):
    tokens = read_tokens([one, other])
    assert tokens.hashes[0] == tokens.hashes[1]
    assert tokens.doc.tolist() == [0, 1]


def test_different_words_are_different_tokens():
    tokens = read_tokens(["advise device exercise four fort form from"])
    assert len(set(tokens.hashes.tolist())) == 7


def test_furniture_is_left_out_and_parts_the_text():
    text = "one two\nADVERTISEMENT here\nthree four"
    tokens = read_tokens([text], [[(8, 26)]])
    assert printed(text, tokens) == ["one", "two", "three", "four"]
    assert tokens.block[1] != tokens.block[2]
    assert tokens.block[0] == tokens.block[1]


def test_scripts_without_spaces_give_a_token_a_character():
    text = "東京で地震 in Tokyo"
    assert printed(text, read_tokens([text])) == ["東", "京", "で", "地", "震", "in", "Tokyo"]


@given(st.lists(st.text(max_size=40), max_size=6))
def test_offsets_are_those_of_the_text_whatever_it_holds(texts):
    tokens = read_tokens(texts)
    assert np.all(tokens.start < tokens.end)
    for number, text in enumerate(texts):
        mine = tokens.doc == number
        assert np.all(tokens.end[mine] <= len(text))
        alone = read_tokens([text])
        assert alone.hashes.tolist() == tokens.hashes[mine].tolist()
        assert alone.start.tolist() == tokens.start[mine].tolist()


@given(st.text(alphabet="ab1-.,’' \n", max_size=60))
def test_words_are_counted_as_everywhere(text):
    assert read_tokens([text]).words.sum() == count_words(text)


def test_words_before_a_token_are_counted_however_many_tokens_there_are():
    tokens = read_tokens(["The U.S. self-defence force of the U.N. met. " * 100, "", "Well-to-do people"])
    before = [0, *np.cumsum(tokens.words).tolist()]
    assert len(tokens) > 3 * STRIDE
    assert before[-1] not in {0, len(tokens)}
    assert tokens.words_before(np.arange(len(tokens) + 1)).tolist() == before


def test_equal_pairs_of_tokens_have_equal_hashes_however_many_tokens_there_are():
    tokens = read_tokens(["one two three two " * 20_000])
    assert len(tokens) > BATCH_TOKENS
    one_two, two_three, three_two, two_one = tokens.pairs[:4].tolist()
    assert len({one_two, two_three, three_two, two_one}) == 4
    assert tokens.pairs[:-1].tolist() == ([one_two, two_three, three_two, two_one] * 20_000)[:-1]
