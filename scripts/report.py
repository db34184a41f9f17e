"""Write the report page and the findings it opens with."""

import dataclasses
import json
from pathlib import Path
from typing import Any

from samestory.claims.coding.codebook import read_codebook
from samestory.corpus import read_settings
from samestory.job import run
from samestory.overlap.settings import OverlapSettings
from samestory.provenance import checksums, locked_versions
from samestory.report import ReportSettings, find_findings, read_pictures, render
from samestory.report.methods import methods
from samestory.stored import StoredTables
from samestory.whole_file import whole_file


def main(snakemake: Any) -> None:
    """Render the page from tables, figures and what the corpus says of itself."""
    tables = StoredTables(snakemake.input.tables)
    pictures = read_pictures(snakemake.params.figures_folder, snakemake.params.figures)
    settings = ReportSettings(max_documents=snakemake.params.max_documents)
    about = _about(snakemake)
    found = find_findings(tables)
    page = render(tables, pictures, about, settings, found)
    findings = [dataclasses.asdict(finding) for finding in found]
    for path, content in (
        (snakemake.output.page, page),
        (snakemake.output.findings, json.dumps(findings, ensure_ascii=False, indent=1) + "\n"),
        (snakemake.output.methods, " ".join(methods(tables, about)) + "\n"),
    ):
        with whole_file(Path(path)) as temporary:
            temporary.write_text(content, encoding="utf-8")


def _about(snakemake: Any) -> dict[str, Any]:
    """Say what the corpus is, with which parameters and versions it was run."""
    name, settings = read_settings(Path(snakemake.params.corpus))
    return {
        "corpus": name,
        "title": settings.get("title", ""),
        "event": settings.get("event", {}).get("description", ""),
        "selection": settings.get("selection", {}),
        "rights": settings.get("rights"),
        "questions": {
            variable.name: variable.question
            for path in snakemake.input.codebook
            for variable in read_codebook(path).variables
            if variable.question
        },
        "parameters": dataclasses.asdict(OverlapSettings(**snakemake.params.parameters)),
        "hashes": checksums([*snakemake.input.about, *snakemake.input.codebook]),
        "versions": locked_versions(snakemake.input.lock),
    }


if "snakemake" in globals():
    run(main, globals()["snakemake"])
