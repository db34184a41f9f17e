"""Attributions: who says, thinks or wants what.

Each cue of a sentence is tried as: a tag after or inside its content ("…", said X), "according to X", a passive
("was claimed by X"), a cue without an agent ("believed to …"), a noun ("the claim that …"), or a verb before its
content (X said that …). Content between quotation marks is followed over sentences and paragraphs.
"""

import re
from bisect import bisect_left

from samestory.claims.attributions.adverbials import DAYS
from samestory.claims.attributions.announced import read_announced
from samestory.claims.attributions.clauses import asked_span
from samestory.claims.attributions.content import OBJECT_PRONOUNS
from samestory.claims.attributions.forms import verb_at
from samestory.claims.attributions.labels import read_label, read_label_behind, with_named_labels
from samestory.claims.attributions.lexicon import triggers, word_set
from samestory.claims.attributions.noun_phrases import noun_phrase_left
from samestory.claims.attributions.nouns import giver, read_noun
from samestory.claims.attributions.phrasal import (
    cites,
    read_according,
    read_agentless,
    read_believed,
    read_citing,
    read_reckoned,
)
from samestory.claims.attributions.subjects import verb_inside
from samestory.claims.attributions.verbs import read_verb
from samestory.claims.attributions.view import (
    Attribution,
    View,
    speaks,
    token_span,
    views,
)
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.words import is_person, is_plural, is_told_person, lexicon_words
from samestory.claims.tokens import ASIDE, Article, Sentence

PARTICLE_VERB = 2
INSTITUTIONS = lexicon_words("joint", "institutions")
TAKEN_UP = word_set("subject", "taken_up")
# Nobody writes a sentence with more; text of cue words alone would have one row for each of them.
MOST_IN_SENTENCE = 16
# A speaker of its own after a comma and a conjunction, or a semicolon.
TURN = re.compile(r"(?:(?:,|(?<=,[”\"’]))\s(?:while|whereas|but|and|although|though)|\s(?:while|whereas)|;)\s$")
# "…, arguing that …", "…, even suggesting that …".
SAYING = re.compile(r"(?:,|(?<=,[”\"’]))\s(?:(?:also|even|then|later|\w+ly)\s)?$")
SECOND_RULES = frozenset({"clause after cue", "object after cue", "infinitive after cue", "participle"})
# What may stand some way behind its cue.
STATED_RULES = frozenset({"clause after cue", "coordinated verb"})
# What stands before its cue, with speakers of its own inside.
OUTER_RULES = frozenset({"tag", "according to"})
INNER_RULES = frozenset(
    {"clause after cue", "object after cue", "infinitive after cue", "noun that", "noun with", "coordinated verb"}
)


def find_in_sentences(article: Article) -> list[Attribution]:
    """Find the attributions whose cue stands in a sentence of the article."""
    found: list[Attribution] = []
    begins = triggers()
    before: View | None = None
    told: View | None = None
    titles: list[View] = []
    for view in views(article):
        label = read_label(view) or read_label_behind(view)
        if label is None and view.sentence.kind == "title" and ":" in view.sentence.words:
            titles.append(view)
        cue_words = [] if label else [i for i, word in enumerate(view.sentence.lower) if word in begins]
        made = [label] if label else _in_sentence(view, cue_words) if cue_words else []
        if view.quotations and (announced := read_announced(view, made)) is not None:
            made.append(announced)
        _take_up(article, made, before)
        _take_up_read(article, made, told)
        found += made
        if view.sentence.kind in ASIDE:
            continue
        told = view
        if any(attribution.source for attribution in made):
            before = None
        elif not all(view.quoted):
            # What somebody says tells of nobody who speaks on.
            before = view
    return with_named_labels(article, titles, found)


def _take_up(article: Article, made: list[Attribution], before: View | None) -> None:
    """Let a pronoun stand for whom the sentence before was about, where nobody spoke in it."""
    for attribution in made:
        source = attribution.source
        if before is None or source is None or attribution.antecedent is not None:
            continue
        pronoun = article.text[slice(*source)].lower()
        if pronoun not in TAKEN_UP:
            continue
        subject, gave = before.main_subject(len(before.sentence)), giver(before)
        if gave is not None and (pronoun in {"it", "its"}) != is_told_person(before.sentence.between(*gave)):
            attribution.antecedent = token_span(before.sentence, *gave)
        elif subject is not None and _stands_for(pronoun, before.sentence, subject):
            attribution.antecedent = token_span(before.sentence, *subject)


def _take_up_read(article: Article, made: list[Attribution], told: View | None) -> None:
    """Let "it" stand for the document that the sentence before tells of: "A man sent a message. It read: “…”"."""
    for attribution in made:
        source = attribution.source
        if told is None or source is None or attribution.lemma != "read":
            continue
        if article.text[slice(*source)].lower() == "it" and (document := _document_in(told)) is not None:
            attribution.antecedent = token_span(told.sentence, *document)


def _document_in(view: View) -> tuple[int, int] | None:
    """Give the last document that a sentence tells of: "a message" of "Ann Lee sent a message"."""
    sentence, quoted = view.sentence, view.quoted
    places = (i for i in range(len(sentence) - 1, -1, -1) if not quoted[i])
    last = next((i for i in places if actor_type(sentence.words[i]) == "document"), None)
    found = noun_phrase_left(sentence, last, quoted) if last is not None else None
    verb = verb_inside(sentence, found) if found is not None else None
    return found if found is None or verb is None else (verb + 1, found[1])


