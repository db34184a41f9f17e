"""Formulas: text that articles share which have nothing else in common.

What two articles of different events share is a formula, and what one shares at one place with several strangers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from operator import attrgetter

import pandas as pd

from samestory.overlap.evidence import Shared

# Articles of a large corpus with a lower cosine have no subject in common.
STRANGERS = 0.2
SPREAD = 3


@dataclass(frozen=True)
class Place:
    """Where an article has a passage in common with another; the passage, where both articles are traced together."""

    doc: str
    start: int
    end: int
    other: str
    passage: Shared | None = None


def find_strangers(pairs: pd.DataFrame) -> set[tuple[str, str]]:
    """Give the pairs of articles (of overlap/pairs) that have next to nothing in common."""
    rows = pairs[pairs["cosine"] < STRANGERS]
    return set(zip(rows["doc_a"].tolist(), rows["doc_b"].tolist(), strict=True))


def shared_places(evidence: Iterable[Shared]) -> list[Place]:
    """Give both places of each passage."""
    return [
        Place(side.doc, side.start, side.end, other.doc, passage)
        for passage in evidence
        for side, other in ((passage.a, passage.b), (passage.b, passage.a))
    ]


def outer_places(passages: pd.DataFrame, docs: Set[str]) -> list[Place]:
    """Give the places that articles traced here share with articles traced elsewhere."""
    sides = [[passages[f"{column}_{side}"].tolist() for column in ("doc", "start", "end")] for side in ("a", "b")]
    places = []
    for doc_a, start_a, end_a, doc_b, start_b, end_b in zip(*sides[0], *sides[1], strict=True):
        if doc_a in docs and doc_b not in docs:
            places.append(Place(doc_a, start_a, end_a, doc_b))
        elif doc_b in docs and doc_a not in docs:
            places.append(Place(doc_b, start_b, end_b, doc_a))
    return places


def find_formulas(places: Sequence[Place], events: Mapping[str, str], strangers: Set[tuple[str, str]]) -> list[Place]:
    """Find the places of formulas: shared between events, or with ``SPREAD`` strangers at one place."""
    formulas: set[Place] = set()
    apart: dict[str, list[Place]] = {}
    for place in places:
        event, other_event = events.get(place.doc), events.get(place.other)
        if event is not None and other_event is not None:
            if event != other_event:
                formulas.add(place)
        elif (min(place.doc, place.other), max(place.doc, place.other)) in strangers:
            apart.setdefault(place.doc, []).append(place)
    for own in apart.values():
        formulas.update(_spread(own))
    # A formula is one on both of its sides.
    passages = {place.passage for place in formulas} - {None}
    return [place for place in places if place in formulas or place.passage in passages]


def _spread(places: Sequence[Place]) -> Iterator[Place]:
    """Yield the places of one article that overlap those it shares with ``SPREAD`` others, itself among them."""
    ordered = sorted(places, key=attrgetter("start", "end", "other"))
    # Of the others met so far, those that reach furthest: so many suffice to tell whether a place has enough of them.
    reach: dict[str, int] = {}
    for number, place in enumerate(ordered):
        here = {other for other, end in reach.items() if end > place.start}
        following = number
        while len(here) < SPREAD and following < len(ordered) and ordered[following].start < place.end:
            here.add(ordered[following].other)
            following += 1
        if len(here) >= SPREAD:
            yield place
        reach[place.other] = max(place.end, reach.get(place.other, 0))
        if len(reach) > SPREAD:
            del reach[min(reach, key=lambda other: reach[other])]
