"""Verbs that tell with some objects what is done, and report nothing: "police seek clues", "she called her mother"."""

from samestory.claims.attributions.forms import Verb
from samestory.claims.attributions.lexicon import word_set
from samestory.claims.attributions.view import View, clause_end
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.words import head_words, is_person, lexicon_words

SEARCHING = word_set("deeds", "searching")
THINGS = word_set("deeds", "things")
CALLING = word_set("deeds", "calling")
CALLED = word_set("deeds", "services") | word_set("deeds", "kin")
OWN = word_set("nouns_of", "possessives") | {"the"}
ENDS = word_set("deeds", "ends")
DELIBERATING = word_set("deeds", "deliberating")
REPORTING = word_set("deeds", "reporting")
QUESTIONS = frozenset({"whether", "if", "how", "when", "where"})


def is_deed(verb: Verb, first: int) -> bool:
    """Tell whether a verb, with the noun phrase that begins at a token, tells what its subject does.

    Args:
        verb: the verb, which takes no clause here.
        first: the first token of its object.
    """
    view, lemma = verb.view, verb.cue.lemma
    if lemma in SEARCHING:
        heads = head_words(view.sentence.between(first, clause_end(view, first)))
        return bool(heads) and (heads[-1] in THINGS or is_somebody(view, first))
    if lemma in CALLING:
        return _phones(view, first)
    # "Was considering whether to go", "considers closing it", but "considers it a loss".
    if lemma in DELIBERATING:
        word = view.sentence.lower[first]
        return verb.cue.participle or word in QUESTIONS or word.endswith("ing")
    return lemma in REPORTING and _turns_in(view, first)


def is_somebody(view: View, first: int) -> bool:
    """Tell "two managers", "the coach", "Ann Lee" from "the coach's motives": a person heads the noun phrase."""
    heads = head_words(view.sentence.between(first, clause_end(view, first)))
    people = lexicon_words("roles") | lexicon_words("persons")
    named = is_person(" ".join(view.sentence.words[first : first + len(heads)]))
    return bool(heads) and (named or not people.isdisjoint({heads[-1], heads[-1].removesuffix("s")}))


def _phones(view: View, first: int) -> bool:
    """Tell "called his mother to say …", "called the police" from "called his mother a liar", "called a friend"."""
    lower = view.sentence.lower
    if view.quoted[first] or lower[first] in {"a", "an"}:
        return False
    last = first + (lower[first] in OWN)
    after = lower[last + 1 : last + 2]
    closes = last + 1 >= len(lower) or after[0] in ENDS or not after[0][0].isalnum()
    return closes and lower[last] in CALLED


def _turns_in(view: View, first: int) -> bool:
    """Tell "reported the theft to the police" from "reported a theft"."""
    sentence = view.sentence
    last = clause_end(view, first)
    to = next((i for i in range(first, last) if sentence.lower[i] == "to"), None)
    return to is not None and actor_type(sentence.between(to + 1, last)) != "unknown"
