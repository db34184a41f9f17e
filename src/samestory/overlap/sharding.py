"""Sharding: the search for passages cut into jobs, each bounded in memory, that find what one job finds.

Fingerprints are joined by their low bits; what a pair of articles shares comes together in one job, by a hash of the
pair, or of the event where both cover one; stories tied to their earliest article are completed by a hash of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as parquet

from samestory.overlap.chains import exact_runs
from samestory.overlap.hashing import mix
from samestory.overlap.join import join
from samestory.overlap.passages import Passages, align_seeds, join_passages, passage_table
from samestory.overlap.scoring import rarities
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.shards import Shards
from samestory.overlap.stars import complete_stars
from samestory.overlap.tokens import Ints, Places, Tokens

# Rows (seeds, runs, passages) looked at together, and the articles that are read for them at most.
BATCH_ROWS = 200_000
BATCH_DOCS = 20_000


def read_events(paths: Iterable[Path | str]) -> pd.DataFrame:
    """Read of clean/documents, shard by shard, what the search needs: doc_id and event."""
    columns = ["doc_id", "event"]
    tables = [parquet.read_table(path, columns=columns) for path in paths]
    events: pd.DataFrame = pa.concat_tables(tables).to_pandas()
    return events


def event_numbers(documents: pd.DataFrame, shards: Shards, max_documents: int) -> Ints:
    """Number the event of each article, -1 where it is too large to be searched for paraphrases."""
    events = documents.set_index("doc_id")["event"].reindex(shards.ids).fillna("")
    number, names = pd.factorize(events)
    sizes = np.bincount(number, minlength=len(names))
    return np.where(sizes[number] <= max_documents, number, -1).astype(np.int64)


def pair_part(a: Ints, b: Ints, events: Ints, parts: int) -> Ints:
    """Deal pairs of articles among jobs: those of one event together, the rest by a hash of the pair."""
    together = (events[a] == events[b]) & (events[a] >= 0)
    key = np.where(together, events[a], (a.astype(np.int64) << 32) | b).astype(np.uint64)
    return (mix(key) % np.uint64(parts)).astype(np.int64)


def event_part(events: Ints, parts: int) -> Ints:
    """Give the job of each event, as ``pair_part`` deals them."""
    return (mix(events.astype(np.uint64)) % np.uint64(parts)).astype(np.int64)


def join_part(shards: Shards, part: int, settings: OverlapSettings) -> tuple[Places, Places]:
    """Join the fingerprints of one part.

    Returns:
        Seeds (article and place of either side, and 0), and those of them that are ties to an earliest occurrence.
    """
    prints, doc, place = shards.prints(part)
    rows: Places = np.arange(len(prints), dtype=np.int32)
    left, right, ties = join(prints, rows, doc, settings.max_df, settings.max_repeats)
    seeds = np.stack([doc[left], place[left], doc[right], place[right], np.zeros_like(left)], axis=1)
    return seeds, seeds[ties]


def complete_part(shards: Shards, ties: Places, settings: OverlapSettings) -> Ints:
    """Complete the stories of one part; returns runs: article and place of either side, and tokens."""
    found = [np.zeros((0, 5), dtype=np.int64)]
    for rows in _batches(ties):
        docs, tokens, first, local = _load(shards, rows)
        runs = exact_runs(*_places(local, first), tokens, settings.shingle_words)
        more = complete_stars(runs, tokens, settings.shingle_words // 2, settings.link_gap, settings.max_copies)
        a, b = tokens.doc[more[:, 0]], tokens.doc[more[:, 2]]
        found.append(
            np.stack([docs[a], more[:, 0] - first[a], docs[b], more[:, 2] - first[b], more[:, 1] - more[:, 0]], axis=1)
        )
    return np.concatenate(found)


def align_part(shards: Shards, rows: Places, settings: OverlapSettings) -> Iterator[tuple[int, Passages]]:
    """Align the seeds and runs of one part; yields after each batch how many are done, and the passages found."""
    done, rarity = 0, rarities(shards.token_counts())
    for several in _batches(rows):
        for batch in _of_few_articles(several):
            docs, tokens, first, local = _load(shards, batch)
            left, right = _places(local, first)
            seed = local[:, 4] == 0
            size = local[~seed, 4]
            given = np.stack([left[~seed], left[~seed] + size, right[~seed], right[~seed] + size], axis=1)
            texts = shards.texts(docs)
            found = align_seeds(left[seed], right[seed], given.astype(np.int64), tokens, texts, rarity, settings)
            done += len(batch)
            yield done, renumber(found, docs)


def renumber(found: Passages, docs: Ints) -> Passages:
    """Give passages of articles numbered anew their numbers in the corpus."""
    return replace(found, a=docs[found.a], b=docs[found.b])


def by_article_batches(found: Passages, shards: Shards) -> Iterator[tuple[Passages, Tokens, list[str]]]:
    """Give passages pair by pair in batches, with the tokens and ids of their articles, numbered anew."""
    for several in _batches(np.column_stack([found.a, np.arange(len(found)), found.b]).astype(np.int32)):
        for rows in _of_few_articles(several):
            docs = np.unique(rows[:, [0, 2]])
            own = found.select(rows[:, 1])
            local = replace(own, a=np.searchsorted(docs, own.a), b=np.searchsorted(docs, own.b))
            yield local, shards.load(docs), [shards.ids[doc] for doc in docs.tolist()]


def passage_tables(found: Passages, shards: Shards, with_text: bool) -> Iterator[pd.DataFrame]:
    """Make overlap/passages of passages in order, unchecked, a range of them at a time; at least one."""
    for low in range(0, max(1, len(found)), BATCH_ROWS):
        own = found.select(slice(low, low + BATCH_ROWS))
        docs = np.unique([own.a, own.b])
        local = replace(own, a=np.searchsorted(docs, own.a), b=np.searchsorted(docs, own.b))
        yield passage_table(
            local, [shards.ids[doc] for doc in docs.tolist()], shards.texts(docs) if with_text else None
        )


def in_order(parts: list[Passages]) -> Passages:
    """Put passages in the order of articles and places."""
    found = join_passages(parts)
    return found.select(np.lexsort((found.start_b, found.start_a, found.b, found.a)))


def _batches(rows: Places) -> Iterator[Ints]:
    """Give rows in batches, those with one article in column 0 together, the articles of a story near each other."""
    if not len(rows):
        return
    # The earliest article that each has a row with: copies of one story have it in common.
    root = np.arange(1 + int(rows[:, [0, 2]].max()), dtype=np.int32)
    np.minimum.at(root, rows[:, 2], rows[:, 0])
    key = (root[rows[:, 0]].astype(np.int64) << 32) | rows[:, 0]
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    borders = [*first[np.flatnonzero(np.diff(first // BATCH_ROWS, prepend=-1))].tolist(), len(rows)]
    for low, high in pairwise(borders):
        yield rows[order[low:high]].astype(np.int64)


def _of_few_articles(rows: Ints) -> Iterator[Ints]:
    """Give rows in the order of pairs, a pair whole, ``BATCH_DOCS`` articles at a time."""
    rows = rows[np.argsort((rows[:, 0] << 32) | rows[:, 2], kind="stable")]
    while len(rows):
        # The first row of each article: the one that would be too many begins a pair of the next batch.
        first = np.unique(rows[:, [0, 2]], return_index=True)[1] // 2
        end = int(np.partition(first, BATCH_DOCS)[BATCH_DOCS]) if len(first) > BATCH_DOCS else len(rows)
        yield rows[:end]
        rows = rows[end:]


def _load(shards: Shards, rows: Ints) -> tuple[Ints, Tokens, Ints, Ints]:
    """Load the articles of some rows: their numbers, their tokens, the first token of each, the rows numbered anew."""
    docs = np.unique(rows[:, [0, 2]])
    tokens = shards.load(docs)
    local = rows.copy()
    local[:, 0], local[:, 2] = np.searchsorted(docs, rows[:, 0]), np.searchsorted(docs, rows[:, 2])
    return docs, tokens, np.searchsorted(tokens.doc, np.arange(len(docs) + 1)), local


def _places(local: Ints, first: Ints) -> tuple[Places, Places]:
    """Give the tokens at which the two sides of rows begin."""
    left = (first[local[:, 0]] + local[:, 1]).astype(np.int32)
    right = (first[local[:, 2]] + local[:, 3]).astype(np.int32)
    return left, right
