"""A sheet measured in inches from its upper left corner, and letters that fit where they are put.

Every figure is laid out before it is drawn: a text is measured in the very font it will be drawn in, then
wrapped or shortened, so that no label meets another or leaves the frame.
"""

from bisect import bisect_right
from functools import cache
from itertools import accumulate
from math import fsum
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.patches import Circle, Polygon, Rectangle

from samestory.figures.style import FAINT, FILLING, FONT, INK, MARGIN, PAPER, POINT, SMALL, TEXT, WIDTH, Sign

ELLIPSIS = "…"
_MISSING = "□"


def sheet(height: float, width: float = WIDTH) -> tuple[Drawing, Axes]:
    """Make an empty drawing whose one axes is measured in inches, y downwards.

    Its size is rounded: Python 3.12 adds floats in another way than 3.11, and the last digit would show in the bytes.
    """
    height, width = round(height, 3), round(width, 3)
    drawing = Drawing(figsize=(width, height), facecolor=PAPER)
    axes = drawing.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    return drawing, axes


def box(axes: Axes, x: float, y: float, width: float, height: float, colour: str, **style: Any) -> None:
    """Draw a filled rectangle from its upper left corner."""
    axes.add_patch(Rectangle((x, y), width, height, facecolor=colour, **{"edgecolor": "none", **style}))


def draw_sign(axes: Axes, x: float, y: float, size: float, sign: Sign) -> None:
    """Draw an article's sign, ``size`` inches wide, from its upper left corner."""
    if sign.shape == "square":
        box(axes, x, y, size, size, sign.colour)
    elif sign.shape == "circle":
        middle = (x + size / 2, y + size / 2)
        axes.add_patch(Circle(middle, 0.55 * size, facecolor=sign.colour, edgecolor="none"))
    else:
        corners = [(x - 0.1 * size, y + size), (x + size / 2, y - 0.1 * size), (x + 1.1 * size, y + size)]
        axes.add_patch(Polygon(corners, facecolor=sign.colour, edgecolor="none"))


def letters(axes: Axes, x: float, y: float, text: str, size: float = TEXT, colour: str = INK, **style: Any) -> None:
    """Write one line, centred in height on ``y``."""
    style = {"ha": "left", "va": "center_baseline", **style}
    axes.text(x, y, printable(text), fontsize=size, color=colour, **style)


def printable(text: str) -> str:
    """Put a box for each letter that the font lacks and a blank for each control character."""
    known = _glyphs()
    return "".join(c if ord(c) in known else " " if ord(c) < 32 or c.isspace() else _MISSING for c in text)


def width_of(text: str, size: float = TEXT, bold: bool = False) -> float:
    """Measure a line in inches."""
    return fsum(_advance(c, bold) for c in printable(text)) * size * POINT


def fit(text: str, width: float, size: float = TEXT, bold: bool = False) -> str:
    """Shorten a line with an ellipsis until it is no wider than ``width`` inches."""
    ends = [place * size * POINT for place in accumulate(_advance(c, bold) for c in printable(text))]
    if width_of(text, size, bold) <= width:
        return text
    text = text[: bisect_right(ends, width - width_of(ELLIPSIS, size, bold))]
    while text and width_of(text + ELLIPSIS, size, bold) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def fit_ends(text: str, width: float, size: float = TEXT, bold: bool = False) -> str:
    """Shorten a line in its middle: of names that begin alike the end tells them apart."""
    if width_of(text, size, bold) <= width:
        return text
    tail = ""
    while len(tail) < len(text) and width_of(text[-len(tail) - 1 :], size, bold) <= 0.4 * width:
        tail = text[-len(tail) - 1 :]
    return fit(text, width - width_of(tail, size, bold), size, bold) + tail.lstrip()


def wrap(text: str, width: float, size: float = TEXT, lines: int = 99, bold: bool = False) -> list[str]:
    """Break a text into at most ``lines`` lines no wider than ``width`` inches; the last is shortened if need be."""
    done: list[str] = []
    words = [piece for word in text.split() for piece in _breakable(word, width, size, bold)]
    while words and len(done) < lines - 1:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", size, bold) <= width:
            line = f"{line} {words.pop(0)}"
        done.append(fit(line, width, size, bold))
    return [*done, fit(" ".join(words), width, size, bold)] if words else done


def _breakable(word: str, width: float, size: float, bold: bool) -> list[str]:
    """Cut a word that is wider than a line into pieces that are not."""
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character, size, bold) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


Entry = tuple[str, dict[str, Any]]


def key_lines(entries: list[Entry], width: float = WIDTH) -> list[list[Entry]]:
    """Set the entries of a key in lines that fit the width; the number of lines is known before drawing."""
    lines: list[list[Entry]] = [[]]
    used = 0.0
    for entry in entries:
        wide = _entry_width(entry)
        if lines[-1] and used + wide > width - 2 * MARGIN:
            lines.append([])
            used = 0.0
        lines[-1].append(entry)
        used += wide
    return lines


KEY_LINE = 0.17


def draw_marks(axes: Axes, mark: str, points: list[tuple[float, float]], size: float = 4.6) -> None:
    """Draw a round mark (``●``, ``◐`` or ``○``) ``size`` points wide at each point."""
    if points:
        axes.plot(
            *zip(*points, strict=True),
            linestyle="none",
            marker="o",
            markersize=size,
            markeredgewidth=0.8,
            color=INK,
            fillstyle=FILLING[mark],
            markerfacecoloralt=PAPER,
        )


def say_nothing(words: str) -> Drawing:
    """Draw a sheet that says why there is nothing to see."""
    lines = wrap(words, WIDTH - 2 * MARGIN, TEXT)
    drawing, axes = sheet(0.4 + 0.17 * len(lines))
    for number, line in enumerate(lines):
        letters(axes, MARGIN, 0.28 + 0.17 * number, line, TEXT, FAINT)
    return drawing


def draw_key(axes: Axes, y: float, lines: list[list[Entry]]) -> None:
    """Draw a key: each entry a swatch (``colour`` and patch style), a ``sign`` or a ``mark``, and its words."""
    for number, line in enumerate(lines):
        x, middle = MARGIN, y + (number + 0.5) * KEY_LINE
        for entry in line:
            words, style = entry
            if "mark" in style:
                letters(axes, x + 0.08, middle, style["mark"], SMALL, INK, ha="center")
            elif "sign" in style and style["sign"].shape != "square":
                draw_sign(axes, x + 0.04, middle - 0.05, 0.1, style["sign"])
            else:
                style = {"colour": style["sign"].colour} if "sign" in style else style
                swatch = {"edgecolor": FAINT, "linewidth": 0.4, **style}
                box(axes, x, middle - 0.05, 0.18, 0.1, swatch.pop("colour"), **swatch)
            letters(axes, x + 0.23, middle, words, SMALL, FAINT)
            x += _entry_width(entry)


def _entry_width(entry: Entry) -> float:
    return 0.23 + width_of(entry[0], SMALL) + 0.15


@cache
def _font(bold: bool) -> Any:
    # Our own copy: matplotlib changes the size of the one it shares.
    font = FT2Font(findfont(FontProperties(family=FONT, weight="bold" if bold else "normal")))
    font.set_size(100, 72)
    return font


@cache
def _glyphs() -> frozenset[int]:
    return frozenset(_font(bold=False).get_charmap())


@cache
def _advance(character: str, bold: bool) -> float:
    # 16.16 fixed point; the linear advance is free of hinting.
    glyph = _font(bold).load_char(ord(character), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / 100
