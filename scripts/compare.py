"""Compare the accounts, and the program with coding by hand."""

from pathlib import Path
from typing import Any

from samestory.claims.coding.codebook import read_codebook
from samestory.claims.coding.sheet import read_coding_sheets
from samestory.compare import compare
from samestory.job import read_inputs, run, write_outputs
from samestory.rows import rows_of
from samestory.tables import read

QUOTATION = ("doc_id", "start", "end", "text", "speaker", "speaker_start", "speaker_canonical", "cue_start", "group_id")
PASSAGE = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind", "n_words")


def main(snakemake: Any) -> None:
    """Write agreement, conflicts, quote variants, reliability and validation."""
    codebook = read_codebook(Path(snakemake.input.codebook[0])) if snakemake.input.codebook else None
    tables = read_inputs(snakemake, "documents", "origins", "claims", "coverage", "wording")
    # Of the largest tables what is needed: the letters of the passages are not.
    tables["passages"] = read(snakemake.input.passages, "overlap/passages", columns=PASSAGE)
    tables["quotes"] = read(snakemake.input.quotes, "claims/quotes", columns=QUOTATION)
    published = {row["doc_id"]: row["published"] for row in rows_of(tables["documents"][["doc_id", "published"]])}
    gold = read_coding_sheets(snakemake.input.gold, codebook, published)
    write_outputs(snakemake, compare(codebook, **tables, gold=gold))


if "snakemake" in globals():
    run(main, globals()["snakemake"])
