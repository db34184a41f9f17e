"""The layout of a text: its paragraphs, before anything is known of what they are."""

import itertools
import re
from collections.abc import Iterator

from samestory.cleaning.restate import content
from samestory.cleaning.signs import signs_of

# What splitlines takes for ends of lines as well.
NO_BREAKS = "\x1c\x1d\x1e"
# Scripts written without spaces between words; two characters weigh as one word.
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
CLOSERS = "\"'”’»›)]}*_ \u00a0"
STOPS = frozenset(".!?…。！？")
OPEN_ENDS = frozenset(",:;")
WRAP_WIDTH = 100
LONG = 260
REMARK = 120
# Paragraphs from the top among which the head of an article is looked for.
WINDOW = 10

# A line: its start, its end, and whether a blank line stands before it.
Line = tuple[int, int, bool]
# What a paragraph is: (kind, rule); None while nothing is known.
Label = tuple[str, str] | None


class Paragraph:
    """A paragraph: a line, or the lines of a block where the text is wrapped at a fixed width.

    Attributes:
        number: counted from 0 over the article.
        start: first position that is no space.
        end: position after the last that is no space.
        gap: whether a blank line stands before it.
        text: text[start:end].
        n_words: the number of words by spaces: enough to tell a line from a paragraph.
        stops: whether it ends as a sentence does, closing marks and a remark in brackets behind the stop aside.
        open_ended: whether it ends in a comma, colon or semicolon: no heading does.
        signs: what its letters may be a sign of, by the names in SIGNS.
        prose: whether it reads as running text: long, or a whole sentence or its beginning, of some length.
    """

    __slots__ = (
        "_content",
        "end",
        "gap",
        "n_words",
        "number",
        "open_ended",
        "prose",
        "signs",
        "start",
        "stops",
        "text",
    )

    def __init__(self, number: int, start: int, end: int, gap: bool, text: str) -> None:
        self.number, self.start, self.end, self.gap, self.text = number, start, end, gap, text
        self.n_words = _words_by_spaces(text)
        ending = text.rstrip(CLOSERS)[-1:]
        self.stops = ending in STOPS or (text[-1:] == ")" and _stops_before_remark(text))
        self.open_ended = ending in OPEN_ENDS
        self.prose = self.n_words > 25 or (self.n_words >= 9 and (self.stops or self.open_ended))
        self.signs = signs_of(text)
        self._content: frozenset[str] | None = None

    @property
    def content(self) -> frozenset[str]:
        """Give its content words, cut to stems."""
        if self._content is None:
            self._content = content(self.text)
        return self._content


def _words_by_spaces(text: str) -> int:
    """Count words by spaces; a long paragraph's are estimated, unspaced characters counted two to a word."""
    if len(text) >= LONG:
        return len(text) // 6
    # What is printable has no space but the plain one.
    count = text.count(" ") + 1 if text.isprintable() and "  " not in text else len(text.split())
    return max(count, len(UNSPACED.findall(text)) // 2) if count * 8 < len(text) else count


def _stops_before_remark(text: str) -> bool:
    """Tell whether a stop stands before the remark in brackets a paragraph ends with."""
    opened = text.rfind("(", -REMARK)
    return opened > 0 and text[:opened].rstrip(CLOSERS)[-1:] in STOPS


def find_paragraphs(text: str, start: int = 0) -> list[Paragraph]:
    """Give the paragraphs of text[start:] in order; every character that is no space lies in one."""
    lines = _find_lines(text, start)
    if _wrapped(text, lines):
        lines = [(block[0][0], block[-1][1], True) for block in _blocks(lines)]
    return [Paragraph(number, a, b, gap, text[a:b]) for number, (a, b, gap) in enumerate(lines)]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a span by the spaces at its ends; an empty span where nothing else stands in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _find_lines(text: str, at: int) -> list[Line]:
    """Give the lines that have something to show, from their first to their last character that is no space."""
    plain = text[at:]
    for separator in NO_BREAKS:
        plain = plain.replace(separator, " ")
    lines: list[Line] = []
    gap = True
    for line in plain.splitlines(keepends=True):
        shown = line.strip()
        if shown:
            start = at + line.find(shown)
            lines.append((start, start + len(shown), gap))
        gap = not shown
        at += len(line)
    return lines


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield the lines by blocks that blank lines separate."""
    begun = [number for number, line in enumerate(lines) if line[2]]
    for first, behind in itertools.pairwise([*begun, len(lines)]):
        yield lines[first:behind]


def _wrapped(text: str, lines: list[Line]) -> bool:
    """Tell whether lines are cut at a fixed width: most lines that another follows end amid a sentence, near it."""
    width = max((end - start for start, end, _ in lines), default=0)
    if width > WRAP_WIDTH:
        return False
    inner = [(end - start, following) for (start, end, _), (following, _, gap) in itertools.pairwise(lines) if not gap]
    blocks = len(lines) - len(inner)
    if len(inner) < max(3, blocks // 2):
        return False
    cut = sum(length > 0.6 * width and text[following].islower() for length, following in inner)
    return cut > 0.4 * len(inner)
