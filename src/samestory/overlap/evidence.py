"""Evidence: each passage word by word, with the words that somebody is quoted with told apart.

A sentence of a statement stands in many articles without one having copied another, so what passages say about
copying rests on the words outside quotation marks. Nor do captions, summaries and answers to questions that two
articles share (a picture of one agency, say) show that one text stands behind both: they count as quoted.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from samestory.overlap.align import as_string, map_places
from samestory.overlap.progress import log_progress
from samestory.overlap.reading import Reading, Span
from samestory.overlap.tokens import Flags, Ints, Places

PARTNERS = 40
# Numbers that differ in a form: so many at least, and one in so many words.
FORM_NUMBERS, FORM_WORDS = 3, 16


@dataclass(frozen=True, eq=False)
class Side:
    """One article's side of a passage.

    Attributes:
        doc: the article.
        start, end: the passage's place.
        first, last: its words, by number in the reading, end exclusive.
        quoted: of each word whether it, or the one it is matched with, stands between quotation marks; or whether both
            stand in a part that tells the report again or belongs to a picture.
        reading: all articles word by word.
    """

    doc: str
    start: int
    end: int
    first: int
    last: int
    quoted: Flags
    reading: Reading

    @cached_property
    def unquoted(self) -> int:
        """Its words outside quotation marks."""
        return len(self.quoted) - int(np.count_nonzero(self.quoted))

    @property
    def marked(self) -> Places:
        """The number of the quotation each word itself stands in, -1 outside all."""
        return self.reading.marked[self.first : self.last]

    def begun(self, start: int, end: int) -> Span:
        """Give which of its words begin in a stretch, counted from its first, end exclusive."""
        low, high = np.searchsorted(self.reading.tokens.start[self.first : self.last], (start, end)).tolist()
        return low, high

    def span(self, first: int, last: int) -> Span:
        """Give the place of some of its words, counted from its first."""
        tokens = self.reading.tokens
        return int(tokens.start[self.first + first]), int(tokens.end[self.first + last - 1])


@dataclass(frozen=True, eq=False)
class Shared:
    """A passage: both sides, its kind, and the share of matched words."""

    a: Side
    b: Side
    kind: str
    identity: float

    @property
    def unquoted_matched(self) -> float:
        """Words in common outside quotation marks, on the side that has fewer of them among its words."""
        sides = (self.a, self.b)
        longer = max(len(side.quoted) for side in sides)
        return self.identity * longer * min(side.unquoted / max(1, len(side.quoted)) for side in sides)

    @cached_property
    def places(self) -> Ints:
        """Where each word of a, and its end, stands in b."""
        return _map(self.a.reading, self.a.first, self.a.last, self.b.first, self.b.last)

    def counterparts(self, side: Side) -> Ints:
        """Give for each word of a side the number of the word on the other side that it is matched with, or -1."""
        size = self.b.last - self.b.first
        places = self.places[:-1]
        if side is self.a:
            return np.where(places < size, self.b.first + places, -1)
        inside = np.flatnonzero(places < size)
        numbers = np.full(size, -1)
        numbers[places[inside]] = self.a.first + inside
        return numbers

    def matched_within(self, side: Side, start: int, end: int) -> int:
        """Count the words of a side that begin in a stretch, stand on the other side too, and are not quoted."""
        hashes = self.a.reading.tokens.hashes
        low, high = side.begun(start, end)
        if self.kind == "verbatim":
            return high - low - int(np.count_nonzero(side.quoted[low:high]))
        a, b = hashes[self.a.first : self.a.last], hashes[self.b.first : self.b.last]
        inside = np.flatnonzero(self.places[:-1] < len(b))
        same = inside[a[inside] == b[self.places[inside]]]
        words = np.unique(same if side is self.a else self.places[same])
        return int(np.count_nonzero(~side.quoted[words[(words >= low) & (words < high)]]))

    @cached_property
    def digits_only(self) -> bool:
        """Whether both sides differ, and only in words that are numbers."""
        differ = self._differing
        return len(differ) > 0 and bool(self._numbers(differ).all())

    @cached_property
    def is_form(self) -> bool:
        """Whether it is a form that each side fills in: full of numbers that differ, few of them the same.

        An updated copy of a story, too, may differ in numbers, but keeps most of them or has many more words. Words may
        differ in a form as well (the day, the headline above it), though fewer than numbers do.
        """
        differ, size = self._differing, self.a.last - self.a.first
        if len(differ) < max(FORM_NUMBERS, size / FORM_WORDS):
            return False
        other = int(np.count_nonzero(self._numbers(differ)))
        same = int(np.count_nonzero(self._numbers(np.setdiff1d(np.arange(size), differ))))
        return other >= max(FORM_NUMBERS, size / FORM_WORDS) and other > max(len(differ) - other, same)

    @cached_property
    def _differing(self) -> Ints:
        """The words that differ, counted from the first, where both sides have as many words."""
        if self.kind == "verbatim":
            return np.array([], dtype=np.int64)
        hashes = self.a.reading.tokens.hashes
        a, b = hashes[self.a.first : self.a.last], hashes[self.b.first : self.b.last]
        return np.flatnonzero(a != b) if len(a) == len(b) else np.array([], dtype=np.int64)

    def _numbers(self, places: Ints) -> Flags:
        """Say of some words, counted from the first, which are numbers on both sides."""
        begins = self.a.reading.tokens.start
        texts = self.a.reading.texts
        starts = ((texts[side.doc], begins[side.first + places].tolist()) for side in (self.a, self.b))
        digits_a, digits_b = (np.array([text[start].isdigit() for start in rows], dtype=bool) for text, rows in starts)
        both: Flags = digits_a & digits_b
        return both


def read_evidence(passages: pd.DataFrame, reading: Reading) -> list[Shared]:
    """Read overlap/passages word by word; of an article that very many share words with, ``thin`` keeps enough."""
    kept = passages[thin(passages)]
    limits = [
        reading.find(
            kept[f"doc_{side}"].tolist(), *(kept[f"{end}_{side}"].to_numpy(np.int64) for end in ("start", "end"))
        )
        for side in ("a", "b")
    ]
    columns = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind", "identity")
    found: list[Shared] = []
    step = log_progress(len(kept), "passages read word by word")
    places = zip(*(column.tolist() for side in limits for column in side), strict=True)
    rows = zip(*(kept[column].tolist() for column in columns), strict=True)
    for (doc_a, start_a, end_a, doc_b, start_b, end_b, kind, identity), (low_a, high_a, low_b, high_b) in zip(
        rows, places, strict=True
    ):
        quoted_a, quoted_b = _quoted(reading, low_a, high_a, low_b, high_b)
        side_a = Side(doc_a, start_a, end_a, low_a, high_a, quoted_a, reading)
        side_b = Side(doc_b, start_b, end_b, low_b, high_b, quoted_b, reading)
        found.append(Shared(side_a, side_b, kind, identity))
        step(len(found))
    return found


def thin(passages: pd.DataFrame) -> "pd.Series[bool]":
    """Say which passages are evidence enough: of each article those with its first ``PARTNERS`` partners.

    A story in 500 articles has 125,000 pairs; tied to the first of them, all 500 are still one lineage.
    """
    pairs = passages[["doc_a", "doc_b"]].drop_duplicates().sort_values(["doc_b", "doc_a"])
    rank = pairs.groupby("doc_b").cumcount()
    near = pairs[rank < PARTNERS].assign(near=True)
    merged = passages[["doc_a", "doc_b"]].merge(near, on=["doc_a", "doc_b"], how="left")
    kept = merged["near"].notna()
    kept.index = passages.index
    return kept


def _quoted(reading: Reading, low_a: int, high_a: int, low_b: int, high_b: int) -> tuple[Flags, Flags]:
    """Say which words of either side are quoted, or matched with a word that is; or are retold on both sides."""
    quoted_a, quoted_b = reading.marked[low_a:high_a] >= 0, reading.marked[low_b:high_b] >= 0
    retold_a, retold_b = reading.retold[low_a:high_a], reading.retold[low_b:high_b]
    if quoted_a.any() or quoted_b.any() or (retold_a.any() and retold_b.any()):
        places = _map(reading, low_a, high_a, low_b, high_b)[:-1]
        inside = np.flatnonzero(places < len(quoted_b))
        across = places[inside]
        either = inside[quoted_a[inside] | quoted_b[across] | (retold_a[inside] & retold_b[across])]
        quoted_a[either] = True
        quoted_b[places[either]] = True
    return quoted_a, quoted_b


def _map(reading: Reading, low_a: int, high_a: int, low_b: int, high_b: int) -> Ints:
    """Give for each word of one side, and its end, the place on the other that the alignment of both puts it at."""
    a, b = reading.tokens.hashes[low_a:high_a], reading.tokens.hashes[low_b:high_b]
    if np.array_equal(a, b):
        return np.arange(len(a) + 1)
    return np.array(map_places(as_string(a), as_string(b)), dtype=np.int64)
