"""Datelines: the place, date and agency a report opens with."""

import re
from functools import cache, lru_cache

from samestory.cleaning.credit import Agencies
from samestory.cleaning.dates import ANY_MONTH, MONTH
from samestory.cleaning.layout import CLOSERS, STOPS
from samestory.cleaning.lexicon import lexicon, normal

LONGEST = 110
LONGEST_PLACE = 60
ASIDE = 120
WORD = r"[^\W\d_a-z][\w.’'‘`-]*"
PLACE = rf"{WORD}(?:(?: |/ ?)(?:{WORD}|de|del|la|le|al|el|of|the|and|di|da|do|sur|upon|on|an|am)){{0,4}}"
# Without the names of groups, as a dateline may have either.
MONTH_NAME, MONTH_ABROAD = (re.sub(r"\?P<\w+>", "?:", month) for month in (MONTH, ANY_MONTH))
DAY = rf"(?:{MONTH_NAME}\s\d{{1,2}}|\d{{1,2}}\.?\s{MONTH_ABROAD})(?:,?\s\d{{4}})?"
# "Mumbai (Maharashtra) [India]", "MUMBAI (MH), March 3"
REGION = rf"\s(?:\({PLACE}\)(?=\s\[|,\s(?i:{DAY}))|\[{PLACE}\](?=,))"
DASH = r"(?:—|–|―|-{1,2}|_|:)"
# "(ANSA) - PORTVILLE, 4 MAR - ": the agency may open the line as well.
FIRST = rf"(?:\([^\W\d_a-z]{{2,8}}\)\s{DASH}\s(?=[^\W\d_a-z]{{2}}))?"
DATELINE = re.compile(
    rf"(?P<line>{FIRST}(?P<place>{PLACE}(?:{REGION}|,\s{PLACE}){{0,2}})?(?:,?\s{{0,2}}(?i:{DAY}))?[,.]?)\s{{0,2}}"
    rf"(?:(?:[-–—]\s)?(?P<source>\([^()]{{2,40}}\)|/[^/]{{2,40}}/)\s*\.?(?P<dash>{DASH})?|(?P<bare>{DASH}))(?P<after>\s*)"
)
# Place, day and agency on a line of their own: "PORTVILLE, March 3 (AP)", "Portville - AFP", "3 March, Portville (AP)".
ON_ITS_LINE = re.compile(
    rf"(?:(?P<before>(?i:{DAY}))(?:,|\s{DASH})?\s)?(?P<place>{PLACE}(?:,\s{PLACE}){{0,2}}?)(?:,?\s(?P<day>(?i:{DAY})))?"
    rf"(?:,?\s[(\[](?P<source>[^()\[\]]{{2,40}})[)\]]|(?:,|\s{DASH})\s(?P<bare>.{{2,40}}))\W*"
)
# "PORTVILLE, Tarn, March 3, 2021", "PORTVILLE, Tarn": a place in capitals and its country or the day, no agency.
WITHOUT_AGENCY = re.compile(rf"(?P<place>{PLACE})(?:,\s{PLACE}|(?:,\s{PLACE})?,?\s(?i:{DAY}))\W*")
# "Old Harbour, March 3": the day without its year, as on no other line above a report.
PLACE_AND_DAY = re.compile(
    rf"(?![A-Z][a-z]+day,){WORD}(?: {WORD}){{0,2}}, (?i:{MONTH_NAME}\s\d{{1,2}}|\d{{1,2}}\s{MONTH_NAME})\W*"
)
# "PORTVILLE, ONT.", "PORTVILLE, N.Y.": all in capitals, and the region cut short; a person's title is as well.
REGION_CUT_SHORT = re.compile(
    rf"{PLACE}, (?!(?:JR|SR|ESQ|INC|LTD|CORP|CO|MD|DR|PHD|PROF|EDS?)\.)"
    r"(?:[A-Z]{2,5}\.|[NSW]\. ?[A-Z]\.|[BD]\.C\.|P\.E\.I\.)"
)
# "Old Harbour: Two trains met": a place set as other names are. "Harbour News/ Two trains met": an outlet.
PLACE_AND_COLON = re.compile(rf"(?P<place>{WORD}(?: {WORD}){{0,2}})(?P<mark>:|/)\s+(?=[“\"‘']?[A-Z\d])")
SHORT_NAME = re.compile(r"[A-Z]{2,10}")
# "( SLOW.PA )" behind a company is where its shares are traded.
TICKER = re.compile(r"\w{1,8}\.[A-Z]{1,3}")
# What agencies print above a story that they send again: "(Corrects number in third paragraph)".
AGENCY_NOTE = re.compile(
    r"\(?(?:ATTN:|Adds|Clarifies|Corrects|Recasts|Refiles|Removes|Repeats|Rewrites|Updates|Writes)\s"
)
FIRM_DASHES = ("—", "–", "―", "--")


