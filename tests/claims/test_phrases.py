"""The wording of a codebook."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.claims.phrases import PhraseError, Phrases, phrase_pattern


def found(wording: str, text: str) -> list[str]:
    return [text[start:end] for start, end in Phrases((wording,)).spans(text)]


def test_a_phrase_is_whole_words_in_any_case_and_spacing() -> None:
    assert found("river bank", "The River\nbank, not the river banks.") == ["River\nbank"]


def test_apostrophes_and_hyphens_vary() -> None:
    assert found("mayor's by-pass", "the mayor’s by‑pass") == ["mayor’s by‑pass"]


def test_a_star_is_any_ending() -> None:
    assert found("injur*", "Two injured, one injury, no jury.") == ["injured", "injury"]


def test_three_dots_are_a_few_words_of_one_sentence() -> None:
    assert found("no ... damage", "There was no sign of any damage.") == ["no sign of any damage"]
    assert found("no ... damage", "There was no sign. The damage came later.") == []


def test_between_slashes_stands_a_regular_expression() -> None:
    assert found("/tram (car|line)s?/", "The tram lines and the tram cars") == ["tram lines", "tram cars"]


def test_words_with_accents_are_not_cut() -> None:
    assert found("caf", "un café") == []
    assert found("café", "un Café, des cafés") == ["Café"]


@pytest.mark.parametrize("wording", ["/a(/", "...", "*", "/one", "two/"])
def test_a_phrase_that_cannot_be_read_is_refused(wording: str) -> None:
    with pytest.raises(PhraseError):
        phrase_pattern(wording)


@given(st.text(), st.text(alphabet="ab *.'-é", min_size=1))
def test_spans_lie_in_the_text(text: str, wording: str) -> None:
    try:
        phrase_pattern(wording)
    except PhraseError:
        return
    assert all(0 <= start < end <= len(text) for start, end in Phrases((wording,)).spans(text))
