"""Put the parts of a table, of its shards or groups, together into the published one."""

from typing import Any

from samestory.job import run
from samestory.merging import merge_parts


def main(snakemake: Any) -> None:
    """Merge the parts' rows; a key that stands in two of them is refused."""
    merge_parts(snakemake.input.parts, snakemake.params.table, snakemake.output)


if "snakemake" in globals():
    run(main, globals()["snakemake"])
