"""The wording of binding.toml: what is said of the people and things that numbers count, and what makes a part."""

from collections.abc import Mapping, Sequence
from functools import cache

from samestory.claims.phrases import Phrases
from samestory.lexicon import read_lexicon


@cache
def binding_lexicon() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Read binding.toml."""
    return read_lexicon(__package__, "binding.toml")


@cache
def phrases_of(table: str) -> Phrases:
    """Read all the wording of a table of the lexicon."""
    return Phrases(tuple(wording for wordings in binding_lexicon()[table].values() for wording in wordings))


@cache
def words_of(table: str, key: str) -> Phrases:
    """Read one list of wording of the lexicon."""
    return Phrases(tuple(binding_lexicon()[table][key]))
