"""Numbers on a scale, whose name stands before them: "magnitude 6.9", "force 9", "a 6.9 quake".

A class ("category 4", "level 3") counts nothing: its number is a name.
"""

from samestory.claims.quantities.numbers import Number, quantity_lexicon
from samestory.claims.quantities.units import Unit, read_measure
from samestory.claims.tokens import Sentence

# A printed adjective may stand before what is rated: "a 6.9 undersea quake".
LONGEST_RATED = 2
# "A magnitude of more than 7".
LONGEST_LINK = 4


def read_rating(sentence: Sentence, number: Number) -> tuple[Unit, int] | None:
    """Read the scale that a number is on, with the token at which it begins: its own, or that of the scale's name.

    No scale has a fraction of a thousand or a measure behind it: "a force 3 metres high".
    """
    if number.form == "fraction" or number.base != number.value or read_measure(sentence, number.last + 1):
        return None
    named = _named_before(sentence, number)
    return named or _rated_behind(sentence, number)


def _named_before(sentence: Sentence, number: Number) -> tuple[Unit, int] | None:
    """Read "magnitude 6.9", "a magnitude of 6.9", "magnitude-6.9", "force 9"."""
    lower, lexicon = sentence.lower, quantity_lexicon()["ratings"]
    index = number.first - 1
    while index > max(-1, number.first - LONGEST_LINK) and lower[index] in lexicon["linked_by"]:
        index -= 1
    if index < 0:
        return None
    word, hyphen = lower[index], lower[index + 1] == "-"
    if word in lexicon["letters"] and sentence.joined(number.first):
        return Unit(lexicon["letters"][word], number.last, "rating"), index
    linked = index < number.first - 1 and not hyphen
    # "The force of 4" may be of anything.
    if number.value > lexicon["highest"].get(word, -1) or (linked and word not in lexicon["linked"]):
        return None
    return Unit(word, number.last, "rating"), number.first if linked else index


def _rated_behind(sentence: Sentence, number: Number) -> tuple[Unit, int] | None:
    """Read "a 6.9 quake", "a 7.1 undersea earthquake": tenths before what is rated by them."""
    if number.form != "digits" or "." not in sentence.words[number.last]:
        return None
    lower, lexicon = sentence.lower, quantity_lexicon()["ratings"]
    for word in lower[number.last + 1 : number.last + 1 + LONGEST_RATED]:
        for name, rated in lexicon["rated"].items():
            if word in rated and number.value <= lexicon["highest"][name]:
                return Unit(name, number.last, "rating"), number.first
        if not word.isalpha():
            break
    return None
