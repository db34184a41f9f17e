"""Passages: the stretches that two articles share, to the letter."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from samestory.overlap.align import extend
from samestory.overlap.chains import chain, exact_runs, link, merge, sort_matches
from samestory.overlap.fingerprints import fingerprints
from samestory.overlap.join import join
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.spelling import TokenHashes
from samestory.overlap.stars import complete_stars
from samestory.overlap.tokens import Flags, Ints, Tokens

OPENING = frozenset("\"'“‘«„‚([")
CLOSING = frozenset(".,;:!?…\"'”’»)]")
KINDS = np.array(["verbatim", "near_verbatim", "paraphrase"])
VERBATIM, NEAR_VERBATIM, PARAPHRASE = range(3)
BATCH_TOKENS = 2_000_000


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

    def select(self, keep: Ints | Flags) -> "Passages":
        """Give some of the passages."""
        return Passages(**{field.name: getattr(self, field.name)[keep] for field in fields(self)})


def join_passages(parts: Sequence[Passages]) -> Passages:
    """Put passages together."""
    return Passages(
        **{field.name: np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Passages)}
    )


def match_tokens(tokens: Tokens, settings: OverlapSettings) -> Ints:
    """Find what the texts share, as matches (``chains``): no two of a pair of blocks overlap on both sides."""
    prints, places = fingerprints(tokens.hashes, tokens.block, settings.shingle_words, settings.window)
    left, right, ties = join(prints, places, tokens.doc, settings.max_df, settings.max_repeats)
    runs = exact_runs(left, right, tokens, settings.shingle_words)
    if len(ties):
        star = exact_runs(left[ties], right[ties], tokens, settings.shingle_words)
        more = complete_stars(star, tokens, settings.shingle_words // 2, settings.link_gap, settings.max_copies)
        runs = np.concatenate([runs, more])
    return align_runs(runs, tokens, settings)


def align_runs(runs: Ints, tokens: Tokens, settings: OverlapSettings) -> Ints:
    """Chain runs of equal tokens, extend the chains past their ends, and merge what then overlaps."""
    matches = extend(
        chain(runs, tokens, settings.link_gap), tokens, settings.look, settings.band, settings.edit_penalty
    )
    matches = merge(matches, tokens.block)
    matches = merge(link(sort_matches(matches, tokens.block), tokens.block, settings.link_gap // 4), tokens.block)
    return matches[_shorter_side(tokens, matches) >= settings.min_words]


def shared_passages(tokens: Tokens, texts: Sequence[str], settings: OverlapSettings) -> Passages:
    """Find the verbatim and near-verbatim passages of all pairs of texts, in the order of texts and places."""
    return describe_matches(match_tokens(tokens, settings), tokens, texts, settings.min_words)


def describe_matches(matches: Ints, tokens: Tokens, texts: Sequence[str], min_words: int) -> Passages:
    """Say where in the texts the matches stand, and how much of them is the same."""
    matches = _leave_stubs(tokens, matches, min_words)
    first, last = matches[:, [0, 2]], matches[:, [1, 3]] - 1
    starts, ends = tokens.start[first].astype(np.int64), tokens.end[last].astype(np.int64)
    docs = tokens.doc[first].astype(np.int64)
    _take_marks(starts, ends, docs, texts)
    identity = _identities(matches, tokens)
    words = np.stack([count_words(tokens, matches[:, side], matches[:, side + 1]) for side in (0, 2)])
    return Passages(
        docs[:, 0], starts[:, 0], ends[:, 0], docs[:, 1], starts[:, 1], ends[:, 1],
        np.where(identity == 1.0, VERBATIM, NEAR_VERBATIM), words.max(axis=0), identity,
    )  # fmt: skip


def count_words(tokens: Tokens, first: Ints, end: Ints) -> Ints:
    """Count the words that the tokens from ``first`` to before ``end`` lie in."""
    begun = np.zeros(len(tokens) + 1, dtype=np.int32)
    np.cumsum(tokens.words, out=begun[1:], dtype=np.int32)
    inside = np.minimum(first, max(0, len(tokens) - 1))
    words: Ints = begun[end].astype(np.int64) - begun[first] + (tokens.words[inside] == 0)
    return words


def _shorter_side(tokens: Tokens, matches: Ints) -> Ints:
    """Count the words of the shorter side of each match."""
    return np.minimum(*(count_words(tokens, matches[:, side], matches[:, side + 1]) for side in (0, 2)))


def _leave_stubs(tokens: Tokens, matches: Ints, min_words: int) -> Ints:
    """Leave out a last word or two that stand beyond a sentence's end on one side only: they match by chance."""
    matches = matches.copy()
    for beyond in (2, 1):
        rows = np.flatnonzero(
            np.minimum(matches[:, 1] - matches[:, 0], matches[:, 3] - matches[:, 2]) - beyond >= min_words
        )
        closes = [tokens.closes[matches[rows, side] - beyond - 1] for side in (1, 3)]
        stub = rows[closes[0] != closes[1]]
        matches[stub, 1] -= beyond
        matches[stub, 3] -= beyond
    return matches


