"""Figure 4: every question by every article: the values as printed, how sure, and whether they go together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from samestory.figures.claim_values import SURE, claim_value, question_names
from samestory.figures.drawing import (
    KEY_LINE,
    Entry,
    box,
    draw_key,
    draw_marks,
    fit_ends,
    key_lines,
    letters,
    say_nothing,
    sheet,
    wrap,
)
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.grid import STRAIGHT, Grid, draw_guides, draw_heads, lay_grid, rows_that_fit
from samestory.figures.selection import Selection, answers, select
from samestory.figures.style import (
    AGREEMENT,
    CERTAINTY,
    FAINT,
    MARGIN,
    PAGE,
    PAPER,
    RULE,
    SMALL,
    TELLING,
    TEXT,
    Sign,
    article_signs,
    look,
)
from samestory.figures.verdicts import draw_question, tally
from samestory.phrasing import count, listed
from samestory.stored import rows, table

NOTHING = "No claim was found that could be set side by side."
LINE, TITLE, STEP = 0.135, 0.22, 0.16
# Room for a value beside upright names; rows of one question; lines for what has no room.
LABEL, VALUES, REST = 2.0, 5, 6
NOT_DETECTED = "·"


Coded = tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A variable, how far the articles agree on it, and what each article says.

    ``cells`` maps doc_id to its distinct values: what was coded, to the words it was first printed in and the
    surest certainty it is given with. ``name`` is the variable's name for readers.
    """

    variable: str
    name: str
    between: str
    cells: dict[str, dict[Coded, tuple[str, str]]] = field(default_factory=dict)


