"""Find quotations, attributions, quantities and times."""

from typing import Any

from samestory.claims.statements import find_statements
from samestory.job import read_inputs, run, write_outputs


def main(snakemake: Any) -> None:
    """Find the statements of a shard's articles."""
    tables = read_inputs(snakemake, "texts", "documents", "segments", "sentences", "quotations")
    write_outputs(
        snakemake,
        find_statements(**tables, whole_corpus=snakemake.params.whole_corpus, settings=snakemake.params.settings),
    )


if "snakemake" in globals():
    run(main, globals()["snakemake"])
