"""Nouns that carry what is said: "the claim that …", "the ministry's figure stands at 11"."""

from functools import cache

from samestory.claims.attributions.agents import source_after
from samestory.claims.attributions.clauses import commas, is_finite, is_past
from samestory.claims.attributions.lexicon import (
    DETERMINERS,
    MAKING,
    PREPOSITIONS,
    VERBS,
    attribution_lexicon,
    cues,
    forms,
    stops,
    triggers,
    word_set,
)
from samestory.claims.attributions.numerals import says_number
from samestory.claims.attributions.subjects import antecedent, subject_before
from samestory.claims.attributions.verb_groups import verb_group_start
from samestory.claims.attributions.view import Attribution, View, attribute, clause_end, widened
from samestory.claims.tokens import Sentence

POSSESSIVES = word_set("nouns_of", "possessives")
# Nouns for a number that somebody gives, and what stands between them and it.
FIGURES = word_set("figures", "nouns")
TELLING = word_set("figures", "verbs")
CHANGED = word_set("figures", "changed")
OWN = word_set("nouns_of", "possessives") | {"the"}
FIGURE_REACH = 5
LONGEST_MODIFIER = 3
SPREADING = word_set("spreading", "verbs")
# "Emerged on a local page that …".
SPREAD_REACH = 6
COMING = frozenset({"came", "comes", "is", "was"})
LONGEST_ASIDE = 20
# Nouns by the word that joins what is said to them.
WITH = {joining: word_set("nouns_with", joining) for joining in attribution_lexicon()["nouns_with"]}
STOPS = stops() - {"that", "which", "where"} | {","}
BEFORE_CLAUSE = STOPS - VERBS


@cache
def _changing() -> frozenset[str]:
    """Give the forms of the verbs that change a number."""
    return frozenset(form for verb in word_set("figures", "changing") for form in forms(verb))


def read_noun(view: View, index: int, cue_class: str | None) -> Attribution | None:
    """Read "the claim that …" or "the ministry's figure stands at 11".

    Whose it is stands before as a possessive, or as the subject of "made the claim".
    """
    sentence = view.sentence
    lower = sentence.lower
    if index + 2 >= len(sentence) or view.quoted[index]:
        return None
    if lower[index] in CHANGED and (made := _changed(view, index)) is not None:
        return made
    if lower[index] in FIGURES:
        return _figure(view, index, cue_class or "neutral")
    if lower[index] in WITH.get(lower[index + 1], ()):
        return _joined(view, index, cue_class or "neutral")
    if cue_class is not None and (that := _told(view, index)) is not None and (owner := _owner(view, index)):
        parts = [widened(view, that, clause_end(view, that + 1))]
        return attribute(view, parts, owner, (index, that - 1), cue_class, "noun that")
    that = _spread(view, index) or index + 1
    if lower[that] != "that" or that + 1 >= len(sentence) or cue_class is None:
        return None
    # "A statement that said …": the clause describes the noun.
    if lower[that + 1] in cues() or lower[that + 1] in VERBS:
        return None
    parts = [widened(view, that, clause_end(view, that + 1))]
    return attribute(view, parts, _owner(view, index), (index, that - 1), cue_class, "noun that")


def _spread(view: View, index: int) -> int | None:
    """Find the "that" of "rumours spread that …", "claims had emerged online that …"."""
    lower = view.sentence.lower
    verb = index + 1 + (lower[index + 1] in {"have", "has", "had"})
    if lower[verb : verb + 1] == [] or lower[verb] not in SPREADING:
        return None
    return next((i for i in range(verb + 1, min(len(lower), verb + SPREAD_REACH)) if lower[i] == "that"), None)


def _told(view: View, index: int) -> int | None:
    """Find the "that" of "her view is that …", "their claim, made in May, was that …"."""
    words, lower, after = view.sentence.words, view.sentence.lower, index + 1
    if words[after] == ",":
        after = next(
            (i + 1 for i in range(after + 1, min(len(words), after + LONGEST_ASIDE)) if words[i] == ","), after
        )
    return after + 1 if lower[after : after + 2] in (["is", "that"], ["was", "that"]) else None


def giver(view: View) -> tuple[int, int] | None:
    """Find who gave what a sentence is about: the union of "the claim came from the union"."""
    lower, subject = view.sentence.lower, view.main_subject(len(view.sentence))
    trigger = triggers().get(lower[subject[1]]) if subject else None
    if subject is None or trigger is None or trigger.noun_class is None:
        return None
    verb = subject[1] + 1
    gave = lower[verb : verb + 1] and lower[verb] in COMING and lower[verb + 1 : verb + 2] == ["from"]
    return source_after(view.sentence, verb + 2, view.quoted) if gave else None


