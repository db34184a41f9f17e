"""The contract of the published tables: ``tables.toml`` beside this module is the one definition of them all.

A table is named ``stage/name`` (``clean/segments``); it has a key, columns, their units and allowed values.
"""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import pandas as pd
import pyarrow as pa

PANDAS_DTYPES = {"string": "str", "list": "str", "integer": "Int64", "float": "float64", "boolean": "boolean"}
ARROW_DTYPES = {
    "string": pa.string(),
    "list": pa.string(),
    "integer": pa.int64(),
    "float": pa.float64(),
    "boolean": pa.bool_(),
}
# Arrow's floats become what they should by themselves.
WORKING_DTYPES = {
    ARROW_DTYPES[name]: pd.api.types.pandas_dtype(dtype) for name, dtype in PANDAS_DTYPES.items() if name != "float"
}


@dataclass(frozen=True)
class Column:
    """One column: its dtype as in tables.toml, its unit (None for plain words), whether a cell may be empty."""

    name: str
    dtype: str
    description: str
    unit: str | None = None
    null: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Span:
    """Columns that hold the article, start and end of a stretch of its text, and (or None) the stretch itself."""

    doc: str
    start: str
    end: str
    text: str | None = None


@dataclass(frozen=True)
class Table:
    """One published table; ``key`` is unique and gives the order of the rows."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    spans: tuple[Span, ...]

    @property
    def column_names(self) -> list[str]:
        """The names of the columns, in the published order."""
        return [column.name for column in self.columns]


@functools.cache
def published_tables() -> Mapping[str, Table]:
    """Every published table by its name, in the order of the stages."""
    definition = tomllib.loads(files("samestory").joinpath("tables.toml").read_text(encoding="utf-8"))
    return {
        f"{stage}/{name}": Table(
            name=f"{stage}/{name}",
            description=entry["description"],
            key=tuple(entry["key"]),
            columns=tuple(
                Column(column, **{**settings, "values": tuple(settings.get("values", ()))})
                for column, settings in entry["columns"].items()
            ),
            spans=tuple(Span(**span) for span in entry.get("spans", ())),
        )
        for stage, entries in definition.items()
        for name, entry in entries.items()
    }


def never_empty(column: Column, name: str) -> bool:
    """Tell whether a column has words in every cell that is not null."""
    return column.dtype in {"string", "list"} and (column.name, name) != ("text", "clean/texts")


def data_dictionary() -> str:
    """Describe every published table and column in Markdown."""
    lines = ["# The published tables", ""]
    for table in published_tables().values():
        lines += [f"## {table.name}", "", table.description, "", f"Key: {', '.join(f'`{k}`' for k in table.key)}.", ""]
        lines += ["| column | type | unit | description |", "|---|---|---|---|"]
        for column in table.columns:
            kind = column.dtype + (", may be empty" if column.null else "")
            description = column.description + (f": {', '.join(column.values)}" if column.values else "")
            lines.append(f"| `{column.name}` | {kind} | {column.unit or ''} | {description} |")
        lines.append("")
    return "\n".join(lines)
