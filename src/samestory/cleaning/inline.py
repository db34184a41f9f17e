"""Furniture inside a line: captions, photo credits and page phrases of an article whose line breaks were lost."""

import re
from collections.abc import Callable, Iterator
from functools import cache

import re2

from samestory.cleaning.caption import photo_sources
from samestory.cleaning.credit import known_agencies
from samestory.cleaning.sentence import OPENERS
from samestory.cleaning.signs import searcher
from samestory.lexicon import read_lexicon

Piece = tuple[int, int, str, str]

FEWEST_CHARACTERS = 500
LONGEST_CAPTION = 45
LONGEST_ARTICLE = 3
LONGEST_HEADLINE = 25
FORM_REACH = 80
# Where a sentence, or a line that was run into the text, may begin.
BEGINS = r"(?:(?<=^)|(?<=[.!?…”\"’)\]*][\s\u00a0])|(?<=[.!?…”\"])|(?<=[^\W\d_]\s))"
# A stop with its closing marks: what stands before it is another sentence.
STOPPED = re.compile(r"(?:[.!?…][\"”’')\]]*\s+|(?<=[a-z]{2})[.!?…][\"”’')\]]*)(?=[\"“‘'(]?[A-Z0-9])|[.!?][\"”]\s*$")
END_STOP = re.compile(r"(?<=\w\w)[.!?…][\"”’')\]]*(?=\s|$|[A-Z])")
# A word with a capital behind one without a stop; "tramPassengers" where nothing stands between the lines.
WORD = re.compile(
    r"(?<=[\w)\"”’] )(?P<word>[A-Z][a-z]*)(?= [a-z\"“$£€\d])|(?<=[a-z]{3})(?P<glued>[A-Z][a-z]*)(?= [a-z])"
)
# A name behind a small word: after "in" or "the" it goes on with the line, after another word it may begin the next.
NAMED = re.compile(r"([a-z]+) ?[A-Z]")
QUOTE = re.compile('["“”]')
AT_STOP = re.compile(r"[.!?…][\"”’')\]]*\s*$")
PHRASE, CREDIT = "phrase", "photo credit"
SMALL_WORD = re.compile(r"(?<![\w-])[a-z]{3,}")
NAME = r"(?:@?[A-Z][\w.’'-]*)"
PICTURE = r"(?:Photo|Picture|Image|PHOTO|PICTURE)s?(?: [Cc]redit| by| courtesy of)?"


@cache
def _words() -> dict[str, list[str]]:
    return read_lexicon(__package__, "inline.toml")


@cache
def leads_to_name() -> frozenset[str]:
    """Give the small words that a name follows in one and the same line."""
    return frozenset(_words()["leads_to_name"])


@cache
def _phrases() -> tuple[str, ...]:
    """Give the phrases of inline.toml."""
    return tuple(phrase for name, phrases in _words().items() if name != "leads_to_name" for phrase in phrases)


@cache
def _search() -> Callable[[str], frozenset[str]]:
    """Give what looks for phrases, and for the marks of a photo credit, before the patterns, which take longer."""
    sources = _sources()
    return searcher(
        {
            PHRASE: "|".join(map(re2.escape, _phrases())),
            CREDIT: f"{PICTURE}.?[:/|]|/.?(?:{sources})|(?:{sources}).?/",
        }
    )


def _places(line: str, start: int, end: int) -> list[int]:
    """Give the places in line[start:end] where a phrase stands, in order."""
    found: set[int] = set()
    for phrase in _phrases():
        at = line.find(phrase, start, end)
        while at >= 0:
            found.add(at)
            at = line.find(phrase, at + 1, end)
    return sorted(found)


def _any(phrases: list[str]) -> str:
    return "|".join(re.escape(p).replace("'", "['’]") for p in sorted(phrases, key=lambda p: (-len(p), p)))


