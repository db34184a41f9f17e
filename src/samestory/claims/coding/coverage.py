"""Coverage: for each question and article, whether it says something.

What the rules do not find is ``not_detected``; that an article is silent is for a human coder to say.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

import pandas as pd

from samestory.claims.coding.codebook import Codebook
from samestory.tables import check


def find_coverage(
    codebook: Codebook | None,
    documents: pd.DataFrame,
    origins: pd.DataFrame,
    claims: pd.DataFrame,
    silent: Collection[tuple[str, str]] = (),
) -> pd.DataFrame:
    """Make claims/coverage.

    Args:
        codebook: the questions, put to every article; None where claims were found by alignment: their questions
            are put to the articles of the events in which they were found.
        documents: clean/documents.
        origins: overlap/origins.
        claims: claims/claims; one about another event than its question's is no answer.
        silent: (variable, doc_id) of which a coder is sure that the article says nothing.
    """
    about = {v.name: v.event for v in codebook.variables if v.type != "naming"} if codebook else {}
    answers = claims[
        claims["event"] == pd.Series([about.get(v, "focal") for v in claims["variable"]], claims.index, "str")
    ]
    said: dict[tuple[str, str], str] = {}
    drawn_on = _lists(origins, "doc_id", "origin_id")
    carried = set()
    columns = ("variable", "doc_id", "polarity", "origin_id")
    for variable, doc_id, polarity, origin in zip(*(answers[c].astype(object) for c in columns), strict=True):
        known = "explicitly_unknown" if polarity == "unknown" else "stated"
        said[variable, doc_id] = "stated" if said.get((variable, doc_id)) == "stated" else known
        carried.add((variable, origin))
    cells = list(_cells(codebook, documents, answers))
    status = [said.get(cell) or ("confirmed_silent" if cell in silent else "not_detected") for cell in cells]
    frame = pd.DataFrame(cells, columns=["variable", "doc_id"], dtype="str")
    frame["status"] = status
    frame["carried_by_same_origin"] = [
        state == "not_detected" and any((variable, origin) in carried for origin in drawn_on.get(doc_id, ()))
        for (variable, doc_id), state in zip(cells, status, strict=True)
    ]
    return check(frame, "claims/coverage")


def _cells(codebook: Codebook | None, documents: pd.DataFrame, answers: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Yield each question with each article it is put to."""
    if codebook is not None:
        for variable in codebook.variables:
            if variable.type != "naming":
                yield from ((variable.name, doc_id) for doc_id in documents["doc_id"])
        return
    named = documents.assign(event=documents["event"].fillna(""))
    told = _lists(named, "event", "doc_id")
    event_of = dict(zip(named["doc_id"], named["event"], strict=True))
    asked = sorted({(v, event_of[d]) for v, d in zip(answers["variable"], answers["doc_id"], strict=True)})
    for name, event in asked:
        yield from ((name, doc_id) for doc_id in told[event])


def _lists(frame: pd.DataFrame, by: str, column: str) -> Mapping[str, Sequence[str]]:
    """Give the values of one column by those of another."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in zip(frame[by].tolist(), frame[column].tolist(), strict=True):
        found[key].append(value)
    return found
