"""Paraphrase: a sentence that says what another article's sentence says, in other words, within one event.

Sentences are vectors of word stems weighted by ln((1 + n) / df) over the n sentences of the event, so that what all
articles of the event say weighs next to nothing. A paraphrase is a pair of sentences that are each other's nearest in
the two articles, with a cosine above the threshold. Two reports of one event use the same words without copying:
without a shared anchor (a number, a name, words in quotation marks) the cosine must be ``NO_ANCHOR`` higher.

An article that retells another in its order (``in_order``) has paraphrases below the threshold as well.

A reworded sentence may hold a run of words to the letter, its core. Where what is left of both sentences without their
cores is itself a paraphrase, the whole sentence was taken: it is told as one passage, and not its core beside it.
"""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from samestory.overlap.align import common_tokens
from samestory.overlap.in_order import pairs_in_order
from samestory.overlap.passages import NEAR_VERBATIM, PARAPHRASE, Passages, join_passages
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.stems import Weights, stem, weigh
from samestory.overlap.tokens import Ints
from samestory.words import WORD

# Headlines of one event resemble each other without copying.
COMPARED = frozenset({"standfirst", "body", "summary", "faq", "caption"})
NO_ANCHOR = 0.1
MIN_COMMON = 4
# Sentences on different matter may name the same people: what they share besides must be something, if not much.
BESIDES_NAMES, SURE = 0.2, 0.6
# A sentence with a core is near verbatim where more of its words than this stand in the other, in the same order.
MOSTLY = 0.5


@dataclass(frozen=True)
class Sentence:
    """A sentence as the comparison sees it: its article's number, place, stems in order with their places, anchors.

    ``running`` tells whether it is of the report's running text.
    """

    doc: int
    start: int
    end: int
    stems: tuple[str, ...]
    places: tuple[int, ...]
    anchors: frozenset[str]
    running: bool = True

    def without_names(self, names: Set[str]) -> "Sentence":
        """Give the sentence without some names."""
        kept = [(stem, place) for stem, place in zip(self.stems, self.places, strict=True) if stem not in names]
        return replace(self, stems=tuple(stem for stem, _ in kept), places=tuple(place for _, place in kept))

    def without(self, spans: Sequence[tuple[int, int]]) -> "Sentence":
        """Give the sentence without the words that begin in some spans."""
        inside = [any(start <= place < end for start, end in spans) for place in self.places]
        stems = tuple(stem for stem, within in zip(self.stems, inside, strict=True) if not within)
        places = tuple(place for place, within in zip(self.places, inside, strict=True) if not within)
        return replace(self, stems=stems, places=places, anchors=self.anchors & set(stems))


