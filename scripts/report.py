"""Write the report page and the findings it opens with."""

import dataclasses
import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from samestory.claims.codebook import read_codebook
from samestory.corpus import Corpus, read_corpus
from samestory.job import read_all, run
from samestory.overlap.settings import OverlapSettings
from samestory.report import ReportSettings, find_findings, read_pictures, render
from samestory.tables import whole_file

# The packages whose version can change a result.
PACKAGES = ("samestory", "snakemake", "pandas", "scikit-learn", "matplotlib", "rapidfuzz", "trafilatura")


def main(snakemake: Any) -> None:
    """Render the page from tables, figures and what the corpus says of itself."""
    tables = read_all(snakemake.input.tables)
    pictures = read_pictures(snakemake.params.figures_folder, snakemake.params.figures)
    corpus = read_corpus(Path(snakemake.params.corpus))
    settings = ReportSettings(max_documents=snakemake.params.max_documents)
    page = render(tables, pictures, _about(corpus, snakemake), settings)
    findings = [dataclasses.asdict(finding) for finding in find_findings(tables)]
    for path, content in (
        (snakemake.output.page, page),
        (snakemake.output.findings, json.dumps(findings, ensure_ascii=False, indent=1) + "\n"),
    ):
        with whole_file(Path(path)) as temporary:
            temporary.write_text(content, encoding="utf-8")


def _about(corpus: Corpus, snakemake: Any) -> dict[str, Any]:
    """Say what the corpus is, with which parameters and versions it was run."""
    settings = corpus.settings
    locked = tomllib.loads(Path(snakemake.input.lock).read_text(encoding="utf-8"))["package"]
    return {
        "corpus": corpus.name,
        "title": settings.get("title", ""),
        "event": settings.get("event", {}).get("description", ""),
        "selection": settings.get("selection", {}),
        "questions": {
            variable.name: variable.question
            for path in snakemake.input.codebook
            for variable in read_codebook(path).variables
            if variable.question
        },
        "parameters": dataclasses.asdict(OverlapSettings(**snakemake.params.parameters)),
        "hashes": {
            Path(path).name: hashlib.sha256(Path(path).read_bytes()).hexdigest()
            for path in [*snakemake.input.about, *snakemake.input.codebook]
        },
        "versions": {package["name"]: package["version"] for package in locked if package["name"] in PACKAGES},
    }


if "snakemake" in globals():
    run(main, globals()["snakemake"])
