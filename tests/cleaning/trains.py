"""The article that the tests of cleaning dress up: two trains meet and nobody is hurt."""

from samestory.cleaning.credit import known_agencies
from samestory.cleaning.segment import find_segments

HEAD = "Trains meet near old harbour"
LEAD = "Two trains met on a single track near the old harbour on Monday, and nobody was hurt, the railway company said."
NEXT = (
    "Workers cleared the line by noon. The company promised an inquiry into the signals, which had failed twice before."
)
LAST = "The harbour line was built to carry coal and has taken passengers only since the mines were closed."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Give the kind of each segment of a text, and its letters."""
    return [(s.kind, text[s.start : s.end]) for s in find_segments(text, known_agencies(), title)]


def labels(*paragraphs: str) -> list[str]:
    """Give the kinds of the segments of some paragraphs."""
    return [kind for kind, _ in kinds("\n\n".join(paragraphs))]
