"""Passages: the stretches that two articles share, to the letter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from samestory.overlap.align import common_tokens, extend
from samestory.overlap.chains import chain_seeds, link, merge, sort_matches
from samestory.overlap.fingerprints import fingerprints
from samestory.overlap.join import join
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.stars import complete_stars
from samestory.overlap.tokens import Ints, Tokens

OPENING = frozenset("\"'“‘«„‚([")
CLOSING = frozenset(".,;:!?…\"'”’»)]")


@dataclass(frozen=True)
class Passage:
    """A stretch two texts share: text numbers, code points (end exclusive), words of the longer side."""

    a: int
    start_a: int
    end_a: int
    b: int
    start_b: int
    end_b: int
    kind: str
    n_words: int
    identity: float


def match_tokens(tokens: Tokens, settings: OverlapSettings) -> Ints:
    """Find what the texts share, as matches (``chains``): no two of a pair of blocks overlap on both sides."""
    prints, places = fingerprints(tokens.hashes, tokens.block, settings.shingle_words, settings.window)
    left, right, ties = join(prints, places, tokens.doc, settings.max_df, settings.max_repeats)
    matches = _match_seeds(left, right, tokens, settings)
    if len(ties):
        more = _match_seeds(*complete_stars(left[ties], right[ties], matches, tokens), tokens, settings)
        matches = merge(np.concatenate([matches, more]), tokens.block)
    matches = merge(link(sort_matches(matches, tokens.block), tokens.block, settings.link_gap // 4), tokens.block)
    return matches[_shorter_side(tokens, matches) >= settings.min_words]


def _match_seeds(left: Ints, right: Ints, tokens: Tokens, settings: OverlapSettings) -> Ints:
    """Chain seeds, extend the chains past their ends, and merge what then overlaps."""
    matches = chain_seeds(left, right, tokens, settings.shingle_words, settings.link_gap)
    return merge(extend(matches, tokens, settings.look, settings.band, settings.edit_penalty), tokens.block)


def _shorter_side(tokens: Tokens, matches: Ints) -> Ints:
    """Count the words of the shorter side of each match."""
    return np.minimum(_words(tokens, matches[:, 0], matches[:, 1]), _words(tokens, matches[:, 2], matches[:, 3]))


def shared_passages(tokens: Tokens, texts: Sequence[str], settings: OverlapSettings) -> list[Passage]:
    """Find the verbatim and near-verbatim passages of all pairs of texts, in the order of texts and places."""
    matches = match_tokens(tokens, settings)
    matches = _leave_stubs(tokens, texts, matches, settings.min_words)
    first, last = matches[:, [0, 2]], matches[:, [1, 3]] - 1
    docs, starts, ends = tokens.doc[first].tolist(), tokens.start[first].tolist(), tokens.end[last].tolist()
    words = (tokens.last_word[last] - tokens.first_word[first] + 1).max(axis=1).tolist()
    # A token as one character: its top 20 bits are enough to tell the words of two passages apart.
    letters = (tokens.hashes >> np.uint64(44)).astype("<u4")
    found = []
    for row, (a, b), (start_a, start_b), (end_a, end_b), n_words in zip(
        matches.tolist(), docs, starts, ends, words, strict=True
    ):
        kind, identity = _compare(*(_as_string(letters[i:j]) for i, j in (row[:2], row[2:])))
        start_a, start_b = _take_opening(texts[a], start_a, texts[b], start_b)
        end_a, end_b = _take_closing(texts[a], end_a, texts[b], end_b)
        found.append(Passage(a, start_a, end_a, b, start_b, end_b, kind, n_words, identity))
    return found


def _compare(side_a: str, side_b: str) -> tuple[str, float]:
    """Give the kind and the identity of a passage, its sides given as strings of tokens."""
    if side_a == side_b:
        return "verbatim", 1.0
    return "near_verbatim", common_tokens(side_a, side_b) / max(len(side_a), len(side_b))


def _as_string(letters: NDArray[np.uint32]) -> str:
    """Give tokens as a string of one character each, the form that is aligned fastest."""
    return letters.tobytes().decode("utf-32-le", "surrogatepass")


def _leave_stubs(tokens: Tokens, texts: Sequence[str], matches: Ints, min_words: int) -> Ints:
    """Leave out a last word or two that stand beyond a sentence's end on one side only: they match by chance."""
    matches = matches.copy()
    for beyond in (2, 1):
        rows = np.flatnonzero(
            np.minimum(matches[:, 1] - matches[:, 0], matches[:, 3] - matches[:, 2]) - beyond >= min_words
        )
        breaks = []
        for end in (matches[rows, 1], matches[rows, 3]):
            before, after = tokens.end[end - beyond - 1].tolist(), tokens.start[end - beyond].tolist()
            docs = tokens.doc[end - 1].tolist()
            breaks.append([_breaks(texts[d], s, e) for d, s, e in zip(docs, before, after, strict=True)])
        stub = rows[np.array(breaks[0], dtype=bool) != np.array(breaks[1], dtype=bool)]
        matches[stub, 1] -= beyond
        matches[stub, 3] -= beyond
    return matches


