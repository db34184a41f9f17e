"""Join the fingerprints of one part over all shards."""

from pathlib import Path
from typing import Any

from samestory.job import run
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.sharding import event_numbers, event_part, join_part, pair_part, read_events
from samestory.overlap.shards import Shards, write_parts


def main(snakemake: Any) -> None:
    """Find the seeds of the part, and deal them among the jobs that align them."""
    settings, parts = OverlapSettings(**snakemake.params.settings), snakemake.params.parts
    shards = Shards(snakemake.input.shards)
    documents = read_events(snakemake.input.documents)
    events = event_numbers(documents, shards, settings.paraphrase_max_documents)
    seeds, ties = join_part(shards, int(snakemake.wildcards.part), settings)
    write_parts(Path(snakemake.output.seeds), seeds, pair_part(seeds[:, 0], seeds[:, 2], events, parts), parts)
    write_parts(Path(snakemake.output.ties), ties, event_part(ties[:, 0], parts), parts)


if "snakemake" in globals():
    run(main, globals()["snakemake"])
