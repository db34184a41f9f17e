"""Names of sections, and paths of them, as pages print them above their reports."""

import re

from samestory.cleaning.lexicon import lexicon, normal

LONGEST_SECTION = 8
# "India News": a name of names.
LONGEST_NAMED = 3
LETTERS = re.compile(r"[^\W_]+")
ARROW = re.compile("[>»›]")
CRUMBS = re.compile(r"\s[/>»›|]\s|\s?[>»›]\s?")


def is_section(line: str) -> bool:
    """Tell whether a line is a name of a section or a path of such names."""
    names = lexicon()["section"]["names"]
    parts = [normal(part) for part in CRUMBS.split(line)]
    if len(parts) > 2 and ARROW.search(line):
        return True
    if len(parts) > 1 and parts[0] in lexicon()["section"]["roots"]:
        return True
    if len(line.split()) > LONGEST_SECTION:
        return False
    if len(parts) > 1:
        return all(part in names or sum(map(bool, map(LETTERS.search, part.split()))) <= 2 for part in parts)
    words = parts[0].split()
    return parts[0] in names or (len(words) <= LONGEST_NAMED and all(word in names for word in words))
