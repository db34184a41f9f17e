"""Figure 9: one utterance in each article's words, the differences marked; none is shown as the original."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from samestory.figures.drawing import (
    KEY_LINE,
    Entry,
    box,
    draw_key,
    draw_sign,
    key_lines,
    letters,
    say_nothing,
    sheet,
    width_of,
    wrap,
)
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.grid import rows_that_fit
from samestory.figures.selection import Selection, count_kind, select
from samestory.figures.style import FAINT, INK, MARGIN, PAGE, RULE, SMALL, TEXT, WIDTH, Sign, article_signs, look
from samestory.overlap.tokeniser import read_hashes, read_tokens
from samestory.phrasing import count, listed
from samestory.stored import table

NOTHING = "No utterance is quoted by two articles."
CHANGED, LEFT_OUT = "#f7e3a1", "[…]"
LABEL, LINE = 1.3, 0.15
NAMED = 3
# Of an utterance's wordings the fullest and those that most articles print are drawn.
MOST_VARIANTS = 6
Run = tuple[str, str]
# The hash of a word, equal for one word in any case and spelling, and its place.
Word = tuple[int, int, int]
# A row of compare/quote_variants, and the hashes of its words.
Wording = tuple[Mapping[Any, Any], tuple[int, ...]]


@dataclass(frozen=True)
class Variant:
    """The articles that print an utterance in the same words, these words, how they differ from the fullest, and it."""

    doc_ids: tuple[str, ...]
    text: str
    change: str
    fullest: str

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Pieces of the words in order: (kind, words) with kind same | changed | left_out."""
        return tuple(_runs(self.text, self.fullest))


@dataclass(frozen=True)
class Utterance:
    """One utterance: to whom articles attribute it, and its variants, the fullest first."""

    utterance_id: str
    speakers: tuple[str, ...]
    variants: tuple[Variant, ...]

    @cached_property
    def shown(self) -> tuple[Variant, ...]:
        """The variants that are drawn, in their order."""
        common = sorted(self.variants[1:], key=lambda variant: -len(variant.doc_ids))[: MOST_VARIANTS - 1]
        return tuple(variant for variant in self.variants if variant is self.variants[0] or variant in common)

    @property
    def doc_ids(self) -> set[str]:
        """The articles that print it."""
        return {doc for variant in self.variants for doc in variant.doc_ids}


