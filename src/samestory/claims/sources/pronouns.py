"""Whom a pronoun stands for: the noun phrase before it, or a source named earlier."""

from collections.abc import Sequence
from dataclasses import dataclass

from samestory.claims.attributions.lexicon import PRONOUNS as SUBJECT_PRONOUNS
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.words import (
    PRONOUNS,
    head_words,
    is_person,
    is_plural,
    is_told_person,
    lexicon_words,
)

MALE = lexicon_words("addressed", "male")
FEMALE = lexicon_words("addressed", "female")
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that a later pronoun or short name may stand for.

    Attributes:
        names: its names, several where sources speak together.
        person: it is one person.
        hidden: it is a person who does not want to be named, or has no name.
        sex: ``male`` or ``female`` where its words tell.
        bare: only the capitals of its name tell that it is a person; it may be a body.
        kind: its actor type.
    """

    names: Names
    person: bool
    hidden: bool = False
    sex: str | None = None
    bare: bool = False
    kind: str = "unknown"


def last_source(pronoun: str, seen: Sequence[Seen]) -> Names | None:
    """Give the last source a pronoun can stand for: one person for "he" and "she", no person for "it".

    "They" is also who spoke last, where it is one who does not want to be known; "it" where it is a name alone.
    """
    if pronoun in {"i", "we", "you", "who", "which", "this", "that"}:
        return None
    if pronoun in {"it", "its"} and seen and seen[-1].bare:
        return seen[-1].names
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
        if pronoun in {"it", "its"} and not person and not several and _is_one_body(names[0]):
            return names
        if pronoun == "they" and (several or not person):
            return names
    return None


def _is_one_body(name: str) -> bool:
    """Tell whether "it" may stand for a name that is no person's: no "somebody" and no "officials"."""
    return name.lower() not in SUBJECT_PRONOUNS and not is_plural(name)


def fits(pronoun: str, near: str) -> bool:
    """Tell whether a pronoun can stand for a noun phrase: no other pronoun, and a person for "he" and "she"."""
    words = near.lower().split()
    if pronoun in {"who", "which", "that"}:
        return True
    if any(word in PRONOUNS or word in {"them", "all"} for word in words):
        return False
    if pronoun in {"it", "its"}:
        return not is_told_person(near) and words[0] not in {"nobody", "everybody", "anybody", "somebody", "none"}
    if pronoun in {"he", "she"}:
        if is_plural(near):
            return False
        if words[0].rstrip(".") in (MALE if pronoun == "she" else FEMALE):
            return False
        return is_person(near) or (len(words) == 1 and near[0].isupper())
    return True


def is_told_of(pronoun: str, near: str, last: Names) -> bool:
    """Tell whether the subject beside a pronoun is whom the last source speaks of, and not who speaks.

    So is who has no name in "the victim died, she said", and one body in "the ministry was warned, they say".
    """
    if pronoun == "they":
        return not is_plural(near) and (len(last) > 1 or is_plural(last[0]))
    return pronoun in {"he", "she"} and near[1:].islower() and actor_type(near) == "unknown"


def sex_of(text: str) -> str | None:
    """Tell what a source's words say of its sex: "Mr Lee", "a spokeswoman"."""
    words = text.lower().replace(".", "").split()
    for sex, addresses in (("male", MALE), ("female", FEMALE)):
        if words[0] in addresses or not lexicon_words("addressed", f"{sex}_nouns").isdisjoint(head_words(text)):
            return sex
    return None
