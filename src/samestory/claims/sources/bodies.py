"""Companies, unions and other bodies of an article: a short form ("Upton") stands for one full name ("Upton Foods").

A place is no short form of what bears its name, and of two bodies that share a name neither is meant for sure.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from samestory.claims.attributions.lexicon import PREPOSITIONS
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.sameness import name_words
from samestory.claims.sources.words import WORD, is_person, known_words, lexicon_words, person_name, without_article

# "The Ministry of Food, Farming and the Sea" is longer than most.
LONGEST_FIELD = 8
# "The Harbour Inquiry Branch (HIB)".
IN_BRACKETS = re.compile(r"\s\(([A-Z][A-Za-z]{1,8})\)")
LONGEST_NAME, LONGEST_ACRONYM = 100, 10
SMALL = frozenset({"of", "and", "for", "the", "in", "on", "to", "at"})
LINKS = frozenset({"of", "and", "for", "the", "&"})
# "In Upton", "near Upton", but not "shares in Upton" and "in Upton Street".
PLACED = (
    r"(?<!shares )(?<!share )(?<!stake )(?<!stakes )(?<!stock )(?<!invest )(?<!invested )(?<!investor )(?<!investors )"
    r"(?<!interest )(?<!confidence )(?<!trust )\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Tt]owards?)\s+{name}\b"
    r"(?![’']|\s+[^\W\d_a-z])"
)


class Bodies:
    """The bodies that the sources of an article name in full."""

    def __init__(self, text: str, mentions: Iterable[str]) -> None:
        """Gather the full names.

        Args:
            text: the article's text.
            mentions: its sources as printed.
        """
        self._text = text
        # How each full name is printed first, and all names that begin or end with a word.
        self._printed: dict[str, str] = {}
        self._by_word: dict[str, set[str]] = {}
        self._placed: dict[str, bool] = {}
        self._acronyms: dict[str, set[str]] | None = None
        # Of each kind the first that the text names, and the first of another name.
        self._sites: dict[str, list[tuple[int, str]]] = {}
        self._mentions = list(dict.fromkeys(mentions))
        self._by_kind: dict[frozenset[str], str] = {}
        for mention in self._mentions:
            if key := kind_key(mention):
                self._by_kind.setdefault(key, without_article(mention))
            name = full_name(mention)
            if name is not None:
                self._printed.setdefault(name, described_name(mention) or without_article(mention))
            for longer in {name or "", _capitals(mention)} - {""}:
                words = longer.split()
                for word in {words[0], words[-1]}:
                    self._by_word.setdefault(word, set()).add(longer)

    def canonical(self, mention: str) -> str | None:
        """Give how the one body is printed first whose full name a mention is, or is a short form of; else None."""
        key = kind_key(mention)
        if key is not None:
            return self._by_kind.get(key)
        own = full_name(mention)
        if own is not None:
            return self._printed.get(own)
        short = without_article(mention)
        if is_acronym(short) and (full := self._spelt_out(short)):
            return full
        if not _is_short_form(short):
            return None
        near = self._by_word.get(short.split()[0], set())
        fits = {name for name in near if _abbreviates(mention, short, name)}
        full = fits.pop() if len(fits) == 1 else None
        if not full or self._is_place(short):
            return None
        return self._printed.get(full, full if actor_type(full) == "company" else None)

    def _spelt_out(self, short: str) -> str | None:
        """Give the one name that an acronym stands for: the text prints it in brackets behind, or a source has it."""
        if self._acronyms is None:
            self._acronyms = {}
            for name in dict.fromkeys(map(without_article, self._mentions)):
                for letters in acronyms_of(name):
                    self._acronyms.setdefault(letters, set()).add(name)
            # What the brackets say goes before what the letters allow.
            for match in IN_BRACKETS.finditer(self._text):
                before = self._text[max(0, match.start() - LONGEST_NAME) : match.start()]
                if spelt := _spelt_before(before, match[1]):
                    self._acronyms[match[1]] = {spelt}
        names = self._acronyms.get(short, set())
        return next(iter(names)) if len(names) == 1 else None

    def sited(self, kind: str, start: int) -> str | None:
        """Give the one hospital or school that the text names before a position: "Upton Hospital"."""
        if kind not in lexicon_words("bodies", "sited"):
            return None
        if kind not in self._sites:
            named = re.compile(rf"\b((?:[A-Z][\w’'-]{{0,30}} ){{1,4}}{kind.capitalize()})\b")
            found = [(match.start(), without_article(match[1])) for match in named.finditer(self._text)]
            self._sites[kind] = found[:1] + [site for site in found if site[1] != found[0][1]][:1]
        before = [name for at, name in self._sites[kind] if at < start]
        return before[0] if len(before) == 1 else None

    def _is_place(self, name: str) -> bool:
        """Tell whether the article uses a name for a place."""
        if name not in self._placed:
            pattern = re.compile(PLACED.replace("{name}", re.escape(name)))
            self._placed[name] = pattern.search(self._text) is not None
        return self._placed[name]


def described_name(mention: str) -> str | None:
    """Give the name behind a description of it: "Bright Tarn" of "the harbour's oldest charity Bright Tarn".

    A common noun for a body or a person ends the description: in "the northern Upton" it is a part of the name.
    """
    words = without_article(mention).split()
    last = next((index for index in range(len(words) - 1, -1, -1) if not _is_part(words[index])), -1)
    first = last + 1
    if last < 0 or first == len(words) or not words[first][0].isupper() or not words[-1][0].isupper():
        return None
    nouns = known_words() | lexicon_words("roles") | lexicon_words("persons") | lexicon_words("bodies", "single")
    unnamed = lexicon_words("roles") | lexicon_words("titles")
    described = words[last] in nouns and PREPOSITIONS.isdisjoint(words[:first])
    return " ".join(words[first:]) if described and words[-1].lower() not in unnamed else None


def is_acronym(name: str) -> bool:
    """Tell a body's name in letters: "HIB", "TfU"."""
    return name.isalnum() and 2 < len(name) < LONGEST_ACRONYM and sum(map(str.isupper, name)) >= len(name) - 1


