"""Stems: words without case and inflection, numbers in figures, and what they weigh among the sentences of an event."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence, Set

Weights = Mapping[str, float]
# Inflections, longest first; what is left must keep three letters. Enough to bring "fired" and "firing" together.
ENDINGS = (
    ("ies", "y"),
    ("sses", "ss"),
    ("edly", ""),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("ly", ""),
    ("s", ""),
    ("e", ""),
)
# Papers differ in which numbers they spell out; "one" is a pronoun as well.
_SPELLED = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
)
FIGURES = {word: str(number) for number, word in enumerate(_SPELLED.split(), 2)}


def stem(word: str) -> str:
    """Strip a word of case, possessive and inflection; give a number up to twenty in figures."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    if word in FIGURES:
        return FIGURES[word]
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: len(word) - len(ending)] + instead
    return word


def weigh(sentences: Sequence[Set[str]]) -> Weights:
    """Give what each stem weighs: the more, the fewer of the sentences, each a set of stems, hold it."""
    df = Counter(s for stems in sentences for s in sorted(stems))
    return {term: math.log((1 + len(sentences)) / count) for term, count in df.items()}
