"""Breaks: a passage of few words that takes in a piece of the next paragraph is the words on one side of its end."""

from collections.abc import Sequence

import numpy as np

from samestory.overlap.matching import count_words
from samestory.overlap.tokens import Ints, Tokens

# Longer passages than so many times the least go on in the next paragraph because it was copied, too.
LONGEST = 2


def cut_at_breaks(matches: Ints, tokens: Tokens, texts: Sequence[str], min_words: int) -> Ints:
    """Leave out of short matches the words beyond the end of a paragraph, unless they are whole sentences.

    As many tokens are left out on the other side; what then has fewer than ``min_words`` words is no match.

    Args:
        matches: first and end token of both sides, one match a row (``chains``).
        tokens: the tokens of all texts.
        texts: the texts.
        min_words: words that the shorter side must have.
    """
    matches = matches.copy()
    for row in np.flatnonzero(count_words(tokens, matches).min(axis=0) < LONGEST * min_words).tolist():
        for side in (0, 2):
            first, end = matches[row, side : side + 2].tolist()
            inside = [first + 1 + place for place in np.flatnonzero(tokens.closes[first : end - 1]).tolist()]
            breaks = [place for place in inside if _ends_paragraph(tokens, texts, place)]
            if not breaks:
                continue
            sizes = np.diff([first, *breaks, end])
            opens, closes = (_between_sentences(tokens, matches[row, ends]) for ends in ([0, 2], [1, 3]))
            if not opens and sizes[0] < sizes.max():
                matches[row, [0, 2]] += sizes[0]
            if not closes and sizes[-1] < sizes.max():
                matches[row, [1, 3]] -= sizes[-1]
    # What is left of the other side may be nothing.
    matches = matches[(matches[:, 0] < matches[:, 1]) & (matches[:, 2] < matches[:, 3])]
    kept: Ints = matches[count_words(tokens, matches).min(axis=0) >= min_words]
    return kept


def _between_sentences(tokens: Tokens, places: Ints) -> bool:
    """Say whether each of some tokens is the first of a sentence, or of what is behind a text."""
    return all(
        place in (0, len(tokens)) or tokens.doc[place - 1] != tokens.doc[place] or bool(tokens.closes[place - 1])
        for place in places.tolist()
    )


def _ends_paragraph(tokens: Tokens, texts: Sequence[str], place: int) -> bool:
    """Say whether a line ends before a token that opens a sentence."""
    between = texts[tokens.doc[place]][tokens.end[place - 1] : tokens.start[place]]
    return "\n" in between or "\r" in between
