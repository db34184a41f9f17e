"""How much something rose or fell."""

import pytest

from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("The mill cut its grain exports by about 30 percent from old levels.", "down"),
        ("They raised the harbour's dues by 12 percent.", "up"),
        ("Rents fell in the town by 12 percent.", "down"),
        # No change.
        ("The cuts are opposed by 30 percent.", None),
        ("The town was cut off by 3 percent of the voters.", None),
        ("They cut prices, led by 30 percent of the firms.", None),
        ("They cut the race short by 12 percent.", None),
        ("He took a 15 percent cut of the sales.", None),
        ("About 15 percent fall ill.", None),
        ("They raised the flag by 12 boats.", None),
    ],
)
def test_the_trend_of_a_change(text, trend):
    rows = find_quantities([tokenise("d", 0, text)])
    assert rows[0]["trend"] == trend
