"""Find the passages that articles share."""

from typing import Any

from samestory.job import read_inputs, run, write_outputs
from samestory.overlap.reuse import find_passages
from samestory.overlap.settings import OverlapSettings


def main(snakemake: Any) -> None:
    """Compare every article with every other."""
    tables = read_inputs(snakemake, "texts", "documents", "segments", "sentences")
    settings = OverlapSettings(**snakemake.params.settings)
    write_outputs(snakemake, find_passages(**tables, settings=settings, threads=snakemake.threads))


if "snakemake" in globals():
    run(main, globals()["snakemake"])
