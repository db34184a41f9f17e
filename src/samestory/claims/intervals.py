"""Numbers as intervals: "about 80" is 72 to 88, "more than 70" has no upper end."""

import math

Interval = tuple[float, float]

# "About 80" stands for numbers this far around it: the rounding that the word allows; a round ten is one of tens.
APPROXIMATE_SHARE = 0.1
TEN, HALF_OF_TEN = 10, 5


def number_interval(low: float | None, high: float | None, *, approximate: bool) -> Interval | None:
    """Give a number as an interval, open ends infinite, widened where it is rounded; None without a number."""
    if low is None and high is None:
        return None
    low, high = -math.inf if low is None else low, math.inf if high is None else high
    if approximate:
        low, high = low - _rounding(low), high + _rounding(high)
    # "50" in a headline and "more than 50" below it are no contradiction: the end is left in.
    return low, high


def known_end(low: float | None, high: float | None) -> float | None:
    """Give the end of a number's interval that is known, the lower of two; None without a number."""
    return high if low is None else low


def _rounding(number: float) -> float:
    """Give how far a number may lie from one that is rounded to it."""
    if not number or math.isinf(number):
        return 0.0
    return max(abs(number) * APPROXIMATE_SHARE, HALF_OF_TEN if number % TEN == 0 else 0.0)
