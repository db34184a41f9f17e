"""The persons an article names, and whether two names are one person's."""

import re
from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from samestory.claims.attributions.lexicon import CONJUNCTIONS, DETERMINERS, OPENERS, PREPOSITIONS, VERBS
from samestory.claims.sources.words import (
    PARTICLES,
    PRONOUNS,
    is_courtesy,
    person_name,
    surname,
    titled_surname,
    without_article,
)

# A capital at the start of a sentence: "But Apex", "Can Apex".
FUNCTION_WORDS = OPENERS | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | VERBS
SAME_NAME = 80.0
# A run of capitalised words, with the particles of names between them.
PART = r"[^\W\d_a-z][^\W_]*(?:[-’'][^\W_]+)*"
NAME_RUN = re.compile(rf"{PART}(?: (?:(?:{'|'.join(sorted(PARTICLES))})[ -])?{PART}){{1,5}}")


class Persons:
    """The persons an article names; its text is searched only when no source has the surname asked for."""

    def __init__(self, text: str, mentions: list[str]) -> None:
        self._text = text
        self._full = list(dict.fromkeys(who for mention in mentions if (who := person_name(mention))))
        self._by_surname = by_surname(self._full)
        self._alike: dict[str, str] = {}
        self._in_text: dict[str, list[str]] | None = None
        # "President Lee" where nobody of that name is named in full.
        self._titled: dict[str, list[str]] = {}
        for mention in dict.fromkeys(mentions):
            if last := titled_surname(mention):
                self._titled.setdefault(last.lower(), []).append(without_article(mention))

    def alike(self, person: str) -> str:
        """Give the longest spelling among the sources of the person's name."""
        if person not in self._alike:
            self._alike[person] = max((n for n in self._full if same_person(n, person)), key=len, default=person)
        return self._alike[person]

    def named_before(self, person: str, start: int) -> bool:
        """Tell whether the text names a person before a position."""
        return self._text.find(person, 0, start) >= 0

    def titled(self, last: str) -> str | None:
        """Give how a person who is named by a title and a surname only is printed: by an office before "Mr"."""
        forms = self._titled.get(last, [])
        return min(forms, key=lambda form: is_courtesy(form), default=None)

    def with_surname(self, last: str, *, told: bool = False) -> list[str]:
        """Give the persons of a surname, among the sources or else anywhere in the text, one for each person.

        The first of two surnames stands alone too: "Vargas" for "Luisa Vargas Mora". In the text, where "East Upton
        Pier" looks like such a name, it does so only if a title tells that it is a person's.

        Args:
            last: the surname, in lower case.
            told: a title stands before the surname that is asked for.
        """
        found = self._by_surname.get(last) or self._of_text(last, told)
        one_each: list[str] = []
        for name in sorted(set(found), key=lambda n: (-len(n), n)):
            if not any(same_person(kept, name) for kept in one_each):
                one_each.append(name)
        return one_each

    def _of_text(self, last: str, told: bool) -> list[str]:
        """Give the persons of a surname whom the text names."""
        if self._in_text is None:
            self._in_text = {}
            for run in map(_without_possessive, NAME_RUN.findall(self._text)):
                for part in dict.fromkeys(surname(word) for word in run.split()[-2:]):
                    self._in_text.setdefault(part, []).append(run)
        runs = [_without_function_word(run) for run in self._in_text.get(last, [])]
        persons = [(run, who) for run in runs if (who := person_name(run))]
        found = [who for _, who in persons if surname(who) == last]
        return found or [who for run, who in persons if len(who.split()) > 2 and (told or who != run)]


def by_surname(names: Iterable[str]) -> dict[str, list[str]]:
    """Give the names of each surname; of a first of two surnames only where nobody has it last."""
    found: dict[str, list[str]] = {}
    first: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(surname(name), []).append(name)
        if len(parts := name.split()) > 2 and parts[-2].lower() not in PARTICLES:
            first.setdefault(surname(parts[-2]), []).append(name)
    return first | found


def _without_possessive(run: str) -> str:
    return run.removesuffix("'s").removesuffix("’s")


def _without_function_word(run: str) -> str:
    """Drop the word that opens a sentence before a name."""
    first, _, rest = run.partition(" ")
    return rest if first.lower() in FUNCTION_WORDS else run


def same_person(a: str, b: str) -> bool:
    """Tell whether two names can be one person's: surnames alike, and the first names alike or one missing.

    So can a name and the same with another surname behind it.
    """
    first, second = a.lower().split(), b.lower().split()
    shorter, longer = sorted((first, second), key=len)
    # "Luisa Vargas" and "Luisa Vargas Mora"; "De Sa" and "Rui De Sa".
    if 1 < len(shorter) < len(longer) and shorter == longer[:-1]:
        return True
    if shorter[0] in PARTICLES and shorter == longer[-len(shorter) :]:
        return True
    if first[-1][0] != second[-1][0] or ratio(first[-1], second[-1]) < SAME_NAME:
        return False
    if len(first) == 1 or len(second) == 1:
        return first[-1] == second[-1]
    return ratio(first[0], second[0]) >= SAME_NAME or first[0].startswith(second[0][:3])
