"""The folder that a run wrote, and its tables: what notebooks and other programs read."""

import os
from pathlib import Path

from ruamel.yaml import YAML

from samestory.contract import published_tables
from samestory.corpus import read_settings
from samestory.stored import StoredTables, batches, head, table

__all__ = ["batches", "find_results", "head", "read_results", "table"]

# Names the folder of a run where it is not the one of config/config.yaml.
VARIABLE = "SAMESTORY_RESULTS"


def find_results() -> Path:
    """Find the results of a run: ``SAMESTORY_RESULTS``, else those of the corpus that config/config.yaml names.

    The repository is looked for from the working directory upwards.

    Raises:
        FileNotFoundError: neither is there.
    """
    if given := os.environ.get(VARIABLE):
        return Path(given)
    for root in (Path.cwd(), *Path.cwd().parents):
        config = root / "config" / "config.yaml"
        if config.exists():
            settings = YAML(typ="safe").load(config.read_text(encoding="utf-8"))
            corpus = settings["corpus"] if "/" in settings["corpus"] else f"corpora/{settings['corpus']}"
            name, _ = read_settings(root / Path(corpus).expanduser())
            return root / (settings.get("results") or f"results/{name}")
    raise FileNotFoundError(f"no config/config.yaml here or above; set {VARIABLE} to the folder of a run")


def read_results(folder: Path) -> StoredTables:
    """Give every published table of a run by its full name (``clean/texts``), read when it is asked for.

    Raises:
        FileNotFoundError: the folder holds none.
    """
    paths = (folder / f"{name}.parquet" for name in published_tables())
    tables = StoredTables(path for path in paths if path.exists())
    if not tables:
        raise FileNotFoundError(f"{folder} holds no tables yet: run snakemake --cores 4 first")
    return tables
