"""Raw files by their names and sizes: which hold articles, and how they are dealt into shards."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from samestory.records import COMPRESSED

FORMATS = {".txt": "text", ".html": "html", ".htm": "html", ".jsonl": "records"}
# A JSONL file is dealt into shards by its size, so that planning never opens it: an article of news takes some 5 kB.
BYTES_PER_RECORD = 5000


@dataclass(frozen=True)
class RawPart:
    """A raw file, or the records of a JSONL file that begin between two bytes."""

    file: str
    start: int = 0
    end: int | None = None


def is_article(file: str) -> bool:
    """Tell by a file's ending whether it can hold articles."""
    return bool(format_of(file))


def is_records(file: str) -> bool:
    """Tell by a file's ending whether it holds a record a line."""
    return format_of(file) == "records"


def format_of(file: str) -> str:
    """Give ``text``, ``html`` or ``records`` by a file's ending, or an empty string."""
    path = Path(file.lower())
    if path.suffix in COMPRESSED:
        path = path.with_suffix("")
        return "records" if path.suffix == ".jsonl" else ""
    return FORMATS.get(path.suffix, "")


def plan_shards(files: Mapping[str, int], articles_per_shard: int) -> list[tuple[RawPart, ...]]:
    """Deal raw files into shards of about so many articles, from names and sizes alone.

    Args:
        files: their sizes in bytes by name, in their order.
        articles_per_shard: how many articles a shard has, about.

    Returns:
        The shards in the order of the files; each file, or each record of a JSONL file, in exactly one.
    """
    parts: list[tuple[RawPart, float]] = []
    room = articles_per_shard * BYTES_PER_RECORD
    for file, size in files.items():
        if format_of(file) != "records":
            parts.append((RawPart(file), 1))
        elif Path(file).suffix.lower() in COMPRESSED:
            parts.append((RawPart(file), max(1.0, 3 * size / BYTES_PER_RECORD)))
        else:
            for start in range(0, max(size, 1), room):
                end = min(start + room, size)
                parts.append((RawPart(file, start, end), max(1.0, (end - start) / BYTES_PER_RECORD)))
    shards: list[tuple[RawPart, ...]] = []
    current: list[RawPart] = []
    weight = 0.0
    for part, articles in parts:
        if current and weight + articles > articles_per_shard:
            shards.append(tuple(current))
            current, weight = [], 0.0
        current.append(part)
        weight += articles
    return [*shards, tuple(current)]
