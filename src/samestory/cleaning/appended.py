"""Stories appended to the end of an article that are about something else."""

import itertools
import re
from collections.abc import Iterable

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
    cuts = _cuts(head, body)
    found = [
        (names + words, at)
        for at, names, words in cuts
        if (limits := OPENED if _opens(labels, body[at], agencies) else BARE)
        and names <= limits[0]
        and words <= limits[1]
    ]
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


def _cuts(head: list[Paragraph], body: list[Paragraph]) -> Iterable[tuple[int, float, float]]:
    """Yield each place where a tail may begin: its place in the body and the shares of names and words from above.

    Each word is looked at once: it is from above in the tails that begin behind its first place, up to this one.
    """
    size = len(body)
    shared_names, all_names, recurring, shared_words = ([0.0] * (size + 1) for _ in range(4))
    words_seen = {word: -1 for paragraph in head for word in paragraph.content}
    names_seen = {name: -1 for paragraph in head for name in CAPITALISED.findall(paragraph.text)}
    # The places of a name before the last one it was seen at: it recurs in every tail that begins at or before it.
    earlier: dict[str, tuple[int, int]] = {}
    for at, paragraph in enumerate(body):
        share = 1 / max(len(paragraph.content), 1)
        for word in paragraph.content:
            _add(shared_words, words_seen.setdefault(word, at) + 1, at, share)
        for name in CAPITALISED.findall(paragraph.text):
            names_seen.setdefault(name, at)
        names = [
            name for name in NAME.findall(paragraph.text) if name.casefold() not in lexicon()["appended"]["calendar"]
        ]
        for name in names:
            _add(all_names, 0, at, 1)
            _add(shared_names, names_seen[name] + 1, at, 1)
        for name in dict.fromkeys(names):
            before, latest = earlier.get(name, (-1, -1))
            _add(recurring, before + 1, latest, 1)
            earlier[name] = (latest, at)
    sums = [list(itertools.accumulate(added)) for added in (shared_names, all_names, recurring, shared_words)]
    below = list(itertools.accumulate(p.n_words for p in reversed(body)))[::-1]
    for at in range(FEWEST_ABOVE, size - FEWEST_BELOW + 1):
        from_above, named, again, words = (column[at] for column in sums)
        if named >= FEWEST_NAMES and again >= 2 and FEWEST_WORDS <= below[at] <= LARGEST_SHARE * below[0]:
            yield at, from_above / named, words / (size - at)


def _add(column: list[float], first: int, last: int, value: float) -> None:
    """Add a value to the tails that begin from one place to another; ``column`` holds the differences."""
    if first <= last:
        column[first] += value
        column[last + 1] -= value
