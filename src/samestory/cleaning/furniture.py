"""Paragraphs that tell what they are by their own words: page furniture, captions, photo credits, headings."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from samestory.cleaning.credit import Agencies
from samestory.cleaning.layout import Paragraph

PHOTO_WORD = r"(?:P(?:hoto(?:graph)?|ic(?:ture)?|HOTO|ICTURE)|I(?:mage|llustration|MAGE)|Graphic|Video)s?"
PHOTO_TAIL_LENGTH = 120
LONGEST_PHRASE = 90
EMBED = re.compile(
    r"pic\.twitter\.com/|\(@\w{1,30}\) \w+ \d|^[—–-] ?\w[^.]{0,60}\(@\w+\)"
    r"|(?:^|[.…!?] )Posted by .{1,120} on \w+day, \d"
)
# A picture of a gallery: "3/34 The caption".
GALLERY = re.compile(r"\d{1,3}/\d{1,3}\s+\S")
# "34 show all", "8 show all" heads a gallery run into one line.
GALLERY_HEAD = re.compile(r"[^.!?]{0,80}?\b(?:\d{1,3} show all\b|show all \d{1,3}\b)", re.IGNORECASE)
# Where somebody is in the picture, and that there is one.
PICTURED = re.compile(
    r"\((?:pictured|left|right|cent(?:re|er)|above|below|top|bottom|(?:second|third|far) (?:from )?(?:left|right)"
    r"|(?:pictured|above|below|seen)[^()]{0,40}|(?:left|right)(?: to (?:left|right)|,[^()]{0,40}))\)",
    re.IGNORECASE,
)
IN_PICTURE = re.compile(
    r"\bin (?:a|an|this|these) (?:undated |recent |still |file |handout |combination |screen ?grab |video )?"
    r"(?:photo(?:graph)?s?|pictures?|images?|screen ?grab|still)\b"
    r"(?: (?:released|taken|obtained|provided|posted|made)\b[^.]{0,80})?[.]?$",
    re.IGNORECASE,
)
PICTURE_WORDS = ("hoto", "icture", "mage", "grab", "still")
FIRST_WORD = re.compile(r"[\w'’-]+")
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
BULLET = re.compile(r"[•·▪●■*►▶>»(\[-]\s*")
URL_ONLY = re.compile(r"(?:https?://|www\.)\S+")
# "1 of 5", "3 min read", "Updated 2 hours ago", "12 comments", "4:05"
COUNTER = re.compile(
    r"(?:\d{1,4} ?(?:of|/) ?\d{1,4}|\d{1,3} min(?:ute)?s?(?: read| ago)?|(?:(?:last )?updated:? |published:? )?\d{1,3} "
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?) ago|[\d,.]{1,7}k? (?:comments?|shares?|views?|likes?|replies)"
    r"|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?)",
    re.IGNORECASE,
)
# What stands under an article of the one who wrote it.
AUTHOR_NOTE = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,4}(?:is|was|covers|writes|reports) (?:[^.]{0,60}\b)?"
    r"(?:reporter|correspondent|journalist|editor|columnist|freelance[rd]?|writer|producer|contributor|bureau chief)\b"
    r"[^.]{0,80}\b(?:for|at|of|with|based|covering|who|on)\b[^.]{0,120}\."
    r"|(?:Follow|Contact|Reach|Email|E-mail)(?: [A-Z][\w.’'-]+| him| her| them| the author| the reporter){1,4}"
    r" (?:on|at|via)\b.{0,80}"
)
BRACKETED = re.compile(r"\[[^\[\]]{3,200}\]")
PICTURE_TELLS = re.compile(
    r"(?:in )?(?:this|an?|the)\s+(?:undated |recent |still |combination |composite )?"
    r"(?:file |handout |satellite |aerial )?"
    r"(?:photo(?:graph)?|image|picture|screengrab|screenshot|video grab|frame grab|still)\b.{0,80}?"
    r"\b(?:released|taken|showing|shows?|provided|issued|made public|obtained|from video|posted|shared"
    r"|made available)\b",
    re.IGNORECASE,
)
PICTURE_OPENS = frozenset("IiTtAa")
# What a photo credit has at least, folded; looked for first, as the patterns take longer.
PHOTO_SIGNS = ("/", "©", "hoto", "pic", "mage", "illus", "raphic", "ideo", "via", "courtesy", "(c)")

# Headings that stand for what is under them.
HEADINGS = {
    ("summary", "heading"): ("summary", "summary_heading"),
    ("tail", "comments"): ("furniture", "comment_form"),
    ("tail", "related"): ("furniture", "related_heading"),
}


def normal(line: str) -> str:
    """Fold a line for comparison: case, spaces, curly apostrophes, and the marks at its ends."""
    return " ".join(line.replace("’", "'").casefold().split()).strip(" .:;›»→>|·•–—-*…")


@cache
def lexicon() -> dict[str, Any]:
    """Read furniture.toml."""
    return tomllib.loads(files(__package__).joinpath("furniture.toml").read_text(encoding="utf-8"))


@cache
def lines_of(group: str, name: str) -> frozenset[str]:
    """Give the whole lines of one entry of furniture.toml, folded."""
    return frozenset(normal(line) for line in lexicon()[group][name].get("line", ()))


@cache
def _whole_lines() -> dict[str, tuple[str, str]]:
    """Give the label of each line that is known as a whole."""
    labels = {
        line: ("furniture", name) for name in reversed(lexicon()["furniture"]) for line in lines_of("furniture", name)
    }
    headings = {line: label for entry, label in HEADINGS.items() for line in lines_of(*entry)}
    return headings | labels


@cache
def _starts() -> dict[str, list[tuple[str, str, str]]]:
    """Give the beginnings of all entries by their first word: (beginning, group, name)."""
    by_word: dict[str, list[tuple[str, str, str]]] = {}
    for group in ("furniture", "summary", "caption"):
        for name, entry in lexicon()[group].items():
            for start in entry.get("start", ()):
                folded = start.replace("’", "'").casefold()
                word = FIRST_WORD.match(folded)
                by_word.setdefault(word.group() if word else "", []).append((folded, group, name))
    return by_word


def begins(line: str) -> tuple[str, str, int] | None:
    """Find the entry of furniture.toml a line begins with: its group, name and the length of the beginning."""
    bullet = None if line[0].isalnum() else BULLET.match(line)
    shift = bullet.end() if bullet else 0
    word = FIRST_WORD.match(line, shift, shift + 80)
    entries = _starts().get(word.group().replace("’", "'").casefold() if word else "")
    if entries is None:
        return None
    head = line[shift : shift + 80].replace("’", "'").casefold()
    for start, group, name in entries:
        if head.startswith(start) and not head[len(start) : len(start) + 1].isalnum():
            return group, name, shift + len(start)
    return None


@cache
def _photo_patterns(agencies: Agencies) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile what ends, wholly is, and begins a photo credit."""
    names = sorted({*lexicon()["photo"]["sources"], *agencies.names}, key=lambda name: (-len(name), name))
    source = rf"(?:{'|'.join(re.escape(name) for name in names)})"
    at_end = re.compile(
        rf"(?:(?:^|[\s.|(\[]){PHOTO_WORD}(?:\s(?:[Cc]redit|CREDIT|[Cc]ourtesy|by|[Cc]opyright))?\s?[:©/|]"
        rf"\s?[^\s.:][^.:]{{1,80}}"
        rf"|{PHOTO_WORD}\s(?:by|[Cc]ourtesy of|[Cc]redit)\s[A-Z][^.:]{{2,60}}"
        rf"|[(\[]\s*{PHOTO_WORD}\b[^()]{{1,60}}"
        rf"|\((?:[A-Z][^()]{{0,60}})?(?:\s?/\s?|\svia\s|[Cc]ourtesy of )[A-Z][^()]{{1,60}}"
        rf"|[(\[]\s*{source}(?:\s{PHOTO_WORD})?\s*"
        rf"|\S\s?/\s?{source}|(?<!\w){source}\s?/\s?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{0,3}}|(?:©|\([cC]\))\s*{source})[)\]]*\.?$"
    )
    whole = re.compile(rf"\(?(?:{source}|[\w .'’-]{{2,40}})\s?[/|•]\s?(?:{source})(?:\s?[/|•]\s?{source})*\)?\.?")
    # "SWNS • PA A passenger survived", "Reuters In 2014 the group said": a source, and at once a new sentence.
    first = re.compile(rf"{source}(?:\s?[/|•:,]\s?{source})*\s+(?=[A-Z][a-z’']*\s)")
    return at_end, whole, first


