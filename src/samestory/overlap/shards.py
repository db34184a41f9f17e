"""Shards: the tokens and texts of many articles on disk, read into memory only where a job needs them.

A shard is a folder of numpy arrays, opened as memory maps. Articles have one number over all shards, their place in
the order of ids, so that a sharded run finds what one job finds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from samestory.overlap.fingerprints import fingerprints
from samestory.overlap.pairs import count_articles
from samestory.overlap.passages import furniture_spans
from samestory.overlap.scoring import count_tokens
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.spelling import TokenHashes
from samestory.overlap.tokens import Hashes, Ints, Tokens, read_tokens

COLUMNS = tuple(field.name for field in fields(Tokens))


def write_shard(
    folder: Path, texts: pd.DataFrame, segments: pd.DataFrame, settings: OverlapSettings, parts: int
) -> int:
    """Write tokens, fingerprints, texts and vocabulary of a shard.

    Args:
        folder: where to.
        texts: clean/texts of the shard.
        segments: clean/segments of the shard.
        settings: the parameters.
        parts: among how many join jobs the fingerprints are dealt, by their low bits.

    Returns:
        The number of articles.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ordered = texts.sort_values("doc_id")
    ids, bodies = ordered["doc_id"].tolist(), ordered["text"].fillna("").tolist()
    tokens = read_tokens(bodies, furniture_spans(segments, ids))
    prints, places = fingerprints(tokens.hashes, tokens.block, settings.shingle_words, settings.window)
    part = (prints % np.uint64(parts)).astype(np.int64)
    order = np.argsort(part, kind="stable")
    first = np.searchsorted(tokens.doc, np.arange(len(ids) + 1))
    doc = tokens.doc[places]
    words, df = count_articles(tokens)
    codes = "".join(bodies).encode("utf-32-le", "surrogatepass")
    arrays: dict[str, NDArray[np.generic]] = {
        **{name: getattr(tokens, name) for name in COLUMNS},
        "first": first,
        "prints": prints[order],
        "print_doc": doc[order],
        "print_place": (places - first[doc]).astype(np.int32)[order],
        "print_limits": np.searchsorted(part[order], np.arange(parts + 1)),
        "token_counts": count_tokens(tokens.hashes),
        "words_of_shard": words,
        "articles_of_word": df.astype(np.int32),
        "codes": np.frombuffer(codes, dtype=np.uint32),
        "text_limits": np.cumsum([0, *map(len, bodies)]),
        "ids": np.array(ids, dtype=np.str_),
    }
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array)
    return len(ids)


