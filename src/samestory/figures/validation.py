"""Figure 10: the program's coding against hand coding, question by question."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from samestory.figures.claim_values import question_names
from samestory.figures.drawing import KEY_LINE, Entry, draw_key, fit_ends, key_lines, letters, say_nothing, sheet
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.grid import rows_that_fit
from samestory.figures.style import FAINT, INK, MARGIN, PAGE, PAPER, RULE, SMALL, TEXT, WIDTH, look
from samestory.phrasing import count
from samestory.stored import table

NOTHING = (
    "No article was coded by hand, so the program is not validated on this corpus. Coding sheets in the corpus's "
    "folder gold/ (coding*.csv) fill this figure."
)
# Fewer units are counted, not rated: compare gives no interval below.
MIN_UNITS = 30
ROW, HEAD = 0.19, 0.3
LABEL, COUNT = 1.75, 0.4
MEASURES = (("precision", "s", PAPER), ("recall", "D", PAPER), ("f1", "o", INK))
Row = Mapping[Any, Any]
Naming = Callable[[str], str]


def validation(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw precision, recall and F1 with its 95 % interval for each question coded by hand.

    Reads compare/validation, compare/agreement. Questions with fewer than 30 coded articles show their number only.
    """
    del settings
    name = question_names(tables)
    every: list[Row] = [*table(tables, "compare/validation").to_dict("records")]
    every.sort(key=lambda row: (row["n"] < MIN_UNITS, -(0 if pd.isna(row["f1"]) else row["f1"]), row["variable"]))
    shown = every[: rows_that_fit([ROW] * len(every), PAGE - HEAD - 0.8)]
    with look():
        drawing = _draw(shown, name) if any(map(_rated, shown)) else say_nothing(_few(every) if every else NOTHING)
    return Figure(drawing, "Program against hand coding", _caption(every, shown, name), _alt(shown, name))


def _draw(shown: list[Row], name: Naming) -> Drawing:
    key = key_lines(_key())
    bottom = HEAD + ROW * len(shown)
    drawing, axes = sheet(bottom + 0.3 + KEY_LINE * len(key) + 0.08)
    left, right = MARGIN + LABEL + COUNT + 0.2, WIDTH - MARGIN - 0.2
    letters(axes, MARGIN + LABEL + COUNT, HEAD - 0.13, "articles", SMALL, FAINT, ha="right")
    for share in (0, 0.25, 0.5, 0.75, 1):
        x = left + share * (right - left)
        axes.plot([x, x], [HEAD - 0.03, bottom + 0.04], color=RULE, lw=0.4, zorder=0.5)
        letters(axes, x, bottom + 0.12, f"{share * 100:.0f} %", SMALL, FAINT, ha="center")
    for number, row in enumerate(shown):
        _draw_row(axes, HEAD + ROW * (number + 0.5), row, name(row["variable"]), left, right)
    draw_key(axes, bottom + 0.24, key)
    return drawing


def _draw_row(axes: Axes, y: float, row: Row, name: str, left: float, right: float) -> None:
    letters(axes, MARGIN, y, fit_ends(name, LABEL, TEXT), TEXT)
    letters(axes, MARGIN + LABEL + COUNT, y, f"{row['n']:,}", SMALL, ha="right")
    if not _rated(row):
        halo = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
        letters(axes, left + 0.08, y, f"too few to rate (under {MIN_UNITS})", SMALL, FAINT, bbox=halo)
        return

    def place(share: float) -> float:
        return left + share * (right - left)

    if not pd.isna(row["ci_low"]):
        axes.plot([place(row["ci_low"]), place(row["ci_high"])], [y, y], color=INK, lw=1.4)
    for measure, marker, fill in MEASURES:
        if not pd.isna(row[measure]):
            style: dict[str, Any] = {"markersize": 4.2, "color": INK, "markerfacecolor": fill, "markeredgewidth": 0.8}
            axes.plot([place(row[measure])], [y], marker=marker, **style)


def _rated(row: Row) -> bool:
    return int(row["n"]) >= MIN_UNITS and not pd.isna(row["f1"])


def _few(every: list[Row]) -> str:
    """Say what was coded by hand where it is too little for any question."""
    least, most = min(int(row["n"]) for row in every), max(int(row["n"]) for row in every)
    articles = f"{count(most, 'article')}" if least == most else f"{least} to {count(most, 'article')}"
    return (
        f"{count(len(every), 'question')} coded by hand in {articles} each: too few to rate the program "
        f"(at least {MIN_UNITS} are needed). What was coded is counted in compare/validation."
    )


def _key() -> list[Entry]:
    return [
        ("precision", {"mark": "□"}),
        ("recall", {"mark": "◇"}),
        ("F1, with its 95 % interval", {"mark": "●"}),
    ]


def _caption(every: list[Row], shown: list[Row], name: Naming) -> str:
    if not every:
        return NOTHING
    rated = [row for row in every if _rated(row)]
    sentences = [f"{count(len(every), 'question')} coded by hand."]
    if rated:
        best, worst = rated[0], rated[-1]
        sentences.append(
            f"F1 from {float(worst['f1']):.2f} ({name(worst['variable'])}) to "
            f"{float(best['f1']):.2f} ({name(best['variable'])}); the line is its 95 % interval over "
            "articles."
        )
    if len(rated) < len(every):
        few = len(every) - len(rated)
        sentences.append(f"{few} with fewer than {MIN_UNITS} coded articles, or nothing to find, only counted.")
    if len(shown) < len(every):
        sentences.append(f"Shown: {len(shown)}; the rest is in compare/validation.")
    return " ".join(sentences)


def _alt(shown: list[Row], name: Naming) -> str:
    lines = []
    for row in shown[:15]:
        n = int(row["n"])
        if not _rated(row):
            lines.append(f"{name(row['variable'])}: {count(n, 'article')} coded, too few to rate.")
            continue
        scores = ", ".join(
            f"{'F1' if m == 'f1' else m} {float(row[m]):.2f}" for m, _, _ in MEASURES if not pd.isna(row[m])
        )
        lines.append(f"{name(row['variable'])}: {count(n, 'article')}, {scores}.")
    if len(shown) > 15:
        lines.append(f"And {len(shown) - 15} more, in compare/validation.")
    return " ".join(lines) or "No hand coding."
