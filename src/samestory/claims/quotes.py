"""Quotations: who speaks each stretch between quotation marks."""

import re
from typing import Any

from samestory.claims.attributions.floating import last_sources, speaker_before
from samestory.claims.attributions.lexicon import VERBS, word_set
from samestory.claims.attributions.view import Attribution
from samestory.claims.tokens import Article, Quotation
from samestory.words import WORD, count_words

FEWEST_WORDS = 2
# "…” ― Ann Lee": a dash and a name after the closing mark.
SIGNATURE = re.compile(r"[”\"]?\s{0,3}[―—–]\s?([^\W\d_a-z][^\n“”\"―—–]{1,60}?)\s*(?=\n|[“”\"]|\.?\s*$|\.\s)")
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
    holder: dict[str, Attribution] = {}
    for attribution in found:
        for group in attribution.groups:
            if group not in holder or attribution.rule in SPOKEN:
                holder[group] = attribution
    members: dict[str, list[Quotation]] = {}
    for quotation in article.quotations:
        members.setdefault(quotation.group, []).append(quotation)
    announced = {made.announces: made for made in found if made.announces is not None}
    read = [(s.start, s.start + len(s.text)) for s in article.sentences]
    result = [made for made in found if made.announces is None]
    sources: dict[int, tuple[int, int]] | None = None
    last: Attribution | None = None
    position = 0
    for quotation in article.quotations:
        while position < len(read) and read[position][1] <= quotation.start:
            position += 1
        if position == len(read) or read[position][0] > quotation.end:
            continue
        owner = holder.get(quotation.group)
        if owner is not None:
            if quotation is members[quotation.group][0]:
                _take(owner, members[quotation.group])
            last = owner if owner.rule in SPOKEN else last
            continue
        teller = announced.get(_text_before(article, quotation.start - 1)) if announced else None
        if teller is not None:
            _take(teller, members[quotation.group])
            teller.groups.add(quotation.group)
            holder[quotation.group] = last = teller
            result.append(teller)
            continue
        if not _fills(article, quotation, read[position]) or _is_heading(article, quotation, position):
            continue
        signed = SIGNATURE.match(article.text, members[quotation.group][-1].end)
        if not signed and last is not None and _follows(article, last, quotation):
            _take(last, members[quotation.group])
            last.groups.add(quotation.group)
            holder[quotation.group] = last
            continue
        if signed:
            carried = Attribution([], signed.span(1), None, "neutral", "signature")
        else:
            # Few articles have such a quotation.
            sources = last_sources(article, found) if sources is None else sources
            source, rule = speaker_before(article, sources, position, last.source if last else None)
            carried = Attribution([], source, None, "neutral", rule)
        _take(carried, members[quotation.group])
        carried.groups.add(quotation.group)
        holder[quotation.group] = carried
        result.append(carried)
        last = carried if carried.source else last
    return result


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
            fresh.append((quotation.start - 1, quotation.end + 1))
    attribution.parts = sorted(parts + fresh)


def _fills(article: Article, quotation: Quotation, sentence: tuple[int, int]) -> bool:
    """Tell whether a quotation opens its sentence, is long enough to be speech and no subject ("“Go” was sung")."""
    opens = not article.text[sentence[0] : max(sentence[0], quotation.start - 1)].strip(" \n\t'`")
    following = WORD.match(article.text[quotation.end + 1 : sentence[1]].lstrip())
    subject = following is not None and following.group() in VERBS
    return opens and not subject and count_words(article.text[quotation.start : quotation.end]) > 3


def _is_heading(article: Article, quotation: Quotation, position: int) -> bool:
    """Tell whether a quotation is a heading in marks: a paragraph of few words, each but the short ones capital."""
    here = article.sentences[position]
    words = WORD.findall(article.text[quotation.start : quotation.end])
    alone = here.start + len(here.text) <= quotation.end + 2 and all(
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


def quote_rows(article: Article, attributions: list[Attribution]) -> list[dict[str, Any]]:
    """Make the rows of claims/quotes: every quotation of two words or more, with its speaker where one is known."""
    holder: dict[str, Attribution] = {}
    for attribution in attributions:
        for group in sorted(attribution.groups):
            kept = holder.get(group)
            # Of nested sources the inner one speaks.
            if kept is None or _length(attribution) < _length(kept):
                holder[group] = attribution
    read = [(s.start, s.start + len(s.text)) for s in article.sentences]
    rows = []
    position = 0
    for quotation in article.quotations:
        while position < len(read) and read[position][1] <= quotation.start:
            position += 1
        text = article.text[quotation.start : quotation.end]
        if position == len(read) or read[position][0] > quotation.start or count_words(text) < FEWEST_WORDS:
            continue
        owner = holder.get(quotation.group)
        kind = quotation_kind(article.text, quotation, read[position][0], owner)
        rows.append(_row(article, quotation, None if kind == "title" else owner, kind))
    return rows


def quotation_kind(text: str, quotation: Quotation, sentence: int, owner: Attribution | None) -> str:
    """Tell a whole utterance, words of somebody inside a sentence, scare quotes, and the title of a work.

    A title stands inside a sentence, each of its words but the short ones with a capital, no mark before its end; or
    a word for a work introduces it. Words in marks that nobody is said to have spoken are scare quotes.
    """
    printed = text[quotation.start : quotation.end]
    words = WORD.findall(printed)
    before = WORD.findall(text[max(sentence, quotation.start - LONGEST_GAP) : max(sentence, quotation.start - 1)])
    whole = words[0][0].isupper() and (len(words) > LONGEST_TITLE or printed.rstrip()[-1] in ".,?!…")
    capitals = all(word[0].isupper() or len(word) < 4 or word[0].isdigit() for word in words)
    if before and len(words) <= LONGEST_TITLE and capitals and any(word[0].isupper() for word in words):
        introduced = bool(set(before[-2:]) & word_set("works", "words"))
        if introduced or (len(words) > 1 and printed[-1].isalnum() and words[-1][0].isupper()):
            return "title"
    if owner is None or owner.source is None:
        return "speech" if whole or len(words) > LONGEST_TITLE else "scare"
    return "speech" if whole else "partial"


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
