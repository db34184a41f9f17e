"""What a finding is: a sentence, its numbers, and the table cells it is taken or counted from."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """A cell of a published table: its table, the key of its row, its column."""

    table: str
    row: tuple[str, ...]
    column: str


@dataclass(frozen=True)
class Finding:
    """One thing found.

    Attributes:
        kind: origins | reuse | contradiction | one_source | lost | left_out.
        sentence: what was found; every number in it stands in ``numbers`` or in one of ``cells``.
        numbers: the numbers that were counted or rounded, by name.
        cells: the table cells they are taken or counted from.
        target: the fragment that opens it in the report ("conflict=..."), or "".
        question: the question it is about, in words, or "".
    """

    kind: str
    sentence: str
    numbers: Mapping[str, float]
    cells: tuple[Cell, ...]
    target: str = ""
    question: str = ""
