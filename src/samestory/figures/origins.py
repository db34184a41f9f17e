"""Figure 3: from origins to articles: how much of each article goes back to what, credited or not."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from samestory.figures.drawing import (
    KEY_LINE,
    Entry,
    box,
    draw_key,
    draw_sign,
    fit,
    key_lines,
    letters,
    say_nothing,
    sheet,
    wrap,
)
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.flows import NAMED, REST, Flow, find_flows, find_silent, gather
from samestory.figures.pieces import count_shared
from samestory.figures.selection import SMALL_CORPUS, Selection, select
from samestory.figures.style import (
    CONTENTS,
    FAINT,
    HATCHES,
    INK,
    MARGIN,
    PAGE,
    PAPER,
    ROLES,
    SMALL,
    TEXT,
    WIDTH,
    Sign,
    article_signs,
    look,
)
from samestory.phrasing import count, listed, percent
from samestory.stored import table

SILENT = "no running text"
NOTHING = "No article was traced to an origin that another article shares or that it credits."
LEFT, NODE, RIGHT = 1.45, 0.12, 2.95
LINE, GAP = 0.135, 0.14


@dataclass
class Sheet:
    """Where things stand: the height of a whole article, the top of each article's bar and block, of each origin."""

    unit: float
    bars: dict[str, float] = field(default_factory=dict)
    blocks: dict[str, tuple[float, float]] = field(default_factory=dict)
    origins: dict[str, float] = field(default_factory=dict)
    bottom: float = 0.0


