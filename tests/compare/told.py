"""What a comparison of a test's claims tells."""

from typing import Any

from samestory.claims.coding.codebook import Codebook
from samestory.compare import compare
from samestory.rows import rows_of


def conflicts(book: Codebook, tables: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the rows of compare/conflicts."""
    return rows_of(compare(book, **tables)["compare/conflicts"])
