"""The report: findings, figures, tables and the reading room in one page."""

from samestory.report.finding import Cell, Finding
from samestory.report.findings import find_findings, headline, origin_range
from samestory.report.page import Picture, ReportSettings, read_pictures, render

# What the report reads, beside the figures and what the corpus says of itself.
READS = (
    "clean/texts",
    "clean/documents",
    "clean/segments",
    "clean/sentences",
    "overlap/passages",
    "overlap/pairs",
    "overlap/stretches",
    "overlap/origins",
    "overlap/cuts",
    "claims/quotes",
    "claims/attributions",
    "claims/wording",
    "claims/claims",
    "compare/agreement",
    "compare/conflicts",
    "compare/quote_variants",
    "compare/reliability",
    "compare/validation",
)

__all__ = [
    "READS",
    "Cell",
    "Finding",
    "Picture",
    "ReportSettings",
    "find_findings",
    "headline",
    "origin_range",
    "read_pictures",
    "render",
]
