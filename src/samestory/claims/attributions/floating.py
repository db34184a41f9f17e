"""Who speaks a quotation without a tag: whom the sentence before it names, else the last speaker."""

from bisect import bisect_right

from samestory.claims.attributions.agents import source_after
from samestory.claims.attributions.lexicon import MAKING, triggers, word_set
from samestory.claims.attributions.subjects import first_subject, subject_before
from samestory.claims.attributions.verb_groups import verb_group_start
from samestory.claims.attributions.view import Attribution, Tokens, token_span
from samestory.claims.sources.words import is_person
from samestory.claims.tokens import ASIDE, Article, Sentence

Span = tuple[int, int]
# What these stand for is told by the sentence before, and is hardly ever who speaks on.
SPEECHLESS = word_set("pronouns", "speechless")
# So many sentences of captions and headings may stand between two paragraphs.
MOST_ASIDE = 4


def last_sources(article: Article, attributions: list[Attribution]) -> dict[int, Span]:
    """Give the last source that each sentence names, by the sentence's place in the article."""
    starts = [sentence.start for sentence in article.sentences]
    found: dict[int, list[Attribution]] = {}
    for made in attributions:
        if made.source is not None and article.text[slice(*made.source)].lower() not in SPEECHLESS:
            found.setdefault(bisect_right(starts, made.source[0]) - 1, []).append(made)
    return {index: max(_outer_sources(group)) for index, group in found.items()}


def _outer_sources(found: list[Attribution]) -> list[Span]:
    """Give the sources of a sentence that do not speak inside what another says; all where each does."""
    sources = [made.source for made in found if made.source is not None]
    inner = {at for at in sources if any(a <= at[0] < b for other in found for a, b in other.parts)}
    return [at for at in sources if at not in inner] or sources


def speaker_before(
    article: Article, sources: dict[int, Span], position: int, last: Span | None
) -> tuple[Span | None, str]:
    """Find who speaks a quotation that opens sentence ``position`` and has no tag.

    Args:
        article: the article.
        sources: the last source that each sentence names.
        position: the place of the sentence.
        last: the last speaker, if any.

    Returns:
        the source's positions, or None; the rule that found it.
    """
    rule = "carried over" if last else "no tag"
    if position == 0:
        return last, rule
    # A caption between two paragraphs parts no text.
    back = range(position - 1, max(-1, position - 1 - MOST_ASIDE), -1)
    place = next((i for i in back if article.sentences[i].kind not in ASIDE), position - 1)
    here, before = article.sentences[position], article.sentences[place]
    if before.text.rstrip().endswith(":"):
        announcer = _announcer(before)
        if announcer is not None:
            return token_span(before, *announcer), "announced"
    if here.paragraph == before.paragraph:
        if place in sources:
            return sources[place], "carried over"
        subject = _subject(before)
        if subject is not None and is_person(before.between(*subject)):
            return token_span(before, *subject), "subject before"
        return last, rule
    # Who is reported in the paragraph before, in words of the page, is quoted in this one.
    said = sources.get(place)
    if said is not None and before.kind == here.kind == "body" and is_person(article.text[slice(*said)]):
        return said, "carried over"
    return last, rule


def _announcer(sentence: Sentence) -> Tokens | None:
    """Find who speaks in a sentence that ends in a colon: "X made a comment", "a statement by X", or its subject."""
    quoted = [False] * len(sentence)
    for index, word in enumerate(sentence.lower):
        noun = triggers().get(sentence.lower[index - 1]) if word in {"by", "from"} and index else None
        if noun is not None and noun.noun_class is not None:
            return source_after(sentence, index + 1, quoted)
        if word in MAKING and (found := subject_before(sentence, verb_group_start(sentence, index), quoted)):
            return found
    return _subject(sentence)


def _subject(sentence: Sentence) -> Tokens | None:
    """Give the subject of a sentence's first verb."""
    found = first_subject(sentence, [False] * len(sentence))
    return found[1] if found else None