@cache
def _sources() -> str:
    return _any(photo_sources(known_agencies()))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what begins a piece of furniture, and the photo credits that end one."""
    words = _words()
    sources = _sources()
    begins = re.compile(
        rf"{BEGINS}(?:(?P<caption>(?:{_any(words['caption_labels'])})(?![a-z]))"
        rf"|(?P<related>{_any(words['related_labels'])})"
        rf"|(?P<form>(?:{_any(words['comment_headings'])})(?=.{{0,{FORM_REACH}}}(?:{_any(words['comment_fields'])})))"
        rf"|(?P<share>(?:{_any(words['share_headings'])})(?=\s?(?:{_any(words['share_fields'])})))"
        rf"|(?P<phrase>(?:{_any(words['phrases'])})(?![a-z])))"
        rf"|(?:^|(?<=[.!?…”\"]\s)|(?<=[.!?…”\"]))(?P<word>(?:{_any(words['before_sentence'])})(?=\s?[A-Z“\"]))"
    )
    sign = rf"{PICTURE}\s?[:/|]\s?"
    behind = r"(?![a-z/])(?=\s?[A-Z“\"]|\s*$)"
    credit = re.compile(
        rf"[(\[]{sign}[^()\[\]]{{1,60}}[)\]]"
        rf"|[(\[][^()\[\]]{{0,50}}(?:(?<=\w)\s?/\s?(?:{sources})"
        rf"|(?<!\w)(?:{sources})\s?/\s?{NAME}(?: {NAME}){{0,2}})[)\]]"
        rf"|(?:\|\s?)?{sign}(?:{NAME}[ /]+){{0,4}}(?:{sources}){behind}"
        rf"|(?<![\w/]){NAME}(?: {NAME}){{0,2}}\s?/\s?(?:{sources}){behind}"
    )
    return begins, credit


def find_inline(line: str, start: int, end: int) -> list[Piece]:
    """Find the furniture inside a long line of running text.

    Of a caption or headline that no stop ends, the end is where a word begins a sentence that elsewhere begins one
    or stands in small letters; where no such word follows only the label is set aside, as a sentence of the report
    is not to be lost.

    Returns:
        (start, end, kind, rule) in order, disjoint, inside line[start:end]; empty for a line of usual length.
    """
    if end - start < FEWEST_CHARACTERS:
        return []
    printed = line.replace("’", "'")
    signs = _search()(printed)
    if not signs:
        return []
    labels = _places(printed, start, end) if PHRASE in signs else []
    begins, credit = _patterns()
    small = frozenset(SMALL_WORD.findall(line)) if labels else frozenset()
    found: list[Piece] = []
    at = start
    for label in labels:
        if label >= at and (match := begins.match(line, label, end)) and _in_place(match, start, end):
            piece = _piece(line, match, end, small, begins, credit)
            found.append(piece)
            at = piece[1]
    taken = [*found]
    for match in credit.finditer(line, start, end) if CREDIT in signs else ():
        if not any(a < match.end() and match.start() < b for a, b, _, _ in found):
            before = max([start, *(b for _, b, _, _ in taken if b <= match.start())])
            taken.append((_caption_start(line, before, match.start()), match.end(), "caption", "photo_credit"))
    return sorted(taken)


def _in_place(match: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a match may begin furniture: buttons to share by stand at the top too, and end nothing there."""
    return not match["share"] or 2 * match.start() > start + end


def _piece(
    line: str, match: re.Match[str], end: int, small: frozenset[str], begins: re.Pattern[str], credit: re.Pattern[str]
) -> Piece:
    """Say what begins at a match and how far it goes."""
    at = match.end()
    if match["form"]:
        return match.start(), end, "furniture", "comment_form"
    if match["share"]:
        return match.start(), end, "furniture", "page_phrase"
    if match["related"]:
        return match.start(), _end_of_line(line, at, end, small, LONGEST_HEADLINE), "furniture", "related_link"
    if not match["caption"]:
        return match.start(), at, "furniture", "page_phrase"
    if match["caption"] == "Image copyright" or match["caption"] == "Image source":
        following = begins.search(line, at, min(end, at + FORM_REACH))
        if following is None or not following["caption"] or STOPPED.search(line, at, following.start()):
            return match.start(), at, "caption", "caption_label"
        at = following.end()
    elif signed := credit.match(line, at + 1, end):
        at = signed.end()
        again = credit.match(line, at + 1, end)
        return match.start(), again.end() if again else at, "caption", "caption_label"
    return match.start(), _end_of_line(line, at, end, small, LONGEST_CAPTION), "caption", "caption_label"


def _end_of_line(line: str, at: int, end: int, small: frozenset[str], longest: int) -> int:
    """Find where a line ends that was run into the text; its beginning where that cannot be told."""
    stop = END_STOP.search(line, at, end)
    seam = next(_seams(line, at + 1, stop.end() if stop else end, small), None)
    if seam is None or len(line[at:seam].split()) > longest or QUOTE.search(line, at, seam):
        return at
    return at if any(name[1] not in leads_to_name() for name in NAMED.finditer(line, at, seam)) else seam


def _seams(line: str, at: int, end: int, small: frozenset[str]) -> Iterator[int]:
    """Yield the places inside a sentence where another begins."""
    for match in WORD.finditer(line, at, end):
        word = (match["word"] or match["glued"]).casefold()
        before = line[at : match.start()].split()
        # The first word of the line itself is no seam, nor is a noun of a name ("Transport Police has").
        named = bool(before) and not match["glued"] and before[-1][0].isupper()
        opens = word in OPENERS and word != "i"
        if len(before) >= 2 and ((opens and len(word) <= LONGEST_ARTICLE) if named else (opens or word in small)):
            yield match.start()


def _caption_start(line: str, start: int, credit: int) -> int:
    """Find where the caption before a photo credit begins: behind the last stop; one behind a stop stands alone."""
    if AT_STOP.search(line, start, credit):
        return credit
    begun = max((stop.end() for stop in STOPPED.finditer(line, start, credit)), default=start)
    words = len(line[begun:credit].split())
    return credit if words > LONGEST_CAPTION else begun
