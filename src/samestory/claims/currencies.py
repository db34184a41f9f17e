"""The marks of money as print has them: "PHP", "€", "NT$", "Kshs"; and which of them touch a number."""

import re
from collections.abc import Mapping
from functools import cache

from samestory.lexicon import read_lexicon

Table = Mapping[str, str]

# What makes a number a sum of money wherever it stands: groups of thousands, a scale, cents.
SUM = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u00a0\u202f]\d{3}|(?: \d{3}){2}| 000)(?!\d)|\d+\.\d\d(?!\d)"
    r"|\d+(?:\.\d+)?(?:[ \u00a0-]?(?:thousand|million|billion|trillion|lakh|crore)s?\b|(?:k|m|M|mn|mln|bn|tn|trn)\b)"
    r"|\d+\.\d+B\b)"
)


@cache
def currency_marks(*tables: str) -> Table:
    """Give the marks of tables of the lexicon, all of them without a name, each with its currency."""
    lexicon: Mapping[str, Table] = read_lexicon(__package__, "currencies.toml")
    return {mark: name for table in tables or tuple(lexicon) for mark, name in lexicon[table].items()}


@cache
def currency_names() -> frozenset[str]:
    """Give the names of all currencies that have a mark."""
    return frozenset(currency_marks().values())


def money_prefix() -> str:
    """Give the pattern of the letters that touch a number of money: "Rs500", "PHP350", "P350 million", "$A32"."""
    anywhere = _one_of(currency_marks("codes", "abbreviations", "joined"))
    before_sum = _one_of(currency_marks("words", "letters"))
    behind_dollar = _one_of(currency_marks("dollars"))
    return rf"{anywhere}(?=\d)|(?<=\$){behind_dollar}(?=\d)|{before_sum}(?={SUM})"


def _one_of(marks: Table) -> str:
    longest_first = sorted(marks, key=lambda mark: (-len(mark), mark))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
