"""Titles In Title Case, read as if in sentence case: their capitals tell no name.

A word is none where the rest of its article prints it in lower case (Mikheev 1999, "A knowledge-free method for
capitalized word disambiguation"), or where the lexicon holds it.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from samestory.claims.quantities.numbers import number_words, quantity_lexicon, stop_words
from samestory.claims.quantities.plurals import singular
from samestory.claims.tokens import Sentence

# Short words keep their small letters in most titles.
LONG = 4
# So many of the longer words of a title in Title Case have a capital.
CAPITALISED = 0.8


def in_sentence_case(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Give the sentences of articles, the titles among them with small letters where their words are no names."""
    read = list(sentences)
    in_title_case = {sentence.doc_id for sentence in read if _is_in_title_case(sentence)}
    if not in_title_case:
        return read
    small: dict[str, set[str]] = {doc: set() for doc in in_title_case}
    for sentence in read:
        if sentence.doc_id in small and sentence.kind != "title":
            small[sentence.doc_id].update(word for word in sentence.words if word.islower())
    return [
        replace(sentence, words=[_small(word, small[sentence.doc_id]) for word in sentence.words])
        if _is_in_title_case(sentence)
        else sentence
        for sentence in read
    ]


def _is_in_title_case(sentence: Sentence) -> bool:
    """Tell a title whose words begin with capitals; one all in capitals is none."""
    if sentence.kind != "title":
        return False
    longer = [word for word in sentence.words if word.isalpha() and len(word) >= LONG]
    return len(longer) > 1 and sum(word.istitle() for word in longer) >= CAPITALISED * len(longer)


def _small(word: str, small: set[str]) -> str:
    """Give a word of a title in small letters where it is no name."""
    lower = word.lower()
    return lower if word.istitle() and (lower in small or lower in _common() or singular(lower) in _common()) else word


@cache
def _common() -> frozenset[str]:
    """Give the words of the lexicon that are no names."""
    lexicon = quantity_lexicon()
    closed = stop_words() | number_words() | set(lexicon["per"]["nouns"])
    return frozenset({*closed, *lexicon["measures"], *lexicon["plurals"], *lexicon["plurals"].values()})
