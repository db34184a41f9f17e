"""Articles as columns: their names above, straight where there is room, else upright; the sheet grows with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matplotlib.axes import Axes

from samestory.figures.drawing import draw_sign, fit, letters, width_of, wrap
from samestory.figures.selection import Selection
from samestory.figures.style import MARGIN, RULE, SMALL, WIDTH, Sign

# Up to so many names stand straight, and the cells below have room for words.
STRAIGHT = 6
# Two upright names do not meet at this distance.
PITCH = 0.12
WIDEST_CELL = 0.28
NAME = 1.35


@dataclass(frozen=True)
class Grid:
    """Where the columns of a sheet stand, in inches.

    Attributes:
        chosen: the articles, one column each.
        left: where the first column begins.
        cell: the width of a column.
        head: the height of the names.
        width: the width of the sheet.
        straight: whether the names stand straight.
    """

    chosen: Selection
    left: float
    cell: float
    head: float
    width: float
    straight: bool

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.left + self.cell * len(self.chosen.doc_ids)

    def middle(self, column: int) -> float:
        """The middle of a column."""
        return self.left + (column + 0.5) * self.cell


def lay_grid(chosen: Selection, left: float, pitch: float = PITCH) -> Grid:
    """Lay out columns from ``left`` on, none narrower than ``pitch`` inches."""
    number = max(len(chosen.doc_ids), 1)
    room = WIDTH - left - MARGIN
    if number <= STRAIGHT:
        cell = room / number
        lines = max([len(_name_lines(name, cell)) for name in chosen.names] or [1])
        return Grid(chosen, left, cell, 0.13 * lines + 0.22, WIDTH, straight=True)
    cell = min(max(pitch, room / number), WIDEST_CELL)
    longest = min(max(width_of(name, SMALL) for name in chosen.names), NAME)
    return Grid(chosen, left, cell, longest + 0.26, max(WIDTH, left + cell * number + MARGIN), straight=False)


def _name_lines(name: str, cell: float) -> list[str]:
    return wrap(name, cell - 0.06, SMALL, 3)


def draw_heads(axes: Axes, grid: Grid, signs: Mapping[str, Sign], top: float) -> None:
    """Write the names of the articles over their columns, each with its colour, from ``top`` down."""
    base = top + grid.head
    for column, doc in enumerate(grid.chosen.doc_ids):
        name = grid.chosen.labels[doc]
        x = grid.middle(column)
        draw_sign(axes, x - 0.045, base - 0.14, 0.09, signs[doc])
        if not grid.straight:
            letters(axes, x, base - 0.19, fit(name, NAME, SMALL), SMALL, rotation=90, ha="center", va="bottom")
            continue
        lines = _name_lines(name, grid.cell)
        for number, line in enumerate(lines):
            letters(axes, x, base - 0.23 - 0.13 * (len(lines) - 1 - number), line, SMALL, ha="center")


def draw_guides(axes: Axes, grid: Grid, top: float, bottom: float) -> None:
    """Draw a faint line down every fifth column of many, so that the eye finds its name."""
    if not grid.straight:
        for column in range(0, len(grid.chosen.doc_ids), 5):
            x = grid.middle(column)
            axes.plot([x, x], [top, bottom], color=RULE, lw=0.4, zorder=0.5)


def rows_that_fit(heights: Iterable[float], room: float) -> int:
    """Count the rows, from the first on, that fit into ``room`` inches, one at least; no more are looked at."""
    used, fitting = 0.0, 0
    for height in heights:
        used += height
        if used > room and fitting:
            break
        fitting += 1
    return fitting
