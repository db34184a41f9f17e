"""The report: findings, figures, tables and the reading room in one page."""

from samestory.report.finding import Cell, Finding
from samestory.report.findings import find_findings, headline, origin_range
from samestory.report.page import Picture, ReportSettings, read_pictures, render

__all__ = [
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
