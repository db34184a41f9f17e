"""Coders held against each other: agreement and Krippendorff's alpha for each question.

A coder is whoever fills a coding sheet. Alpha (Krippendorff 2018, Content Analysis, ch. 12) is given from 30 units
on, with its interval by bootstrap over articles clustered by origin; below, only counts, and without variation it is
undefined.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, groupby

import krippendorff
import numpy as np
import pandas as pd

from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.codes import NOT_STATED, NOTHING, Code, read_code
from samestory.claims.coding.sheet import ADJUDICATED
from samestory.compare.kinship import COPIES
from samestory.rows import Row, rows_of
from samestory.tables import build

MIN_UNITS = 30
RESAMPLES = 1000
SEED = 20231208
FEW_UNITS, NO_VARIATION = f"fewer than {MIN_UNITS} units: counts only", "undefined: no variation"

# (variable, article) -> the values found there by what they say; none where the coder looked and found none.
Coding = dict[tuple[str, str], dict[str, Code]]


def find_reliability(
    gold: Sequence[pd.DataFrame],
    origins: pd.DataFrame | None = None,
    codebook: Codebook | None = None,
    published: Mapping[str, str | None] | None = None,
) -> pd.DataFrame:
    """Make compare/reliability: each two coders on each question both have coded; who adjudicates is no coder.

    Args:
        gold: coding sheets.
        origins: overlap/origins; articles of one origin are drawn together.
        codebook: the questions, by which two ways to write a value are one.
        published: each article's day of publication.
    """
    codings = read_codings(gold, codebook, published or {})
    codings.pop(ADJUDICATED, None)
    clusters = clusters_of(origins)
    rows = []
    for coder_a, coder_b in combinations(sorted(codings), 2):
        both = sorted(set(codings[coder_a]) & set(codings[coder_b]))
        for variable, cells in groupby(both, key=lambda cell: cell[0]):
            units = list(cells)
            pairs = [(_unit_value(codings[coder_a][u]), _unit_value(codings[coder_b][u])) for u in units]
            groups = [clusters.get(doc_id, doc_id) for _, doc_id in units]
            rows.append({"variable": variable, "coder_a": coder_a, "coder_b": coder_b, **_reliability(pairs, groups)})
    return build("compare/reliability", rows)


def read_codings(
    gold: Sequence[pd.DataFrame], codebook: Codebook | None, published: Mapping[str, str | None]
) -> dict[str, Coding]:
    """Give each coder's values, read.

    Raises:
        CodeError: a value is no answer to its question; ``check_coding_sheet`` finds it with its line.
    """
    asked = {variable.name: variable for variable in codebook.variables} if codebook else {}
    codings: dict[str, Coding] = defaultdict(lambda: defaultdict(dict))
    for sheet in gold:
        for row in rows_of(sheet):
            if row["value"] is None:
                continue
            name, doc_id = str(row["variable"]), str(row["doc_id"])
            code = read_code(asked.get(name), str(row["value"]).strip(), published.get(doc_id))
            cell = codings[str(row["coder"])][name, doc_id]
            if code.told not in NOTHING:
                cell.setdefault(code.told, code)
    return {coder: dict(cells) for coder, cells in codings.items()}


def clusters_of(origins: pd.DataFrame | None) -> Mapping[str, str]:
    """Give each article the origin it copies most of: articles of one origin are no independent units."""
    if origins is None or origins.empty:
        return {}
    copies = origins[origins["role"].isin(COPIES)].sort_values(["doc_id", "share", "origin_id"])
    return dict(zip(copies["doc_id"], copies["origin_id"], strict=True))


def bootstrap(
    units: np.ndarray, groups: Sequence[str], statistic: Callable[[np.ndarray], float | None]
) -> tuple[float | None, float | None]:
    """Give the 95 % interval of a statistic over groups of units drawn with replacement (Efron and Tibshirani 1993)."""
    random = np.random.default_rng(SEED)
    _, number, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    members = np.split(np.argsort(number, kind="stable"), np.cumsum(sizes)[:-1])
    values = list(_resampled(units, members, statistic, random))
    if not values:
        return None, None
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def _resampled(
    units: np.ndarray,
    members: Sequence[np.ndarray],
    statistic: Callable[[np.ndarray], float | None],
    random: np.random.Generator,
) -> Iterator[float]:
    """Yield the statistic of each resample that has one."""
    for _ in range(RESAMPLES):
        drawn = np.concatenate([members[i] for i in random.integers(0, len(members), len(members))])
        value = statistic(units[drawn])
        if value is not None:
            yield value


def _unit_value(values: Mapping[str, Code]) -> str:
    """Give what a coder found in one article as one value."""
    return " | ".join(sorted(values)) or NOT_STATED


def _reliability(pairs: Sequence[tuple[str, str]], groups: Sequence[str]) -> Row:
    """Compute agreement, and alpha with its interval where there are units enough and they vary."""
    names = sorted({value for pair in pairs for value in pair})
    coded = np.array([[names.index(a), names.index(b)] for a, b in pairs], dtype=float)
    alike = coded[:, 0] == coded[:, 1]
    row: Row = {"level": "nominal", "n": len(pairs), "n_alike": int(alike.sum()), "agreement": float(np.mean(alike))}
    if len(names) == 1:
        return {**row, "note": NO_VARIATION}
    if len(pairs) < MIN_UNITS:
        return {**row, "note": FEW_UNITS}
    row["krippendorff_alpha"] = _alpha(coded)
    row["ci_low"], row["ci_high"] = bootstrap(coded, groups, _alpha)
    return row


def _alpha(coded: np.ndarray) -> float | None:
    """Compute Krippendorff's alpha, nominal, of units by coders; None without variation."""
    if len(np.unique(coded)) == 1:
        return None
    return float(krippendorff.alpha(reliability_data=coded.T, level_of_measurement="nominal"))