def photo_credit(paragraph: Paragraph, agencies: Agencies) -> str | None:
    """Name the rule by which a paragraph is a caption; None where nothing says so."""
    line = paragraph.text
    at_end, whole, first = _photo_patterns(agencies)
    if line[0].isdigit() and GALLERY.match(line) and paragraph.n_words <= 90:
        return "gallery_number"
    short = len(line) < PHOTO_TAIL_LENGTH and ("/" in line or "|" in line or "•" in line)
    if short and whole.fullmatch(line):
        return "photo_credit"
    tail = max(0, len(line) - PHOTO_TAIL_LENGTH)
    if paragraph.n_words <= 90 and _may_end_in_credit(line[tail:]) and at_end.search(line, tail):
        return "photo_credit_at_end"
    if not paragraph.stops and paragraph.n_words <= 40 and first.match(line):
        return "photo_credit_at_start"
    if "how all" in line and paragraph.n_words <= 250 and GALLERY_HEAD.match(line):
        return "gallery_heading"
    if line[0] in PICTURE_OPENS and paragraph.n_words <= 90 and PICTURE_TELLS.match(line):
        return "tells_of_picture"
    if paragraph.n_words <= 60 and _points_at_picture(line):
        return "points_at_picture"
    return None


def _may_end_in_credit(tail: str) -> bool:
    """Tell whether the end of a line has a sign of a photo credit, or a bracket that only the end closes."""
    if has_any(tail.casefold(), PHOTO_SIGNS):
        return True
    opened = max(tail.rfind("("), tail.rfind("["))
    return opened >= 0 and ")" not in (inner := tail[opened:].rstrip(")].")) and "]" not in inner