def quote_variants(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw each utterance that articles quote, in the words of each, held against the fullest wording.

    Reads clean/documents, compare/quote_variants, overlap/pairs. Differences of case, punctuation and
    spelling are not marked, as they are none in the table.
    """
    chosen = select(tables, (settings or FigureSettings()).max_documents)
    every = find_utterances(tables)
    shown = every[: rows_that_fit((_height(utterance, chosen) for utterance in every), PAGE - 0.5)]
    signs = article_signs(table(tables, "clean/documents", ("doc_id",)))
    with look():
        drawing = _draw(chosen, shown, signs) if shown else say_nothing(NOTHING)
    return Figure(drawing, "The same words, quoted", _caption(shown, every), _alt(chosen, shown, every))


def find_utterances(tables: Mapping[str, pd.DataFrame]) -> list[Utterance]:
    """Collect compare/quote_variants by utterance: those with differences first, then by articles."""
    rows = _joined(table(tables, "compare/quote_variants").to_dict("records"))
    groups: dict[str, list[Wording]] = {}
    for row, words in zip(rows, read_hashes([row["text"] for row in rows]), strict=True):
        groups.setdefault(row["utterance_id"], []).append((row, words))
    found = [_utterance(name, group) for name, group in groups.items()]
    return sorted(found, key=lambda u: (len(u.variants) == 1, -len(u.doc_ids), u.utterance_id))


def _joined(rows: list[dict[Hashable, Any]]) -> list[dict[Hashable, Any]]:
    """Join the pieces of each variant that its tag splits."""
    joined: dict[tuple[Any, Any], dict[Hashable, Any]] = {}
    for row in rows:
        key = row["utterance_id"], (row["doc_id"], row["start"]) if pd.isna(row["wording_id"]) else row["wording_id"]
        joined[key] = {**row, "text": f"{joined[key]['text']} … {row['text']}"} if key in joined else row
    return list(joined.values())


def _utterance(name: str, wordings: list[Wording]) -> Utterance:
    wordings = sorted(
        wordings, key=lambda w: (w[0]["change"] != "fullest", -len(w[0]["text"]), w[0]["doc_id"], w[0]["start"])
    )
    groups: dict[tuple[int, ...], list[Mapping[Any, Any]]] = {}
    for row, words in wordings:
        groups.setdefault(words, []).append(row)
    variants = tuple(
        Variant(
            tuple(dict.fromkeys(sorted(str(row["doc_id"]) for row in group))),
            str(group[0]["text"]),
            str(group[0]["change"]),
            str(wordings[0][0]["text"]),
        )
        for group in groups.values()
    )
    named = (row["speaker_canonical"] for row, _ in wordings)
    return Utterance(name, tuple(dict.fromkeys(str(speaker) for speaker in named if not pd.isna(speaker))), variants)


def _words(text: str) -> list[Word]:
    """Give the words of a text with their places."""
    tokens = read_tokens([text])
    return list(zip(tokens.hashes.tolist(), tokens.start.tolist(), tokens.end.tolist(), strict=True))


def _runs(text: str, fullest: str) -> list[Run]:
    """Cut a variant into runs that are the same as in the fullest, changed, or left out."""
    words, full = _words(text), [word for word, _, _ in _words(fullest)]
    runs: list[Run] = []
    matcher = SequenceMatcher(None, full, [word for word, _, _ in words], autojunk=False)
    for tag, _, _, first, last in matcher.get_opcodes():
        if tag == "delete":
            runs.append(("left_out", LEFT_OUT))
            continue
        # A run takes the punctuation up to the next one with it.
        begin = words[first][1] if first else 0
        end = words[last][1] if last < len(words) else len(text)
        piece = " ".join(text[begin:end].split())
        if piece:
            runs.append(("same" if tag == "equal" else "changed", piece))
    return runs


def _lines(runs: tuple[Run, ...]) -> list[list[Run]]:
    """Set the runs in lines."""
    room = WIDTH - 2 * MARGIN - LABEL
    lines: list[list[Run]] = [[]]
    used = 0.0
    for kind, piece in runs:
        for word in (part for w in piece.split() for part in wrap(w, room, TEXT)):
            wide = width_of(word + " ", TEXT)
            if used + wide - width_of(" ", TEXT) > room:
                lines.append([])
                used = 0.0
            if lines[-1] and lines[-1][-1][0] == kind:
                lines[-1][-1] = (kind, f"{lines[-1][-1][1]} {word}")
            else:
                lines[-1].append((kind, word))
            used += wide
    return lines


def _names(variant: Variant, chosen: Selection) -> list[str]:
    if len(variant.doc_ids) > NAMED:
        return [count_kind(chosen.roles[doc] for doc in variant.doc_ids)]
    return [line for doc in variant.doc_ids for line in wrap(chosen.labels[doc], LABEL - 0.3, SMALL, 1)]


def _variant_height(variant: Variant, chosen: Selection) -> float:
    return LINE * max(len(_lines(variant.runs)), len(_names(variant, chosen))) + 0.09


def _head(utterance: Utterance, chosen: Selection) -> list[str]:
    speakers = f"attributed to {listed(list(utterance.speakers), 4)}" if utterance.speakers else "no speaker resolved"
    left = len(utterance.variants) - len(utterance.shown)
    more = f"; {count(left, 'wording')} more" if left else ""
    return wrap(
        f"{count_kind(chosen.roles[doc] for doc in utterance.doc_ids)}; {speakers}{more}", WIDTH - 2 * MARGIN, SMALL, 2
    )


def _height(utterance: Utterance, chosen: Selection) -> float:
    return 0.1 + LINE * len(_head(utterance, chosen)) + sum(_variant_height(v, chosen) for v in utterance.shown) + 0.1


def _draw(chosen: Selection, shown: list[Utterance], signs: Mapping[str, Sign]) -> Drawing:
    kinds = {kind for u in shown for v in u.shown for kind, _ in v.runs}
    entries: list[Entry] = []
    if "changed" in kinds:
        entries.append(("other words than in the fullest wording", {"colour": CHANGED}))
    if "left_out" in kinds:
        entries.append(("words of the fullest left out", {"mark": LEFT_OUT}))
    key = key_lines(entries) if entries else []
    bottom = sum(_height(utterance, chosen) for utterance in shown)
    drawing, axes = sheet(bottom + 0.04 + KEY_LINE * len(key) + 0.08)
    y = 0.0
    for number, utterance in enumerate(shown):
        if number:
            axes.plot([MARGIN, WIDTH - MARGIN], [y + 0.02] * 2, color=RULE, lw=0.6)
        at = y + 0.1
        for line in _head(utterance, chosen):
            letters(axes, MARGIN, at + LINE / 2, line, SMALL, FAINT)
            at += LINE
        for variant in utterance.shown:
            _draw_variant(axes, at + 0.04, variant, chosen, signs)
            at += _variant_height(variant, chosen)
        y += _height(utterance, chosen)
    draw_key(axes, bottom + 0.02, key)
    return drawing


def _draw_variant(axes: Axes, top: float, variant: Variant, chosen: Selection, signs: Mapping[str, Sign]) -> None:
    names = _names(variant, chosen)
    for number, name in enumerate(names):
        middle = top + LINE * (number + 0.5)
        if len(variant.doc_ids) <= NAMED:
            draw_sign(axes, MARGIN, middle - 0.045, 0.09, signs[variant.doc_ids[number]])
        letters(axes, MARGIN + 0.15, middle, name, SMALL)
    for number, line in enumerate(_lines(variant.runs)):
        x, middle = MARGIN + LABEL, top + LINE * (number + 0.5)
        for kind, words in line:
            wide = width_of(words, TEXT)
            if kind == "changed":
                box(axes, x - 0.015, middle - 0.065, wide + 0.03, 0.13, CHANGED)
                axes.plot([x, x + wide], [middle + 0.06] * 2, color=INK, lw=0.8)
            letters(axes, x, middle, words, TEXT, FAINT if kind == "left_out" else INK)
            x += wide + width_of(" ", TEXT)


def _caption(shown: list[Utterance], every: list[Utterance]) -> str:
    if not every:
        return NOTHING
    differ = sum(1 for utterance in every if len(utterance.variants) > 1)
    speakers = sum(1 for utterance in every if len(utterance.speakers) > 1)
    sentences = [
        f"{count(len(every), 'utterance')} that two articles or more quote: {differ} in differing words, "
        f"{speakers} attributed in differing words.",
        "Each is held against its fullest wording, which stands first and need not be the original. Differences of "
        "case, punctuation and spelling are not marked.",
    ]
    if len(shown) < len(every):
        sentences.append(f"Shown: {len(shown)}; all are in compare/quote_variants.")
    return " ".join(sentences)


def _alt(chosen: Selection, shown: list[Utterance], every: list[Utterance]) -> str:
    lines = []
    for utterance in shown[:10]:
        parts = [
            f"{listed([chosen.labels[doc] for doc in v.doc_ids], 5)}: “{' '.join(v.text.split())}” ({v.change})"
            for v in utterance.shown
        ]
        if left := len(utterance.variants) - len(utterance.shown):
            parts.append(f"and {count(left, 'wording')} more")
        lines.append(f"{'; '.join(parts)}.")
    if len(every) > len(lines):
        lines.append(f"And {len(every) - len(lines)} more, in compare/quote_variants.")
    return " ".join(lines) or "No utterance."
