"""Coverage: for each question and article, whether it says something.

What the rules do not find is ``not_detected``; that an article is silent is for a human coder to say.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import pandas as pd

from samestory.claims.context import Article, records
from samestory.tables import build


def find_coverage(
    asked: Iterable[tuple[str, str]],
    articles: Sequence[Article],
    claims: pd.DataFrame,
    silent: Collection[tuple[str, str]] = (),
) -> pd.DataFrame:
    """Make claims/coverage.

    Args:
        asked: each question and the event it is about; claims about another event are no answer to it.
        articles: the articles, with the origins they draw on.
        claims: claims/claims.
        silent: (variable, doc_id) of which a coder is sure that the article says nothing.
    """
    known: set[tuple[str, str]] = set()
    unknown: set[tuple[str, str]] = set()
    carriers: dict[tuple[str, str], set[str]] = defaultdict(set)
    about = dict(asked)
    for claim in records(claims):
        cell = (claim["variable"], claim["doc_id"])
        if claim["event"] != about[claim["variable"]]:
            continue
        (unknown if claim["polarity"] == "unknown" else known).add(cell)
        if claim["origin_id"]:
            carriers[claim["variable"], claim["origin_id"]].add(claim["doc_id"])
    rows = []
    for variable in about:
        for article in articles:
            cell = (variable, article.doc_id)
            status = "stated" if cell in known else "explicitly_unknown" if cell in unknown else "not_detected"
            elsewhere = any(carriers.get((variable, origin), set()) - {article.doc_id} for origin in article.origins)
            if status == "not_detected" and cell in silent:
                status = "confirmed_silent"
            carried = status == "not_detected" and elsewhere
            rows.append(
                {"variable": variable, "doc_id": article.doc_id, "status": status, "carried_by_same_origin": carried}
            )
    return build("claims/coverage", rows)
