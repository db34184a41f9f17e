"""Files written whole and alike: text, CSV, and zip archives without clock, owner or compressor."""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.csv as arrow_csv

from samestory.whole_file import whole_file

# The first date a zip archive can name.
DATE = (1980, 1, 1, 0, 0, 0)


@contextmanager
def archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a zip archive for writing; it takes its place when it is complete."""
    with whole_file(path) as temporary, zipfile.ZipFile(temporary, "w") as opened:
        yield opened


def add(opened: zipfile.ZipFile, name: str, parts: Iterable[str]) -> None:
    """Add a UTF-8 file, stored: compressed bytes would depend on the version of zlib."""
    member = zipfile.ZipInfo(name, DATE)
    member.external_attr = 0o644 << 16
    member.create_system = 3
    with opened.open(member, "w", force_zip64=True) as stream:
        for part in parts:
            stream.write(part.encode("utf-8", "replace"))


def write_text(path: Path, parts: Iterable[str]) -> None:
    """Write a UTF-8 file, part by part; it takes its place when it is complete."""
    with whole_file(path) as temporary, temporary.open("w", encoding="utf-8", errors="replace", newline="") as stream:
        stream.writelines(parts)


def write_csv(path: Path, frame: pd.DataFrame) -> None:
    r"""Write a frame as CSV: UTF-8, ``\n``, quoted where needed, a missing cell empty."""
    with whole_file(path) as temporary:
        table = pa.Table.from_pandas(frame, preserve_index=False)
        arrow_csv.write_csv(table, temporary, arrow_csv.WriteOptions(quoting_style="needed"))
