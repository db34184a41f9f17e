"""The articles that are not in English: what the program found in them is not what they say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pandas as pd

from samestory.claims.english import Reading
from samestory.overlap.articles import REPORTS
from samestory.phrasing import count, listed
from samestory.report.finding import Finding, cells_of
from samestory.stored import batches, table


def other_languages(tables: Mapping[str, pd.DataFrame]) -> Iterator[Finding]:
    """Name the articles whose running text is not English (clean/sentences)."""
    readings: dict[str, Reading] = defaultdict(Reading)
    for batch in batches(tables, "clean/sentences", ("doc_id", "kind", "text")):
        running = batch[batch["kind"].isin(sorted(REPORTS))]
        for doc_id, text in zip(running["doc_id"].tolist(), running["text"].tolist(), strict=True):
            readings[doc_id].add(text)
    documents = table(tables, "clean/documents", ("doc_id", "label"))
    foreign = documents[[readings[doc_id].is_foreign for doc_id in documents["doc_id"]]]
    if foreign.empty:
        return
    one = len(foreign) == 1
    yield Finding(
        "language",
        f"{count(len(foreign), 'text')} {'is' if one else 'are'} not in English: {listed(list(foreign['label']))}. "
        "Claims are read in English only: numbers, times, quotations and contradictions told of "
        f"{'it' if one else 'them'} may be wrong or lacking. What texts share word for word is found in any language.",
        {"texts": len(foreign)},
        cells_of("clean/documents", foreign, "label"),
    )
