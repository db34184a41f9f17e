"""What articles share: passages and the measures of each pair."""

import pandas as pd

from samestory.overlap.pairs import measure_pairs
from samestory.overlap.paraphrase import add_paraphrases
from samestory.overlap.passages import carries_text, furniture_spans, passage_table, shared_passages
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.tokeniser import read_tokens
from samestory.tables import check


def find_passages(
    texts: pd.DataFrame,
    documents: pd.DataFrame,
    segments: pd.DataFrame,
    sentences: pd.DataFrame,
    settings: OverlapSettings = OverlapSettings(),  # noqa: B008 (frozen)
    threads: int = 1,
) -> dict[str, pd.DataFrame]:
    """Find what the articles share.

    Args:
        texts: clean/texts.
        documents: clean/documents; paraphrases are looked for within one ``event``.
        segments: clean/segments; furniture is neither matched nor counted.
        sentences: clean/sentences.
        settings: the parameters.
        threads: how many threads read and compare; what is found does not depend on it.

    Returns:
        overlap/passages and overlap/pairs.
    """
    ordered = texts.sort_values("doc_id")
    ids, bodies = ordered["doc_id"].tolist(), ordered["text"].fillna("").tolist()
    tokens = read_tokens(bodies, furniture_spans(segments, ids), threads)
    found = shared_passages(tokens, bodies, settings, threads)
    found = add_paraphrases(documents, sentences, ids, found, settings)
    shown = bodies if carries_text(found, len(ids), settings) else None
    return {
        "overlap/passages": check(passage_table(found, ids, shown), "overlap/passages"),
        "overlap/pairs": check(measure_pairs(found, tokens, ids), "overlap/pairs"),
    }
