"""Compare the accounts, and the program with coding by hand."""

from pathlib import Path
from typing import Any

from samestory.claims.codebook import read_codebook
from samestory.claims.coding_sheet import read_coding_sheet
from samestory.compare import compare
from samestory.job import read_inputs, run, write_outputs
from samestory.tables import read

PASSAGE = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b")


def main(snakemake: Any) -> None:
    """Write agreement, conflicts, quote variants, reliability and validation."""
    codebook = read_codebook(Path(snakemake.input.codebook[0])) if snakemake.input.codebook else None
    tables = read_inputs(snakemake, "documents", "origins", "claims", "coverage", "quotes", "wording")
    # The letters of the passages, the largest columns of all, are not needed.
    tables["passages"] = read(snakemake.input.passages, "overlap/passages", columns=PASSAGE)
    gold = [read_coding_sheet(Path(path)) for path in snakemake.input.gold]
    write_outputs(snakemake, compare(codebook, **tables, gold=gold))


if "snakemake" in globals():
    run(main, globals()["snakemake"])
