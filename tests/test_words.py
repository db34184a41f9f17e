from hypothesis import given
from hypothesis import strategies as st

from samestory.words import RUN, WORD, count_words, runs, word_spans

LETTERS = st.text(st.one_of(st.sampled_from("ab1٣½²_'’‐‑.,-– “\u00a0éßİ渡"), st.characters()), max_size=30)


def test_inner_apostrophes_hyphens_and_points_between_digits_stay_inside_a_word():
    assert WORD.findall("The mayor’s well-known 4.15am call: 2,500 calls.") == [
        "The",
        "mayor’s",
        "well-known",
        "4.15am",
        "call",
        "2,500",
        "calls",
    ]


def test_quotation_marks_and_dashes_are_no_words():
    assert count_words("“…” – '—'") == 0


def test_spans_are_code_points():
    assert list(word_spans("\ufeffé 𝒳 b")) == [(1, 2), (3, 4), (5, 6)]


@given(LETTERS)
def test_words_are_counted_as_they_are_found(text):
    assert count_words(text) == len(WORD.findall(text))


def test_runs_of_letters_and_digits_are_folded():
    assert runs("The “well-known” 4.15am CALL…") == ["the", "well", "known", "4", "15am", "call"]
    assert runs("Ärger in MÜNCHEN’s Straße") == ["ärger", "in", "münchen", "s", "strasse"]


@given(LETTERS)
def test_runs_are_those_of_the_folded_text(text):
    assert runs(text) == RUN.findall(text.casefold())