def acronyms_of(name: str) -> frozenset[str]:
    """Give the acronyms a name may have: the first letters of all its words, or of those with a capital."""
    words = WORD.findall(name)
    if len(words) < 2 or not all(word[0].isupper() or word in SMALL for word in words):
        return frozenset()
    letters = ["".join(word[0] for word in words), "".join(word[0] for word in words if word[0].isupper())]
    return frozenset([*letters, *map(str.upper, letters)])


def _spelt_before(before: str, short: str) -> str | None:
    """Give the name that ends a text, of as many words as an acronym needs."""
    words = before.split()
    for first in range(len(words) - 2, max(-1, len(words) - len(short) - 4), -1):
        if words[first][0].isupper() and short in acronyms_of(" ".join(words[first:])):
            return without_article(" ".join(words[first:]))
    return None


def _capitals(mention: str) -> str:
    """Give the words with a capital that a mention opens with, where they are two or more and no role follows."""
    words = list(takewhile(_is_part, without_article(mention).split()))
    while words and words[-1] in LINKS:
        words.pop()
    known = lexicon_words("roles") | lexicon_words("titles")
    return " ".join(words) if len(words) > 1 and words[1].lower() not in known else ""


def full_name(mention: str) -> str | None:
    """Give the name of several words that ends a mention of a body: "Upton Foods" of "the food maker Upton Foods"."""
    words = without_article(mention).split()
    first = next((i for i in range(len(words)) if all(_is_part(word) for word in words[i:])), len(words))
    while first < len(words) and words[first] in LINKS:
        first += 1
    # "The head of Upton Foods" is another.
    if len(words) - first < 2 or not PREPOSITIONS.isdisjoint(words[:first]):
        return None
    name, role = " ".join(words[first:]), " ".join(words[:first])
    kind = actor_type(without_article(mention))
    # "Upton Southern" looks like a person's name; "train operator" before it tells that it is none.
    if person_name(name) is not None:
        return name if role and actor_type(role) == "company" else None
    return name if kind == "company" or (kind not in {"unknown", "document"} and not is_person(name)) else None


@lru_cache(maxsize=65536)
def kind_key(mention: str) -> frozenset[str] | None:
    """Give the words of a body named by its kind and its field, in whatever order: "the Ministry of Health".

    Returns:
        The words that tell it; None for any other source.
    """
    printed = WORD.findall(without_article(mention))
    kinds = lexicon_words("bodies", "fielded")
    last, first = printed[-1:], printed[:2]
    behind = len(first) > 1 and first[0].lower() in kinds and first[1] in {"of", "for"}
    if "," in mention or len(printed) > LONGEST_FIELD or not (behind or (last and last[0].lower() in kinds)):
        return None
    key = name_words(mention)
    return key if len(key) > 1 else None


def _is_part(word: str) -> bool:
    """Tell a word with a capital, or one that links two."""
    return word[0].isupper() or word in LINKS


def _is_short_form(short: str) -> bool:
    """Tell whether a source may be a short form: a name in capitals that is no role, state or kind of body alone."""
    known = lexicon_words("states", "names") | lexicon_words("roles") | lexicon_words("bodies", "single")
    words = short.split()
    return bool(words) and all(word[0].isupper() for word in words) and short.lower() not in known


def _abbreviates(mention: str, short: str, name: str) -> bool:
    """Tell whether a short form opens a full name ("Upton"), or is its last word behind "the" ("the Front")."""
    words, full = short.split(), name.split()
    if len(words) >= len(full):
        return False
    return full[: len(words)] == words or (mention.lower().startswith("the ") and full[-1:] == words)