class Shards:
    """The shards of a corpus; articles by their number in the order of ids."""

    def __init__(self, folders: Sequence[Path | str]) -> None:
        self.folders = [Path(folder) for folder in folders]
        own_ids = [self._array(number, "ids") for number in range(len(self.folders))]
        ids = np.concatenate([np.array(rows, dtype=object) for rows in own_ids])
        order = np.argsort(ids)
        self.ids: list[str] = ids[order].tolist()
        sizes = [len(rows) for rows in own_ids]
        self.shard = np.repeat(np.arange(len(sizes)), sizes)[order]
        self.place = np.concatenate([np.arange(size) for size in sizes])[order]
        number = np.empty(len(ids), dtype=np.int64)
        number[order] = np.arange(len(ids))
        self.numbers = np.split(number, np.cumsum(sizes)[:-1])

    def __len__(self) -> int:
        """The number of articles."""
        return len(self.ids)

    def __getitem__(self, doc: int) -> str:
        """The text of an article."""
        limits, codes = self._array(self.shard[doc], "text_limits"), self._array(self.shard[doc], "codes")
        low, high = limits[self.place[doc]], limits[self.place[doc] + 1]
        return codes[low:high].tobytes().decode("utf-32-le", "surrogatepass")

    def prints(self, part: int) -> tuple[Hashes, Ints, Ints]:
        """Give the fingerprints of a part: hash, article, place in the article; in the order of articles."""
        columns: list[tuple[NDArray[np.generic], ...]] = []
        for number in range(len(self.folders)):
            low, high = self._array(number, "print_limits")[part : part + 2]
            doc = self.numbers[number][self._array(number, "print_doc")[low:high]]
            columns.append((self._array(number, "prints")[low:high], doc, self._array(number, "print_place")[low:high]))
        prints, doc, place = (np.concatenate(column) for column in zip(*columns, strict=True))
        order = np.lexsort((place, doc))
        return prints[order], doc[order], place[order].astype(np.int64)

    def load(self, docs: Ints) -> Tokens:
        """Read the tokens of some articles, numbered anew from 0; ``docs`` ascend."""
        wanted: list[tuple[NDArray[np.generic], ...]] = []
        rows = [
            (number, self.place[docs[self.shard[docs] == number]], np.flatnonzero(self.shard[docs] == number))
            for number in np.unique(self.shard[docs]).tolist() or [0]
        ]
        for number, places, new in rows:
            first = self._array(number, "first")
            sizes = first[places + 1] - first[places]
            at = np.arange(int(sizes.sum())) + np.repeat(first[places] - (np.cumsum(sizes) - sizes), sizes)
            own = {name: self._array(number, name)[at] for name in COLUMNS}
            own["doc"] = np.repeat(new, sizes).astype(np.int32)
            wanted.append(tuple(own[name] for name in COLUMNS))
        columns = dict(zip(COLUMNS, (np.concatenate(column) for column in zip(*wanted, strict=True)), strict=True))
        order = np.argsort(columns["doc"], kind="stable")
        columns = {name: column[order] for name, column in columns.items()}
        new = np.ones(len(order), dtype=bool)
        new[1:] = (columns["doc"][1:] != columns["doc"][:-1]) | (columns["block"][1:] != columns["block"][:-1])
        columns["block"] = np.cumsum(new, dtype=np.int32) - np.int32(1)
        return Tokens(**columns)

    def token_counts(self) -> Ints:
        """Count the tokens of the corpus as ``scoring.count_tokens`` does."""
        counts: Ints = np.sum([self._array(number, "token_counts") for number in range(len(self.folders))], axis=0)
        return counts

    def vocabulary(self) -> tuple[TokenHashes, Ints]:
        """Count the articles of the corpus that hold each token: the distinct tokens, sorted, and their counts."""
        words, df = np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.int64)
        for number in range(len(self.folders)):
            words = np.concatenate([words, self._array(number, "words_of_shard")])
            df = np.concatenate([df, self._array(number, "articles_of_word")])
            order = np.argsort(words, kind="stable")
            words, df = words[order], df[order]
            first = np.flatnonzero(np.diff(words.astype(np.int64), prepend=-1))
            if len(first):
                words, df = words[first], np.add.reduceat(df, first)
        return words, df

    def _array(self, number: int, name: str) -> NDArray[np.generic]:
        array: NDArray[np.generic] = np.load(self.folders[number] / f"{name}.npy", mmap_mode="r")
        return array


def write_parts(folder: Path, rows: Ints, part: Ints, parts: int) -> None:
    """Write rows of numbers, dealt among jobs."""
    folder.mkdir(parents=True, exist_ok=True)
    order = np.argsort(part, kind="stable")
    np.save(folder / "rows.npy", rows[order].astype(np.int32))
    np.save(folder / "limits.npy", np.searchsorted(part[order], np.arange(parts + 1)))


def read_part(folders: Sequence[Path | str], part: int) -> Ints:
    """Read the rows of one job from all folders."""
    return np.concatenate(list(_rows(folders, part)))


def _rows(folders: Sequence[Path | str], part: int) -> Iterator[Ints]:
    for folder in map(Path, folders):
        low, high = np.load(folder / "limits.npy")[part : part + 2]
        yield np.load(folder / "rows.npy", mmap_mode="r")[low:high].astype(np.int64)
