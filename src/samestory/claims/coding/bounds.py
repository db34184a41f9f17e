"""A time that is only a bound: "until at least April 7", "no later than noon", "November 24 or longer"."""

from samestory.claims.phrases import compile_pattern

# What stands between may be a preposition and a word: "at least until early on".
_LEAST = compile_pattern(
    r"\b(?:at least(?: (?:until|till|through|to))?|(?:no|not) (?:earlier|sooner) than|not before)"
    r"(?: (?:on|the|early|late))*\s+$"
)
_MOST = compile_pattern(r"\b(?:(?:no|not) later than|at (?:the )?latest(?: by)?)(?: (?:on|the))*\s+$")
_OR_LATER = compile_pattern(r"^,? (?:or (?:longer|later|beyond|after)|and beyond|at the earliest|at the soonest)\b")
_OR_EARLIER = compile_pattern(r"^,? (?:or (?:earlier|before|sooner)|at the latest)\b")
# How far before a time its bound may begin, in characters.
REACH = 40


def bound_of(text: str, first: int, start: int, end: int, last: int) -> tuple[str | None, int, int]:
    """Say whether a time is the earliest or the latest that is meant.

    Args:
        text: the article's text.
        first: where its sentence begins.
        start: where the time begins.
        end: where it ends.
        last: where its sentence ends.

    Returns:
        ``>=``, ``<=`` or None; where the time with the words of its bound begins and ends.
    """
    begin = max(first, start - REACH)
    before, behind = text[begin:start], text[end:last]
    for comparator, ahead, after in ((">=", _LEAST, _OR_LATER), ("<=", _MOST, _OR_EARLIER)):
        if (match := ahead.search(before)) is not None:
            return comparator, begin + match.start(), end
        if (match := after.search(behind)) is not None:
            return comparator, start, end + match.end()
    return None, start, end
