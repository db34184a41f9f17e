"""Apart: two numbers of one article that it tells of different things, so that they do not contradict each other."""

import re

from samestory.compare.relation import Claim
from samestory.months import month_numbers

# "In the town of Tarn", "near Belk": a place that a number is restricted to.
_PLACE = re.compile(r"(?:in|at|near|outside|around|across|inside|off) ", re.IGNORECASE)
_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]*")


def told_apart(a: Claim, b: Claim) -> bool:
    """Say whether one article tells two numbers of different things, though one question asks for both.

    So does one voice in one sentence ("23 people on Tuesday, which brings to 31 the number"), a sentence that gives a
    number and that of a place ("5,000 fled: 2,100 in Tarn and 2,900 in Belk"), and an article that names two places.
    """
    if a.get("doc_id") != b.get("doc_id") or a.get("superseded") or b.get("superseded"):
        return False
    first, second = _places(a), _places(b)
    if first and second and first.isdisjoint(second):
        return True
    sentence = a.get("sentence_start")
    if sentence is None or sentence != b.get("sentence_start"):
        return False
    return a["source"] == b["source"] or (first != second and None in (a["source"], b["source"]))


def _places(claim: Claim) -> frozenset[str]:
    """Give the names in the place that a claim's number is restricted to."""
    scope = claim["scope"] or ""
    names = _NAME.findall(scope) if _PLACE.match(scope) else []
    return frozenset(name for name in names if name.casefold() not in month_numbers()["english"])
