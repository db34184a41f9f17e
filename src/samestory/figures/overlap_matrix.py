"""Figure 2: how much of each article also stands in each other one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, to_hex
from matplotlib.figure import Figure as Drawing

from samestory.figures.drawing import KEY_LINE, box, draw_key, draw_sign, fit, key_lines, letters, sheet, width_of, wrap
from samestory.figures.extent import Span, word_set, word_starts
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.grid import draw_heads, lay_grid
from samestory.figures.selection import Selection, select
from samestory.figures.style import FAINT, INK, MARGIN, PAGE, PAPER, SMALL, TEXT, WIDTH, Sign, article_signs, look
from samestory.phrasing import percent
from samestory.stored import spans_of, table, texts_of

# Up to so many articles the panels stand side by side; up to so many one above the other; more share one panel.
BESIDE = 7
TWO_PANELS = 14
# A page holds no more.
MOST = 50
_SHADES: Callable[[float], tuple[float, float, float, float]] = LinearSegmentedColormap.from_list(
    "containment", ["#f7f7f7", "#a9cbe0", "#0b5a8c", "#06304d"]
)
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


@dataclass(frozen=True)
class Containment:
    """Shares 0..1 of the row's words that lie in passages shared with the column; NaN on the diagonal."""

    all_words: Matrix
    own_voice: Matrix


