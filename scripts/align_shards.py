"""Find the passages of one part of the pairs of articles, and measure the pairs."""

import logging
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from samestory.job import read_all, run, write_outputs
from samestory.merging import write_ranges
from samestory.overlap.pairs import measure_pairs
from samestory.overlap.paraphrase import add_paraphrases
from samestory.overlap.passages import Passages, carries_text, join_passages
from samestory.overlap.progress import log_progress
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.sharding import (
    align_part,
    by_article_batches,
    event_numbers,
    event_part,
    in_order,
    passage_tables,
    read_events,
    renumber,
)
from samestory.overlap.shards import Shards, read_part


def main(snakemake: Any) -> None:
    """Align the part's seeds, compare the sentences of its events, and measure its pairs."""
    settings, part = OverlapSettings(**snakemake.params.settings), int(snakemake.wildcards.part)
    shards = Shards(snakemake.input.shards)
    documents = read_events(snakemake.input.documents)
    events = event_numbers(documents, shards, settings.paraphrase_max_documents)
    rows = read_part([*snakemake.input.seeds, *snakemake.input.runs], part)
    step = log_progress(len(rows), "seeds aligned")
    found = []
    for done, passages in align_part(shards, rows, settings):
        found.append(passages)
        step(done)
    del rows
    own = np.flatnonzero((events >= 0) & (event_part(events, snakemake.params.parts) == part))
    known = in_order(found)
    found.clear()
    passages = in_order([_with_paraphrases(snakemake.input.sentences, documents, shards, own, known, settings)])
    del known
    vocabulary = shards.vocabulary()
    measured = [
        measure_pairs(batch, tokens, ids, vocabulary, len(shards))
        for batch, tokens, ids in by_article_batches(passages, shards)
    ]
    pairs = pd.concat([*measured, measure_pairs(passages.select(slice(0)), shards.load(own[:0]), [])])
    write_outputs(snakemake, {"overlap/pairs": pairs})
    with_text = carries_text(passages, len(shards), settings)
    written = write_ranges(passage_tables(passages, shards, with_text), "overlap/passages", snakemake.output.passages)
    logging.info("overlap/passages: %d rows", written)


def _with_paraphrases(
    files: list[str],
    documents: pd.DataFrame,
    shards: Shards,
    own: np.ndarray,
    known: Passages,
    settings: OverlapSettings,
) -> Passages:
    """Add the paraphrases of the events whose articles are given by number."""
    ids = [shards.ids[doc] for doc in own.tolist()]
    wanted = set(ids)
    frames = (read_all([path])["clean/sentences"] for path in files)
    sentences = pd.concat([frame[frame["doc_id"].isin(wanted)] for frame in frames])
    within = np.isin(known.a, own) & np.isin(known.b, own)
    inside = known.select(within)
    local = replace(inside, a=np.searchsorted(own, inside.a), b=np.searchsorted(own, inside.b))
    found = renumber(add_paraphrases(documents, sentences, ids, local, settings), own)
    return join_passages([known.select(~within), found])


if "snakemake" in globals():
    run(main, globals()["snakemake"])
