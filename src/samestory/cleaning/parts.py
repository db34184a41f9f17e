"""A paragraph of one kind that carries a piece of another: a dateline, a glued caption, a sign-off."""

import re
from collections.abc import Iterator

from samestory.cleaning.blocks import END_MARK, END_REACH
from samestory.cleaning.byline import opens_byline
from samestory.cleaning.caption import label_end
from samestory.cleaning.credit import Agencies
from samestory.cleaning.dateline import find_dateline, opens_with_place
from samestory.cleaning.dates import DATE_WORDS, find_dates, is_date_in_figures, is_date_without_year
from samestory.cleaning.furniture import begins
from samestory.cleaning.inline import find_inline
from samestory.cleaning.layout import Paragraph, trimmed
from samestory.cleaning.lexicon import lexicon
from samestory.cleaning.retold import POINT
from samestory.cleaning.rights import REACH as COPYRIGHT_REACH
from samestory.cleaning.rights import TAIL as COPYRIGHT_TAIL
from samestory.cleaning.run_in import GAP, run_in_head
from samestory.cleaning.section import CRUMBS
from samestory.cleaning.sentence import OPENERS

Part = tuple[int, int, str, str]

DATELINE_REACH = 3
CAPTION_REACH = 100
LONGEST_GLUED = 12
# "HarbourAside", "Pier“At": a word ends and the next begins without a space.
GLUE = re.compile(r"[A-Z“](?:(?<=[^\W\d_A-Z][A-Z])(?=[\w’']*[\s,])|(?<=\w“)(?=[^\W_]))")
SECTION_LABEL = re.compile(r"(?P<name>[A-Z][\w-]{3,15})(?::| [|–—-]| ?»)\s+(?=\S+\s\S+\s\S)")
DESK_TAIL = re.compile(
    r"(?<=[.!?”\"’])\s*\(\s*(?:additional |further )?(?:reporting|writing|editing)\b[^()]{0,80}?\bby\b"
    r"[^()]{0,400}\)\.?$",
    re.IGNORECASE,
)
DESK_REACH = 500
CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
BESIDE_NAMES = re.compile(r"\s+[|·•]\s")


def split_body(
    paragraph: Paragraph, nth: int, last: bool, text: str, title: str | None, agencies: Agencies
) -> list[Part]:
    """Split a body paragraph into its parts.

    Args:
        paragraph: the paragraph.
        nth: its place among the body's paragraphs, from 0.
        last: whether it is the last of them, or may be signed as the last is.
        text: the whole text: a glued caption's words stand elsewhere in it.
        title: the headline where it is known from elsewhere.
        agencies: the agencies known.

    Returns:
        (start, end, kind, rule) of each part, in order; they cover the paragraph.
    """
    line, offset = paragraph.text, paragraph.start
    before = [*_covered(line, run_in_head(line, title, agencies))] if nth == 0 else []
    after: list[Part] = []
    start, end = before[-1][1] if before else 0, len(line)
    if nth < DATELINE_REACH and (found := _dateline(line, start, agencies)):
        before.append(found)
        start = found[1]
    elif nth == 0 and start == 0 and (opened := opens_with_place(line, text)):
        before.append((0, opened, "dateline", "opens_with_place"))
        start = opened
    if (cut := glued_caption(line, start, text)) is not None:
        before.append((start, cut, "caption", "glued_to_sentence"))
        start = cut
    if line.endswith((")", ").")) and (match := DESK_TAIL.search(line, max(start, len(line) - DESK_REACH))):
        after.append((match.start(), end, "credit", "desk_line_at_end"))
        end = match.start()
    if last and (match := agencies.sign_off_at_end(line[:end])) and match.start() > start:
        after.insert(0, (match.start(), end, "credit", "sign_off_at_end"))
        end = match.start()
    if last and (match := END_MARK.search(line, max(start, end - END_REACH), end)):
        after.insert(0, (match.start(), end, "furniture", "page_phrase"))
        end = match.start()
    signed = last and "copyright" in paragraph.signs
    if signed and (match := COPYRIGHT_TAIL.search(line, max(start + 1, end - COPYRIGHT_REACH), end)):
        agency = agencies.copyright.search(line, match.start(), end)
        after.insert(0, (match.start(), end, "credit" if agency else "furniture", "copyright_line"))
        end = match.start()
    inside = find_inline(line, start, end)
    if not (before or inside or after):
        return [(offset, offset + end, "body", "running_text")]
    parts = [*before, *_around(inside, start, end), *after]
    return [(offset + a, offset + b, kind, rule) for a, b, kind, rule in parts if a < b]


def split_headline(paragraph: Paragraph) -> list[Part]:
    """Split the name of a kind of article that stands in front of a headline from it: "Analysis: ", "Opinion | "."""
    match = SECTION_LABEL.match(paragraph.text)
    if match is None or match["name"].casefold() not in lexicon()["section"]["kinds"]:
        return [(paragraph.start, paragraph.end, "title", "first_headline_line")]
    cut = paragraph.start + match.end()
    return [
        (paragraph.start, cut, "section", "section_before_headline"),
        (cut, paragraph.end, "title", "first_headline_line"),
    ]