def _breaks(text: str, start: int, end: int) -> bool:
    """Say whether a sentence or paragraph ends between two words."""
    between = text[start:end]
    return "\n\n" in between or any(mark in between for mark in ".!?")


def passage_rows(found: Sequence[Passage], ids: Sequence[str], texts: Sequence[str] | None) -> list[Mapping[str, Any]]:
    """Make rows of overlap/passages; ``ids`` ascend with the number of the text, ``texts`` None leaves texts out."""
    return [
        {
            "passage_id": f"{ids[p.a]}:{p.start_a}-{p.end_a}~{ids[p.b]}:{p.start_b}-{p.end_b}",
            "doc_a": ids[p.a],
            "start_a": p.start_a,
            "end_a": p.end_a,
            "doc_b": ids[p.b],
            "start_b": p.start_b,
            "end_b": p.end_b,
            "kind": p.kind,
            "n_words": p.n_words,
            "identity": p.identity,
            "text_a": texts[p.a][p.start_a : p.end_a] if texts else None,
            "text_b": texts[p.b][p.start_b : p.end_b] if texts else None,
        }
        for p in found
    ]


def furniture_spans(segments: pd.DataFrame, ids: Sequence[str]) -> list[list[tuple[int, int]]]:
    """Give for each article the spans of its furniture."""
    rows = segments[segments["kind"] == "furniture"]
    spans: dict[str, list[tuple[int, int]]] = {doc_id: [] for doc_id in ids}
    for doc_id, start, end in zip(rows["doc_id"].tolist(), rows["start"].tolist(), rows["end"].tolist(), strict=True):
        spans[doc_id].append((start, end))
    return [spans[doc_id] for doc_id in ids]


def _words(tokens: Tokens, first: Ints, end: Ints) -> Ints:
    """Count the words that the tokens from ``first`` to before ``end`` lie in."""
    return tokens.last_word[end - 1] - tokens.first_word[first] + 1


def _take_opening(text_a: str, start_a: int, text_b: str, start_b: int) -> tuple[int, int]:
    """Take in the opening mark that stands before both sides."""
    if min(start_a, start_b) > 0 and text_a[start_a - 1] == text_b[start_b - 1] and text_a[start_a - 1] in OPENING:
        before_a, before_b = text_a[max(0, start_a - 2) : start_a - 1], text_b[max(0, start_b - 2) : start_b - 1]
        if not before_a.strip() and not before_b.strip():
            return start_a - 1, start_b - 1
    return start_a, start_b


def _take_closing(text_a: str, end_a: int, text_b: str, end_b: int) -> tuple[int, int]:
    """Take in the closing marks that both sides print alike."""
    while text_a[end_a : end_a + 1] in CLOSING and text_a[end_a : end_a + 1] == text_b[end_b : end_b + 1] != "":
        end_a, end_b = end_a + 1, end_b + 1
    return end_a, end_b
