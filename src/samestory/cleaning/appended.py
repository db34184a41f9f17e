"""Stories appended to the end of an article that are about something else."""

import itertools
import math
import re
from collections import Counter
from collections.abc import Container, Sequence
from functools import cache
from typing import NamedTuple

from samestory.cleaning.credit import Agencies
from samestory.cleaning.dateline import find_dateline
from samestory.cleaning.layout import Label, Paragraph
from samestory.cleaning.lexicon import lexicon
from samestory.cleaning.restate import COMMON, STEM, content

# A capital inside a sentence makes a name; the same word may open another sentence. Of a name of several words the last
# tells two persons, places or bodies apart: "William", "President" and "New" open names that have nothing in common.
NAME = re.compile(r"[A-Z](?<=[a-z,;’'”\"] .)[\w.-]*(?: [A-Z][\w-]+)*")
CAPITALISED = re.compile(r"[A-Z][\w-]{2,}")
QUOTES = frozenset("\"“‘'")
OPENING = 6
ENDING = 3
FEWEST_ABOVE = 4
FEWEST_BELOW = 2
LARGEST_SHARE = 0.6
FEWEST_NAMES = 4
# Of the names and of the content words of a tail, those that stand above it, at most. What one paper prints under
# another story hardly names a person or a place of it; the end of an article does, be it once.
SAME_NAMES = 0.05
SAME_WORDS = 0.2
# Of the headline's words that the text above repeats: a tail about something else has a smaller share.
SAME_SUBJECT = 0.25
LONGEST_MOVE = 3
FEWEST_IN_HEADLINE = 5
MOST_SOUGHT = 600


class Bar(NamedTuple):
    """What a tail must reach: words above it and in it, words that recur in it, and the highest cosine of the two."""

    above: int
    below: int
    recurring: int
    cosine: float


# In some two hundred whole news articles the lowest cosines are 0.22 where a heading, dateline or "Meanwhile" opens the
# tail (0.136 in one that tells another accident as well), and 0.147 where nothing does. Of stories appended on purpose
# a half lies below 0.08, four fifths below 0.12.
OPENED = Bar(70, 60, 3, 0.18)
BARE = Bar(150, 80, 5, 0.12)


def mark_appended(paragraphs: list[Paragraph], labels: list[Label], lead: int, agencies: Agencies) -> None:
    """Label the end of an article where it speaks of other things than what stands above.

    The tail begins where its words are least those above it (by cosine) and has words of its own that recur in it; it
    is no more than 0.6 of the running text.
    """
    body = [p for p in paragraphs[lead:] if labels[p.number] is None]
    words = [p.n_words for p in body]
    if len(body) < FEWEST_ABOVE + FEWEST_BELOW or sum(words) < OPENED.above + OPENED.below:
        return
    head = [p for p in paragraphs[:lead] if _is(labels[p.number], {"title", "standfirst", "summary"})]
    if _ends_as_it_began(head, body):
        return
    contents = [p.content for p in body]
    # The last part that has a heading of its own belongs to the report.
    part = max((p.number for p in paragraphs[lead:] if _heads_part(p, labels[p.number])), default=lead)
    low = []
    for at, cosine, fits in _cosines([p.content for p in head], contents, words):
        if cosine <= OPENED.cosine and body[at].number > part + 1 and _begins(body[at]):
            opened = _opens(paragraphs, labels, body[at], agencies)
            if opened or (fits and cosine <= BARE.cosine):
                low.append((not opened, cosine, at))
    named = _have_names_of_their_own(paragraphs[:lead], body) if low else []
    subject = _subject(frozenset[str]().union(*(p.content for p in head)), contents)
    found = min((tail for tail in low if named[tail[2]] and not _keeps_to(subject, tail[2])), default=None)
    if found is None:
        return
    start = body[_first_of_tail(body, labels, found[2])].number
    while _heading(labels[start - 1]):
        start -= 1
    for paragraph in paragraphs[start:]:
        if labels[paragraph.number] is None or _heading(labels[paragraph.number]):
            labels[paragraph.number] = ("furniture", "appended_story")


def _is(label: Label, kinds: set[str]) -> bool:
    return label is not None and label[0] in kinds


def _heading(label: Label) -> bool:
    """Tell whether a paragraph is a line between paragraphs; a long headline reads as a caption without a stop."""
    return _is(label, {"subhead"}) or label == ("caption", "line_without_stop")


def _opens(paragraphs: list[Paragraph], labels: list[Label], first: Paragraph, agencies: Agencies) -> bool:
    """Tell whether a paragraph opens another story: under a headline, with a dateline, or with "Meanwhile"."""
    opening = re.match(r"[A-Za-z]+(?: [a-z]+){0,2}", first.text)
    words = opening.group().casefold() if opening else ""
    turns = any(words == turn or words.startswith(turn + " ") for turn in lexicon()["appended"]["openings"])
    return turns or _headline(paragraphs, labels, first.number - 1) or bool(find_dateline(first.text, agencies))


def _headline(paragraphs: list[Paragraph], labels: list[Label], number: int) -> bool:
    """Tell whether a line is a heading that can be the headline of a story."""
    return _heading(labels[number]) and not _heads_part(paragraphs[number], labels[number])


def _heads_part(paragraph: Paragraph, label: Label) -> bool:
    """Tell whether a line is a heading that stands above a part of a report: it is short, or asks."""
    return _heading(label) and (paragraph.n_words < FEWEST_IN_HEADLINE or paragraph.text[-1] == "?")


