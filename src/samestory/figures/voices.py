"""Figure 6: who speaks in which article, how they are named, and how much of it is theirs."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from samestory.figures.drawing import KEY_LINE, Entry, box, draw_key, fit, key_lines, letters, sheet, width_of, wrap
from samestory.figures.extent import Span, word_set, word_starts
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.selection import Selection, count, listed, percent, select, table
from samestory.figures.style import FAINT, INK, MARGIN, POINT, RULE, SMALL, TEXT, WIDTH, article_colours, look

NUMBERED = 6
# From the most exact to the least: what a voice is drawn as is the best naming the article gives it.
NAMING = {
    "named": ("named", "full"),
    "role_only": ("by role only", "left"),
    "anonymity_stated": ("anonymity stated", "none"),
    "unattributed": ("nobody named", "none"),
}
NOBODY = "nobody named"


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
    texts = table(tables, "clean/texts")
    starts = {
        doc: word_starts(text)
        for doc, text in zip(texts["doc_id"], texts["text"], strict=True)
        if doc in set(chosen.doc_ids)
    }
    own_words = _own_words(tables, starts)
    every = find_voices(tables, starts)
    shown = every[: settings.max_rows]
    colours = article_colours(table(tables, "clean/documents"))
    with look():
        drawing = _draw(chosen, shown, every, own_words, colours) if every else _draw_nothing()
    return Figure(
        drawing,
        "Who speaks",
        _caption(chosen, shown, every, own_words),
        _alt(chosen, shown, own_words),
    )


def find_voices(tables: Mapping[str, pd.DataFrame], starts: Mapping[str, list[int]]) -> list[Voice]:
    """Collect the voices of claims/attributions: those of most articles first, then by words."""
    found: dict[str, Voice] = {}
    columns = ("doc_id", "content_start", "content_end", "parts", "source", "source_canonical", "actor_type", "naming")
    rows = table(tables, "claims/attributions")
    for doc, start, end, parts, source, canonical, actor, naming in zip(*(rows[c] for c in columns), strict=True):
        if doc not in starts:
            continue
        name = NOBODY if pd.isna(source) and pd.isna(canonical) else str(source if pd.isna(canonical) else canonical)
        voice = found.setdefault(name, Voice(name, str(actor)))
        if voice.actor_type == "unknown":
            voice.actor_type = str(actor)
        spans: list[Span] = [(int(a), int(b)) for a, b in json.loads(parts)] or [(int(start), int(end))]
        voice.words.setdefault(doc, set()).update(word_set(starts[doc], spans))
        best = voice.naming.get(doc, naming)
        voice.naming[doc] = min(best, naming, key=list(NAMING).index)
    return sorted(
        found.values(),
        key=lambda v: (v.name == NOBODY, -len(v.words), -sum(map(len, v.words.values())), v.name),
    )


def _own_words(tables: Mapping[str, pd.DataFrame], starts: Mapping[str, list[int]]) -> dict[str, int]:
    """Words of each article outside page furniture."""
    segments = table(tables, "clean/segments")
    furniture = segments[segments["kind"] == "furniture"]
    spans: dict[str, list[Span]] = {}
    for doc, start, end in zip(*(furniture[c] for c in ("doc_id", "start", "end")), strict=True):
        spans.setdefault(doc, []).append((start, end))
    return {doc: len(s) - len(word_set(s, spans.get(doc, []))) for doc, s in starts.items()}


def _share(voice: Voice, doc: str, own_words: Mapping[str, int]) -> float:
    return min(1.0, len(voice.words[doc]) / own_words[doc]) if own_words.get(doc) else 0.0


def _draw(
    chosen: Selection, shown: list[Voice], every: list[Voice], own_words: Mapping[str, int], colours: Mapping[str, str]
) -> Drawing:
    numbered = len(chosen.doc_ids) <= NUMBERED
    label = max(width_of(v.name, TEXT) + width_of(_actor(v), SMALL) for v in shown) + 0.16
    left = MARGIN + min(label, WIDTH - 2 * MARGIN - 0.5 * len(chosen.doc_ids) if numbered else 1.9)
    cell = min((WIDTH - MARGIN - left) / max(len(chosen.doc_ids), 1), 1.0)
    font = SMALL if numbered else max(5.5, min(SMALL, cell / POINT / 1.1))
    names = max([width_of(name, font) for name in chosen.names] or [0.3])
    head = 0.75 if numbered else min(names, 1.4) + 0.28
    step, gap = 0.2, 0.12
    several = sum(1 for voice in shown if len(voice.words) > 1 and voice.name != NOBODY)
    groups = (1 if several else 0) + (1 if several < len(shown) else 0)
    bottom = head + step * (len(shown) + groups) + gap
    key = _key(shown)
    drawing, axes = sheet(bottom + 0.08 + KEY_LINE * len(key) + 0.08)
    _draw_heads(axes, chosen, every, own_words, colours, left, cell, head, font, numbered=numbered)
    y = head
    for number, voice in enumerate(shown):
        if number in {0, several}:
            words = "In several articles" if number < several else "In one article only"
            axes.plot([MARGIN, WIDTH - MARGIN], [y + 0.02] * 2, color=RULE, lw=0.6)
            letters(axes, MARGIN, y + step / 2 + 0.02, words, SMALL, FAINT)
            y += step
        middle = y + step / 2
        actor = _actor(voice)
        room = left - MARGIN - width_of(actor, SMALL) - 0.16
        name = fit(voice.name, room, TEXT)
        letters(axes, MARGIN, middle, name, TEXT)
        letters(axes, MARGIN + width_of(name, TEXT) + 0.08, middle, actor, SMALL, FAINT)
        for column, doc in enumerate(chosen.doc_ids):
            if doc in voice.words:
                x = left + (column + 0.5) * cell
                _draw_voice(axes, x, middle, cell, voice, doc, own_words, numbered=numbered)
        y += step
    draw_key(axes, bottom + 0.04, key)
    return drawing


def _draw_heads(
    axes: Axes,
    chosen: Selection,
    every: list[Voice],
    own_words: Mapping[str, int],
    colours: Mapping[str, str],
    left: float,
    cell: float,
    head: float,
    font: float,
    *,
    numbered: bool,
) -> None:
    base = head - (0.2 if numbered else 0.06)
    for column, doc in enumerate(chosen.doc_ids):
        x = left + (column + 0.5) * cell
        name = chosen.labels[doc]
        size = min(0.1, cell * 0.7)
        box(axes, x - size / 2, base - size, size, size, colours[doc])
        if numbered:
            lines = wrap(name, cell - 0.06, font, 3)
            for line, words in enumerate(lines):
                letters(axes, x, base - 0.19 - 0.13 * (len(lines) - 1 - line), words, font, ha="center")
        else:
            letters(axes, x, base - 0.15, fit(name, 1.35, font), font, rotation=90, ha="center", va="bottom")
        if numbered:
            share = _attributed(every, doc, own_words)
            letters(axes, x, head - 0.08, percent(share), SMALL, FAINT, ha="center")
    if numbered:
        letters(axes, MARGIN, head - 0.08, "of the words on somebody’s word", SMALL, FAINT)


def _actor(voice: Voice) -> str:
    return "" if voice.actor_type == "unknown" else voice.actor_type.replace("_", " ")


def _attributed(every: list[Voice], doc: str, own_words: Mapping[str, int]) -> float:
    words: set[int] = set().union(*(voice.words.get(doc, set()) for voice in every))
    return min(1.0, len(words) / own_words[doc]) if own_words.get(doc) else 0.0


def _draw_voice(
    axes: Axes,
    x: float,
    y: float,
    cell: float,
    voice: Voice,
    doc: str,
    own_words: Mapping[str, int],
    *,
    numbered: bool,
) -> None:
    share = _share(voice, doc, own_words)
    # Area is share: 25 % of an article fills the height of a row.
    size = max(2.6, min(12.0, cell / POINT * 0.95) * math.sqrt(min(share, 0.25) / 0.25))
    style: dict[str, Any] = {"color": INK, "markersize": size, "markeredgewidth": 0.8, "markerfacecoloralt": "white"}
    mark = x - 0.13 if numbered else x
    if voice.naming[doc] == "unattributed":
        axes.plot([mark], [y], marker="x", **{**style, "markersize": 4.0})
    else:
        axes.plot([mark], [y], marker="o", fillstyle=NAMING[voice.naming[doc]][1], **style)
    if numbered:
        letters(axes, mark + 0.11, y, percent(share).replace("under ", "<"), SMALL, FAINT)


def _draw_nothing() -> Drawing:
    drawing, axes = sheet(0.6)
    letters(axes, MARGIN, 0.3, "No attribution was found.", TEXT, FAINT)
    return drawing


def _key(shown: list[Voice]) -> list[list[Entry]]:
    used = {naming for voice in shown for naming in voice.naming.values()}
    marks = {"named": "●", "role_only": "◐", "anonymity_stated": "○", "unattributed": "×"}
    return key_lines([(words, {"mark": marks[name]}) for name, (words, _) in NAMING.items() if name in used])


def _caption(chosen: Selection, shown: list[Voice], every: list[Voice], own_words: Mapping[str, int]) -> str:
    sources = [voice for voice in every if voice.name != NOBODY]
    if not sources:
        return "No attribution was found."
    several = sum(1 for voice in sources if len(voice.words) > 1)
    shares = [(_attributed(every, doc, own_words), chosen.labels[doc]) for doc in chosen.doc_ids]
    most, least = max(shares), min(shares)
    sentences = [
        f"{count(len(sources), 'source')} in {count(len(chosen.doc_ids), 'article')}: {several} in several articles, "
        f"{len(sources) - several} in one only.",
        "The area of a circle is the share of the article's words (without page furniture) that stand on the "
        "source's word; its filling says how the article names the source.",
    ]
    if len(shares) > 1:
        sentences.append(f"On somebody's word: {percent(least[0])} ({least[1]}) to {percent(most[0])} ({most[1]}).")
    if len(shown) < len(every):
        sentences.append(f"Shown: the first {len(shown)} of {len(every)}.")
    return " ".join([*sentences, chosen.note]).strip()


def _alt(chosen: Selection, shown: list[Voice], own_words: Mapping[str, int]) -> str:
    lines = []
    for voice in shown[:15]:
        where = [
            f"{percent(_share(voice, doc, own_words))} of {chosen.labels[doc]} ({NAMING[voice.naming[doc]][0]})"
            for doc in chosen.doc_ids
            if doc in voice.words
        ]
        lines.append(f"{voice.name}: {listed(where)}.")
    if len(shown) > 15:
        lines.append(f"And {len(shown) - 15} more, in claims/attributions.")
    return " ".join(lines) or "No source."
