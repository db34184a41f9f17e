"""Quote variants: one utterance as each article prints it.

Two quotations are of one utterance when most words of the shorter stand in the longer in the same order (longest
common subsequence); fewer will do for one speaker and inside a shared passage. Which wording is the original is not
known: each variant is held against the fullest.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
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
USED = ("doc_id", "start", "end", "text", "speaker", "speaker_canonical")

Words = tuple[int, ...]


def find_quote_variants(quotes: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Make compare/quote_variants: the utterances that two articles or more quote.

    Args:
        quotes: claims/quotes.
        passages: overlap/passages.
    """
    rows = rows_of(quotes[list(USED)])
    words = read_hashes([row["text"] for row in rows])
    utterances = Components(range(len(rows)))
    for a, b in chain(_like_words(rows, words), _in_one_passage(rows, words, passages)):
        utterances.join(a, b)
    groups = [group for group in utterances.groups() if len({rows[index]["doc_id"] for index in group}) > 1]
    told = [index for group in groups for index in group]
    printed = dict(zip(told, _printed([rows[index]["text"] for index in told]), strict=True))
    found = [
        row
        for indexes in groups
        for row in _variants(
            [rows[index] for index in indexes],
            [words[index] for index in indexes],
            [printed[index] for index in indexes],
        )
    ]
    return build("compare/quote_variants", found)


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


def _like_words(rows: Sequence[Row], words: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Yield pairs of quotations whose words are alike: of those with the same words each with the first."""
    same: dict[Words, list[int]] = defaultdict(list)
    for index, own in enumerate(words):
        if len(own) >= MIN_WORDS:
            same[own].append(index)
    for first, *others in same.values():
        yield from ((first, other) for other in others)
    speakers = {own: {rows[index]["speaker_canonical"] for index in indexes} - {None} for own, indexes in same.items()}
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


def _shingles(words: Words) -> set[Words]:
    """Give the runs of ``SHINGLE`` words."""
    return {words[i : i + SHINGLE] for i in range(len(words) - SHINGLE + 1)}


def _alike(a: Words, b: Words, share: float) -> bool:
    """Say whether that share of the shorter's words stand in the longer in the same order; of a few words, all."""
    shorter = min(len(a), len(b))
    return shorter >= MIN_WORDS and LCSseq.similarity(a, b) >= (1 if shorter < FEW_WORDS else share) * shorter


def _in_one_passage(rows: Sequence[Row], words: Sequence[Words], passages: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotations that lie in one shared passage and share words."""
    by_doc: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        by_doc[row["doc_id"]].append(index)
    quoting = passages[passages["doc_a"].isin(by_doc.keys()) & passages["doc_b"].isin(by_doc.keys())]
    columns = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b")
    for doc_a, start_a, end_a, doc_b, start_b, end_b in zip(*(quoting[c] for c in columns), strict=True):
        within_a = [index for index in by_doc[doc_a] if _mostly(rows[index], start_a, end_a)]
        within_b = [index for index in by_doc[doc_b] if _mostly(rows[index], start_b, end_b)] if within_a else []
        for a, b in product(within_a, within_b):
            if _alike(words[a], words[b], LIKE_IN_PASSAGE):
                yield a, b


def _mostly(row: Row, start: int, end: int) -> bool:
    """Say whether most of a quotation lies in a stretch."""
    shared = min(row["end"], end) - max(row["start"], start)
    return bool(2 * shared > row["end"] - row["start"])


def _variants(rows: Sequence[Row], words: Sequence[Words], printed: Sequence[Sequence[str]]) -> Iterator[Row]:
    """Yield the rows of one utterance; of several fullest the first in the order of articles is held as the measure."""
    fullest = min(range(len(rows)), key=lambda i: (-len(words[i]), rows[i]["doc_id"], rows[i]["start"]))
    first = rows[fullest]
    for index, row in enumerate(rows):
        dropped, added = differences(words[index], words[fullest], printed[index], printed[fullest])
        yield {
            "utterance_id": f"{first['doc_id']}:{first['start']}-{first['end']}",
            "doc_id": row["doc_id"],
            "start": row["start"],
            "end": row["end"],
            "text": row["text"],
            "speaker_canonical": row["speaker_canonical"] or row["speaker"],
            "change": "fullest" if index == fullest else change_of(words[index], words[fullest]),
            "dropped": dropped,
            "added": added,
        }
