"""Put the shards' tables of one name together into the published table."""

from typing import Any

import pandas as pd

from samestory.job import run
from samestory.tables import read, write


def main(snakemake: Any) -> None:
    """Join the shards' rows; the table's check refuses a key that stands in two shards."""
    name = f"{snakemake.wildcards.stage}/{snakemake.wildcards.table}"
    frames = [read(path, name) for path in snakemake.input.shards]
    write(pd.concat(frames, ignore_index=True), name, list(snakemake.output))


if "snakemake" in globals():
    run(main, globals()["snakemake"])
