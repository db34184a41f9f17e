"""How old somebody is."""

import pytest

from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise


def ages(text):
    rows = find_quantities([tokenise("d", 0, text)])
    return [row["text"] for row in rows if row["unit"] == "year of age"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry driver, 38, from Tarn, was held.", ["38"]),
        ("His wife, 41, said so.", ["41"]),
        ("Ann B. Holm, 53; her sons, Nils F. Holm, 21; Ole, 19; and Per, 17, were there.", ["53", "21", "19", "17"]),
        ("Her son, who is 21, left.", ["21"]),
        ("She was 53 when it sank.", ["53"]),
        ("He turned 60 in May.", ["60"]),
        # Other numbers.
        ("Their order was: rows, 12, 14, 15.", []),
        ("The number, 38, was painted on it.", []),
        ("Scorers: Holm, 14; Lund had 11.", []),
        ("He is 38 points ahead.", []),
        ("She was 38-19 up.", []),
        ("They turned 60 people away.", []),
        ("It is 38.", []),
        ("The water, 12, it said, is cold.", []),
    ],
)
def test_an_age_is_told_by_what_stands_before_it(text, found):
    assert ages(text) == found
