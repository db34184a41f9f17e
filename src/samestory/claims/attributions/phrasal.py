"""Phrases that are cues: "according to X", "citing a threat", "believed to have …"."""

from samestory.claims.attributions.adverbials import DAYS, HEARERS
from samestory.claims.attributions.agents import is_reference, source_after
from samestory.claims.attributions.forms import TO_BE
from samestory.claims.attributions.lexicon import DETERMINERS, OPENERS, PREPOSITIONS, PRONOUNS, word_set
from samestory.claims.attributions.noun_phrases import can_speak
from samestory.claims.attributions.subjects import verb_group_start
from samestory.claims.attributions.view import (
    Attribution,
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
LONGEST_ASIDE = 8


def read_according(view: View, index: int, size: int) -> Attribution | None:
    """Read "according to X": content after the next comma when it opens the sentence, else before."""
    sentence = view.sentence
    # "However, according to …" opens the sentence too.
    opens = all(word in OPENERS or not word[0].isalnum() for word in sentence.lower[:index])
    # After "According to X," the main clause follows at once, no apposition.
    source = source_after(sentence, index + size, view.quoted, apposition=not opens)
    if source is None or is_reference(sentence, source):
        return None
    cue = (index, index + size - 1)
    last = sentence_end(sentence) - 1
    if opens:
        first = source[1] + 1
        while first <= last and sentence.words[first] in {",", ":"}:
            first += 1
        first = _after_participle(view, first, last)
        parts = [widened(view, first, last)] if first <= last else []
    else:
        stop = index - 1
        while stop >= 0 and sentence.words[stop] in {",", "–", "—", "-", "("}:
            stop -= 1
        parts = [widened(view, clause_start(view, stop), stop)] if stop >= 0 else []
        rest = source[1] + 1
        if (
            rest + 3 < last
            and sentence.words[rest] == ","
            and sentence.words[index - 1] == ","
            and sentence.lower[rest + 1] not in {"which", "who", "and", "but", "while", "whereas", "although", "though"}
        ):
            parts.append(widened(view, rest + 1, last))
    return attribute(view, parts, source, cue, "neutral", "according to")


def _after_participle(view: View, first: int, last: int) -> int:
    """Go over "published on Tuesday," behind a source, no "armed men": its content begins after the next comma."""
    words, lower = view.sentence.words, view.sentence.lower
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
    if last < index + size or not (passive or _describes(view, index, index + size)):
        return None
    return attribute(
        view, [widened(view, first, last)], None, (index, first - 1), "distancing", "agentless passive",
        is_negative(view.sentence, begin, index),
    )  # fmt: skip


def _describes(view: View, index: int, after: int) -> bool:
    """Tell "a fire said to have …" from "the mayor said to the driver": a common noun before, a verb after."""
    words = view.sentence.words
    noun = index > 0 and words[index - 1].islower() and words[index - 1] not in PRONOUNS
    return noun and words[after].islower() and words[after] not in DETERMINERS | PRONOUNS | HEARERS
