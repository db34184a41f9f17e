"""Whether two names may be one source's: "US" and "US spokesperson", "the union" and "the drivers' union"."""

from samestory.claims.sources.words import lexicon_words
from samestory.words import word_spans

# Words that link the parts of a source's name.
LINKING = lexicon_words("names", "linking")


def name_words(source: str) -> frozenset[str]:
    """Give the words of a source that tell who it is, folded, without plural and possessive endings."""
    words = (
        source[start:end].casefold().removesuffix("'s").removesuffix("’s").removesuffix("s")
        for start, end in word_spans(source)
    )
    return frozenset(word for word in words if word not in LINKING)


def are_rivals(first: str | None, second: str | None) -> bool:
    """Tell two sources that are named and not one: all words of neither stand in the other's name."""
    if not first or not second:
        return False
    words, others = name_words(first), name_words(second)
    return not words <= others and not others <= words
