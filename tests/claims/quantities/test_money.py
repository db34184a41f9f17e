"""Sums of money by the marks of their currency."""

import pytest

from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise


def sums(text):
    return [(row["low"], row["unit"], row["text"]) for row in find_quantities([tokenise("d", 0, text)])]


@pytest.mark.parametrize(
    ("text", "value", "unit", "covered"),
    [
        ("It cost P40 million.", 40e6, "philippine peso", "P40 million"),
        ("It cost PHP 40 million.", 40e6, "philippine peso", "PHP 40 million"),
        ("It cost 40 million PHP.", 40e6, "philippine peso", "40 million PHP"),
        ("It cost Kshs40,000.", 40e3, "kenyan shilling", "Kshs40,000"),
        ("It cost KSh 40,000.", 40e3, "kenyan shilling", "KSh 40,000"),
        ("It cost sh4m.", 4e6, "shilling", "sh4m"),
        ("It cost Rs.400.", 400, "indian rupee", "Rs.400"),
        ("It cost Rs 4 lakh.", 4e5, "indian rupee", "Rs 4 lakh"),
        ("It cost S$40 million.", 40e6, "singapore dollar", "S$40 million"),
        ("It cost NT$40.", 40, "taiwan dollar", "NT$40"),
        ("It cost $US40.", 40, "dollar", "$US40"),
        ("It cost $A32 million.", 32_000_000, "australian dollar", "$A32 million"),
        ("It cost $NZ3.5m.", 3_500_000, "new zealand dollar", "$NZ3.5m"),
        ("A $4 fine.", 4, "dollar", "$4"),
        ("It cost R4m.", 4e6, "south african rand", "R4m"),
        ("It cost R450 000.", 450e3, "south african rand", "R450 000"),
        ("It cost N40,000.", 40e3, "nigerian naira", "N40,000"),
        ("It cost GH¢4,000.", 4e3, "ghanaian cedi", "GH¢4,000"),
        ("It cost CHF 4m.", 4e6, "swiss franc", "CHF 4m"),
        ("It cost EUR400.", 400, "euro", "EUR400"),
        ("It cost 400 zł.", 400, "polish zloty", "400 zł"),
        ("It cost 400 kr.", 400, "krone", "400 kr"),
        ("It cost COP 40 million.", 40e6, "colombian peso", "COP 40 million"),
    ],
)
def test_a_sum_has_its_currency(text, value, unit, covered):
    assert sums(text) == [(value, unit, covered)]


@pytest.mark.parametrize(
    "text",
    [
        "The N1 and the R101 were shut.",
        "See page P3.",
        "K9 teams in N95 masks came.",
        "It was COP 28.",
        "COP28 ended.",
    ],
)
def test_letters_and_words_before_a_bare_number_are_no_money(text):
    assert sums(text) == []


def test_all_is_a_word_before_people():
    assert sums("ALL 40 miners live.") == [(40, "miner", "40 miners")]
