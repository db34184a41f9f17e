"""Tables that stay in their files: what shows a corpus reads as much of them as it shows.

Figures, report, notebooks and exports take the published tables as a mapping from name to frame. ``StoredTables`` is
one that reads a table when it is asked for and keeps none; the functions here ask any such mapping for a part.
"""

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as parquet

from samestory.contract import published_tables
from samestory.rows import Row, rows_of
from samestory.tables import build, find_table, read, table_name, typed_frame

Tables = Mapping[str, pd.DataFrame]
# Rows that are held at once where a table is gone through from top to bottom.
AT_ONCE = 50_000


class StoredTables(Mapping[str, pd.DataFrame]):
    """Published tables by their full names (``clean/texts``), each read anew when it is asked for.

    Args:
        paths: .csv or .parquet files, whose last two parts name the tables.
    """

    def __init__(self, paths: Iterable[Path | str]) -> None:
        self.paths = {table_name(path): Path(path) for path in paths}

    def __getitem__(self, name: str) -> pd.DataFrame:
        return read(self.paths[name], name)

    def __contains__(self, name: object) -> bool:
        return name in self.paths

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def table(
    tables: Tables,
    name: str,
    columns: Collection[str] | None = None,
    where: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """Give some columns and rows of a table, in its order; a table that the run has not is empty.

    Args:
        tables: the published tables.
        name: the table's full name.
        columns: the columns wanted; by default all.
        where: only the rows whose cells of these columns are among the values given; by default all.
    """
    if isinstance(tables, StoredTables) and name in tables:
        return read(tables.paths[name], name, columns=columns, where=where)
    frame = tables[name] if name in tables else build(name, [])
    for column, values in (where or {}).items():
        frame = frame[frame[column].isin(list(values))]
    return frame if columns is None else frame[[column for column in frame.columns if column in columns]]


def batches(tables: Tables, name: str, columns: Collection[str] | None = None) -> Iterator[pd.DataFrame]:
    """Give a table from top to bottom, at most ``AT_ONCE`` rows at a time, with the columns wanted.

    An empty table is one empty frame.
    """
    if isinstance(tables, StoredTables) and name in tables:
        path, published = find_table(tables.paths[name], name)
        if path.suffix == ".parquet" and parquet.read_metadata(path).num_rows:
            wanted = [column for column in published.column_names if columns is None or column in columns]
            with parquet.ParquetFile(path) as opened:
                for batch in opened.iter_batches(AT_ONCE, columns=wanted):
                    yield typed_frame(pa.Table.from_batches([batch]))
            return
    frame = table(tables, name, columns)
    for start in range(0, max(len(frame), 1), AT_ONCE):
        yield frame.iloc[start : start + AT_ONCE]


def rows(frame: pd.DataFrame) -> Iterator[Row]:
    """Go through a frame's rows as mappings (``rows_of``), never holding all of them as such."""
    for start in range(0, len(frame), AT_ONCE):
        yield from rows_of(frame.iloc[start : start + AT_ONCE])


def head(tables: Tables, name: str, number: int) -> pd.DataFrame:
    """Give the first rows of a table."""
    return pd.concat(itertools.islice(batches(tables, name), -(-number // AT_ONCE) or 1)).iloc[:number]


def count_rows(tables: Tables, name: str) -> int:
    """Count the rows of a table."""
    if isinstance(tables, StoredTables) and name in tables and tables.paths[name].suffix == ".parquet":
        return int(parquet.read_metadata(tables.paths[name]).num_rows)
    return len(table(tables, name, published_tables()[name].key[:1]))


def texts_of(tables: Tables, doc_ids: Collection[str] | None = None) -> dict[str, str]:
    """Give the texts of some articles, or of all, by doc_id."""
    texts = table(tables, "clean/texts", where=None if doc_ids is None else {"doc_id": doc_ids})
    return dict(zip(texts["doc_id"], texts["text"], strict=True))


def labels_of(tables: Tables) -> dict[str, str]:
    """Give the short names of the articles by doc_id."""
    documents = table(tables, "clean/documents", ("doc_id", "label"))
    return dict(zip(documents["doc_id"], documents["label"], strict=True))


def spans_of(
    tables: Tables, name: str, where: Mapping[str, Collection[str]] | None = None
) -> dict[str, list[tuple[int, int]]]:
    """Give the spans (``start``, ``end``) of a table's rows by doc_id, in the table's order.

    Args:
        tables: the published tables.
        name: the table's full name.
        where: only the rows whose cells of these columns are among the values given; by default all.
    """
    columns = ("doc_id", "start", "end")
    rows = table(tables, name, columns, where)
    spans: dict[str, list[tuple[int, int]]] = {}
    for doc, start, end in zip(*(rows[column].tolist() for column in columns), strict=True):
        spans.setdefault(doc, []).append((start, end))
    return spans
