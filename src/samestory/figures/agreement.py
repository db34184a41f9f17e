"""Figure 8: how many carry each claim, by article, outlet, origin and source; beside it the contrary, the unheard."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from samestory.figures.claim_values import question_names
from samestory.figures.drawing import (
    KEY_LINE,
    Entry,
    box,
    draw_key,
    fit,
    fit_ends,
    key_lines,
    letters,
    say_nothing,
    sheet,
    width_of,
)
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.grid import rows_that_fit
from samestory.figures.moments import say_moment
from samestory.figures.style import AGREEMENT, FAINT, INK, MARGIN, PAGE, PAPER, RULE, SMALL, TELLING, TEXT, WIDTH, look
from samestory.figures.verdicts import draw_verdict
from samestory.phrasing import count, listed
from samestory.stored import table

NOTHING = "No question was answered, so there is nothing to count."
HEAD, ROW, VALUES, GROUP = 0.26, 0.19, 0.14, 0.24
LABEL, STACK, COLUMN, NUMBER, GAP = 1.66, 1.34, 0.66, 0.28, 0.08
SUPPORT, AGAINST, UNHEARD = "#0b5a8c", "#de7f3c", "#e6e6e6"
COLUMNS = ("outlets", "origins", "sources")


@dataclass(frozen=True)
class Support:
    """A row of compare/agreement: the question and its name for readers, its counts, and what speaks against it."""

    variable: str
    name: str
    between: str
    values: tuple[str, ...]
    n_documents: int
    n_outlets: int
    n_origins: tuple[int, int]
    n_sources: int
    n_contrary: int
    n_not_detected: int

    @property
    def origins(self) -> str:
        """The range of origins in words."""
        low, high = self.n_origins
        return f"{low}" if low == high else f"{low}–{high}"

    @property
    def supports(self) -> tuple[tuple[str, int, int], ...]:
        """Outlets, origins and sources: in words, and the lowest and the highest number."""
        return (
            (f"{self.n_outlets}", self.n_outlets, self.n_outlets),
            (self.origins, *self.n_origins),
            (f"{self.n_sources}", self.n_sources, self.n_sources),
        )


def agreement(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw each question's support as bars: articles, contrary and unheard in one; outlets, origins, sources beside it.

    Reads clean/documents, compare/agreement, compare/conflicts. Contrary are the articles with a claim
    that contradicts another article's. A row of one scope repeats what its whole question says and is left out.
    """
    del settings
    # What articles draw on (a press statement, an agency's original) makes claims, too, and is no article.
    roles = table(tables, "clean/documents", ("role",))["role"]
    noun = "article" if (roles == "article").all() else "text"
    every = find_support(tables)
    # Each group of one verdict has a line of its own above it.
    heights = (
        _height(row) + (GROUP if i == 0 or every[i - 1].between != row.between else 0) for i, row in enumerate(every)
    )
    shown = every[: rows_that_fit(heights, PAGE - HEAD - 0.5)]
    with look():
        drawing = _draw(shown, noun) if shown else say_nothing(NOTHING)
    return Figure(drawing, "How many carry each claim", _caption(shown, every, noun), _alt(shown, noun))


def find_support(tables: Mapping[str, pd.DataFrame]) -> list[Support]:
    """Collect the questions of compare/agreement: by verdict, the most telling first, then by articles."""
    rows = table(tables, "compare/agreement")
    whole = set(rows.loc[rows["scope"].isna(), "variable"])
    contrary: dict[str, set[str]] = {}
    conflicts = table(tables, "compare/conflicts")
    conflicts = conflicts[(conflicts["kind"] == "contradiction") & (conflicts["level"] == "articles")]
    for row in conflicts.to_dict("records"):
        contrary.setdefault(row["variable"], set()).update(holders(row))
    name = question_names(tables)
    events = {event for event in rows["event"] if not pd.isna(event)}
    told = ("scope", "event") if len(events) > 1 else ("scope",)
    found = [
        Support(
            row["variable"],
            ", ".join([name(row["variable"]), *(str(row[part]) for part in told if not pd.isna(row[part]))]),
            row["between"],
            tuple(map(str, json.loads(row["values"]))),
            int(row["n_documents"]),
            int(row["n_outlets"]),
            (int(row["n_origins_min"]), int(row["n_origins_max"])),
            int(row["n_sources"]),
            len(contrary.get(row["variable"], set()).intersection(json.loads(row["documents"]))),
            len(json.loads(row["not_detected"])),
        )
        for row in rows.to_dict("records")
        if pd.isna(row["scope"]) or row["variable"] not in whole
    ]
    return sorted(found, key=lambda s: (TELLING.index(s.between), -s.n_documents, s.variable, s.name))


def holders(conflict: Mapping[Any, Any]) -> set[str]:
    """Give every article that holds either side of a row of compare/conflicts."""
    lists = [conflict[column] for column in ("documents_a", "documents_b") if not pd.isna(conflict[column])]
    return {conflict["doc_a"], conflict["doc_b"], *(doc for listed_ in lists for doc in json.loads(listed_))}


def _height(row: Support) -> float:
    return ROW + (VALUES if len(row.values) > 1 else 0) + 0.04


