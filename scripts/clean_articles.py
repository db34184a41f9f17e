"""Clean a shard's articles: raw files to the tables of clean/."""

from pathlib import Path
from typing import Any

from samestory.cleaning import clean
from samestory.corpus import RawPart, read_articles, read_corpus
from samestory.job import run, write_outputs
from samestory.records import Limits


def main(snakemake: Any) -> None:
    """Read the shard's parts of the corpus and write what cleaning says of them."""
    corpus = read_corpus(Path(snakemake.params.corpus), Limits(**snakemake.params.limits))
    parts = tuple(RawPart(*part) for part in snakemake.params.parts)
    articles = read_articles(corpus, parts)
    write_outputs(snakemake, clean(articles, corpus.settings.get("agencies", ())))


if "snakemake" in globals():
    run(main, globals()["snakemake"])
