"""Deal the articles among the jobs that trace origins."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from samestory.job import read_all, run
from samestory.overlap.grouping import group_articles, is_strong
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.sharding import event_numbers, read_events
from samestory.overlap.shards import Shards
from samestory.whole_file import whole_file


def main(snakemake: Any) -> None:
    """Group articles that cover one event or may be copies."""
    shards = Shards(snakemake.input.shards)
    documents = read_events(snakemake.input.documents)
    number = {doc_id: place for place, doc_id in enumerate(shards.ids)}
    edges = []
    for path in snakemake.input.pairs:
        pairs = read_all([path])["overlap/pairs"]
        containment = pairs[["containment_a", "containment_b"]].max(axis=1).to_numpy(dtype=np.float64)
        strong = is_strong(pairs["shared_words"].to_numpy(dtype=np.int64), containment)
        sides = [pairs[side][strong].map(number).to_numpy(dtype=np.int64) for side in ("doc_a", "doc_b")]
        edges.append((*sides, containment[strong]))
    a, b, containment = (np.concatenate(column) for column in zip(*edges, strict=True))
    limit = OverlapSettings(**snakemake.params.settings).paraphrase_max_documents
    group = group_articles(a, b, containment, event_numbers(documents, shards, limit), snakemake.params.groups)
    with whole_file(Path(snakemake.output[0])) as temporary:
        pd.DataFrame({"doc_id": shards.ids, "group": group}).to_parquet(temporary)


if "snakemake" in globals():
    run(main, globals()["snakemake"])
