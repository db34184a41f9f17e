"""Stories appended to the end of an article that are about something else."""

import itertools
import re
from functools import cache

from samestory.cleaning.credit import Agencies
from samestory.cleaning.dateline import find_dateline
from samestory.cleaning.furniture import lexicon
from samestory.cleaning.layout import Label, Paragraph

# A capital inside a sentence makes a name; the same word may open another sentence.
NAME = re.compile(r"(?<=[a-z,;’'”\"] )[A-Z][\w-]{2,}")
CAPITALISED = re.compile(r"[A-Z][\w-]{2,}")
FEWEST_ABOVE = 4
FEWEST_BELOW = 2
FEWEST_NAMES = 6
FEWEST_WORDS = 60
LARGEST_SHARE = 0.6
# Shares of the names and of the content words of the tail that stand above it, at most: where a heading, a dateline or
# "Meanwhile" opens the tail, and where nothing does. Set so that of some two hundred whole news articles none is cut
# without such an opening; about half of the stories appended on purpose are found.
OPENED = (0.1, 0.3)
BARE = (0.05, 0.25)


def mark_appended(paragraphs: list[Paragraph], labels: list[Label], lead: int, agencies: Agencies) -> None:
    """Label the end of an article where it shares hardly a name or word with what stands above.

    The tail has names of its own that recur in it; it is no more than 0.6 of the running text.
    """
    body = [p for p in paragraphs[lead:] if labels[p.number] is None]
    if len(body) < FEWEST_ABOVE + FEWEST_BELOW:
        return
    head = [p for p in paragraphs[:lead] if _is(labels[p.number], {"title", "standfirst", "summary"})]
    if _ends_as_it_began(head, body):
        return
    cuts = _strange_names(head, body)
    if not cuts:
        return
    shared = _shared_words(head, body)
    found = []
    for at, names in cuts:
        most_names, most_words = OPENED if _opens(labels, body[at], agencies) else BARE
        if names <= most_names and shared[at] <= most_words:
            found.append((names + shared[at], at))
    if not found:
        return
    first = body[min(found)[1]]
    start = first.number
    if _is(labels[start - 1], {"subhead"}):
        start -= 1
    for paragraph in paragraphs[start:]:
        if labels[paragraph.number] is None or _is(labels[paragraph.number], {"subhead"}):
            labels[paragraph.number] = ("furniture", "appended_story")


def _is(label: Label, kinds: set[str]) -> bool:
    return label is not None and label[0] in kinds


def _opens(labels: list[Label], first: Paragraph, agencies: Agencies) -> bool:
    """Tell whether a paragraph can open another story: under a heading, with a dateline, or with "Meanwhile"."""
    opening = re.match(r"[A-Za-z]+(?: [a-z]+){0,2}", first.text)
    words = opening.group().casefold() if opening else ""
    turns = any(words == turn or words.startswith(turn + " ") for turn in lexicon()["appended"]["openings"])
    return turns or _is(labels[first.number - 1], {"subhead"}) or bool(find_dateline(first.text, agencies))


def _ends_as_it_began(head: list[Paragraph], body: list[Paragraph]) -> bool:
    """Tell whether much of what the last paragraphs name is named at the top already: then nothing is appended."""
    opening = {name for p in (*head, *body[:FEWEST_ABOVE]) for name in CAPITALISED.findall(p.text)}
    ending = [name for p in body[-FEWEST_BELOW:] for name in NAME.findall(p.text) if name.casefold() not in _calendar()]
    return 3 * sum(name in opening for name in ending) > len(ending)


def _strange_names(head: list[Paragraph], body: list[Paragraph]) -> list[tuple[int, float]]:
    """Give each place where a tail with names of its own may begin, and the share of its names that stand above.

    Each name is looked at once: it is from above in the tails that begin behind its first place, up to this one.
    """
    size = len(body)
    shared, named, recurring = [0] * (size + 1), [0] * (size + 1), [0] * (size + 1)
    seen = {name: -1 for paragraph in head for name in CAPITALISED.findall(paragraph.text)}
    # The last two places of a name: it recurs in every tail that begins at or before the earlier one.
    places: dict[str, tuple[int, int]] = {}
    for at, paragraph in enumerate(body):
        for name in CAPITALISED.findall(paragraph.text):
            seen.setdefault(name, at)
        names = [name for name in NAME.findall(paragraph.text) if name.casefold() not in _calendar()]
        named[0] += len(names)
        named[at + 1] -= len(names)
        for name in names:
            if seen[name] < at:
                shared[seen[name] + 1] += 1
                shared[at + 1] -= 1
            before, latest = places.get(name, (-1, -1))
            if latest < at:
                recurring[before + 1] += 1
                recurring[latest + 1] -= 1
                places[name] = (latest, at)
    sums = [list(itertools.accumulate(added)) for added in (shared, named, recurring)]
    below = list(itertools.accumulate(p.n_words for p in reversed(body)))[::-1]
    return [
        (at, sums[0][at] / sums[1][at])
        for at in range(FEWEST_ABOVE, size - FEWEST_BELOW + 1)
        if sums[1][at] >= FEWEST_NAMES
        and sums[2][at] >= 2
        and FEWEST_WORDS <= below[at] <= LARGEST_SHARE * below[0]
        and sums[0][at] <= OPENED[0] * sums[1][at]
    ]


def _shared_words(head: list[Paragraph], body: list[Paragraph]) -> list[float]:
    """Give for each place the share of content words of a tail's paragraphs that stand above it, on the mean."""
    size = len(body)
    added = [0.0] * (size + 1)
    seen = {word: -1 for paragraph in head for word in paragraph.content}
    for at, paragraph in enumerate(body):
        share = 1 / max(len(paragraph.content), 1)
        for word in sorted(paragraph.content):
            first = seen.setdefault(word, at)
            if first < at:
                added[first + 1] += share
                added[at + 1] -= share
    return [total / max(size - at, 1) for at, total in enumerate(itertools.accumulate(added))]


@cache
def _calendar() -> frozenset[str]:
    """Give the names of days and months, which are of no story."""
    return frozenset(lexicon()["appended"]["calendar"])
