"""The Frictionless Data Package: what each file is, each column's type, unit and meaning, and each file's checksum.

Data Package and Table Schema, version 1 (Frictionless Data): https://specs.frictionlessdata.io.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from samestory.contract import Column, Table
from samestory.exports.contents import MEDIA_TYPES
from samestory.provenance import checksum

TYPES = {"string": "string", "integer": "integer", "float": "number", "boolean": "boolean", "list": "array"}
DOCUMENTS = "clean/documents"
# Columns that name an article, in any table.
ARTICLE_IDS = frozenset({"doc_id", "doc_a", "doc_b", "sibling", "evidence_doc"})


def data_package(
    folder: Path, resources: Mapping[str, Table], *, name: str, title: str, description: str, version: str
) -> dict[str, Any]:
    """Describe the tables of a folder.

    Args:
        folder: where datapackage.json will lie.
        resources: each table's definition by its file, relative to the folder.
        name: the corpus's name.
        title: the corpus in a line.
        description: what the package is, with its rights.
        version: of the software.
    """
    return {
        "profile": "tabular-data-package",
        "name": f"samestory-{name.lower()}",
        "title": title,
        "description": description,
        "version": version,
        "resources": [_resource(folder, file, table, set(resources)) for file, table in resources.items()],
    }


def resource_name(table: str) -> str:
    """Give a table's name in the package: ``clean-documents``."""
    return table.replace("/", "-").replace("_", "-")


def _resource(folder: Path, file: str, table: Table, files: Iterable[str]) -> dict[str, Any]:
    path = folder / file
    form = path.suffix.removeprefix(".")
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    null = {column.name for column in table.columns if column.null}
    if not null & set(table.key):
        schema["primaryKey"] = list(table.key)
    if any(Path(other).stem == "documents" for other in files):
        schema["foreignKeys"] = [
            {"fields": [column.name], "reference": {"resource": resource_name(DOCUMENTS), "fields": ["doc_id"]}}
            for column in table.columns
            if column.name in ARTICLE_IDS and table.name != DOCUMENTS
        ]
    shape = {"profile": "tabular-data-resource", "format": form, "mediatype": MEDIA_TYPES[path.suffix]}
    return {
        "name": resource_name(table.name),
        "path": file,
        "description": table.description,
        **shape,
        **(_file(path) if form == "csv" else {}),
        "schema": {key: value for key, value in schema.items() if value},
    }


def _file(path: Path) -> dict[str, Any]:
    """Describe a CSV file; frictionless cannot count the bytes of Parquet, whose hash is in checksums.sha256."""
    return {"encoding": "utf-8", "bytes": path.stat().st_size, "hash": f"sha256:{checksum(path)}"}


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.null and (column.name, column.dtype) != ("text", "string"):
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    field: dict[str, Any] = {"name": column.name, "type": TYPES[column.dtype], "description": column.description}
    if column.unit:
        field["unit"] = column.unit
    return {**field, "constraints": constraints} if constraints else field
