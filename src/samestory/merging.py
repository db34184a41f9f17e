"""Merging: the parts of a published table put together into one file, a range of keys at a time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as compute
import pyarrow.parquet as parquet

from samestory.contract import published_tables
from samestory.tables import checked, write
from samestory.whole_file import whole_file

# Uncompressed bytes of a range of keys; in memory a range takes several times as much.
RANGE_BYTES = 64_000_000


def merge_parts(parts: Sequence[Path | str], name: str, outputs: Sequence[Path | str]) -> None:
    """Write a published table from its parts, sorted by key; each range of keys is checked as the whole would be.

    Memory goes with ``RANGE_BYTES``, not with the table, unless a CSV is asked for, which small corpora are.

    Args:
        parts: Parquet files with rows of the table.
        name: its name.
        outputs: where to write it.

    Raises:
        TableError: a key stands in two parts.
    """
    if any(Path(path).suffix == ".csv" for path in outputs):
        write(pd.concat([parquet.read_table(path).to_pandas() for path in parts], ignore_index=True), name, outputs)
        return
    for path in outputs:
        write_ranges(_ranges(parts, name), name, path)


def write_ranges(frames: Iterable[pd.DataFrame], name: str, path: Path | str) -> int:
    """Write a table to a Parquet file a range of its rows at a time, each checked; whole or not at all.

    Args:
        frames: the ranges, at least one.
        name: the table's name.
        path: where to write it.

    Returns:
        The number of rows.
    """
    count = 0
    with whole_file(Path(path)) as temporary:
        sink: parquet.ParquetWriter | None = None
        for frame in frames:
            rows = checked(frame, name)
            sink = sink or parquet.ParquetWriter(temporary, rows.schema, compression="zstd")
            sink.write_table(rows)
            count += len(frame)
        if sink:
            sink.close()
    return count


def _ranges(parts: Sequence[Path | str], name: str) -> Iterator[pd.DataFrame]:
    """Give the rows of all parts, a range of the key's first column at a time."""
    column = published_tables()[name].key[0]
    limits = _limits(parts, column)
    for low, high in pairwise([None, *limits, None]):
        wanted = None
        if low is not None:
            wanted = compute.field(column) >= low
        if high is not None:
            below = compute.field(column) < high
            wanted = below if wanted is None else wanted & below
        tables = [parquet.read_table(path, filters=wanted) for path in parts]
        yield pa.concat_tables(tables).to_pandas()


def _limits(parts: Sequence[Path | str], column: str) -> list[Any]:
    """Give the keys that part the table into ranges of about ``RANGE_BYTES``, from a sample of every part's keys."""
    sizes = [parquet.read_metadata(path) for path in parts]
    rows = sum(size.num_rows for size in sizes)
    held = sum(size.row_group(group).total_byte_size for size in sizes for group in range(size.num_row_groups))
    step = max(1, rows * RANGE_BYTES // max(1, held))
    every = max(1, step // 8)
    sample: list[Any] = []
    for path in parts:
        keys = parquet.read_table(path, columns=[column])[column]
        sample += keys.take(pa.array(np.arange(every // 2, len(keys), every))).to_pylist()
    return list(dict.fromkeys(sorted(sample)[8::8]))
