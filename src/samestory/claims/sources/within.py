"""Who a source is within its article: pronouns, short names and short roles take the name of a fuller mention."""

import json
import re
from collections import deque
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz.fuzz import ratio

from samestory.claims.attributions.lexicon import CONJUNCTIONS, DETERMINERS, OPENERS, PREPOSITIONS, VERBS
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.bodies import Bodies
from samestory.claims.sources.joint import single_sources
from samestory.claims.sources.words import (
    PRONOUNS,
    content_words,
    head_words,
    is_person,
    is_plural,
    lexicon_words,
    person_name,
    surname,
    without_article,
)
from samestory.claims.tokens import Article

# A capital at the start of a sentence: "But Apex", "Can Apex".
FUNCTION_WORDS = OPENERS | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | VERBS
MALE = lexicon_words("addressed", "male")
FEMALE = lexicon_words("addressed", "female")
SAME_NAME = 80.0
MEMORY = 60
# So many sources back a speaker's words may reach.
NESTED = 8
# A run of capitalised words, with the particles of names between them.
PART = r"[^\W\d_a-z][^\W_]*(?:[-’'][^\W_]+)*"
NAME_RUN = re.compile(
    rf"{PART}(?: (?:(?:al|bin|ibn|de|del|della|di|da|dos|du|van|von|der|den|la|el|ben|abu)[ -])?{PART}){{1,5}}"
)
Span = tuple[int, int]
Names = tuple[str, ...]
Named = tuple[Names, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that a later pronoun or short name may stand for.

    Attributes:
        names: its names, several where sources speak together.
        person: it is one person.
        hidden: it is a person who does not want to be named.
        sex: ``male`` or ``female`` where its words tell.
    """

    names: Names
    person: bool
    hidden: bool = False
    sex: str | None = None


def name_within(
    article: Article,
    quotes: list[dict[str, Any]],
    attributions: list[dict[str, Any]],
    antecedents: Mapping[Span, str],
) -> None:
    """Fill ``source_canonical``, ``sources`` and ``speaker_canonical`` of one article, with the evidence for each.

    Args:
        article: the article.
        quotes: its rows of claims/quotes, changed in place.
        attributions: its rows of claims/attributions, changed in place.
        antecedents: for a pronoun at a span, the noun phrase of its sentence that it stands for, where one is known.
    """
    mentions = {(row["source_start"], row["source_end"]): row["source"] for row in attributions if row["source"]}
    mentions |= {(row["speaker_start"], row["speaker_end"]): row["speaker"] for row in quotes if row["speaker"]}
    hidden = {(row["source_start"], row["source_end"]) for row in attributions if row["naming"] == "anonymity_stated"}
    named = _name_mentions(article, mentions, antecedents, hidden, _inner(attributions))
    for rows, kind in ((attributions, "source"), (quotes, "speaker")):
        for row in rows:
            names, evidence = named.get((row[f"{kind}_start"], row[f"{kind}_end"]), ((), None))
            row[f"{kind}_canonical"], row[f"{kind}_evidence"] = joint_name(names), evidence
            if kind == "source":
                row["sources"] = names_list(names)


@lru_cache(maxsize=65536)
def names_list(names: Names) -> str | None:
    """Give the JSON list of the names of sources; None for nobody."""
    return json.dumps(names, ensure_ascii=False) if names else None


def joint_name(names: Sequence[str]) -> str | None:
    """Give the name of one source, or of several that speak together; None for nobody."""
    return " and ".join(names) or None


def _inner(attributions: list[dict[str, Any]]) -> set[Span]:
    """Give the sources that speak in what another says: the mayor of "an aide said that the mayor had refused it"."""
    found: set[Span] = set()
    outer: deque[dict[str, Any]] = deque(maxlen=NESTED)
    for row in sorted((row for row in attributions if row["source"]), key=lambda row: row["source_start"]):
        start, end = row["source_start"], row["source_end"]
        if any(_speaks_in(other, start, end) for other in outer):
            found.add((start, end))
        outer.append(row)
    return found


def _speaks_in(outer: Mapping[str, Any], start: int, end: int) -> bool:
    """Tell whether a source stands in what another says; in "when he wrote it, the mayor said" it is the first."""
    first = outer["content_start"]
    if not first <= start or not end <= outer["content_end"]:
        return False
    return not outer["content"][: start - first].rstrip().endswith(",")


def _name_mentions(
    article: Article,
    mentions: Mapping[Span, str],
    antecedents: Mapping[Span, str],
    hidden: Set[Span],
    inner: Set[Span],
) -> dict[Span, Named]:
    """Name the mentions of an article, in the order of their positions."""
    named: dict[Span, Named] = {}
    # A reader looks back some way, not over a whole book.
    seen: deque[Seen] = deque(maxlen=MEMORY)
    people: set[str] = set()
    unnamed: set[str] = set()
    sexes: dict[str, str] = {}
    singles = [single for text in mentions.values() for single in single_sources(text)]
    known = _Known(_Persons(article.text, singles), Bodies(article.text, singles))
    for span in sorted(mentions):
        text = mentions[span]
        found: Named | None
        if text.lower() in PRONOUNS:
            near = antecedents.get(span)
            last = _last_source(text.lower(), seen)
            if near is None or not _fits(text.lower(), near) or (last and _is_unnamed_other(text.lower(), near)):
                found = (last, "last_source") if last else None
            else:
                found = _fuller(near, seen, known, span[0])[0], "antecedent"
        else:
            found = _fuller(text, seen, known, span[0])
        if found is not None:
            names = found[0]
            named[span] = found
            single = len(names) == 1
            # "Lee, the mayor" tells of every later "Lee" that it is a person, and so does a wish not to be named.
            if single and (is_person(text) or (span in hidden and not is_plural(text))):
                people.add(names[0])
            if single and span in hidden:
                unnamed.add(names[0])
            if single and (sex := _sex(text)):
                sexes.setdefault(names[0], sex)
            person = single and (names[0] in people or is_person(names[0]))
            mention = Seen(names, person, person and names[0] in unnamed, sexes.get(names[0]))
            # Who speaks goes on, rather than whom they speak of.
            seen.extend([mention, seen.pop()] if span in inner and seen else [mention])
    return named


def _sex(text: str) -> str | None:
    """Tell what a source's words say of its sex: "Mr Lee", "a spokeswoman"."""
    words = text.lower().replace(".", "").split()
    for sex, addresses in (("male", MALE), ("female", FEMALE)):
        if words[0] in addresses or not lexicon_words("addressed", f"{sex}_nouns").isdisjoint(head_words(text)):
            return sex
    return None


class _Persons:
    """The persons an article names; its text is searched only when no source has the surname asked for."""

    def __init__(self, text: str, mentions: list[str]) -> None:
        self._text = text
        self._full = list(dict.fromkeys(who for mention in mentions if (who := person_name(mention))))
        self._by_surname: dict[str, list[str]] = {}
        for name in self._full:
            self._by_surname.setdefault(surname(name), []).append(name)
        self._in_text: dict[str, list[str]] | None = None

    def alike(self, person: str) -> str:
        """Give the longest spelling among the sources of the person's name."""
        return max((n for n in self._full if same_person(n, person)), key=len, default=person)

    def named_before(self, person: str, start: int) -> bool:
        """Tell whether the text names a person before a position."""
        return self._text.find(person, 0, start) >= 0

    def with_surname(self, last: str) -> list[str]:
        """Give the persons of a surname, among the sources or else anywhere in the text, one for each person."""
        found = self._by_surname.get(last, [])
        if not found:
            if self._in_text is None:
                self._in_text = {}
                for run in NAME_RUN.findall(self._text):
                    self._in_text.setdefault(surname(run), []).append(run)
            runs = (_without_function_word(run) for run in self._in_text.get(last, []))
            found = [who for run in runs if (who := person_name(run)) and surname(who) == last]
        one_each: list[str] = []
        for name in sorted(set(found), key=lambda n: (-len(n), n)):
            if not any(same_person(kept, name) for kept in one_each):
                one_each.append(name)
        return one_each


@dataclass(frozen=True, slots=True)
class _Known:
    """Who an article names in full."""

    persons: _Persons
    bodies: Bodies


def _without_function_word(run: str) -> str:
    """Drop the word that opens a sentence before a name."""
    first, _, rest = run.partition(" ")
    return rest if first.lower() in FUNCTION_WORDS else run


def _fits(pronoun: str, near: str) -> bool:
    """Tell whether a pronoun can stand for a noun phrase: no other pronoun, and a person for "he" and "she"."""
    words = near.lower().split()
    if pronoun in {"who", "which", "that"}:
        return True
    if any(word in PRONOUNS or word in {"them", "all"} for word in words):
        return False
    if pronoun in {"he", "she"}:
        if words[0].rstrip(".") in (MALE if pronoun == "she" else FEMALE):
            return False
        return is_person(near) or (len(words) == 1 and near[0].isupper())
    return True


def _is_unnamed_other(pronoun: str, near: str) -> bool:
    """Tell "the victim died, she said": who has no name is told of, and the last source speaks."""
    return pronoun in {"he", "she"} and near[1:].islower() and actor_type(near) == "unknown"


def _last_source(pronoun: str, seen: Sequence[Seen]) -> Names | None:
    """Give the last source a pronoun can stand for: one person for "he" and "she", no person for "it".

    "They" is also who spoke last, where it is one who does not want to be known.
    """
    if pronoun in {"i", "we", "who", "which", "this", "that"}:
        return None
    if pronoun == "they" and seen and seen[-1].hidden:
        return seen[-1].names
    other = {"he": "female", "him": "female", "his": "female", "she": "male"}.get(pronoun)
    for mention in reversed(seen):
        names, person, several = mention.names, mention.person, len(mention.names) > 1
        if pronoun in {"he", "she", "him", "her", "his"}:
            # Of two who spoke together nobody can tell which.
            if several and any(is_person(name) for name in names):
                return None
            if person and (mention.sex is None or mention.sex != other):
                return names
        if pronoun in {"it", "its"} and not person and not several and not is_plural(names[0]):
            return names
        if pronoun == "they" and (several or not person):
            return names
    return None


def _fuller(text: str, seen: Sequence[Seen], known: _Known, start: int) -> Named:
    """Give the names of a mention that is no pronoun, and the evidence for them."""
    found = [_fuller_single(single, seen, known, start) for single in single_sources(text)]
    evidence = next((why for _, why in found if why != "printed"), "printed")
    return tuple(dict.fromkeys(name for name, _ in found)), evidence


def _fuller_single(text: str, seen: Sequence[Seen], known: _Known, start: int) -> tuple[str, str]:
    """Give the name of one source, and the evidence for it."""
    person = person_name(text)
    if person:
        fuller = known.persons.alike(person)
        return fuller, "printed" if fuller == person else "fuller_name"
    words = content_words(text)
    names = [word for word in words if word not in lexicon_words("titles")]
    body = known.bodies.canonical(text)
    if len(names) == 1 and names[0] not in lexicon_words("roles") and text[0].isupper():
        full = known.persons.with_surname(surname(names[0]))
        # A person and a body of one name: who was named before is meant.
        if len(full) == 1 and (body is None or known.persons.named_before(full[0], start)):
            return full[0], "fuller_name"
    if body is not None:
        return body, "printed" if body == without_article(text) else "fuller_name"
    if len(words) <= 3 and not lexicon_words("roles").isdisjoint(words):
        held = set(words)
        fits = [name for name in _names_seen(seen) if held < set(content_words(name)) and words[-1] in head_words(name)]
        if len(fits) == 1:
            return fits[0], "fuller_role"
    if text.lower() in lexicon_words("generic", "companies"):
        named = (name for name in _names_seen(seen) if any(word[0].isupper() for word in name.split()))
        companies = [name for name in named if actor_type(name) == "company"]
        if len(companies) == 1:
            return companies[0], "fuller_role"
    return without_article(text), "printed"


def _names_seen(seen: Sequence[Seen]) -> list[str]:
    """Give the names a reader has in mind, each once."""
    return list(dict.fromkeys(name for mention in seen for name in mention.names))


def same_person(a: str, b: str) -> bool:
    """Tell whether two names can be one person's: surnames alike, and the first names alike or one missing."""
    first, second = a.lower().split(), b.lower().split()
    if first[-1][0] != second[-1][0] or ratio(first[-1], second[-1]) < SAME_NAME:
        return False
    if len(first) == 1 or len(second) == 1:
        return first[-1] == second[-1]
    return ratio(first[0], second[0]) >= SAME_NAME or first[0].startswith(second[0][:3])
