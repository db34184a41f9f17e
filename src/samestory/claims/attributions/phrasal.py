"""Phrases that are cues: "according to X", "citing a threat", "believed to have …"."""

from samestory.claims.attributions.adverbials import DAYS, HEARERS
from samestory.claims.attributions.agents import is_reference, source_after
from samestory.claims.attributions.forms import TO_BE
from samestory.claims.attributions.lexicon import (
    DETERMINERS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    attribution_lexicon,
    stops,
    word_set,
)
from samestory.claims.attributions.narrator import before_narrator
from samestory.claims.attributions.noun_phrases import can_speak
from samestory.claims.attributions.subjects import subject_before
from samestory.claims.attributions.verb_groups import verb_group_start
from samestory.claims.attributions.view import (
    Attribution,
    Tokens,
    View,
    attribute,
    clause_end,
    clause_start,
    is_negative,
    sentence_end,
    token_span,
    widened,
)
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.words import head_words, is_person

CITING = word_set("phrases", "citing")
BELIEVING = word_set("phrases", "believing")
POSSESSIVES = word_set("nouns_of", "possessives") - {"my", "our"}
RECKONINGS = {opener: word_set("reckoning", opener) for opener in attribution_lexicon()["reckoning"]}
# "By the union's latest count".
SIZES = word_set("figures", "modifiers")
# What goes on behind a phrase and is the narrator's.
NARRATED = frozenset({"which", "who", "and", "but", "while", "whereas", "although", "though"})
LONGEST_ASIDE = 8
LONGEST_OWNER = 9


def read_according(view: View, index: int, size: int) -> Attribution | None:
    """Read "according to X", "if you believe X": what stands around it is what X says."""
    sentence = view.sentence
    believing = " ".join(sentence.lower[index : index + size]) in BELIEVING
    # After "According to X," the main clause follows at once, no apposition.
    apposition = not believing and not _opens_sentence(view, index)
    source = source_after(sentence, index + size, view.quoted, apposition)
    if source is None or is_reference(sentence, source):
        return None
    # "If you believe the lock is shut": X is a clause.
    whole = source[1] + 1 >= len(sentence) or not sentence.words[source[1] + 1][0].isalnum()
    if believing and not whole:
        return None
    return _around(view, index, source[1], source, (index, index + size - 1))


def read_believed(view: View, index: int, size: int) -> Attribution | None:
    """Read "if X is to be believed"."""
    source = subject_before(view.sentence, index, view.quoted)
    if source is None or source[0] == 0 or view.sentence.lower[source[0] - 1] != "if":
        return None
    last = index + size - 1
    return _around(view, source[0] - 1, last, source, (index, last))


def read_reckoned(view: View, index: int) -> Attribution | None:
    """Read "by the union's count", "on her own figures", "in the bank's view"."""
    lower = view.sentence.lower
    last = index - 1 - (lower[index - 1] == "own")
    while last > 0 and lower[last] in SIZES:
        last -= 1
    if last > 2 and lower[last] == "s" and lower[last - 1] in {"’", "'"}:
        last -= 2
    elif last > 1 and lower[last] in {"’", "'"} and lower[last - 1] != "o":
        # "By the workers' count", but "by nine o'clock".
        last -= 1
    elif last < 1 or lower[last] not in POSSESSIVES:
        return None
    begin = next((i for i in range(last, max(0, last - LONGEST_OWNER), -1) if lower[i - 1] in RECKONINGS), 0)
    opener = begin - 1
    if (
        begin < 1
        or not lower[begin][0].isalnum()
        or view.quoted[opener]
        or lower[index] not in RECKONINGS[lower[opener]]
    ):
        return None
    if "of" in lower[index + 1 : index + 2] or any(word in stops() for word in lower[begin:last]):
        return None
    return _around(view, opener, index, (begin, last), (index, index))


def _opens_sentence(view: View, index: int) -> bool:
    """Tell whether a phrase opens its sentence: "However, according to …" does too."""
    return all(word in OPENERS or not word[0].isalnum() for word in view.sentence.lower[:index])


