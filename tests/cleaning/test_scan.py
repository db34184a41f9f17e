import re

from hypothesis import given
from hypothesis import strategies as st

from samestory.cleaning.scan import matches, places


def test_places_are_in_order_and_each_is_given_once():
    assert places(("ab", "a", "x"), "aabxab", 1, 5) == [1, 3, 4]
    assert places(("ab", "x"), "half of \ud800", 0, 9) == []


@given(st.text("(a) b", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_matches_are_those_of_the_pattern(text, start, end):
    pattern = re.compile(r"[(b](?<!\))(?:[( ]?a)?")
    found = [match.span() for match in matches(pattern, re.compile("[(b]"), text, start, end)]
    assert found == [match.span() for match in pattern.finditer(text, start, end)]
