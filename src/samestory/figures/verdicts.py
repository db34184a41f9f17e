"""How articles relate on a question, in the word and colour that every figure gives it."""

from collections.abc import Collection

from matplotlib.axes import Axes

from samestory.figures.drawing import box, fit_ends, letters, width_of
from samestory.figures.style import AGREEMENT, MARGIN, SMALL, TEXT

HEIGHT, PADDING = 0.16, 0.06


def draw_verdict(axes: Axes, x: float, y: float, between: str) -> None:
    """Draw the word of a verdict (compare/agreement ``between``) on its colour, from its upper left corner."""
    fill, word = AGREEMENT[between]
    box(axes, x, y, width_of(word, SMALL) + 2 * PADDING, HEIGHT, fill)
    letters(axes, x + PADDING, y + HEIGHT / 2, word, SMALL)


def draw_question(axes: Axes, right: float, y: float, name: str, between: str) -> None:
    """Write a question's name at the left of a line that begins at ``y``, and its verdict at its right end."""
    left = right - width_of(AGREEMENT[between][1], SMALL) - 2 * PADDING
    draw_verdict(axes, left, y + 0.03, between)
    words = fit_ends(name, left - MARGIN - 0.1, TEXT, bold=True)
    letters(axes, MARGIN, y + 0.03 + HEIGHT / 2, words, TEXT, weight="bold")


def tally(verdicts: Collection[str]) -> str:
    """Count verdicts in words: ``agree: 2, contradict: 1``."""
    numbers = {word: sum(1 for verdict in verdicts if verdict == word) for word in AGREEMENT}
    return ", ".join(f"{AGREEMENT[word][1]}: {number}" for word, number in numbers.items() if number)
