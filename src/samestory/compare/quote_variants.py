"""Quote variants: one utterance as each article prints it.

Two quotations are of one utterance when most words of the shorter stand in the longer in the same order (longest
common subsequence); fewer will do for one speaker and inside a shared passage. Which wording is the original is not
known: each variant is held against the fullest. What a tag splits ("“We rest,” she said, “and go on.”") is one wording.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product

import numpy as np
import pandas as pd
from rapidfuzz.distance import LCSseq

from samestory.components import Components
from samestory.overlap.tokeniser import read_hashes, read_tokens
from samestory.rows import Row, rows_of
from samestory.tables import build

# Shorter quotations ("lawless groups") meet by chance, and somewhat longer ones unless all their words are shared.
MIN_WORDS, FEW_WORDS = 4, 6
# Share of the shorter quotation's words that stand in the longer.
LIKE = 0.75
LIKE_ONE_SPEAKER = 0.6
LIKE_IN_PASSAGE = 0.5
SHINGLE = 2
# A pair of words in more quotations than this leads nowhere.
COMMON = 200

# What is read of a quotation.
USED = ("doc_id", "start", "end", "text", "speaker", "speaker_start", "speaker_canonical", "cue_start", "group_id")
# What stands between the pieces of a wording.
SPLIT = " … "

Words = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What one article quotes in one go.

    Attributes:
        pieces: its rows of claims/quotes: several where its tag stands between them.
        words: of all pieces.
    """

    pieces: Sequence[Row]
    words: Words

    @property
    def doc_id(self) -> str:
        """The article."""
        return str(self.pieces[0]["doc_id"])

    @property
    def start(self) -> int:
        """The first position."""
        return int(self.pieces[0]["start"])

    @property
    def end(self) -> int:
        """The position after the last."""
        return int(self.pieces[-1]["end"])

    @property
    def text(self) -> str:
        """The words quoted."""
        return SPLIT.join(piece["text"] for piece in self.pieces)

    @property
    def name(self) -> str:
        """What tells it from every other."""
        return f"{self.doc_id}:{self.start}-{self.end}"