class Place(NamedTuple):
    """Where a passage of two articles stands in both, and its number among the known ones, -1 for a paraphrase."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int
    known: int

    def touches(self, a: Sentence, b: Sentence) -> bool:
        """Say whether it has characters of both sentences."""
        return self.start_a < a.end and a.start < self.end_a and self.start_b < b.end and b.start < self.end_b

    def lies_within(self, a: Sentence, b: Sentence) -> bool:
        """Say whether both its sides lie within the sentences."""
        return a.start <= self.start_a and self.end_a <= a.end and b.start <= self.start_b and self.end_b <= b.end


class Row(NamedTuple):
    """A passage found: the columns of ``Passages``."""

    a: int
    start_a: int
    end_a: int
    b: int
    start_b: int
    end_b: int
    kind: int
    n_words: int
    identity: float


Taken = dict[tuple[int, int], list[Place]]


def add_paraphrases(
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    ids: Sequence[str],
    known: Passages,
    settings: OverlapSettings,
) -> Passages:
    """Add to the known passages the paraphrases of every event; a core of a sentence told whole is left out.

    Articles without an event belong to one event, that of the corpus.
    """
    number = {doc_id: place for place, doc_id in enumerate(ids)}
    event_of, n_events = _number_events(documents, number, settings.paraphrase_max_documents)
    read: list[list[Sentence]] = [[] for _ in range(n_events)]
    for sentence in _read_sentences(sentences, number, event_of, settings.paraphrase_min_words):
        read[event_of[sentence.doc]].append(sentence)
    taken = _take_places(known, event_of)
    rows, cores = list[Row](), set[int]()
    for event in read:
        if event:
            found, whole = _compare(event, taken, settings)
            rows += found
            cores |= whole
    a, start_a, end_a, b, start_b, end_b, kind, n_words = (
        np.array([row[:8] for row in rows], dtype=np.int64).reshape(-1, 8).T
    )
    identity = np.array([row.identity for row in rows], dtype=np.float64)
    kept = known.select(np.setdiff1d(np.arange(len(known)), sorted(cores)))
    return join_passages([kept, Passages(a, start_a, end_a, b, start_b, end_b, kind, n_words, identity)])


def _number_events(documents: pd.DataFrame, number: Mapping[str, int], max_documents: int) -> tuple[Ints, int]:
    """Number the event of each article, -1 where there is nothing or too much to compare; and count the events."""
    events = dict(zip(documents["doc_id"].tolist(), documents["event"].astype(object).tolist(), strict=True))
    by_event: dict[str, list[int]] = {}
    for doc_id, place in number.items():
        event = events.get(doc_id)
        by_event.setdefault(event if isinstance(event, str) else "", []).append(place)
    compared = [docs for docs in by_event.values() if 1 < len(docs) <= max_documents]
    event_of = np.full(len(number), -1)
    for place, docs in enumerate(compared):
        event_of[docs] = place
    return event_of, len(compared)


def _take_places(known: Passages, event_of: Ints) -> Taken:
    """Give the places of the known passages between two articles of one event."""
    taken: Taken = {}
    rows = np.flatnonzero((event_of[known.a] == event_of[known.b]) & (event_of[known.a] >= 0))
    columns = (known.a, known.b, known.start_a, known.end_a, known.start_b, known.end_b)
    for a, b, start_a, end_a, start_b, end_b, row in zip(
        *(column[rows].tolist() for column in columns), rows.tolist(), strict=True
    ):
        taken.setdefault((a, b), []).append(Place(start_a, end_a, start_b, end_b, row))
    return taken


def _read_sentences(sentences: pd.DataFrame, number: dict[str, int], event_of: Ints, min_words: int) -> list[Sentence]:
    """Read the sentences of the wanted articles that are long enough to compare."""
    rows = []
    for doc_id, start, end, kind, text in zip(
        *(sentences[column].tolist() for column in ("doc_id", "start", "end", "kind", "text")), strict=True
    ):
        doc = number.get(doc_id, -1)
        if doc < 0 or event_of[doc] < 0 or kind not in COMPARED:
            continue
        matches = list(WORD.finditer(text))
        words = [match.group() for match in matches]
        if len(words) < min_words:
            continue
        stems = tuple(stem(word) for word in words)
        anchors = frozenset(
            stems[place] for place, word in enumerate(words) if word[0].isdigit() or (place and word[0].isupper())
        )
        places = tuple(start + match.start() for match in matches)
        rows.append(Sentence(doc, start, end, stems, places, anchors, kind == "body"))
    return sorted(rows, key=lambda row: (row.doc, row.start))


def _compare(sentences: Sequence[Sentence], taken: Taken, settings: OverlapSettings) -> tuple[list[Row], set[int]]:
    """Compare the sentences of one event; returns the passages, and the numbers of the known ones that they hold."""
    weights = weigh([set(sentence.stems) for sentence in sentences])
    similarity = _similarities(sentences, weights)
    docs, running = (np.array([getattr(s, field) for s in sentences]) for field in ("doc", "running"))
    alike = _nearest(sentences, similarity, docs, weights, settings)
    alike += [(sentences[i], sentences[j]) for i, j, _ in pairs_in_order(similarity, docs, running)]
    found, cores = list[Row](), set[int]()
    for a, b in alike:
        placed = taken.setdefault((a.doc, b.doc), [])
        touching = [place for place in placed if place.touches(a, b)]
        rest_a = a.without([(place.start_a, place.end_a) for place in touching])
        rest_b = b.without([(place.start_b, place.end_b) for place in touching])
        if touching and not (
            all(place.known >= 0 and place.lies_within(a, b) for place in touching)
            and _plausible(rest_a, rest_b, _cosine(rest_a, rest_b, weights), weights, settings)
        ):
            continue
        longer = max(len(a.stems), len(b.stems))
        identity = common_tokens(a.stems, b.stems) / longer
        kind = NEAR_VERBATIM if touching and identity > MOSTLY else PARAPHRASE
        found.append(Row(a.doc, a.start, a.end, b.doc, b.start, b.end, kind, longer, identity))
        cores |= {place.known for place in touching}
        placed[:] = [place for place in placed if place not in touching]
        placed.append(Place(a.start, a.end, b.start, b.end, -1))
    return found, cores


def _nearest(
    sentences: Sequence[Sentence],
    similarity: sparse.csr_array,
    docs: Ints,
    weights: Weights,
    settings: OverlapSettings,
) -> list[tuple[Sentence, Sentence]]:
    """Give the pairs of sentences that are each other's nearest in their articles and alike enough, nearest first."""
    cells = similarity.tocoo()
    rows, columns, scores = cells.coords[0], cells.coords[1], cells.data
    keep = (docs[rows] < docs[columns]) & (scores >= settings.paraphrase_threshold)
    best: dict[tuple[int, int], float] = {}
    candidates = []
    for i, j, score in zip(rows[keep].tolist(), columns[keep].tolist(), scores[keep].tolist(), strict=True):
        candidates.append((score, i, j))
        for key in ((i, sentences[j].doc), (j, sentences[i].doc)):
            best[key] = max(best.get(key, 0.0), score)
    return [
        (sentences[i], sentences[j])
        for score, i, j in sorted(candidates, key=lambda row: (-row[0], row[1], row[2]))
        if score >= max(best[i, sentences[j].doc], best[j, sentences[i].doc])
        and _plausible(sentences[i], sentences[j], score, weights, settings)
    ]


