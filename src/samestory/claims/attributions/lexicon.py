"""The words of attributions.toml: cues by their forms, and the closed classes that bound a source."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from samestory.lexicon import read_lexicon

CLASSES = ("neutral", "factive", "distancing", "performative")


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a reporting verb, or an adjective that tells what somebody thinks.

    Attributes:
        lemma: the verb's base form.
        cue_class: ``neutral`` | ``factive`` | ``distancing`` | ``performative``.
        frames: what it takes: ``clause``, ``object``, ``infinitive``, ``recipient``.
        size: how many tokens it has ("call for": 2).
        ambiguous: as often a noun or an adjective.
        participle: ends in -ing.
        adjective: stands behind "be": "is proud of".
    """

    lemma: str
    cue_class: str
    frames: frozenset[str]
    size: int
    ambiguous: bool
    participle: bool
    adjective: bool = False


@cache
def attribution_lexicon() -> dict[str, Any]:
    """Read the lexicon of attributions."""
    return read_lexicon(__package__, "attributions.toml")


@cache
def word_set(*path: str) -> frozenset[str]:
    """Give a list of the lexicon as a set."""
    entry: Any = attribution_lexicon()
    for key in path:
        entry = entry[key]
    return frozenset(entry)


DETERMINERS = word_set("grammar", "determiners")
PREPOSITIONS = word_set("grammar", "prepositions")
INNER = word_set("grammar", "inner_prepositions")
CONJUNCTIONS = word_set("grammar", "conjunctions")
RELATIVE = word_set("grammar", "relative")
QUANTIFIERS = word_set("grammar", "quantifiers")
OPENERS = word_set("grammar", "openers")
SPANS = word_set("grammar", "spans")
PRONOUNS = word_set("subject", "pronouns")
VERBS = word_set("subject", "verbs")
BETWEEN = word_set("between", "words")
WEEKDAYS = word_set("between", "weekdays")
MONTHS = word_set("adverbials", "months")
# "made the claim", "expressed concern": who does it is the source.
MAKING = word_set("nouns_of", "making")
MARKS = frozenset('“”"‘«»„`')
# Marks that close a quotation where they are known to be quoted; alone a single one is more often an apostrophe.
CLOSING_MARKS = MARKS | {"'", "’", "»"}
NAME_MARKS = frozenset([".", "'", "’", "-", "‑", "–", "&", "(", ")", "/", "s"])
LONGEST_SOURCE = 32


Cues = dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]


@cache
def cues() -> Cues:
    """Give the verbs by their first word: each form's words with the cue, longest first."""
    return _by_form("verbs")


@cache
def adjectives() -> Cues:
    """Give the adjectives of thought and feeling by their first word, longest first."""
    return _by_form("adjectives")


def _by_form(kind: str) -> Cues:
    """Give the words of a kind ("verbs", "adjectives") by the first word of each form."""
    frames: dict[str, dict[str, set[str]]] = {}
    lexicon, inflected = attribution_lexicon()[kind], kind == "verbs"
    for cue_class in CLASSES:
        for frame, words in lexicon.get(cue_class, {}).items():
            for word in words:
                frames.setdefault(word, {}).setdefault(cue_class, set()).add(frame)
    found: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    ambiguous = word_set("ambiguous", "forms")
    for lemma, by_class in frames.items():
        # A word of several classes is of the one with a clause, else of the first.
        cue_class = next((name for name, kinds in by_class.items() if "clause" in kinds), next(iter(by_class)))
        every = frozenset(kind for kinds in by_class.values() for kind in kinds)
        head, *particle = lemma.split()
        for form in forms(head) if inflected else [head]:
            words = (form, *particle)
            unclear = not inflected or (form in ambiguous and not particle)
            participle = inflected and form.endswith("ing")
            cue = Cue(lemma, cue_class, every, len(words), unclear, participle, adjective=not inflected)
            found.setdefault(form, []).append((words, cue))
    return {form: tuple(sorted(entries, key=lambda e: -len(e[0]))) for form, entries in sorted(found.items())}


def cue_at(lower: list[str], index: int) -> Cue | None:
    """Give the cue whose words stand from a token on, the longest; None for another word."""
    return next(
        (cue for words, cue in cues().get(lower[index], ()) if tuple(lower[index : index + cue.size]) == words), None
    )


def forms(verb: str) -> list[str]:
    """Give the forms of a verb: by rule, or as listed."""
    listed: list[str] | None = attribution_lexicon()["irregular"].get(verb)
    if listed is not None:
        return listed
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return [verb, third, stem + "ed", stem + "ing"]


@cache
def plain_cues() -> frozenset[str]:
    """Give the forms that are surely verbs: a noun phrase does not reach over them."""
    return frozenset(form for form, entries in cues().items() if _is_plain(form, [cue for _, cue in entries]))


def _is_plain(form: str, meanings: list[Cue]) -> bool:
    """Tell a form that is surely a verb: "rail", "appeals" and "points" are only with their particle, "spoke" is."""
    alone = next((cue for cue in meanings if cue.size == 1), None)
    if alone is not None:
        return not alone.ambiguous
    head = meanings[0].lemma.split()[0]
    return form not in word_set("ambiguous", "forms") and form != head and not form.endswith(("s", "ing"))


@cache
def stops() -> frozenset[str]:
    """Give the words that end a clause or are a finite verb."""
    return word_set("subject", "boundary") | VERBS


@cache
def barriers() -> frozenset[str]:
    """Give the words at which a noun phrase may end."""
    return stops() | plain_cues() | PRONOUNS


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a cue that begins with a word can be, the longest first.

    Attributes:
        source_after: phrases before a source, "according to".
        agentless: phrases without a source, "believed to".
        believed: ends of phrases around a source, "if … is to be believed".
        reckoned: a noun that somebody counts or sees a thing by, "by the union's count".
        verbs: forms of reporting verbs, and adjectives.
        noun_class: the class of a noun that carries a clause, "the claim that".
        joined: a noun that carries a phrase, "the claim of".
    """

    source_after: tuple[tuple[str, ...], ...] = ()
    agentless: tuple[tuple[str, ...], ...] = ()
    believed: tuple[tuple[str, ...], ...] = ()
    reckoned: bool = False
    verbs: tuple[tuple[tuple[str, ...], Cue], ...] = ()
    noun_class: str | None = None
    joined: bool = False


@cache
def triggers() -> dict[str, Trigger]:
    """Give what can begin with each word that begins a cue."""
    lexicon = attribution_lexicon()
    nouns = dict.fromkeys([*lexicon["figures"]["nouns"], *lexicon["figures"]["changed"]], "neutral")
    nouns |= {noun: name for name, words in lexicon["nouns"].items() for noun in words}
    joined = {noun for found in lexicon["nouns_with"].values() for noun in found}
    reckoned = {noun for found in lexicon["reckoning"].values() for noun in found}
    kinds = ("source_after", "agentless", "believed")
    phrases = {kind: [tuple(phrase.split()) for phrase in lexicon["phrases"][kind]] for kind in kinds}
    first = {phrase[0] for found in phrases.values() for phrase in found}
    return {
        word: Trigger(
            **{kind: tuple(p for p in found if p[0] == word) for kind, found in phrases.items()},
            verbs=tuple(sorted(adjectives().get(word, ()) + cues().get(word, ()), key=lambda e: -len(e[0]))),
            noun_class=nouns.get(word),
            joined=word in joined,
            reckoned=word in reckoned,
        )
        for word in sorted(first | joined | reckoned | set(nouns) | set(cues()) | set(adjectives()))
    }
