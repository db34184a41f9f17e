"""Measures in other units: half a mile in metres."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def in_unit_of(claim: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any] | None:
    """Give the second claim with its number in the unit of the first; None where the units measure different things."""
    factors = next((kind for kind in _kinds().values() if claim["unit"] in kind and other["unit"] in kind), None)
    if factors is None:
        return None
    factor = factors[other["unit"]] / factors[claim["unit"]]
    ends = {end: None if other[end] is None else other[end] * factor for end in ("low", "high")}
    return {**other, **ends, "unit": claim["unit"]}


@cache
def _kinds() -> dict[str, dict[str, float]]:
    """Read how much of its kind's first unit each unit is."""
    kinds: dict[str, dict[str, float]] = tomllib.loads(
        files("samestory.compare").joinpath("units.toml").read_text(encoding="utf-8")
    )
    return kinds
