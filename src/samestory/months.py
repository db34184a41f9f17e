"""The names of the months, in the languages of news."""

from functools import cache

from samestory.lexicon import read_lexicon


@cache
def month_numbers() -> dict[str, dict[str, int]]:
    """Give of each language the number of each month by its names, full and short, in small letters."""
    return {
        language: {name: number for number, names in enumerate(months, 1) for name in names.split("|")}
        for language, months in read_lexicon(__package__, "months.toml").items()
    }
