"""Whether a run gave what it should: the same bytes, and else the same values.

``expected.sha256`` lists every published file of a run in the form that ``sha256sum --check`` reads too.
``expected.values.json`` holds a checksum of each column's values, with which a table is compared where bytes cannot be
the same (another platform, another Python).
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samestory.contract import published_tables
from samestory.provenance import checksums
from samestory.schema import InputError
from samestory.tables import read

# What a run says of itself and of its machine is not part of its results.
UNCOMPARED = ("logs", "benchmarks", "shards", "parts", "groups", "verify.txt", "environment.json")


@dataclass(frozen=True)
class Difference:
    """A file that is not as expected, and how in words."""

    file: str
    how: str


def published_files(results: Path) -> list[str]:
    """List the files of a run that must be the same everywhere, relative to its folder, sorted; hidden ones not."""
    return sorted(
        relative.as_posix()
        for path in results.rglob("*")
        if path.is_file()
        and not path.name.startswith(".")
        and (relative := path.relative_to(results)).parts[0] not in UNCOMPARED
    )


def table_values(results: Path) -> dict[str, dict[str, str]]:
    """Give a checksum of the values of each column of each published table, with the number of rows."""
    return {
        name: _column_values(results, name) for name in published_tables() if (results / f"{name}.parquet").exists()
    }


def write_expected(results: Path, folder: Path) -> None:
    """Write expected.sha256 and expected.values.json of a run into a corpus folder."""
    lines = "".join(f"{digest}  {file}\n" for file, digest in published_checksums(results).items())
    (folder / "expected.sha256").write_text(lines, encoding="utf-8")
    values = json.dumps(table_values(results), indent=1, sort_keys=True) + "\n"
    (folder / "expected.values.json").write_text(values, encoding="utf-8")


def differences(results: Path, folder: Path) -> list[Difference]:
    """Compare a run with what its corpus folder expects.

    Raises:
        InputError: the folder has no expected.sha256.
    """
    expected_file = folder / "expected.sha256"
    if not expected_file.exists():
        raise InputError(f"{expected_file}: nothing to compare with; run the target expect on a run you trust")
    lines = expected_file.read_text(encoding="utf-8").splitlines()
    expected = {file: digest for digest, _, file in (line.partition("  ") for line in lines)}
    values_file = folder / "expected.values.json"
    values = json.loads(values_file.read_text(encoding="utf-8")) if values_file.exists() else {}
    return list(_compare(results, expected, values))


def _compare(results: Path, expected: Mapping[str, str], values: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield each file that lacks, is too many, or differs."""
    found = published_checksums(results)
    for file in sorted({*expected, *found}):
        if file not in found:
            yield Difference(file, "is missing")
        elif file not in expected:
            yield Difference(file, "was not expected")
        elif found[file] != expected[file]:
            yield Difference(file, _how(results, file, values))


def published_checksums(results: Path) -> dict[str, str]:
    """Give the SHA-256 of the published files of a results folder, by their path below it; sorted."""
    return checksums([results / file for file in published_files(results)], results)


def _how(results: Path, file: str, values: Mapping[str, Any]) -> str:
    """Say how a file differs: a table by its columns, another file by its bytes."""
    name = str(Path(file).with_suffix(""))
    if name not in values or Path(file).suffix not in {".csv", ".parquet"}:
        return "other bytes"
    now, then = _column_values(results, name), values[name]
    if now == then:
        return "other bytes, the same values"
    if now["rows"] != then["rows"]:
        return f"{now['rows']} rows, expected {then['rows']}"
    changed = [column for column in now if now[column] != then.get(column)]
    return f"other values in {', '.join(changed)}"


def _column_values(results: Path, name: str) -> dict[str, str]:
    """Give the number of rows of a table and a checksum of each column's values."""
    frame = read(results / name)
    digests = {"rows": str(len(frame))}
    for column in frame.columns:
        pairs = zip(frame[column].tolist(), frame[column].isna().tolist(), strict=True)
        values = json.dumps([None if missing else str(cell) for cell, missing in pairs])
        digests[column] = hashlib.sha256(values.encode()).hexdigest()
    return digests
