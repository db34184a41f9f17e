"""Measures in other units: half a mile in metres."""

from collections.abc import Mapping
from typing import Any

from samestory.lexicon import read_lexicon


def in_unit_of(claim: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any] | None:
    """Give the second claim with its number in the unit of the first; None where the units measure different things."""
    kinds = read_lexicon(__package__, "units.toml").values()
    factors = next((kind for kind in kinds if claim["unit"] in kind and other["unit"] in kind), None)
    if factors is None:
        return None
    factor = factors[other["unit"]] / factors[claim["unit"]]
    ends = {end: None if other[end] is None else other[end] * factor for end in ("low", "high")}
    return {**other, **ends, "unit": claim["unit"]}
