"""Places: of "three died in Ashby and four in Nomea" each number is only of one place."""

from collections.abc import Sequence
from dataclasses import replace

from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.findings import Finding
from samestory.claims.phrases import compile_pattern

_NAME = r"(?:the\s+)?(?-i:\p{Lu}[\pL’'-]+(?:\s+\p{Lu}[\pL’'-]+)*)"
# How far behind a number its place may stand, in characters: "20 patients were taken to St Anne's".
REACH = 40
_BEHIND = compile_pattern(rf"[^,;:.()\n]{{0,{REACH}}}?\b((?:in|at|to|on|near)\s+{_NAME})")
_BEFORE = compile_pattern(rf"\b((?:in|at|on|near)\s+{_NAME}),?\s+$")


def by_place(article: Article, sentence: Sentence, findings: Sequence[Finding]) -> list[Finding]:
    """Give each number of people its place as its population, where the sentence tells numbers of several places.

    Args:
        article: the article.
        sentence: the sentence of the findings.
        findings: the numbers of people found in it, in the order of the text.
    """
    places = [_place(article, sentence, findings, index) for index in range(len(findings))]
    if len({place for place in places if place is not None}) < 2:
        return [*findings]
    return [
        replace(finding, population=place) if place else finding
        for finding, place in zip(findings, places, strict=True)
    ]


def _place(article: Article, sentence: Sentence, findings: Sequence[Finding], index: int) -> str | None:
    """Give the place that stands right before a number, or behind it and before the next."""
    first = findings[index - 1].end if index else sentence.start
    last = findings[index + 1].start if index + 1 < len(findings) else sentence.end
    before = _BEFORE.search(article.text[first : findings[index].start])
    behind = _BEHIND.match(article.text[findings[index].end : last])
    match, at = (before, first) if before else (behind, findings[index].end)
    # "On Monday" is a day.
    if match is None or inside(article.times, at + match.start(1), at + match.end(1)):
        return None
    return str(match[1])
