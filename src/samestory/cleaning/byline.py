"""Lines that name who wrote an article."""

import re
from functools import cache

from samestory.cleaning.credit import Agencies
from samestory.cleaning.lexicon import lexicon, lines_of, normal, signing_words

LONGEST = 20
NAME = r"[^\W\d_a-z][\w.’'-]*"
BYLINE = re.compile(
    r"(?:[\w.’' -]{2,30} \| (?=(?:(?i:edited|written|reported|compiled|curated) )?(?i:by)[ :]))?"
    r"(?i:(?:(?:written|reported|posted|edited|compiled|curated|words|story|interview|exclusive) )?by"
    rf"|from|(?:author|writer|reporter)s?(?=:))\s*:?\s+(?:[Tt]he\s+)?{NAME}\S*(?:\s+\S+){{0,18}}"
)
NAMES = re.compile(
    rf"{NAME}(?:\s(?:{NAME}|de|van|von|al|bin|el)){{1,3}}(?:(?:,| and| &)\s{NAME}(?:\s{NAME}){{1,3}}){{0,3}}"
)
# "Von Ada Quill und Bo Dahl", "Por Ada Quill, em Lisboa": "by" as papers in other languages print it.
NAME_ABROAD = rf"{NAME}(?:\s(?:{NAME}|d[aeio]|do|dos|del|van|von|der|den|le|la|el|al|bin)){{1,3}}"
_BY = "|".join(form for word in signing_words("by") for form in (word.capitalize(), word.upper()))
BYLINE_ABROAD = re.compile(
    rf"(?:{_BY}|(?:{'|'.join(signing_words('labels'))})\s?:)"
    rf"\s{NAME_ABROAD}(?:(?:,|\s(?:{'|'.join(signing_words('joins'))}|&))\s{NAME_ABROAD}){{0,3}}"
    rf"(?:,?\s(?:{'|'.join(signing_words('places'))})\s{NAME}(?:\s{NAME}){{0,2}}|,\s{NAME}(?:\s{NAME}){{0,2}}"
    r"|\s\([\w /.-]{2,30}\))?"
)
NAMES_AND_EMPLOYER = re.compile(rf"{NAMES.pattern}(?:, | / | \| |/)[\w .-]{{2,40}}")
# "Ada Quill and agencies", "Ada Quill with wires": who else wrote has no name.
WITH_AGENCIES = re.compile(rf"{NAMES.pattern}(?:,| and| with|, with) (?:news )?(?:agencies|wires|wire services|staff)")
# "Ada Quill reports from Portville"
REPORTS_FROM = re.compile(rf"{NAMES.pattern} reports? from {NAME}(?:(?: {NAME})|,? and {NAME}|, {NAME}){{0,4}}")
# "Ada Quill in Portville", "Ada Quill for the Post", "Ada Quill @adaquill"
NAMES_AND_PLACE = re.compile(rf"{NAMES.pattern}(?:\s(?:in|for|of)(?:\s(?:the|{NAME})){{1,3}}|\s\(?@\w+\)?)?")
# "Ada Quill (now) and Bo Dahl (earlier)"
IN_TURN = re.compile(r"\s\((?:now|earlier|until|before|from|and)\b[^()]{0,30}\)")
# What houses that write for papers call themselves, whether known or not.
WIRE = rf"(?:{NAME} ){{1,3}}(?:Wire|Newswire|Wire Service|News Agency|Press Agency|News Service)"
# "Harbour News, Portville", "Harbour Wire", "Reporting from Portville", "in Portville", "Special to the Post": who
# employs the one above, where, and as what.
EMPLOYER = re.compile(
    rf"(?:[Rr]eporting from|[Ii]n)(?: {NAME}){{1,3}}"
    rf"|(?:{NAME} ){{1,3}}(?:News|Sport|Radio|TV|Verify|Live|World)(?:(?:,| in| for)(?: {NAME}){{1,3}})?"
    rf"|{WIRE}|(?i:special) (?:to|for) (?:[Tt]he )?{NAME}(?: {NAME}){{0,3}}"
)
LONG_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")


def find_byline(line: str, agencies: Agencies) -> str | None:
    """Name the rule by which a line, of twenty words at most, is a byline; None where it is none."""
    if NAMES_AND_EMPLOYER.fullmatch(line) and agencies.byline_credit(line):
        return "names_and_agency"
    in_line, alone = _posts()
    if BYLINE.fullmatch(line) and capitals(in_line.sub("", line)) > 0.5:
        return "by_line"
    if BYLINE_ABROAD.fullmatch(line) and capitals(line) > 0.5:
        return "by_line_abroad"
    if line.endswith(")") and IN_TURN.search(line) and NAMES.fullmatch(IN_TURN.sub("", line)):
        return "names_in_turn"
    if WITH_AGENCIES.fullmatch(line):
        return "names_and_agency"
    if REPORTS_FROM.fullmatch(line):
        return "names_and_place"
    if normal(line) in lines_of("byline", "nameless"):
        return "nameless"
    return "names_and_post" if alone.fullmatch(line) else None


def opens_byline(line: str) -> bool:
    """Tell whether a line begins as a byline does, in whatever language."""
    return bool(BYLINE.match(line) or BYLINE_ABROAD.match(line))


def is_post(line: str) -> bool:
    """Tell whether a line is a post in a newsroom and nothing else: it stands under a byline."""
    return bool(_posts()[0].fullmatch(" " + line))


def is_employer(line: str) -> bool:
    """Tell whether a line is a newsroom or where one writes from, and nothing else: it stands under a byline."""
    return bool(EMPLOYER.fullmatch(line))


def names_before_post(line: str) -> bool:
    """Tell whether a line is a name and a post without a mark between them ("Ada Quill Transport editor")."""
    words = line.split(" ")
    return any(NAMES.fullmatch(" ".join(words[:n])) and is_post(" ".join(words[n:])) for n in (2, 3) if n < len(words))


def capitals(line: str) -> float:
    """Give the share of words of four letters or more that begin with a capital."""
    words = LONG_WORD.findall(line)
    return sum(word[0].isupper() for word in words) / len(words) if words else 1.0


@cache
def _posts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile a post behind a name (", transport correspondent in Portville"), and lines that are signed by one."""
    posts = "|".join(lexicon()["byline"]["posts"])
    post = rf"(?:[\w&’'-]+\s){{0,4}}?(?i:{posts})s?\b(?:,?\s(?:in|at|for|of)\s[\w .,’'-]{{2,40}})?"
    ours = rf"(?i:by|from)\s(?:our|an?|the)\s{post}"
    return (
        re.compile(rf"(?:,|\s[-–—|/•])?\s(?:{post}|who\s(?:covers|writes|reports)\b.*)"),
        re.compile(rf"{ours}|{NAMES.pattern}(?:,|\s[-–—|/•])\s{post}"),
    )
