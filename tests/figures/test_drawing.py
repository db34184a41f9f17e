import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from samestory.figures.drawing import fit, fit_ends, key_lines, printable, sheet, width_of, wrap
from samestory.figures.style import article_signs


def test_a_line_is_as_wide_as_its_letters_in_inches():
    # Ten capital Ms of DejaVu Sans (863 of 1000 units) at 72 points.
    assert round(width_of("M" * 10, 72), 2) == 8.63


def test_bold_is_wider():
    assert width_of("South Mail", 8, bold=True) > width_of("South Mail", 8)


def test_wrap_breaks_between_words_and_shortens_the_last_line():
    assert wrap("one two three four", width_of("one two", 8) + 0.001, 8, lines=2) == ["one two", "three…"]


def test_letters_the_font_lacks_become_boxes():
    assert printable("a\u0000\n漢") == "a  □"


def test_a_key_breaks_into_lines():
    entries = [("some words", {"mark": "●"})] * 9
    assert [len(line) for line in key_lines(entries, 3.0)] == [2, 2, 2, 2, 1]


def test_a_line_keeps_as_many_letters_as_fit():
    line = "Salvage " * 50_000
    fitted = fit(line, 2.0, 8)
    assert line.startswith(fitted.removesuffix("…"))
    assert width_of(f"{line[: len(fitted)]}…", 8) > 2.0 >= width_of(fitted, 8)


@given(st.text(max_size=60), st.floats(0.2, 3))
def test_nothing_is_ever_wider_than_its_place(text, width):
    assert width_of(fit(text, width, 8), 8) <= width
    assert all(width_of(line, 8) <= width for line in wrap(text, width, 8, 3))


def test_the_order_in_which_heights_were_added_does_not_show_in_the_size():
    first, second = sheet(0.1 + 0.2 + 0.3)[0], sheet(0.1 + (0.2 + 0.3))[0]
    assert first.get_size_inches().tolist() == second.get_size_inches().tolist()


def test_two_dozen_articles_are_told_apart_and_the_first_eight_by_colour_alone():
    signs = article_signs(pd.DataFrame({"doc_id": [f"{number:02}" for number in range(30)]}))
    assert len(set(list(signs.values())[:24])) == 24
    assert {sign.shape for sign in list(signs.values())[:8]} == {"square"}
    assert signs["24"] == signs["00"]


def test_names_that_begin_alike_are_cut_in_the_middle():
    names = ["Count (age, harbour, month, tugs)", "Count (age, harbour, month, crew)"]
    cut = [fit_ends(name, 1.5, 8) for name in names]
    assert [name[-5:] for name in cut] == ["tugs)", "crew)"]
    assert all("…" in name and width_of(name, 8) <= 1.5 for name in cut)
