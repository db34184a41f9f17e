"""Numbers as intervals: "about 80" is 72 to 88, "more than 70" has no upper end."""

import math

Interval = tuple[float, float]

# "About 80" stands for numbers this far around it: the rounding that the word allows.
APPROXIMATE_SHARE = 0.1


def number_interval(low: float | None, high: float | None, *, approximate: bool) -> Interval | None:
    """Give a number as an interval, open ends infinite, widened where it is rounded; None without a number."""
    if low is None and high is None:
        return None
    low, high = -math.inf if low is None else low, math.inf if high is None else high
    if approximate:
        low, high = low - abs(low) * APPROXIMATE_SHARE, high + abs(high) * APPROXIMATE_SHARE
    # "50" in a headline and "more than 50" below it are no contradiction: the end is left in.
    return low, high
