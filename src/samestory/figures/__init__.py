"""Figures: one function each, from the published tables to a drawing with caption and alternative text."""

from collections.abc import Callable

from samestory.figures.claim_matrix import claim_matrix
from samestory.figures.figure import Figure, FigureSettings, save
from samestory.figures.overlap_matrix import overlap_matrix
from samestory.figures.reuse_map import reuse_map
from samestory.figures.voices import voices

# In the order in which the report shows them. Each takes the tables by their full names ("clean/texts").
FIGURES: dict[str, Callable[..., Figure]] = {
    "reuse_map": reuse_map,
    "overlap_matrix": overlap_matrix,
    "claim_matrix": claim_matrix,
    "voices": voices,
}

# What one job that draws all figures reads.
READS = (
    "clean/texts",
    "clean/documents",
    "clean/segments",
    "clean/quotations",
    "overlap/passages",
    "overlap/pairs",
    "overlap/stretches",
    "overlap/origins",
    "claims/attributions",
    "claims/claims",
    "compare/agreement",
)

__all__ = [
    "FIGURES",
    "READS",
    "Figure",
    "FigureSettings",
    "claim_matrix",
    "overlap_matrix",
    "reuse_map",
    "save",
    "voices",
]
