"""Paraphrase: a sentence that says what another article's sentence says, in other words, within one event.

Sentences are vectors of word stems weighted by ln((1 + n) / df) over the n sentences of the event, so that what all
articles of the event say weighs next to nothing. A paraphrase is a pair of sentences that are each other's nearest in
the two articles, with a cosine above the threshold. Two reports of one event use the same words without copying:
without a shared anchor (a number, a name, words in quotation marks) the cosine must be ``NO_ANCHOR`` higher.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from samestory.overlap.align import common_tokens
from samestory.overlap.passages import PARAPHRASE, Passages
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.tokens import Ints
from samestory.words import WORD

Taken = dict[tuple[int, int], list[tuple[int, int, int, int]]]
Row = tuple[int, int, int, int, int, int, int, float]
# Headlines of one event resemble each other without copying.
COMPARED = frozenset({"standfirst", "body", "summary", "faq", "caption"})
NO_ANCHOR = 0.1
MIN_COMMON = 4
# Inflections, longest first; what is left must keep three letters. Enough to bring "fired" and "firing" together.
ENDINGS = (
    ("ies", "y"),
    ("sses", "ss"),
    ("edly", ""),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("ly", ""),
    ("s", ""),
    ("e", ""),
)


@dataclass(frozen=True)
class Sentence:
    """A sentence as the comparison sees it: its article's number, place, stems in order, anchors among them."""

    doc: int
    start: int
    end: int
    stems: tuple[str, ...]
    anchors: frozenset[str]


def stem(word: str) -> str:
    """Strip a word of case, possessive and inflection."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: len(word) - len(ending)] + instead
    return word


def find_paraphrases(
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    ids: Sequence[str],
    known: Passages,
    settings: OverlapSettings,
) -> Passages:
    """Find the paraphrases of every event; sentences that a known passage of the pair touches on both sides are left.

    Articles without an event belong to one event, that of the corpus.
    """
    number = {doc_id: place for place, doc_id in enumerate(ids)}
    events = dict(zip(documents["doc_id"].tolist(), documents["event"].astype(object).tolist(), strict=True))
    by_event: dict[str, list[int]] = {}
    for doc_id in ids:
        event = events.get(doc_id)
        by_event.setdefault(event if isinstance(event, str) else "", []).append(number[doc_id])
    compared = [docs for docs in by_event.values() if 1 < len(docs) <= settings.paraphrase_max_documents]
    event_of = np.full(len(ids), -1)
    for place, docs in enumerate(compared):
        event_of[docs] = place
    taken: Taken = {}
    within = (event_of[known.a] == event_of[known.b]) & (event_of[known.a] >= 0)
    inside = known.select(within)
    for a, b, *places in zip(
        *(getattr(inside, name).tolist() for name in ("a", "b", "start_a", "end_a", "start_b", "end_b")), strict=True
    ):
        taken.setdefault((a, b), []).append(tuple(places))
    read: list[list[Sentence]] = [[] for _ in compared]
    for sentence in _read_sentences(sentences, number, event_of, settings.paraphrase_min_words):
        read[event_of[sentence.doc]].append(sentence)
    rows = [row for event in read if event for row in _compare(event, taken, settings)]
    columns = np.array([row[:7] for row in rows], dtype=np.int64).reshape(-1, 7).T
    a, start_a, end_a, b, start_b, end_b, n_words = columns
    identity = np.array([row[7] for row in rows], dtype=np.float64)
    return Passages(a, start_a, end_a, b, start_b, end_b, np.full(len(a), PARAPHRASE), n_words, identity)


def _read_sentences(sentences: pd.DataFrame, number: dict[str, int], event_of: Ints, min_words: int) -> list[Sentence]:
    """Read the sentences of the wanted articles that are long enough to compare."""
    rows = []
    for doc_id, start, end, kind, text in zip(
        *(sentences[column].tolist() for column in ("doc_id", "start", "end", "kind", "text")), strict=True
    ):
        doc = number.get(doc_id, -1)
        if doc < 0 or event_of[doc] < 0 or kind not in COMPARED:
            continue
        words = [match.group() for match in WORD.finditer(text)]
        if len(words) < min_words:
            continue
        stems = tuple(stem(word) for word in words)
        anchors = frozenset(
            stems[place] for place, word in enumerate(words) if word[0].isdigit() or (place and word[0].isupper())
        )
        rows.append(Sentence(doc, start, end, stems, anchors))
    return sorted(rows, key=lambda row: (row.doc, row.start))


def _compare(sentences: Sequence[Sentence], taken: Taken, settings: OverlapSettings) -> list[Row]:
    """Compare the sentences of one event; returns numbers and places of both sides, words, identity."""
    similarity = _similarities(sentences).tocoo()
    docs = np.array([sentence.doc for sentence in sentences])
    rows, columns, scores = similarity.coords[0], similarity.coords[1], similarity.data
    keep = (docs[rows] < docs[columns]) & (scores >= settings.paraphrase_threshold)
    best: dict[tuple[int, int], float] = {}
    candidates = []
    for i, j, score in zip(rows[keep].tolist(), columns[keep].tolist(), scores[keep].tolist(), strict=True):
        candidates.append((score, i, j))
        for key in ((i, sentences[j].doc), (j, sentences[i].doc)):
            best[key] = max(best.get(key, 0.0), score)
    found: list[Row] = []
    for score, i, j in sorted(candidates, key=lambda row: (-row[0], row[1], row[2])):
        a, b = sentences[i], sentences[j]
        if score < best[i, b.doc] or score < best[j, a.doc] or not _plausible(a, b, score, settings):
            continue
        placed = taken.setdefault((a.doc, b.doc), [])
        if any(
            a.start < end_a and start_a < a.end and b.start < end_b and start_b < b.end
            for start_a, end_a, start_b, end_b in placed
        ):
            continue
        longer = max(len(a.stems), len(b.stems))
        common = common_tokens(a.stems, b.stems)
        placed.append((a.start, a.end, b.start, b.end))
        found.append((a.doc, a.start, a.end, b.doc, b.start, b.end, longer, common / longer))
    return found


def _plausible(a: Sentence, b: Sentence, score: float, settings: OverlapSettings) -> bool:
    """Ask for several stems in common and, without a shared anchor, a higher score."""
    if len(set(a.stems) & set(b.stems)) < MIN_COMMON:
        return False
    return bool(a.anchors & b.anchors) or score >= settings.paraphrase_threshold + NO_ANCHOR


def _similarities(sentences: Sequence[Sentence]) -> sparse.csr_array:
    """Give the cosine of each two sentences."""
    df = Counter(s for sentence in sentences for s in sorted(set(sentence.stems)))
    terms = {term: place for place, term in enumerate(df)}
    weights = np.log((1 + len(sentences)) / np.array([df[term] for term in terms]))
    row = [i for i, sentence in enumerate(sentences) for _ in set(sentence.stems)]
    column = [terms[s] for sentence in sentences for s in sorted(set(sentence.stems))]
    values = weights[column]
    norms = np.sqrt(np.bincount(row, weights=values**2, minlength=len(sentences)))
    vectors = sparse.csr_array((values / norms[row], (row, column)), shape=(len(sentences), len(terms)))
    return sparse.csr_array(vectors @ vectors.T)
