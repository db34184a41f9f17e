"""Figure 4: every question by every article: the values as printed, how sure, and whether they go together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from samestory.figures.claim_values import SURE, claim_value, variable_name
from samestory.figures.drawing import KEY_LINE, Entry, box, draw_key, fit, key_lines, letters, sheet, width_of, wrap
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.selection import Selection, count, listed, select, table
from samestory.figures.style import (
    AGREEMENT,
    CERTAINTY,
    FAINT,
    INK,
    MARGIN,
    PAPER,
    RULE,
    SMALL,
    TEXT,
    WIDTH,
    article_colours,
    look,
)

# Up to so many articles stand side by side; more stand one below the other, with fewer questions.
SIDE_BY_SIDE = 6
COLUMNS = 4
LINE = 0.135
NOT_DETECTED = "·"


@dataclass(frozen=True)
class Question:
    """A variable, how far the articles agree on it, and what each article says.

    ``cells`` maps doc_id to its distinct values, each with the surest certainty it is given with.
    """

    variable: str
    between: str
    cells: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The variable in words."""
        return variable_name(self.variable)


def claim_matrix(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw questions by articles, each cell with every value the article gives.

    Reads clean/documents, claims/claims, compare/agreement, overlap/pairs. Without a codebook the
    questions are those that alignment found. A dot means not detected, which is not silence.
    """
    settings = settings or FigureSettings()
    chosen = select(tables, settings.max_documents)
    every = questions(tables)
    side_by_side = len(chosen.doc_ids) <= SIDE_BY_SIDE
    several = [question for question in every if len(question.cells) > 1] or every
    shown = several[: settings.max_rows if side_by_side else COLUMNS]
    colours = article_colours(table(tables, "clean/documents"))
    with look():
        draw = _draw_side_by_side if side_by_side else _draw_one_below_the_other
        drawing = draw(chosen, shown, colours) if shown else _draw_nothing()
    return Figure(drawing, "Who says what", _caption(chosen, shown, every), _alt(chosen, shown))


def questions(tables: Mapping[str, pd.DataFrame]) -> list[Question]:
    """Collect the questions, those most articles answer first; a codebook's questions hide the found ones."""
    claims = table(tables, "claims/claims")
    if (claims["variable_origin"] == "codebook").any():
        claims = claims[claims["variable_origin"] == "codebook"]
    # A row without scope is about the whole question; one scope of it is a row of its own in the table only.
    agreement = table(tables, "compare/agreement").sort_values("scope", na_position="last")
    between = dict(zip(agreement["variable"], agreement["between"], strict=True))
    found: dict[str, Question] = {}
    for claim in claims.to_dict("records"):
        variable = str(claim["variable"])
        question = found.setdefault(variable, Question(variable, between.get(variable, "not_comparable")))
        _add(question.cells.setdefault(claim["doc_id"], []), claim)
    return sorted(found.values(), key=lambda q: (-len(q.cells), q.variable))


def _add(values: list[tuple[str, str]], claim: Mapping[Any, Any]) -> None:
    value, certainty = claim_value(claim), str(claim["certainty"])
    for number, (known, how_sure) in enumerate(values):
        if known.casefold() == value.casefold():
            values[number] = (known, min(how_sure, certainty, key=SURE.__getitem__))
            return
    values.append((value, certainty))


def _cell_lines(values: list[tuple[str, str]], width: float, most: int) -> list[tuple[str, str]]:
    """Set a cell in lines of (mark, words); what does not fit is counted in the last line."""
    lines: list[tuple[str, str]] = []
    for number, (value, certainty) in enumerate(values):
        rest = len(values) - number
        room = most - len(lines) - (1 if rest > 1 else 0)
        if room < 1:
            lines.append(("", f"+ {rest} more"))
            break
        words = wrap(value, width - 0.19, SMALL, min(room, 3))
        lines += [(CERTAINTY[certainty][0] if i == 0 else "", line) for i, line in enumerate(words)]
    return lines


def _draw_cell(
    axes: Axes, x: float, y: float, width: float, height: float, lines: list[tuple[str, str]], between: str
) -> None:
    if not lines:
        letters(axes, x + width / 2, y + height / 2, NOT_DETECTED, TEXT, FAINT, ha="center")
        return
    box(axes, x, y, width, height, AGREEMENT[between][0], edgecolor=PAPER, linewidth=1.2)
    top = y + (height - LINE * len(lines)) / 2
    for number, (mark, words) in enumerate(lines):
        middle = top + LINE * (number + 0.5)
        letters(axes, x + 0.1, middle, mark, SMALL, ha="center")
        letters(axes, x + 0.18, middle, words, SMALL)


def _draw_side_by_side(chosen: Selection, shown: list[Question], colours: Mapping[str, str]) -> Drawing:
    width = (WIDTH - 2 * MARGIN) / max(len(chosen.doc_ids), 1)
    cells = [[_cell_lines(q.cells.get(doc, []), width, 6) for doc in chosen.doc_ids] for q in shown]
    heights = [LINE * max(1, *(len(cell) for cell in row)) + 0.08 for row in cells]
    key = _key(shown)
    head, title = 0.46, 0.24
    bottom = head + sum(heights) + (title + 0.06) * len(shown)
    drawing, axes = sheet(bottom + 0.1 + KEY_LINE * len(key) + 0.08)
    for column, doc in enumerate(chosen.doc_ids):
        x = MARGIN + column * width
        box(axes, x + 0.03, head - 0.21, 0.1, 0.1, colours[doc])
        lines = wrap(chosen.labels[doc], width - 0.2, TEXT, 2, bold=True)
        for number, line in enumerate(lines):
            middle = head - 0.16 - 0.14 * (len(lines) - 1 - number)
            letters(axes, x + 0.18, middle, line, TEXT, weight="bold")
    y = head
    for question, row, height in zip(shown, cells, heights, strict=True):
        axes.plot([MARGIN, WIDTH - MARGIN], [y, y], color=RULE, lw=0.6)
        word = AGREEMENT[question.between][1]
        room = WIDTH - 2 * MARGIN - width_of(word, SMALL) - 0.15
        letters(axes, MARGIN, y + title / 2 + 0.01, fit(question.name, room, TEXT), TEXT)
        letters(axes, WIDTH - MARGIN, y + title / 2 + 0.01, word, SMALL, FAINT, ha="right")
        for column, cell in enumerate(row):
            _draw_cell(axes, MARGIN + column * width, y + title, width, height, cell, question.between)
        y += title + height + 0.06
    draw_key(axes, bottom + 0.06, key)
    return drawing


def _draw_one_below_the_other(chosen: Selection, shown: list[Question], colours: Mapping[str, str]) -> Drawing:
    label = min(1.3, max(width_of(name, SMALL) for name in chosen.names)) + 0.2
    left = MARGIN + label
    width = (WIDTH - MARGIN - left) / max(len(shown), 1)
    heads = [wrap(q.name, width - 0.06, SMALL, 4) for q in shown]
    verdicts = [wrap(AGREEMENT[q.between][1], width - 0.06, SMALL, 2) for q in shown]
    deep = max(len(h) + len(w) for h, w in zip(heads, verdicts, strict=True))
    head, step = 0.12 + LINE * deep + 0.06, 0.18
    key = _key(shown)
    drawing, axes = sheet(head + step * len(chosen.doc_ids) + 0.1 + KEY_LINE * len(key) + 0.08)
    for column, question in enumerate(shown):
        x = left + column * width
        head_lines = heads[column] + verdicts[column]
        for number, line in enumerate(head_lines):
            colour = FAINT if number >= len(heads[column]) else INK
            letters(axes, x + 0.03, head - 0.06 - LINE * (len(head_lines) - number - 0.5), line, SMALL, colour)
        for row, doc in enumerate(chosen.doc_ids):
            values = question.cells.get(doc, [])
            more = f" +{len(values) - 1}" if len(values) > 1 else ""
            room = width - 0.2 - width_of(more, SMALL)
            marked = [(CERTAINTY[values[0][1]][0], fit(values[0][0], room, SMALL) + more)] if values else []
            _draw_cell(axes, x, head + row * step, width, step, marked, question.between)
    for row, doc in enumerate(chosen.doc_ids):
        middle = head + (row + 0.5) * step
        box(axes, MARGIN, middle - 0.045, 0.09, 0.09, colours[doc])
        letters(axes, MARGIN + 0.15, middle, fit(chosen.labels[doc], label - 0.18, SMALL), SMALL)
    draw_key(axes, head + step * len(chosen.doc_ids) + 0.06, key)
    return drawing


def _draw_nothing() -> Drawing:
    drawing, axes = sheet(0.6)
    letters(axes, MARGIN, 0.3, "No claim was found that could be set side by side.", TEXT, FAINT)
    return drawing


def _key(shown: list[Question]) -> list[list[Entry]]:
    used = {certainty for q in shown for values in q.cells.values() for _, certainty in values}
    present = {q.between for q in shown}
    entries: list[Entry] = [(words, {"mark": mark}) for name, (mark, words) in CERTAINTY.items() if name in used]
    entries.append(("not detected (not: silent)", {"mark": NOT_DETECTED}))
    entries += [(words, {"colour": fill}) for name, (fill, words) in AGREEMENT.items() if name in present]
    return key_lines(entries)


def _caption(chosen: Selection, shown: list[Question], every: list[Question]) -> str:
    if not every:
        return "No claim was found that could be set side by side."
    tally = [
        f"{AGREEMENT[word][1]}: {number}"
        for word in AGREEMENT
        if (number := sum(1 for question in every if question.between == word))
    ]
    sentences = [
        f"{count(len(every), 'question')} on which {count(len(chosen.doc_ids), 'article')} say something "
        f"({', '.join(tally)}).",
        "Values as printed where short, else as coded; the circle says how sure: in the article's own voice, on "
        "somebody's word, or hedged.",
        "A dot means that nothing was detected, which is not the same as silence.",
    ]
    if len(shown) < len(every):
        rest = sum(1 for question in every if len(question.cells) == 1)
        sentences.append(
            f"Shown: the {len(shown)} questions that most articles answer; {rest} of the {len(every)} are answered by "
            "one article only."
        )
    return " ".join([*sentences, chosen.note]).strip()


def _alt(chosen: Selection, shown: list[Question]) -> str:
    lines = []
    for question in shown[:12]:
        said = [
            f"{chosen.labels[doc]}: {listed([f'{value} ({certainty})' for value, certainty in question.cells[doc]], 4)}"
            for doc in chosen.doc_ids
            if doc in question.cells
        ]
        lines.append(f"{question.name} ({AGREEMENT[question.between][1]}). {'; '.join(said)}.")
    if len(shown) > 12:
        lines.append(f"And {len(shown) - 12} more questions, in claims/claims.")
    return " ".join(lines) or "No claim."
