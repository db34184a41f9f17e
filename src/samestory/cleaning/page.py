"""The main text of an HTML page, and where it stands in the page."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from samestory.cleaning.metadata import page_facts

TAG = re.compile(r"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
# Declared inside the text it is no longer true of: lxml would decode by it again.
DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,200}>")
UNREADABLE = dict.fromkeys([*range(9), 11, *range(14, 32)], " ")
# Letters at its ends by which a paragraph is found whose middle the page interrupts, and how far these may be apart.
EDGE = 24
SPREAD = 2
FACTS = {"title": "title", "author": "byline", "date": "published"}


@dataclass(frozen=True)
class Page:
    """The main text of a page.

    Attributes:
        text: its paragraphs, separated by blank lines.
        source_map: (start, end, raw_start, raw_end) of each paragraph found in the page, the last two in the page.
        facts: what the page says of itself: title, byline, outlet, published.
    """

    text: str
    source_map: list[tuple[int, int, int, int]] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)


def main_text(source: str) -> Page:
    """Extract the main text of a page with trafilatura and find its paragraphs in the source."""
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    try:
        tree = load_html(DECLARATION.sub("", source, count=1).translate(UNREADABLE))
        facts = page_facts(tree) if tree is not None else {}
        document = bare_extraction(tree, with_metadata=True, include_comments=False, include_tables=True)
    except Exception:
        # trafilatura raises what lxml raises on odd bytes: such a page has no main text, and is not lost.
        facts, document = {}, None
    if document is None or isinstance(document, dict) or not document.text:
        return Page("", facts=facts)
    paragraphs = [line.strip() for line in document.text.splitlines() if line.strip()]
    text = "\n\n".join(paragraphs)
    for key, name in FACTS.items():
        value = str(getattr(document, key, None) or "")
        # A headline of one word that the page does not confirm is a slip of its template.
        if value and (key != "title" or " " in value):
            facts.setdefault(name, value)
    return Page(text, list(_located(paragraphs, source)), facts)


def _located(paragraphs: list[str], source: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield where each paragraph stands in the page: compared by letters and digits alone, in order, else anywhere."""
    letters, places = _visible_letters(source)
    at = start = 0
    for paragraph in paragraphs:
        end = start + len(paragraph)
        wanted = "".join(c for c in paragraph if c.isalnum())
        if wanted and (found := _find(letters, wanted, at) or _find(letters, wanted, 0)):
            yield start, end, *_with_marks(paragraph, source, places, found)
            at = found[1]
        start = end + 2


def _with_marks(paragraph: str, source: str, places: list[tuple[int, int]], found: tuple[int, int]) -> tuple[int, int]:
    """Give where a paragraph stands from its opening marks to its closing ones, as far as the page has them there."""
    start, end = places[found[0]][0], places[found[1] - 1][1]
    before = places[found[0] - 1][1] if found[0] else 0
    behind = places[found[1]][0] if found[1] < len(places) else len(source)
    marks = "".join(paragraph.split())
    opening = [*takewhile(lambda c: not c.isalnum(), marks)]
    closing = [*takewhile(lambda c: not c.isalnum(), reversed(marks))]
    shown = [place for place in _visible(source, before, start) if not place[2].isspace()]
    for mark, (first, _, character) in zip(reversed(opening), reversed(shown), strict=False):
        if mark != character:
            break
        start = first
    shown = [place for place in _visible(source, end, behind) if not place[2].isspace()]
    for mark, (_, last, character) in zip(reversed(closing), shown, strict=False):
        if mark != character:
            break
        end = last
    return start, end


def _find(letters: str, wanted: str, at: int) -> tuple[int, int] | None:
    """Find a paragraph's letters behind a place: unbroken, or from its first letters to its last, not far apart."""
    found = letters.find(wanted, at)
    if found >= 0:
        return found, found + len(wanted)
    if len(wanted) < 3 * EDGE:
        return None
    first = letters.find(wanted[:EDGE], at)
    last = letters.find(wanted[-EDGE:], first + EDGE, first + SPREAD * len(wanted)) if first >= 0 else -1
    return (first, last + EDGE) if last >= 0 else None


def _visible_letters(source: str) -> tuple[str, list[tuple[int, int]]]:
    """Give the letters and digits of a page outside its tags, and the span of each in the page."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for start, stop, shown in _visible(source, 0, len(source)):
        for character in shown:
            if character.isalnum():
                letters.append(character)
                places.append((start, stop))
    return "".join(letters), places


def _visible(source: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield each character outside the tags of a stretch of a page that begins and ends outside them."""
    at = start
    for tag in TAG.finditer(source, start, end):
        yield from _shown(source, at, tag.start())
        at = tag.end()
    yield from _shown(source, at, end)


def _shown(source: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield each character between tags, an entity as what it stands for."""
    at = start
    for entity in ENTITY.finditer(source, start, end):
        yield from ((i, i + 1, source[i]) for i in range(at, entity.start()))
        yield entity.start(), entity.end(), html.unescape(entity.group())
        at = entity.end()
    yield from ((i, i + 1, source[i]) for i in range(at, end))
