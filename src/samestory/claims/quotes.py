"""Quotations: who speaks each stretch between quotation marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from samestory.claims.attributions.floating import Span, last_sources, speaker_before
from samestory.claims.attributions.lexicon import VERBS, word_set
from samestory.claims.attributions.view import Attribution
from samestory.claims.tokens import ASIDE, Article, Quotation, Sentence
from samestory.lexicon import read_lexicon
from samestory.words import WORD, count_words

# A quotation of fewer words has a row only where somebody is said to have spoken it; one of fewer than the second is
# no speech without a tag.
FEWEST_WORDS = 2
FEWEST_SPOKEN = 4
# "…” ― Ann Lee": a dash and a name after the closing mark.
SIGNATURE = re.compile(r"[”\"’']?\s{0,3}[―—–]\s?([^\W\d_a-z][^\n“”\"―—–]{1,60}?)\s*(?=\n|[“”\"]|\.?\s*$|\.\s)")
# "…,” Lee in an interview on Monday": a quotation that waits for its speaker, a name, and no verb.
VERBLESS = re.compile(
    r"(?<=,)[”\"’']\s((?:[A-Z][\w.’'-]+\s){0,3}[A-Z][\w’'-]+)(?=\s(?:in|on|at|during|via|of|from)\s|,\s(?:an?|the)\s)"
)
LONGEST_GAP = 120
LONGEST_TITLE = 8
# The rules whose content may be a quotation that others follow.
SPOKEN = frozenset({"tag", "carried over", "clause after cue", "according to", "announced", "coordinated verb"})


def join_quotations(article: Article, found: list[Attribution]) -> list[Attribution]:
    """Give every quotation that quotes somebody to an attribution, and add those without a tag.

    A quotation over paragraphs goes whole to the tag of any of its parts. A quotation that fills its sentences and
    has no tag goes on with the one before it in its paragraph, else has the speaker that the sentence before it
    names, else is carried over from the last speaker.
    """
    holder = _tagged(found)
    members: dict[str, list[Quotation]] = {}
    for quotation in article.quotations:
        members.setdefault(quotation.group, []).append(quotation)
    announced = {made.announces: made for made in found if made.announces is not None}
    result = [made for made in found if made.announces is None]
    sources = last_sources(article, found)
    last: Attribution | None = None
    for quotation, position in _in_sentences(article):
        parts = members[quotation.group]
        owner = holder.get(quotation.group)
        if owner is not None:
            if quotation is parts[0]:
                _take(owner, parts)
            goes_on = owner.rule in SPOKEN and article.sentences[position].kind not in ASIDE
            last = owner if goes_on else last
            continue
        owner = announced.get(_text_before(article, quotation.outer_start))
        if owner is None:
            if not _is_speech(article, quotation, position):
                continue
            owner = _without_tag(article, quotation, parts[-1].end, position, sources, last)
        if owner is not last:
            result.append(owner)
        _take(owner, parts)
        owner.groups.add(quotation.group)
        holder[quotation.group] = owner
        last = owner if owner.source or owner.cue else last
    waiting = [made for made in announced.values() if not made.parts]
    starts = [sentence.start for sentence in article.sentences] if waiting else []
    blocks = [made for made in waiting if _take_paragraph(article, starts, made)]
    return result + blocks


def _tagged(found: list[Attribution]) -> dict[str, Attribution]:
    """Give the attribution that holds each group of quotations; what somebody speaks goes before what is only named."""
    holder: dict[str, Attribution] = {}
    for attribution in found:
        for group in attribution.groups:
            if group not in holder or attribution.rule in SPOKEN:
                holder[group] = attribution
    return holder


def _in_sentences(article: Article) -> Iterator[tuple[Quotation, int]]:
    """Yield the quotations that begin or end in a sentence, each with the place of the first such sentence."""
    position = 0
    sentences = article.sentences
    for quotation in article.quotations:
        while position < len(sentences) and _end(sentences[position]) <= quotation.start:
            position += 1
        if position == len(sentences):
            return
        if sentences[position].start <= quotation.end:
            yield quotation, position


def _end(sentence: Sentence) -> int:
    return sentence.start + len(sentence.text)


def _without_tag(
    article: Article,
    quotation: Quotation,
    end: int,
    position: int,
    sources: dict[int, Span],
    last: Attribution | None,
) -> Attribution:
    """Give the attribution a quotation without a tag goes on with, or make one of who signs it or was named before.

    Args:
        article: the article.
        quotation: the quotation.
        end: where it ends, which may be some paragraphs on.
        position: the place of the sentence it opens.
        sources: the last source that each sentence names.
        last: the attribution of whoever spoke last.
    """
    if signed := SIGNATURE.match(article.text, end) or VERBLESS.match(article.text, end):
        return Attribution([], signed.span(1), None, "neutral", "signature")
    if last is not None and _follows(article, last, quotation):
        return last
    source, rule = speaker_before(article, sources, position, last.source if last else None)
    return Attribution([], source, None, "neutral", rule)


def _text_before(article: Article, position: int) -> int:
    """Give the end of the text before a position, going back over a few blank characters."""
    first = max(0, position - LONGEST_GAP)
    return first + len(article.text[first:position].rstrip())


def _take(attribution: Attribution, quotations: list[Quotation]) -> None:
    """Add the quotations, with their marks, to the parts of an attribution."""
    parts = sorted(attribution.parts)
    fresh = []
    position = 0
    for quotation in quotations:
        while position < len(parts) and parts[position][1] < quotation.end:
            position += 1
        if position == len(parts) or parts[position][0] > quotation.start:
            fresh.append((quotation.outer_start, quotation.outer_end))
    attribution.parts = sorted(parts + fresh)


def _take_paragraph(article: Article, starts: list[int], made: Attribution) -> bool:
    """Give the paragraph behind "She added:" at a paragraph's end to it where no marks stand; tell whether one does."""
    first = bisect_left(starts, made.announces or 0)
    if not 0 < first < len(starts) or article.sentences[first].paragraph == article.sentences[first - 1].paragraph:
        return False
    paragraph = article.sentences[first].paragraph
    last = first
    while last + 1 < len(starts) and article.sentences[last + 1].paragraph == paragraph:
        last += 1
    span = article.sentences[first].start, _end(article.sentences[last])
    if article.sentences[first].kind != "body" or count_words(article.text[slice(*span)]) < FEWEST_SPOKEN:
        return False
    made.parts = [span]
    return True


