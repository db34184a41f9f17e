import random

import numpy as np
import pandas as pd
import pytest

from samestory.overlap import sharding
from samestory.overlap.grouping import group_articles
from samestory.overlap.pairs import measure_pairs
from samestory.overlap.passages import Passages, join_passages, passage_table, shared_passages
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.sharding import (
    align_part,
    by_article_batches,
    complete_part,
    event_numbers,
    event_part,
    in_order,
    join_part,
    pair_part,
    passage_tables,
)
from samestory.overlap.shards import Shards, read_part, write_parts, write_shard
from samestory.overlap.tokeniser import read_tokens

SETTINGS = OverlapSettings(max_df=5)
PARTS = 3


@pytest.fixture
def articles():
    """Articles by id: a story that many carry with edits, two that share a paragraph, and others."""
    rng = random.Random(4)  # noqa: S311
    words = [f"word{number}" for number in range(400)]
    story = rng.choices(words, k=120)
    bodies = {}
    for number in range(40):
        own = rng.choices(words, k=60)
        if number % 3 == 0:
            copy = [word if rng.random() > 0.05 else rng.choice(words) for word in story]
            own = own[:20] + copy + own[20:]
        bodies[f"d{number * 7 % 40:02}"] = " ".join(own)
    bodies["x1"] = bodies["d01"] + " «" + " ".join(story[:30]) + "»."
    bodies["empty"] = ""
    return bodies


@pytest.fixture
def shards(articles, tmp_path):
    """The articles in three shards."""
    no_segments = pd.DataFrame({"doc_id": [], "start": [], "end": [], "kind": []})
    rows = list(articles.items())
    folders = [tmp_path / str(number) for number in range(3)]
    for number, folder in enumerate(folders):
        texts = pd.DataFrame(rows[number::3], columns=["doc_id", "text"])
        write_shard(folder, texts, no_segments, SETTINGS, PARTS)
    return Shards(folders)


def found_by_parts(shards, folder, events):
    """Run the jobs one after the other."""
    for part in range(PARTS):
        seeds, ties = join_part(shards, part, SETTINGS)
        write_parts(folder / f"seeds{part}", seeds, pair_part(seeds[:, 0], seeds[:, 2], events, PARTS), PARTS)
        write_parts(folder / f"ties{part}", ties, event_part(ties[:, 0], PARTS), PARTS)
    for part in range(PARTS):
        ties = read_part([folder / f"ties{number}" for number in range(PARTS)], part)
        runs = complete_part(shards, ties, SETTINGS)
        write_parts(folder / f"runs{part}", runs, pair_part(runs[:, 0], runs[:, 2], events, PARTS), PARTS)
    found = []
    for part in range(PARTS):
        rows = read_part([folder / f"{kind}{number}" for kind in ("seeds", "runs") for number in range(PARTS)], part)
        found += [passages for _, passages in align_part(shards, rows, SETTINGS)]
    return in_order(found)


def test_shards_find_what_one_job_finds(articles, shards, tmp_path):
    ids = sorted(articles)
    texts = [articles[doc_id] for doc_id in ids]
    assert shards.ids == ids
    assert shards.texts(np.arange(len(ids))) == texts
    assert shards.texts(np.array([3, 8])) == [texts[3], texts[8]]
    tokens = read_tokens(texts)
    expected = in_order([shared_passages(tokens, texts, SETTINGS)])
    events = np.full(len(ids), -1)
    found = found_by_parts(shards, tmp_path, events)
    assert len(found) > 90
    pd.testing.assert_frame_equal(pd.DataFrame(vars(found)), pd.DataFrame(vars(expected)), check_dtype=False)
    measured = [
        measure_pairs(batch, own, own_ids, shards.vocabulary(), len(shards))
        for batch, own, own_ids in by_article_batches(found, shards)
    ]
    pd.testing.assert_frame_equal(pd.concat(measured), measure_pairs(expected, tokens, ids))


def test_small_batches_find_the_same(shards, tmp_path, monkeypatch):
    whole = found_by_parts(shards, tmp_path, np.full(len(shards), -1))
    batches = []
    load = shards.load
    monkeypatch.setattr(sharding, "BATCH_ROWS", 60)
    monkeypatch.setattr(sharding, "BATCH_DOCS", 4)
    monkeypatch.setattr(shards, "load", lambda docs: batches.append(len(docs)) or load(docs))
    rows = [read_part([*tmp_path.glob("seeds?"), *tmp_path.glob("runs?")], part) for part in range(PARTS)]
    found = in_order([passages for own in rows for _, passages in align_part(shards, own, SETTINGS)])
    assert max(batches) == 4
    assert len(batches) > 20
    assert pd.DataFrame(vars(found)).equals(pd.DataFrame(vars(whole)))


def test_passages_are_written_a_range_at_a_time(articles, shards, tmp_path, monkeypatch):
    found = found_by_parts(shards, tmp_path, np.full(len(shards), -1))
    ids = sorted(articles)
    monkeypatch.setattr(sharding, "BATCH_ROWS", 50)
    ranges = list(passage_tables(found, shards, True))
    assert [len(rows) for rows in ranges[:-1]] == [50] * (len(found) // 50)
    whole = passage_table(found, ids, [articles[doc_id] for doc_id in ids])
    pd.testing.assert_frame_equal(pd.concat(ranges, ignore_index=True), whole)


def test_a_part_without_seeds_finds_nothing(shards):
    assert list(align_part(shards, np.zeros((0, 5), dtype=np.int32), SETTINGS)) == []
    assert len(in_order([])) == 0
    assert [len(rows) for rows in passage_tables(in_order([]), shards, False)] == [0]


def test_pairs_of_one_event_come_to_one_job(shards):
    documents = pd.DataFrame({"doc_id": shards.ids, "event": ["flood", "fire"] * (len(shards) // 2)})
    events = event_numbers(documents, shards, 200)
    a, b = np.array([0, 2, 1]), np.array([2, 4, 3])
    assert pair_part(a, b, events, 7).tolist() == event_part(events[a], 7).tolist()
    assert set(event_numbers(documents, shards, 20).tolist()) == {-1}


def test_articles_that_may_be_copies_are_one_group():
    groups = group_articles(np.array([0, 4]), np.array([5, 1]), np.array([0.9, 0.3]), np.full(6, -1), 2)
    assert groups[0] == groups[5]
    assert groups[4] == groups[1]
    assert set(groups.tolist()) == {0, 1}


def test_articles_of_one_event_are_one_group():
    nothing = np.zeros(0, dtype=np.int64)
    groups = group_articles(nothing, nothing, nothing.astype(float), np.array([1, 0, 1, 0]), 2)
    assert groups.tolist() == [0, 1, 0, 1]


def test_groups_are_alike_in_what_is_read_of_them():
    # A story of twenty articles takes the room of forty that share nothing.
    a, b = (side.ravel() for side in np.triu_indices(20, k=1))
    groups = group_articles(a, b, np.ones(len(a)), np.full(60, -1), 2)
    assert groups.tolist() == [0] * 20 + [1] * 40


def test_no_passages_are_no_passages():
    nothing = np.zeros(0, dtype=np.int64)
    empty = Passages(*[nothing] * 8, nothing.astype(float))
    assert len(in_order([empty, join_passages([empty])])) == 0
