"""Write a run's results in the formats of other programs, with what they rest on."""

import dataclasses
import json
from pathlib import Path
from typing import Any

from samestory.claims.coding.codebook import read_codebook
from samestory.corpus import read_settings
from samestory.exports.archive import write_text
from samestory.exports.writing import About, write_exports
from samestory.job import run
from samestory.overlap.settings import OverlapSettings
from samestory.provenance import checksum, environment, locked_versions
from samestory.stored import StoredTables


def main(snakemake: Any) -> None:
    """Write the exports, and beside them what this machine is."""
    given, params = snakemake.input, snakemake.params
    name, settings = read_settings(Path(params.corpus))
    overlap = dataclasses.asdict(OverlapSettings(**params.overlap))
    about = About(
        corpus=name,
        settings=settings,
        inputs=tuple(Path(path) for path in [*given.about, *given.codebook]),
        workflow=tuple(Path(path) for path in given.workflow),
        parameters={**params.parameters, **{f"overlap.{key}": value for key, value in overlap.items()}},
        versions=locked_versions(given.lock),
        lock=checksum(given.lock),
        methods=Path(given.methods).read_text(encoding="utf-8").strip(),
    )
    codebook = read_codebook(Path(given.codebook[0])) if given.codebook else None
    write_exports(Path(params.folder), StoredTables(given.tables), codebook, about, params.suffix)
    machine = json.dumps(environment(), ensure_ascii=False, indent=1)
    write_text(Path(snakemake.output.environment), [machine, "\n"])


if "snakemake" in globals():
    run(main, globals()["snakemake"])
