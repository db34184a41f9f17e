"""Snakemake with its libraries loaded once: each run is its command line in a process split off from this one.

Reads a run per line from standard input, as JSON with its arguments, environment and where what it says is to be
written; answers with its exit status. A run of its own Python would take as long to load Snakemake as to plan.
"""

import json
import os
import sys

from samestory.jupyter import leave_out_iri_checks

leave_out_iri_checks()

import nbformat  # noqa: E402, F401
import snakemake.cli  # noqa: E402

import samestory.claims.coding.codebook  # noqa: E402
import samestory.corpus  # noqa: E402, F401


def begin(run):
    """Make this process the one that was asked for."""
    said = os.open(run["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream, to in ((0, os.open(os.devnull, os.O_RDONLY)), (1, said), (2, said)):
        os.dup2(to, stream)
    os.environ.clear()
    os.environ.update(run["environment"])
    sys.argv = ["snakemake", *run["arguments"]]


def main():
    for line in sys.stdin:
        child = os.fork()
        if not child:
            begin(json.loads(line))
            snakemake.cli.main()
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
