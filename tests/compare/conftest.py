"""Claims written by hand for the tests of the comparison."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import pytest

from samestory.claims.coding.codebook import Codebook, Variable
from samestory.tables import build

Claim = dict[str, Any]
PLACE = {"doc": "doc_id", "start": "start", "end": "end"}


@pytest.fixture
def claim() -> Callable[..., Claim]:
    """Make a claim of article ``doc_id``; each stands behind the one before."""
    place = 0

    def make(doc_id: str, **given: Any) -> Claim:
        nonlocal place
        text = given.pop("text", "seven passengers")
        variable = given.pop("variable", "hurt")
        row = {
            "claim_id": f"{doc_id}:{place}-{place + len(text)}:{variable}",
            "doc_id": doc_id,
            "variable": variable,
            "variable_origin": "codebook",
            "value": None,
            "low": None,
            "high": None,
            "unit": None,
            "scope": None,
            "as_of": None,
            "polarity": "positive",
            "certainty": "attributed" if given.get("source") else "asserted",
            "source": None,
            "attribution_path": given.get("source"),
            "event": "focal",
            "zone": "body",
            "position": "body",
            "start": place,
            "end": place + len(text),
            "text": text,
            "origin_id": None,
            "rule": "test",
            "approximate": False,
            "comparator": None,
            "population": None,
        }
        place += 100
        return {**row, **given}

    return make


@pytest.fixture
def number(claim: Callable[..., Claim]) -> Callable[..., Claim]:
    """Make a claim that is a number, or an interval."""

    def make(doc_id: str, low: float | None, high: float | None = None, **given: Any) -> Claim:
        high = low if high is None and not given.pop("open", False) else high
        return claim(doc_id, low=low, high=high, **{"unit": "passenger", **given})

    return make


def _passage(first: Claim, second: Claim) -> dict[str, Any]:
    """Make the passage that holds two claims."""
    sides = zip("ab", sorted((first, second), key=lambda claim: str(claim["doc_id"])), strict=True)
    places = {f"{key}_{side}": c[column] for side, c in sides for key, column in PLACE.items()}
    return {"passage_id": f"{places}", "kind": "near_verbatim", "n_words": 14, "identity": 0.9, **places}


@pytest.fixture
def tables() -> Callable[..., dict[str, pd.DataFrame]]:
    """Make the tables that a comparison reads; the coverage follows from the claims."""

    def make(
        claims: Sequence[Claim],
        outlets: Mapping[str, str | None],
        origins: Sequence[Mapping[str, Any]] = (),
        events: Mapping[str, str] | None = None,
        shared: Sequence[tuple[Claim, Claim]] = (),
        **of_passages: Any,
    ) -> dict[str, pd.DataFrame]:
        documents = [
            {
                "doc_id": doc_id,
                "file": f"{doc_id}.txt",
                "label": f"Paper {doc_id}",
                "outlet": outlet,
                "event": (events or {}).get(doc_id),
                "role": "article",
                "n_chars": 0,
                "n_words": 0,
                "encoding": "utf-8",
                "sha256": "0",
            }
            for doc_id, outlet in outlets.items()
        ]
        found = {(c["variable"], c["doc_id"]) for c in claims}
        coverage = [
            {
                "variable": variable,
                "doc_id": doc_id,
                "status": "stated" if (variable, doc_id) in found else "not_detected",
                "carried_by_same_origin": False,
            }
            for variable in sorted({variable for variable, _ in found})
            for doc_id in outlets
        ]
        own = {"role": "no_match_in_corpus", "share": 1, "basis": "inferred", "confidence": 0.9}
        rows = list(origins) or [{"doc_id": d, "origin_id": f"own:{d}", "origin": d, **own} for d in outlets]
        return {
            "documents": build("clean/documents", documents),
            "claims": build("claims/claims", claims),
            "coverage": build("claims/coverage", coverage),
            "origins": build("overlap/origins", rows),
            "quotes": build("claims/quotes", []),
            "passages": build("overlap/passages", [_passage(*pair) | of_passages for pair in shared]),
        }

    return make


@pytest.fixture
def hurt() -> Variable:
    """A count."""
    return Variable("hurt", "count", compare="intervals")


@pytest.fixture
def book(hurt: Variable) -> Codebook:
    """A codebook of one question."""
    return Codebook((hurt,))
