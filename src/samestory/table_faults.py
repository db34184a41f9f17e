"""What is wrong with a frame that breaks the contract of its table: pandera finds it, and one line says it."""

import functools

import pandas as pd
import pandera.pandas as pandera

from samestory.contract import PANDAS_DTYPES, Table, never_empty, published_tables


def first_fault(frame: pd.DataFrame, table: Table) -> str | None:
    """Say in a line what pandera finds wrong first, with the key of the row; None where nothing is.

    Args:
        frame: the table's columns with their dtypes.
        table: the published table.
    """
    try:
        _schema(table.name).validate(frame)
    except pandera.errors.SchemaError as error:
        return _in_words(error, frame, table)
    return None


@functools.cache
def _schema(name: str) -> pandera.DataFrameSchema:
    """Give the pandera schema of a table: dtypes, nulls, allowed values, no empty string, key unique."""
    table = published_tables()[name]
    columns = {}
    for column in table.columns:
        checks = []
        if column.values:
            checks.append(pandera.Check.isin(list(column.values)))
        if never_empty(column, name):
            checks.append(pandera.Check.ne(""))
        columns[column.name] = pandera.Column(PANDAS_DTYPES[column.dtype], checks, nullable=column.null)
    return pandera.DataFrameSchema(columns, unique=list(table.key), ordered=True, strict=True)


def _in_words(error: pandera.errors.SchemaError, frame: pd.DataFrame, table: Table) -> str:
    cases = error.failure_cases
    if not isinstance(cases, pd.DataFrame) or "index" not in cases or cases["index"].isna().all():
        return str(error).splitlines()[0]
    row = frame.loc[int(cases["index"].iloc[0])]
    key = ", ".join(f"{column}={row[column]!r}" for column in table.key)
    if "uniqueness" in str(error.check):
        return f"two rows have the key {key}; give each article a doc_id of its own"
    column = getattr(error.schema, "name", None)
    return f"column {column} of row ({key}): {error.check} fails on {cases['failure_case'].iloc[0]!r}"
