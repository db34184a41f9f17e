r"""The published tables: checked on writing, read back typed.

A table is written as CSV (UTF-8, ``\n``, verbatim cells) and Parquet (zstd) with the same columns; ``contract`` says
which tables there are.
"""

import functools
import operator
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as compute
import pyarrow.csv as arrow_csv
import pyarrow.parquet as parquet
from numpy.typing import NDArray

from samestory.contract import ARROW_DTYPES, WORKING_DTYPES, Column, Span, Table, never_empty, published_tables
from samestory.whole_file import whole_file

FLOAT_DECIMALS = 6


class TableError(ValueError):
    """A frame that breaks the contract of its table."""


def build(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Make a checked table from rows (mappings from column to value; a missing key is null)."""
    listed, columns = list(rows), published_tables()[name].column_names
    return check({column: [row.get(column) for row in listed] for column in columns}, name)


def check(cells: pd.DataFrame | Mapping[str, Sequence[Any]], name: str) -> pd.DataFrame:
    """Return a table's cells with its columns, dtypes and order; floats are rounded to 6 decimals.

    Args:
        cells: a frame, or the cells of each column.
        name: the table's name.

    Raises:
        TableError: a column is missing or unknown, a cell has a wrong type or value, a key stands twice, or a
            span is half empty or ends before it starts. The message names table, column and first row.
    """
    return typed_frame(checked(cells, name))


def checked(cells: pd.DataFrame | Mapping[str, Sequence[Any]], name: str) -> pa.Table:
    """Check as ``check`` does; give the table as it is written."""
    table = published_tables()[name]
    missing = [c for c in table.column_names if c not in cells]
    unknown = [c for c in cells if c not in table.column_names]
    if missing or unknown:
        raise TableError(f"{name}: missing columns {missing}, unknown columns {unknown}")
    typed = pa.table({column.name: _typed(cells[column.name], column, name) for column in table.columns})
    typed, unique = _in_order(typed, table.key)
    if not (unique and _holds(typed, table)):
        # Pandera says what is wrong and where; it takes long to load, and ten times as long as a look.
        from samestory.table_faults import first_fault

        if fault := first_fault(typed_frame(typed), table):
            raise TableError(f"{name}: {fault}")
    for span in table.spans:
        _check_span(typed, span, name)
    return typed


def write(frame: pd.DataFrame, name: str, paths: Iterable[Path | str] | Path | str) -> pd.DataFrame:
    """Check a table and write it to every path given, by its suffix (.csv or .parquet); whole or not at all.

    Returns:
        The table as written.
    """
    arrow = checked(frame, name)
    for path in [paths] if isinstance(paths, str | Path) else paths:
        with whole_file(Path(path)) as temporary:
            if Path(path).suffix == ".csv":
                arrow_csv.write_csv(arrow, temporary, arrow_csv.WriteOptions(quoting_style="needed"))
            else:
                parquet.write_table(arrow, temporary, compression="zstd")
    return typed_frame(arrow)


def read(
    path: Path | str,
    name: str | None = None,
    *,
    columns: Collection[str] | None = None,
    where: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """Read a published table, typed: ``000`` stays a string, the word ``None`` a word, an empty cell null.

    Args:
        path: a .csv or .parquet file, or the same without suffix (Parquet is preferred).
        name: the table's name; by default the last two parts of the path (``clean/segments``).
        columns: only these columns; by default all.
        where: only the rows whose cells of these columns are among the values given; by default all.
    """
    path, table = find_table(path, name)
    wanted = [column for column in table.column_names if columns is None or column in columns]
    if path.suffix == ".csv":
        options = arrow_csv.ConvertOptions(
            column_types={column.name: ARROW_DTYPES[column.dtype] for column in table.columns},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        )
        arrow = arrow_csv.read_csv(
            path, parse_options=arrow_csv.ParseOptions(newlines_in_values=True), convert_options=options
        )
        for rows in _conditions(where):
            arrow = arrow.filter(rows)
    else:
        rows = functools.reduce(operator.and_, _conditions(where)) if where else None
        arrow = parquet.read_table(path, columns=wanted, filters=rows)
    return typed_frame(arrow.select(wanted))


def find_table(path: Path | str, name: str | None = None) -> tuple[Path, Table]:
    """Give the file of a published table, of one without suffix the Parquet file if there is one, and what it holds."""
    path = Path(path)
    if path.suffix not in {".csv", ".parquet"}:
        with_suffix = path.with_name(path.name + ".parquet")
        path = with_suffix if with_suffix.exists() else path.with_name(path.name + ".csv")
    return path, published_tables()[name or table_name(path)]


def table_name(path: Path | str) -> str:
    """Give the name of the table that a file holds: the last two parts of its path, ``clean/segments``."""
    return "/".join(Path(path).with_suffix("").parts[-2:])


def _conditions(where: Mapping[str, Collection[str]] | None) -> Iterator[compute.Expression]:
    """Give a condition for each column that rows are chosen by."""
    for column, values in (where or {}).items():
        yield compute.field(column).isin(pa.array(sorted(values), pa.string()))


def typed_frame(arrow: pa.Table) -> pd.DataFrame:
    """Give a published table, or some of its columns, as it is worked with."""
    return cast(pd.DataFrame, arrow.to_pandas(types_mapper=WORKING_DTYPES.get))


def _typed(cells: "Sequence[Any] | pd.Series[Any]", column: Column, name: str) -> pa.Array:
    """Give the cells of one column in its type; what pandas takes for missing is null."""
    dtype = ARROW_DTYPES[column.dtype]
    try:
        if column.dtype == "float":
            # Adding zero turns -0.0 into 0.0.
            return pa.array(np.asarray(cells, np.float64).round(FLOAT_DECIMALS) + 0.0, from_pandas=True)
        if column.dtype == "integer":
            # Straight to integers, 1.5 would be cut to 1.
            return pa.array(cells, from_pandas=True).cast(dtype)
        return pa.array(cells, dtype, from_pandas=True)
    except (TypeError, ValueError) as error:
        raise TableError(f"{name}: column {column.name} is not {column.dtype}: {error}") from None


def _holds(typed: pa.Table, table: Table) -> bool:
    """Tell whether columns of the table's types keep what the table asks for."""
    for column in table.columns:
        cells = typed[column.name]
        if cells.null_count and not column.null:
            return False
        if column.values and not {*compute.unique(cells).to_pylist()} <= {None, *column.values}:
            return False
        if never_empty(column, table.name) and compute.index(cells, "").as_py() >= 0:
            return False
    return True


def _in_order(typed: pa.Table, key: Sequence[str]) -> tuple[pa.Table, bool]:
    """Give the rows in the order of their keys, and whether each key stands once."""
    ranks = [_ranks(typed[column]) for column in key]
    rises, same = _steps(ranks)
    if not np.all(rises | same):
        order = np.lexsort(ranks[::-1])
        typed = typed.take(order)
        _, same = _steps([rank[order] for rank in ranks])
    return typed, not np.any(same)


def _ranks(cells: pa.ChunkedArray) -> NDArray[np.int64]:
    """Give numbers in the order of a column's cells, null last; strings are sorted once for each that differs."""
    if pa.types.is_integer(cells.type):
        return cast("NDArray[np.int64]", cells.fill_null(np.iinfo(np.int64).max).to_numpy())
    coded = cells.combine_chunks().dictionary_encode()
    place = np.argsort(compute.sort_indices(coded.dictionary))
    return np.asarray(np.append(place, len(place))[coded.indices.fill_null(len(place)).to_numpy()], np.int64)


def _steps(ranks: Sequence[NDArray[np.int64]]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell of each row but the first whether its key comes behind that of the row above, and whether it is the same."""
    rises, same = np.zeros(max(len(ranks[0]) - 1, 0), bool), np.ones(max(len(ranks[0]) - 1, 0), bool)
    for rank in ranks:
        rises |= same & (rank[1:] > rank[:-1])
        same &= rank[1:] == rank[:-1]
    return rises, same


def _check_span(typed: pa.Table, span: Span, name: str) -> None:
    """Check that a span has both ends or none, does not end before it starts, and is as long as its text."""
    start, end = (typed[column].to_numpy() for column in (span.start, span.end))
    bad = (np.isnan(start) != np.isnan(end)) | (start > end) | (start < 0)
    if span.text is not None:
        length = compute.utf8_length(typed[span.text]).to_numpy()
        bare = np.isnan(length)
        shown = ~np.isnan(start) if name != "overlap/passages" else ~bare & ~np.isnan(start)
        bad |= shown & ~(length == end - start)
    if bool(np.any(bad)):
        row = typed.take(np.flatnonzero(bad)[:1]).to_pylist()[0]
        raise TableError(f"{name}: {span.start}..{span.end} is no span of the text in {row}")
