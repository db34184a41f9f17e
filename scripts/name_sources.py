"""Give each source one name over all shards."""

from typing import Any

import pandas as pd

from samestory.claims.sources.across import name_across
from samestory.job import run, write_outputs
from samestory.tables import read


def main(snakemake: Any) -> None:
    """Put the shards' quotations and attributions together and name their sources."""
    documents = read(snakemake.input.documents, "clean/documents")
    quotes, attributions = (
        pd.concat([read(path, f"claims/{name}") for path in snakemake.input[name]], ignore_index=True)
        for name in ("quotes", "attributions")
    )
    write_outputs(snakemake, name_across(documents, quotes, attributions))


if "snakemake" in globals():
    run(main, globals()["snakemake"])