def _plausible(a: Sentence, b: Sentence, score: float, weights: Weights, settings: OverlapSettings) -> bool:
    """Ask for several stems in common, not names alone, and enough likeness, more of it without a shared anchor."""
    if len(set(a.stems) & set(b.stems)) < MIN_COMMON:
        return False
    if score < settings.paraphrase_threshold + (0 if a.anchors & b.anchors else NO_ANCHOR):
        return False
    names = {stem for stem in a.anchors | b.anchors if not stem[0].isdigit()}
    return score >= SURE or _cosine(a.without_names(names), b.without_names(names), weights) >= BESIDES_NAMES


def _cosine(a: Sentence, b: Sentence, weights: Weights) -> float:
    """Give the cosine of two sentences."""
    stems_a, stems_b = set(a.stems), set(b.stems)
    common, norm_a, norm_b = (
        math.fsum(weights[stem] ** 2 for stem in stems) for stems in (stems_a & stems_b, stems_a, stems_b)
    )
    return common / math.sqrt(norm_a * norm_b) if common else 0.0


def _similarities(sentences: Sequence[Sentence], weights: Weights) -> sparse.csr_array:
    """Give the cosine of each two sentences."""
    terms = {term: place for place, term in enumerate(weights)}
    row = [i for i, sentence in enumerate(sentences) for _ in set(sentence.stems)]
    column = [terms[s] for sentence in sentences for s in sorted(set(sentence.stems))]
    values = np.array(list(weights.values()))[column]
    norms = np.sqrt(np.bincount(row, weights=values**2, minlength=len(sentences)))
    vectors = sparse.csr_array((values / norms[row], (row, column)), shape=(len(sentences), len(terms)))
    return sparse.csr_array(vectors @ vectors.T)
