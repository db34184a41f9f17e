"""The words that tell a sentence reports the news of the day: lower case, from ``news_cues.toml``."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def news_cues() -> frozenset[str]:
    """Read the words."""
    return frozenset(tomllib.loads(files(__package__).joinpath("news_cues.toml").read_text(encoding="utf-8"))["words"])
