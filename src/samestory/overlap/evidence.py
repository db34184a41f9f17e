"""Evidence: each passage word by word, with the words that somebody is quoted with told apart.

A sentence of a statement stands in many articles without one having copied another, so what passages say about
copying rests on the words outside quotation marks.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from samestory.overlap.align import map_places
from samestory.overlap.progress import log_progress
from samestory.words import WORD

Span = tuple[int, int]
PARTNERS = 40


@dataclass(frozen=True)
class Side:
    """One article's side of a passage.

    Attributes:
        doc: the article.
        start, end: the passage's place.
        words: the place of each word.
        quoted: whether the word, or the one it is matched with, stands between quotation marks; or whether both stand
            in a part that tells the report again or belongs to a picture.
        marked: the number of the quotation the word itself stands in, -1 outside all.
    """

    doc: str
    start: int
    end: int
    words: tuple[Span, ...]
    quoted: tuple[bool, ...]
    marked: tuple[int, ...]


@dataclass(frozen=True, eq=False)
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
    passages: pd.DataFrame,
    texts: Mapping[str, str],
    quoted: Mapping[str, Sequence[Span]],
    retold: Mapping[str, Sequence[Span]],
) -> list[Shared]:
    """Read overlap/passages word by word; of an article that very many share words with, ``thin`` keeps enough.

    Args:
        passages: overlap/passages.
        texts: of the articles.
        quoted: per article the stretches between quotation marks, in order.
        retold: per article its captions, summaries and answers to questions, in order: that two articles share
            those (a picture of one agency, say) does not show that one text stands behind both.

    Returns:
        The passages kept, both sides word by word.
    """
    columns = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind", "identity")
    kept = passages[thin(passages)]
    words = {doc: _read_words(texts[doc], quoted[doc]) for doc in {*kept["doc_a"], *kept["doc_b"]}}
    found: list[Shared] = []
    step = log_progress(len(kept), "passages read word by word")
    for doc_a, start_a, end_a, doc_b, start_b, end_b, kind, identity in zip(
        *(kept[column].tolist() for column in columns), strict=True
    ):
        spans_a, marked_a, tokens_a = words[doc_a].between(start_a, end_a)
        spans_b, marked_b, tokens_b = words[doc_b].between(start_b, end_b)
        places = list(range(len(tokens_a) + 1)) if tokens_a == tokens_b else map_places(tokens_a, tokens_b)
        quoted_a, quoted_b = [m >= 0 for m in marked_a], [m >= 0 for m in marked_b]
        for i, j in enumerate(places[:-1]):
            if (j < len(marked_b) and max(marked_a[i], marked_b[j]) >= 0) or (
                j < len(spans_b) and _within(retold[doc_a], spans_a[i]) and _within(retold[doc_b], spans_b[j])
            ):
                quoted_a[i] = quoted_b[j] = True
        side_a = Side(doc_a, start_a, end_a, tuple(spans_a), tuple(quoted_a), tuple(marked_a))
        side_b = Side(doc_b, start_b, end_b, tuple(spans_b), tuple(quoted_b), tuple(marked_b))
        found.append(Shared(side_a, side_b, kind, identity, tuple(places), _digits_only(tokens_a, tokens_b)))
        step(len(found))
    return found


def _within(spans: Sequence[Span], word: Span) -> bool:
    """Tell whether a word lies in one of the spans, which are in order and disjoint."""
    place = bisect_right(spans, word[0], key=lambda span: span[0]) - 1
    return place >= 0 and word[1] <= spans[place][1]


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


@dataclass(frozen=True)
class Words:
    """The words of a text: where they begin and end, the quotation each stands in (-1 outside all), case set aside."""

    spans: list[Span]
    marked: list[int]
    tokens: list[str]

    def between(self, start: int, end: int) -> tuple[list[Span], list[int], list[str]]:
        """Give the words inside a stretch."""
        low, high = bisect_left(self.spans, (start, start)), bisect_left(self.spans, (end, end))
        if low < high and self.spans[high - 1][1] > end:
            high -= 1
        return self.spans[low:high], self.marked[low:high], self.tokens[low:high]


def _read_words(text: str, quoted: Sequence[Span]) -> Words:
    """Read the words of a text."""
    spans, marked, tokens = [], [], []
    for match in WORD.finditer(text):
        place = bisect_right(quoted, (match.start(), len(text) + 1)) - 1
        spans.append(match.span())
        marked.append(place if place >= 0 and match.start() < quoted[place][1] else -1)
        tokens.append(match.group().casefold())
    return Words(spans, marked, tokens)


def _digits_only(a: Sequence[str], b: Sequence[str]) -> bool:
    """Say whether both sides differ, and only in words that are numbers."""
    if len(a) != len(b) or a == b:
        return False
    return all(x == y or (x[0].isdigit() and y[0].isdigit()) for x, y in zip(a, b, strict=True))
