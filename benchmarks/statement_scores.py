"""Score attributions, quantities and times against hand labels: the formulas behind every row of statements.py.

A labelled folder holds raw/<id>.txt, articles.csv (doc_id, published) and gold.jsonl: one line per document, with its
``id`` and ``attributions`` (content, cue, source: lists of spans), ``quantities`` (value, change, normalized_unit) or
``times`` (start, end, value). Spans count code points, end exclusive.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Span = tuple[int, int]
STOP = frozenset(
    ["the", "a", "an", "of", "and", "in", "for", "to", "his", "her", "its", "their", "by", "on", "at", "with"]
)


@dataclass(frozen=True)
class Said:
    """An attribution as a tool finds it: the hull of its content, and its source where it has one."""

    content: Span
    source: Span | None


@dataclass(frozen=True)
class Number:
    """A quantity as a tool finds it; ``change`` is one of = ~ < > up down."""

    low: float
    high: float
    change: str = "="
    unit: str = "-"


@dataclass(frozen=True)
class When:
    """An expression of time as a tool finds it."""

    start: int
    end: int
    value: str | None


def f1(right: int, found: int, labelled: int) -> float:
    """Give F1 in percent."""
    return 200 * right / (found + labelled) if found + labelled else 0.0


def score_attributions(
    texts: Mapping[str, str], gold: Iterable[Any], found: Mapping[str, Sequence[Said]]
) -> dict[str, float]:
    """Content at character overlap (intersection over union) of one half; a source by half of its content words."""
    right = with_source = labelled = predicted = 0
    for row in gold:
        text, mine = texts[row["id"]], found.get(row["id"], [])
        labels = [(_characters(a["content"]), _words(text, _characters(a["source"]))) for a in row["attributions"]]
        spans = [(_characters([s.content]), _words(text, _characters([s.source] if s.source else []))) for s in mine]
        labelled, predicted = labelled + len(labels), predicted + len(spans)
        pairs = (
            (len(g & c) / len(g | c), i, j)
            for i, (g, _) in enumerate(labels)
            for j, (c, _) in enumerate(spans)
            if g & c
        )
        used: tuple[set[int], set[int]] = set(), set()
        for overlap, i, j in sorted(pairs, reverse=True):
            if overlap < 0.5 or i in used[0] or j in used[1]:
                continue
            used[0].add(i)
            used[1].add(j)
            shared = len(labels[i][1] & spans[j][1])
            right += 1
            with_source += 2 * shared >= len(spans[j][1]) and shared > 0 if spans[j][1] else not labels[i][1]
    return {"content": f1(right, predicted, labelled), "with source": f1(with_source, predicted, labelled)}


def _characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _words(text: str, positions: set[int]) -> set[int]:
    words = re.finditer(r"\w+", text)
    return {m.start() for m in words if m.start() in positions and m.group().lower() not in STOP}


def score_quantities(
    _texts: Mapping[str, str], gold: Iterable[Any], found: Mapping[str, Sequence[Number]]
) -> dict[str, float]:
    """Per document, one to one: the value; the value and its change; the value and its unit."""
    right = with_change = with_unit = labelled = predicted = 0
    for row in gold:
        mine = found.get(row["id"], [])
        labelled, predicted = labelled + len(row["quantities"]), predicted + len(mine)
        used: set[int] = set()
        for label in row["quantities"]:
            low, high = _interval(label["value"])
            fits = [
                (n.unit.lower() == label["normalized_unit"].lower(), n.change == label["change"], -j)
                for j, n in enumerate(mine)
                if j not in used and _close(n.low, low) and _close(n.high, high)
            ]
            if fits:
                unit, change, index = max(fits)
                used.add(-index)
                right, with_change, with_unit = right + 1, with_change + change, with_unit + unit
    figures = {"value": right, "value and change": with_change, "value and unit": with_unit}
    return {name: f1(count, predicted, labelled) for name, count in figures.items()}


def _interval(value: Any) -> Span | tuple[float, float]:
    if isinstance(value, str) and "E" not in value and "-" in value[1:]:
        low, high = value.split("-")
        return float(low), float(high)
    return float(value), float(value)


def _close(found: float, label: float) -> bool:
    return abs(found - label) <= 1e-8 + 1e-5 * abs(label)


def score_times(
    _texts: Mapping[str, str], gold: Iterable[Any], found: Mapping[str, Sequence[When]]
) -> dict[str, float]:
    """As TempEval-3: any overlap; the same extent; the same value where they overlap."""
    relaxed = strict = value = labelled = predicted = 0
    for row in gold:
        mine = found.get(row["id"], [])
        labelled, predicted = labelled + len(row["times"]), predicted + len(mine)
        used: set[int] = set()
        for label in row["times"]:
            hits = [
                (min(label["end"], w.end) - max(label["start"], w.start), -j)
                for j, w in enumerate(mine)
                if j not in used and w.start < label["end"] and label["start"] < w.end
            ]
            if hits:
                best = -max(hits)[1]
                used.add(best)
                relaxed += 1
                strict += (mine[best].start, mine[best].end) == (label["start"], label["end"])
                value += mine[best].value == label["value"]
    figures = {"relaxed": relaxed, "strict": strict, "value": value}
    return {name: f1(count, predicted, labelled) for name, count in figures.items()}


SCORERS = {"attributions": score_attributions, "quantities": score_quantities, "times": score_times}