def _dateline(line: str, start: int, agencies: Agencies) -> Part | None:
    """Give the dateline that the report opens with behind what stands in front of it."""
    start, _ = trimmed(line, start, len(line))
    found = find_dateline(line[start:], agencies)
    return (start, start + found[1], "dateline", "opens_report") if found else None


def _covered(line: str, head: list[Part]) -> Iterator[Part]:
    """Yield the parts of a head that runs into its report, and what stands between them, to the report's beginning."""
    at = 0
    for part in head:
        yield at, part[0], *_between(line[at : part[0]])
        yield part
        at = part[1]
    if head:
        yield at, at + len(line[at:]) - len(line[at:].lstrip(GAP)), "furniture", "no_letters"


def _between(piece: str) -> tuple[str, str]:
    """Name what stands between two facts: text, or separators alone."""
    return ("body", "running_text") if piece.strip(GAP) else ("furniture", "no_letters")


def _around(pieces: list[Part], start: int, end: int) -> Iterator[Part]:
    """Yield pieces of furniture and the running text between them."""
    for piece in pieces:
        yield start, piece[0], "body", "running_text"
        yield piece
        start = piece[1]
    yield start, end, "body", "running_text"


def glued_caption(line: str, start: int, text: str) -> int | None:
    """Find where a caption ends that runs into the sentence without a space; None where none does.

    A name written in two parts ("YouTube") is told apart: before the seam stand several words that stand elsewhere
    in the text too, behind it a word that opens sentences or stands elsewhere, or the caption's own first words.
    """
    for match in GLUE.finditer(line, start, start + CAPTION_REACH):
        caption, rest = line[start : match.start()], line[match.start() :]
        if not 2 <= len(caption.split()) <= LONGEST_GLUED or re.search(r"\w\w[.!?] |[:;,] |[“\"(]", caption):
            return None
        if rest[0] == "“":
            return match.start()
        first = re.match(r"\w+", rest)
        if rest.casefold().startswith(caption.casefold()):
            return match.start()
        if first and text.casefold().count(caption.casefold()) > 1 and _is_word(first.group().casefold(), text):
            return match.start()
    return None


def _is_word(folded: str, text: str) -> bool:
    """Tell whether a word opens sentences or stands in a text by itself."""
    return folded in OPENERS or re.search(rf"\b{folded}\b", text.casefold()) is not None


def split_label(paragraph: Paragraph, label: tuple[str, str], agencies: Agencies) -> list[Part]:
    """Split the label that a caption or a summary begins with from what it says: no sentence has both."""
    if label[0] == "caption":
        length, below = label_end(paragraph.text, label[1], agencies), label
    else:
        found = begins(paragraph.text)
        length, below = (found[2], POINT) if found and found[0] == "summary" else (0, label)
    cut = paragraph.start + length
    return (
        [(paragraph.start, cut, *label), (cut, paragraph.end, *below)]
        if length
        else [(paragraph.start, paragraph.end, *label)]
    )


def split_facts(paragraph: Paragraph) -> list[Part]:
    """Split a line of facts into byline, date and section."""
    line, offset = paragraph.text, paragraph.start
    parts: list[tuple[int, int, str]] = []
    at = 0
    for date in find_dates(line):
        parts += [*_beside_date(line, at, date.start), (date.start, date.end, "date")]
        at = date.end
    parts += _beside_date(line, at, len(line))
    return [(offset + a, offset + b, kind, "line_of_facts") for a, b, kind in _merged(parts)]


def _beside_date(line: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Name what stands beside a date: words about the date, an author, a section."""
    piece = line[start:end]
    if not piece.strip():
        return
    bare = DATE_WORDS.sub("", piece).strip(" \t:;,|·•-–—()/>")
    if not any(map(str.isalpha, CLOCK.sub("", bare))) or is_date_in_figures(bare) or is_date_without_year(piece):
        yield start, end, "date"
    elif opens_byline(piece.strip(" |·•-–—,:")):
        # What a mark parts from the names is the paper's.
        names = BESIDE_NAMES.search(piece.rstrip(" |·•-–—,:"))
        cut = start + (names.start() if names else len(piece.rstrip(" |·•-–—,:")))
        yield start, cut, "byline"
        if cut < end:
            yield cut, end, "section" if names else "date"
    else:
        yield start, end, "section" if CRUMBS.search(piece) or len(bare.split()) <= 3 else "date"


def _merged(parts: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Join neighbours of one kind."""
    held: tuple[int, int, str] | None = None
    for part in parts:
        if held and held[2] == part[2]:
            held = (held[0], part[1], part[2])
        else:
            if held:
                yield held
            held = part
    if held:
        yield held