def origins(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw bands from origins to articles, as wide as the share of the article's words that goes back to them.

    Reads clean/documents, overlap/origins, overlap/pairs. Shares are of the words outside page furniture.
    """
    chosen = select(tables, (settings or FigureSettings()).max_documents)
    names, flows = find_flows(tables, chosen)
    signs = article_signs(table(tables, "clean/documents", ("doc_id",)))
    drawn, silent = gather(flows), find_silent(tables, chosen)
    with look():
        drawing = _draw(_untangle(chosen, drawn), names, drawn, signs, silent) if flows else say_nothing(NOTHING)
    return Figure(drawing, "Where the words come from", _caption(chosen, flows), _alt(chosen, names, flows, silent))


def _untangle(chosen: Selection, flows: list[Flow]) -> Selection:
    """Put articles of a large corpus that draw most on one origin side by side; fewer keep the order of their ids."""
    if len(chosen.doc_ids) <= SMALL_CORPUS:
        return chosen
    rank = {origin: number for number, origin in enumerate(dict.fromkeys(f.origin_id for f in flows))}
    most: dict[str, tuple[float, int]] = {}
    for flow in flows:
        most[flow.doc_id] = min(most.get(flow.doc_id, (0.0, len(rank))), (-flow.share, rank[flow.origin_id]))
    return replace(
        chosen, doc_ids=tuple(sorted(chosen.doc_ids, key=lambda doc: (most.get(doc, (0.0, len(rank)))[1], doc)))
    )


def _lay(chosen: Selection, names: Mapping[str, str], flows: list[Flow]) -> Sheet:
    """Place the articles one below the other, and each origin near the articles that draw on it."""
    few = len(chosen.doc_ids) <= SMALL_CORPUS
    step = min(0.62, (PAGE - 1.0) / max(len(chosen.doc_ids), 1))
    laid = Sheet(step * 0.8 if few else step - 0.03)
    y = 0.1 if few else 0.22
    for doc in chosen.doc_ids:
        # The name, each flow, and what is left.
        lines = 2 + sum(1 for flow in flows if flow.doc_id == doc)
        height = max(laid.unit, LINE * lines) if few else laid.unit
        laid.blocks[doc], laid.bars[doc] = (y, height), y + (height - laid.unit) / 2
        y += height + (GAP if few else 0.03)
    laid.bottom = y
    weight: dict[str, float] = {}
    pull: dict[str, float] = {}
    for flow in flows:
        weight[flow.origin_id] = weight.get(flow.origin_id, 0.0) + flow.share
        pull[flow.origin_id] = pull.get(flow.origin_id, 0.0) + flow.share * laid.bars[flow.doc_id]
    order = sorted(weight, key=lambda o: (o == REST, pull[o] / weight[o], o))
    heights = {o: max(weight[o] * laid.unit, LINE * len(_name(names.get(o, o))) + 0.06) for o in order}
    free = max(laid.bottom - 0.1 - sum(heights.values()), 0.08 * len(order)) / max(len(order), 1)
    y = 0.1
    for o in order:
        laid.origins[o] = y + free / 2 + (heights[o] - weight[o] * laid.unit) / 2
        y += heights[o] + free
    laid.bottom = max(laid.bottom, y)
    return laid


def _name(name: str) -> list[str]:
    return wrap(name, LEFT - MARGIN - 0.1, SMALL, 3)


def _draw(
    chosen: Selection, names: Mapping[str, str], flows: list[Flow], signs: Mapping[str, Sign], silent: Set[str]
) -> Drawing:
    laid = _lay(chosen, names, flows)
    key = key_lines(_key(flows))
    drawing, axes = sheet(laid.bottom + 0.06 + KEY_LINE * len(key) + 0.08)
    from_y = dict(laid.origins)
    to_y = dict(laid.bars)
    order = sorted(laid.origins, key=laid.origins.__getitem__)
    for origin in order:
        mine = sorted((f for f in flows if f.origin_id == origin), key=lambda f: (laid.bars[f.doc_id], f.role))
        height = sum(f.share for f in mine) * laid.unit
        box(axes, LEFT, laid.origins[origin], NODE, height, INK)
        lines = _name(names.get(origin, origin))
        for number, line in enumerate(lines):
            middle = laid.origins[origin] + height / 2 + LINE * (number - (len(lines) - 1) / 2)
            letters(axes, LEFT - 0.08, middle, line, SMALL, ha="right")
        for flow in mine:
            _band(axes, from_y[origin], to_y[flow.doc_id], flow, laid.unit)
            from_y[origin] += flow.share * laid.unit
            to_y[flow.doc_id] += flow.share * laid.unit
    for doc in chosen.doc_ids:
        mine = sorted((f for f in flows if f.doc_id == doc), key=lambda f: order.index(f.origin_id))
        _draw_article(axes, laid, doc, mine, chosen, signs, to_y[doc], silent=doc in silent)
    if len(chosen.doc_ids) > SMALL_CORPUS:
        letters(axes, WIDTH - MARGIN, 0.12, "words traced", SMALL, FAINT, ha="right")
    draw_key(axes, laid.bottom + 0.04, key)
    return drawing


def _band(axes: Axes, start: float, end: float, flow: Flow, unit: float) -> None:
    """Draw a band that leaves and arrives level."""
    wide, x0, x1 = flow.share * unit, LEFT + NODE, RIGHT
    half = (x0 + x1) / 2
    there = [(x0, start), (half, start), (half, end), (x1, end)]
    back = [(x1, end + wide), (half, end + wide), (half, start + wide), (x0, start + wide)]
    curve = [Path.CURVE4] * 3
    path = Path([*there, *back, there[0]], [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY])
    style: dict[str, Any] = {"linewidth": 0.4, **_style(flow)}
    if style["edgecolor"] == PAPER and wide < 0.05:
        # A light edge parts broad bands, and would hide a narrow one.
        style["edgecolor"] = style["colour"]
    # Narrow bands cross over wide ones.
    axes.add_patch(PathPatch(path, facecolor=style.pop("colour"), zorder=1 + (1 - flow.share) / 2, **style))


def _style(flow: Flow) -> dict[str, Any]:
    return _plain(flow.role) | ({"hatch": HATCHES[flow.note]} if flow.note in HATCHES else {})


def _plain(role: str) -> dict[str, Any]:
    fill, edge, hatch, _ = ROLES[role]
    return {"colour": fill, "edgecolor": edge, "hatch": hatch}


def _draw_article(
    axes: Axes,
    laid: Sheet,
    doc: str,
    flows: list[Flow],
    chosen: Selection,
    signs: Mapping[str, Sign],
    end: float,
    *,
    silent: bool,
) -> None:
    top, height = laid.blocks[doc]
    bar = laid.bars[doc]
    pale = PAPER if silent else CONTENTS["own"][0]
    box(axes, RIGHT, bar, NODE, laid.unit, pale, edgecolor=FAINT, linewidth=0.4)
    box(axes, RIGHT, bar, NODE, end - bar, INK)
    x = RIGHT + NODE + 0.1
    traced = sum(flow.share for flow in flows)
    if len(chosen.doc_ids) > SMALL_CORPUS:
        middle = bar + laid.unit / 2
        draw_sign(axes, x, middle - 0.04, 0.08, signs[doc])
        words = percent(traced)
        letters(axes, WIDTH - MARGIN, middle, words, SMALL, FAINT, ha="right")
        letters(axes, x + 0.13, middle, fit(chosen.labels[doc], WIDTH - MARGIN - x - 0.55, SMALL), SMALL)
        return
    first = top + (height - LINE * (len(flows) + 2)) / 2 + LINE / 2
    draw_sign(axes, x, first - 0.05, 0.1, signs[doc])
    letters(axes, x + 0.16, first, fit(chosen.labels[doc], WIDTH - MARGIN - x - 0.16, TEXT), TEXT)
    for number, flow in enumerate(flows, 1):
        letters(axes, x + 0.38, first + LINE * number, percent(flow.share).replace("under ", "<"), SMALL, ha="right")
        words = fit(flow.use, WIDTH - MARGIN - x - 0.44, SMALL)
        letters(axes, x + 0.44, first + LINE * number, words, SMALL)
    if traced < 0.995:
        y = first + LINE * (len(flows) + 1)
        if not silent:
            letters(axes, x + 0.38, y, percent(1 - traced), SMALL, FAINT, ha="right")
        letters(axes, x + 0.44, y, SILENT if silent else "no match here", SMALL, FAINT)


def _key(flows: list[Flow]) -> list[Entry]:
    used = {flow.role for flow in flows}
    entries: list[Entry] = [(words, _plain(role)) for role, (_, _, _, words) in ROLES.items() if role in used]
    entries += [
        (note, {"colour": PAPER, "edgecolor": FAINT, "hatch": hatch + 2 * hatch[0]})
        for note, hatch in HATCHES.items()
        if any(flow.note == note for flow in flows)
    ]
    entries.append(("no match in this corpus", {"colour": CONTENTS["own"][0]}))
    return entries


def _caption(chosen: Selection, flows: list[Flow]) -> str:
    if not flows:
        return " ".join([NOTHING, chosen.note]).strip()
    # What articles draw on copies and quotes nothing itself.
    copies = [flow for flow in flows if chosen.roles[flow.doc_id] == "article"]
    roles = {role: len({f.doc_id for f in copies if f.role == role}) for role in ROLES}
    parts = [f"{count(number, 'article')} {VERBS[role][number != 1]}" for role, number in roles.items() if number]
    named = list(dict.fromkeys(flow.origin_id for flow in flows))
    quoted = len({flow.origin_id for flow in flows if flow.role == "quotes_statement"})
    sentences = [
        f"{count_shared(len(named), quoted)} behind {chosen.counted}{': ' if parts else ''}{listed(parts)}.",
        "A band is as wide as the share of the article's words (without page furniture) that goes back to the origin.",
    ]
    if inferred := sum(1 for flow in flows if flow.note == "inferred"):
        sentences.append(f"Hatched with strokes: inferred, not printed ({count(inferred, 'link')}).")
    if dotted := sum(1 for flow in flows if flow.note == "named as source"):
        links = count(dotted, "link")
        sentences.append(f"Dotted: retold in other words from a source that the article names ({links}).")
    sentences.append("Pale: no match in this corpus, which is not independence.")
    if len(named) > NAMED + 1:
        sentences.append(f"Drawn as one: the {len(named) - NAMED} smallest origins.")
    return " ".join([*sentences, chosen.note]).strip()


VERBS = {
    "original": ("is the original", "are originals"),
    "credited_copy": ("copies and credits", "copy and credit"),
    "copy_no_credit": ("copies without credit", "copy without credit"),
    "rewrite": ("rewrites", "rewrite"),
    "quotes_statement": ("quotes a shared statement", "quote a shared statement"),
}


def _alt(chosen: Selection, names: Mapping[str, str], flows: list[Flow], silent: Set[str]) -> str:
    lines = []
    for doc in chosen.doc_ids[:25]:
        parts = [f"{percent(f.share)} {names[f.origin_id]} ({f.use})" for f in flows if f.doc_id == doc]
        nothing = SILENT if doc in silent else "no match in this corpus"
        lines.append(f"{chosen.labels[doc]}: {listed(parts) if parts else nothing}.")
    if len(chosen.doc_ids) > 25:
        lines.append(f"And {len(chosen.doc_ids) - 25} more articles, in overlap/origins.")
    return " ".join(lines) or "No article."