def _around(view: View, first: int, last: int, source: Tokens, cue: Tokens) -> Attribution | None:
    """Make the attribution of a phrase: its content is the clause behind it where it opens the sentence, else before.

    Args:
        view: the sentence.
        first: the phrase's first token.
        last: its last token.
        source: the tokens of who speaks.
        cue: the tokens of the cue.
    """
    words, end = view.sentence.words, sentence_end(view.sentence) - 1
    if _opens_sentence(view, first):
        begin = last + 1
        while begin <= end and words[begin] in {",", ":"}:
            begin += 1
        begin = _after_aside(view, begin, end)
        parts = [widened(view, begin, end)] if begin <= end else []
        return attribute(view, parts, source, cue, "neutral", "according to")
    stop = first - 1
    while stop >= 0 and words[stop] in {",", "–", "—", "-", "("}:
        stop -= 1
    parts = [widened(view, clause_start(view, stop), stop)] if stop >= 0 else []
    rest = last + 1
    colon = rest < end and words[rest] == ":"
    inside = rest + 3 < end and words[rest] == "," == words[first - 1] and view.sentence.lower[rest + 1] not in NARRATED
    if colon or inside:
        parts.append(widened(view, rest + 1, end))
    return attribute(view, parts, source, cue, "neutral", "according to")


def _after_aside(view: View, first: int, last: int) -> int:
    """Go over "published on Tuesday," or "who saw it," behind a source, no "armed men"."""
    words, lower = view.sentence.words, view.sentence.lower
    if first < last and lower[first] in {"who", "which", "whose"}:
        return next((i + 1 for i in range(first, last) if words[i] == "," and not view.quoted[i]), first)
    if first >= last or view.quoted[first] or not (words[first].endswith("ed") and words[first].islower()):
        return first
    if lower[first + 1] not in PREPOSITIONS and lower[first + 1] not in DAYS:
        return first
    return next((i + 1 for i in range(first, min(last, first + LONGEST_ASIDE)) if words[i] == ","), first)


def cites(view: View, index: int) -> bool:
    """Tell "citing a threat to health", a thing that cannot speak, from "citing officials"."""
    if view.sentence.lower[index] not in CITING:
        return False
    cited = source_after(view.sentence, index + 1, view.quoted, apposition=False)
    return (
        cited is not None and not is_reference(view.sentence, cited) and not _may_speak(view.sentence.between(*cited))
    )


def read_citing(view: View, index: int, size: int, previous: tuple[int, int] | None) -> Attribution | None:
    """Read "the court blocked it, citing a threat", "Citing a threat, the court …": who cites it speaks."""
    sentence, last = view.sentence, clause_end(view, index + size)
    main = view.main_subject(index or len(sentence))
    if index == 0:
        last = next((i - 1 for i in range(1, last) if sentence.words[i] == "," and not view.quoted[i]), last)
    source = previous or (token_span(sentence, *main) if main else None)
    cue = (index, index + size - 1)
    made = attribute(view, [widened(view, index + size, last)], None, cue, "neutral", "participle")
    if made is None or source is None:
        return None
    made.source = source
    return made


def _may_speak(cited: str) -> bool:
    """Tell a name, somebody or a document from a thing ("safety concerns"), by the last word of its head."""
    head = head_words(cited)
    named = any(word[0].isupper() for word in cited.split()[: len(head) + 1])
    return not head or named or can_speak(head[-1]) or actor_type(head[-1]) != "unknown" or is_person(cited)


def read_agentless(view: View, index: int, size: int) -> Attribution | None:
    """Read "is believed to have …", "a fire believed to …": nobody is named."""
    begin, first = verb_group_start(view.sentence, index), index + size - 1
    passive = not TO_BE.isdisjoint(view.sentence.lower[begin:index])
    last = clause_end(view, index + size)
    named = view.sentence.lower[first] == "as"
    if last < index + size or not (passive or (not named and _describes(view, index, index + size))):
        return None
    last = before_narrator(view, first, last, past=passive)
    # "Was described as a ruin by the union."
    by = next((i for i in range(first + 2, last) if named and view.sentence.lower[i] == "by" and not view.quoted[i]), 0)
    source = source_after(view.sentence, by + 1, view.quoted) if by else None
    first, last = first + named, by - 1 if source else last
    if first > last:
        return None
    return attribute(
        view, [widened(view, first, last)], source, (index, first - 1), "distancing", "agentless passive",
        is_negative(view.sentence, begin, index),
    )  # fmt: skip


def _describes(view: View, index: int, after: int) -> bool:
    """Tell "a fire said to have …" from "the mayor said to the driver": a common noun before, a verb after."""
    words = view.sentence.words
    noun = index > 0 and words[index - 1].islower() and words[index - 1] not in PRONOUNS
    return noun and words[after].islower() and words[after] not in DETERMINERS | PRONOUNS | HEARERS
