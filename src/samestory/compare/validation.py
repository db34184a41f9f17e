"""The program against people: what its rules find, held against coding by hand.

A person writes a number or a time as the article does ("about 2,500", "dozens", "north: 37", "3.52am"); it is read by
the same rules as the articles' own, and a number is compared as an interval.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd

from samestory.claims.coding.codebook import Codebook, Variable
from samestory.claims.coding.codes import Code
from samestory.claims.coding.sheet import ADJUDICATED
from samestory.compare.coders import FEW_UNITS, MIN_UNITS, Coding, bootstrap, clusters_of, read_codings
from samestory.compare.questions import questions
from samestory.compare.relation import Claim
from samestory.compare.values import show_value
from samestory.rows import rows_of
from samestory.tables import build


def find_validation(
    codebook: Codebook | None,
    claims: pd.DataFrame,
    gold: Sequence[pd.DataFrame],
    wording: pd.DataFrame | None = None,
    origins: pd.DataFrame | None = None,
    published: Mapping[str, str | None] | None = None,
) -> pd.DataFrame:
    """Make compare/validation: the program's values against those people agree on.

    A value is what was adjudicated, else what the first coder of the article and question found.

    Args:
        codebook: the questions, None for claims found by alignment.
        claims: claims/claims.
        gold: coding sheets.
        wording: claims/wording, for questions of naming.
        origins: overlap/origins; articles of one origin are drawn together.
        published: each article's day of publication.
    """
    people = _settled(read_codings(gold, codebook, published or {}))
    if not people:
        return build("compare/validation", [])
    found = _found(codebook, claims, wording)
    clusters = clusters_of(origins)
    rows = []
    for name, cells in groupby(sorted(people), key=lambda cell: cell[0]):
        variable = codebook.variable(name) if codebook else None
        docs = [doc_id for _, doc_id in cells]
        hits = [_hits(variable, people[name, doc_id].values(), found.get((name, doc_id), ())) for doc_id in docs]
        rows.append({"variable": name, **_rate(hits, [clusters.get(doc_id, doc_id) for doc_id in docs])})
    return build("compare/validation", rows)


def _rate(hits: Sequence[tuple[int, int, int]], groups: Sequence[str]) -> dict[str, Any]:
    """Give the columns that say how good the program is at a question, from what ``_hits`` counts in each article.

    Articles of one group are drawn together.
    """
    counts = np.array(hits, dtype=float)
    precision, recall, f1 = _scores(counts)
    enough = len(hits) >= MIN_UNITS
    low, high = bootstrap(counts, groups, lambda sample: _scores(sample)[2]) if enough else (None, None)
    both, program, coder = (int(total) for total in counts.sum(axis=0))
    return {
        "n": len(hits),
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "ci_low": low,
        "ci_high": high,
        "n_both": both,
        "n_program": program,
        "n_coder": coder,
        "note": None if enough else FEW_UNITS,
    }


def _settled(codings: Mapping[str, Coding]) -> Coding:
    """Give the values people agree on: the adjudicated, else those of the first coder in the order of names."""
    settled: Coding = dict(codings.get(ADJUDICATED, {}))
    for coder in sorted(codings):
        for cell, values in codings[coder].items():
            settled.setdefault(cell, values)
    return settled


def _found(
    codebook: Codebook | None, claims: pd.DataFrame, wording: pd.DataFrame | None
) -> dict[tuple[str, str], list[Claim]]:
    """Give what the program found for each question and article: the finest claims, each value once."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for question in questions(codebook, claims):
        for doc_id, finest in question.finest_by_document().items():
            values = {(show_value(claim), claim["unit"], claim["scope"]): claim for claim in finest}
            found[question.name, doc_id] = list(values.values())
    for row in rows_of(wording) if wording is not None else []:
        cell = found[row["concept"], row["doc_id"]]
        if row["variant"] not in {claim["value"] for claim in cell}:
            cell.append({"value": row["variant"], "low": None, "high": None, "unit": None, "scope": None})
    return found


def _hits(variable: Variable | None, people: Iterable[Code], program: Sequence[Claim]) -> tuple[int, int, int]:
    """Count the values both have, those of the program, those of the coder."""
    left = list(program)
    both = 0
    codes = sorted(people, key=lambda code: code.text)
    for code in codes:
        match = next((claim for claim in left if means(variable, code, claim)), None)
        if match is not None:
            left.remove(match)
            both += 1
    return both, len(program), len(codes)


def means(variable: Variable | None, code: Code, claim: Claim) -> bool:
    """Say whether what a coder wrote means a claim's value."""
    if code.text in {show_value(claim), claim["value"]}:
        return True
    if (code.scope and code.scope != claim["scope"]) or (code.bound and code.bound != claim.get("comparator")):
        return False
    if variable is not None and variable.type == "time":
        # A time without its day goes with that time of any day.
        told, value = code.told.removesuffix(code.bound or ""), str(claim["value"] or "")
        return told == value or (told.startswith("T") and told == f"T{value.partition('T')[2]}")
    if code.value is not None:
        return code.value == str(claim["value"])
    if claim["value"] is not None or (claim["low"] is None and claim["high"] is None):
        return False
    same = (code.low, code.high) == (claim["low"], claim["high"])
    return same and (code.unit is None or code.unit == str(claim["unit"]))


def _scores(counts: np.ndarray) -> tuple[float | None, float | None, float | None]:
    """Compute precision, recall and F1 from rows of (both, program, coder); None where there is nothing to share."""
    both, program, people = counts.sum(axis=0)
    return (
        float(both / program) if program else None,
        float(both / people) if people else None,
        float(2 * both / (program + people)) if program + people else None,
    )
