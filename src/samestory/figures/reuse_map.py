"""Figure 1: each article as a strip from first to last word, coloured by what it shares and from where."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from samestory.figures.drawing import (
    KEY_LINE,
    Entry,
    box,
    draw_key,
    draw_sign,
    fit,
    key_lines,
    letters,
    sheet,
    width_of,
)
from samestory.figures.extent import word_starts, words_in
from samestory.figures.figure import Figure, FigureSettings
from samestory.figures.pieces import SHARED, Piece, count_shared, origin_letters, origin_names, read_pieces
from samestory.figures.selection import SMALL_CORPUS, Selection, select
from samestory.figures.style import (
    CONTENTS,
    FAINT,
    HATCHES,
    INK,
    MARGIN,
    PAGE,
    PAPER,
    RULE,
    SMALL,
    TEXT,
    WIDTH,
    article_signs,
    look,
)
from samestory.phrasing import count, listed, percent, say_kind
from samestory.stored import table, texts_of

# Kinds of segments that are named below a strip.
NAMED_KINDS = ("title", "standfirst", "summary", "faq", "caption")
# What the hatches say.
HATCHED = {
    "inferred": "Hatched: the origin is inferred, not printed.",
    "named as source": "Dotted: told in other words, and the article names the origin as its source.",
}
KEY_ORIGINS = 8
# Room behind a strip for the letters of stretches that are too thin to hold them.
ASIDE = 0.55


def reuse_map(tables: Mapping[str, pd.DataFrame], settings: FigureSettings | None = None) -> Figure:
    """Draw each article as a strip whose stretches are coloured by kind and lettered by origin.

    Reads clean/texts, clean/documents, clean/segments, overlap/stretches, overlap/origins, overlap/pairs.
    Lengths are words; origins that are only inferred, or only named, are hatched.
    """
    chosen = select(tables, (settings or FigureSettings()).max_documents)
    starts = {doc: word_starts(text) for doc, text in texts_of(tables, chosen.doc_ids).items()}
    pieces = read_pieces(tables, starts)
    every = origin_letters(pieces)
    # Only what the key has room to name gets a letter.
    marks = dict(list(every.items())[:KEY_ORIGINS])
    names, key = origin_names(tables, every), _key(pieces)
    with look():
        drawing = _draw(tables, chosen, starts, pieces, marks, key, names, len(every))
    return Figure(
        drawing,
        "Who shares which passages",
        _caption(pieces, every, chosen, starts),
        _alt(pieces, every, chosen, starts),
    )


def _draw(
    tables: Mapping[str, pd.DataFrame],
    chosen: Selection,
    starts: Mapping[str, list[int]],
    pieces: list[Piece],
    marks: Mapping[str, str],
    key: list[list[Entry]],
    names: Mapping[str, str],
    number: int,
) -> Drawing:
    many = len(chosen.doc_ids) > SMALL_CORPUS
    font, left, strip, step = _lay(chosen, len(key))
    longest = max([len(starts.get(doc, [])) for doc in chosen.doc_ids] or [1]) or 1
    scale = (WIDTH - left - ASIDE) / longest
    shown, aside = _lettered(pieces, marks, scale, inside=not many)
    origin_lines = _origin_lines(pieces, {o: m for o, m in marks.items() if m in shown}, names, chosen, number)
    bottom = 0.12 + step * max(len(chosen.doc_ids), 1)
    key_top = bottom + 0.3
    height = key_top + KEY_LINE * (len(key) + len(origin_lines)) + 0.1
    drawing, axes = sheet(height)
    signs = article_signs(table(tables, "clean/documents", ("doc_id",)))
    by_doc: dict[str, list[Piece]] = {doc: [] for doc in chosen.doc_ids}
    for piece in pieces:
        by_doc[piece.doc_id].append(piece)
    kinds = _named_kinds(tables, starts)
    for row, doc in enumerate(chosen.doc_ids):
        top = 0.12 + row * step
        middle = top + strip / 2
        draw_sign(axes, MARGIN, middle - 0.05, 0.1, signs[doc])
        letters(axes, MARGIN + 0.16, middle, fit(chosen.labels[doc], left - MARGIN - 0.2, font), font)
        whole = len(starts.get(doc, []))
        box(axes, left, top, whole * scale, strip, CONTENTS["own"][0])
        for piece in by_doc[doc]:
            _draw_piece(axes, left, top, strip, scale, piece, "" if many else marks.get(piece.origin_id or "", ""))
        letters(axes, left + whole * scale + 0.05, middle, " ".join(aside.get(doc, [])), SMALL, weight="bold")
        box(axes, left, top, whole * scale, strip, "none", edgecolor=FAINT, linewidth=0.5)
        _draw_kinds(axes, left, top + strip, scale, kinds.get(doc, []), named=not many)
    _draw_scale(axes, left, bottom, scale, longest)
    draw_key(axes, key_top, key)
    for number, line in enumerate(origin_lines):
        letters(axes, MARGIN, key_top + KEY_LINE * (len(key) + number + 0.5), line, SMALL, INK)
    return drawing


def _lay(chosen: Selection, key_lines: int) -> tuple[float, float, float, float]:
    """Give the size of the labels, where strips begin, their height, and how far the next is: closer where many are."""
    font, strip, step = TEXT, 0.24, 0.46
    if len(chosen.doc_ids) > SMALL_CORPUS:
        step = min(0.2, (PAGE - 0.55 - KEY_LINE * (key_lines + KEY_ORIGINS + 1)) / len(chosen.doc_ids))
        font, strip = SMALL, step - 0.045
    label_width = min(1.5, max([width_of(name, font) for name in chosen.names] or [0.3])) + 0.2
    return font, MARGIN + label_width, strip, step


def _draw_piece(axes: Axes, left: float, top: float, strip: float, scale: float, piece: Piece, mark: str) -> None:
    fill, ink, _ = CONTENTS[piece.content]
    x, width = left + piece.first * scale, (piece.last - piece.first) * scale
    edge = ink if piece.content == "wire" else FAINT
    hatch = {"hatch": HATCHES[piece.note], "edgecolor": edge} if piece.note else {}
    box(axes, x, top, width, strip, fill, **hatch)
    if piece.content in SHARED:
        box(axes, x, top, width, strip, "none", edgecolor=PAPER, linewidth=0.4)
    if mark and _fits(mark, width):
        halo = {"bbox": {"facecolor": fill, "edgecolor": "none", "pad": 0.6}} if piece.note else {}
        letters(axes, x + width / 2, top + strip / 2, mark, SMALL, ink, ha="center", weight="bold", **halo)


def _fits(mark: str, width: float) -> bool:
    return width_of(mark, SMALL, bold=True) + 0.03 <= width


def _lettered(
    pieces: list[Piece], marks: Mapping[str, str], scale: float, *, inside: bool
) -> tuple[set[str], dict[str, list[str]]]:
    """Say which letters are seen, and which of them stand behind a strip for want of room inside it."""
    seen: dict[str, set[str]] = {}
    every: dict[str, set[str]] = {}
    for piece in pieces:
        if mark := marks.get(piece.origin_id or "", ""):
            every.setdefault(piece.doc_id, set()).add(mark)
            if inside and _fits(mark, (piece.last - piece.first) * scale):
                seen.setdefault(piece.doc_id, set()).add(mark)
    aside = {}
    for doc, all_marks in every.items():
        left_over = sorted(all_marks - seen.get(doc, set()), key=lambda mark: (len(mark), mark))
        while width_of(" ".join(left_over), SMALL, bold=True) > ASIDE - 0.15:
            left_over.pop()
        aside[doc] = left_over
    return set().union(*seen.values(), *aside.values()), aside


def _named_kinds(
    tables: Mapping[str, pd.DataFrame], starts: Mapping[str, list[int]]
) -> dict[str, list[tuple[int, int, str]]]:
    """Where each article's headline, standfirst, summary, FAQ and captions stand, in words; neighbours joined."""
    columns = ("doc_id", "start", "end", "kind")
    segments = table(tables, "clean/segments", columns, {"doc_id": list(starts), "kind": NAMED_KINDS})
    found: dict[str, list[tuple[int, int, str]]] = {}
    for doc, start, end, kind in zip(*(segments[c] for c in columns), strict=True):
        first, last = words_in(starts[doc], start, end)
        rows = found.setdefault(doc, [])
        if rows and rows[-1][1:] == (first, kind):
            rows[-1] = (rows[-1][0], last, kind)
        elif last > first:
            rows.append((first, last, kind))
    return found


