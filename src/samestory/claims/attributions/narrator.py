"""Where the narrator goes on behind a noun phrase or "to …": "accused him of theft and left", "but has done little"."""

from samestory.claims.attributions.clauses import is_finite, is_past
from samestory.claims.attributions.content import OBJECT_PRONOUNS, TOLLS
from samestory.claims.attributions.lexicon import DETERMINERS, PREPOSITIONS, PRONOUNS, VERBS, word_set
from samestory.claims.attributions.view import View

PERSONAL = word_set("subject", "personal")
CONTRASTS = frozenset({"but", "yet"})
JOINING = CONTRASTS | {"and", "as"}
BASES = frozenset({"be", "been", "being"})
PLURAL = frozenset({"are", "were", "have"})
BOUNDARY = word_set("subject", "boundary")
CLAUSAL = BOUNDARY | VERBS | {"who"}
# What opens a verb's object or adverbial: "walked out", "ordered them", "wanted to".
OPENS_OBJECT = DETERMINERS | PREPOSITIONS - {"by"} | PRONOUNS | OBJECT_PRONOUNS | {"out", "off", "up"}
SUBJECT_REACH = 6
# "As a threat" tells what a thing is.
NO_SCENE = frozenset({"a", "an", "as"})
SCENE_OPENERS = DETERMINERS | PERSONAL
SCENE_ENDS = BOUNDARY | {",", ";", "who", "and", "or"}
SCENE_REACH = 8


def before_narrator(view: View, first: int, stop: int, *, past: bool, names: bool = False) -> int:
    """Cut what the narrator goes on with behind a noun phrase or "to …" that begins at ``first``.

    Args:
        view: its sentence.
        first: its first token.
        stop: the last token it may have.
        past: the verb that reports it stands in the past.
        names: that verb takes "as": "described it as …".
    """
    lower = view.sentence.lower
    if JOINING.isdisjoint(lower[first + 1 : stop]):
        return stop
    told = False
    for index in range(first + 1, stop):
        if view.quoted[index]:
            continue
        after = index + 1
        if (
            (lower[index] in CONTRASTS and (lower[after] in VERBS | PERSONAL or is_finite(view, after)))
            or (lower[index] == "as" and not names and _opens_scene(view, after, stop))
            or (lower[index] in {"and", *CONTRASTS} and not told and _goes_on(view, after, stop, past=past))
        ):
            return index - 1 - (view.sentence.words[index - 1] == "," and not view.quoted[index - 1])
        # Behind "the men who robbed a bank" a second verb is theirs, too.
        told = told or lower[index] in CLAUSAL or _is_told(view, index)
    return stop


def _is_told(view: View, index: int) -> bool:
    word = view.sentence.words[index]
    return is_finite(view, index) or (word.endswith("ed") and word.islower()) or is_past(view.sentence.lower, index)


def _goes_on(view: View, index: int, stop: int, *, past: bool) -> bool:
    """Tell whether a second predicate of the same subject, or a clause with its own, begins at a token."""
    lower = view.sentence.lower
    if view.quoted[index]:
        return False
    if lower[index] in PERSONAL:
        return _is_verb(view, index + 1)
    if lower[index] in DETERMINERS:
        return _opens_clause(view, index, stop)
    return _is_verb(view, index) and (lower[index] in VERBS or (past and _takes(view, index)))


def _is_verb(view: View, index: int) -> bool:
    """Tell a finite auxiliary or a verb in the past; "will to win" is a noun."""
    lower = view.sentence.lower
    if lower[index] in VERBS:
        return lower[index] not in BASES and lower[index + 1 : index + 2] != ["to"]
    return not view.quoted[index] and is_past(lower, index)


def _takes(view: View, index: int) -> bool:
    """Tell "ordered them off", "walked out" from "old and outdated laws", "dead and injured in the fire"."""
    lower = view.sentence.lower
    after = lower[index + 1 : index + 2]
    named = bool(after) and view.sentence.words[index + 1][0].isupper()
    return lower[index] not in TOLLS and bool(after) and (after[0] in OPENS_OBJECT or named or after[0].endswith("ly"))


def _opens_clause(view: View, first: int, stop: int) -> bool:
    """Tell "the players were asked" from "the way the vote was held": a noun phrase, right behind it an auxiliary."""
    lower = view.sentence.lower
    for index in range(first + 1, min(stop, first + SUBJECT_REACH) + 1):
        if view.quoted[index] or not lower[index][0].isalnum():
            return False
        if index > first + 1 and lower[index] in VERBS:
            # "Of a lie and a fraud are old": one thing has no verb in the plural.
            single = lower[first] in {"a", "an"} and lower[index] in PLURAL
            return not single and _is_verb(view, index)
        # "The union blamed the firm", but "the goods sold in town".
        if index > first + 1 and _is_told(view, index):
            return lower[index + 1 : index + 2] != [] and lower[index + 1] in DETERMINERS | OBJECT_PRONOUNS
        if lower[index] in BOUNDARY | PRONOUNS | {"and", "or", "to"} or _opens_relative(view, index):
            return False
    return False


def _opens_relative(view: View, index: int) -> bool:
    """Tell "the way the vote was held", "the profits firms have made": a second noun phrase right behind the first."""
    sentence, before = view.sentence, view.sentence.words[index - 1]
    if sentence.lower[index] in DETERMINERS:
        return before not in PREPOSITIONS
    return before.islower() and before.endswith("s") and sentence.lower[index] not in PREPOSITIONS


def _opens_scene(view: View, first: int, stop: int) -> bool:
    """Tell "as the trains stopped" from "as a threat", "as the man who stole": a subject and its verb follow."""
    lower, opener = view.sentence.lower, view.sentence.words[first]
    noun = opener[0].isupper() or lower[first] in SCENE_OPENERS or lower[first].endswith("s")
    if view.quoted[first] or not noun or lower[first] in NO_SCENE or lower[first - 2] in {"such", "same"}:
        return False
    for index in range(first, min(stop, first + SCENE_REACH) + 1):
        if view.quoted[index] or lower[index] in SCENE_ENDS:
            return False
        if index > first and (is_finite(view, index) or is_past(lower, index)):
            return True
    return False
