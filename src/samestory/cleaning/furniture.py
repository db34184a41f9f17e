"""Paragraphs that tell what they are by their own words: page furniture, headings, captions."""

import re
from functools import cache

from samestory.cleaning.caption import find_caption
from samestory.cleaning.corrections import CORRECTION, is_correction
from samestory.cleaning.credit import Agencies
from samestory.cleaning.layout import Paragraph
from samestory.cleaning.lexicon import lexicon, lines_of, normal
from samestory.cleaning.signs import PAGE_PHRASE

LONGEST_PHRASE = 90
EMBED = re.compile(
    r"pic\.twitter\.com/|\(@\w{1,30}\) \w+ \d|^[—–-] ?\w[^.]{0,60}\(@\w+\)"
    r"|(?:^|[.…!?] )Posted by .{1,120} on \w+day, \d"
)
FIRST_WORD = re.compile(r"[\w'’-]+")
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
BULLET = re.compile(r"[•·▪●■*►▶>»(\[-]\s*")
URL_ONLY = re.compile(r"(?:https?://|www\.)\S+")
PHRASE = ("furniture", "page_phrase")
# "1 of 5", "3 min read", "Updated 2 hours ago", "12 comments", "4:05"
COUNTER = re.compile(
    r"(?:\d{1,4} ?(?:of|/) ?\d{1,4}|\d{1,3} min(?:ute)?s?(?: read| ago)?|(?:(?:last )?updated:? |published:? )?\d{1,3} "
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?) ago"
    r"|[\d,.]{1,7}k? (?:comments?|shares?|views?|likes?|replies|view comments|viewing now)"
    r"|comments?:? ?\(?\d{1,5}\)?|\+ ?\d{1,3}"
    r"|you have \d{1,3} (?:free )?articles? (?:left|remaining)[^.]{0,30}\.?"
    r"|[•·]? ?\d{1,3} ?[smhdw] ?[•·]|\d{1,3}[ -]min(?:ute)? (?:listen|watch)|list (?:\d{1,2} )?of \d{1,2}(?: items)?"
    r"|(?:last )?updated (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?"
    r"|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?)",
    re.IGNORECASE,
)
# What stands under an article of the one who wrote it.
AUTHOR_NOTE = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,4}(?:is|was|covers|writes|reports) (?:[^.]{0,60}\b)?"
    r"(?:reporter|correspondent|journalist|editor|columnist|freelance[rd]?|writer|producer|contributor|bureau chief)\b"
    r"[^.]{0,80}\b(?:for|at|of|with|based|covering|who|on)\b[^.]{0,120}\."
    r"|(?:[A-Z][\w.’'-]+ ){1,4}can be (?:reached|contacted|followed|found) (?:at|on|via|by)\b.{0,120}"
    r"|(?:Follow|Contact|Reach|Email|E-mail)(?: [A-Z][\w.’'-]+| him| her| them| the author| the reporter){1,4}"
    r" (?:on|at|via)\b.{0,80}"
)
# "Follow the Post on Facebook, X and YouTube."
NETWORKS = re.compile(
    r"(?:Follow|Like|Find|Join|Subscribe to) [^.]{1,60}? on (?:[A-Z]\w+(?:, | and | or )){0,5}"
    r"(?:Facebook|Twitter|X|Instagram|YouTube|TikTok|WhatsApp|Telegram|Snapchat|Threads|Bluesky|LinkedIn)\b[^.]{0,60}\.?"
)
# "Join Post's WhatsApp Channel and get the latest news."
CHANNEL = re.compile(r"Join (?:[\w.’'&-]+ ){1,5}(?:WhatsApp|Telegram) (?:[Cc]hannel|[Gg]roup)\b.{0,80}")
# "Download the Harbour Post app for alerts."
APP = re.compile(r"(?:Download|Get|Install|Open) (?:the|our) (?:free )?(?:[A-Z][\w.’'-]* ){0,4}app\b[^.]{0,60}\.?")
# "Share | Save", "29 shares    114 comments": buttons and counters side by side.
BESIDE = re.compile(r"\s*\|\s*|\s{2,}|\t")
BRACKETED = re.compile(r"\[[^\[\]]{3,200}\]")
# "← Previous: Ferry runs late", "All stories →"
ARROWS_BACK, ARROWS_ON = frozenset("←⟵"), frozenset("→⟶")
# "Also read: ", "Also read | "
MARKED_OFF = re.compile(r"[:|]")
PAGE_OPENS = frozenset("FLJSDGIO")
# Headings that stand for what is under them.
HEADINGS = {
    ("summary", "heading"): ("summary", "summary_heading"),
    ("tail", "comments"): ("furniture", "comment_form"),
    ("tail", "related"): ("furniture", "related_heading"),
}


