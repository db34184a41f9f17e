"""A finished figure, and how it is written to disk."""

import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

from matplotlib.figure import Figure as Drawing

from samestory.figures.style import look
from samestory.whole_file import whole_file

FORMATS = ("svg", "png", "pdf")
PNG_DPI = 200
# Dates, producers and versions would make the bytes differ between runs.
_METADATA: dict[str, dict[str, None]] = {
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
    "pdf": {"CreationDate": None, "Producer": None, "Creator": None},
}


@dataclass(frozen=True, repr=False)
class Figure:
    """A drawing with its words; as the last line of a notebook cell it shows itself.

    Attributes:
        drawing: the matplotlib figure.
        title: a short name for headings and lists.
        caption: what it shows, how to read it and what it leaves out, with the run's numbers.
        alt: the same for a reader who cannot see it: what the marks say, in words and numbers.
    """

    drawing: Drawing
    title: str
    caption: str
    alt: str

    def __repr__(self) -> str:
        return f"Figure: {self.title}"

    def _repr_svg_(self) -> str:
        return self.content("svg").decode("utf-8")

    def content(self, suffix: str) -> bytes:
        """Give the file of the drawing (svg, png or pdf)."""
        page = io.BytesIO()
        with look():
            self.drawing.savefig(page, format=suffix, dpi=PNG_DPI, metadata=_METADATA[suffix])
        content = page.getvalue()
        return compact(content.decode("utf-8")).encode("utf-8") if suffix == "svg" else content


_GLYPH = re.compile(r'<use xlink:href="#([gb][0-9a-f]+)" transform="translate\((\d+)(?:\.\d+)? 0\)"/>')


def compact(svg: str) -> str:
    """Write matplotlib's SVG in a third of the bytes: the report holds every figure.

    Comments, line breaks and the ids of groups go; a letter is placed by ``x`` in whole units of the font (a
    hundredth of its size) instead of a transform.
    """
    svg = re.sub(r"<!--.*?-->|<!DOCTYPE.*?>|<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r">\s+<", "><", svg)
    svg = re.sub(r"\s*\n\s*", " ", svg)
    svg = re.sub(r'<g id="[^"]*">', "<g>", svg)
    svg = svg.replace("DejaVuSans-Bold-", "b").replace("DejaVuSans-", "g")
    svg = _GLYPH.sub(r'<use xlink:href="#\1" x="\2"/>', svg)
    return svg.strip() + "\n"


@dataclass(frozen=True)
class FigureSettings:
    """How much one figure holds.

    Attributes:
        max_documents: articles in one figure; of a larger corpus the largest clusters of reuse are shown.
        max_rows: variables or voices in one figure.
    """

    max_documents: int = 50
    max_rows: int = 30


def save(figure: Figure, folder: Path | str, name: str) -> list[Path]:
    """Write ``name``.svg, .png (200 dpi), .pdf and .json (title, caption, alt), each whole or not at all.

    The same figure gives the same bytes on every run.

    Returns:
        The paths written.
    """
    folder = Path(folder)
    paths = []
    for suffix in FORMATS:
        path = folder / f"{name}.{suffix}"
        with whole_file(path) as temporary:
            temporary.write_bytes(figure.content(suffix))
        paths.append(path)
    path = folder / f"{name}.json"
    words = {"title": figure.title, "caption": figure.caption, "alt": figure.alt}
    with whole_file(path) as temporary:
        temporary.write_text(json.dumps(words, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return [*paths, path]
