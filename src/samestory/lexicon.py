"""The lexicons: TOML files beside the code that a linguist can read and change."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_lexicon(package: str, file: str) -> dict[str, Any]:
    """Read a lexicon by the package it lies in and the name of its file."""
    content: dict[str, Any] = tomllib.loads(files(package).joinpath(file).read_text(encoding="utf-8"))
    return content
