from hypothesis import given
from hypothesis import strategies as st

from samestory.exports.plain import PlainText


def test_a_byte_order_mark_goes_and_line_ends_become_one_letter():
    plain = PlainText("\ufeffone\r\ntwo\rthree")
    assert plain.text == "one\ntwo\nthree"
    assert plain.text[plain.at(6) : plain.at(9)] == "two"


def test_java_counts_an_emoji_as_two():
    plain = PlainText("🚢 adrift")
    assert (plain.at(2), plain.units_at(2)) == (2, 3)


@given(st.text(st.sampled_from("a\r\n\ufeff🚢é\ud800"), max_size=30), st.data())
def test_every_stretch_is_found_again(original, data):
    plain = PlainText(original)
    start = data.draw(st.integers(0, len(original)))
    end = data.draw(st.integers(start, len(original)))
    wanted = original[start:end]
    if original[end : end + 1] == "\n" and wanted.endswith("\r"):
        wanted = wanted[:-1]  # half of a line end
    if start == 0:
        wanted = wanted.removeprefix("\ufeff")
    wanted = wanted.replace("\r\n", "\n").replace("\r", "\n").replace("\ud800", "?")
    assert plain.text[plain.at(start) : plain.at(end)] == wanted
    units = plain.text.encode("utf-16-le")
    assert units[2 * plain.units_at(start) : 2 * plain.units_at(end)].decode("utf-16-le") == wanted