def overlap_matrix(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw the containment of the row's article in the column's, and the same in the article's own voice.

    Reads clean/texts, clean/documents, clean/segments, clean/quotations, overlap/passages, overlap/pairs,
    overlap/stretches. Left: overlap/pairs as published. Right: words inside quotation marks and words of
    shared background (overlap/stretches) are set aside, above and below the fraction line.
    """
    chosen = select(tables, min((settings or FigureSettings()).max_documents, MOST))
    shares = containment(tables, chosen.doc_ids)
    with look():
        drawing = _draw(tables, chosen, shares)
    return Figure(
        drawing, "How much of each article stands in each other", _caption(chosen, shares), _alt(chosen, shares)
    )


def containment(tables: Mapping[str, pd.DataFrame], doc_ids: Sequence[str]) -> Containment:
    """Compute both matrices for the articles given, in their order."""
    place = {doc: i for i, doc in enumerate(doc_ids)}
    size = len(doc_ids)
    every = np.zeros((size, size))
    columns, both = ("doc_a", "doc_b", "containment_a", "containment_b"), {"doc_a": doc_ids, "doc_b": doc_ids}
    pairs = table(tables, "overlap/pairs", columns, both)
    for a, b, in_b, in_a in zip(*(pairs[c] for c in columns), strict=True):
        every[place[a], place[b]], every[place[b], place[a]] = in_b, in_a
    own = np.zeros((size, size))
    starts = {doc: word_starts(text) for doc, text in texts_of(tables, doc_ids).items()}
    aside = _set_aside(tables, doc_ids)
    kept = {doc: set(range(len(starts[doc]))) - word_set(starts[doc], aside[doc]) for doc in starts}
    for (doc, other), spans in sorted(_shared_spans(tables, doc_ids).items()):
        if doc in kept and other in kept and kept[doc]:
            own[place[doc], place[other]] = len(word_set(starts[doc], spans) & kept[doc]) / len(kept[doc])
    for matrix in (every, own):
        np.fill_diagonal(matrix, np.nan)
    return Containment(every, own)


def _set_aside(tables: Mapping[str, pd.DataFrame], doc_ids: Sequence[str]) -> dict[str, list[Span]]:
    """Where furniture, quotations, and the background and templates that articles share stand, by article."""
    mine = {"doc_id": doc_ids}
    every = (
        spans_of(tables, "clean/segments", {**mine, "kind": ["furniture"]}),
        spans_of(tables, "clean/quotations", mine),
        spans_of(tables, "overlap/stretches", {**mine, "content": ["background", "template", "furniture"]}),
    )
    return {doc: [span for spans in every for span in spans.get(doc, ())] for doc in doc_ids}


def _shared_spans(tables: Mapping[str, pd.DataFrame], doc_ids: Sequence[str]) -> dict[tuple[str, str], list[Span]]:
    spans: dict[tuple[str, str], list[Span]] = {}
    columns = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b")
    passages = table(tables, "overlap/passages", columns, {"doc_a": doc_ids, "doc_b": doc_ids})
    for a, start_a, end_a, b, start_b, end_b in zip(*(passages[c] for c in columns), strict=True):
        spans.setdefault((a, b), []).append((start_a, end_a))
        spans.setdefault((b, a), []).append((start_b, end_b))
    return spans


def _draw(tables: Mapping[str, pd.DataFrame], chosen: Selection, shares: Containment) -> Drawing:
    signs = article_signs(table(tables, "clean/documents", ("doc_id",)))
    if len(chosen.doc_ids) > TWO_PANELS:
        return _draw_one(chosen, shares, signs)
    size = max(len(chosen.doc_ids), 1)
    beside = size <= BESIDE
    panels = [("All words", shares.all_words), ("Without quotations and background", shares.own_voice)]
    font = TEXT if beside else SMALL
    label = min(1.2, max([width_of(name, font) for name in chosen.names] or [0.3])) + 0.2
    head = 0.42 + label - 0.1
    room = (WIDTH - 2 * MARGIN - label - 0.15) / 2 if beside else WIDTH - 2 * MARGIN - label
    cell = min(room / size, 0.42 if beside else (PAGE / 2 - head - 0.15) / size)
    title_room = room if beside else WIDTH - 2 * MARGIN
    panel = head + cell * size
    drawing, axes = sheet(panel + 0.1 if beside else 2 * panel + 0.2)
    for number, (title, matrix) in enumerate(panels):
        left = MARGIN + label + (number * (title_room + 0.15) if beside else 0.0)
        top = head + (0.0 if beside else number * (panel + 0.1))
        title_left = left if beside else MARGIN
        for line, words in enumerate(wrap(title, title_room, TEXT, 2, bold=True)):
            letters(axes, title_left, top - head + 0.14 + line * 0.15, words, TEXT, weight="bold")
        if number == 0 or not beside:
            _draw_rows(axes, chosen, signs, top, cell, label, font)
        for j, name in enumerate(chosen.names):
            words = fit(name, label - 0.2, font)
            letters(axes, left + (j + 0.5) * cell, top - 0.06, words, font, rotation=90, ha="center", va="bottom")
        _draw_cells(axes, left, top, (cell, cell), matrix, matrix, font)
    return drawing


def _draw_one(chosen: Selection, shares: Containment, signs: Mapping[str, Sign]) -> Drawing:
    """Draw both matrices as one: the number is the share of all words, the shade the share without quotations."""
    label = min(1.2, max(width_of(name, SMALL) for name in chosen.names)) + 0.2
    grid = lay_grid(chosen, MARGIN + label, pitch=0.15)
    high = min(0.17, (PAGE - grid.head - 0.5) / len(chosen.doc_ids))
    top = 0.05 + grid.head
    bottom = top + high * len(chosen.doc_ids)
    key = key_lines(
        [
            ("number: per cent of all words", {"mark": "52"}),
            *((f"shade: {share * 100:.0f} %", {"colour": to_hex(_SHADES(share))}) for share in (0.1, 0.5, 0.9)),
            ("without quotations and background", {"mark": " "}),
        ],
        grid.width,
    )
    drawing, axes = sheet(bottom + 0.08 + KEY_LINE * len(key) + 0.08, grid.width)
    draw_heads(axes, grid, signs, 0.05)
    _draw_rows(axes, chosen, signs, top, high, label, SMALL)
    _draw_cells(axes, grid.left, top, (grid.cell, high), shares.all_words, shares.own_voice, SMALL)
    draw_key(axes, bottom + 0.06, key)
    return drawing


def _draw_rows(
    axes: Axes, chosen: Selection, signs: Mapping[str, Sign], top: float, step: float, label: float, font: float
) -> None:
    for i, doc in enumerate(chosen.doc_ids):
        middle = top + (i + 0.5) * step
        dot = min(0.09, step * 0.7)
        draw_sign(axes, MARGIN, middle - dot / 2, dot, signs[doc])
        letters(axes, MARGIN + 0.15, middle, fit(chosen.labels[doc], label - 0.2, font), font)


def _draw_cells(
    axes: Axes, left: float, top: float, cell: tuple[float, float], words: Matrix, shades: Matrix, font: float
) -> None:
    """Draw cells whose number is the share in ``words`` and whose shade that in ``shades``."""
    width, height = cell
    for (i, j), share in np.ndenumerate(words):
        x, y = left + j * width, top + i * height
        if np.isnan(share):
            letters(axes, x + width / 2, y + height / 2, "–", font, FAINT, ha="center")
            continue
        box(axes, x, y, width, height, to_hex(_SHADES(float(shades[i, j]))), edgecolor=PAPER, linewidth=0.6)
        said = "all" if share >= 0.995 else f"{share * 100:.0f}" if share >= 0.005 else "<1" if share else "·"
        if said == "·" and len(words) > TWO_PANELS:
            continue
        colour = PAPER if shades[i, j] > 0.55 else FAINT if share == 0 else INK
        letters(axes, x + width / 2, y + height / 2, said, font, colour, ha="center")


def _pairs(matrix: Matrix) -> list[tuple[float, int, int]]:
    found = [(float(s), i, j) for (i, j), s in np.ndenumerate(matrix) if not np.isnan(s) and s > 0]
    return sorted(found, key=lambda cell: (-cell[0], cell[1], cell[2]))


def _caption(chosen: Selection, shares: Containment) -> str:
    cells = _pairs(shares.all_words)
    sentences = [
        "Share of the row's article, in per cent of its words without page furniture, that also stands in the "
        "column's article (containment; not symmetric)."
    ]
    if len(chosen.doc_ids) < 2:
        sentences.append("One article alone has nothing to be compared with.")
    elif not cells:
        sentences.append("No two articles share a passage.")
    else:
        share, i, j = cells[0]
        a, b = chosen.names[i], chosen.names[j]
        sentences += [
            f"Most: {percent(share)} of {a} stands in {b}; without quotations and shared background "
            f"{percent(shares.own_voice[i, j])}.",
            "· means none" + (", “all” that it rounds to 100." if share >= 0.995 else ".")
            if len(chosen.doc_ids) <= TWO_PANELS
            else "The number is the share of all words, “all” where it rounds to 100; the shade is the share without "
            "quotations and shared background; an empty cell means none.",
        ]
    return " ".join([*sentences, chosen.note]).strip()


def _alt(chosen: Selection, shares: Containment) -> str:
    cells = _pairs(shares.all_words)
    if not cells:
        return "A matrix without any shared share."
    lines = [
        f"{percent(share)} of {chosen.names[i]} in {chosen.names[j]} ({percent(shares.own_voice[i, j])} without "
        "quotations and background)"
        for share, i, j in cells[:20]
    ]
    rest = f"; and {len(cells) - 20} smaller shares" if len(cells) > 20 else ""
    return "; ".join(lines) + rest + "."
