"""Updates: two numbers of two times, between which the count may have changed."""

from collections.abc import Sequence

from samestory.claims.coding.binding import grows, is_volatile
from samestory.claims.coding.codebook import Variable
from samestory.claims.intervals import known_end
from samestory.claims.sources.sameness import are_rivals
from samestory.compare.relation import Claim
from samestory.published import DAY, order_of


def updates(variable: Variable | None, a: Claim, b: Claim) -> bool:
    """Say whether two numbers are of two times between which the count may have changed.

    So says an article that gives a number as an earlier one, and a later article by which the count has risen to one
    above. A toll, or arrests, that are more on a later day have risen, whoever gives them; of the missing any later
    number is newer. Else a later number of the same source, or of nobody, may be an update; of another source it is a
    rival.
    """
    count = variable is None or variable.type == "count"
    if count and (_left_behind(a, b) or _left_behind(b, a)):
        return True
    if not count or not a.get("as_of") or not b.get("as_of"):
        return False
    order = order_of(a["as_of"], b["as_of"])
    if not order:
        return False
    earlier, later = (b, a) if order > 0 else (a, b)
    another_day = later["as_of"][:DAY] > earlier["as_of"][:DAY]
    risen = later["low"] is not None and later["low"] > (earlier["high"] or earlier["low"] or 0)
    grown = another_day and variable is not None and grows(variable.triggers)
    if not (earlier["low"] or earlier["high"]):
        # Nobody was known to be hurt, and next day somebody is.
        return risen and grown
    if not (later["low"] or later["high"]):
        return False
    if (risen and (later.get("newer") or grown)) or (variable is not None and is_volatile(variable.triggers)):
        return True
    # A statement's own number may be given by others in its maker's name on another day.
    return not (are_rivals(a["source"], b["source"]) if another_day else are_rivals(_speaker(a), _speaker(b)))


def _left_behind(earlier: Claim, later: Claim) -> bool:
    """Say whether a number, or none, is told as an earlier one than a number that counts something."""
    has_number = earlier["low"] is not None or earlier["high"] is not None
    return bool(earlier.get("superseded") and has_number and (later["low"] or later["high"]))


def still_told(variable: Variable | None, first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    """Say whether two sources keep to their numbers: the lower is still told on a day on which the higher is.

    Of the missing, of whom the number falls as well as rises, only an article that tells both says so.

    Args:
        variable: the question, None where it was found by alignment.
        first: the claims of one number, the best evidence first, which has a time.
        second: those of the other.
    """
    if variable is not None and is_volatile(variable.triggers):
        return not {claim["doc_id"] for claim in first}.isdisjoint(claim["doc_id"] for claim in second)
    a, b = first[0], second[0]
    if a.get("newer") or b.get("newer") or not are_rivals(_speaker(a), _speaker(b)):
        return False
    lower, higher = (second, first) if _size(a) > _size(b) else (first, second)
    lower = [claim for claim in lower if not _outdone(claim, higher)]
    return max(_days(lower), default="") >= min(_days(higher))


def _outdone(claim: Claim, higher: Sequence[Claim]) -> bool:
    """Say whether the article of a number gives the higher one too, and no rival of who gives that gives this one."""
    return any(
        other["doc_id"] == claim["doc_id"] and not are_rivals(_speaker(claim), _speaker(other)) for other in higher
    )


def newer(variable: Variable | None, a: Claim, b: Claim) -> str | None:
    """Say which of two numbers is the newer: not the one that is told as an earlier one, else the later.

    Of what only grows it is the higher one, whenever it is told: the later article may have an older number.
    """
    if a.get("superseded") != b.get("superseded"):
        return "b" if a.get("superseded") else "a"
    grown = variable is not None and grows(variable.triggers) and not (a.get("newer") or b.get("newer"))
    if grown and _size(a) != _size(b):
        return "a" if _size(a) > _size(b) else "b"
    order = order_of(a["as_of"], b["as_of"]) if a["as_of"] and b["as_of"] else 0
    return {1: "a", -1: "b"}.get(order)


def _speaker(claim: Claim) -> str | None:
    """Give who gives a number: its source, or who made the statement that it stands in."""
    return claim["source"] or claim.get("stated_by")


def _size(claim: Claim) -> float:
    """Give the end of a number's interval that is known."""
    return known_end(claim["low"], claim["high"]) or 0.0


def _days(claims: Sequence[Claim]) -> list[str]:
    """Give the days that numbers are of, where they are known."""
    return [claim["as_of"][:DAY] for claim in claims if claim["as_of"]]
