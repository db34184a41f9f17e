"""Put the shards' tables of one name together into the published table."""

from typing import Any

from samestory.job import run
from samestory.merging import merge_parts


def main(snakemake: Any) -> None:
    """Merge the shards' rows; a key that stands in two shards is refused."""
    merge_parts(snakemake.input.shards, f"{snakemake.wildcards.stage}/{snakemake.wildcards.table}", snakemake.output)


if "snakemake" in globals():
    run(main, globals()["snakemake"])
