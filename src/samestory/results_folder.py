"""The folder that a run writes to."""

import os
from pathlib import Path

from samestory.schema import InputError


def results_folder(setting: str | None, corpus: str) -> str:
    """Give the folder of a run's results: as set, else ``results/<corpus>``.

    Raises:
        InputError: it cannot be written, or the folder the run is started in cannot; the message names what stands
            in the way.
    """
    folder = Path(setting or f"results/{corpus}")
    existing = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not existing.is_dir():
        raise InputError(f"results is {str(folder)!r}, but {existing} is a file; write another folder")
    if not _writable(existing):
        raise InputError(f"results is {str(folder)!r}, but {existing} cannot be written; write another folder")
    if not _writable(Path.cwd()):
        raise InputError(
            f"{Path.cwd()} cannot be written, and Snakemake keeps its notes there, in .snakemake; start the run in "
            "another folder: --directory FOLDER"
        )
    return str(folder)


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)
