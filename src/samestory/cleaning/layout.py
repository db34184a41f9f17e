"""The layout of a text: its paragraphs, before anything is known of what they are."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from samestory.cleaning.restate import content

NEWLINES = r"\r\n\x0b\x0c\x85\u2028\u2029"
LINE = re.compile(f"[^{NEWLINES}]+")
BREAK = re.compile(f"\r\n|[{NEWLINES}]")
# Scripts written without spaces between words; two characters weigh as one word.
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
CLOSERS = "\"'”’»›)]}*_ \u00a0"
STOPS = ".!?…。！？"
WRAP_WIDTH = 100
LONG = 260
REMARK = 120

# What a paragraph is: (kind, rule); None while nothing is known.
Label = tuple[str, str] | None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: a line, or the lines of a block where the text is wrapped at a fixed width.

    Attributes:
        number: counted from 0 over the article.
        start: first position that is no space.
        end: position after the last that is no space.
        gap: whether a blank line stands before it.
        text: text[start:end].
    """

    number: int
    start: int
    end: int
    gap: bool
    text: str

    @cached_property
    def n_words(self) -> int:
        """Give the number of words by spaces: enough to tell a line from a paragraph."""
        count = len(self.text.split()) if len(self.text) < LONG else len(self.text) // 6
        return max(count, len(UNSPACED.findall(self.text)) // 2) if count * 8 < len(self.text) else count

    @cached_property
    def content(self) -> frozenset[str]:
        """Give its content words, cut to stems."""
        return content(self.text)

    @cached_property
    def stops(self) -> bool:
        """Tell whether it ends as a sentence does, closing marks and a remark in brackets behind the stop aside."""
        if self.text.rstrip(CLOSERS)[-1:] in tuple(STOPS):
            return True
        opened = self.text.rfind("(", -REMARK) if self.text.endswith(")") else -1
        return opened > 0 and self.text[:opened].rstrip(CLOSERS)[-1:] in tuple(STOPS)

    @cached_property
    def open_ended(self) -> bool:
        """Tell whether it ends in a comma, colon or semicolon: no heading does."""
        return self.text.rstrip(CLOSERS)[-1:] in (",", ":", ";")

    @cached_property
    def prose(self) -> bool:
        """Tell whether it reads as running text: long, or a whole sentence or its beginning, of some length."""
        return self.n_words > 25 or ((self.stops or self.open_ended) and self.n_words >= 9)


def find_paragraphs(text: str, start: int = 0) -> list[Paragraph]:
    """Give the paragraphs of text[start:] in order; every character that is no space lies in one."""
    blocks = list(_blocks(text, start))
    spans: list[tuple[int, int, bool]] = []
    if _wrapped(text, blocks):
        spans = [(block[0][0], block[-1][1], True) for block in blocks]
    else:
        spans = [(start, end, not i) for block in blocks for i, (start, end) in enumerate(block)]
    return [Paragraph(number, a, b, gap, text[a:b]) for number, (a, b, gap) in enumerate(spans)]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a span by the spaces at its ends; an empty span where nothing else stands in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _blocks(text: str, begin: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines that have something to show, by blocks that blank lines separate."""
    block: list[tuple[int, int]] = []
    last = begin
    for match in LINE.finditer(text, begin):
        start, end = trimmed(text, *match.span())
        if start == end:
            continue
        if block and len(BREAK.findall(text, last, start)) > 1:
            yield block
            block = []
        block.append((start, end))
        last = end
    if block:
        yield block


def _wrapped(text: str, blocks: list[list[tuple[int, int]]]) -> bool:
    """Tell whether lines are cut at a fixed width: most lines that another follows end amid a sentence, near it."""
    inner = [(line, following) for block in blocks for line, following in itertools.pairwise(block)]
    if len(inner) < max(3, len(blocks) // 2):
        return False
    width = max(end - start for block in blocks for start, end in block)
    if width > WRAP_WIDTH:
        return False
    cut = sum(end - start > 0.6 * width and text[following].islower() for (start, end), (following, _) in inner)
    return cut > 0.4 * len(inner)
