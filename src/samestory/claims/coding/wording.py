"""Wording: which of several names an article gives the same thing, and in whose voice.

A concept is a codebook variable of type naming; its values are the variants. A variant between quotation marks is
quoted, inside an attribution's content reported, everywhere else it is the article's own choice.
"""

import json
from collections.abc import Sequence

import pandas as pd

from samestory.claims.coding.articles import CLAIM_ZONES
from samestory.claims.coding.codebook import Codebook, Variable
from samestory.claims.sources.words import shown_name
from samestory.rows import Row, rows_of
from samestory.tables import build


def find_wording(
    codebook: Codebook | None,
    texts: pd.DataFrame,
    sentences: pd.DataFrame,
    quotes: pd.DataFrame,
    attributions: pd.DataFrame,
) -> pd.DataFrame:
    """Find the variants of each naming concept; without a codebook the table is empty.

    Returns:
        claims/wording.
    """
    concepts = [variable for variable in codebook.variables if variable.type == "naming"] if codebook else []
    by_doc: dict[str, tuple[list[Row], list[Row]]] = {doc_id: ([], []) for doc_id in texts["doc_id"]}
    for index, frame in enumerate((quotes, attributions)):
        for row in rows_of(frame):
            by_doc[row["doc_id"]][index].append(row)
    rows = []
    for sentence in rows_of(sentences) if concepts else []:
        if sentence["kind"] not in CLAIM_ZONES:
            continue
        quoted, attributed = by_doc[sentence["doc_id"]]
        for concept in concepts:
            for start, end, variant in _variants(concept, sentence["text"], sentence["start"]):
                voice, holder = _voice(start, end, quoted, attributed)
                rows.append(
                    {
                        "doc_id": sentence["doc_id"],
                        "start": start,
                        "end": end,
                        "text": sentence["text"][start - sentence["start"] : end - sentence["start"]],
                        "concept": concept.name,
                        "variant": variant,
                        "voice": voice,
                        "holder": holder,
                        "zone": sentence["kind"],
                    }
                )
    return build("claims/wording", rows)


def _variants(concept: Variable, text: str, offset: int) -> list[tuple[int, int, str]]:
    """Find a concept's variants in a sentence; of two that overlap the longer."""
    if concept.triggers and not concept.triggers.match(text):
        return []
    matches = [(s, e, variant) for variant, phrases in concept.values.items() for s, e in phrases.spans(text, offset)]
    chosen: list[tuple[int, int, str]] = []
    for start, end, variant in sorted(matches, key=lambda match: (match[0] - match[1], match[0], match[2])):
        if all(end <= s or e <= start for s, e, _ in chosen):
            chosen.append((start, end, variant))
    return sorted(chosen)


def _voice(start: int, end: int, quotes: Sequence[Row], attributions: Sequence[Row]) -> tuple[str, str | None]:
    """Say in whose voice a stretch stands: quoted, reported or the narrator's; and who is quoted or reported."""
    for quote in quotes:
        if quote["start"] <= start and end <= quote["end"]:
            return "quoted", shown_name(quote["speaker_canonical"], quote["speaker"])
    covering = [a for a in attributions if _covers(a, start, end)]
    if not covering:
        return "narrator", None
    inner = min(covering, key=lambda row: (row["content_end"] - row["content_start"], row["content_start"]))
    return "reported", shown_name(inner["source_canonical"], inner["source"])


def _covers(attribution: Row, start: int, end: int) -> bool:
    """Tell whether a stretch lies in what is said, not in the tag that splits it ("…," said the militia, "…")."""
    if not attribution["content_start"] <= start or not end <= attribution["content_end"]:
        return False
    parts = json.loads(attribution["parts"])
    return not parts or any(first <= start and end <= last for first, last in parts)
