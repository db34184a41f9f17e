"""Who is counted, where that is narrower than all people: children, the crew, the badly hurt, those in hospital."""

import re

from samestory.claims.coding.lexicon import binding_lexicon, words_of

_CLAUSE_END = re.compile(r"[;:,()\n–—]|\band\b")


def severity(text: str, start: int, end: int) -> str | None:
    """Say how badly people are hurt, where the words around a number in its clause say so: serious or slight."""
    clause = _CLAUSE_END.split(text[start:end])[0]
    return next((name for name in binding_lexicon()["severity"] if words_of("severity", name).match(clause)), None)


def is_in_hospital(text: str, start: int, end: int) -> bool:
    """Say whether a clause counts those in hospital, who are some of the injured: "19 were taken to hospital"."""
    clause = text[start:end]
    return words_of("hospital", "taken").match(clause) and not words_of("hospital", "hurt").match(clause)


def narrow(unit: str) -> bool:
    """Say whether a unit names some of the people only: children of all the dead."""
    return words_of("parts", "narrow").match(unit)
