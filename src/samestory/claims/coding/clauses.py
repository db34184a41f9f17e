"""Clauses of a sentence: the coordinate ones it is made of, and those that only say more of a thing beside."""

from samestory.claims.phrases import compile_pattern

Span = tuple[int, int]

_COORDINATE = compile_pattern(r"\s*;\s|,? but\b|, (?:while|although|whereas)\b|:\s*[“\"]")
# "All but two" is no clause.
_EXCEPT = compile_pattern(r"\b(?:all|anything|everything|everyone|everybody|nothing|nobody|no one|none|last|next)$")
_END = compile_pattern(r"[,;:)–—]")
# ", where it has made vans since 2006,"
_NON_RESTRICTIVE = compile_pattern(
    r",\s+(?:(?:in|of|at|on|by|with|from|for|under)\s+)?(?:who|whom|whose|which|where|when)\b"
)
# "A valve that was fitted in August", "a valve fitted in August did".
_RESTRICTIVE = compile_pattern(
    r"\b(?:(?:that|which|who)\s+(?:had|has|have|was|were|is|are|(?:(?:first|last|only)\s+)?[\pL]+ed)|which\s+[\pL]+)\b[^,;:]*$"
)
_PARTICIPLE = compile_pattern(r"\b(?:[\pL]+(?:ed|en|lt|nt|ought|ound)|made|sold|held)\s+(?:[\pL]+\s+){0,4}$")
_VERB_FOLLOWS = compile_pattern(
    r"^,?\s+(?:did|does|was|were|is|are|has|had|have|could|can|would|will|may|might|should|failed)\b"
)


def coordinates(text: str, offset: int = 0) -> list[Span]:
    """Give the coordinate clauses of a sentence: each begins at a semicolon, "but", "while" or as a quotation.

    Args:
        text: a sentence.
        offset: where it begins.
    """
    cuts = [m.start() for m in _COORDINATE.finditer(text) if m.start() > 0 and not _EXCEPT.search(text[: m.start()])]
    return [(offset + start, offset + end) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def relatives(text: str, offset: int = 0) -> list[Span]:
    """Give the relative clauses between commas of a sentence: ", where it has made vans since 2006,"."""
    found: list[Span] = []
    for match in _NON_RESTRICTIVE.finditer(text):
        end = _END.search(text, match.end())
        found.append((offset + match.start(), offset + (end.start() if end else len(text))))
    return found


def aside(text: str, start: int, end: int) -> Span | None:
    """Give the clause of a sentence that only says more of a thing or which is meant, around words in it.

    A relative clause between commas goes on to its end, any other up to the words.

    Args:
        text: a sentence.
        start: where the words begin in it.
        end: where they end.
    """
    relative = next((span for span in relatives(text) if span[0] < start and end <= span[1]), None)
    if relative is not None:
        return relative
    match = _RESTRICTIVE.search(text[:start])
    if match is None and _VERB_FOLLOWS.search(text[end:]):
        match = _PARTICIPLE.search(text[:start])
    return (match.start(), end) if match else None
