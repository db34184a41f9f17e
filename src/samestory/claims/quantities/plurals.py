"""The plural and the singular of nouns."""

import re

from samestory.claims.quantities.numbers import quantity_lexicon

# "Schoolchildren", "servicemen"; not "specimen", "abdomen".
PEOPLE = re.compile(r"(?:children|women|\w[^aiou\W]men)$", re.IGNORECASE)


def is_plural(word: str) -> bool:
    """Guess whether a word as printed is a plural noun."""
    lower = word.lower()
    if lower in quantity_lexicon()["plurals"] or PEOPLE.search(lower):
        return True
    return len(word) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and not word.isupper()


def singular(word: str) -> str:
    """Give the singular of a noun in lower case."""
    plurals: dict[str, str] = quantity_lexicon()["plurals"]
    if word.lower() in plurals:
        return plurals[word.lower()]
    head, mark, tail = word.rpartition("-")
    if tail in plurals:
        return head + mark + plurals[tail]
    if PEOPLE.search(tail):
        return word[:-3] if tail.endswith("children") else word[:-2] + "an"
    if len(tail) < 4 or not tail.endswith("s") or tail.endswith(("ss", "us", "is")):
        return word
    if tail.endswith("ies"):
        return word[:-3] + "y"
    if tail.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]
