"""Speakers set beside a colon: "Mayor: bridge to stay shut", "Bridge to stay shut: mayor", "LEE: …" in a transcript."""

from collections.abc import Set

from samestory.claims.attributions.lexicon import DETERMINERS, MARKS, PREPOSITIONS, VERBS, cues, word_set
from samestory.claims.attributions.noun_phrases import can_speak
from samestory.claims.attributions.view import Attribution, View, attribute, clause_start, sentence_end, widened
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.words import is_person
from samestory.claims.tokens import Article

LONGEST_LABEL = 5
# "PHOTO: crews at work".
FURNITURE = word_set("labels", "furniture")
LONGEST_NAME = 3
# What a headline tells has more words than this.
SHORTEST_TOLD = 3


def read_label(view: View, speakers: Set[str] = frozenset()) -> Attribution | None:
    """Read a sentence that begins with its speaker and a colon; None for any other.

    Args:
        view: the sentence.
        speakers: last words of those who speak elsewhere in the article; any of them is a speaker in a headline too.
    """
    sentence = view.sentence
    if ":" not in sentence.words[: LONGEST_LABEL + 2]:
        return None
    first = next((i for i in range(min(2, len(sentence))) if sentence.words[i][0].isalnum()), None)
    if first is None:
        return None
    reach = min(len(sentence), first + LONGEST_LABEL + 1)
    colon = next((i for i in range(first + 1, reach) if sentence.words[i] == ":"), None)
    last = sentence_end(sentence) - 1
    if colon is None or last < colon + 2 or sentence.joined(colon + 1):
        return None
    words = sentence.words[first:colon]
    transcript = (
        len(words) < 3
        and words[0].lower() not in FURNITURE
        and all(word.isalpha() and word.isupper() and len(word) > 2 for word in words)
    )
    titled = sentence.kind == "title" and (_is_known(words, speakers) or _speaks(view, first, colon))
    if not transcript and not titled and not _is_role_before_mark(view, first, colon):
        return None
    return attribute(
        view, [widened(view, colon + 1, last)], (first, colon - 1), (colon, colon), "neutral", "speaker label"
    )


def read_label_behind(view: View, speakers: Set[str] = frozenset()) -> Attribution | None:
    """Read a headline that ends in who says it: "Nine dead in blast: officials", "Lock to stay shut – police".

    Args:
        view: the headline.
        speakers: last words of those who speak elsewhere in the article.
    """
    sentence, end = view.sentence, sentence_end(view.sentence)
    marks = (i for i in range(end - 2, max(SHORTEST_TOLD, end - LONGEST_NAME - 2), -1) if _parts(view, i))
    mark = next(marks, None)
    if sentence.kind != "title" or mark is None:
        return None
    words, last = sentence.lower[mark + 1 : end], sentence.lower[end - 1]
    told = (
        words[0] not in DETERMINERS
        and all(word[0].isalnum() for word in words)
        and (can_speak(last) or actor_type(last) == "document")
    )
    if sentence.words[mark] != ":":
        # Behind a dash a name in capitals is the page's own.
        told = told and all(word.islower() for word in sentence.words[mark + 1 : end])
    if not told and not _is_known(sentence.words[mark + 1 : end], speakers):
        return None
    parts = [widened(view, clause_start(view, mark), mark - 1)]
    return attribute(view, parts, (mark + 1, end - 1), (mark, mark), "neutral", "speaker label")


def _parts(view: View, index: int) -> bool:
    """Tell a colon or a dash that stands alone, unquoted, from a mark inside a word or a number."""
    sentence = view.sentence
    dash = sentence.words[index] in {"-", "–", "—"} and not sentence.joined(index)
    return (dash or sentence.words[index] == ":") and not sentence.joined(index + 1) and not view.quoted[index]


def _is_known(words: list[str], speakers: Set[str]) -> bool:
    """Tell the name of somebody who speaks elsewhere."""
    return words[-1] in speakers and len(words) <= LONGEST_NAME and all(word[0].isupper() for word in words)


def _is_role_before_mark(view: View, first: int, colon: int) -> bool:
    """Tell "Line spokesman: ‘We are sorry": one person before a quotation, which need not close."""
    sentence = view.sentence
    if not (view.quoted[colon + 1] or sentence.words[colon + 1] in MARKS | {"'"}):
        return False
    return is_person(sentence.between(first, colon - 1)) and not _holds_verb(sentence.lower[first:colon])


def _holds_verb(words: list[str]) -> bool:
    return any(word in cues() or word in VERBS for word in words)


def with_named_labels(article: Article, titles: list[View], found: list[Attribution]) -> list[Attribution]:
    """Read "Lee: the lock stays shut" where a Lee speaks in the text; the label takes the place of its cues."""
    for view in titles:
        start, end = view.sentence.start, view.sentence.start + len(view.sentence.text)
        outside = [made for made in found if made.cue is None or not start <= made.cue[0] < end]
        speakers = {article.text[slice(*made.source)].split()[-1] for made in outside if made.source}
        label = read_label(view, speakers) or read_label_behind(view, speakers)
        if label is not None:
            found = [label, *outside]
    return found


def _speaks(view: View, first: int, colon: int) -> bool:
    """Tell whether a headline's first words are a speaker: somebody of a known kind, or a name before a quotation."""
    sentence = view.sentence
    words = sentence.lower[first:colon]
    if _holds_verb(words):
        return False
    if actor_type(sentence.between(first, colon - 1)) != "unknown":
        return True
    # "Seven dead in blast: “They knew”" names no speaker.
    return view.quoted[colon + 1] and PREPOSITIONS.isdisjoint(words)
