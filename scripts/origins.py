"""Trace what articles share to its origins."""

from typing import Any

from samestory.job import read_inputs, run, write_outputs
from samestory.overlap.tracing import trace_origins


def main(snakemake: Any) -> None:
    """Type every stretch, name its origin, and list what each copy left out."""
    tables = read_inputs(snakemake, "texts", "documents", "segments", "sentences", "quotations", "passages", "pairs")
    write_outputs(snakemake, trace_origins(**tables))


if "snakemake" in globals():
    run(main, globals()["snakemake"])
