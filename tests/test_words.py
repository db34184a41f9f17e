from samestory.words import WORD, count_words, word_spans


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
