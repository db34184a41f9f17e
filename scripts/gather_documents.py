"""Put the shards' clean/documents together, and hold the rows of articles.csv against all articles."""

from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet

from samestory.corpus import read_corpus, refuse_rows_of_no_record
from samestory.job import run
from samestory.merging import merge_parts
from samestory.records import Limits


def main(snakemake: Any) -> None:
    """Merge the parts' rows; a doc_id that stands in two of them, and a row about no record, is refused."""
    corpus = read_corpus(Path(snakemake.params.corpus), Limits(**snakemake.params.limits))
    parts = (parquet.read_table(path, columns=["file", "doc_id"]).to_pydict() for path in snakemake.input.parts)
    refuse_rows_of_no_record(corpus, (row for part in parts for row in zip(part["file"], part["doc_id"], strict=True)))
    merge_parts(snakemake.input.parts, "clean/documents", snakemake.output)


if "snakemake" in globals():
    run(main, globals()["snakemake"])
