"""Short names over the articles of one event: "President Lee" and "Lee" for "Ann Lee", "HIB" for its full name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from samestory.claims.sources.bodies import acronyms_of, is_acronym
from samestory.claims.sources.persons import by_surname
from samestory.claims.sources.words import (
    is_courtesy,
    known_words,
    lexicon_words,
    person_name,
    surname,
    titled_surname,
)

Key = tuple[str, str]


def short_names(counts: Counter[Key], persons: Mapping[str, str]) -> dict[Key, str]:
    """Map each short name of an event to the one fuller name there that it stands for.

    A surname with a title, or alone, is the only person of that surname; where nobody of it is named in full, the most
    used title stands for all. An acronym is the only name with its first letters.

    Args:
        counts: how often each (event, name) is a source.
        persons: the one spelling of each person's name.
    """
    by_event: dict[str, list[str]] = defaultdict(list)
    for event, name in sorted(counts, key=lambda key: (-counts[key], key)):
        by_event[event].append(name)
    found: dict[Key, str] = {}
    for event, names in by_event.items():
        for short, full in (*_surnames(names, persons), *_acronyms(names)):
            found[event, short] = full
    return found


def _surnames(names: list[str], persons: Mapping[str, str]) -> Iterable[Key]:
    """Yield each short name of a person with the name it stands for; the names come the most used first."""
    full = by_surname(dict.fromkeys(persons.get(name, name) for name in names if person_name(name) == name))
    titled: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if last := titled_surname(name):
            titled[surname(last)].append(name)
    # "Dahl" may be "Dahl Foods".
    bodies = {name.split()[0].lower() for name in names if " " in name and person_name(name) is None}
    for name in names:
        last = surname(titled_surname(name) or name)
        if titled_surname(name) is None and not _may_be_surname(name, bodies):
            continue
        called = full.get(last, [])
        if len(called) == 1:
            yield name, called[0]
        elif not called and last in titled:
            yield name, min(titled[last], key=is_courtesy)


def _may_be_surname(name: str, bodies: set[str]) -> bool:
    """Tell one word with a capital that is no state, role or kind of actor, nor opens the name of a body."""
    lower = name.lower()
    known = known_words() | lexicon_words("roles") | lexicon_words("titles") | lexicon_words("states", "names")
    return name.istitle() and name.isalpha() and lower not in known and lower not in bodies


def _acronyms(names: list[str]) -> Iterable[Key]:
    """Yield each acronym with the name it stands for."""
    full: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for short in acronyms_of(name):
            full[short].append(name)
    yield from ((short, full[short][0]) for short in filter(is_acronym, names) if len(full[short]) == 1)
