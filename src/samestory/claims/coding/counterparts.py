"""Measures in the units of the other system: a question that asks for kilometres is answered by miles too."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.counting import count_findings, counts
from samestory.claims.coding.findings import Finding
from samestory.claims.phrases import Phrases
from samestory.claims.quantities.wording import unit_names
from samestory.lexicon import read_lexicon

# "10 km (6 miles)", "10 km, or about six miles": the number before in other words.
_CONVERTED = re.compile(r"\s*(?:\(|/|,?\s*or\b)\s*")


def counterpart_findings(variable: Variable, article: Article, sentence: Sentence) -> list[Finding]:
    """Find the numbers that answer a count in a unit of the other system; not those that only convert another."""
    others = _counterparts(tuple(variable.units.values()))
    if not others:
        return []
    rows = inside(article.quantities, sentence.start, sentence.end)
    measured = {
        row["start"]
        for index, row in enumerate(rows)
        if any(counts(row["unit"], words) for words in others.values())
        and not (index and _CONVERTED.fullmatch(article.text, rows[index - 1]["end"], row["start"]))
    }
    found = count_findings(replace(variable, units=others), article, sentence) if measured else []
    return [finding for finding in found if finding.start in measured]


@cache
def _counterparts(asked: tuple[Phrases, ...]) -> Mapping[str, Phrases]:
    """Give the counterparts of the units that wordings ask for, but for those that they ask for themselves."""
    names = {name for words in asked for name in unit_names(words)[0].wordings}
    pairs = read_lexicon(__package__, "counterparts.toml")["pairs"]
    either = {one: other for pair in pairs for one, other in (pair, pair[::-1])}
    wanted = sorted({either[name] for name in names & either.keys()} - names)
    return {name: Phrases((name,)) for name in wanted}
