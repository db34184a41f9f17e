"""Code the claims of a shard's articles by the codebook, or those of every article without one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from samestory.claims.coding.alignment import AlignmentSettings
from samestory.claims.coding.codebook import Codebook, read_codebook
from samestory.claims.coding.coder import code_claims
from samestory.claims.coding.wording import find_wording
from samestory.job import read_inputs, run, write_outputs

CODED_FROM = ("texts", "documents", "sentences", "attributions", "quantities", "times", "stretches", "origins")


def main(snakemake: Any) -> None:
    """Write the wording and the claims."""
    codebook = read_codebook(Path(snakemake.input.codebook[0])) if snakemake.input.codebook else None
    settings = AlignmentSettings(**snakemake.params.settings)
    documents = read_inputs(snakemake, "documents")["documents"]
    wording, claims = [], []
    for doc_ids in _portions(documents, codebook, settings):
        tables = read_inputs(snakemake, *CODED_FROM, doc_ids=doc_ids)
        quotes = read_inputs(snakemake, "quotes", doc_ids=doc_ids)["quotes"]
        named_in = {name: tables[name] for name in ("texts", "sentences", "attributions")}
        wording.append(find_wording(codebook, quotes=quotes, **named_in))
        claims.append(code_claims(codebook, **tables, alignment=settings))
    write_outputs(
        snakemake,
        {
            "claims/wording": pd.concat(wording, ignore_index=True),
            "claims/claims": pd.concat(claims, ignore_index=True),
        },
    )


def _portions(documents: pd.DataFrame, codebook: Codebook | None, settings: AlignmentSettings) -> Iterator[list[str]]:
    """Yield the articles that are coded at a time: all of a shard, or whole events that are not too large to align."""
    if codebook is not None:
        yield documents["doc_id"].tolist()
        return
    portion: list[str] = []
    for _, event in documents.groupby(documents["event"].fillna(""), sort=True)["doc_id"]:
        if portion and len(portion) + len(event) > settings.max_documents:
            yield portion
            portion = []
        if len(event) <= settings.max_documents:
            portion += event.tolist()
    yield portion


if "snakemake" in globals():
    run(main, globals()["snakemake"])
