"""Say for each question and article whether it says something."""

from pathlib import Path
from typing import Any

from samestory.claims.coding.codebook import read_codebook
from samestory.claims.coding.coverage import find_coverage
from samestory.claims.coding.sheet import confirmed_silent, read_coding_sheets
from samestory.job import read_inputs, run, write_outputs
from samestory.rows import rows_of


def main(snakemake: Any) -> None:
    """Write the coverage of the claims that were coded."""
    codebook = read_codebook(Path(snakemake.input.codebook[0])) if snakemake.input.codebook else None
    tables = read_inputs(snakemake, "documents", "origins", "claims")
    published = {row["doc_id"]: row["published"] for row in rows_of(tables["documents"][["doc_id", "published"]])}
    silent = confirmed_silent(read_coding_sheets(snakemake.input.gold, codebook, published))
    write_outputs(snakemake, {"claims/coverage": find_coverage(codebook, **tables, silent=silent)})


if "snakemake" in globals():
    run(main, globals()["snakemake"])
