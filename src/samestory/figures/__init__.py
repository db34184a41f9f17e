"""Figures: one function each, from the published tables to a drawing with caption and alternative text."""

from collections.abc import Callable

from samestory.figures.agreement import agreement
from samestory.figures.claim_matrix import claim_matrix
from samestory.figures.figure import Figure, FigureSettings, save
from samestory.figures.number_lines import numbers
from samestory.figures.origins import origins
from samestory.figures.overlap_matrix import overlap_matrix
from samestory.figures.quote_variants import quote_variants
from samestory.figures.reuse_map import reuse_map
from samestory.figures.timeline import timeline
from samestory.figures.validation import validation
from samestory.figures.voices import voices
from samestory.figures.wording import wording

# In the order in which the report shows them. Each takes the tables by their full names ("clean/texts").
FIGURES: dict[str, Callable[..., Figure]] = {
    "reuse_map": reuse_map,
    "overlap_matrix": overlap_matrix,
    "origins": origins,
    "claim_matrix": claim_matrix,
    "numbers": numbers,
    "voices": voices,
    "timeline": timeline,
    "agreement": agreement,
    "quote_variants": quote_variants,
    "validation": validation,
    "wording": wording,
}

__all__ = ["FIGURES", "Figure", "FigureSettings", "save", *FIGURES]
