"""The stretches of each article counted in words, and the letters that name their origins."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from samestory.figures.extent import words_in
from samestory.figures.style import NOTES
from samestory.phrasing import count
from samestory.stored import table

SHARED = ("wire", "statement", "background", "template")


@dataclass(frozen=True)
class Piece:
    """A stretch counted in words: from word ``first`` up to, not including, ``last``."""

    doc_id: str
    first: int
    last: int
    content: str
    origin_id: str | None
    note: str


def count_shared(origins: int, statements: int) -> str:
    """Count the origins that a figure draws; quoted statements among them are no article's origin, and said apart."""
    drawn = count(origins, "shared origin")
    quoted = "a quoted statement" if statements == 1 else "quoted statements"
    return f"{drawn} ({statements} of them {quoted})" if statements else drawn


def read_pieces(tables: Mapping[str, pd.DataFrame], starts: Mapping[str, list[int]]) -> list[Piece]:
    """Count the stretches of some articles in words; neighbours of one kind and origin become one.

    Args:
        tables: with overlap/stretches and overlap/origins.
        starts: where the words of each article begin (word_starts).
    """
    mine, columns = {"doc_id": list(starts)}, ("doc_id", "start", "end", "content", "origin_id")
    noted = ("doc_id", "origin_id", "basis")
    origins = table(tables, "overlap/origins", noted, {**mine, "basis": list(NOTES)})
    notes = {(doc, origin): NOTES[basis] for doc, origin, basis in zip(*(origins[c] for c in noted), strict=True)}
    stretches = table(tables, "overlap/stretches", columns, mine)
    pieces: list[Piece] = []
    for doc, start, end, content, origin in zip(*(stretches[c] for c in columns), strict=True):
        first, last = words_in(starts[doc], start, end)
        if first == last:
            continue
        origin_id = None if pd.isna(origin) or content not in SHARED else str(origin)
        piece = Piece(doc, first, last, content, origin_id, notes.get((doc, origin_id or ""), ""))
        before = pieces[-1] if pieces else None
        if before and (before.doc_id, before.last, before.content, before.origin_id) == (
            doc,
            first,
            content,
            origin_id,
        ):
            pieces[-1] = replace(before, last=last)
        else:
            pieces.append(piece)
    return pieces


def origin_letters(pieces: list[Piece]) -> dict[str, str]:
    """Letter the origins A, B, … Z, AA, … by the words that go back to them, most first."""
    words: dict[str, int] = {}
    for piece in pieces:
        if piece.origin_id:
            words[piece.origin_id] = words.get(piece.origin_id, 0) + piece.last - piece.first
    ranked = sorted(words, key=lambda origin: (-words[origin], origin))
    return {origin: _letter(number) for number, origin in enumerate(ranked)}


def origin_names(tables: Mapping[str, pd.DataFrame], origin_ids: Collection[str]) -> dict[str, str]:
    """Give some origins in words, by origin_id."""
    origins = table(tables, "overlap/origins", ("origin_id", "origin"), {"origin_id": origin_ids})
    return dict(zip(origins["origin_id"], origins["origin"], strict=True))


def _letter(number: int) -> str:
    return (_letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)
