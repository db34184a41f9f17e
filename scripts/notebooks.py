"""Execute the notebooks on the run's tables: the same bytes on every run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_client.manager import KernelManager

from samestory.job import run
from samestory.jupyter import leave_out_iri_checks
from samestory.results import VARIABLE
from samestory.whole_file import whole_file

if TYPE_CHECKING:
    from nbformat import NotebookNode


def main(snakemake: Any) -> None:
    """Execute each notebook from an empty namespace and write it as .ipynb and as a page for any browser.

    One kernel serves them all: the libraries are imported once.
    """
    os.environ[VARIABLE] = str(Path(snakemake.params.results).resolve())
    # Fixed dates for whatever the cells draw.
    os.environ["SOURCE_DATE_EPOCH"] = "315532800"
    leave_out_iri_checks()
    import nbformat
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(embed_images=True, mathjax_url="", require_js_url="")
    with kernel() as manager:
        for source, executed, page in zip(
            snakemake.input.notebooks, snakemake.output.notebooks, snakemake.output.pages, strict=True
        ):
            notebook = execute(nbformat.read(source, as_version=4), manager)
            html, _ = exporter.from_notebook_node(notebook)
            with whole_file(Path(executed)) as temporary:
                nbformat.write(notebook, temporary)
            with whole_file(Path(page)) as temporary:
                temporary.write_text(html, encoding="utf-8")


@contextmanager
def kernel() -> Iterator[KernelManager]:
    """Start a kernel that talks over sockets in the file system, so that no port is opened."""
    manager = KernelManager(kernel_name="python3", transport="ipc")
    # What the notebooks run is no part of the user's own history.
    manager.start_kernel(extra_arguments=["--HistoryManager.enabled=False"])
    try:
        yield manager
    finally:
        manager.shutdown_kernel(now=True)


def execute(notebook: "NotebookNode", manager: KernelManager) -> "NotebookNode":
    """Run a notebook from top to bottom; what would differ between machines and runs is taken out."""
    from nbclient import NotebookClient
    from nbformat.v4 import new_code_cell, new_notebook

    empty = new_notebook(cells=[new_code_cell("%reset -f")])
    for each in (empty, notebook):
        NotebookClient(each, km=manager, record_timing=False, coalesce_streams=True).execute()
    notebook.metadata.get("language_info", {}).pop("version", None)
    for number, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), 1):
        cell.execution_count = number
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = number
    return notebook


if "snakemake" in globals():
    run(main, globals()["snakemake"])