def _draw_kinds(
    axes: Axes, left: float, y: float, scale: float, kinds: list[tuple[int, int, str]], *, named: bool
) -> None:
    # The longest part is named first; a name that would meet another is left out, its line stays.
    taken: list[tuple[float, float]] = []
    for first, last, kind in sorted(kinds, key=lambda part: (part[0] - part[1], part)):
        x, width = left + first * scale, (last - first) * scale
        axes.plot([x + 0.01, x + max(width - 0.01, 0.02)], [y + 0.035] * 2, color=FAINT, lw=1.4, solid_capstyle="butt")
        word = say_kind(kind)
        end = x + width_of(word, SMALL) + 0.08
        if named and end <= WIDTH and not any(x < other_end and start < end for start, other_end in taken):
            letters(axes, x, y + 0.115, word, SMALL, FAINT)
            taken.append((x, end))


def _draw_scale(axes: Axes, left: float, y: float, scale: float, longest: int) -> None:
    step = next((s for s in (10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if longest / s <= 6), max(longest // 5, 1))
    axes.plot([left, left + longest * scale], [y, y], color=RULE, lw=0.6)
    for words in range(0, longest + 1, step):
        x = left + words * scale
        axes.plot([x, x], [y, y + 0.04], color=RULE, lw=0.6)
        letters(axes, x, y + 0.12, f"{words:,}" + (" words" if words == 0 else ""), SMALL, FAINT, ha="center")


def _key(pieces: list[Piece]) -> list[list[Entry]]:
    present = {piece.content for piece in pieces} | {"own"}
    entries: list[Entry] = [
        (words, {"colour": fill}) for content, (fill, _, words) in CONTENTS.items() if content in present
    ]
    notes = {piece.note for piece in pieces}
    # In a small box the strokes stand closer.
    entries += [
        (f"origin {note}", {"colour": PAPER, "hatch": hatch + 2 * hatch[0]})
        for note, hatch in HATCHES.items()
        if note in notes
    ]
    return key_lines(entries)


def _origin_lines(
    pieces: list[Piece], marks: Mapping[str, str], names: Mapping[str, str], chosen: Selection, number: int
) -> list[str]:
    """One line per letter that is seen: the letter, what the origin is and which articles draw on it."""
    if not number:
        return ["No shared passage was found in this corpus."]
    lines = []
    for origin, mark in marks.items():
        docs = sorted({piece.doc_id for piece in pieces if piece.origin_id == origin})
        everywhere = len(docs) == len(chosen.doc_ids) > 2
        where = f"all {len(docs)} articles" if everywhere else listed([chosen.labels[doc] for doc in docs], 3)
        room = WIDTH - 2 * MARGIN - width_of(f"{mark}  : in {where}", SMALL)
        name = fit(names.get(origin, origin), max(room, 1.5), SMALL)
        lines.append(fit(f"{mark}  {name}: in {where}", WIDTH - 2 * MARGIN, SMALL))
    if number > len(lines):
        lines.append(f"and {count(number - len(lines), 'smaller origin')} without a letter")
    return lines


def _words(pieces: list[Piece], doc: str | None = None) -> dict[str, int]:
    sums: dict[str, int] = {}
    for piece in pieces:
        if doc is None or piece.doc_id == doc:
            sums[piece.content] = sums.get(piece.content, 0) + piece.last - piece.first
    return sums


def _caption(pieces: list[Piece], marks: Mapping[str, str], chosen: Selection, starts: Mapping[str, list[int]]) -> str:
    sums = _words(pieces)
    quoted = {piece.origin_id for piece in pieces if piece.content == "statement" and piece.origin_id}
    total = sum(len(starts.get(doc, [])) for doc in chosen.doc_ids)
    own_words = total - sums.get("furniture", 0)
    shared = sum(sums.get(content, 0) for content in SHARED)
    sentences = [
        f"Each strip is one article from its first word to its last ({chosen.counted}, {total:,} words).",
    ]
    if shared:
        sentences += [
            f"{shared:,} of the {own_words:,} words outside page furniture ({percent(shared / own_words)}) stand in "
            f"stretches that go back to {count_shared(len(marks), len(quoted))}; a letter names the origin, "
            "colour says what the stretch is.",
        ]
        sentences += [words for note, words in HATCHED.items() if any(piece.note == note for piece in pieces)]
    else:
        sentences.append("No shared passage was found.")
    sentences += [
        "Pale: no match in this corpus, which is not the same as original.",
        "A line under a strip marks headline, standfirst, photo caption, summary or FAQ.",
        chosen.note,
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _alt(pieces: list[Piece], marks: Mapping[str, str], chosen: Selection, starts: Mapping[str, list[int]]) -> str:
    lines = []
    for doc in chosen.doc_ids:
        whole, sums = len(starts.get(doc, [])), _words(pieces, doc)
        parts = [
            f"{sums[content]:,} words {CONTENTS[content][2]}"
            for content in CONTENTS
            if sums.get(content) and (content in SHARED or content == "own")
        ]
        used = sorted({marks[p.origin_id] for p in pieces if p.doc_id == doc and p.origin_id})
        origins = f", from {'origins' if len(used) > 1 else 'origin'} {listed(used)}" if used else ""
        lines.append(f"{chosen.labels[doc]}, {whole:,} words: {listed(parts) or 'not traced'}{origins}.")
    return " ".join(lines) or "No article."
