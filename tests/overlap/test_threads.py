import time
from dataclasses import fields

import numpy as np
import pytest

from samestory.overlap import fingerprints, join, seeds, tokeniser
from samestory.overlap.passages import shared_passages
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.threads import in_threads
from samestory.overlap.tokeniser import read_tokens


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_results_come_in_the_order_of_the_batches(threads):
    def work(batch):
        time.sleep(0.001 * (batch % 3))
        return batch * batch

    assert list(in_threads(work, iter(range(20)), threads)) == [number**2 for number in range(20)]


@pytest.mark.parametrize("threads", [1, 2])
def test_an_error_in_a_batch_is_raised(threads):
    with pytest.raises(ZeroDivisionError):
        list(in_threads(lambda batch: 1 // batch, [2, 1, 0, 1], threads))


def test_batches_are_made_as_they_are_needed():
    made = []
    results = in_threads(str, (made.append(number) or number for number in range(100)), 2)
    assert next(results) == "0"
    assert len(made) < 10


def stories(count):
    """Texts of which each shares a stretch, with a word edited, with others."""
    rng = np.random.default_rng(5)
    vocabulary = [f"w{number}" for number in range(400)]
    pool = [rng.choice(vocabulary, 60).tolist() for _ in range(count // 4)]
    texts = []
    for _ in range(count):
        taken = list(pool[rng.integers(len(pool))])
        taken[rng.integers(len(taken))] = "edited"
        texts.append(" ".join([*rng.choice(vocabulary, 30), *taken, *rng.choice(vocabulary, 30)]) + ".")
    return texts


def arrays(found):
    return {f.name: (getattr(found, f.name).dtype, getattr(found, f.name).tobytes()) for f in fields(found)}


def test_what_is_found_depends_neither_on_threads_nor_on_batches(monkeypatch):
    texts = stories(120)
    furniture = [[(0, 20)] if number % 3 else [] for number in range(len(texts))]
    settings = OverlapSettings(max_df=5)
    expected_tokens = read_tokens(texts, furniture)
    expected = shared_passages(expected_tokens, texts, settings)
    assert len(expected) > 100
    monkeypatch.setattr(tokeniser, "BATCH_CHARS", 3000)
    monkeypatch.setattr(fingerprints, "BATCH_TOKENS", 500)
    monkeypatch.setattr(join, "PART_PRINTS", 400)
    monkeypatch.setattr(seeds, "BATCH_SEEDS", 200)
    for threads in (1, 2, 4):
        read = read_tokens(texts, furniture, threads)
        assert arrays(read) == arrays(expected_tokens)
        assert arrays(shared_passages(read, texts, settings, threads)) == arrays(expected)
