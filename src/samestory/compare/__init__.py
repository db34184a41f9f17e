"""Compare: where the articles agree, differ in precision, contradict each other, or contradict themselves."""

from collections.abc import Sequence

import pandas as pd

from samestory.claims.coding.codebook import Codebook
from samestory.compare.agreement import find_agreement
from samestory.compare.coders import find_reliability
from samestory.compare.conflicts import find_conflicts
from samestory.compare.questions import Questions
from samestory.compare.quote_variants import find_quote_variants
from samestory.compare.validation import find_validation
from samestory.rows import rows_of

__all__ = ["compare"]


def compare(
    codebook: Codebook | None,
    documents: pd.DataFrame,
    claims: pd.DataFrame,
    coverage: pd.DataFrame,
    origins: pd.DataFrame,
    quotes: pd.DataFrame,
    passages: pd.DataFrame,
    gold: Sequence[pd.DataFrame] = (),
    wording: pd.DataFrame | None = None,
) -> dict[str, pd.DataFrame]:
    """Compare what the articles claim.

    Args:
        codebook: the codebook the claims were coded with, None for claims found by alignment.
        documents: clean/documents.
        claims: claims/claims.
        coverage: claims/coverage.
        origins: overlap/origins.
        quotes: claims/quotes.
        passages: overlap/passages.
        gold: coding sheets (coder, doc_id, variable, value), none if nobody has coded by hand.
        wording: claims/wording, for hand coding of naming.

    Returns:
        compare/agreement, conflicts, quote_variants, reliability and validation.
    """
    asked = Questions(codebook, claims, documents)
    published = {row["doc_id"]: row["published"] for row in rows_of(documents[["doc_id", "published"]])}
    return {
        "compare/agreement": find_agreement(asked, documents, coverage, origins),
        "compare/conflicts": find_conflicts(asked, documents, origins, passages),
        "compare/quote_variants": find_quote_variants(quotes, passages),
        "compare/reliability": find_reliability(gold, origins, codebook, published),
        "compare/validation": find_validation(codebook, claims, gold, wording, origins, published),
    }
