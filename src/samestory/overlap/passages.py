"""Passages: the stretches that two articles share, to the letter."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from samestory.overlap.breaks import cut_at_breaks
from samestory.overlap.letters import Codes
from samestory.overlap.matching import count_words, identities, match_seeds
from samestory.overlap.scoring import Scores, count_tokens, rarities
from samestory.overlap.seeds import find_seeds, seed_batches
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.threads import in_threads
from samestory.overlap.tokens import Flags, Ints, Places, Tokens

OPENING = np.array(sorted(map(ord, "\"'“‘«„‚([")))
CLOSING = np.array(sorted(map(ord, ".,;:!?…\"'”’»)]")))
SPACES = np.array([code for code in range(0x3001) if chr(code).isspace()])
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


def shared_passages(tokens: Tokens, texts: Sequence[str], settings: OverlapSettings, threads: int = 1) -> Passages:
    """Find the verbatim and near-verbatim passages of all pairs of texts, in the order of texts and places."""
    left, right, runs = find_seeds(tokens, settings, threads)
    return align_seeds(left, right, runs, tokens, texts, rarities(count_tokens(tokens.hashes)), settings, threads)


def align_seeds(
    left: Places,
    right: Places,
    runs: Ints,
    tokens: Tokens,
    texts: Sequence[str],
    rarity: Scores,
    settings: OverlapSettings,
    threads: int = 1,
) -> Passages:
    """Find the passages that seeds, and runs, lie in; see ``matching.match_seeds``."""

    def work(batch: tuple[Ints, Ints, Ints]) -> Passages:
        matches = match_seeds(*batch, tokens, rarity, settings)
        return _describe_matches(cut_at_breaks(matches, tokens, texts, settings.min_words), tokens, texts)

    return join_passages(list(in_threads(work, seed_batches(left, right, runs, tokens), threads)))


def _describe_matches(matches: Ints, tokens: Tokens, texts: Sequence[str]) -> Passages:
    """Say where in the texts the matches stand, and how much of them is the same."""
    first, last = matches[:, [0, 2]], matches[:, [1, 3]] - 1
    starts, ends = tokens.start[first].astype(np.int64), tokens.end[last].astype(np.int64)
    docs = tokens.doc[first].astype(np.int64)
    opened = _stand_apart(tokens, first[:, 0] - 1)
    closed = _stand_apart(tokens, last[:, 0]) | tokens.closes[last[:, 0]]
    _take_opening(np.flatnonzero(opened), starts, docs, texts)
    _take_closing(np.flatnonzero(closed), ends, docs, texts)
    identity = identities(matches, tokens)
    words = count_words(tokens, matches)
    return Passages(
        docs[:, 0], starts[:, 0], ends[:, 0], docs[:, 1], starts[:, 1], ends[:, 1],
        np.where(identity == 1.0, VERBATIM, NEAR_VERBATIM), words.max(axis=0), identity,
    )  # fmt: skip


def _stand_apart(tokens: Tokens, places: Ints) -> Flags:
    """Say whether more than one character stands between some tokens and the next: one is a space, or glues words."""
    before, behind = np.maximum(places, 0), np.minimum(places + 1, len(tokens) - 1)
    ends = (before == behind) | (tokens.doc[before] != tokens.doc[behind])
    apart: Flags = ends | (tokens.start[behind] - tokens.end[before] > 1)
    return apart


def _take_opening(rows: Ints, starts: Ints, docs: Ints, texts: Sequence[str]) -> None:
    """Take in, in place, the opening mark before both sides."""
    rows = rows[starts[rows].min(axis=1) > 0]
    rows = _of_one_mark(rows, docs, starts - 1, texts, OPENING)
    # After a letter a mark opens nothing.
    for side in (0, 1):
        rows = rows[np.isin(_characters(docs[rows, side], starts[rows, side] - 2, texts), SPACES)]
    starts[rows] -= 1


def _take_closing(rows: Ints, ends: Ints, docs: Ints, texts: Sequence[str]) -> None:
    """Take in, in place, the closing marks that both sides print alike."""
    while len(rows):
        rows = _of_one_mark(rows, docs, ends, texts, CLOSING)
        ends[rows] += 1


def _of_one_mark(rows: Ints, docs: Ints, places: Ints, texts: Sequence[str], marks: Ints) -> Ints:
    """Give the rows in which both sides print the same one of some marks; columns are sides."""
    # Few passages have a mark there: the second side is looked at for those only.
    found = _characters(docs[rows, 0], places[rows, 0], texts)
    some = np.flatnonzero(np.isin(found, marks))
    rows, found = rows[some], found[some]
    alike: Ints = rows[_characters(docs[rows, 1], places[rows, 1], texts) == found]
    return alike


def _characters(docs: Ints, places: Ints, texts: Sequence[str]) -> Codes:
    """Give the characters at some places of texts, a line break for what lies beyond."""
    at = zip(docs.tolist(), places.tolist(), strict=True)
    found = "".join([texts[doc][place : place + 1] or "\n" for doc, place in at])
    return np.frombuffer(found.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


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
