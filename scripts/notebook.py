"""Execute a notebook on the run's tables: the same bytes on every run."""

import os
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from traitlets.config import Config

from samestory.job import run
from samestory.tables import whole_file


def main(snakemake: Any) -> None:
    """Execute the notebook and write it as .ipynb and as a page that opens without a network."""
    os.environ["SAMESTORY_RESULTS"] = str(Path(snakemake.params.results).resolve())
    # Fixed dates for whatever the cells draw.
    os.environ["SOURCE_DATE_EPOCH"] = "315532800"
    notebook = nbformat.read(snakemake.input.notebook, as_version=4)
    # Sockets in the file system: no port is opened.
    transport = Config({"KernelManager": {"transport": "ipc"}})
    NotebookClient(
        notebook, record_timing=False, coalesce_streams=True, kernel_name="python3", config=transport
    ).execute()
    # The version of the Python that ran it would differ between machines.
    notebook.metadata.get("language_info", {}).pop("version", None)
    page, _ = HTMLExporter(embed_images=True, mathjax_url="", require_js_url="").from_notebook_node(notebook)
    with whole_file(Path(snakemake.output.notebook)) as temporary:
        nbformat.write(notebook, temporary)
    with whole_file(Path(snakemake.output.page)) as temporary:
        temporary.write_text(page, encoding="utf-8")


if "snakemake" in globals():
    run(main, globals()["snakemake"])
