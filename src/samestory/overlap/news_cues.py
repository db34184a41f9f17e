"""The words that tell a sentence reports the news of the day: lower case, from ``news_cues.toml``."""

from functools import cache

from samestory.lexicon import read_lexicon


@cache
def news_cues() -> frozenset[str]:
    """Read the words."""
    return frozenset(read_lexicon(__package__, "news_cues.toml")["words"])
