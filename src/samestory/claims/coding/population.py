"""Who is counted, where that is narrower than all people: children, the crew, the badly hurt, those in hospital."""

import re

from samestory.claims.coding.articles import Sentence
from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.lexicon import binding_lexicon, words_of
from samestory.claims.phrases import Phrases, compile_pattern
from samestory.claims.quantities.numbers import measure_units
from samestory.lexicon import read_lexicon
from samestory.rows import Row

# Of the injured, those who were taken there.
IN_HOSPITAL = "in hospital"
# Between those counted and what became of them, and between what was done and to whom.
BEHIND = compile_pattern(
    r"\s+(?:(?:was|were|is|are|has|have|had|been|being|be|also|later|others|more|reported|confirmed|found|feared|[\pL]+ly)\s+)*"
)
_BEFORE = compile_pattern(r"\s+(?:of\s+)?(?:the\s+|another\s+)?")
_CLAUSE_END = re.compile(r"[;:,()\n–—]|\band\b")


def asks_for_people(variable: Variable) -> bool:
    """Say whether a question counts people, whatever their noun."""
    return any(phrases.match(word) for phrases in variable.units.values() for word in ("people", "person"))


def asks_for_hospitals(variable: Variable) -> bool:
    """Say whether a question asks who is in hospital: to one on the injured a hospital gives a count of its own."""
    return variable.triggers.match("taken to hospital") and not variable.triggers.match("injured")


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


def group_of(unit: str) -> str | None:
    """Give the group that a noun names, whatever its word: officers and policemen are the police."""
    return next((name for name in binding_lexicon()["groups"] if words_of("groups", name).match(unit)), None)


def is_person(unit: str) -> bool:
    """Say whether a unit names people by its noun, whatever they are: marchers, staff, Brits."""
    lexicon = read_lexicon(__package__, "people.toml")
    head = unit.split(" ")[-1]
    if head[:1].isupper():
        return head in lexicon["demonyms"]
    noun = head.rpartition("-")[2]
    ends = noun.endswith(tuple(lexicon["endings"])) and noun not in lexicon["others"]
    return ends or head in lexicon["nouns"] or noun in lexicon["nouns"]


def are_people(text: str, sentence: Sentence, row: Row, own: Phrases) -> bool:
    """Say whether a number counts people, by its noun or by what is said of them: "four umpires were killed"."""
    head = row["unit"].split(" ")[-1]
    # "Rescuers drill for 41 men": who asks for people names the nouns of some of them that he takes for all.
    if row["rule"] in {"noun", "elliptic", "vague"} and is_person(row["unit"]) and not narrow(row["unit"]):
        return True
    # "44 illnesses and 36 hospitalisations" count the ill, and those in hospital.
    if row["rule"] == "noun" and words_of("people", "each").match(head) and own.match(head):
        return True
    named = row["unit"][:1].isupper() or head[:1].isupper()
    if row["rule"] != "noun" or named or row["unit"] in measure_units() or words_of("people", "others").match(head):
        return False
    for start, end in own.spans(sentence.text, sentence.start):
        gap = text[row["end"] : start] if start >= row["end"] else text[end : row["start"]]
        beside = (BEHIND if start >= row["end"] else _BEFORE).fullmatch(gap)
        if beside and words_of("people", "said").match(text[start:end]):
            return True
    return False
