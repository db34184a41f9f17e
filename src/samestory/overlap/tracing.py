"""What each piece of an article goes back to: stretches, origins and cuts."""

import pandas as pd

from samestory.overlap.cuts import find_cuts
from samestory.overlap.direction import find_directions
from samestory.overlap.evidence import quoted_spans, read_evidence
from samestory.overlap.lineage import find_families, unquoted_words
from samestory.overlap.origins import credited_agencies, describe_origins
from samestory.overlap.reading import Span, read_words
from samestory.overlap.statements import find_statements
from samestory.overlap.stretches import draw_stretches
from samestory.tables import build

# Articles of a large corpus with a lower cosine have no subject in common.
STRANGERS = 0.2
# Kinds of segments that tell the report again or belong to a picture, and headlines, which resemble each other: no sign
# of copying where both sides are such.
RETOLD = frozenset({"caption", "summary", "faq", "title"})


def trace_origins(
    texts: pd.DataFrame,
    documents: pd.DataFrame,
    segments: pd.DataFrame,
    sentences: pd.DataFrame,
    quotations: pd.DataFrame,
    passages: pd.DataFrame,
    pairs: pd.DataFrame,
) -> dict[str, pd.DataFrame]:
    """Say what each piece of each article goes back to.

    Args:
        texts: clean/texts.
        documents: clean/documents; ``agency`` and ``role`` are the evidence of printed credits.
        segments: clean/segments.
        sentences: clean/sentences.
        quotations: clean/quotations.
        passages: overlap/passages.
        pairs: overlap/pairs.

    Returns:
        overlap/stretches, overlap/origins and overlap/cuts.
    """
    ordered = texts.sort_values("doc_id")
    bodies = dict(zip(ordered["doc_id"].tolist(), ordered["text"].fillna("").tolist(), strict=True))
    pieces: dict[str, list[tuple[int, int, str]]] = {doc: [] for doc in bodies}
    for doc, start, end, kind in zip(*(segments[c].tolist() for c in ("doc_id", "start", "end", "kind")), strict=True):
        pieces[doc].append((start, end, kind))
    sentence_spans: dict[str, list[Span]] = {doc: [] for doc in bodies}
    running: dict[str, list[Span]] = {doc: [] for doc in bodies}
    columns = ("doc_id", "start", "end", "kind")
    for doc, start, end, kind in zip(*(sentences[column].tolist() for column in columns), strict=True):
        sentence_spans[doc].append((start, end))
        if kind == "body":
            running[doc].append((start, end))
    quoted = quoted_spans(documents, quotations, bodies)
    retold = {doc: [(s, e) for s, e, kind in rows if kind in RETOLD] for doc, rows in pieces.items()}
    reading = read_words(bodies, quoted, retold)
    evidence = read_evidence(passages, reading)
    own = unquoted_words(
        reading,
        {doc: [(s, e) for s, e, kind in rows if kind in {"furniture", "title"}] for doc, rows in pieces.items()},
    )
    agency = credited_agencies(documents)
    families = find_families(list(bodies), agency, evidence, own)
    family_of = {doc: family.origin_id for family in families for doc in family.members}
    printed = set(documents[documents["role"] == "press_statement"]["doc_id"])
    # A quotation that only a story's copies and thorough rewrites print belongs to the story.
    lineage = {doc: family.origin_id for family in families for doc in sorted(family.thorough)} | family_of
    statements = find_statements(evidence, lineage, quoted, sentence_spans, bodies, printed)
    events = documents[documents["event"].notna()]
    stretches = draw_stretches(
        reading,
        pieces,
        sentence_spans,
        dict(zip(events["doc_id"].tolist(), events["event"].tolist(), strict=True)),
        evidence,
        families,
        statements,
        {doc: family_of[doc] for doc in agency},
        {(a, b) for a, b in pairs[pairs["cosine"] < STRANGERS][["doc_a", "doc_b"]].itertuples(index=False)},
    )
    directions = find_directions(documents, families, evidence, own)
    origins = describe_origins(documents, bodies, stretches, evidence, families, statements, directions)
    cuts = find_cuts(origins, stretches, running, reading, evidence)
    return {
        "overlap/stretches": build("overlap/stretches", stretches),
        "overlap/origins": build("overlap/origins", origins),
        "overlap/cuts": build("overlap/cuts", cuts),
    }
