"""Figure 7: the dates and times that the articles tell, in the order of time, and who tells them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from samestory.figures.drawing import (
    KEY_LINE,
    draw_key,
    draw_marks,
    fit,
    key_lines,
    letters,
    say_nothing,
    sheet,
    width_of,
    wrap,
)
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.grid import Grid, draw_guides, draw_heads, lay_grid, rows_that_fit
from samestory.figures.moments import day_of, say_span
from samestory.figures.selection import Selection, select
from samestory.figures.style import FAINT, MARGIN, PAGE, RULE, SMALL, Sign, article_signs, look
from samestory.phrasing import count, listed
from samestory.stored import table

NOTHING = "No article tells a date or time that could be placed."
ROW, LINE, GAP = 0.22, 0.135, 0.17
# A pause of more days than this between two moments is said.
PAUSE = 60
# "now" and "currently" point at no moment of the story.
POINTS_NOWHERE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


@dataclass
class Moment:
    """A span of time and, by article, the words that tell it, each with whether it is on somebody's word.

    ``when`` is the span by the clock of the place, as far as it is known: what moments are put in order by.
    """

    earliest: str
    latest: str
    when: tuple[str, str]
    told: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The span in words."""
        return say_span(self.earliest, self.latest)


def timeline(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw the moments of claims/times as rows from the first to the last, with the articles that tell them.

    Reads clean/documents, claims/times, claims/attributions, overlap/pairs. Durations, repetitions and expressions
    without a first and last moment have no place and are counted in the caption.
    """
    chosen = select(tables, (settings or FigureSettings()).max_documents)
    every, unplaced = find_moments(tables, chosen.doc_ids)
    label = min(max([width_of(moment.name, SMALL) for moment in every] or [0.0]) + 0.1, 1.3)
    grid = lay_grid(chosen, MARGIN + label)
    shown = _room_for(every, grid)
    signs = article_signs(table(tables, "clean/documents", ("doc_id",)))
    with look():
        drawing = _draw(grid, shown, signs) if shown else say_nothing(NOTHING)
    return Figure(
        drawing, "Dates and times told", _caption(chosen, shown, every, unplaced), _alt(chosen, shown, len(every))
    )


def find_moments(tables: Mapping[str, pd.DataFrame], doc_ids: Sequence[str]) -> tuple[list[Moment], int]:
    """Collect the moments these articles tell, in order, and count the expressions that have no place."""
    spoken: dict[str, list[tuple[int, int]]] = {}
    columns = ("doc_id", "content_start", "content_end", "parts")
    rows = table(tables, "claims/attributions", columns, {"doc_id": doc_ids})
    for doc, start, end, parts in zip(*(rows[c] for c in columns), strict=True):
        spoken.setdefault(doc, []).extend([(int(a), int(b)) for a, b in json.loads(parts)] or [(int(start), int(end))])
    found: dict[tuple[str, str], Moment] = {}
    unplaced = 0
    times = table(tables, "claims/times", where={"doc_id": doc_ids}).to_dict("records")
    local, offset = _clocks(times)
    for row in times:
        doc, start, end = row["doc_id"], int(row["start"]), int(row["end"])
        nowhere = pd.isna(row["earliest"]) or pd.isna(row["latest"]) or row["value"] in POINTS_NOWHERE
        if nowhere or row["type"] not in {"DATE", "TIME"}:
            unplaced += 1
            continue
        ends = (str(row["earliest"]), str(row["latest"]))
        key = (local.get(ends[0], ends[0]), local.get(ends[1], ends[1]))
        when = (_at_place(key[0], offset), _at_place(key[1], offset))
        on_word = any(first <= start and end <= last for first, last in spoken.get(doc, []))
        words = " ".join(str(row["text"]).split())
        found.setdefault(key, Moment(*key, when)).told.setdefault(doc, []).append((words, on_word))
    return sorted(found.values(), key=lambda m: m.when), unplaced


def _clocks(times: Iterable[Mapping[Any, Any]]) -> tuple[dict[str, str], str | None]:
    """Read off claims/times which clock time is which UTC, and the place's offset.

    Returns:
        The times by the clock of the place by their UTC, and the offset (``+03:00``), None where none or several are
        known.
    """
    local: dict[str, str] = {}
    offsets = set()
    for row in times:
        # The limits of a clock time in another zone, printed with it, are in UTC.
        if pd.isna(row["utc_offset"]) or str(row["earliest"]).endswith("Z"):
            continue
        offsets.add(row["utc_offset"])
        for end in (row["earliest"], row["latest"]):
            local.setdefault(_shifted(end, row["utc_offset"], -1) + "Z", end)
    return local, offsets.pop() if len(offsets) == 1 else None


def _at_place(moment: str, offset: str | None) -> str:
    """Give a UTC time by the clock of the place; any other is that already."""
    return _shifted(moment[:-1], offset, 1) if offset and moment.endswith("Z") else moment


def _shifted(moment: str, offset: str, sign: int) -> str:
    """Move a clock time (ISO 8601) by an offset (``±hh:mm``), forward or (``sign`` -1) back; what is none stays."""
    hours, minutes = offset[1:].split(":")
    distance = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if offset[0] == "-" else 1) * sign
    try:
        return (datetime.fromisoformat(moment) + distance).isoformat(timespec="minutes")
    except (ValueError, OverflowError):
        return moment


def _cell(told: list[tuple[str, bool]]) -> list[tuple[str, str]]:
    """Say the distinct words of a cell, each with its mark and how often: ``● Friday ×3``."""
    lines: dict[tuple[str, bool], tuple[str, int]] = {}
    for words, on_word in told:
        key = (words.casefold(), on_word)
        first, times = lines.get(key, (words, 0))
        lines[key] = (first, times + 1)
    return [
        ("◐" if on_word else "●", words + (f" ×{times}" if times > 1 else ""))
        for (_, on_word), (words, times) in lines.items()
    ]


def _lines(told: list[tuple[str, bool]], grid: Grid) -> list[tuple[str, str]]:
    """Set a cell in lines of (mark, words); only the first line of some words has the mark."""
    return [
        (mark if number == 0 else "", line)
        for mark, words in _cell(told)
        for number, line in enumerate(wrap(words, grid.cell - 0.145, SMALL, 2))
    ]


def _height(moment: Moment, grid: Grid) -> float:
    if not grid.straight:
        return 0.17
    return max(ROW, LINE * max(len(_lines(told, grid)) for told in moment.told.values()) + 0.08)


def _room_for(every: list[Moment], grid: Grid) -> list[Moment]:
    """Keep the moments that most articles tell, as many as a page holds, in the order of time."""
    ranked = sorted(every, key=lambda m: (-len(m.told), m.when))
    kept = ranked[: rows_that_fit((_height(m, grid) + GAP / 2 for m in ranked), PAGE - grid.head - 0.7)]
    return sorted(kept, key=lambda m: m.when)


def _pause(before: Moment, after: Moment) -> str:
    """Say how long nothing is told between two moments, where it is long."""
    first, last = day_of(before.latest), day_of(after.earliest)
    days = (last - first).days if first and last else 0
    if days <= PAUSE:
        return ""
    return f"{days / 365.25:.0f} years without a date" if days > 730 else f"{days / 30.44:.0f} months without a date"


def _draw(grid: Grid, shown: list[Moment], signs: Mapping[str, Sign]) -> Drawing:
    label = grid.left - MARGIN
    pauses = ["", *(_pause(a, b) for a, b in pairwise(shown))]
    heights = [_height(moment, grid) for moment in shown]
    top = 0.05 + grid.head
    bottom = top + sum(heights) + GAP * sum(1 for pause in pauses if pause)
    key = key_lines([("in the article’s own voice", {"mark": "●"}), ("on somebody’s word", {"mark": "◐"})])
    drawing, axes = sheet(bottom + 0.1 + KEY_LINE * len(key) + 0.08, grid.width)
    draw_heads(axes, grid, signs, 0.05)
    draw_guides(axes, grid, top, bottom)
    y = top
    dots: dict[str, list[tuple[float, float]]] = {"●": [], "◐": []}
    for moment, height, pause in zip(shown, heights, pauses, strict=True):
        if pause:
            axes.plot([MARGIN, grid.right], [y, y], color=RULE, lw=0.6)
            letters(axes, MARGIN, y + GAP / 2, pause, SMALL, FAINT)
            y += GAP
        axes.plot([MARGIN, grid.right], [y, y], color=RULE, lw=0.6)
        letters(axes, MARGIN, y + height / 2, fit(moment.name, label - 0.05, SMALL), SMALL)
        _draw_row(axes, grid, y, height, moment, dots)
        y += height
    for mark, points in dots.items():
        draw_marks(axes, mark, points)
    draw_key(axes, bottom + 0.08, key)
    return drawing


def _draw_row(
    axes: Axes, grid: Grid, y: float, height: float, moment: Moment, dots: dict[str, list[tuple[float, float]]]
) -> None:
    for column, doc in enumerate(grid.chosen.doc_ids):
        if doc not in moment.told:
            continue
        lines = _lines(moment.told[doc], grid)
        if not grid.straight:
            mark = "●" if any(mark == "●" for mark, _ in lines) else "◐"
            dots[mark].append((grid.middle(column), y + height / 2))
            continue
        x = grid.left + column * grid.cell
        top = y + (height - LINE * len(lines)) / 2
        for number, (mark, words) in enumerate(lines):
            middle = top + LINE * (number + 0.5)
            if mark:
                dots[mark].append((x + 0.06, middle))
            letters(axes, x + 0.13, middle, words, SMALL)


def _caption(chosen: Selection, shown: list[Moment], every: list[Moment], unplaced: int) -> str:
    if not every:
        return " ".join([NOTHING, chosen.note]).strip()
    told = sum(len(words) for moment in every for words in moment.told.values())
    several = sum(1 for moment in every if len(moment.told) > 1)
    sentences = [
        f"{count(told, 'date or time', 'dates and times')} that {chosen.counted} tell, as "
        f"{count(len(every), 'moment')}, {several} of them told by two articles or more.",
        "Rows are in the order of time, not to scale; the words are as printed. A clock time without a zone is the "
        "article's own.",
    ]
    if unplaced:
        sentences.append(
            f"Not placed: {count(unplaced, 'duration, repetition or “now”', 'durations, repetitions and “now”')}."
        )
    if len(shown) < len(every):
        sentences.append(f"Shown: the {len(shown)} moments that most articles tell; all are in claims/times.")
    return " ".join([*sentences, chosen.note]).strip()


def _alt(chosen: Selection, shown: list[Moment], number: int) -> str:
    lines = []
    for moment in shown[:25]:
        told = []
        for doc in (doc for doc in chosen.doc_ids if doc in moment.told):
            words = [
                words if mark == "●" else f"{words}, on somebody’s word" for mark, words in _cell(moment.told[doc])
            ]
            told.append(f"{chosen.labels[doc]} ({listed(words, 3)})")
        lines.append(f"{moment.name}: {listed(told, 6)}.")
    if number > len(lines):
        lines.append(f"And {number - len(lines)} more, in claims/times.")
    return " ".join(lines) or "No date or time."
