"""Shards: the tokens and texts of many articles on disk, read into memory only where a job needs them.

A shard is a folder of numpy arrays, opened as memory maps. Articles have one number over all shards, their place in
the order of ids, so that a sharded run finds what one job finds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from samestory.overlap.fingerprints import fingerprints
from samestory.overlap.pairs import count_articles
from samestory.overlap.passages import furniture_spans
from samestory.overlap.scoring import count_tokens
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.spelling import TokenHashes
from samestory.overlap.tokeniser import read_tokens
from samestory.overlap.tokens import Hashes, Ints, Places, Tokens

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

    def texts(self, docs: Ints) -> list[str]:
        """Read the texts of some articles."""
        texts = [""] * len(docs)
        shard = self.shard[docs]
        for number in np.unique(shard).tolist():
            # A plain view: cutting a memory map costs as much as reading a text.
            limits, codes = (self._array(number, name).view(np.ndarray) for name in ("text_limits", "codes"))
            for row in np.flatnonzero(shard == number).tolist():
                place = self.place[docs[row]]
                text = codes[limits[place] : limits[place + 1]]
                texts[row] = text.tobytes().decode("utf-32-le", "surrogatepass")
        return texts

    def prints(self, part: int) -> tuple[Hashes, Places, Places]:
        """Give the fingerprints of a part: hash, article, place in the article; in the order of articles."""
        columns: list[tuple[NDArray[Any], ...]] = []
        for number in range(len(self.folders)):
            low, high = self._array(number, "print_limits")[part : part + 2]
            doc = self.numbers[number][self._array(number, "print_doc")[low:high]].astype(np.int32)
            columns.append((self._array(number, "prints")[low:high], doc, self._array(number, "print_place")[low:high]))
        prints, doc, place = (np.concatenate(column) for column in zip(*columns, strict=True))
        order = np.argsort((doc.astype(np.int64) << 32) | place)
        return prints[order], doc[order], place[order]

    def load(self, docs: Ints) -> Tokens:
        """Read the tokens of some articles, numbered anew from 0; ``docs`` ascend."""
        shard, place = self.shard[docs], self.place[docs]
        rows = {number: np.flatnonzero(shard == number) for number in np.unique(shard).tolist() or [0]}
        begins, sizes = np.zeros(len(docs), dtype=np.int64), np.zeros(len(docs), dtype=np.int64)
        for number, own in rows.items():
            first = self._array(number, "first")
            begins[own], sizes[own] = first[place[own]], first[place[own] + 1] - first[place[own]]
        limits = np.concatenate([[0], np.cumsum(sizes)])
        columns: dict[str, NDArray[Any]] = {}
        for number, own in rows.items():
            before = np.cumsum(sizes[own]) - sizes[own]
            step = np.arange(int(sizes[own].sum()))
            source = step + np.repeat(begins[own] - before, sizes[own])
            goal = step + np.repeat(limits[own] - before, sizes[own])
            for name in COLUMNS:
                array = self._array(number, name)
                columns.setdefault(name, np.empty(limits[-1], dtype=array.dtype))[goal] = array[source]
        columns["doc"] = np.repeat(np.arange(len(docs), dtype=np.int32), sizes)
        new = np.ones(len(columns["doc"]), dtype=bool)
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
    np.save(folder / "rows.npy", rows.astype(np.int32)[order])
    np.save(folder / "limits.npy", np.searchsorted(part[order], np.arange(parts + 1)))


def read_part(folders: Sequence[Path | str], part: int) -> Places:
    """Read the rows of one job from all folders."""
    return np.concatenate(list(_rows(folders, part)))


def _rows(folders: Sequence[Path | str], part: int) -> Iterator[Places]:
    for folder in map(Path, folders):
        low, high = np.load(folder / "limits.npy")[part : part + 2]
        yield np.load(folder / "rows.npy", mmap_mode="r")[low:high]
