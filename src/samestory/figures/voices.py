"""Figure 6: who speaks in which article, how they are named, and how much of it is theirs."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from samestory.claims.sources.words import shown_name
from samestory.figures.drawing import KEY_LINE, Entry, draw_key, fit, key_lines, letters, say_nothing, sheet, width_of
from samestory.figures.extent import Span, word_set, word_starts
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.grid import Grid, draw_guides, draw_heads, lay_grid, rows_that_fit
from samestory.figures.selection import Selection, select
from samestory.figures.style import (
    FAINT,
    FILLING,
    INK,
    MARGIN,
    PAGE,
    POINT,
    RULE,
    SMALL,
    TEXT,
    Sign,
    article_signs,
    look,
)
from samestory.phrasing import count, listed, percent
from samestory.stored import spans_of, table, texts_of

STEP, SHARES, LABEL = 0.2, 0.18, 2.3
NOBODY = "nobody named"
# From the most exact to the least: what a voice is drawn as is the best naming the article gives it.
NAMING = {
    "named": ("●", "named"),
    "role_only": ("◐", "by role only"),
    "anonymity_stated": ("○", "anonymity stated"),
    "unattributed": ("×", NOBODY),
}


@dataclass
class Voice:
    """A source over all articles: its kind of actor, and per article its words and its best naming."""

    name: str
    actor_type: str
    words: dict[str, set[int]] = field(default_factory=dict)
    naming: dict[str, str] = field(default_factory=dict)


def voices(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw sources by articles: the area of a circle is the share of the article's words on that source's word.

    Reads clean/texts, clean/documents, clean/segments, claims/attributions, overlap/pairs. Shares are of the
    words outside page furniture. Voices of several articles come first.
    """
    settings = settings or FigureSettings()
    chosen = select(tables, settings.max_documents)
    starts = {doc: word_starts(text) for doc, text in texts_of(tables, chosen.doc_ids).items()}
    own_words = _own_words(tables, starts)
    every = find_voices(tables, starts)
    shown = every[: settings.max_rows]
    shown = shown[: rows_that_fit(_heights(shown), PAGE - 2.4)]
    signs = article_signs(table(tables, "clean/documents", ("doc_id",)))
    with look():
        drawing = _draw(chosen, shown, every, own_words, signs) if every else say_nothing("No attribution was found.")
    return Figure(
        drawing,
        "Who speaks",
        _caption(chosen, shown, every, own_words),
        _alt(chosen, shown, own_words),
    )


def find_voices(tables: Mapping[str, pd.DataFrame], starts: Mapping[str, list[int]]) -> list[Voice]:
    """Collect the voices of claims/attributions: those of most articles first, then by words."""
    found: dict[str, Voice] = {}
    rows = table(tables, "claims/attributions", where={"doc_id": list(starts)})
    places = zip(rows["doc_id"], rows["content_start"], rows["content_end"], rows["parts"], strict=True)
    sources = zip(*(rows[c] for c in ("source", "source_canonical", "sources", "actor_type", "naming")), strict=True)
    for (doc, start, end, parts), (source, canonical, several, actor, naming) in zip(places, sources, strict=True):
        spans: list[Span] = [(int(a), int(b)) for a, b in json.loads(parts)] or [(int(start), int(end))]
        one = shown_name(*(None if pd.isna(name) else str(name) for name in (canonical, source))) or NOBODY
        # Who speak together are voices of their own.
        for name in [one] if pd.isna(several) else json.loads(several):
            voice = found.setdefault(name, Voice(name, str(actor)))
            if voice.actor_type == "unknown":
                voice.actor_type = str(actor)
            voice.words.setdefault(doc, set()).update(word_set(starts[doc], spans))
            best = voice.naming.get(doc, naming)
            voice.naming[doc] = min(best, naming, key=list(NAMING).index)
    return sorted(
        found.values(),
        key=lambda v: (v.name == NOBODY, -len(v.words), -sum(map(len, v.words.values())), v.name),
    )


def _own_words(tables: Mapping[str, pd.DataFrame], starts: Mapping[str, list[int]]) -> dict[str, int]:
    """Words of each article outside page furniture."""
    furniture = spans_of(tables, "clean/segments", {"doc_id": list(starts), "kind": ["furniture"]})
    return {doc: len(s) - len(word_set(s, furniture.get(doc, []))) for doc, s in starts.items()}


def _share(voice: Voice, doc: str, own_words: Mapping[str, int]) -> float:
    return min(1.0, len(voice.words[doc]) / own_words[doc]) if own_words.get(doc) else 0.0