@lru_cache(maxsize=256)
def find_dateline(line: str, agencies: Agencies) -> tuple[int, int] | None:
    """Find the dateline a paragraph opens with; asked of the first paragraphs several times.

    Returns:
        The end of the dateline and the position where the report itself begins; None where it has no dateline.
    """
    match = DATELINE.match(line[:LONGEST])
    if match is None or not _holds(match, line, agencies):
        return None
    end = match.end("source") if match["source"] else len(match["line"].rstrip(" ,"))
    return end, match.end()


def opens_with_place(line: str, text: str) -> int | None:
    """Find where the report begins behind a place and a colon or a stroke, as in India or Iraq; None where it has none.

    A name before a colon may be anybody's. That of a place stands elsewhere in the text behind "in", "at" or "near".
    """
    match = PLACE_AND_COLON.match(line[:LONGEST_PLACE])
    if match is None or not _is_sentence(line):
        return None
    if match["mark"] == "/":
        return match.end()
    named = re.search(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear) {re.escape(match['place'])}\b", text)
    return match.end() if named else None


def stands_alone(line: str, agencies: Agencies) -> bool:
    """Tell whether a line is a dateline and no more: a place in capitals, of one word or with a day, and an agency.

    A place in capitals with a country or a day needs none. "Ada Holm (AFP)", "The old harbour (AFP)" are captions.
    """
    bare = WITHOUT_AGENCY.fullmatch(line) if len(line) <= LONGEST else None
    if bare is not None and not line.isupper() and bare["place"].isupper() and normal(bare["place"]) not in _sections():
        return True
    if line.isupper() and REGION_CUT_SHORT.fullmatch(line):
        return True
    if len(line) <= LONGEST and PLACE_AND_DAY.fullmatch(line):
        return True
    match = ON_ITS_LINE.fullmatch(line) if len(line) <= LONGEST else None
    if match is None or not agencies.line.fullmatch(match["source"] or match["bare"]):
        return False
    place: str = match["place"]
    return bool(match["day"] or match["before"]) or place.isupper() or " " not in place


@cache
def _sections() -> frozenset[str]:
    """Give the names of sections, which a page may print in capitals beside its date."""
    return frozenset(lexicon()["section"]["names"])


def _is_capital_place(place: str | None, line: str) -> bool:
    """Tell whether a place is set in capitals and its country or a date stands beside it: any source may follow."""
    return bool(place) and line.split(",")[0].isupper() and "," in line


def _is_sentence(line: str) -> bool:
    return line.rstrip(CLOSERS)[-1:] in STOPS


def _holds(match: re.Match[str], line: str, agencies: Agencies) -> bool:
    """Tell whether what looks like a dateline is one: by its agency, or by its capitals or dash."""
    place = match["place"]
    if match["source"]:
        name = match["source"][1:-1].strip()
        if TICKER.fullmatch(name):
            return False
        if agencies.one.search(name):
            return True
        if not match["dash"]:
            opens = bool(SHORT_NAME.fullmatch(name)) and name not in lexicon()["dateline"]["not_places"]
            return opens and not place and _is_sentence(line)
        return bool(SHORT_NAME.fullmatch(name)) or _is_capital_place(place, match["line"])
    dash, following = match["bare"], line[match.end() : match.end() + 1]
    if not place or following.islower() or len(place) > LONGEST_PLACE:
        return False
    # "ADA QUILL, HOST: Two trains have met": who speaks in the transcript of a broadcast.
    if dash == ":" and place.rpartition(", ")[2] in lexicon()["dateline"]["speakers"]:
        return False
    # "HARBOUR FIRE: Two trains meet", "Captain Blames Fog — Inquiry Opens": what a place opens is a sentence.
    if following and not _is_sentence(line) and (dash == ":" or len(line) < LONGEST):
        return False
    spaced = line[match.start("bare") - 1].isspace()
    first = re.split(r"[ ,/]", place)[0]
    if first.isupper() and len(first) > 2 and place.split(",")[0].isupper():
        return (spaced or dash != "-") and first not in lexicon()["dateline"]["not_places"]
    # "The minister — a doctor — said": a pair of dashes sets off an aside.
    aside = dash in line[match.end() : match.end() + ASIDE]
    return dash in FIRM_DASHES and spaced and not aside and len(place.split()) <= 4 and bool(following)
