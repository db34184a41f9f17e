"""One look for every figure: fonts, sizes and a palette safe for colour-blind readers and in grey.

Hues are Okabe and Ito's (2008, https://jfly.uni-koeln.de/color/). Where a hue alone would carry meaning, a
word, a letter, a hatch or a step in lightness says the same, so that a grey print keeps it.
"""

import contextlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import matplotlib as mpl
import pandas as pd

FONT = "DejaVu Sans"
# Drawn 5.2 inches wide: placed at half the width of an A4 page, the smallest type is still 5.5 points.
WIDTH = 5.2
# No figure is taller than a page; what has no room is counted in the caption.
PAGE = 9.4
TEXT = 8.0
SMALL = 7.0
MARGIN = 0.1
POINT = 1 / 72

INK = "#1a1a1a"
FAINT = "#595959"
RULE = "#b5b5b5"
PAPER = "#ffffff"

ARTICLES = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#000000", "#B8A900")
# Where the colours come round again another shape tells the articles apart.
SHAPES = ("square", "circle", "triangle")

# From dark to light, so that the classes stay apart in grey; ink is the colour of letters on top.
CONTENTS: dict[str, tuple[str, str, str]] = {
    "wire": ("#0b5a8c", PAPER, "wire copy"),
    "statement": ("#e08a1e", INK, "quoted statement"),
    "background": ("#a9cbe0", INK, "shared background"),
    "template": ("#d9c7e0", INK, "same words, other numbers"),
    "own": ("#efefef", INK, "no match in this corpus"),
    "furniture": (PAPER, FAINT, "page furniture"),
}

# How an article uses an origin, or that the others come from it: fill, edge, hatch and words.
ROLES: dict[str, tuple[str, str, str | None, str]] = {
    "original": ("#06344f", PAPER, None, "the original"),
    "credited_copy": ("#0b5a8c", PAPER, None, "credited copy"),
    "copy_no_credit": ("#8fbfe0", "#0b5a8c", "---", "copy without credit"),
    "rewrite": ("#d6e6f2", FAINT, None, "rewrite"),
    "quotes_statement": ("#e08a1e", PAPER, None, "quotes a statement"),
}

# Links to an origin that rest on no words in common, by their basis: what is said of them, and their hatch.
NOTES = {"inferred": "inferred", "named_source": "named as source"}
HATCHES = {"inferred": "/////", "named as source": "....."}

AGREEMENT: dict[str, tuple[str, str]] = {
    "agree": ("#a5cde8", "agree"),
    "compatible": ("#dcebf5", "compatible"),
    "mixed": ("#f7e3a1", "some agree, some contradict"),
    "contradict": ("#de7f3c", "contradict"),
    "not_comparable": ("#dedede", "not comparable"),
    "single": ("#f4f4f4", "one article only"),
}
# What a reader should see first: where the articles do not go together.
TELLING = ("contradict", "mixed", "not_comparable", "compatible", "agree", "single")

# From the article's own voice to somebody else's words.
VOICES = {"narrator": ("●", "the article’s own voice"), "reported": ("◐", "reported"), "quoted": ("○", "quoted")}
FILLING = {"●": "full", "◐": "left", "○": "none"}

# DejaVu Sans has these three circles: full, half and empty read alike in colour and in grey.
CERTAINTY = {"asserted": ("●", "asserted"), "attributed": ("◐", "attributed"), "hedged": ("○", "hedged")}

_SETTINGS: dict[Any, Any] = {
    "font.family": FONT,
    "font.size": TEXT,
    "text.color": INK,
    "text.parse_math": False,
    # Letters as wide as they are measured, whatever the resolution.
    "text.hinting": "none",
    "axes.edgecolor": RULE,
    "axes.linewidth": 0.6,
    "hatch.linewidth": 0.7,
    "patch.linewidth": 0.4,
    "svg.fonttype": "path",
    "svg.hashsalt": "samestory",
    "pdf.fonttype": 42,
    "path.simplify": False,
}


@contextlib.contextmanager
def look() -> Iterator[None]:
    """Draw and save in samestory's look, whatever the user's own matplotlib settings are."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield


class Sign(NamedTuple):
    """What an article is told by: a colour, and a shape (one of ``SHAPES``)."""

    colour: str
    shape: str


def article_signs(documents: pd.DataFrame) -> dict[str, Sign]:
    """Give each article (clean/documents ``doc_id``) its sign, the same in every figure and in the report.

    Up to twenty-four articles differ; beyond, signs come round again and the name beside them tells articles apart.
    """
    return {
        doc: Sign(ARTICLES[i % len(ARTICLES)], SHAPES[i // len(ARTICLES) % len(SHAPES)])
        for i, doc in enumerate(sorted(documents["doc_id"]))
    }
