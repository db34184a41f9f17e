r"""The published tables: checked on writing, read back typed.

A table is written as CSV (UTF-8, ``\n``, verbatim cells) and Parquet (zstd) with the same columns; ``contract`` says
which tables there are.
"""

import functools
import operator
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as compute
import pyarrow.csv as arrow_csv
import pyarrow.parquet as parquet

from samestory.contract import ARROW_DTYPES, PANDAS_DTYPES, Column, Span, Table, never_empty, published_tables
from samestory.whole_file import whole_file

FLOAT_DECIMALS = 6


class TableError(ValueError):
    """A frame that breaks the contract of its table."""


def build(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Make a checked table from rows (mappings from column to value; a missing key is null)."""
    columns = published_tables()[name].column_names
    return check(pd.DataFrame.from_records(list(rows), columns=columns), name)


def check(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the frame with the table's columns, dtypes and order; floats are rounded to 6 decimals.

    Raises:
        TableError: a column is missing or unknown, a cell has a wrong type or value, a key stands twice, or a
            span is half empty or ends before it starts. The message names table, column and first row.
    """
    table = published_tables()[name]
    missing = [c for c in table.column_names if c not in frame.columns]
    unknown = [c for c in frame.columns if c not in table.column_names]
    if missing or unknown:
        raise TableError(f"{name}: missing columns {missing}, unknown columns {unknown}")
    typed = pd.DataFrame({column.name: _typed(frame[column.name], column, name) for column in table.columns})
    if typed.empty:
        return typed
    typed = typed.sort_values(list(table.key), kind="stable", ignore_index=True)
    if not _holds(typed, table):
        # Pandera says what is wrong and where; it takes long to load, and ten times as long as a look.
        from samestory.table_faults import first_fault

        if fault := first_fault(typed, table):
            raise TableError(f"{name}: {fault}")
    for span in table.spans:
        _check_span(typed, span, name)
    return typed


def write(frame: pd.DataFrame, name: str, paths: Iterable[Path | str] | Path | str) -> pd.DataFrame:
    """Check a table and write it to every path given, by its suffix (.csv or .parquet); whole or not at all.

    Returns:
        The table as written.
    """
    typed = check(frame, name)
    arrow = arrow_table(typed, name)
    for path in [paths] if isinstance(paths, str | Path) else paths:
        with whole_file(Path(path)) as temporary:
            if Path(path).suffix == ".csv":
                arrow_csv.write_csv(arrow, temporary, arrow_csv.WriteOptions(quoting_style="needed"))
            else:
                parquet.write_table(arrow, temporary, compression="zstd")
    return typed


def arrow_table(typed: pd.DataFrame, name: str) -> pa.Table:
    """Give a checked table as it is written."""
    columns = published_tables()[name].columns
    schema = pa.schema([(column.name, ARROW_DTYPES[column.dtype]) for column in columns])
    return pa.Table.from_pandas(typed, schema=schema, preserve_index=False).replace_schema_metadata()


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
    wanted = [column for column in table.columns if columns is None or column.name in columns]
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
        arrow = parquet.read_table(path, columns=[column.name for column in wanted], filters=rows)
    return typed_frame(arrow, wanted, table.name)


def find_table(path: Path | str, name: str | None = None) -> tuple[Path, Table]:
    """Give the file of a published table, of one without suffix the Parquet file if there is one, and what it holds."""
    path = Path(path)
    if path.suffix not in {".csv", ".parquet"}:
        with_suffix = path.with_name(path.name + ".parquet")
        path = with_suffix if with_suffix.exists() else path.with_name(path.name + ".csv")
    return path, published_tables()[name or f"{path.parent.name}/{path.stem}"]


def _conditions(where: Mapping[str, Collection[str]] | None) -> Iterator[compute.Expression]:
    """Give a condition for each column that rows are chosen by."""
    for column, values in (where or {}).items():
        yield compute.field(column).isin(pa.array(sorted(values), pa.string()))


def typed_frame(arrow: pa.Table, columns: Iterable[Column], name: str) -> pd.DataFrame:
    """Give a table as read from a file, typed."""
    return pd.DataFrame({column.name: _typed(arrow[column.name].to_pandas(), column, name) for column in columns})


def _typed(series: "pd.Series[Any]", column: Column, name: str) -> "pd.Series[Any]":
    """Cast one column to its dtype."""
    try:
        if column.dtype == "float":
            # Adding zero turns -0.0 into 0.0.
            return cast("pd.Series[Any]", series.astype("float64").round(FLOAT_DECIMALS) + 0.0)
        return series.astype(cast(Any, PANDAS_DTYPES[column.dtype]))
    except (TypeError, ValueError) as error:
        raise TableError(f"{name}: column {column.name} is not {column.dtype}: {error}") from None


def _holds(frame: pd.DataFrame, table: Table) -> bool:
    """Tell whether a frame of the table's columns and dtypes keeps what the table asks for."""
    for column in table.columns:
        cells = frame[column.name]
        if cells.hasnans and not column.null:
            return False
        if column.values and not cells.dropna().isin(column.values).all():
            return False
        if never_empty(column, table.name) and (cells == "").any():
            return False
    return not frame.duplicated(list(table.key)).any()


def _check_span(frame: pd.DataFrame, span: Span, name: str) -> None:
    """Check that a span has both ends or none, does not end before it starts, and is as long as its text."""
    start, end = frame[span.start], frame[span.end]
    bad = (start.isna() != end.isna()) | (start > end).fillna(False) | (start < 0).fillna(False)
    if span.text is not None:
        length = frame[span.text].str.len().astype("Int64")
        bad |= (start.notna() & (frame[span.text].isna() | (length != end - start).fillna(True))) & ~(
            frame[span.text].isna() & (name == "overlap/passages")
        )
    if bool(np.any(bad)):
        row = frame[bad].iloc[0]
        raise TableError(f"{name}: {span.start}..{span.end} is no span of the text in {row.to_dict()}")
