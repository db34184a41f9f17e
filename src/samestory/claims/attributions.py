"""Attributions: who says, thinks or wants what.

Each cue of a sentence is tried as: a tag after or inside its content ("…", said X), "according to X", a passive
("was claimed by X"), a cue without an agent ("believed to …"), a noun ("the claim that …"), or a verb before its
content (X said that …). Content between quotation marks is followed over sentences and paragraphs.
"""

from samestory.claims.attributions_agents import source_after
from samestory.claims.attributions_forms import verb_at
from samestory.claims.attributions_labels import read_label
from samestory.claims.attributions_lexicon import VERBS, cues, triggers, word_set
from samestory.claims.attributions_subjects import subject_before
from samestory.claims.attributions_verbs import read_verb
from samestory.claims.attributions_view import (
    Attribution,
    View,
    attribute,
    clause_end,
    clause_start,
    sentence_end,
    views,
    widened,
)
from samestory.claims.statements_tokens import Article

INNER_RULES = frozenset(
    {"clause after cue", "object after cue", "infinitive after cue", "noun that", "coordinated verb"}
)


def find_in_sentences(article: Article) -> list[Attribution]:
    """Find the attributions whose cue stands in a sentence of the article."""
    found: list[Attribution] = []
    begins = triggers()
    for view in views(article):
        label = read_label(view)
        cue_words = [] if label else [i for i, word in enumerate(view.sentence.lower) if word in begins]
        found += [label] if label else _in_sentence(view, cue_words) if cue_words else []
    return found


def _in_sentence(view: View, cue_words: list[int]) -> list[Attribution]:
    """Try every cue of a sentence, left to right."""
    sentence, found = view.sentence, []
    previous, resume = None, 0
    for index in cue_words:
        if index < resume or view.quoted[index] or _in_name(view, index):
            continue
        made, size = _read_cue(view, index, previous)
        resume = index + size
        if made is None:
            continue
        found.append(made)
        previous = made.source or previous
        if made.source and resume < len(sentence) and made.source[0] <= sentence.starts[resume] < made.source[1]:
            resume = next((i for i in range(resume, len(sentence)) if sentence.starts[i] >= made.source[1]), resume)
    return [made for made in found if not _is_inner_thought(made, found)]


def _read_cue(view: View, index: int, previous: tuple[int, int] | None) -> tuple[Attribution | None, int]:
    """Read the attribution whose cue begins at a token, and how many tokens the cue has."""
    lower, trigger = view.sentence.lower, triggers()[view.sentence.lower[index]]
    made, size = None, 1
    if trigger.source_after and (length := _phrase_at(lower, index, trigger.source_after)):
        made, size = _according(view, index, length), length
    elif trigger.agentless and (length := _phrase_at(lower, index, trigger.agentless)):
        made, size = _agentless(view, index, length), length
    else:
        for words, cue in trigger.verbs:
            if cue.size == 1 or tuple(lower[index : index + cue.size]) == words:
                verb = verb_at(view, cue, index)
                made, size = read_verb(verb, previous) if verb else None, cue.size
                break
    if made is None and trigger.noun_class is not None:
        made = _noun(view, index, trigger.noun_class)
    return made, size


def _is_inner_thought(made: Attribution, found: list[Attribution]) -> bool:
    """Tell whether what is wanted, felt or named stands inside what another source says: no source of its own."""
    if made.cue is None or made.rule not in INNER_RULES or made.lemma in word_set("nested", "verbs"):
        return False
    cue = made.cue[0]
    return any(other is not made and any(a <= cue < b for a, b in other.parts) for other in found)


def _in_name(view: View, index: int) -> bool:
    """Tell whether a token is part of a name or a compound: capitalised inside a sentence, or hyphenated."""
    sentence = view.sentence
    if sentence.words[index] == "-" or (index and sentence.words[index - 1] == "-" and sentence.joined(index)):
        return True
    if index + 1 < len(sentence) and sentence.words[index + 1] == "-" and sentence.joined(index + 1):
        return True
    return (
        index > 0 and sentence.words[index][0].isupper() and not view.headline and sentence.lower[index] != "according"
    )


def _phrase_at(lower: list[str], index: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """Give the number of tokens of the phrase that begins at a token, 0 when none does."""
    return next((len(p) for p in phrases if tuple(lower[index : index + len(p)]) == p), 0)


def _according(view: View, index: int, size: int) -> Attribution | None:
    """Read "according to X": content after the next comma when it opens the sentence, else before."""
    sentence = view.sentence
    opens = not any(word[0].isalnum() for word in sentence.lower[:index])
    # After "According to X," the main clause follows at once, no apposition.
    source = source_after(sentence, index + size, view.quoted, apposition=not opens)
    if source is None:
        return None
    cue = (index, index + size - 1)
    last = sentence_end(sentence) - 1
    if opens and not any(word[0].isalnum() for word in sentence.lower[:index]):
        first = source[1] + 1
        while first <= last and sentence.words[first] in {",", ":"}:
            first += 1
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
            and sentence.lower[rest + 1] not in {"which", "who", "and", "but"}
        ):
            parts.append(widened(view, rest + 1, last))
    return attribute(view, parts, source, cue, "neutral", "according to")


def _agentless(view: View, index: int, size: int) -> Attribution | None:
    """Read "believed to have …": nobody is named."""
    last = clause_end(view, index + size)
    if last < index + size:
        return None
    first = index + size - 1
    return attribute(
        view, [widened(view, first, last)], None, (index, index + size - 2), "distancing", "agentless passive"
    )


def _noun(view: View, index: int, cue_class: str) -> Attribution | None:
    """Read "the claim that …": the source stands before as a possessive."""
    sentence = view.sentence
    if index + 2 >= len(sentence) or sentence.lower[index + 1] != "that" or view.quoted[index]:
        return None
    source = None
    lower = sentence.lower
    # "A statement that said …": the clause describes the noun.
    if lower[index + 2] in cues() or lower[index + 2] in VERBS:
        return None
    if index and lower[index - 1] in {"his", "her", "their", "its", "our", "my"}:
        source = (index - 1, index - 1)
    elif index > 2 and lower[index - 1] == "s" and lower[index - 2] in {"’", "'"}:
        before = subject_before(sentence, index - 2, view.quoted)
        source = before
    return attribute(
        view, [widened(view, index + 1, clause_end(view, index + 2))], source, (index, index), cue_class, "noun that"
    )