def _stands_for(pronoun: str, sentence: Sentence, subject: tuple[int, int]) -> bool:
    """Tell whether a pronoun may stand for a subject: "he" for a person, "it" for a body, "they" for several."""
    who = sentence.between(*subject)
    if pronoun == "they":
        return is_plural(who) and speaks(sentence, subject)
    if pronoun in {"it", "its"}:
        known = actor_type(who) != "unknown" or not INSTITUTIONS.isdisjoint(who.lower().split())
        return known and not is_plural(who) and not is_person(who)
    return is_person(who)


def _in_sentence(view: View, cue_words: list[int]) -> list[Attribution]:
    """Try every cue of a sentence, left to right."""
    sentence, found = view.sentence, []
    previous, resume = None, 0
    asked = asked_span(view)
    for index in cue_words:
        if index < resume or index in asked or view.quoted[index] or _in_name(view, index):
            continue
        made, size = _read_cue(view, index, previous)
        resume = index + size
        if made is None:
            continue
        found.append(made)
        if len(found) == MOST_IN_SENTENCE:
            break
        if made.antecedent is not None and _is_asked_about(view, asked, made.antecedent):
            made.antecedent = None
        previous = made.source or previous
        # "Said in a letter posted on the door that …": what stands between a cue and its content reports nothing.
        if made.rule in STATED_RULES and made.cue and made.cue[1] <= made.parts[0][0]:
            resume = max(resume, bisect_left(sentence.starts, made.parts[0][0]))
        if made.source and resume < len(sentence) and made.source[0] <= sentence.starts[resume] < made.source[1]:
            resume = next((i for i in range(resume, len(sentence)) if sentence.starts[i] >= made.source[1]), resume)
    _part_speakers(view, found)
    _end_with_outer(found)
    return [made for made in found if not _is_inner_thought(made, found) and not _is_repeated(made, found)]


def _is_asked_about(view: View, asked: range, span: tuple[int, int]) -> bool:
    """Tell whether a span stands in the question that somebody answers: "asked if the firm was safe, she said"."""
    starts = view.sentence.starts
    return bool(asked) and starts[asked.start] <= span[0] < starts[asked.stop]


def _read_cue(view: View, index: int, previous: tuple[int, int] | None) -> tuple[Attribution | None, int]:
    """Read the attribution whose cue begins at a token, and how many tokens the cue has."""
    lower, trigger = view.sentence.lower, triggers()[view.sentence.lower[index]]
    if trigger.source_after and (size := _phrase_at(lower, index, trigger.source_after)):
        if cites(view, index):
            return read_citing(view, index, size, previous), size
        return read_according(view, index, size), size
    if trigger.agentless and (size := _phrase_at(lower, index, trigger.agentless)):
        made = read_agentless(view, index, size)
        if made is not None:
            return made, size
    if trigger.believed and (size := _phrase_at(lower, index, trigger.believed)):
        made = read_believed(view, index, size)
        if made is not None:
            return made, size
    if trigger.reckoned and index > 1 and (made := read_reckoned(view, index)) is not None:
        return made, 1
    made, size = None, 1
    for words, cue in trigger.verbs:
        if (last := _cue_end(lower, index, words)) is not None:
            verb = verb_at(view, cue, index, last)
            made, size = read_verb(verb, previous) if verb else None, last - index + 1
            # "Put it bluntly" is said, "put it at 12" estimated.
            if made is not None or words[-1] not in OBJECT_PRONOUNS:
                break
    if made is None and (trigger.noun_class is not None or trigger.joined):
        made = read_noun(view, index, trigger.noun_class)
    return made, size


def _cue_end(lower: list[str], index: int, words: tuple[str, ...]) -> int | None:
    """Give the last token of a verb that begins at a token: "called for", "called on Friday for"; None for another."""
    last = index + len(words) - 1
    if tuple(lower[index : last + 1]) == words:
        return last
    if len(words) != PARTICLE_VERB:
        return None
    day = index + 1 + (lower[index + 1 : index + 2] == ["on"])
    return day + 1 if lower[day : day + 1] and lower[day] in DAYS and lower[day + 1 : day + 2] == [words[1]] else None


def _part_speakers(view: View, found: list[Attribution]) -> None:
    """End what one says where another speaks ("police said …, while the union put it at 900"), or the same anew."""
    text, start = view.sentence.text, view.sentence.start
    for other in found:
        if other.source is None or other.cue is None or other.rule not in SECOND_RULES:
            continue
        saying = other.rule == "participle"
        turn = (SAYING if saying else TURN).search(text[: (other.cue if saying else other.source)[0] - start])
        if turn is None or any(q.start <= start + turn.start() < q.end for q in view.quotations):
            continue
        for made in filter(_has_content, found):
            first, last = made.parts[-1]
            if made is not other and first < start + turn.start() and other.cue[1] <= last:
                made.parts[-1] = (first, start + turn.start())


def _has_content(made: Attribution) -> bool:
    return bool(made.parts)


def _end_with_outer(found: list[Attribution]) -> None:
    """End what is said inside another's content where that ends: "the man denies it, his lawyer said"."""
    for outer in found if len(found) > 1 else []:
        if outer.rule not in OUTER_RULES:
            continue
        for made in filter(_has_content, found):
            if made is outer or made.cue is None:
                continue
            first, last = made.parts[-1]
            end = next((b for a, b in outer.parts if a <= made.cue[0] and made.cue[1] <= first < b), last)
            made.parts[-1] = (first, min(last, end))


def _is_repeated(made: Attribution, found: list[Attribution]) -> bool:
    """Tell "said in a statement that …", read by its noun too, where nobody is named."""
    return (
        made.rule == "noun that"
        and made.source is None
        and any(other is not made and other.parts[0][0] == made.parts[0][0] for other in found)
    )


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
