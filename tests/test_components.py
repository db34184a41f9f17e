import pytest

from samestory.components import Components


def test_what_is_joined_over_others_is_one_group():
    articles = Components(["c", "a", "d", "b", "e"])
    for a, b in (("c", "b"), ("b", "a"), ("e", "d"), ("a", "c")):
        articles.join(a, b)
    assert articles.groups() == [["c", "a", "b"], ["d", "e"]]
    assert articles.head("c") == "a"


def test_what_is_not_among_the_items_is_told():
    numbers = Components(range(2))
    assert 1 in numbers
    assert 2 not in numbers
    with pytest.raises(KeyError):
        numbers.join(1, 2)
