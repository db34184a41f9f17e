"""What kind of actor a source is, told by its words.

The noun phrases of a source are read in their order: what it is ("a spokesman"), then whose and what else ("for the
airline", "a mother of two"). In each the last word that the lexicon knows decides. A role that any organisation has
says nothing by itself: an official of rebels is no government.
"""

import re
from functools import cache, lru_cache

from samestory.claims.attributions.lexicon import word_set
from samestory.claims.sources.words import (
    PRONOUNS,
    WORD,
    content_words,
    ends_company,
    is_plural,
    lexicon_words,
    source_lexicon,
    without_article,
)

# "The president of Tarn" may be of a firm, "an official from Upton" is of a town.
OF_BODY = re.compile(r"\b(?:(?:of|from|with|for|at) the|[Pp]resident of) ([A-Z][\w.]*(?: [A-Z][\w.]*)*)")
PURPOSES = "|".join(word.capitalize() for word in sorted(source_lexicon()["purposes"]))
PURPOSE = re.compile(rf"\b({PURPOSES}) (?:for|against) (?:the )?[A-Z]")
MAKER = re.compile(rf"\s({'|'.join(sorted(word_set('subject', 'made')))})\s+by\s+")
# "By the ministry on Thursday", "by the ministry, published on Thursday".
MAKER_END = re.compile(r" on |, (?:[a-z]+ly )?[a-z]+ed\b")
OF_MAKER = re.compile(r"\s(of(?= the )|from|by)\s")
PHRASE_END = re.compile(r",|\b(?:for|of|from|at|in|with|to|on|who|whose|that|which|by|as|about|after|close)\b")


@lru_cache(maxsize=65536)
def actor_type(source: str | None) -> str:
    """Tell what kind of actor a source is: one of the types of claims/attributions, ``unknown`` where no word tells."""
    # "WHO" in capitals is no pronoun.
    if not source or (source.lower() in PRONOUNS and not _is_acronym(source)):
        return "unknown"
    if " ".join(content_words(source)) in lexicon_words("states", "names"):
        return "government"
    alone = None
    for phrase in PHRASE_END.split(source):
        words = [re.sub(r"[’']s$", "", word) for word in WORD.findall(phrase)]
        kind = _phrase_type(words)
        if kind is not None:
            return kind
        alone = alone or _alone_type(words)
    if kind := _purpose_type(source) or _courtesy_type(source):
        return kind
    if alone is None:
        return "unknown"
    # An official of a body that no word tells of ("an official of the Tarn Front") need not be of a government.
    return "unknown" if alone != "company" and _of_unknown_body(source) else alone


def _alone_type(words: list[str]) -> str | None:
    """Give the type that roles tell where nothing tells whose they are: a firm's, if one is held in firms only."""
    kinds = []
    for index, word in enumerate(map(str.lower, words)):
        before, chief = index > 0, index > 0 and words[index - 1].lower() == "chief"
        # "The executive director" need not be of a firm, and "the Mines Executive" is none.
        other = word == "executive" and not chief and (words[index + 1 :] or (before and words[index].istitle()))
        if (kind := _alone().get(word)) and not other:
            kinds.append(kind)
    return "company" if "company" in kinds else next(iter(kinds), None)


def _purpose_type(source: str) -> str | None:
    """Give the type of a body whose name says what it is for: "the Alliance for Upton"."""
    named = PURPOSE.search(source)
    kinds: dict[str, str] = source_lexicon()["purposes"]
    return kinds[named[1].lower()] if named else None


def _courtesy_type(source: str) -> str | None:
    """Give the type that a title tells where no role stands before it: "Dr Lee", but not "the director, Dr Lee"."""
    words = content_words(source)
    title = next((index for index, word in enumerate(words) if word in _courtesy()), None)
    held = title is None or not lexicon_words("roles_of_any").isdisjoint(words[:title])
    return None if held else _courtesy()[words[title or 0]]


def _of_unknown_body(source: str) -> bool:
    """Tell whether a role is of a body with a name of its own, no state."""
    body = OF_BODY.search(source)
    return body is not None and " ".join(content_words(body[1])) not in lexicon_words("states", "names")


