"""Signs: the letters without which a rule cannot apply to a paragraph, looked for all at once."""

from functools import cache
from typing import Any

import re2

from samestory.cleaning.lexicon import lexicon

# What a text must have somewhere, in capitals or not, before the rules named so are asked about it: their own patterns
# take longer.
SIGNS = {
    "bracket": r"[(\[]",
    "photo credit": r"[/|•©]|\(c\)|\bvia\b|courtesy|credit(?:\.\.\.|…)"
    r"|\b(?:photo|pic|image|illustration|graphic|video)",
    "picture": r"\b(?:photo|picture|image|still\b|screenshot)|grab\b",
    "place in picture": r"\b(?:left|right|center|centre),"
    r"|\((?:pictured|left|right|cent|above|below|top|bottom|second|third|far|seen)",
    "gallery": "show all",
    "embedded post": r"\(@|pic\.twitter|posted by",
    "desk": "reporting|writing|editing|compil|graphics|translat",
    "copyright": r"copyright|©|\(c\)|all rights reserved",
    "contribution": "contributed|(?:material|reporting|information|files|inputs?) from"
    "|(?:this|the) (?:story|article|report)",
}
# The phrases of furniture.toml that make a paragraph furniture wherever they stand in it.
PAGE_PHRASE = "page phrase"
NONE: frozenset[str] = frozenset()


def signs_of(text: str) -> frozenset[str]:
    """Give the names in SIGNS, and PAGE_PHRASE, of which a text has a sign."""
    automaton, names = _automaton()
    found = automaton.Match(text.encode("utf-8", "surrogatepass"))
    return frozenset([names[number] for number in found]) if found else NONE


@cache
def _automaton() -> tuple[Any, list[str]]:
    """Compile all signs into one automaton, whose patterns go by the names given beside it."""
    phrases = "|".join(map(re2.escape, lexicon()["furniture"]["page_phrase"]["within"]))
    options = re2.Options()
    options.case_sensitive = False
    automaton, names = re2.Set.SearchSet(options), []
    for name, pattern in (SIGNS | {PAGE_PHRASE: phrases}).items():
        automaton.Add(pattern)
        names.append(name)
    automaton.Compile()
    return automaton, names
