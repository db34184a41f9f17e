"""Speakers set before a colon: "Mayor: the bridge stays shut" in a headline, "LEE: …" in a transcript."""

from collections.abc import Set

from samestory.claims.attributions.lexicon import PREPOSITIONS, VERBS, cues, word_set
from samestory.claims.attributions.view import Attribution, View, attribute, sentence_end, widened
from samestory.claims.sources.actors import actor_type
from samestory.claims.tokens import Article

LONGEST_LABEL = 5
# "PHOTO: crews at work".
FURNITURE = word_set("labels", "furniture")
LONGEST_NAME = 3


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
    known = words[-1] in speakers and len(words) <= LONGEST_NAME and all(word[0].isupper() for word in words)
    if not transcript and not (sentence.kind == "title" and (known or _speaks(view, first, colon))):
        return None
    return attribute(
        view, [widened(view, colon + 1, last)], (first, colon - 1), (colon, colon), "neutral", "speaker label"
    )


def with_named_labels(article: Article, titles: list[View], found: list[Attribution]) -> list[Attribution]:
    """Read "Lee: the lock stays shut" where a Lee speaks in the text; the label takes the place of its cues."""
    for view in titles:
        start, end = view.sentence.start, view.sentence.start + len(view.sentence.text)
        outside = [made for made in found if made.cue is None or not start <= made.cue[0] < end]
        speakers = {article.text[slice(*made.source)].split()[-1] for made in outside if made.source}
        label = read_label(view, speakers)
        if label is not None:
            found = [label, *outside]
    return found


def _speaks(view: View, first: int, colon: int) -> bool:
    """Tell whether a headline's first words are a speaker: somebody of a known kind, or a name before a quotation."""
    sentence = view.sentence
    words = sentence.lower[first:colon]
    if any(word in cues() or word in VERBS for word in words):
        return False
    if actor_type(sentence.between(first, colon - 1)) != "unknown":
        return True
    # "Seven dead in blast: “They knew”" names no speaker.
    return view.quoted[colon + 1] and PREPOSITIONS.isdisjoint(words)
