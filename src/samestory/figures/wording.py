"""Figure 11: how things are named, by article and by voice. Naming is described; it is not called bias."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
)
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.grid import STRAIGHT, Grid, draw_guides, draw_heads, lay_grid, rows_that_fit
from samestory.figures.selection import Selection, select
from samestory.figures.style import FAINT, MARGIN, PAGE, RULE, SMALL, TEXT, VOICES, Sign, article_signs, look
from samestory.phrasing import count, listed, say_variable
from samestory.stored import table

NOTHING = "No naming choice was looked for: the codebook has no variable of type naming, or none was found."
ROW, HEAD = 0.19, 0.26
SAID = {"narrator": "in its own voice", "reported": "reported", "quoted": "quoted"}


@dataclass
class Variant:
    """One name of a concept, and by article how often it stands in which voice."""

    concept: str
    name: str
    uses: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How often it stands in all articles."""
        return sum(sum(voices.values()) for voices in self.uses.values())


def wording(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw each concept's names by article: how often in the article's own voice, reported, or quoted.

    Reads clean/documents, claims/wording, overlap/pairs.
    """
    chosen = select(tables, (settings or FigureSettings()).max_documents)
    every = find_variants(tables, chosen)
    heights = (ROW + (HEAD if i == 0 or every[i - 1].concept != v.concept else 0) for i, v in enumerate(every))
    shown = every[: rows_that_fit(heights, PAGE - 2.2)]
    signs = article_signs(table(tables, "clean/documents", ("doc_id",)))
    with look():
        drawing = _draw(chosen, shown, signs) if shown else say_nothing(NOTHING)
    return Figure(drawing, "How things are named", _caption(chosen, shown, every), _alt(chosen, shown, every))


def find_variants(tables: Mapping[str, pd.DataFrame], chosen: Selection) -> list[Variant]:
    """Count the names in claims/wording: the concept named most often first, then its names by use."""
    found: dict[tuple[str, str], Variant] = {}
    rows = table(tables, "claims/wording", where={"doc_id": chosen.doc_ids})
    for doc, concept, name, voice in zip(*(rows[c] for c in ("doc_id", "concept", "variant", "voice")), strict=True):
        uses = found.setdefault((concept, name), Variant(concept, name)).uses.setdefault(doc, {})
        uses[voice] = uses.get(voice, 0) + 1
    concepts: dict[str, int] = {}
    for variant in found.values():
        concepts[variant.concept] = concepts.get(variant.concept, 0) + variant.total
    return sorted(found.values(), key=lambda v: (-concepts[v.concept], v.concept, -v.total, v.name))


def _draw(chosen: Selection, shown: list[Variant], signs: Mapping[str, Sign]) -> Drawing:
    label = min(max(width_of(variant.name, TEXT) for variant in shown) + 0.55, 1.9)
    grid = lay_grid(chosen, MARGIN + label)
    concepts = list(dict.fromkeys(variant.concept for variant in shown))
    top = 0.05 + grid.head
    bottom = top + ROW * len(shown) + HEAD * len(concepts)
    used = {voice for variant in shown for voices in variant.uses.values() for voice in voices}
    key = key_lines([(words, {"mark": mark}) for voice, (mark, words) in VOICES.items() if voice in used])
    drawing, axes = sheet(bottom + 0.1 + KEY_LINE * len(key) + 0.08, grid.width)
    draw_heads(axes, grid, signs, 0.05)
    letters(axes, grid.left - 0.12, top - 0.1, "all", SMALL, FAINT, ha="right")
    dots: dict[str, list[tuple[float, float]]] = {mark: [] for mark, _ in VOICES.values()}
    y, concept = top, ""
    for variant in shown:
        if variant.concept != concept:
            concept = variant.concept
            axes.plot([MARGIN, grid.right], [y, y], color=RULE, lw=0.6)
            letters(axes, MARGIN, y + 0.14, fit(say_variable(concept), 3, TEXT, bold=True), TEXT, weight="bold")
            y += HEAD
            number = sum(1 for other in shown if other.concept == concept)
            draw_guides(axes, grid, y, y + number * ROW)
        letters(axes, MARGIN + 0.08, y + ROW / 2, fit(variant.name, label - 0.45, TEXT), TEXT)
        letters(axes, grid.left - 0.12, y + ROW / 2, f"{variant.total}", SMALL, FAINT, ha="right")
        _draw_row(axes, grid, y + ROW / 2, variant, dots)
        y += ROW
    for mark, points in dots.items():
        draw_marks(axes, mark, points)
    draw_key(axes, bottom + 0.08, key)
    return drawing


def _draw_row(axes: Axes, grid: Grid, y: float, variant: Variant, dots: dict[str, list[tuple[float, float]]]) -> None:
    for column, doc in enumerate(grid.chosen.doc_ids):
        voices = [(mark, variant.uses.get(doc, {}).get(voice, 0)) for voice, (mark, _) in VOICES.items()]
        present = [(mark, number) for mark, number in voices if number]
        if not present:
            continue
        if not grid.straight:
            # No room for three voices: the most direct one is shown.
            dots[present[0][0]].append((grid.middle(column), y))
            continue
        step = (grid.cell - 0.06) / 3
        for place, (mark, number) in enumerate(voices):
            if number:
                x = grid.left + column * grid.cell + place * step + 0.08
                dots[mark].append((x, y))
                letters(axes, x + 0.065, y, f"{number}", SMALL)


def _caption(chosen: Selection, shown: list[Variant], every: list[Variant]) -> str:
    if not every:
        return " ".join([NOTHING, chosen.note]).strip()
    uses = dict.fromkeys(VOICES, 0)
    for variant in every:
        for voices in variant.uses.values():
            for voice, number in voices.items():
                uses[voice] += number
    concepts = len({variant.concept for variant in every})
    sentences = [
        f"{count(sum(uses.values()), 'naming choice')} for {count(concepts, 'concept')} in "
        f"{chosen.counted}: {uses['narrator']} in the article's own voice, {uses['reported']} "
        f"reported, {uses['quoted']} quoted.",
    ]
    if len(chosen.doc_ids) <= STRAIGHT:
        sentences.append("The number beside a mark says how often; a name in somebody's mouth is not the article's.")
    else:
        sentences.append("A mark is the most direct voice in which the article uses the name.")
    if len(shown) < len(every):
        sentences.append(f"Shown: {len(shown)} of {len(every)} names; all are in claims/wording.")
    return " ".join([*sentences, chosen.note]).strip()


def _alt(chosen: Selection, shown: list[Variant], every: list[Variant]) -> str:
    lines = []
    for variant in shown[:25]:
        where = []
        for doc in chosen.doc_ids:
            voices = variant.uses.get(doc, {})
            said = [f"{voices[voice]} {SAID[voice]}" for voice in VOICES if voice in voices]
            if said:
                where.append(f"{chosen.labels[doc]} ({listed(said)})")
        lines.append(f"{say_variable(variant.concept)}, “{variant.name}”: {listed(where, 6)}.")
    if len(every) > len(lines):
        lines.append(f"And {len(every) - len(lines)} more names, in claims/wording.")
    return " ".join(lines) or "No naming choice."