def has_any(line: str, signs: Iterable[str]) -> bool:
    """Tell whether a line has one of the signs: letters looked for before a pattern, which takes longer."""
    for sign in signs:  # noqa: SIM110 a loop takes half the time of any()
        if sign in line:
            return True
    return False


def _points_at_picture(line: str) -> bool:
    """Tell whether a line says where somebody is in a picture, or ends by naming the picture; speech does not."""
    if line.startswith(("“", '"')):
        return False
    if "(" in line and PICTURED.search(line):
        return True
    tail = line[-PHOTO_TAIL_LENGTH:]
    return has_any(tail, PICTURE_WORDS) and bool(IN_PICTURE.search(tail))


def own_words(paragraph: Paragraph, agencies: Agencies) -> tuple[str, str] | None:
    """Give (kind, rule) of a paragraph that needs no neighbour to be known; else None."""
    line = paragraph.text
    if not LETTER_OR_DIGIT.search(line):
        return "furniture", "no_letters"
    if paragraph.n_words <= 20 and (decided := _by_whole_line(paragraph)):
        return decided
    if (found := begins(line)) and (decided := _by_beginning(paragraph, *found)):
        return decided
    if paragraph.n_words <= 90:
        if ("(@" in line or "pic.twitter" in line or "Posted by" in line) and EMBED.search(line):
            return "furniture", "embedded_post"
        if has_any(line.casefold(), lexicon()["furniture"]["page_phrase"]["within"]):
            return "furniture", "page_phrase"
    rule = photo_credit(paragraph, agencies)
    return ("caption", rule) if rule else None


def _by_whole_line(paragraph: Paragraph) -> tuple[str, str] | None:
    """Decide on a short line by all of it."""
    line = paragraph.text
    if decided := _whole_lines().get(normal(line)):
        return decided
    if URL_ONLY.fullmatch(line):
        return "furniture", "address_only"
    if COUNTER.fullmatch(line):
        return "furniture", "counter"
    if BRACKETED.fullmatch(line) and not paragraph.stops:
        return "furniture", "related_link"
    return None


def _by_beginning(paragraph: Paragraph, group: str, name: str, length: int) -> tuple[str, str] | None:
    """Decide on a paragraph by the words it begins with."""
    if group == "summary":
        return "summary", "summary_heading"
    if group == "caption":
        return ("caption", "caption_label") if paragraph.n_words <= 60 else None
    if name == "related_link":
        closed = paragraph.stops and paragraph.text[length - 1] != ":"
        return None if closed or paragraph.n_words > 25 or paragraph.number == 0 else ("furniture", name)
    if name == "related_list":
        return None if paragraph.n_words > 150 or paragraph.number == 0 else ("furniture", "related_link")
    return ("furniture", name) if paragraph.n_words <= LONGEST_PHRASE else None
