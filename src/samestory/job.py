"""What every workflow script does around its work: the log, and errors in words."""

import logging
import signal
import sys
import traceback
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from samestory.schema import InputError
from samestory.tables import TableError, read, table_name, write


def run(main: Callable[[Any], None], snakemake: Any) -> None:
    """Run a script's ``main(snakemake)`` with its log; an error ends the job in one message, its trace in the log.

    Ctrl-C ends it without a word: Snakemake says what there is to say.
    """
    log = Path(snakemake.log[0])
    _open(log)
    try:
        # workflow/shell/bash held Ctrl-C back while the script was loading.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        main(snakemake)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        logging.error("stopped by the user")
        sys.exit(128 + signal.SIGINT)
    except (InputError, TableError) as error:
        logging.error(error)
        sys.exit(f"samestory: {error}")
    except OSError as error:
        logging.error(traceback.format_exc())
        sys.exit(f"samestory: {error.filename or snakemake.rule}: {error.strerror or error}")
    except Exception as error:
        logging.error(traceback.format_exc())
        sys.exit(f"samestory: {snakemake.rule} stopped on {type(error).__name__}: {error}; see {log}")


def _open(log: Path) -> None:
    """Begin the log; what can no longer be written to it is left out, since the tables' own message tells why."""
    logging.raiseExceptions = False
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        logging.basicConfig(filename=log, filemode="w", level=logging.INFO, format="%(message)s", encoding="utf-8")
    except OSError as error:
        sys.exit(f"samestory: {log}: {error.strerror}")


def read_inputs(snakemake: Any, *names: str, doc_ids: Collection[str] | None = None) -> dict[str, pd.DataFrame]:
    """Read the named inputs of a rule as published tables, by the input's name; with ``doc_ids`` of these articles."""
    where = None if doc_ids is None else {"doc_id": doc_ids}
    return {name: read(snakemake.input[name], where=where) for name in names}


def read_all(paths: Iterable[str]) -> dict[str, pd.DataFrame]:
    """Read published tables by their full names (``clean/texts``)."""
    return {table_name(path): read(path) for path in paths}


def write_outputs(snakemake: Any, frames: Mapping[str, pd.DataFrame]) -> None:
    """Write each table to the rule's output of that name (``clean/texts`` to ``output.texts``)."""
    for name, frame in frames.items():
        written = write(frame, name, snakemake.output[name.rpartition("/")[2]])
        logging.info("%s: %d rows", name, len(written))
