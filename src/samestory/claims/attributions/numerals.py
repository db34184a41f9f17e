"""Whether a word tells a number of several."""

from functools import cache

from samestory.claims.quantities.numbers import quantity_lexicon


def says_number(word: str) -> bool:
    """Tell a number of more than one, in digits or words, or "dozens"."""
    return word[0].isdigit() or (word in _more_than_one())


@cache
def _more_than_one() -> frozenset[str]:
    """Give the number words that count several."""
    lexicon = quantity_lexicon()
    vague = {phrase.split()[0] for phrase in lexicon["vague"]} - {"a"}
    return frozenset(lexicon["numerals"]) - {"one"} | frozenset(lexicon["scales"]) | vague
