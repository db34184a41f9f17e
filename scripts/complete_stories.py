"""Complete the stories that very many articles carry: pair those that are tied to one earliest article."""

from pathlib import Path
from typing import Any

from samestory.job import run
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.sharding import complete_part, event_numbers, pair_part, read_events
from samestory.overlap.shards import Shards, read_part, write_parts


def main(snakemake: Any) -> None:
    """Find the runs between the articles of each story of the part."""
    settings, parts = OverlapSettings(**snakemake.params.settings), snakemake.params.parts
    shards = Shards(snakemake.input.shards)
    documents = read_events(snakemake.input.documents)
    events = event_numbers(documents, shards, settings.paraphrase_max_documents)
    runs = complete_part(shards, read_part(snakemake.input.ties, int(snakemake.wildcards.part)), settings)
    write_parts(Path(snakemake.output[0]), runs, pair_part(runs[:, 0], runs[:, 2], events, parts), parts)


if "snakemake" in globals():
    run(main, globals()["snakemake"])