def claim_matrix(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw questions by articles, each cell with every value the article gives.

    Reads clean/documents, claims/claims, compare/agreement, overlap/pairs. Without a codebook the
    questions are those that alignment found. A dot, in the upright form a column without a mark, means not detected,
    which is not silence.
    """
    settings = settings or FigureSettings()
    chosen = select(tables, settings.max_documents)
    every = questions(tables)
    several = [question for question in every if len(question.cells) > 1] or every
    grid = lay_grid(chosen, MARGIN if len(chosen.doc_ids) <= STRAIGHT else MARGIN + LABEL)
    room = PAGE - grid.head - LINE * REST - 0.25 - KEY_LINE * len(_key(several, grid))
    shown = several[: min(settings.max_rows, rows_that_fit((_height(question, grid) for question in several), room))]
    rest = _rest_lines(several[len(shown) :], grid.width)
    signs = article_signs(table(tables, "clean/documents", ("doc_id",)))
    with look():
        draw = _draw_straight if grid.straight else _draw_upright
        drawing = draw(grid, shown, rest, signs) if shown else say_nothing(NOTHING)
    return Figure(drawing, "Who says what", _caption(grid, shown, several, every), _alt(chosen, shown))


def questions(tables: Mapping[str, pd.DataFrame]) -> list[Question]:
    """Collect the questions, contradictions first, then by articles; a codebook's questions hide the found ones."""
    claims = answers(tables)
    if (claims["variable_origin"] == "codebook").any():
        claims = claims[claims["variable_origin"] == "codebook"]
    # A row without scope is about the whole question; one scope of it is a row of its own in the table only.
    agreement = table(tables, "compare/agreement", ("variable", "scope", "between")).sort_values(
        "scope", na_position="last"
    )
    between = dict(zip(agreement["variable"], agreement["between"], strict=True))
    name = question_names(tables)
    found: dict[str, Question] = {}
    for claim in rows(claims):
        variable = str(claim["variable"])
        word = between.get(variable, "not_comparable")
        question = found.setdefault(variable, Question(variable, name(variable), word))
        _add(question.cells.setdefault(claim["doc_id"], {}), claim)
    return sorted(found.values(), key=lambda q: (TELLING.index(q.between), -len(q.cells), q.variable))


def _add(values: dict[Coded, tuple[str, str]], claim: Mapping[Any, Any]) -> None:
    value, certainty = claim_value(claim), str(claim["certainty"])
    code = tuple(
        str(claim[column]) for column in ("polarity", "value", "low", "high", "unit", "approximate", "superseded")
    )
    known, how_sure = values.get(code, (value, certainty))
    values[code] = (known, min(how_sure, certainty, key=SURE.__getitem__))


def _cell_lines(values: list[tuple[str, str]], width: float, most: int) -> list[tuple[str, str]]:
    """Set a cell in lines of (mark, words); what does not fit is counted in the last line."""
    lines: list[tuple[str, str]] = []
    for number, (value, certainty) in enumerate(values):
        rest = len(values) - number
        room = most - len(lines) - (1 if rest > 1 else 0)
        if room < 1:
            lines.append(("", f"+ {rest} more"))
            break
        words = wrap(value, width - 0.19, SMALL, min(room, 4))
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


def _set_question(question: Question, grid: Grid) -> list[list[tuple[str, str]]]:
    return [_cell_lines([*question.cells.get(doc, {}).values()], grid.cell, 6) for doc in grid.chosen.doc_ids]


def _height(question: Question, grid: Grid) -> float:
    if not grid.straight:
        return TITLE + STEP * len(_rows_of_values(question))
    return TITLE + LINE * max(1, *(len(cell) for cell in _set_question(question, grid))) + 0.1


def _draw_straight(grid: Grid, shown: list[Question], rest: list[str], signs: Mapping[str, Sign]) -> Drawing:
    """Draw each question as a band of cells that hold every value of every article."""
    drawing, axes = _open_sheet(grid, shown, rest, signs)
    y = 0.05 + grid.head
    for question in shown:
        height = _height(question, grid)
        _draw_title(axes, grid, y, question)
        for column, cell in enumerate(_set_question(question, grid)):
            x = grid.left + column * grid.cell
            _draw_cell(axes, x, y + TITLE, grid.cell, height - TITLE - 0.04, cell, question.between)
        y += height
    return drawing


def _draw_upright(grid: Grid, shown: list[Question], rest: list[str], signs: Mapping[str, Sign]) -> Drawing:
    """Draw each value of a question as a row, with a mark under each article that gives it."""
    drawing, axes = _open_sheet(grid, shown, rest, signs)
    only_articles = all(grid.chosen.roles[doc] == "article" for doc in grid.chosen.doc_ids)
    counted = "articles" if only_articles else "texts"
    letters(axes, grid.left - 0.08, grid.head - 0.05, counted, SMALL, FAINT, ha="right")
    y = 0.05 + grid.head
    marks: dict[str, list[tuple[float, float]]] = {mark: [] for mark, _ in CERTAINTY.values()}
    for question in shown:
        _draw_title(axes, grid, y, question)
        y += TITLE
        draw_guides(axes, grid, y, y + STEP * len(_rows_of_values(question)))
        for value, holders in _rows_of_values(question):
            number = f"{len(holders)}"
            letters(axes, MARGIN + 0.08, y + STEP / 2, fit_ends(value, grid.left - MARGIN - 0.4, SMALL), SMALL)
            letters(axes, grid.left - 0.08, y + STEP / 2, number, SMALL, FAINT, ha="right")
            for column, doc in enumerate(grid.chosen.doc_ids):
                if doc in holders:
                    x = grid.left + column * grid.cell
                    box(axes, x, y, grid.cell, STEP, AGREEMENT[question.between][0], edgecolor=PAPER, linewidth=0.6)
                    marks[CERTAINTY[holders[doc]][0]].append((x + grid.cell / 2, y + STEP / 2))
            y += STEP
    for mark, points in marks.items():
        draw_marks(axes, mark, points)
    return drawing


def _rows_of_values(question: Question) -> list[tuple[str, dict[str, str]]]:
    """List a question's values, those of most articles first, each with its articles and how sure they are."""
    found: dict[Coded, tuple[str, dict[str, str]]] = {}
    for doc, values in sorted(question.cells.items()):
        for code, (value, certainty) in values.items():
            found.setdefault(code, (value, {}))[1][doc] = certainty
    ranked = sorted(found.values(), key=lambda row: (-len(row[1]), row[0]))
    if len(ranked) <= VALUES:
        return ranked
    others: dict[str, str] = {}
    for _, holders in ranked[VALUES - 1 :]:
        others |= holders
    return [*ranked[: VALUES - 1], (f"{len(ranked) - VALUES + 1} other values", others)]


def _open_sheet(grid: Grid, shown: list[Question], rest: list[str], signs: Mapping[str, Sign]) -> tuple[Drawing, Axes]:
    """Make the sheet with its heads, what is not drawn in words, and the key."""
    key = _key(shown, grid)
    bottom = 0.05 + grid.head + sum(_height(question, grid) for question in shown)
    drawing, axes = sheet(bottom + 0.1 + LINE * len(rest) + KEY_LINE * len(key) + 0.08, grid.width)
    draw_heads(axes, grid, signs, 0.05)
    for number, line in enumerate(rest):
        letters(axes, MARGIN, bottom + 0.04 + LINE * (number + 0.5), line, SMALL, FAINT)
    draw_key(axes, bottom + 0.06 + LINE * len(rest), key)
    return drawing, axes


def _draw_title(axes: Axes, grid: Grid, y: float, question: Question) -> None:
    axes.plot([MARGIN, grid.right], [y, y], color=RULE, lw=0.6)
    draw_question(axes, grid.right, y, question.name, question.between)


def _rest_lines(hidden: list[Question], width: float) -> list[str]:
    """Say in words what the questions without room are answered with; those that the lines do not hold are counted."""
    if not hidden:
        return []
    answers = []
    for question in hidden:
        values = listed([value for value, _ in _rows_of_values(question)], 3)
        answers.append(f"{question.name}: {values} ({AGREEMENT[question.between][1]})")
    held = wrap(f"No room for {count(len(answers), 'other question')}.", width - 2 * MARGIN, SMALL, REST)
    for told in range(1, len(answers) + 1):
        more = f"; and {count(len(answers) - told, 'other question')}" if told < len(answers) else ""
        lines = wrap(f"No room for {'; '.join(answers[:told])}{more}.", width - 2 * MARGIN, SMALL)
        if len(lines) > REST:
            break
        held = lines
    return held


def _key(shown: list[Question], grid: Grid) -> list[list[Entry]]:
    used = {certainty for q in shown for values in q.cells.values() for _, certainty in values.values()}
    present = {q.between for q in shown}
    entries: list[Entry] = [(words, {"mark": mark}) for name, (mark, words) in CERTAINTY.items() if name in used]
    if grid.straight:
        entries.append(("not detected (not: silent)", {"mark": NOT_DETECTED}))
    entries += [(words, {"colour": fill}) for name, (fill, words) in AGREEMENT.items() if name in present]
    return key_lines(entries, grid.width)


def _caption(grid: Grid, shown: list[Question], several: list[Question], every: list[Question]) -> str:
    if not every:
        return NOTHING
    chosen, sign = grid.chosen, "A dot" if grid.straight else "No mark under a question"
    sentences = [
        f"{count(len(every), 'question')} on which {chosen.counted} say something "
        f"({tally([question.between for question in every])}).",
        "Values as printed where short, else as coded; the circle says how sure: in the article's own voice, on "
        "somebody's word, or hedged.",
        f"{sign} means that nothing was detected, which is not the same as silence.",
    ]
    if len(several) < len(every):
        sentences.append(f"Not drawn: {len(every) - len(several)} that one article alone answers.")
    if len(shown) < len(several):
        sentences.append(f"No room for {len(several) - len(shown)} more, named below; all are in claims/claims.")
    return " ".join([*sentences, chosen.note]).strip()


def _alt(chosen: Selection, shown: list[Question]) -> str:
    lines = []
    for question in shown[:12]:
        said = []
        for doc in (doc for doc in chosen.doc_ids if doc in question.cells):
            values = [f"{value} ({certainty})" for value, certainty in question.cells[doc].values()]
            said.append(f"{chosen.labels[doc]}: {listed(values, 4)}")
        lines.append(f"{question.name} ({AGREEMENT[question.between][1]}). {'; '.join(said)}.")
    if len(shown) > 12:
        lines.append(f"And {len(shown) - 12} more questions, in claims/claims.")
    return " ".join(lines) or "No claim."
