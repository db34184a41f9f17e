"""Coders held against each other: people against people, and the program against people.

A coding sheet has the columns coder, doc_id, variable, value: one row per value a coder finds, the value
``not stated`` where the coder finds none, ``confirmed silent`` where the coder is sure of it. Krippendorff's alpha
(Krippendorff 2018, Content Analysis, ch. 12) is given from 30 units on; below, only counts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import krippendorff
import numpy as np
import pandas as pd

from samestory.claims.codebook import Codebook
from samestory.claims.context import Row, records
from samestory.compare.values import show_value
from samestory.tables import build

SHEET_COLUMNS = ("coder", "doc_id", "variable", "value")
NOTHING = frozenset({"not stated", "confirmed silent"})
MIN_UNITS = 30
RESAMPLES = 1000
SEED = 20231208

# (variable, article) -> the values found there; an empty set where the coder looked and found none.
Coding = dict[tuple[str, str], frozenset[str]]


def find_reliability(gold: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Make compare/reliability: each two coders on each question both have coded."""
    codings = _codings(gold)
    rows = []
    for coder_a, coder_b in combinations(sorted(codings), 2):
        both = sorted(set(codings[coder_a]) & set(codings[coder_b]))
        for variable in sorted({variable for variable, _ in both}):
            units = [cell for cell in both if cell[0] == variable]
            pairs = [(_unit_value(codings[coder_a][u]), _unit_value(codings[coder_b][u])) for u in units]
            rows.append({"variable": variable, "coder_a": coder_a, "coder_b": coder_b, **_reliability(pairs)})
    return build("compare/reliability", rows)


def find_validation(codebook: Codebook | None, claims: pd.DataFrame, gold: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Make compare/validation: the program's values against those of the first coder of each article and question."""
    people: Coding = {}
    for _, coding in sorted(_codings(gold).items()):
        for cell, values in coding.items():
            people.setdefault(cell, values)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in records(claims) if people else []:
        question = codebook.variable(claim["variable"]) if codebook else None
        if claim["event"] == (question.event if question else "focal"):
            found[claim["variable"], claim["doc_id"]].add(show_value(claim))
    rows = []
    for variable in sorted({variable for variable, _ in people}):
        cells = [cell for cell in sorted(people) if cell[0] == variable]
        counts = np.array([_hits(people[cell], frozenset(found[cell])) for cell in cells], dtype=float)
        precision, recall, f1 = _scores(counts)
        low, high = _bootstrap(counts, lambda sample: _scores(sample)[2]) if len(cells) >= MIN_UNITS else (None, None)
        rows.append(
            {
                "variable": variable,
                "n": len(cells),
                "precision": precision,
                "recall": recall,
                "f1": f1,
                "ci_low": low,
                "ci_high": high,
            }
        )
    return build("compare/validation", rows)


def _codings(gold: Sequence[pd.DataFrame]) -> dict[str, Coding]:
    """Give each coder's values."""
    values: dict[str, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for sheet in gold:
        for row in records(sheet[list(SHEET_COLUMNS)]):
            if row["value"] is None:
                continue
            cell = values[str(row["coder"])][str(row["variable"]), str(row["doc_id"])]
            cell |= {str(row["value"]).strip()} - NOTHING
    return {coder: {cell: frozenset(found) for cell, found in cells.items()} for coder, cells in values.items()}


def _unit_value(values: frozenset[str]) -> str:
    """Give what a coder found in one article as one value."""
    return " | ".join(sorted(values)) or "not stated"


def _reliability(pairs: Sequence[tuple[str, str]]) -> Row:
    """Compute agreement, and alpha with its interval where there are units enough and they vary."""
    names = sorted({value for pair in pairs for value in pair})
    coded = np.array([[names.index(a), names.index(b)] for a, b in pairs], dtype=float)
    row: Row = {"level": "nominal", "n": len(pairs), "agreement": float(np.mean(coded[:, 0] == coded[:, 1]))}
    if len(pairs) >= MIN_UNITS and len(names) > 1:
        row["krippendorff_alpha"] = _alpha(coded)
        row["ci_low"], row["ci_high"] = _bootstrap(coded, _alpha)
    return row


def _alpha(coded: np.ndarray) -> float | None:
    """Compute Krippendorff's alpha, nominal, of units by coders; None without variation."""
    if len(np.unique(coded)) == 1:
        return None
    return float(krippendorff.alpha(reliability_data=coded.T, level_of_measurement="nominal"))


def _hits(people: frozenset[str], program: frozenset[str]) -> tuple[int, int, int]:
    """Count the values both have, those of the program, those of the coder."""
    return len(people & program), len(program), len(people)


def _scores(counts: np.ndarray) -> tuple[float | None, float | None, float | None]:
    """Compute precision, recall and F1 from rows of (both, program, coder); None where there is nothing to share."""
    both, program, people = counts.sum(axis=0)
    return (
        float(both / program) if program else None,
        float(both / people) if people else None,
        float(2 * both / (program + people)) if program + people else None,
    )


def _bootstrap(units: np.ndarray, statistic: Callable[[np.ndarray], float | None]) -> tuple[float | None, float | None]:
    """Give the 95 % interval of a statistic over articles drawn with replacement."""
    random = np.random.default_rng(SEED)
    values = list(_resampled(units, statistic, random))
    if not values:
        return None, None
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def _resampled(
    units: np.ndarray, statistic: Callable[[np.ndarray], float | None], random: np.random.Generator
) -> Iterator[float]:
    """Yield the statistic of each resample that has one."""
    for _ in range(RESAMPLES):
        value = statistic(units[random.integers(0, len(units), len(units))])
        if value is not None:
            yield value
