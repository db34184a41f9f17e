"""Figure 5: each counted question on an axis of its own: points, rounded numbers, and intervals with open ends."""

import math
from collections.abc import Callable, Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from samestory.figures.drawing import (
    KEY_LINE,
    Entry,
    draw_key,
    draw_marks,
    draw_sign,
    fit,
    key_lines,
    letters,
    say_nothing,
    sheet,
    width_of,
)
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.grid import rows_that_fit
from samestory.figures.number_panels import MOST_NUMBERS, Number, Panel, find_panels, said
from samestory.figures.selection import Selection, count_kind, count_texts, select
from samestory.figures.style import AGREEMENT, FAINT, INK, MARGIN, PAGE, RULE, SMALL, WIDTH, Sign, article_signs, look
from samestory.figures.verdicts import draw_question, tally
from samestory.phrasing import count, listed, say_number
from samestory.stored import table

NOTHING = "No question that counts something was answered by two articles."
HEAD, ROW, AXIS, GAP = 0.22, 0.17, 0.2, 0.14
LABEL, WHO = 1.75, 1.05
# Up to so many articles each have a place of their own behind a number; more are counted.
PLACES = 8
# Beyond this ratio of the largest to the smallest number the axis is logarithmic.
WIDE_RANGE = 100


def numbers(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw every number of a counted question on one axis, so that one sees which can be true together.

    Reads clean/documents, overlap/pairs, claims/claims, compare/agreement. Questions are split by unit, and by the
    scopes that compare/agreement keeps apart; where the articles contradict each other comes first.
    """
    chosen = select(tables, (settings or FigureSettings()).max_documents)
    every = find_panels(tables)
    answered: dict[str, set[str]] = {}
    for panel in every:
        answered.setdefault(panel.variable, set()).update(panel.doc_ids)
    several = [panel for panel in every if len(answered[panel.variable]) > 1]
    shown = several[: rows_that_fit(map(_height, several), PAGE - 1.2)]
    signs = article_signs(table(tables, "clean/documents", ("doc_id",)))
    with look():
        drawing = _draw(chosen, shown, signs) if shown else say_nothing(NOTHING)
    return Figure(drawing, "The numbers", _caption(chosen, shown, several, every), _alt(chosen, shown))


def _height(panel: Panel) -> float:
    # One number needs no axis.
    return HEAD + ROW * len(panel.numbers) + (AXIS + GAP if len(panel.numbers) > 1 else 0.08)


def _draw(chosen: Selection, shown: list[Panel], signs: Mapping[str, Sign]) -> Drawing:
    places = len(chosen.doc_ids) <= PLACES
    names: list[Entry] = [(chosen.labels[doc], {"sign": signs[doc]}) for doc in chosen.doc_ids] if places else []
    key = [*key_lines(_key(shown)), *(key_lines(names) if names else [])]
    bottom = 0.05 + sum(map(_height, shown))
    drawing, axes = sheet(bottom + KEY_LINE * len(key) + 0.1)
    y = 0.05
    for panel in shown:
        _draw_panel(axes, y, panel, chosen, signs, places=places)
        y += _height(panel)
    draw_key(axes, bottom, key)
    return drawing


def _draw_panel(
    axes: Axes, top: float, panel: Panel, chosen: Selection, signs: Mapping[str, Sign], *, places: bool
) -> None:
    draw_question(axes, WIDTH - MARGIN, top, panel.words, panel.between)
    left, right = MARGIN + LABEL, WIDTH - MARGIN - WHO
    first, bottom = top + HEAD, top + HEAD + ROW * len(panel.numbers)
    place = _draw_axis(axes, panel, left, right, first, bottom)
    dots: dict[str, list[tuple[float, float]]] = {"●": [], "○": []}
    for row, number in enumerate(panel.numbers):
        y = first + ROW * (row + 0.5)
        letters(axes, MARGIN, y, fit(number.printed, LABEL - 0.15, SMALL), SMALL)
        ends = [place(end) for end in (number.low, number.high) if end is not None]
        _draw_range(axes, number, ends, y, left, right)
        dots["○" if number.approximate else "●"] += [(x, y) for x in sorted(set(ends))]
        if len(panel.numbers) == 1:
            letters(axes, ends[0] + 0.07, y, _short(number.low or number.high or 0), SMALL, FAINT)
        if not places:
            letters(axes, right + 0.2, y, count_kind(chosen.roles[doc] for doc in number.doc_ids), SMALL, FAINT)
            continue
        for column, doc in enumerate(chosen.doc_ids):
            x = right + 0.22 + column * (WHO - 0.22) / PLACES
            if doc in number.doc_ids:
                draw_sign(axes, x, y - 0.045, 0.09, signs[doc])
            else:
                letters(axes, x + 0.045, y, "·", SMALL, FAINT, ha="center")
    for mark, points in dots.items():
        draw_marks(axes, mark, points)


def _draw_range(axes: Axes, number: Number, ends: list[float], y: float, left: float, right: float) -> None:
    """Draw a line from end to end; an open end is an arrow to the rim."""
    if number.high is None or number.low is None:
        rim = right + 0.1 if number.high is None else left - 0.02
        axes.plot([ends[0], rim], [y, y], color=INK, lw=1.1)
        axes.plot([rim], [y], marker=">" if number.high is None else "<", markersize=4, color=INK)
    elif number.low != number.high:
        axes.plot(ends, [y, y], color=INK, lw=1.1)


def _draw_axis(
    axes: Axes, panel: Panel, left: float, right: float, top: float, bottom: float
) -> Callable[[float], float]:
    """Draw the axis below the rows and give the function from a number to its place."""
    every = sorted({end for n in panel.numbers for end in (n.low, n.high) if end is not None})
    least, most = every[0], every[-1]
    log = least > 0 and most / least > WIDE_RANGE
    span = (math.log10(most) - math.log10(least)) if log else most - least

    def place(number: float) -> float:
        if span == 0:
            return (left + right) / 2
        share = (math.log10(number) - math.log10(least)) / span if log else (number - least) / span
        return left + 0.1 + share * (right - left - 0.2)

    if len(panel.numbers) == 1:
        return place
    axes.plot([left, right], [bottom + 0.02] * 2, color=RULE, lw=0.6)
    # The ends of the axis first; what would meet a neighbour stays without a figure.
    taken: list[tuple[float, float]] = []
    for number in dict.fromkeys([least, most, *every]):
        x, words = place(number), _short(number) + (" (log scale)" if log and number == most else "")
        half = width_of(words, SMALL) / 2 + 0.04
        axes.plot([x, x], [top, bottom + 0.05], color=RULE, lw=0.4, zorder=0.5)
        if not any(x - half < end and start < x + half for start, end in taken):
            letters(axes, x, bottom + 0.12, words, SMALL, FAINT, ha="center")
            taken.append((x - half, x + half))
    return place


def _short(number: float) -> str:
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if abs(number) >= size:
            return f"{number / size:,.6g} {word}"
    return say_number(number)


def _key(shown: list[Panel]) -> list[Entry]:
    numbers_ = [number for panel in shown for number in panel.numbers]
    entries: list[Entry] = [("as given", {"mark": "●"})]
    if any(number.approximate for number in numbers_):
        entries.append(("rounded or vague (about, dozens)", {"mark": "○"}))
    if any(number.high is None or number.low is None for number in numbers_):
        entries.append(("open end", {"mark": "▸"}))
    return entries


def _caption(chosen: Selection, shown: list[Panel], several: list[Panel], every: list[Panel]) -> str:
    if not several:
        return NOTHING
    sentences = [
        f"{count(len(several), 'counted question')}, by unit and scope, that two or more of "
        f"{count_texts(chosen.roles.values())} answer ({tally([panel.between for panel in several])}).",
        "Each row is one number as first printed, and behind it who gives it. Numbers whose ranges meet can be true "
        "together; an arrow is an open end. Each question has its own axis.",
    ]
    if len(chosen.doc_ids) <= PLACES:
        sentences.append("The squares behind a number are the articles, in the order of the key.")
    if len(every) > len(several):
        sentences.append(f"Not drawn: {len(every) - len(several)} that one article alone answers.")
    if left_out := sum(panel.left_out for panel in shown):
        sentences.append(
            f"Of each question the {MOST_NUMBERS} numbers that most articles give; not drawn: {left_out:,}, "
            "all in claims/claims."
        )
    if len(shown) < len(several):
        sentences.append(f"Not shown for want of room: {len(several) - len(shown)}, all in claims/claims.")
    return " ".join(sentences)


def _alt(chosen: Selection, shown: list[Panel]) -> str:
    lines = []
    for panel in shown:
        parts = [
            f"{said(number)} ({listed([chosen.labels[doc] for doc in sorted(number.doc_ids)], 6)})"
            for number in panel.numbers
        ]
        if panel.left_out:
            parts.append(f"and {panel.left_out:,} more")
        lines.append(f"{panel.words}, {AGREEMENT[panel.between][1]}: {'; '.join(parts)}.")
    return " ".join(lines) or "No number."
