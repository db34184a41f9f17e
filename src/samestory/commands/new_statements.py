"""Whether a file may be a press statement: by its name, or by a line at its head that says so."""

import re
from functools import cache
from pathlib import PurePath

from samestory.lexicon import read_lexicon

# The lines at the head that are looked at, and how many words one may have: a longer one tells of a release.
HEAD_LINES = 6
LONGEST_LINE = 10
WORDS = re.compile(r"[^\W\d_]+")


def suggests_statement(name: str, text: str) -> bool:
    """Say whether a file's name or one of its first lines suggests a press statement."""
    lexicon = _lexicon()
    if not lexicon["names"].isdisjoint(WORDS.findall(PurePath(name).stem.casefold())):
        return True
    head = [line.casefold() for line in text.split("\n") if line.strip()][:HEAD_LINES]
    short = [" ".join(words) for line in head if len(words := WORDS.findall(line)) <= LONGEST_LINE]
    return any(f" {line} ".startswith(f" {said} ") for line in short for said in lexicon["heads"])


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in read_lexicon(__package__, "new_statements.toml").items()}