def _is_speech(article: Article, quotation: Quotation, position: int) -> bool:
    """Tell whether a quotation opens its sentence as speech: some words, no subject ("“Go” was sung"), no heading."""
    sentence = article.sentences[position]
    opens = not article.text[sentence.start : max(sentence.start, quotation.outer_start)].strip(" \n\t'`")
    following = WORD.match(article.text[quotation.outer_end : _end(sentence)].lstrip())
    subject = following is not None and following.group() in VERBS
    long = count_words(article.text[quotation.start : quotation.end]) >= FEWEST_SPOKEN
    return opens and not subject and long and not _is_heading(article, quotation, position)


def _is_heading(article: Article, quotation: Quotation, position: int) -> bool:
    """Tell whether a quotation is a heading in marks: a paragraph of few words, each but the short ones capital."""
    here = article.sentences[position]
    words = WORD.findall(article.text[quotation.start : quotation.end])
    alone = _end(here) <= quotation.end + 2 and all(
        other.paragraph != here.paragraph for other in article.sentences[max(0, position - 1) : position + 2 : 2]
    )
    return alone and len(words) <= LONGEST_TITLE and all(word[0].isupper() or len(word) < 4 for word in words)


def _follows(article: Article, last: Attribution, quotation: Quotation) -> bool:
    """Tell whether a quotation goes on in the paragraph of the last one."""
    reach = max(last.parts[-1][1], last.cue[1] if last.cue else 0, last.source[1] if last.source else 0)
    if quotation.start - reach > LONGEST_GAP:
        return False
    gap = article.text[reach : quotation.start]
    return reach <= quotation.start and "\n" not in gap.strip(" ") and gap.count(".") < 3


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation that stands in no other, with its attribution and its row."""

    quotation: Quotation
    owner: Attribution | None
    row: dict[str, Any]


def quote_rows(article: Article, attributions: list[Attribution]) -> list[dict[str, Any]]:
    """Make the rows of claims/quotes: every quotation, with its speaker where one is known.

    One word in marks has a row only where somebody is said to have spoken it, and not inside another quotation, nor as
    a name ("the “Argo”"). A quotation that its tag splits ("“We rest,” she said, “and go on.”") is one utterance.
    """
    holder: dict[str, Attribution] = {}
    for attribution in attributions:
        for group in sorted(attribution.groups):
            kept = holder.get(group)
            # Of nested sources the inner one speaks.
            if kept is None or _length(attribution) < _length(kept):
                holder[group] = attribution
    starts = [sentence.start for sentence in article.sentences]
    rows = []
    last: _Quoted | None = None
    outer_end = 0
    for quotation, position in _in_sentences(article):
        start = starts[position]
        if start > quotation.start:
            continue
        owner = holder.get(quotation.group)
        nested = quotation.end <= outer_end
        outer_end = max(outer_end, quotation.end)
        spoken = not nested and owner is not None and owner.source is not None
        words = count_words(article.text[quotation.start : quotation.end])
        if words < (1 if spoken else FEWEST_WORDS):
            continue
        kind = quotation_kind(article.text, quotation, start, owner)
        if words < FEWEST_WORDS and kind != "speech" and article.text[quotation.start].isupper():
            continue
        row = _row(article, quotation, None if kind == "title" else owner, kind)
        if not nested:
            if last is not None and owner is last.owner and _goes_on(article, starts, last, quotation):
                row["group_id"] = last.row["group_id"]
                row["kind"] = "speech" if last.row["kind"] == "speech" else kind
            last = _Quoted(quotation, owner, row)
        rows.append(row)
    return rows


def _goes_on(article: Article, starts: list[int], last: _Quoted, quotation: Quotation) -> bool:
    """Tell whether a quotation goes on with the last one behind its tag, with nothing told between but the tag."""
    first, end = last.quotation.outer_end, quotation.outer_start
    tags = (last.owner.cue, last.owner.source) if last.owner else ()
    if end - first > LONGEST_GAP or not any(tag and first <= tag[0] and tag[1] <= end for tag in tags):
        return False
    sentence = bisect_right(starts, first)
    inside = sentence < len(starts) and starts[sentence] < end
    return not inside and "\n" not in article.text[first:end]


def quotation_kind(text: str, quotation: Quotation, sentence: int, owner: Attribution | None) -> str:
    """Tell a whole utterance, words of somebody inside a sentence, scare quotes, and the title of a work.

    A title stands inside a sentence, each of its words but the short ones with a capital, no mark before its end; or
    a word for a work introduces it. Words in marks that nobody is said to have spoken are scare quotes, but for what a
    thing is described as.
    """
    printed = text[quotation.start : quotation.end]
    words = WORD.findall(printed)
    before = WORD.findall(text[max(sentence, quotation.start - LONGEST_GAP) : max(sentence, quotation.outer_start)])
    whole = words[0][0].isupper() and (len(words) > LONGEST_TITLE or printed.rstrip(" ”\"’'")[-1] in ".,?!…")
    capitals = all(word[0].isupper() or len(word) < 4 or word[0].isdigit() for word in words)
    if before and len(words) <= LONGEST_TITLE and capitals and any(word[0].isupper() for word in words):
        introduced = bool(set(before[-2:]) & word_set("works", "words"))
        if introduced or (len(words) > 1 and printed[-1].isalnum() and words[-1][0].isupper()):
            return "title"
    if owner is None or owner.source is None:
        described = [word.lower() for word in before[-2:]] in _describing()
        return "speech" if whole or len(words) > LONGEST_TITLE else "partial" if described else "scare"
    return "speech" if whole else "partial"


@cache
def _describing() -> list[list[str]]:
    """Give the words before what somebody who is not named calls a thing: "described as"."""
    phrases: list[str] = read_lexicon(__package__, "quotes.toml")["describing"]["phrases"]
    return [phrase.split() for phrase in phrases]


def _length(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.parts)


def _row(article: Article, quotation: Quotation, attribution: Attribution | None, kind: str) -> dict[str, Any]:
    source = attribution.source if attribution else None
    cue = attribution.cue if attribution else None
    return {
        "doc_id": article.doc_id,
        "start": quotation.start,
        "end": quotation.end,
        "text": article.text[quotation.start : quotation.end],
        "speaker": article.text[slice(*source)] if source else None,
        "speaker_start": source[0] if source else None,
        "speaker_end": source[1] if source else None,
        "cue": article.text[slice(*cue)] if cue else None,
        "cue_start": cue[0] if cue else None,
        "cue_end": cue[1] if cue else None,
        "group_id": quotation.group,
        "kind": kind,
        "rule": attribution.rule if attribution else None,
    }
