"""Scopes: of which of the things that a question tells apart something is said."""

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Variable


def scope_of(
    variable: Variable,
    article: Article,
    sentence: Sentence,
    start: int,
    end: int,
    before: int | None = None,
    after: int | None = None,
) -> str | None:
    """Give the scope whose wording stands nearest: behind the span up to the next number, else before it."""
    before, after = sentence.start if before is None else before, sentence.end if after is None else after
    behind = [(s - end, n) for n, p in variable.scopes.items() for s, _ in p.spans(article.text[end:after], end)]
    if behind:
        return min(behind)[1]
    ahead = [(start - e, n) for n, p in variable.scopes.items() for _, e in p.spans(article.text[before:end], before)]
    return min(ahead)[1] if ahead else None
