"""Clean a shard's articles: raw files to the tables of clean/."""

from pathlib import Path
from typing import Any

from samestory.cleaning import clean
from samestory.corpus import read_articles, read_corpus, refuse_rows_of_no_record
from samestory.job import run, write_outputs
from samestory.raw_files import RawPart
from samestory.records import Limits
from samestory.schema import InputError


def main(snakemake: Any) -> None:
    """Read the shard's parts of the corpus and write what cleaning says of them."""
    before = _states(snakemake.input.raw)
    corpus = read_corpus(Path(snakemake.params.corpus), Limits(**snakemake.params.limits))
    parts = tuple(RawPart(*part) for part in snakemake.params.parts)
    tables = clean(read_articles(corpus, parts), corpus.settings.get("agencies", ()))
    # A file that changed after it was read would look older than its tables, and never be read again.
    for path, state in _states(snakemake.input.raw).items():
        if state != before[path]:
            raise InputError(f"{path}: changed while it was being read; run again")
    if snakemake.params.whole_corpus:
        documents = tables["clean/documents"]
        refuse_rows_of_no_record(corpus, zip(documents["file"], documents["doc_id"], strict=True))
    write_outputs(snakemake, tables)


def _states(paths: list[str]) -> dict[str, tuple[int, int]]:
    """Give size and time of change of each file."""
    return {path: (state.st_size, state.st_mtime_ns) for path in paths for state in [Path(path).stat()]}


if "snakemake" in globals():
    run(main, globals()["snakemake"])
