"""How a source is named: by its name, by its role only, with anonymity stated, or not at all."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from samestory.claims.sources.words import (
    APPOSITION,
    EMPTY_WORDS,
    HEAD_END,
    PRONOUNS,
    WORD,
    is_person,
    is_plural,
    lexicon_words,
    person_name,
    source_lexicon,
    titled_surname,
)
from samestory.claims.tokens import Article

# So many sentences back a source may stand that "The officials spoke on condition of anonymity" tells of.
FAR = 8


@lru_cache(maxsize=65536)
def naming(source: str | None) -> str:
    """Tell how a source as printed is named: by name, by role only, or not at all."""
    if not source:
        return "unattributed"
    # "I" has a capital and is no name.
    if source.lower() in PRONOUNS:
        return "role_only"
    if person_name(source) or titled_surname(source):
        return "named"
    # "Lee, the mayor" is named, and so is "Apex, a maker of cranes".
    name = APPOSITION.split(source, maxsplit=1)[0]
    if name != source and naming(name) == "named":
        return "named"
    words = WORD.findall(source)
    if words and words[0].lower() in EMPTY_WORDS and len(words) > 1:
        # A sentence that opens with them prints them with a capital.
        words[0] = words[0].lower()
    # An institution speaks by its name; "a US official" has a role only, "Iran-backed militias" are described.
    head = WORD.findall(HEAD_END.split(source, maxsplit=1)[0])
    if len(head) > 1 and head[0].lower() in EMPTY_WORDS:
        del head[0]
    capitals = [word[0].isupper() for word in head or words]
    described = bool(head) and head[-1][0].islower() and (words[0].lower() in {"a", "an"} or is_plural(source))
    if described and not _is_named_body(head):
        return "role_only"
    roles = lexicon_words("roles")
    if not any(capitals) or (any(word.lower() in roles for word in words) and not _is_named_body(head)):
        return "role_only"
    return "named"


def _is_named_body(head: Sequence[str]) -> bool:
    """Tell a body's own name from a role: "Upton Harbour Police", but not "Upton officials" and "armed police"."""
    before = head[:-1]
    return (
        bool(before)
        and head[-1].lower() in lexicon_words("bodies", "named")
        and all(word[0].isupper() for word in before)
        and lexicon_words("roles").isdisjoint(word.lower() for word in before)
    )


def states_anonymity(text: str) -> bool:
    """Tell whether a text says that a source does not want to be named."""
    return _anonymity_at(text) >= 0


def _anonymity_at(text: str) -> int:
    """Give where a text says that a source does not want to be named; -1 where it does not."""
    lower = text.lower()
    found = [at for phrase in source_lexicon()["anonymity"]["phrases"] if (at := lower.find(phrase)) >= 0]
    return min(found, default=-1)


def mark_anonymous(article: Article, attributions: list[dict[str, Any]]) -> None:
    """Mark the sources of an article that do not want to be named, by the sentence that says so.

    It is the last source of that sentence before these words, else the first behind them. A sentence without one that
    opens with a pronoun or a role ("He", "The officials") tells of the last source before it that this can be.

    Args:
        article: the article.
        attributions: its rows of claims/attributions, changed in place.
    """
    if not states_anonymity(article.text):
        return
    unnamed = sorted((row for row in attributions if _may_be_anonymous(row)), key=lambda row: row["source_start"])
    starts = [row["source_start"] for row in unnamed]
    for index, sentence in enumerate(article.sentences):
        at = _anonymity_at(sentence.text)
        if at < 0:
            continue
        first = bisect_left(starts, sentence.start)
        last = bisect_right(starts, sentence.start + len(sentence.text))
        split = bisect_right(starts, sentence.start + at)
        if first < last:
            told = starts[max(first, split - 1)]
        else:
            near = range(first - 1, bisect_left(starts, article.sentences[max(0, index - FAR)].start) - 1, -1)
            told = next((starts[at] for at in near if _may_be(sentence.lower, unnamed[at]["source"])), -1)
        for row in unnamed[bisect_left(starts, told) : bisect_right(starts, told)]:
            row["naming"] = "anonymity_stated"


def _may_be_anonymous(row: Mapping[str, Any]) -> bool:
    """Tell a person or several without a name."""
    source = row["source"]
    return row["naming"] == "role_only" and (is_person(source) or is_plural(source))


def _may_be(opening: Sequence[str], source: str) -> bool:
    """Tell whether the words that open a sentence may stand for a source: "They" and "The officials" for several."""
    words = [word for word in opening[:3] if word[0].isalnum()]
    if not words:
        return False
    if words[0] in {"he", "she"}:
        return not is_plural(source)
    if words[0] in {"they", "all", "both", "none", "neither"}:
        return words[0] == "they" or is_plural(source)
    noun = words[1] if words[0] == "the" and len(words) > 1 else ""
    known = lexicon_words("roles") | lexicon_words("persons")
    several = noun in {"two", "three", "four"} or (noun != "" and is_plural(noun))
    return (several or noun in known) and several == is_plural(source)
