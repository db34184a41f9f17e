"""Negation: whether the wording of a value stands for its opposite."""

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.standing import is_denied
from samestory.claims.phrases import compile_pattern

# "Was not arrested", "nobody was held"; a denial reaches further: "denied that it was going too fast", "did not believe
# it had been arson".
NEGATION = compile_pattern(
    r"(?:(?:\b(?:not|never|nobody|nor|neither)|n['’]t)(?:\s+[\pL-]+){0,2}"
    r"|(?:\bden(?:y|ies|ied|ying)|(?:\b(?:not|never)|n['’]t)\s+(?:think|believe|suppose))"
    r"(?:\s+[\pL-]+){0,6}"
    # "no faulty valve", "no sign of a fire", "without any fire"
    r"|\b(?:no|without(?:\s+(?:an?|any|the))?"
    r"|no\s+(?:sign|trace|evidence|indication|proof|hint)s?\s+of(?:\s+[\pL-]+){0,2}))\s+$"
)


def is_negated(article: Article, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a wording is negated ("was not arrested", "no one was held"), or denied by who is its source."""
    return bool(NEGATION.search(article.text[sentence.start : start])) or is_denied(article, start, end)
