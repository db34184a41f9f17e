"""The published tables as they may be passed on: whole, or with excerpts and hashes in the place of article text."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as parquet

from samestory.contract import ARROW_DTYPES, Column, Table, published_tables
from samestory.exports.rights import Rights, sha256
from samestory.stored import batches, table, texts_of
from samestory.tables import build
from samestory.whole_file import whole_file
from samestory.words import WORD

# These hold an article sentence after sentence: under excerpts only a hash of each.
WHOLE_TEXT = frozenset({"clean/sentences", "overlap/cuts"})
# The text a row is about; beside it a hash of the whole.
HASHED = frozenset({"text", "text_a", "text_b", "content"})


@dataclass(frozen=True)
class PublicTable:
    """A table to be passed on: its definition, and what gives its rows, some at a time."""

    table: Table
    batches: Callable[[], Iterable[pd.DataFrame]]

    @property
    def frame(self) -> pd.DataFrame:
        """All rows."""
        return pd.concat(self.batches(), ignore_index=True)


def public_tables(tables: Mapping[str, pd.DataFrame], *, rights: Rights) -> dict[str, PublicTable]:
    """Give every published table as it may be passed on, by name.

    Under ``rights: full`` they are the published ones. Else clean/texts is left out, text is cut to 25 words (in
    clean/sentences and overlap/cuts left out), and ``<column>_sha256`` gives the hash of the whole (UTF-8).

    Args:
        tables: every published table.
        rights: what they may carry.
    """
    if rights.full:
        return {name: PublicTable(published_tables()[name], partial(batches, tables, name)) for name in tables}
    texts = _claim_texts(tables)

    def cut(name: str) -> Iterator[pd.DataFrame]:
        for frame in batches(tables, name):
            yield _excerpts(published_tables()[name], frame, rights, texts)[1]

    return {
        name: PublicTable(_excerpts(published_tables()[name], build(name, []), rights, {})[0], partial(cut, name))
        for name in tables
        if name != "clean/texts"
    }


def texts_table(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Give what tells whether a copy of an article is the same text, whatever the rights.

    Args:
        tables: clean/texts and clean/documents.

    Returns:
        Columns doc_id, file, sha256 (of the raw file or JSONL line), text_sha256 (of the text as UTF-8), words_sha256
        (of its words in lower case), n_chars (code points), n_words.
    """
    documents = table(tables, "clean/documents", ("doc_id", "file", "sha256", "n_words")).set_index("doc_id")
    rows = [
        {
            "doc_id": doc,
            "file": documents.at[doc, "file"],
            "sha256": documents.at[doc, "sha256"],
            "text_sha256": sha256(text),
            "words_sha256": words_sha256(text),
            "n_chars": len(text),
            "n_words": documents.at[doc, "n_words"],
        }
        for doc, text in texts_of(tables).items()
    ]
    return pd.DataFrame.from_records(rows, columns=[column.name for column in TEXTS_COLUMNS])


def words_sha256(text: str) -> str:
    """Hash the words of a text in lower case: the same whatever stands between them."""
    return sha256(" ".join(match.group().lower() for match in WORD.finditer(text)))


TEXTS_COLUMNS = (
    Column("doc_id", "string", "the article's id"),
    Column("file", "string", "the raw file, relative to raw/"),
    Column("sha256", "string", "of the raw file, or of the JSONL line"),
    Column("text_sha256", "string", "of the text as UTF-8"),
    Column("words_sha256", "string", "of the text's words in lower case, with a space between them"),
    Column("n_chars", "integer", "length of the text", "code point"),
    Column("n_words", "integer", "words of the text", "word"),
)


def write_public(path: Path, public: PublicTable) -> None:
    """Write a table as CSV or Parquet, by the suffix, cells verbatim."""
    schema = pa.schema([(column.name, ARROW_DTYPES[column.dtype]) for column in public.table.columns])
    with whole_file(path) as temporary, _writer(temporary, schema) as writer:
        for frame in public.batches():
            arrow = pa.Table.from_pandas(frame, schema=schema, preserve_index=False)
            writer.write_table(arrow.replace_schema_metadata())


def _writer(path: Path, schema: pa.Schema) -> Any:
    """Open a CSV or Parquet file, by the suffix, for table after table."""
    if path.suffix == ".csv":
        return arrow_csv.CSVWriter(path, schema, write_options=arrow_csv.WriteOptions(quoting_style="needed"))
    return parquet.ParquetWriter(path, schema, compression="zstd")


def _excerpts(
    published: Table, frame: pd.DataFrame, rights: Rights, texts: Mapping[str, str]
) -> tuple[Table, pd.DataFrame]:
    """Cut the text of a table and add the hashes."""
    cells = {name: frame[name] for name in published.column_names}
    columns, added = [], []
    hashed = [span.text for span in published.spans if span.text in HASHED]
    for column in published.columns:
        if column.name in hashed:
            name = f"{column.name}_sha256"
            cells[name] = frame[column.name].map(sha256, na_action="ignore").astype("str")
            added.append(Column(name, "string", f"of the whole {column.name}, as UTF-8", null=column.null))
            if published.name in WHOLE_TEXT:
                continue
        if column.dtype == "list":
            cells[column.name] = frame[column.name].map(lambda cell: _quoted_list(cell, rights), na_action="ignore")
        elif column.name == "explanation":
            cells[column.name] = pd.Series(
                [_explained(row, rights, texts) for row in frame.to_dict("records")], frame.index, dtype="str"
            )
        elif column.dtype == "string" and not column.values and column.name not in published.key:
            cells[column.name] = frame[column.name].map(rights.quote, na_action="ignore")
        columns.append(column)
    columns += added
    public = replace(published, columns=tuple(columns), spans=())
    return public, pd.DataFrame({column.name: cells[column.name] for column in columns})


def _quoted_list(cell: str, rights: Rights) -> str:
    """Cut the items of a list cell."""
    items = json.loads(cell)
    return json.dumps([rights.quote(item) if isinstance(item, str) else item for item in items], ensure_ascii=False)


def _claim_texts(tables: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Give the texts of the claims in conflicts, which their explanations quote."""
    conflicts = table(tables, "compare/conflicts", ("claim_a", "claim_b"))
    ids = {*conflicts["claim_a"], *conflicts["claim_b"]}
    claims = table(tables, "claims/claims", ("claim_id", "text"), {"claim_id": ids})
    return dict(zip(claims["claim_id"], claims["text"], strict=True))


def _explained(row: Mapping[Any, Any], rights: Rights, texts: Mapping[str, str]) -> str:
    """Cut the two claims that an explanation quotes."""
    explanation = str(row["explanation"])
    for claim in (row["claim_a"], row["claim_b"]):
        text = texts.get(claim, "")
        for printed in (text, " ".join(text.split())):
            if printed and rights.quote(printed) != printed:
                explanation = explanation.replace(printed, rights.quote(printed))
    return explanation
