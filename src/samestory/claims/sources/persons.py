"""The persons an article names, and whether two names are one person's."""

import re

from rapidfuzz.fuzz import ratio

from samestory.claims.attributions.lexicon import CONJUNCTIONS, DETERMINERS, OPENERS, PREPOSITIONS, VERBS
from samestory.claims.sources.words import PARTICLES, PRONOUNS, person_name, surname

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
                for run in map(_without_possessive, NAME_RUN.findall(self._text)):
                    self._in_text.setdefault(surname(run), []).append(run)
            runs = (_without_function_word(run) for run in self._in_text.get(last, []))
            found = [who for run in runs if (who := person_name(run)) and surname(who) == last]
        one_each: list[str] = []
        for name in sorted(set(found), key=lambda n: (-len(n), n)):
            if not any(same_person(kept, name) for kept in one_each):
                one_each.append(name)
        return one_each


def _without_possessive(run: str) -> str:
    return run.removesuffix("'s").removesuffix("’s")


def _without_function_word(run: str) -> str:
    """Drop the word that opens a sentence before a name."""
    first, _, rest = run.partition(" ")
    return rest if first.lower() in FUNCTION_WORDS else run


def same_person(a: str, b: str) -> bool:
    """Tell whether two names can be one person's: surnames alike, and the first names alike or one missing."""
    first, second = a.lower().split(), b.lower().split()
    if first[-1][0] != second[-1][0] or ratio(first[-1], second[-1]) < SAME_NAME:
        return False
    if len(first) == 1 or len(second) == 1:
        return first[-1] == second[-1]
    return ratio(first[0], second[0]) >= SAME_NAME or first[0].startswith(second[0][:3])