def _draw(
    chosen: Selection, shown: list[Voice], every: list[Voice], own_words: Mapping[str, int], signs: Mapping[str, Sign]
) -> Drawing:
    label = max(width_of(v.name, TEXT) + width_of(_actor(v), SMALL) for v in shown) + 0.2
    grid = lay_grid(chosen, MARGIN + min(label, LABEL))
    top = 0.05 + grid.head + (SHARES if grid.straight else 0)
    several = _in_several(shown)
    bottom = top + sum(_heights(shown))
    key = _key(shown)
    drawing, axes = sheet(bottom + 0.08 + KEY_LINE * len(key) + 0.08, grid.width)
    draw_heads(axes, grid, signs, 0.05)
    draw_guides(axes, grid, top, bottom)
    if grid.straight:
        letters(axes, MARGIN, top - 0.09, "words on somebody’s word", SMALL, FAINT)
        for column, doc in enumerate(chosen.doc_ids):
            share = percent(_attributed(every, doc, own_words))
            letters(axes, grid.middle(column), top - 0.09, share, SMALL, FAINT, ha="center")
    y = top
    for number, voice in enumerate(shown):
        if number in {0, several}:
            words = "In several articles" if number < several else "In one article only"
            axes.plot([MARGIN, grid.right], [y + 0.02] * 2, color=RULE, lw=0.6)
            letters(axes, MARGIN, y + STEP / 2 + 0.02, words, SMALL, FAINT)
            y += STEP
        middle = y + STEP / 2
        actor = _actor(voice)
        name = fit(voice.name, grid.left - MARGIN - width_of(actor, SMALL) - 0.2, TEXT)
        letters(axes, MARGIN, middle, name, TEXT)
        letters(axes, MARGIN + width_of(name, TEXT) + 0.08, middle, actor, SMALL, FAINT)
        for column, doc in enumerate(chosen.doc_ids):
            if doc in voice.words:
                _draw_voice(axes, grid, column, middle, voice, _share(voice, doc, own_words))
        y += STEP
    draw_key(axes, bottom + 0.04, key)
    return drawing


def _in_several(shown: list[Voice]) -> int:
    """Count the voices of several articles, which stand first."""
    return sum(1 for voice in shown if len(voice.words) > 1 and voice.name != NOBODY)


def _heights(shown: list[Voice]) -> list[float]:
    """Give each row's height, the line above its group with it."""
    several = _in_several(shown)
    return [STEP * (2 if number in {0, several} else 1) for number in range(len(shown))]


def _actor(voice: Voice) -> str:
    return "" if voice.actor_type == "unknown" else voice.actor_type.replace("_", " ")


def _attributed(every: list[Voice], doc: str, own_words: Mapping[str, int]) -> float:
    words: set[int] = set().union(*(voice.words.get(doc, set()) for voice in every))
    return min(1.0, len(words) / own_words[doc]) if own_words.get(doc) else 0.0


def _draw_voice(axes: Axes, grid: Grid, column: int, y: float, voice: Voice, share: float) -> None:
    # Area is share: 25 % of an article fills the height of a row.
    size = max(2.6, min(12.0, grid.cell / POINT * 0.95) * math.sqrt(min(share, 0.25) / 0.25))
    style: dict[str, Any] = {"color": INK, "markersize": size, "markeredgewidth": 0.8, "markerfacecoloralt": "white"}
    x = grid.middle(column) - (0.13 if grid.straight else 0.0)
    mark, _ = NAMING[voice.naming[grid.chosen.doc_ids[column]]]
    if mark in FILLING:
        axes.plot([x], [y], marker="o", fillstyle=FILLING[mark], **style)
    else:
        axes.plot([x], [y], marker="x", **{**style, "markersize": 4.0})
    if grid.straight:
        letters(axes, x + 0.11, y, percent(share).replace("under ", "<"), SMALL, FAINT)


def _key(shown: list[Voice]) -> list[list[Entry]]:
    used = {naming for voice in shown for naming in voice.naming.values()}
    return key_lines([(words, {"mark": mark}) for name, (mark, words) in NAMING.items() if name in used])


def _caption(chosen: Selection, shown: list[Voice], every: list[Voice], own_words: Mapping[str, int]) -> str:
    sources = [voice for voice in every if voice.name != NOBODY]
    if not sources:
        return "No attribution was found."
    several = sum(1 for voice in sources if len(voice.words) > 1)
    shares = [(_attributed(every, doc, own_words), chosen.labels[doc]) for doc in chosen.doc_ids]
    most, least = max(shares), min(shares)
    sentences = [
        f"{count(len(sources), 'source')} in {chosen.counted}: {several} in several articles, "
        f"{len(sources) - several} in one only.",
        "The area of a circle is the share of the article's words (without page furniture) that stand on the "
        "source's word; its filling says how the article names the source.",
    ]
    if len(shares) > 1:
        sentences.append(f"On somebody's word: {percent(least[0])} ({least[1]}) to {percent(most[0])} ({most[1]}).")
    if len(shown) < len(every):
        sentences.append(f"Shown: the first {len(shown)} of {len(every)} rows.")
    return " ".join([*sentences, chosen.note]).strip()


def _alt(chosen: Selection, shown: list[Voice], own_words: Mapping[str, int]) -> str:
    lines = []
    for voice in shown[:15]:
        where = [
            f"{percent(_share(voice, doc, own_words))} of {chosen.labels[doc]} ({NAMING[voice.naming[doc]][1]})"
            for doc in chosen.doc_ids
            if doc in voice.words
        ]
        lines.append(f"{voice.name}: {listed(where)}.")
    if len(shown) > 15:
        lines.append(f"And {len(shown) - 15} more, in claims/attributions.")
    return " ".join(lines) or "No source."
