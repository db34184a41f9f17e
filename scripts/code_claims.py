"""Code the claims of every article by the codebook, or without one."""

from pathlib import Path
from typing import Any

from samestory.claims.codebook import read_codebook
from samestory.claims.coding import code_claims
from samestory.claims.coding_sheet import confirmed_silent, read_coding_sheet
from samestory.claims.wording import find_wording
from samestory.job import read_inputs, run, write_outputs

CODED_FROM = (
    "texts",
    "documents",
    "segments",
    "sentences",
    "quotations",
    "attributions",
    "quantities",
    "times",
    "stretches",
    "origins",
)


def main(snakemake: Any) -> None:
    """Write the wording, the claims and their coverage."""
    codebook = read_codebook(Path(snakemake.input.codebook[0])) if snakemake.input.codebook else None
    tables = read_inputs(snakemake, *CODED_FROM, "quotes")
    quotes = tables.pop("quotes")
    wording = find_wording(
        codebook,
        texts=tables["texts"],
        segments=tables["segments"],
        sentences=tables["sentences"],
        quotes=quotes,
        attributions=tables["attributions"],
    )
    silent = confirmed_silent([read_coding_sheet(Path(path)) for path in snakemake.input.gold])
    write_outputs(snakemake, {"claims/wording": wording, **code_claims(codebook, **tables, silent=silent)})


if "snakemake" in globals():
    run(main, globals()["snakemake"])
