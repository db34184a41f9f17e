"""The main text of an HTML page, and where it stands in the page."""

import html
import itertools
import re
from array import array
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Prefix

from samestory.cleaning.layout import CLOSERS, STOPS
from samestory.cleaning.metadata import page_facts, shown_headline

TAG = r"<!--(?s:.*?)-->|<(?i:script|style)\b(?s:.*?)</(?i:script|style)\s*>|<[^>]*>"
ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
# What opens a comment, a script or a tag, and what is left of it where nothing closes it.
OPENINGS = (
    re.compile(r"(<!)--"),
    re.compile(r"(<)(?:script|style)\b", re.IGNORECASE),
    re.compile(r"()<"),
)
CLOSES_SCRIPT = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)
# What a page is made of; spaces are passed over.
PIECE = re.compile(rf"(?P<tag>{TAG})|(?P<entity>{ENTITY})|(?P<letters>[^\W_]+)|(?P<mark>[^\w\s]|_)")
LETTERS = re.compile(r"[^\W_]+")
LETTER = re.compile(r"[^\W_]")
# Tags between what a browser shows on lines of their own. Cells of a table are one line.
BLOCK = re.compile(
    r"</?(?:p|div|li|ul|ol|h[1-6]|blockquote|section|article|figure|figcaption|aside|header|footer)\b|<br\b[^>]*>\s*<br\b",
    re.IGNORECASE,
)
# How a line begins that goes on with no sentence.
BEGINS = re.compile(r"[^\w\s]*(?:[^\W\d_a-z]|\d)")
# Declared inside the text it is no longer true of: lxml would decode by it again.
DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,200}>")
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
# Letters at its ends by which a paragraph is found whose middle the page interrupts, and how far these may be apart.
EDGE = 24
SHORT_EDGE = 8
SPREAD = 2
FACTS = {"title": "title", "author": "byline", "date": "published"}


# Start and end in the page.
Span = tuple[int, int]


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
        tree = load_html(UNREADABLE.sub(" ", DECLARATION.sub("", source, count=1)))
        facts = page_facts(tree) if tree is not None else {}
        headline = shown_headline(tree, facts.get("outlet", "")) if tree is not None else ""
        document = bare_extraction(tree, with_metadata=True, include_comments=False, include_tables=True)
    except Exception:
        # trafilatura raises what lxml raises on odd bytes: such a page has no main text, and is not lost.
        facts, headline, document = {}, "", None
    if document is None or isinstance(document, dict) or not document.text:
        return Page("", facts=facts)
    if headline:
        facts.setdefault("title", headline)
    paragraphs = _in_order(_located([line.strip() for line in document.text.splitlines() if line.strip()], source))
    for key, name in FACTS.items():
        value = str(getattr(document, key, None) or "")
        # A headline of one word that the page does not confirm is a slip of its template.
        if value and (key != "title" or " " in value):
            facts.setdefault(name, value)
    text = "\n\n".join(paragraph for paragraph, _ in paragraphs)
    starts = itertools.accumulate((len(paragraph) + 2 for paragraph, _ in paragraphs), initial=0)
    source_map = [
        (start, start + len(paragraph), *place)
        for start, (paragraph, place) in zip(starts, paragraphs, strict=False)
        if place
    ]
    return Page(text, source_map, facts)


def _in_order(paragraphs: Iterable[tuple[str, Span | None]]) -> list[tuple[str, Span | None]]:
    """Put paragraphs in the order of the page; one that is not found in it stays behind the one above."""
    at, placed = 0, []
    for paragraph, place in paragraphs:
        at = place[0] if place else at
        placed.append((at, (paragraph, place)))
    return [paragraph for _, paragraph in sorted(placed, key=lambda entry: entry[0])]


def _located(paragraphs: list[str], source: str) -> Iterator[tuple[str, Span | None]]:
    """Yield each paragraph and where it stands in the page: compared by letters and digits, in order, else anywhere."""
    source = _closed(source)
    letters, starts, ends = _visible_letters(source)
    at = 0
    for paragraph in paragraphs:
        wanted = "".join(LETTERS.findall(paragraph))
        found = (_find(letters, wanted, at) or _find(letters, wanted, 0)) if wanted else None
        if found is None:
            yield paragraph, None
            continue
        for piece, (first, last) in _blocks(paragraph, _aligned(letters, wanted, found), source, starts):
            before = ends[first - 1] if first else 0
            behind = starts[last] if last < len(starts) else len(source)
            opening, closing = slice(before, starts[first]), slice(ends[last - 1], behind)
            yield piece, _with_marks(piece, source, opening, closing)
        at = found[1]