def find_quote_variants(quotes: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Make compare/quote_variants: the utterances that two articles or more quote.

    Args:
        quotes: claims/quotes.
        passages: overlap/passages.
    """
    wordings = _wordings(rows_of(quotes[list(USED)]))
    utterances = Components(range(len(wordings)))
    for a, b in chain(_like_words(wordings), _in_one_passage(wordings, passages)):
        utterances.join(a, b)
    groups = [group for group in utterances.groups() if len({wordings[index].doc_id for index in group}) > 1]
    told = [index for group in groups for index in group]
    printed = dict(zip(told, _printed([wordings[index].text for index in told]), strict=True))
    found = [
        row
        for indexes in groups
        for row in _variants([wordings[index] for index in indexes], [printed[index] for index in indexes])
    ]
    return build("compare/quote_variants", found)


def _wordings(rows: Sequence[Row]) -> list[Wording]:
    """Join the pieces of each wording; what is quoted inside another quotation is a part of that."""
    pieces: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: (row["doc_id"], row["start"], -row["end"])):
        last = pieces[-1][-1] if pieces else None
        if last is None or last["doc_id"] != row["doc_id"] or last["end"] <= row["start"]:
            if last is not None and _is_split(last, row):
                pieces[-1].append(row)
            else:
                pieces.append([row])
    words = read_hashes([SPLIT.join(piece["text"] for piece in group) for group in pieces])
    return [Wording(group, own) for group, own in zip(pieces, words, strict=True)]


def _is_split(last: Row, row: Row) -> bool:
    """Tell whether two quotations are pieces of one utterance, and the tag stands between them."""
    one = last["doc_id"] == row["doc_id"] and last["group_id"] == row["group_id"]
    tags = (last["cue_start"], last["speaker_start"])
    return one and any(tag is not None and last["end"] <= tag < row["start"] for tag in tags)


def change_of(variant: Words, fullest: Words) -> str:
    """Say how a variant differs from the fullest: same, shortened (words left out, none put in) or changed."""
    if variant == fullest:
        return "same"
    kept = LCSseq.similarity(variant, fullest)
    return "shortened" if kept == len(variant) else "changed"


def _printed(texts: Sequence[str]) -> list[list[str]]:
    """Give each text's words as printed."""
    tokens = read_tokens(texts)
    bounds = np.searchsorted(tokens.doc, np.arange(len(texts) + 1)).tolist()
    return [
        [text[start:end] for start, end in zip(tokens.start[first:last], tokens.end[first:last], strict=True)]
        for text, (first, last) in zip(texts, pairwise(bounds), strict=True)
    ]


def differences(
    variant: Words, fullest: Words, printed: Sequence[str], fullest_printed: Sequence[str]
) -> tuple[str | None, str | None]:
    """Give the words of the fullest that a variant drops, and those it adds, each run as printed."""
    dropped, added = [], []
    for change in LCSseq.opcodes(fullest, variant):
        if change.tag in {"delete", "replace"}:
            dropped.append(" ".join(fullest_printed[change.src_start : change.src_end]))
        if change.tag in {"insert", "replace"}:
            added.append(" ".join(printed[change.dest_start : change.dest_end]))
    return " … ".join(dropped) or None, " … ".join(added) or None


def _like_words(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Yield pairs of wordings whose words are alike: of those with the same words each with the first."""
    same: dict[Words, list[int]] = defaultdict(list)
    for index, wording in enumerate(wordings):
        if len(wording.words) >= MIN_WORDS:
            same[wording.words].append(index)
    for first, *others in same.values():
        yield from ((first, other) for other in others)
    speakers = {own: set().union(*(_speakers(wordings[index]) for index in indexes)) for own, indexes in same.items()}
    holders: dict[Words, list[int]] = defaultdict(list)
    distinct = list(same)
    for place, own in enumerate(distinct):
        for shingle in _shingles(own):
            holders[shingle].append(place)
    for place, a in enumerate(distinct):
        near = [holders[shingle] for shingle in _shingles(a) if len(holders[shingle]) <= COMMON]
        for b in (distinct[other] for other in set().union(*near) if other > place):
            if _alike(a, b, LIKE_ONE_SPEAKER if speakers[a] & speakers[b] else LIKE):
                yield same[a][0], same[b][0]


def _speakers(wording: Wording) -> set[str]:
    return {piece["speaker_canonical"] for piece in wording.pieces} - {None}


def _shingles(words: Words) -> set[Words]:
    """Give the runs of ``SHINGLE`` words."""
    return {words[i : i + SHINGLE] for i in range(len(words) - SHINGLE + 1)}


def _alike(a: Words, b: Words, share: float) -> bool:
    """Say whether that share of the shorter's words stand in the longer in the same order; of a few words, all."""
    shorter = min(len(a), len(b))
    return shorter >= MIN_WORDS and LCSseq.similarity(a, b) >= (1 if shorter < FEW_WORDS else share) * shorter


def _in_one_passage(wordings: Sequence[Wording], passages: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Yield the pairs of wordings that lie in one shared passage and share words."""
    by_doc: dict[str, list[int]] = defaultdict(list)
    for index, wording in enumerate(wordings):
        by_doc[wording.doc_id].append(index)
    quoting = passages[passages["doc_a"].isin(by_doc.keys()) & passages["doc_b"].isin(by_doc.keys())]
    columns = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b")
    for doc_a, start_a, end_a, doc_b, start_b, end_b in zip(*(quoting[c] for c in columns), strict=True):
        within_a = [index for index in by_doc[doc_a] if _mostly(wordings[index], start_a, end_a)]
        within_b = [index for index in by_doc[doc_b] if _mostly(wordings[index], start_b, end_b)] if within_a else []
        for a, b in product(within_a, within_b):
            if _alike(wordings[a].words, wordings[b].words, LIKE_IN_PASSAGE):
                yield a, b


def _mostly(wording: Wording, start: int, end: int) -> bool:
    """Say whether most of a wording lies in a stretch."""
    shared = min(wording.end, end) - max(wording.start, start)
    return bool(2 * shared > wording.end - wording.start)


def _variants(wordings: Sequence[Wording], printed: Sequence[Sequence[str]]) -> Iterator[Row]:
    """Yield the rows of one utterance; of several fullest the first in the order of articles is held as the measure.

    A wording in one piece goes before one that its tag splits.
    """
    fullest = min(range(len(wordings)), key=lambda i: (-len(wordings[i].words), len(wordings[i].pieces), i))
    first = wordings[fullest]
    for index, wording in enumerate(wordings):
        dropped, added = differences(wording.words, first.words, printed[index], printed[fullest])
        change = "fullest" if index == fullest else change_of(wording.words, first.words)
        for piece in wording.pieces:
            yield {
                "utterance_id": first.name,
                "wording_id": wording.name if len(wording.pieces) > 1 else None,
                "doc_id": piece["doc_id"],
                "start": piece["start"],
                "end": piece["end"],
                "text": piece["text"],
                "speaker_canonical": piece["speaker_canonical"] or piece["speaker"],
                "change": change,
                "dropped": dropped,
                "added": added,
            }