def _phrase_type(words: list[str]) -> str | None:
    """Give the type that a noun phrase tells, from its last word to its first."""
    known, roles = _known(), lexicon_words("roles_of_any")
    lower = [word.lower().replace(".", "") for word in words]
    for index in range(len(words) - 1, -1, -1):
        word = lower[index]
        several = (known.get(" ".join(lower[index - more : index + 1])) for more in (2, 1) if index >= more)
        if kind := next(filter(None, several), None):
            return kind
        if ends_company(words[index]) and _ends_name(words, index):
            return "company"
        if word in lexicon_words("media_names") and _ends_name(words, index, alone=True):
            return "media"
        if word in lexicon_words("spelling", "last") and _ends_name(words, index):
            continue
        if word == "general" and not _offices().isdisjoint(lower[max(0, index - 1) : index + 2]):
            continue
        if word in known and word not in roles and not _is_name(words, index):
            return known[word]
    return None


def made_by(source: str) -> str | None:
    """Give whose document a source is: the ministry of "figures released by the ministry"; None for any other.

    So is the body in "a statement from the ministry" and "findings of the Harbour Board".
    """
    if OF_MAKER.search(source) is None:
        return None
    document, maker, who = MAKER.split(source, maxsplit=1) if MAKER.search(source) else (source, "", "")
    if maker and actor_type(document) == "document":
        return MAKER_END.split(who, maxsplit=1)[0]
    document, maker, who = OF_MAKER.split(source, maxsplit=1)
    who = MAKER_END.split(who, maxsplit=1)[0]
    plain = " " not in document or document.partition(" ")[2].islower()
    named = maker != "of" or who.partition(" ")[2][:1].isupper()
    body = not lexicon_words("bodies", "single").isdisjoint(content_words(without_article(who))[-1:])
    known = body or actor_type(who) not in {"unknown", "document", "eyewitness"}
    return who if plain and named and known and not is_plural(who) and actor_type(document) == "document" else None


def _is_acronym(word: str) -> bool:
    """Tell a body's short name in capitals from the small word it looks like."""
    return word.isupper() and word.lower() in lexicon_words("spelling", "capitals")


def _ends_name(words: list[str], index: int, *, alone: bool = False) -> bool:
    """Tell whether a word with a capital is the last of a name of several, or, ``alone``, of "the" and it.

    A country may stand behind it ("Upton Foods Canada").
    """
    following = words[index + 1 :]
    abroad = " ".join(following).lower() in lexicon_words("states", "names")
    return (
        index > 0
        and (words[index - 1][0].isupper() or (alone and words[index - 1] == "the"))
        and words[index][0].isupper()
        and (not following or following[0][0].islower() or abroad)
    )


def _is_name(words: list[str], index: int) -> bool:
    """Tell a short word without its capitals ("who"), and a word that is part of a person's name ("Bill Lee")."""
    word = words[index]
    if word.lower() in lexicon_words("spelling", "capitals"):
        return not _is_acronym(word)
    beside = [other for other in words[max(0, index - 1) : index + 2] if other is not word]
    return (
        word.lower() in lexicon_words("spelling", "persons")
        and word[0].isupper()
        and any(other[0].isupper() and other.lower() not in _known() for other in beside)
    )


@cache
def _offices() -> frozenset[str]:
    """Give the words beside which "general" is no rank: "director general", "general manager"."""
    return lexicon_words("spelling", "beside_general")


@cache
def _known() -> dict[str, str]:
    """Give the type of each word and of each two words that tell one; the first type that names a word has it."""
    found: dict[str, str] = {}
    for entry in source_lexicon()["actors"]:
        for words in entry["words"]:
            found.setdefault(words.replace(".", ""), entry["type"])
    return found


@cache
def _courtesy() -> dict[str, str]:
    """Give the type of those whom a title before their name tells of."""
    titles: dict[str, str] = source_lexicon()["roles_of_any"]["courtesy"]
    return titles


@cache
def _alone() -> dict[str, str]:
    """Give the type of a role where nothing tells whose it is."""
    alone: dict[str, str] = source_lexicon()["roles_of_any"]["alone"]
    return alone
