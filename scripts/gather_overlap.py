"""Put the parts of a table of overlap/ together into the published one."""

from typing import Any

from samestory.job import run
from samestory.merging import merge_parts


def main(snakemake: Any) -> None:
    """Merge the parts' rows in the order of the key."""
    merge_parts(snakemake.input.parts, f"overlap/{snakemake.wildcards.table}", snakemake.output)


if "snakemake" in globals():
    run(main, globals()["snakemake"])