def _aligned(letters: str, wanted: str, found: Span) -> list[range]:
    """Give where the letters of a paragraph stand in the page, run by run; one run that is no match if that fails."""
    runs: list[range] = []
    done, at = 0, found[0]
    while done < len(wanted):
        tried = (letters.find(wanted[done : done + length], at, found[1]) for length in (EDGE, SHORT_EDGE))
        at = next((place for place in tried if place >= 0), -1)
        if at < 0:
            return [range(*found)]
        length = Prefix.similarity(wanted[done:], letters[at : found[1]])
        runs.append(range(at, at + length))
        done, at = done + length, at + length
    return runs


def _blocks(paragraph: str, runs: list[range], source: str, starts: Sequence[int]) -> Iterator[tuple[str, Span]]:
    """Yield the parts of a paragraph that are blocks of their own in the page, and from which of its letters to which.

    A block that opens amid a sentence, as an advertisement does, parts nothing.

    Args:
        paragraph: as extracted.
        runs: its letters among those of the page.
        source: the page.
        starts: where each of the page's letters starts.
    """
    opened = {
        bisect(starts, tag.start()) for run in runs for tag in BLOCK.finditer(source, starts[run[0]], starts[run[-1]])
    }
    opened |= {run[0] for run in runs[1:]}
    if opened:
        # A page may be set as one cell of a table, which is extracted between bars.
        paragraph = paragraph.strip("| ")
    letters = [*itertools.chain(*runs)] if opened else []
    places = [match.start() for match in LETTER.finditer(paragraph)] if opened else []
    start, first = 0, runs[0][0]
    if len(places) == len(letters):
        for number, letter in enumerate(letters):
            if letter not in opened or letter == first:
                continue
            cut = paragraph.rfind(" ", 0, places[number]) + 1
            above = paragraph[start:cut].rstrip()
            if above and (above.rstrip(CLOSERS)[-1:] in STOPS or BEGINS.match(paragraph, cut)):
                yield above, (first, letters[number - 1] + 1)
                start, first = cut, letter
    yield paragraph[start:], (first, runs[-1][-1] + 1)


def _with_marks(paragraph: str, source: str, before: slice, behind: slice) -> Span:
    """Give where a paragraph stands from its opening marks to its closing ones, as far as the page has them there.

    Args:
        paragraph: as extracted.
        source: the page.
        before: what stands in the page between the letters of the paragraph above and its own.
        behind: what stands there between its own letters and those of the paragraph below.
    """
    start, end = before.stop, behind.start
    marks = "".join(paragraph.split())
    opening = [*itertools.takewhile(lambda c: not c.isalnum(), marks)]
    closing = [*itertools.takewhile(lambda c: not c.isalnum(), reversed(marks))]
    for mark, (first, _, character) in zip(reversed(opening), reversed([*_marks(source, before)]), strict=False):
        if mark != character:
            break
        start = first
    for mark, (_, last, character) in zip(reversed(closing), _marks(source, behind), strict=False):
        if mark != character:
            break
        end = last
    return start, end


def _marks(source: str, stretch: slice) -> Iterator[tuple[int, int, str]]:
    """Yield each mark outside the tags of a stretch of a page, an entity as what it stands for."""
    for piece in PIECE.finditer(source, stretch.start, stretch.stop):
        if piece.lastgroup != "tag" and not (shown := html.unescape(piece.group())).isspace():
            yield *piece.span(), shown


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


def _closed(source: str) -> str:
    """Blank what opens a tag, a comment or a script behind the last that ends one; every place stays.

    A search from each of them to the end of the page would find that out every time.
    """
    script = max((closing.start() for closing in CLOSES_SCRIPT.finditer(source)), default=-1)
    for opening, last in zip(OPENINGS, (source.rfind("-->"), script, source.rfind(">")), strict=True):
        head, tail = source[: last + 1], source[last + 1 :]
        source = head + opening.sub(lambda sign: sign[1].ljust(len(sign[0])), tail)
    return source


def _visible_letters(source: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Give the letters and digits of a page outside its tags, and where each starts and ends in the page."""
    letters: list[str] = []
    starts, ends = array("q"), array("q")
    for piece in PIECE.finditer(source):
        start, end = piece.span()
        if piece.lastgroup == "letters":
            letters.append(piece.group())
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        elif piece.lastgroup == "entity" and (shown := html.unescape(piece.group())).isalnum():
            letters.append(shown)
            starts.extend([start] * len(shown))
            ends.extend([end] * len(shown))
    return "".join(letters), starts, ends