def _begins(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph can be the lead of a story: it names somebody and opens with no quotation or pronoun."""
    opening = paragraph.text.split(maxsplit=1)[0].casefold()
    goes_on = paragraph.text[0] in QUOTES or opening in lexicon()["appended"]["points_back"]
    return not goes_on and bool(_names(paragraph))


def _ends_as_it_began(head: list[Paragraph], body: list[Paragraph]) -> bool:
    """Tell whether what the last paragraphs name or speak of stands at the top already: then nothing is appended."""
    text = "\n".join(p.text for p in (*head, *body[: min(OPENING, max(FEWEST_ABOVE, len(body) // 2))]))
    names = [name for p in body[-ENDING:] for name in _names(p)]
    if 3 * sum(name in text for name in names) > len(names):
        return True
    stems = frozenset().union(*(p.content for p in body[-ENDING:]))
    # Few stems are looked for as letters, which finds them inside words as well; for many that takes too long.
    said: Container[str] = text.casefold() if len(stems) <= MOST_SOUGHT else content(text)
    return sum(stem in said for stem in stems) > SAME_WORDS * len(stems)


def _names(paragraph: Paragraph) -> list[str]:
    """Give the names a paragraph has inside its sentences: the stem of the last word of each."""
    last = [word for name in NAME.findall(paragraph.text) for word in CAPITALISED.findall(name)[-1:]]
    return [word[:STEM] for word in last if (folded := word.casefold()) not in _calendar() and folded not in COMMON]


def _have_names_of_their_own(above: list[Paragraph], body: list[Paragraph]) -> list[bool]:
    """Tell of the tail from each paragraph on whether it names people and places, and hardly any of those above it."""
    first = dict.fromkeys((name[:STEM] for p in above for name in CAPITALISED.findall(p.text)), -1)
    for at, paragraph in enumerate(body):
        for name in CAPITALISED.findall(paragraph.text):
            first.setdefault(name[:STEM], at)
    # A name at one place that first stands at another is named above all tails that begin between them.
    begun, named = [0] * (len(body) + 1), [0] * (len(body) + 1)
    for at, paragraph in enumerate(body):
        for name in _names(paragraph):
            named[0] += 1
            named[at + 1] -= 1
            begun[first[name] + 1] += 1
            begun[at + 1] -= 1
    return [
        n >= FEWEST_NAMES and known <= SAME_NAMES * n
        for n, known in zip(itertools.accumulate(named), itertools.accumulate(begun), strict=True)
    ]


def _cosines(
    head: Sequence[frozenset[str]], body: Sequence[frozenset[str]], words: Sequence[int]
) -> list[tuple[int, float, bool]]:
    """Give each place where a tail may begin, and the cosine of its content words with those above it.

    A word weighs by the number of paragraphs that have it.

    Args:
        head: content words of headline and standfirst.
        body: content words of each paragraph.
        words: the number of words of each paragraph.

    Returns:
        (place in body, cosine, whether it reaches the lengths of BARE) of the tails that reach those of OPENED.
    """
    words_above = [0, *itertools.accumulate(words)]
    lengths = [(above, words_above[-1] - above) for above in words_above]
    largest = LARGEST_SHARE * words_above[-1]
    last = len(body) - FEWEST_BELOW
    places = [at for at in range(FEWEST_ABOVE, last + 1) if lengths[at][1] <= largest and _reaches(lengths[at], OPENED)]
    if not places:
        return []
    above = Counter(itertools.chain(*head, *body[: places[0]]))
    below = Counter(itertools.chain(*body[places[0] :]))
    product = sum(count * below[word] for word, count in above.items() if word in below)
    squares_above, squares_below = (sum(n * n for n in counts.values()) for counts in (above, below))
    recurring = sum(count > 1 for count in below.values())
    cosines = []
    for at in places:
        if recurring < OPENED.recurring:
            break
        cosine = product / math.sqrt(squares_above * squares_below)
        cosines.append((at, cosine, recurring >= BARE.recurring and _reaches(lengths[at], BARE)))
        # The paragraph goes over from the tail to what stands above the next place.
        for word in body[at]:
            up, down = above.get(word, 0), below[word]
            product += down - up - 1
            squares_above += 2 * up + 1
            squares_below += 1 - 2 * down
            recurring -= down == 2
            above[word], below[word] = up + 1, down - 1
    return cosines


def _reaches(lengths: tuple[int, int], bar: Bar) -> bool:
    return lengths[0] >= bar.above and lengths[1] >= bar.below


def _first_of_tail(body: Sequence[Paragraph], labels: Sequence[Label], at: int) -> int:
    """Move the beginning of a tail up while the paragraph above it has far more words of the tail than of the rest.

    It moves to paragraphs that can begin a story, and over no heading.
    """
    tail, first = frozenset[str]().union(*(p.content for p in body[at:])), at
    for place in range(at - 1, max(at - LONGEST_MOVE, FEWEST_ABOVE) - 1, -1):
        words, above = body[place].content, frozenset[str]().union(*(p.content for p in body[:place]))
        own, shared = len(words & (tail - above)), len(words & (above - tail))
        if _heading(labels[body[place + 1].number - 1]) or own < 2 or own <= 2 * shared:
            break
        tail |= words
        if _begins(body[place]):
            first = place
    return first


def _subject(title: frozenset[str], body: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Give the first and the last paragraph that has each word of the headline."""
    places: dict[str, tuple[int, int]] = {}
    for at, words in enumerate(body):
        for word in title & words:
            places[word] = places.get(word, (at, at))[0], at
    return [*places.values()]


def _keeps_to(subject: Sequence[tuple[int, int]], at: int) -> bool:
    """Tell whether a tail has much of what the headline says and the text above it repeats."""
    above = [last for first, last in subject if first < at]
    return bool(above) and sum(last >= at for last in above) >= SAME_SUBJECT * len(above)


@cache
def _calendar() -> frozenset[str]:
    """Give the names of days and months, which are of no story."""
    return frozenset(lexicon()["appended"]["calendar"])
