"""The rows of claims/attributions."""

import itertools
from bisect import bisect_left, bisect_right
from typing import Any

from samestory.claims.attributions.view import Attribution
from samestory.claims.sources.actors import actor_type
from samestory.claims.sources.naming import naming
from samestory.claims.tokens import Article
from samestory.words import count_words


def attribution_rows(article: Article, attributions: list[Attribution]) -> list[dict[str, Any]]:
    """Make the rows of claims/attributions; ``source_canonical`` is filled for all articles together."""
    marks = [quotation.start for quotation in article.quotations]
    rows: dict[tuple[int, ...], dict[str, Any]] = {}
    for attribution in attributions:
        parts = _merged(article.text, attribution.parts)
        start, end = parts[0][0], parts[-1][1]
        source, cue = attribution.source, attribution.cue
        printed = article.text[slice(*source)] if source else None
        key = (start, end, cue[0] if cue else -1, source[0] if source else -1)
        rows.setdefault(key, {
            "doc_id": article.doc_id,
            "content_start": start,
            "content_end": end,
            "content": article.text[start:end],
            "parts": f"[{', '.join(f'[{a}, {b}]' for a, b in parts)}]",
            "source": printed,
            "source_start": source[0] if source else None,
            "source_end": source[1] if source else None,
            "actor_type": actor_type(printed),
            "naming": naming(printed),
            "cue": article.text[slice(*cue)] if cue else None,
            "cue_start": cue[0] if cue else None,
            "cue_end": cue[1] if cue else None,
            "cue_class": attribution.cue_class,
            "type": _kind(article, marks, parts),
            "polarity": "negative" if attribution.negative else "positive",
            "rule": attribution.rule,
        })  # fmt: skip
    return list(rows.values())


def _merged(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sort the parts, cut spaces at their ends, and join those that touch."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        start, end = max(0, start), min(len(text), end)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged or [(parts[0][0], parts[0][1])]


def _kind(article: Article, marks: list[int], parts: list[tuple[int, int]]) -> str:
    """Tell direct (all in quotation marks), mixed and indirect speech."""
    start, end = parts[0][0], parts[-1][1]
    if not marks:
        return "indirect"
    first = bisect_right(marks, start) - 1
    inside = [q for q in article.quotations[max(0, first) : bisect_left(marks, end)] if q.end > start]
    if not inside:
        return "indirect"
    # What stands in a quotation inside another is counted with that.
    reach = itertools.accumulate((q.end for q in inside), max, initial=0)
    quoted = sum(
        count_words(article.text[max(a, q.start) : min(b, q.end)])
        for q, before in zip(inside, reach, strict=False)
        if q.start >= before
        for a, b in parts
        if a < q.end and q.start < b
    )
    words = sum(count_words(article.text[a:b]) for a, b in parts)
    return "direct" if words == quoted else "mixed" if quoted else "indirect"
