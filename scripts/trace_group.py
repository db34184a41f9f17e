"""Trace what the articles of one group share to its origins."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as compute
import pyarrow.parquet as parquet

from samestory.job import run, write_outputs
from samestory.overlap.sharding import read_events
from samestory.overlap.tracing import trace_origins
from samestory.tables import check


def main(snakemake: Any) -> None:
    """Read the group's rows from all shards, and trace them.

    What its articles share with those of other groups is too little for a copy, and tells formulas.
    """
    groups = pd.read_parquet(snakemake.input.groups)
    ids = groups[groups["group"] == int(snakemake.wildcards.group)]["doc_id"].tolist()
    own = pa.array(ids, pa.string())
    clean = {
        name: _rows(snakemake.input[name], f"clean/{name}", compute.field("doc_id").isin(own))
        for name in ("texts", "documents", "segments", "sentences", "quotations")
    }
    either = compute.field("doc_a").isin(own) | compute.field("doc_b").isin(own)
    shared = {name: _rows(snakemake.input[name], f"overlap/{name}", either) for name in ("passages", "pairs")}
    events = read_events(snakemake.input.documents).dropna()
    other_events = dict(zip(events["doc_id"].tolist(), events["event"].tolist(), strict=True))
    write_outputs(snakemake, trace_origins(**clean, **shared, other_events=other_events))


def _rows(paths: Sequence[str], name: str, wanted: compute.Expression) -> pd.DataFrame:
    """Read the wanted rows from all shards, one shard after the other."""
    frames = [parquet.read_table(path, filters=wanted).to_pandas() for path in paths]
    return check(pd.concat(frames, ignore_index=True), name)


if "snakemake" in globals():
    run(main, globals()["snakemake"])
