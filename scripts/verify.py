"""Compare a run with what its corpus expects, or keep the run as what is expected."""

import sys
from pathlib import Path
from typing import Any

from samestory.job import run
from samestory.phrasing import count
from samestory.schema import InputError
from samestory.verify import differences, published_files, write_expected
from samestory.whole_file import whole_file


def main(snakemake: Any) -> None:
    """Write which files differ and how; end the job with an error if any does."""
    results, corpus = Path(snakemake.params.results), Path(snakemake.params.corpus)
    if snakemake.rule == "expect":
        write_expected(results, corpus)
        return
    found = differences(results, corpus)
    lines = [f"{difference.file}: {difference.how}" for difference in found]
    if found:
        raise InputError("\n".join([f"{count(len(found), 'file')} not as {corpus}/expected.sha256 says", *lines]))
    as_expected = f"{count(len(published_files(results)), 'file')} as expected\n"
    with whole_file(Path(snakemake.output[0])) as temporary:
        temporary.write_text(as_expected, encoding="utf-8")
    print(f"The same results: {as_expected.strip()} ({corpus}/expected.sha256).", file=sys.stderr)


if "snakemake" in globals():
    run(main, globals()["snakemake"])
