"""Origins: what each article goes back to, on what evidence, how sure; and how many origins that makes."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from samestory.overlap.evidence import Shared, Side
from samestory.overlap.lineage import Family
from samestory.overlap.statements import Statement
from samestory.words import WORD, count_words

NAME_CHARS = 80
CREDITED, QUOTED, REPORTED, UNMATCHED = 0.95, 0.9, 0.7, 0.5
CERTAIN = 0.5


def describe_origins(
    documents: pd.DataFrame,
    texts: Mapping[str, str],
    stretches: Sequence[Mapping[str, Any]],
    evidence: Sequence[Shared],
    families: Sequence[Family],
    statements: Sequence[Statement],
    directions: Mapping[tuple[str, str], str],
) -> list[dict[str, Any]]:
    """Make the rows of overlap/origins.

    An article of a family is a credited copy where it prints the credit or is the agency's original (confidence
    0.95), else a copy without
    credit (0.6 to 0.95, rising with the share of its words that are the family's); an article that shares reworded
    sentences with a family is a rewrite (0.2 to 0.8, rising with the share and the number of words it shares, and
    surer where it names the agency); a statement's words between quotation marks 0.9, reported 0.7. An article
    without a family has a row of its own text, role no_match_in_corpus, 0.5: nothing here speaks against its
    independence, and nothing can prove it.
    """
    shares = _shares(texts, stretches)
    labels = dict(zip(documents["doc_id"].tolist(), documents["label"].tolist(), strict=True))
    printed = credit_spans(documents)
    originals = set(documents[documents["role"] == "agency_original"]["doc_id"])
    printed_statements = set(documents[documents["role"] == "press_statement"]["doc_id"])
    matches: dict[str, list[tuple[Shared, Side]]] = {}
    for passage in evidence:
        matches.setdefault(passage.a.doc, []).append((passage, passage.b))
        matches.setdefault(passage.b.doc, []).append((passage, passage.a))
    rows = []
    for family in families:
        members = set(family.members)
        name = family.agency or f"a common source of {', '.join(labels[d] for d in family.members[:5])}, not credited"
        for doc in family.members:
            share = shares.get((doc, family.origin_id), 0.0)
            row = {"doc_id": doc, "origin_id": family.origin_id, "origin": name, "share": share}
            if doc in printed:
                row |= {"role": "credited_copy", "basis": "printed_credit", "confidence": CREDITED}
                row |= dict(zip(("evidence_start", "evidence_end"), printed[doc], strict=True)) | {"evidence_doc": doc}
            elif doc in originals:
                row |= {"role": "credited_copy", "basis": "inferred", "confidence": CREDITED}
            else:
                row |= {"role": "copy_no_credit", "basis": "text_match", "confidence": min(0.95, 0.6 + 0.35 * share)}
                row |= _longest(matches.get(doc, []), members)
            rows.append(row)
        for doc, words in sorted(family.rewrites.items()):
            row = {"doc_id": doc, "origin_id": family.origin_id, "origin": name, "role": "rewrite"}
            agencies = set((family.agency or "").split("; "))
            named = any(match.group() in agencies for match in WORD.finditer(texts[doc]))
            share = shares.get((doc, family.origin_id), 0.0)
            confidence = 0.2 + share + words / 500 + (0.1 if named else 0.0)
            found = _longest(matches.get(doc, []), members)
            row |= {"share": share, "confidence": min(0.8, confidence)}
            row |= {"basis": "inferred" if found.pop("paraphrase") else "text_match"} | found
            rows.append(row)
    for statement in statements:
        name = statement.text[:NAME_CHARS] + ("…" if len(statement.text) > NAME_CHARS else "")
        for doc, spans in statement.spans.items():
            start, end = max(spans, key=lambda span: (span[1] - span[0], -span[0]))
            rows.append(
                {
                    "doc_id": doc,
                    "origin_id": statement.origin_id,
                    "origin": f"statement “{name}”",
                    "role": "quotes_statement",
                    "share": shares.get((doc, statement.origin_id), 0.0),
                    "basis": "text_match",
                    "confidence": QUOTED if doc in statement.marked else REPORTED,
                    "direction": "source" if doc in printed_statements else "derived",
                    "evidence_doc": doc,
                    "evidence_start": start,
                    "evidence_end": end,
                }
            )
    traced: dict[str, float] = {}
    for (doc, _), share in shares.items():
        traced[doc] = traced.get(doc, 0.0) + share
    # A press statement is what others go back to, and no article.
    derived = {row["doc_id"] for row in rows if row["role"] != "quotes_statement"}
    derived |= printed_statements
    rows += [
        {
            "doc_id": doc,
            "origin_id": f"own:{doc}",
            "origin": f"own text of {labels[doc]}",
            "role": "no_match_in_corpus",
            "share": 1.0 - traced.get(doc, 0.0),
            "basis": "inferred",
            "confidence": UNMATCHED,
        }
        for doc in texts
        if doc not in derived
    ]
    return [
        {"direction": directions.get((str(row["doc_id"]), str(row["origin_id"])))}
        | {key: value for key, value in row.items() if key != "paraphrase"}
        for row in rows
    ]


def count_origins(origins: pd.DataFrame) -> tuple[int, int]:
    """Count the origins that articles go back to, as a range.

    Statements are no origins of an article and are left out here: an article that quotes one is still written by
    somebody. Each article counts with its main origin, the one with the largest share.

    Args:
        origins: overlap/origins, or the rows of the articles asked about.

    Returns:
        ``(low, high)``. The lower end believes every row, and takes all stories of one agency for one origin. The
        upper end believes rows of confidence 0.5 and more; an article whose main origin is less sure counts as an
        origin of its own, and so does each story of an agency.
    """
    rows = origins[origins["role"] != "quotes_statement"].sort_values(
        ["doc_id", "share", "confidence", "origin_id"], ascending=[True, False, False, True]
    )
    main = rows.drop_duplicates("doc_id")
    certain = main[main["confidence"] >= CERTAIN]
    return int(main["origin"].nunique()), int(certain["origin_id"].nunique() + len(main) - len(certain))


def credited_agencies(documents: pd.DataFrame) -> dict[str, str]:
    """Give the agency each article credits; an agency's original in the corpus is credited to it, or to its outlet."""
    agencies = {}
    for doc, agency, role, outlet, label in zip(
        *(documents[column].tolist() for column in ("doc_id", "agency", "role", "outlet", "label")), strict=True
    ):
        if isinstance(agency, str):
            agencies[doc] = agency
        elif role == "agency_original":
            agencies[doc] = outlet if isinstance(outlet, str) else label
    return agencies


def credit_spans(documents: pd.DataFrame) -> dict[str, tuple[int | None, int | None]]:
    """Give where each credited article prints its credit; without a place where the credit is known otherwise."""
    rows = documents[documents["agency"].notna()]
    spans: dict[str, tuple[int | None, int | None]] = {}
    for doc, start, end in zip(*(rows[c].tolist() for c in ("doc_id", "agency_start", "agency_end")), strict=True):
        spans[doc] = (None, None) if pd.isna(start) else (int(start), int(end))
    return spans


def _shares(texts: Mapping[str, str], stretches: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], float]:
    """Give the share of each article's words (furniture apart) that go back to each origin."""
    total: dict[str, int] = dict.fromkeys(texts, 0)
    parts: dict[tuple[str, str], int] = {}
    for row in stretches:
        if row["content"] == "furniture":
            continue
        words = count_words(texts[row["doc_id"]][row["start"] : row["end"]])
        total[row["doc_id"]] += words
        if row["origin_id"] is not None:
            key = row["doc_id"], row["origin_id"]
            parts[key] = parts.get(key, 0) + words
    return {key: words / max(1, total[key[0]]) for key, words in parts.items()}


def _longest(matches: Sequence[tuple[Shared, Side]], members: set[str]) -> dict[str, Any]:
    """Give the place in a member of a family of the passage that shares most unquoted words with it."""
    rows = [
        (-passage.unquoted_matched, other.doc, other.start, other.end, passage.kind == "paraphrase")
        for passage, other in matches
        if other.doc in members
    ]
    if not rows:
        return {"paraphrase": False}
    _, doc, start, end, paraphrase = min(rows)
    return {"evidence_doc": doc, "evidence_start": start, "evidence_end": end, "paraphrase": paraphrase}
