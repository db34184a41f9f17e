"""Times that are bounds."""

import pytest

from samestory.claims.coding.bounds import bound_of


@pytest.mark.parametrize(
    ("text", "comparator", "shown"),
    [
        ("It is shut until at least April 7, they said.", ">=", "at least April 7"),
        ("It is shut at least until April 7.", ">=", "at least until April 7"),
        ("It will not open before April 7; not before April 7!", None, "April 7"),
        ("It opens no earlier than April 7.", ">=", "no earlier than April 7"),
        ("It may last until April 7 or longer.", ">=", "April 7 or longer"),
        ("It must be shut no later than April 7.", "<=", "no later than April 7"),
        ("It is shut until April 7.", None, "April 7"),
        ("At least 40 came on April 7.", None, "April 7"),
    ],
)
def test_a_time_may_be_a_bound(text, comparator, shown):
    start = text.index("April 7")
    found, first, last = bound_of(text, 0, start, start + len("April 7"), len(text))
    assert (found, text[first:last]) == (comparator, shown)
