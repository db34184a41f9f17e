"""Where and when a thing is told, behind what is told: "condemned the raid in a letter on Friday"."""

from samestory.claims.attributions.adverbials import DAYS, OCCASIONS, PARTS_OF_DAY
from samestory.claims.attributions.clauses import is_past
from samestory.claims.attributions.lexicon import SPANS, stops, word_set
from samestory.claims.attributions.view import View

MEDIA = word_set("circumstances", "media")
BARE_MEDIA = word_set("circumstances", "bare_media")
# "In a strongly worded joint statement".
MEDIUM_REACH = 6
# What tells more of the medium, and what ends its noun phrase.
GOING_ON = word_set("circumstances", "going_on")
ENDS = frozenset({",", "of", "to"})
STATED = stops()
BEFORE_DAY = frozenset({"on", "late", "early", "last", "this"})


def told_before(view: View, first: int, stop: int) -> int:
    """Give the last token of a noun phrase that begins at ``first``, before where and when it is told.

    Args:
        view: its sentence.
        first: its first token.
        stop: the last token it may have.
    """
    lower = view.sentence.lower
    stop = next((i - 1 for i in range(first + 1, stop) if _opens_medium(view, i, stop)), stop)
    # What was "imposed last month" is no more than was said.
    told = STATED.isdisjoint(lower[first : stop + 1]) and not any(is_past(lower, i) for i in range(first + 1, stop))
    return _before_time(view, first, stop) if told else stop


def _opens_medium(view: View, index: int, stop: int) -> bool:
    """Tell whether "in a letter", "at a hearing on Friday", "on television" begins at a token."""
    sentence, lower = view.sentence, view.sentence.lower
    if view.quoted[index] or lower[index] not in OCCASIONS or sentence.words[index - 1] == "-":
        return False
    if lower[index] == "on":
        return lower[index + 1] in BARE_MEDIA and _is_last(view, index + 1, stop)
    for place in range(index + 1, min(stop, index + MEDIUM_REACH) + 1):
        # "In an on-air speech".
        preposition = lower[place] in OCCASIONS and sentence.words[place + 1 : place + 2] != ["-"]
        if view.quoted[place] or lower[place] in ENDS or preposition:
            return False
        if lower[place] in MEDIA:
            return _is_last(view, place, stop)
    return False


def _is_last(view: View, medium: int, stop: int) -> bool:
    """Tell whether a medium ends its clause, or is only told more of: "a letter to her", "a ruling released Friday"."""
    if medium >= stop:
        return True
    after = view.sentence.lower[medium + 1]
    return after in GOING_ON or after in DAYS or after in SPANS or after.endswith("ed")


def _before_time(view: View, first: int, stop: int) -> int:
    """Cut "on Friday", "late Friday night", "last week" at the end."""
    lower = view.sentence.lower
    end = stop - (lower[stop] in PARTS_OF_DAY and lower[stop - 1] in DAYS)
    if lower[end] in DAYS:
        end -= 1
        end -= lower[end] in BEFORE_DAY
    elif lower[end] in SPANS and lower[end - 1] in {"last", "this"}:
        end -= 2 + (lower[end - 2] in {"earlier", "later"})
    else:
        return stop
    return end if end >= first and not view.quoted[stop] else stop
