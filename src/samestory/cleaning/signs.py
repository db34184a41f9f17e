"""Signs: the letters without which a rule cannot apply to a paragraph, looked for all at once."""

from collections.abc import Callable, Mapping
from functools import cache

import re2

from samestory.cleaning.lexicon import lexicon

# What a text must have somewhere, in capitals or not, before the rules named so are asked about it: their own patterns
# take longer.
SIGNS = {
    "bracket": r"[(\[]",
    "photo credit": r"[/|•©]|\(c\)|copyright|\bvia\b|courtesy|credit(?:\.\.\.|…|:)"
    r"|\b(?:photo|pic|image|illustration|graphic|video)",
    "picture": r"\b(?:photo|picture|image|still\b|screenshot)|grab\b",
    "place in picture": r"\b(?:left|right|center|centre),"
    r"|\((?:pictured|left|right|cent|above|below|top|bottom|second|third|far|seen)",
    "gallery": "show all",
    "embedded post": r"\(@|pic\.twitter|posted by",
    "correction": r"correct|clarif|amend|earlier|previous|original|initial|prior\b|mistak|errat|editor|wrong|updated"
    r"|revised|changed|note:",
    "desk": "reporting|writing|editing|compil|graphics|translat",
    "copyright": r"copyright|©|\(c\)|all rights reserved",
    "contribution": "contribut(?:ed|ing)|(?:material|reporting|reports?|information|files|inputs?) from"
    r"|(?:this|the) (?:story|article|report)|with (?:staff|agencies|wires?)\b",
}
# The phrases of furniture.toml that make a paragraph furniture wherever they stand in it.
PAGE_PHRASE = "page phrase"
NONE: frozenset[str] = frozenset()


def signs_of(text: str) -> frozenset[str]:
    """Give the names in SIGNS, and PAGE_PHRASE, of which a text has a sign."""
    return _search()(text)


@cache
def _search() -> Callable[[str], frozenset[str]]:
    phrases = "|".join(map(re2.escape, lexicon()["furniture"]["page_phrase"]["within"]))
    return searcher(SIGNS | {PAGE_PHRASE: phrases}, ignore_case=True)


def searcher(patterns: Mapping[str, str], *, ignore_case: bool = False) -> Callable[[str], frozenset[str]]:
    """Compile patterns into one automaton, which reads a text once and gives the names of those found in it."""
    options = re2.Options()
    options.case_sensitive = not ignore_case
    automaton = re2.Set.SearchSet(options)
    for pattern in patterns.values():
        automaton.Add(pattern)
    automaton.Compile()
    names = list(patterns)

    def search(text: str) -> frozenset[str]:
        found = automaton.Match(text.encode("utf-8", "surrogatepass"))
        return frozenset([names[number] for number in found]) if found else NONE

    return search
