"""The words of furniture.toml and languages.toml, and how lines are folded to be compared with them."""

import copy
from functools import cache
from typing import Any

from samestory.lexicon import read_lexicon

# Where the phrases of a language belong among those of furniture.toml: group, entry, and what is compared with them.
PLACES = {
    "lines": "furniture.page_phrase.line",
    "starts": "furniture.page_phrase.start",
    "related": "tail.related.line",
    "related_links": "furniture.related_link.start",
    "comments": "tail.comments.line",
    "fields": "tail.comment_fields.line",
    "captions": "caption.opener.start",
    "corrections": "furniture.correction.start",
}


def normal(line: str) -> str:
    """Fold a line for comparison: case, spaces, curly apostrophes, and the marks at its ends."""
    return " ".join(line.replace("’", "'").casefold().split()).strip(" .:;›»→>|·•–—-*…")


@cache
def lexicon() -> dict[str, Any]:
    """Read furniture.toml, the phrases of other languages among its own."""
    words = copy.deepcopy(read_lexicon(__package__, "furniture.toml"))
    for language in read_lexicon(__package__, "languages.toml").values():
        for entry, phrases in language.items():
            group, name, way = PLACES[entry].split(".")
            words[group][name].setdefault(way, []).extend(phrases)
    return words


@cache
def lines_of(group: str, name: str) -> frozenset[str]:
    """Give the whole lines of one entry of furniture.toml, folded."""
    return frozenset(normal(line) for line in lexicon()[group][name].get("line", ()))


@cache
def signing_words(entry: str) -> tuple[str, ...]:
    """Give what all languages of signing.toml have under an entry, the longest first."""
    words = {
        word for language in read_lexicon(__package__, "signing.toml").values() for word in language.get(entry, ())
    }
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
