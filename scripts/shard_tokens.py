"""Write a shard's tokens and fingerprints, for the jobs that join them."""

from pathlib import Path
from typing import Any

from samestory.job import read_inputs, run
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.shards import write_shard


def main(snakemake: Any) -> None:
    """Cut the shard's texts into tokens."""
    settings = OverlapSettings(**snakemake.params.settings)
    write_shard(
        Path(snakemake.output[0]),
        **read_inputs(snakemake, "texts", "segments"),
        settings=settings,
        parts=snakemake.params.parts,
    )


if "snakemake" in globals():
    run(main, globals()["snakemake"])