@cache
def _whole_lines() -> dict[str, tuple[str, str]]:
    """Give the label of each line that is known as a whole."""
    labels = {
        line: ("furniture", name) for name in reversed(lexicon()["furniture"]) for line in lines_of("furniture", name)
    }
    headings = {line: label for entry, label in HEADINGS.items() for line in lines_of(*entry)}
    return headings | labels


@cache
def _starts() -> dict[str, dict[str, tuple[str, str]]]:
    """Give the beginnings of all entries by their first word, with group and name of each."""
    by_word: dict[str, dict[str, tuple[str, str]]] = {}
    for group in ("furniture", "summary", "caption"):
        for name, entry in lexicon()[group].items():
            for start in entry.get("start", ()):
                folded = start.replace("’", "'").casefold()
                word = FIRST_WORD.match(folded)
                by_word.setdefault(word.group() if word else "", {}).setdefault(folded, (group, name))
    return by_word


@cache
def _starts_of(word: str) -> tuple[str, ...]:
    """Give the beginnings whose first word is the one given; compared all at once, which takes less time."""
    return tuple(_starts().get(word, ()))


def begins(line: str) -> tuple[str, str, int] | None:
    """Find the entry of furniture.toml a line begins with: its group, name and the length of the beginning."""
    bullet = None if line[0].isalnum() else BULLET.match(line)
    shift = bullet.end() if bullet else 0
    word = FIRST_WORD.match(line, shift, shift + 80)
    first = word.group().replace("’", "'").casefold() if word else ""
    entries = _starts().get(first)
    if entries is None:
        return None
    head = line[shift : shift + 80].replace("’", "'").casefold()
    if not head.startswith(_starts_of(first)):
        return None
    for start, (group, name) in entries.items():
        if head.startswith(start) and (
            not head[len(start) : len(start) + 1].isalnum()
            # "Media captionThe trains", "Photo:Bo Dahl"
            or (group == "caption" and (not start[-1].isalnum() or line[shift + len(start)].isupper()))
        ):
            return group, name, shift + len(start)
    return None


def own_words(paragraph: Paragraph, agencies: Agencies) -> tuple[str, str] | None:
    """Give (kind, rule) of a paragraph that needs no neighbour to be known; else None."""
    line = paragraph.text
    if not (line[0].isalnum() or LETTER_OR_DIGIT.search(line)):
        return "furniture", "no_letters"
    if paragraph.n_words <= 20 and (decided := _by_whole_line(paragraph)):
        return decided
    if (found := begins(line)) and (decided := _by_beginning(paragraph, *found)):
        return decided
    if paragraph.signs and is_correction(paragraph):
        return CORRECTION
    if paragraph.signs and paragraph.n_words <= LONGEST_PHRASE:
        if "embedded post" in paragraph.signs and EMBED.search(line):
            return "furniture", "embedded_post"
        if PAGE_PHRASE in paragraph.signs:
            return "furniture", "page_phrase"
    rule = find_caption(paragraph, agencies)
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
    bare = line.lstrip("• ")
    if bare[:1] in PAGE_OPENS and any(pattern.fullmatch(bare) for pattern in (NETWORKS, CHANNEL, APP)):
        return "furniture", "page_phrase"
    if BRACKETED.fullmatch(line) and (found := begins(line)) and found[0] == "caption":
        return "caption", "caption_label"
    if (BRACKETED.fullmatch(line) and not paragraph.stops) or _has_arrow(line):
        return "furniture", "related_link"
    if ("|" in line or "  " in line or "\t" in line) and all(map(_is_button, BESIDE.split(line))):
        return PHRASE
    return None


def _is_button(part: str) -> bool:
    """Tell whether a piece of a line is a phrase of the page or a counter by itself."""
    return _whole_lines().get(normal(part)) == PHRASE or COUNTER.fullmatch(part) is not None


def _has_arrow(line: str) -> bool:
    return line[0] in ARROWS_BACK or line[-1] in ARROWS_ON


def _by_beginning(paragraph: Paragraph, group: str, name: str, length: int) -> tuple[str, str] | None:
    """Decide on a paragraph by the words it begins with."""
    if group == "summary":
        return "summary", "summary_heading"
    if group == "caption":
        return ("caption", "caption_label") if paragraph.n_words <= 60 else None
    if name == "related_link":
        if paragraph.text[length - 1 : length + 1] == ": " and paragraph.text[length + 1 : length + 2].islower():
            # Headlines of other stories begin with a capital; a heading of the report goes on in lower case.
            return None
        closed = paragraph.stops and not MARKED_OFF.search(paragraph.text, length - 1, length + 2)
        return None if closed or paragraph.n_words > 25 or paragraph.number == 0 else ("furniture", name)
    if name == "related_list":
        return None if paragraph.n_words > 150 or paragraph.number == 0 else ("furniture", "related_link")
    return ("furniture", name) if paragraph.n_words <= LONGEST_PHRASE else None
