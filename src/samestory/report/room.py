"""What the reading room needs: texts, stretches, passages, claims and conflicts, as plain data for the script."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from samestory.figures.extent import word_starts
from samestory.figures.pieces import origin_letters, origin_names, read_pieces
from samestory.figures.selection import Selection
from samestory.figures.style import ARTICLES, CONTENTS, SHAPES
from samestory.phrasing import say_kind
from samestory.report.quoting import Quotation
from samestory.stored import batches, table, texts_of


def reading_room(
    tables: Mapping[str, pd.DataFrame],
    chosen: Selection,
    quotations: Mapping[str, Quotation],
) -> dict[str, Any]:
    """Collect what the script draws, all positions in code points of the article's text.

    Args:
        tables: the published tables.
        chosen: the articles of the reading room.
        quotations: the claims of these articles, and others, in their sentences.
    """
    shown = set(chosen.doc_ids)
    texts = texts_of(tables, shown)
    claims = {
        q.claim_id: [q.doc_id, q.start, q.end, q.sentence_start, q.sentence_end, q.variable, q.value, q.holder]
        for q in quotations.values()
        if q.doc_id in shown
    }
    conflicts = {
        row["conflict_id"]: [row["claim_a"], row["claim_b"]]
        for row in table(tables, "compare/conflicts").to_dict("records")
        if row["claim_a"] in claims and row["claim_b"] in claims
    }
    kinds = _kinds(tables, shown)
    letters, stretches = _stretches(tables, texts)
    colours = {doc: i for i, doc in enumerate(sorted(table(tables, "clean/documents", ("doc_id",))["doc_id"]))}
    names = origin_names(tables, letters)
    return {
        "articles": [
            {
                "id": doc,
                "label": chosen.labels[doc],
                "colour": colours[doc] % (len(ARTICLES) * len(SHAPES)),
                "text": text,
                "stretches": stretches.get(doc, []),
                "kinds": kinds.get(doc, []),
            }
            for doc in chosen.doc_ids
            if (text := texts.get(doc)) is not None
        ],
        "passages": _passages(tables, shown),
        "claims": claims,
        "conflicts": conflicts,
        "contents": {content: words for content, (_, _, words) in CONTENTS.items() if content != "own"},
        "origins": {letter: names.get(origin, origin) for origin, letter in letters.items()},
        "cuts": _cuts(tables, shown),
    }


def _passages(tables: Mapping[str, pd.DataFrame], shown: set[str]) -> list[list[Any]]:
    """[number, doc_a, start_a, end_a, doc_b, start_b, end_b, kind, words] of each passage between those shown.

    The number is that of the row in the table; the script makes a passage's id from its places.
    """
    columns = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind", "n_words")
    found: list[list[Any]] = []
    before = 0
    for batch in batches(tables, "overlap/passages", columns):
        numbered = batch.assign(number=range(before + 1, before + 1 + len(batch)))
        mine = numbered[batch["doc_a"].isin(shown) & batch["doc_b"].isin(shown)]
        found += map(list, zip(*(mine[c].tolist() for c in ("number", *columns)), strict=True))
        before += len(batch)
    return found


def _stretches(
    tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, list[list[Any]]]]:
    """The letters of the origins, as in the reuse map, and [start, end, content, letter, note] by article."""
    pieces = read_pieces(tables, {doc: word_starts(text) for doc, text in texts.items()})
    letters = origin_letters(pieces)
    notes = {(p.doc_id, p.origin_id): p.note for p in pieces}
    found: dict[str, list[list[Any]]] = {}
    columns = ("doc_id", "start", "end", "content", "origin_id")
    rows = table(tables, "overlap/stretches", columns, {"doc_id": list(texts)})
    for doc, start, end, content, origin in zip(*(rows[c].tolist() for c in columns), strict=True):
        letter = "" if pd.isna(origin) else letters.get(origin, "")
        found.setdefault(doc, []).append([start, end, content, letter, notes.get((doc, origin), "")])
    return letters, found


def _kinds(tables: Mapping[str, pd.DataFrame], shown: set[str]) -> dict[str, list[list[Any]]]:
    """[start, end, kind in words] of what is not running text, by article."""
    columns = ("doc_id", "start", "end", "kind")
    segments = table(tables, "clean/segments", columns, {"doc_id": shown})
    found: dict[str, list[list[Any]]] = {}
    for doc, start, end, kind in zip(*(segments[c].tolist() for c in columns), strict=True):
        if kind != "body":
            found.setdefault(doc, []).append([start, end, say_kind(kind)])
    return found


def _cuts(tables: Mapping[str, pd.DataFrame], shown: set[str]) -> dict[str, list[Any]]:
    """By fragment: the article, its sibling, and the sentences of the sibling that the article lacks."""
    # A sentence that two origins account for is lacking once.
    found: dict[tuple[str, str], dict[tuple[int, int], None]] = {}
    columns = ("doc_id", "sibling", "start", "end")
    cuts = table(tables, "overlap/cuts", columns, {"doc_id": shown, "sibling": shown})
    for doc, sibling, start, end in zip(*(cuts[c].tolist() for c in columns), strict=True):
        found.setdefault((doc, sibling), {})[start, end] = None
    return {f"{doc}~{sibling}": [doc, sibling, list(map(list, spans))] for (doc, sibling), spans in found.items()}
