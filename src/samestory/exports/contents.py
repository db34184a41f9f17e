"""What the exports hold, and where: for the rule that declares them, since planning a run loads no library."""

from collections.abc import Iterable
from pathlib import Path

# What corpus.yaml says under rights where the texts may be given on whole.
FULL = "full"

# What is written whatever the corpus, and what each is.
FILES = {
    "README.md": "What these files are",
    "annotations.jsonld": "Web annotations: each claim, quotation, attribution, number, time and name choice",
    "codebook.qdc": "The codebook (REFI-QDA)",
    "project.qdpx": "The coded texts (REFI-QDA project)",
    "dna/documents.csv": "Documents for the Discourse Network Analyzer",
    "dna/statements.csv": "Statements for the Discourse Network Analyzer",
    "dna/import.R": "Adds documents and statements to a database of the Discourse Network Analyzer",
    "matrix/matrix.csv": "Articles by variables, in numeric codes",
    "matrix/labels.csv": "The labels of the matrix: columns, codes, values",
    "matrix/matrix.R": "Reads the matrix into R with its labels",
    "matrix/matrix.sps": "Reads the matrix into SPSS with its labels",
    "texts.csv": "Checksums that tell whether a copy of an article is the same text",
    "data_dictionary.md": "Every column of every published table",
    "methods.md": "The methods paragraph of this run",
    "provenance.json": "Checksums of the inputs, parameters, and the versions that are locked",
    "datapackage.json": "Frictionless Data Package of the tables",
    "checksums.sha256": "Checksums of the exports, for sha256sum --check",
}
CRATE = "ro-crate-metadata.json"
MEDIA_TYPES = {
    ".csv": "text/csv", ".parquet": "application/vnd.apache.parquet", ".jsonld": "application/ld+json",
    ".json": "application/json", ".qdc": "application/xml", ".qdpx": "application/zip", ".yaml": "application/yaml",
    ".md": "text/markdown", ".sha256": "text/plain", ".smk": "text/x-python", ".sps": "text/plain", ".R": "text/x-r",
    "": "text/x-python",
}  # fmt: skip


def exported(tables: Iterable[str], rights: str | None) -> list[str]:
    """Give the tables that are among the exports: that of the texts only where their rights allow all of it."""
    return [name for name in tables if name != "clean/texts" or rights == FULL]


def table_file(name: str, suffix: str) -> str:
    """Give the path of a table among the exports; texts are Parquet only."""
    return f"tables/{name}{'.parquet' if name == 'clean/texts' else suffix}"


def copied(path: Path | str) -> str:
    """Give the place of a copy among the exports: the Snakefile and its rules, or a file of the corpus."""
    path = Path(path)
    if path.name == "Snakefile":
        return "workflow/Snakefile"
    return f"workflow/rules/{path.name}" if path.suffix == ".smk" else f"inputs/{path.name}"
