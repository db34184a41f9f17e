"""Passages: the stretches that two articles share, to the letter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from samestory.overlap.matching import count_words, identities, match_tokens
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.tokens import Flags, Ints, Tokens

OPENING = "\"'“‘«„‚(["
CLOSING = ".,;:!?…\"'”’»)]"
KINDS = np.array(["verbatim", "near_verbatim", "paraphrase"])
VERBATIM, NEAR_VERBATIM, PARAPHRASE = range(3)


@dataclass(frozen=True)
class Passages:
    """Stretches two texts share, as arrays of one length.

    Attributes:
        a, b: the numbers of the texts.
        start_a, end_a, start_b, end_b: the places, in code points, end exclusive.
        kind: the number of the kind in ``KINDS``.
        n_words: words of the longer side.
        identity: matched tokens / tokens of the longer side.
    """

    a: Ints
    start_a: Ints
    end_a: Ints
    b: Ints
    start_b: Ints
    end_b: Ints
    kind: Ints
    n_words: Ints
    identity: NDArray[np.float64]

    def __len__(self) -> int:
        """The number of passages."""
        return len(self.a)

    def select(self, keep: Ints | Flags | slice) -> "Passages":
        """Give some of the passages."""
        return Passages(**{field.name: getattr(self, field.name)[keep] for field in fields(self)})


def join_passages(parts: Sequence[Passages]) -> Passages:
    """Put passages together; of no parts none."""
    columns = {field.name: [getattr(part, field.name) for part in parts] for field in fields(Passages)}
    dtypes = {name: np.float64 if name == "identity" else np.int64 for name in columns}
    return Passages(**{name: np.concatenate([np.zeros(0, dtypes[name]), *rows]) for name, rows in columns.items()})


def shared_passages(tokens: Tokens, texts: Sequence[str], settings: OverlapSettings) -> Passages:
    """Find the verbatim and near-verbatim passages of all pairs of texts, in the order of texts and places."""
    return describe_matches(match_tokens(tokens, settings), tokens, texts)


def describe_matches(matches: Ints, tokens: Tokens, texts: Sequence[str]) -> Passages:
    """Say where in the texts the matches stand, and how much of them is the same."""
    first, last = matches[:, [0, 2]], matches[:, [1, 3]] - 1
    starts, ends = tokens.start[first].astype(np.int64), tokens.end[last].astype(np.int64)
    docs = tokens.doc[first].astype(np.int64)
    _take_marks(starts, ends, docs, texts)
    identity = identities(matches, tokens)
    words = count_words(tokens, matches)
    return Passages(
        docs[:, 0], starts[:, 0], ends[:, 0], docs[:, 1], starts[:, 1], ends[:, 1],
        np.where(identity == 1.0, VERBATIM, NEAR_VERBATIM), words.max(axis=0), identity,
    )  # fmt: skip


def _take_marks(starts: Ints, ends: Ints, docs: Ints, texts: Sequence[str]) -> None:
    """Take in, in place, the opening mark before both sides and the closing marks that both print alike."""
    rows = np.flatnonzero(starts.min(axis=1) > 0)
    starts[rows[_same_marks(docs[rows], starts[rows] - 1, texts, _opening)]] -= 1
    rows = np.arange(len(ends))
    while len(rows):
        rows = rows[_same_marks(docs[rows], ends[rows], texts, _closing)]
        ends[rows] += 1


def _opening(text: str, place: int) -> int:
    """Give the number of the opening mark at a place, -1 where there is none; after a letter a mark opens nothing."""
    return OPENING.find(text[place]) if not text[max(0, place - 1) : place].strip() else -1


def _closing(text: str, place: int) -> int:
    """Give the number of the closing mark at a place, -1 where there is none."""
    return CLOSING.find(text[place]) if place < len(text) else -1


def _same_marks(docs: Ints, places: Ints, texts: Sequence[str], mark: Callable[[str, int], int]) -> Flags:
    """Say in which rows both sides print the same mark; columns are sides."""
    # Copies end at the same places again and again: each is looked at once.
    distinct, inverse = np.unique((docs << 32) | places, return_inverse=True)
    at = zip((distinct >> 32).tolist(), (distinct & 0xFFFFFFFF).tolist(), strict=True)
    found = np.array([mark(texts[doc], place) for doc, place in at], dtype=np.int8)[inverse]
    same: Flags = (found[:, 0] == found[:, 1]) & (found[:, 0] >= 0)
    return same


def carries_text(found: Passages, n_articles: int, settings: OverlapSettings) -> bool:
    """Say whether the table of some passages carries their texts: a story in 500 articles has 125,000 passages."""
    size = int((found.end_a - found.start_a).sum() + (found.end_b - found.start_b).sum())
    return n_articles <= settings.text_max_documents and size <= settings.text_max_mb * 1_000_000


def passage_table(found: Passages, ids: Sequence[str], texts: Sequence[str] | None) -> pd.DataFrame:
    """Make overlap/passages, unchecked; ``ids`` ascend with the number of the text, ``texts`` None leaves texts out."""
    names = np.array(ids, dtype=object)
    frame = pd.DataFrame(
        {
            "doc_a": names[found.a],
            "start_a": found.start_a,
            "end_a": found.end_a,
            "doc_b": names[found.b],
            "start_b": found.start_b,
            "end_b": found.end_b,
            "kind": KINDS.astype(object)[found.kind],
            "n_words": found.n_words,
            "identity": found.identity,
        }
    )
    places = frame[["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b"]].itertuples(index=False)
    passage_ids = [f"{a}:{a0}-{a1}~{b}:{b0}-{b1}" for a, a0, a1, b, b0, b1 in places]
    frame.insert(0, "passage_id", pd.Series(passage_ids, dtype="str"))
    for text, doc, start, end in (("text_a", "a", "start_a", "end_a"), ("text_b", "b", "start_b", "end_b")):
        rows = zip(*(getattr(found, column).tolist() for column in (doc, start, end)), strict=True)
        shown = [None] * len(found) if texts is None else [texts[d][s:e] for d, s, e in rows]
        frame[text] = pd.Series(shown, dtype="str")
    return frame


def furniture_spans(segments: pd.DataFrame, ids: Sequence[str]) -> list[list[tuple[int, int]]]:
    """Give for each article the spans of its furniture."""
    rows = segments[segments["kind"] == "furniture"]
    spans: dict[str, list[tuple[int, int]]] = {doc_id: [] for doc_id in ids}
    for doc_id, start, end in zip(rows["doc_id"].tolist(), rows["start"].tolist(), rows["end"].tolist(), strict=True):
        spans[doc_id].append((start, end))
    return [spans[doc_id] for doc_id in ids]
