"""The words of furniture.toml, and how lines are folded to be compared with them."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def normal(line: str) -> str:
    """Fold a line for comparison: case, spaces, curly apostrophes, and the marks at its ends."""
    return " ".join(line.replace("’", "'").casefold().split()).strip(" .:;›»→>|·•–—-*…")


@cache
def lexicon() -> dict[str, Any]:
    """Read furniture.toml."""
    return tomllib.loads(files(__package__).joinpath("furniture.toml").read_text(encoding="utf-8"))


@cache
def lines_of(group: str, name: str) -> frozenset[str]:
    """Give the whole lines of one entry of furniture.toml, folded."""
    return frozenset(normal(line) for line in lexicon()[group][name].get("line", ()))
