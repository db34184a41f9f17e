"""Evidence: each passage word by word, with the words that somebody is quoted with told apart.

A sentence of a statement stands in many articles without one having copied another, so what passages say about
copying rests on the words outside quotation marks.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from samestory.overlap.align import map_places
from samestory.words import WORD

Span = tuple[int, int]


@dataclass(frozen=True)
class Side:
    """One article's side of a passage.

    Attributes:
        doc: the article.
        start, end: the passage's place.
        words: the place of each word.
        quoted: whether the word, or the one it is matched with, stands between quotation marks.
        marked: the number of the quotation the word itself stands in, -1 outside all.
    """

    doc: str
    start: int
    end: int
    words: tuple[Span, ...]
    quoted: tuple[bool, ...]
    marked: tuple[int, ...]


@dataclass(frozen=True)
class Shared:
    """A passage: both sides, its kind, the share of matched words, and where each word of a stands in b."""

    a: Side
    b: Side
    kind: str
    identity: float
    places: tuple[int, ...]
    digits_only: bool

    @property
    def unquoted_matched(self) -> float:
        """Words in common outside quotation marks, on the side that has fewer."""
        return self.identity * min(self.a.quoted.count(False), self.b.quoted.count(False))


def quoted_spans(documents: pd.DataFrame, quotations: pd.DataFrame, texts: Mapping[str, str]) -> dict[str, list[Span]]:
    """Give for each article the stretches between quotation marks; of a press statement, its whole text."""
    spans: dict[str, list[Span]] = {doc_id: [] for doc_id in texts}
    for doc_id, start, end in zip(*(quotations[c].tolist() for c in ("doc_id", "start", "end")), strict=True):
        spans[doc_id].append((start, end))
    for doc_id, role in zip(documents["doc_id"].tolist(), documents["role"].tolist(), strict=True):
        if role == "press_statement":
            spans[doc_id] = [(0, len(texts[doc_id]))]
    return {doc_id: sorted(rows) for doc_id, rows in spans.items()}


def read_evidence(
    passages: pd.DataFrame, texts: Mapping[str, str], quoted: Mapping[str, Sequence[Span]]
) -> list[Shared]:
    """Read overlap/passages word by word."""
    found = []
    columns = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind", "identity")
    for doc_a, start_a, end_a, doc_b, start_b, end_b, kind, identity in zip(
        *(passages[column].tolist() for column in columns), strict=True
    ):
        words_a, marked_a = _words(texts[doc_a], start_a, end_a, quoted[doc_a])
        words_b, marked_b = _words(texts[doc_b], start_b, end_b, quoted[doc_b])
        tokens_a = [texts[doc_a][start:end].casefold() for start, end in words_a]
        tokens_b = [texts[doc_b][start:end].casefold() for start, end in words_b]
        places = map_places(tokens_a, tokens_b)
        quoted_a, quoted_b = [m >= 0 for m in marked_a], [m >= 0 for m in marked_b]
        for i, j in enumerate(places[:-1]):
            if j < len(marked_b) and max(marked_a[i], marked_b[j]) >= 0:
                quoted_a[i] = quoted_b[j] = True
        side_a = Side(doc_a, start_a, end_a, tuple(words_a), tuple(quoted_a), tuple(marked_a))
        side_b = Side(doc_b, start_b, end_b, tuple(words_b), tuple(quoted_b), tuple(marked_b))
        found.append(Shared(side_a, side_b, kind, identity, tuple(places), _digits_only(tokens_a, tokens_b)))
    return found


def _words(text: str, start: int, end: int, quoted: Sequence[Span]) -> tuple[list[Span], list[int]]:
    """Give the words of a stretch and the number of the quotation each stands in."""
    words = [match.span() for match in WORD.finditer(text, start, end)]
    marked = []
    for word_start, _ in words:
        place = bisect_right(quoted, (word_start, len(text) + 1)) - 1
        marked.append(place if place >= 0 and word_start < quoted[place][1] else -1)
    return words, marked


def _digits_only(a: Sequence[str], b: Sequence[str]) -> bool:
    """Say whether both sides differ, and only in words that are numbers."""
    if len(a) != len(b) or a == b:
        return False
    return all(x == y or (x[0].isdigit() and y[0].isdigit()) for x, y in zip(a, b, strict=True))
