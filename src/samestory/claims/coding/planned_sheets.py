"""Coding sheets checked when a run is planned."""

from collections.abc import Sequence

from samestory.claims.coding.codebook import Codebook


def check_sheets(paths: Sequence[str], codebook: Codebook | None) -> None:
    """Check the sheets that coders filled, as far as that can be done before the articles are read.

    Raises:
        InputError: a sheet cannot be read, or a row of it is no answer; the message names file and line.
    """
    if paths:
        # It loads what reads articles, which takes longer than all else in planning: only where there are sheets.
        from samestory.claims.coding.sheet import read_coding_sheets

        read_coding_sheets(paths, codebook)
