"""Trace what the articles of one group share to its origins."""

import functools
import operator
from collections.abc import Sequence
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as compute
import pyarrow.parquet as parquet

from samestory.job import run, write_outputs
from samestory.overlap.tracing import trace_origins
from samestory.tables import check


def main(snakemake: Any) -> None:
    """Read the group's rows from all shards, and trace them."""
    groups = pd.read_parquet(snakemake.input.groups)
    ids = groups[groups["group"] == int(snakemake.wildcards.group)]["doc_id"].tolist()
    clean = {
        name: _rows(snakemake.input[name], f"clean/{name}", ("doc_id",), ids)
        for name in ("texts", "documents", "segments", "sentences", "quotations")
    }
    shared = {
        name: _rows(snakemake.input[name], f"overlap/{name}", ("doc_a", "doc_b"), ids) for name in ("passages", "pairs")
    }
    write_outputs(snakemake, trace_origins(**clean, **shared))


def _rows(paths: Sequence[str], name: str, columns: Sequence[str], ids: Sequence[str]) -> pd.DataFrame:
    """Read the rows of some articles from all shards, one shard after the other."""
    own = pa.array(ids, pa.string())
    wanted = functools.reduce(operator.and_, (compute.field(column).isin(own) for column in columns))
    frames = [parquet.read_table(path, filters=wanted).to_pandas() for path in paths]
    return check(pd.concat(frames, ignore_index=True), name)


if "snakemake" in globals():
    run(main, globals()["snakemake"])
