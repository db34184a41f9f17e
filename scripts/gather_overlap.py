"""Put the parts of a table of overlap/ together into the published one, a range of keys at a time."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as parquet

from samestory.job import read_all, run
from samestory.tables import published_tables, whole_file, write

ROWS = 500_000


def main(snakemake: Any) -> None:
    """Merge the parts, which are sorted by key."""
    name = f"overlap/{snakemake.wildcards.table}"
    key = published_tables()[name].key
    parts, outputs = list(snakemake.input.parts), list(snakemake.output)
    if any(Path(path).suffix == ".csv" for path in outputs):
        tables = [read_all([path])[name] for path in parts]
        write(pd.concat(tables, ignore_index=True), name, outputs)
        return
    first = [parquet.read_table(path, columns=[key[0]])[key[0]].to_numpy() for path in parts]
    keys = np.sort(np.concatenate(first))
    limits = [*dict.fromkeys(keys[::ROWS].tolist()), None]
    schema = parquet.read_schema(parts[0])
    with (
        whole_file(Path(outputs[0])) as temporary,
        parquet.ParquetWriter(temporary, schema, compression="zstd") as sink,
    ):
        for low, high in pairwise(limits):
            filters = [(key[0], ">=", low), *([(key[0], "<", high)] if high is not None else [])]
            rows = pa.concat_tables(parquet.read_table(path, filters=filters) for path in parts)
            sink.write_table(rows.sort_by([(column, "ascending") for column in key]))


if "snakemake" in globals():
    run(main, globals()["snakemake"])
