r"""The wording of a codebook: words and phrases as people write them, matched in linear time.

A phrase is matched as whole words, in any case and with any spacing and kind of apostrophe or hyphen; a star
at the end of a word stands for any ending (``injur*``), three dots for up to eight words in between
(``no ... damage``). Between slashes stands a regular expression in RE2's syntax (``/first (time|attack)/``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from unicodedata import category

import re2

GAP_WORDS = 8
_GAP = rf"(?:[^\pL\pN.!?]+[\pL\pN]+){{0,{GAP_WORDS}}}?[^\pL\pN.!?]+"
_APOSTROPHES, _HYPHENS = "'’‘", "-‐‑–"


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says why."""


@dataclass(frozen=True)
class Phrases:
    """Several phrases, any of which may match."""

    wordings: tuple[str, ...] = ()

    @cached_property
    def _pattern(self) -> Any:
        # The longest first: RE2 takes the first alternative that fits, as written.
        patterns = [phrase_pattern(wording) for wording in sorted(self.wordings, key=lambda w: (-len(w), w))]
        return compile_pattern("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None

    def spans(self, text: str, offset: int = 0) -> list[tuple[int, int]]:
        """Give (start, end) of each match that begins and ends at a word's edge, shifted by ``offset``."""
        if self._pattern is None:
            return []
        found = (match.span() for match in self._pattern.finditer(text))
        return [(start + offset, end + offset) for start, end in found if start < end and _whole(text, start, end)]

    def wording(self, text: str) -> str:
        """Give the phrase that a matched stretch shows, as the codebook writes it."""
        return next((w for w in self.wordings if Phrases((w,)).spans(text) == [(0, len(text))]), text)

    def match(self, text: str) -> bool:
        """Say whether any phrase stands in the text."""
        return bool(self.spans(text))

    def __bool__(self) -> bool:
        """False without phrases."""
        return bool(self.wordings)


def phrase_pattern(wording: str) -> str:
    """Turn one phrase into a regular expression.

    Raises:
        PhraseError: the phrase has no word, or its regular expression is not valid or not whole.
    """
    if len(wording) > 1 and wording.startswith("/") and wording.endswith("/"):
        compile_pattern(wording[1:-1])
        return wording[1:-1]
    if wording.startswith("/") != wording.endswith("/"):
        # YAML cuts [/one, two/] at the comma.
        raise PhraseError(f"{wording!r} has one slash of a regular expression; put all of it in quotes: '/one, two/'")
    pattern, gap = "", False
    for word in wording.replace("…", "...").replace("...", " ... ").split():
        if word == "...":
            gap = True
            continue
        pattern += (_GAP if gap else r"\s+") if pattern else ""
        pattern += _word_pattern(word)
        gap = False
    if not any(_says_something(character) for character in wording):
        raise PhraseError(f"{wording!r} has no word; write words or a /regular expression/")
    return pattern


def compile_pattern(pattern: str) -> Any:
    """Compile a regular expression that ignores case.

    Raises:
        PhraseError: RE2 does not read it.
    """
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        reason = error.args[0].decode() if error.args and isinstance(error.args[0], bytes) else str(error)
        raise PhraseError(f"/{pattern}/ is not a regular expression that RE2 reads ({reason})") from None


def named_phrases(wordings: Mapping[Any, Sequence[str]]) -> dict[str, Phrases]:
    """Give each name its phrases."""
    return {str(name): Phrases(tuple(phrases)) for name, phrases in wordings.items()}


def _word_pattern(word: str) -> str:
    """Escape a word; let apostrophes and hyphens vary, and a star at its end stand for any ending."""
    letters = word.removesuffix("*")
    ending = r"[\pL\pN]*" if word.endswith("*") else _edge(letters[-1:])
    pattern = _edge(letters[:1])
    for character in letters:
        if character in _APOSTROPHES:
            pattern += f"[{_APOSTROPHES}]"
        elif character in _HYPHENS:
            pattern += f"[{_HYPHENS}]"
        else:
            pattern += re2.escape(character)
    return pattern + ending


def _says_something(character: str) -> bool:
    """Tell letters, digits and the signs that are read as words ("%", "£") from marks."""
    return character.isalnum() or character in "%‰°" or category(character) == "Sc"


def _edge(character: str) -> str:
    """Ask for a word's edge where RE2 knows one, between ASCII letters; Phrases checks the rest."""
    return r"\b" if character.isascii() and character.isalnum() else ""


def _whole(text: str, start: int, end: int) -> bool:
    """Say whether a match cuts no word in two."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after