def _draw(shown: list[Support], noun: str) -> Drawing:
    key = key_lines(_key(shown, noun))
    groups = len({row.between for row in shown})
    bottom = HEAD + sum(map(_height, shown)) + GROUP * groups
    drawing, axes = sheet(bottom + 0.08 + KEY_LINE * len(key) + 0.08)
    articles = max(row.n_documents + row.n_not_detected for row in shown)
    most = max(articles, *(max(row.n_sources, row.n_origins[1]) for row in shown))
    letters(axes, MARGIN + LABEL, HEAD - 0.1, f"of {count(articles, noun)}", SMALL)
    places, long = _columns(shown)
    for name, x in zip(COLUMNS, places, strict=True):
        letters(axes, x, HEAD - 0.1, name, SMALL)
    y, verdict = HEAD, ""
    for row in shown:
        if row.between != verdict:
            verdict = row.between
            axes.plot([MARGIN, WIDTH - MARGIN], [y] * 2, color=RULE, lw=0.6)
            draw_verdict(axes, MARGIN, y + 0.04, verdict)
            y += GROUP
        _draw_row(axes, y, row, articles)
        _draw_support(axes, y + ROW / 2, row, places, long / most)
        y += _height(row)
    draw_key(axes, bottom + 0.06, key)
    return drawing


def _key(shown: list[Support], noun: str) -> list[Entry]:
    entries: list[Entry] = [(f"{noun}s that carry it", {"colour": SUPPORT})]
    if any(row.n_contrary for row in shown):
        entries.append(("that contradict another", {"colour": AGAINST}))
    entries.append(("not detected (not: silent)", {"colour": UNHEARD}))
    if any(low < high for low, high in (row.n_origins for row in shown)):
        entries.append(("at most, where an origin is inferred", {"colour": PAPER, "hatch": "//////"}))
    return entries


def _columns(shown: list[Support]) -> tuple[list[float], float]:
    """Say where the bars of each column begin, behind room for its widest number, and how long they may be."""
    widest = [max(width_of(row.supports[column][0], SMALL) for row in shown) for column in range(len(COLUMNS))]
    numbers = [max(NUMBER, wide + 0.1) for wide in widest]
    long = COLUMN - GAP - sum(numbers) / len(COLUMNS)
    ends = accumulate(number + (long + GAP) * (column > 0) for column, number in enumerate(numbers))
    return [MARGIN + LABEL + STACK + end for end in ends], long


def _draw_row(axes: Axes, y: float, row: Support, articles: int) -> None:
    middle = y + ROW / 2
    letters(axes, MARGIN, middle, fit_ends(row.name, LABEL - 0.1, TEXT), TEXT)
    x, scale = MARGIN + LABEL, (STACK - 0.2) / articles
    parts = (
        (row.n_documents - row.n_contrary, SUPPORT, PAPER),
        (row.n_contrary, AGAINST, INK),
        (row.n_not_detected, UNHEARD, INK),
    )
    for number, colour, ink in parts:
        if number > 0:
            box(axes, x, middle - 0.07, number * scale, 0.14, colour, edgecolor=PAPER, linewidth=0.6)
            if width_of(f"{number}", SMALL) + 0.03 < number * scale:
                letters(axes, x + number * scale / 2, middle, f"{number}", SMALL, ink, ha="center")
        x += number * scale
    if len(row.values) > 1:
        words = " · ".join(say_moment(value) for value in row.values)
        letters(axes, MARGIN, y + ROW + VALUES / 2 - 0.02, fit(words, WIDTH - 2 * MARGIN, SMALL), SMALL, FAINT)


def _draw_support(axes: Axes, middle: float, row: Support, places: list[float], scale: float) -> None:
    for x, (words, low, high) in zip(places, row.supports, strict=True):
        letters(axes, x - 0.05, middle, words, SMALL, ha="right")
        box(axes, x, middle - 0.05, low * scale, 0.1, SUPPORT)
        if high > low:
            edge = {"hatch": "//////", "edgecolor": SUPPORT, "linewidth": 0.5}
            box(axes, x + low * scale, middle - 0.05, (high - low) * scale, 0.1, PAPER, **edge)


def _caption(shown: list[Support], every: list[Support], noun: str) -> str:
    if not every:
        return NOTHING
    several = [row for row in every if row.n_documents > 1]
    one_origin = sum(1 for row in several if row.n_origins[0] == 1)
    contrary = sum(1 for row in every if row.n_contrary)
    sentences = [
        f"{count(len(every), 'question')}; {len(several)} answered by two {noun}s or more, {one_origin} of these "
        "possibly by one origin alone.",
        f"In {contrary} one {noun} contradicts another; the {noun}s on either side are counted.",
        "Five copies of one wire story are one origin, and five origins may rest on one source: support is not truth, "
        "and not detected is not silence.",
    ]
    if len(shown) < len(every):
        sentences.append(f"Shown: {len(shown)}; the rest is in compare/agreement.")
    return " ".join(sentences)


def _alt(shown: list[Support], noun: str) -> str:
    lines = [
        f"{row.name} ({AGREEMENT[row.between][1]}): {count(row.n_documents, noun)}, "
        f"{count(row.n_outlets, 'outlet')}, origins {row.origins}, {count(row.n_sources, 'source')}, "
        f"{row.n_contrary} in a contradiction, not detected in {row.n_not_detected}; {listed(list(row.values), 5)}."
        for row in shown[:15]
    ]
    if len(shown) > 15:
        lines.append(f"And {len(shown) - 15} more, in compare/agreement.")
    return " ".join(lines) or "No question."