def _joined(view: View, index: int, cue_class: str) -> Attribution | None:
    """Read "the council's decision to close the pool", "her criticism of the plan": whose it is stands before."""
    owner = _owner(view, index)
    if owner is None:
        return None
    lower, last = view.sentence.lower, clause_end(view, index + 2)
    first = index + (1 if lower[index + 1] == "to" and lower[index + 2] not in DETERMINERS else 2)
    ends = _is_comma if _is_object(view, owner[0]) else _ends_phrase
    last = next((i - 1 for i in range(index + 3, last + 1) if ends(view, i)), last)
    return attribute(view, [widened(view, first, last)], owner, (index, index), cue_class, "noun with")


def _is_object(view: View, first: int) -> bool:
    """Tell whether a verb stands before a noun phrase in its clause: no verb has to follow."""
    lower = view.sentence.lower
    begin = next((i for i in range(first - 1, -1, -1) if lower[i] in BEFORE_CLAUSE), -1)
    return any(is_finite(view, i) or is_past(lower, i) for i in range(begin + 1, first))


def _is_comma(view: View, index: int) -> bool:
    return not view.quoted[index] and view.sentence.words[index] == ","


def _ends_phrase(view: View, index: int) -> bool:
    """Tell whether the noun phrase ends before a token: the verb of its sentence, or another clause."""
    lower = view.sentence.lower
    return not view.quoted[index] and (lower[index] in STOPS or is_finite(view, index) or is_past(lower, index))


def _figure(view: View, index: int, cue_class: str) -> Attribution | None:
    """Read "the ministry's official figure stands at 11", "the union's estimate of 40": a number and whose it is."""
    lower = view.sentence.lower
    last = clause_end(view, index + 1)
    behind = lower[index + 1 : index + 1 + FIGURE_REACH]
    owner = _owner(view, index) if behind[0] in TELLING and any(says_number(word) for word in behind) else None
    if owner is None:
        return None
    if behind[0] == "of":
        last = next((i - 1 for i in range(index + 2, last + 1) if lower[i] in VERBS), last)
    return attribute(view, [widened(view, index + 1, last)], owner, (index, index), cue_class, "figure")


def _changed(view: View, index: int) -> Attribution | None:
    """Read "the union cut its estimate of the dead to 40": who changes a number that is their own says the new one."""
    sentence, lower, first = view.sentence, view.sentence.lower, index
    while first > max(0, index - LONGEST_MODIFIER) and _modifies(sentence, first - 1):
        first -= 1
    verb, last = first - 2, clause_end(view, index + 1)
    if verb < 1 or lower[first - 1] not in OWN or lower[verb] not in _changing():
        return None
    tells = lower[index + 1 : last + 1]
    if not any(
        word == "to" and any(map(says_number, tells[i + 1 : i + 1 + FIGURE_REACH])) for i, word in enumerate(tells)
    ):
        return None
    source = subject_before(sentence, verb_group_start(sentence, verb), view.quoted)
    # "The union, which cut its estimate to 40, has apologised."
    ends = (i for i in commas(view, index, last) if is_finite(view, i + 1) or is_past(lower, i + 1))
    parts = [widened(view, first - 1, next(ends, last + 1) - 1)]
    return source and attribute(view, parts, source, (verb, verb), "neutral", "figure")


def _owner(view: View, index: int) -> tuple[int, int] | None:
    """Find whose claim it is: "his latest claim", "the mayor's claim", "the mayor made the claim"."""
    sentence, first = view.sentence, index
    lower = sentence.lower
    while first > max(0, index - LONGEST_MODIFIER) and _modifies(sentence, first - 1):
        first -= 1
    before = lower[first - 1] if first else ""
    if before in POSSESSIVES:
        return first - 1, first - 1
    if before == "s" and first > 2 and lower[first - 2] in {"’", "'"}:
        found = antecedent(sentence, first - 2, view.quoted)
        return _possessor(sentence, *found) if found else None
    verb = first - 2 if before in DETERMINERS else first - 1
    if verb > 0 and lower[verb] in MAKING:
        return subject_before(sentence, verb_group_start(sentence, verb), view.quoted)
    return None


def _possessor(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Cut "assess the union" and "accepted Ann Lee" to whose claim follows: from the last determiner or verb on."""
    lower = sentence.lower
    for index in range(last - 1, first - 1, -1):
        if lower[index] in DETERMINERS:
            return index, last
        if is_past(lower, index):
            return index + 1, last
    if sentence.words[last][0].isupper():
        first = next(i for i in range(first, last + 1) if sentence.words[i][0].isupper())
    return first, last


def _modifies(sentence: Sentence, index: int) -> bool:
    """Tell whether a word may be an adjective before a noun."""
    word = sentence.words[index]
    lower = word.isalpha() and word.islower() and len(word) > 1
    return lower and not (word in DETERMINERS or word in PREPOSITIONS or word in VERBS or word in MAKING)
