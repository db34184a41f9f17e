"""Draw every figure of a run."""

from typing import Any

from samestory.figures import FIGURES, FigureSettings, save
from samestory.job import run
from samestory.stored import StoredTables


def main(snakemake: Any) -> None:
    """Draw the figures one after the other and save each in every format."""
    tables = StoredTables(snakemake.input.tables)
    settings = FigureSettings(max_documents=snakemake.params.max_documents)
    for name in snakemake.params.figures:
        save(FIGURES[name](tables, settings), snakemake.params.folder, name)


if "snakemake" in globals():
    run(main, globals()["snakemake"])