def _identities(matches: Ints, tokens: Tokens) -> NDArray[np.float64]:
    """Give the identity of each match: tokens in common, in order, / tokens of the longer side."""
    size_a, size_b = matches[:, 1] - matches[:, 0], matches[:, 3] - matches[:, 2]
    longer, identity = np.maximum(size_a, size_b), np.ones(len(matches))
    # Not all at once: many copies of one story are many tokens.
    for low, high in _batches(longer):
        alike = low + np.flatnonzero(size_a[low:high] == size_b[low:high])
        same = _gather(tokens, matches[alike, 0], size_a[alike]) == _gather(tokens, matches[alike, 2], size_b[alike])
        edited = np.ones(high - low, dtype=bool)
        if len(alike):
            edited[alike - low] = ~np.logical_and.reduceat(same, np.cumsum(size_a[alike]) - size_a[alike])
        rows = low + np.flatnonzero(edited)
        sides_a = _as_strings(tokens, matches[rows, 0], size_a[rows])
        sides_b = _as_strings(tokens, matches[rows, 2], size_b[rows])
        common = [LCSseq.similarity(a, b) for a, b in zip(sides_a, sides_b, strict=True)]
        identity[rows] = np.array(common, dtype=np.float64) / longer[rows]
    return identity


def _batches(sizes: Ints) -> list[tuple[int, int]]:
    """Part rows into runs of some ``BATCH_TOKENS`` tokens."""
    number = np.cumsum(sizes) // BATCH_TOKENS
    borders = np.flatnonzero(np.diff(number)) + 1
    limits = [0, *borders.tolist(), len(sizes)]
    return [(low, high) for low, high in pairwise(limits) if low < high]


def _gather(tokens: Tokens, first: Ints, sizes: Ints) -> TokenHashes:
    """Give the tokens of some stretches, one after the other."""
    before = np.cumsum(sizes) - sizes
    gathered: TokenHashes = tokens.hashes[np.arange(int(sizes.sum())) + np.repeat(first - before, sizes)]
    return gathered


def _as_strings(tokens: Tokens, first: Ints, sizes: Ints) -> list[str]:
    """Give stretches as strings of one character a token, the form that is aligned fastest.

    A character has 20 bits of the token's hash: enough to tell the words of two passages apart.
    """
    letters = (_gather(tokens, first, sizes) >> np.uint32(12)).astype("<u4")
    joined = letters.tobytes().decode("utf-32-le", "surrogatepass")
    limits = [0, *np.cumsum(sizes).tolist()]
    return [joined[low:high] for low, high in pairwise(limits)]


def _take_marks(starts: Ints, ends: Ints, docs: Ints, texts: Sequence[str]) -> None:
    """Take in, in place, the opening mark before both sides and the closing marks that both print alike."""
    for row, ((a, b), (start_a, start_b), (end_a, end_b)) in enumerate(
        zip(docs.tolist(), starts.tolist(), ends.tolist(), strict=True)
    ):
        text_a, text_b = texts[a], texts[b]
        if min(start_a, start_b) > 0 and text_a[start_a - 1] == text_b[start_b - 1] and text_a[start_a - 1] in OPENING:
            before = text_a[max(0, start_a - 2) : start_a - 1] + text_b[max(0, start_b - 2) : start_b - 1]
            if not before.strip():
                starts[row] -= 1
        end = 0
        while text_a[end_a + end : end_a + end + 1] == text_b[end_b + end : end_b + end + 1] != "" and (
            text_a[end_a + end] in CLOSING
        ):
            end += 1
        ends[row] += end


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
