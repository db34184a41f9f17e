"""Whom a description stands for: "the roofer" after "Bo Dahl, a roofer", "the 40-year-old" after "Bo Dahl, 40"."""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from itertools import takewhile

from samestory.claims.attributions.lexicon import PREPOSITIONS
from samestory.claims.sources.persons import NAME_RUN, Persons
from samestory.claims.sources.words import (
    EMPTY_WORDS,
    YEARS_OLD,
    content_words,
    head_words,
    is_plural,
    lexicon_words,
    person_name,
    surname,
    titled_surname,
    without_article,
)

# What is printed behind a name: its age, and what somebody is.
AGE = re.compile(r",? \(?(?:aged )?(\d{1,3})(?=[,;.)]| from\b)")
APPOSED = re.compile(r"\)?, (?:who (?:is|was) )?(?:an?|the) ([^\W\d_][\w’' -]{2,60})")
# ... and before it: "the roofer Bo Dahl".
BEFORE = re.compile(r"(?:[^\W\d_][\w-]* ){1,3}$")
WINDOW = 40
# A description reaches back so far, and to one person only.
REACH = 3000


@dataclass(frozen=True, slots=True)
class _Person:
    """A person as the text describes them.

    Attributes:
        start: where.
        name: the name, as the article prints it in full.
        age: in digits.
        words: what the person is, in small letters.
    """

    start: int
    name: str
    age: str | None
    words: tuple[frozenset[str], ...]

    def is_called(self, head: frozenset[str]) -> bool:
        """Tell whether the words for the person hold all of others."""
        return any(head <= words for words in self.words)


class Described:
    """The persons whom an article describes by age, trade or office; its text is read when a source asks for one."""

    def __init__(self, text: str, persons: Persons) -> None:
        self._text = text
        self._persons = persons
        self._found: list[_Person] | None = None

    def person(self, mention: str, start: int, spoken: Collection[str]) -> str | None:
        """Give the one person before a position whom a definite description fits; None where none does, or several.

        Of those who hold an office ("the president") it is one who has spoken: others are presidents elsewhere.
        """
        if not mention.lower().startswith("the ") or is_plural(mention):
            return None
        age = YEARS_OLD.match(mention)
        head = frozenset(head_words(mention))
        last = head_words(mention)[-1:]
        known = lexicon_words("persons") | lexicon_words("roles")
        capitals = any(word[0].isupper() for word in without_article(mention).split()[: len(head)])
        if age is None and (not last or last[0] not in known - lexicon_words("persons", "anybody") or capitals):
            return None
        persons = self._read()
        first, end = (bisect_left(persons, at, key=lambda person: person.start) for at in (start - REACH, start))
        near = persons[first:end]
        fits = {person.name for person in near if (person.age == age[1] if age else person.is_called(head))}
        if not lexicon_words("titles").isdisjoint(head):
            fits.intersection_update(spoken)
        return fits.pop() if len(fits) == 1 else None

    def _read(self) -> list[_Person]:
        if self._found is None:
            self._found = []
            for run in NAME_RUN.finditer(self._text):
                name = self._name(run.group())
                if name is not None:
                    self._found.append(self._described(run, name))
        return self._found

    def _name(self, run: str) -> str | None:
        """Give the full name of who is named in a run of capitalised words."""
        name = person_name(run)
        if name is not None:
            return self._persons.alike(name)
        last = titled_surname(run)
        full = self._persons.with_surname(surname(last), told=True) if last else []
        return full[0] if len(full) == 1 else (self._persons.titled(surname(last)) if last else None)

    def _described(self, run: re.Match[str], name: str) -> _Person:
        """Give what the words beside a name tell of the person."""
        text, end = self._text, run.end()
        age = AGE.match(text, end)
        apposed = APPOSED.match(text, age.end() if age else end)
        before = BEFORE.search(text, max(0, run.start() - WINDOW), run.start())
        trade = list(takewhile(_is_content, reversed(before.group().lower().split() if before else [])))
        title = content_words(run.group().partition(name.split()[-1])[0])
        words = [frozenset(head_words(apposed[1] if apposed else "")), frozenset([*trade, *title])]
        past = {"former", "ex", "then", "late"}
        return _Person(run.start(), name, age[1] if age else None, tuple(w for w in words if w and past.isdisjoint(w)))


def _is_content(word: str) -> bool:
    return word not in EMPTY_WORDS and word not in PREPOSITIONS
