from hypothesis import given
from hypothesis import strategies as st

from samestory.exports.rights import EXCERPT_WORDS, MASK, Rights, sha256
from samestory.words import word_spans

WORDS = st.lists(st.sampled_from(["ferry", "U.S.", "it's", "\n", "é🛟", "4.15", "—"]), max_size=120).map(" ".join)


def words(text):
    return [text[start:end] for start, end in word_spans(text)]


def test_a_corpus_that_says_nothing_of_its_rights_allows_excerpts_only():
    assert [Rights.of(setting).full for setting in ("full", "excerpts", None)] == [True, False, False]


def test_an_excerpt_ends_after_its_25th_word():
    text = " ".join(f"word{number}" for number in range(30)) + "."
    assert Rights(full=False).quote(text) == " ".join(f"word{number}" for number in range(25)) + "…"
    assert Rights(full=False).quote("Twenty-five words or less stay, with their stop.") == (
        "Twenty-five words or less stay, with their stop."
    )
    assert Rights(full=True).quote(text) == text


def test_outside_the_excerpts_every_letter_is_masked_and_no_position_moves():
    text = "The ferry\nlost its steering, they said."
    start = text.index("lost")
    shown = Rights(full=False).show(text, [(start, start + len("lost its steering"))])
    assert shown == "··· ·····\nlost its steering· ···· ·····"


def test_a_short_excerpt_inside_a_long_one_is_shown_whole():
    text = " ".join(f"word{number}" for number in range(40))
    short = (text.index("word24"), text.index("word27") - 1)
    shown = Rights(full=False).show(text, [(0, len(text)), short])
    assert shown[slice(*short)] == "word24 word25 word26"
    assert shown.startswith("word0 word1 ")
    assert "word22 ······ word24" in shown


@given(WORDS, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)), max_size=20))
def test_excerpts_side_by_side_never_show_more_than_25_words_in_a_row(text, places):
    spans = [(min(start, len(text)), min(start + length, len(text))) for start, length in places]
    shown = Rights(full=False).show(text, spans)
    assert len(shown) == len(text)
    assert all(letter in (original, MASK) for letter, original in zip(shown, text, strict=True))
    row = longest = 0
    for start, end in word_spans(text):
        row = 0 if MASK * (end - start) == shown[start:end] else row + 1
        longest = max(longest, row)
    assert longest <= EXCERPT_WORDS


def test_a_lone_surrogate_is_hashed_as_a_question_mark():
    assert sha256("a\ud800") == sha256("a?")
