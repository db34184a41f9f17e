"""What each piece of an article goes back to: stretches, origins and cuts."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from samestory.overlap.agencies import credited_agencies
from samestory.overlap.articles import Articles, read_articles
from samestory.overlap.borrowing import note_borrowed
from samestory.overlap.cuts import find_cuts
from samestory.overlap.direction import find_directions
from samestory.overlap.evidence import Shared, read_evidence
from samestory.overlap.formulas import Place, find_formulas, find_strangers, outer_places, shared_places
from samestory.overlap.lineage import Family, find_families, unquoted_words
from samestory.overlap.origins import describe_origins
from samestory.overlap.retelling import find_retellings
from samestory.overlap.statements import find_statements
from samestory.overlap.stretches import draw_stretches
from samestory.tables import build


def trace_origins(
    texts: pd.DataFrame,
    documents: pd.DataFrame,
    segments: pd.DataFrame,
    sentences: pd.DataFrame,
    quotations: pd.DataFrame,
    passages: pd.DataFrame,
    pairs: pd.DataFrame,
    other_events: Mapping[str, str] | None = None,
) -> dict[str, pd.DataFrame]:
    """Say what each piece of each article goes back to.

    Where the articles are a part of the corpus, passages and pairs with articles that are traced elsewhere tell which
    text is a formula, and nothing else.

    Args:
        texts: clean/texts.
        documents: clean/documents; ``agency`` and ``role`` are the evidence of printed credits.
        segments: clean/segments.
        sentences: clean/sentences.
        quotations: clean/quotations.
        passages: overlap/passages, text_a and text_b apart.
        pairs: overlap/pairs.
        other_events: the event of articles that are traced elsewhere, where they have one.

    Returns:
        overlap/stretches, overlap/origins and overlap/cuts.
    """
    articles = read_articles(texts, documents, segments, sentences, quotations, other_events or {})
    docs = articles.texts.keys()
    inner = passages["doc_a"].isin(docs) & passages["doc_b"].isin(docs)
    evidence = read_evidence(passages[inner], articles.reading)
    places = shared_places(evidence) + outer_places(passages[~inner], docs)
    formulas = find_formulas(places, articles.events, find_strangers(pairs))
    found = _trace(articles, evidence, formulas)
    return {name: build(name, rows) for name, rows in found.items()}


def _trace(
    articles: Articles, evidence: Sequence[Shared], formulas: Sequence[Place]
) -> dict[str, list[dict[str, Any]]]:
    """Trace articles by what they share, its formulas known."""
    furniture, titles = (articles.reading.inside(articles.spans(frozenset({kind}))) for kind in ("furniture", "title"))
    own, headed = (unquoted_words(articles.reading, counted) for counted in (~furniture, titles))
    agency = credited_agencies(articles.documents)
    formulaic = {place.passage for place in formulas if place.passage is not None}
    families = find_families(list(articles.texts), agency, evidence, own, headed, formulaic, articles.contributed)
    note_borrowed(families, agency, evidence, own, formulaic)
    retellings = find_retellings(articles, families)
    statements = find_statements(articles, evidence, _lineage(families))
    family_of = {doc: family.origin_id for family in families for doc in family.members}
    credited = {doc: family_of[doc] for doc in agency if doc not in articles.contributed}
    stretches = draw_stretches(articles, evidence, families, statements, retellings, credited, formulas)
    directions = find_directions(articles, families, evidence, own)
    origins = describe_origins(articles, stretches, evidence, families, statements, retellings, directions)
    cuts = find_cuts(origins, stretches, articles, evidence)
    return {"overlap/stretches": stretches, "overlap/origins": origins, "overlap/cuts": cuts}


def _lineage(families: Sequence[Family]) -> dict[str, set[str]]:
    """Give for each article the families that its quotations may belong to.

    A quotation that only a story's copies and thorough rewrites print belongs to the story.
    """
    lineage: dict[str, set[str]] = {}
    for family in families:
        for doc in (*family.members, *family.thorough):
            lineage.setdefault(doc, set()).add(family.origin_id)
    return lineage
