"""News agencies: how a text credits one, and what only looks like a credit."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from samestory.cleaning.lexicon import signing_words
from samestory.lexicon import read_lexicon

AUTHORS = re.compile(r"\s*(?:[;,/|()]|\band\b|\bfor\b)\s*")
LONGEST_AUTHOR = 80
# "(With inputs from ANI)" signs what another agency or the paper wrote.
INPUTS = r"(?:(?:with\s+)?(?:inputs?|reports?|reporting|files|material|information)\s+from|additional\s+reporting\s*:)"
CONTRIBUTION = "contribution"
BEHIND_FORM = " \t\u00a0.)]"
# Who wrote and edited it, as agencies sign that write themselves in small letters: "dpa kbo abc", "dpa/kme".
INITIALS = r"(?-i:[a-zäöü]{2,3})"


@dataclass(frozen=True)
class Credit:
    """A credit found: the agency (several joined by "; ") and where it is printed."""

    agency: str
    start: int
    end: int


class Agencies:
    """The agencies known and the patterns of their credits."""

    def __init__(self, extra: Sequence[str] = ()) -> None:
        known = read_lexicon(__package__, "agencies.toml")["agency"]
        self.names = {form: agency["name"] for agency in known for form in agency["forms"]}
        given = [name for name in extra if name.strip() and name not in self.names]
        self.names |= {name: _spelled_out(name, given) for name in given}
        # What a line ends with that ends with an agency's name: looked at first, as the patterns take longer.
        self._ends = {form.rstrip(BEHIND_FORM)[-2:] for form in self.names}
        self._by_folded = {form.casefold(): name for form, name in self.names.items()}
        self.form = _any_of(self.names)
        one = rf"(?<!\w)(?:the\s+)?{self.form}(?!\w)"
        several = rf"{one}(?:\s?(?:/|,|;|&|\||•|-|–|—|\band\b|\s)\s?{one}){{0,4}}"
        self.one = re.compile(one)
        self.line = _line(several)
        self.tail = _tail(several)
        self.copyright = _copyright(one)
        self.contributed = _contributed(several)
        self.wrote = _wrote(several)
        self.byline = _byline(several)
        self.employer = _employer(form for form in self.names if " " in form)
        self.heading = _heading(several)
        self.place = _place(several)

    def name(self, form: str) -> str:
        """Give the agency's name for what is printed; several are joined by "; " in the order printed."""
        found: list[str] = []
        for match in re.finditer(self.one.pattern, form, re.IGNORECASE):
            printed = " ".join(match.group().split())
            name = self._by_folded.get(printed.casefold()) or self._by_folded.get(printed.casefold()[4:], printed)
            if name not in found:
                found.append(name)
        return "; ".join(found)

    def byline_credit(self, byline: str) -> str | None:
        """Give the agency a page's list of authors names: as an author, or as the employer of one."""
        for author in AUTHORS.split(byline):
            if len(author) >= LONGEST_AUTHOR:
                continue
            if named := self.line.fullmatch(author) or self.employer.fullmatch(author):
                return self.name(named["credit"])
        return None

    def sign_off(self, line: str) -> re.Match[str] | None:
        """Match a line that is nothing but a credit."""
        return self.line.fullmatch(line) if len(line) < 120 else None

    @staticmethod
    def signs_part(line: str) -> bool:
        """Tell whether a sign-off credits what else went into the report: "(With inputs from ANI)", "mit AFP"."""
        return _opens_with_part().match(line) is not None

    def sign_off_at_end(self, paragraph: str) -> re.Match[str] | None:
        """Match a credit behind the last stop of a paragraph: ``(Reuters)``, ``— AFP``."""
        if paragraph.rstrip(BEHIND_FORM)[-2:] not in self._ends:
            return None
        return self.tail.search(paragraph, max(0, len(paragraph) - 120))


def _any_of(forms: Iterable[str]) -> str:
    """Give a pattern of any of several names, the longest first; their words may stand on two lines."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest_first) + ")"


def _line(several: str) -> re.Pattern[str]:
    """Compile a line that credits and no more: "AFP", "(Reuters)", "Source: Xinhua", "© 2023 AFP", "ab/cd (AFP)"."""
    source = rf"(?:{INPUTS}|{'|'.join(signing_words('source') + signing_words('beside'))})\s*:?\s*"
    return re.compile(
        rf"(?:{INITIALS}(?:/{INITIALS}){{0,3}}\s(?=[\[(]))?[\[(]?\s*(?:[—–―_:=/©-]|\(c\))*\s*(?:{source}|{INITIALS}/)?(?P<credit>{several})"
        rf"(?:(?:/{INITIALS}){{1,3}}|(?-i:(?<=\b[a-z]{{3}}))(?:\s{INITIALS}){{2,5}}(?!\.)"
        # "PTI ABC DEF": agencies of India sign so.
        r"|(?-i:(?:\s[A-Z]{2,3}){1,5})"
        r"|\s+(?:staff|news|news\s+agency|agencies|reporters?|writers?|correspondents?|inputs?))?\s*[\])]?\.?"
        # "The Canadian Press, with files from the Harbour Post".
        r"(?:,?\s+with\s+(?:files|reports?|reporting|material)\s+from\s+[^.,;]{2,40})?",
        re.IGNORECASE,
    )


@cache
def _opens_with_part() -> re.Pattern[str]:
    """Compile how a sign-off opens that credits a part of the report."""
    return re.compile(rf"\W*(?:{INPUTS}|{'|'.join(signing_words('beside'))})\b", re.IGNORECASE)


def _tail(several: str) -> re.Pattern[str]:
    """Compile a credit behind the last stop: "... it said. (Reuters)", "... it said. — AFP", "... it said. AFP"."""
    return re.compile(
        rf"(?<=[.!?…”’\"')])(?:\s*[\[(]\s*(?P<bracketed>{several})\s*[\])]"
        rf"|\s*(?:—|–|-{{1,2}}|/)\s?(?P<dashed>{several})|\s+(?P<plain>{several}))\.?$"
    )


def _copyright(one: str) -> re.Pattern[str]:
    """Compile an agency's copyright line."""
    return re.compile(
        rf"(?:copyright|©|\(c\))[^.\n]{{0,40}}?{one}|{one}[^.\n]{{0,30}}(?:all rights reserved|copyright|©)",
        re.IGNORECASE,
    )


def _contributed(several: str) -> re.Pattern[str]:
    """Compile what says that an agency contributed to the report: how much of it, nobody says."""
    return re.compile(
        rf"{several}\s+(?:contributed|and other agencies contributed)\s+(?:to|reporting)"
        r"|(?:contains?|includes?|including|with|using)\s+(?:material|reporting|reports|information|files|inputs?)\s+from"
        rf"\s+{several}|(?i:information|material|reporting)\s+(?:for|in|used\s+in)\s+this\s+(?:report|story|article)"
        rf"\s+(?:came|comes|is|was)\s+(?:from|by)\s+{several}|(?i:contributing)\s*:[^.]{{0,80}}?{several}"
    )


def _wrote(several: str) -> re.Pattern[str]:
    """Compile what says that an agency wrote the report: it was sent by it, or its own people contributed."""
    people = r"(?:writers?|journalists?|reporters?|correspondents?|staff)"
    return re.compile(
        rf"{several}(?:['’]s?)?\s+{people}\b.{{0,300}}?\s+contributed\s+(?:to|reporting)"
        rf"|(?i:this|the)\s+(?:story|article|report)\s+(?:was|is)\s+[^.]{{0,60}}?(?:by|from)\s+{several}"
    )


def _byline(several: str) -> re.Pattern[str]:
    """Compile a byline that names an agency."""
    return re.compile(
        rf"[\[(]?\s?(?:by\b.*?\b|.{{0,80}}(?:[,|/•]|\bfor|\bof)\s*)?(?P<credit>{several})"
        r"(?:\s+(?:staff|news|writers?|reporters?|correspondents?))?\W*",
        re.IGNORECASE,
    )


def _employer(long_forms: Iterable[str]) -> re.Pattern[str]:
    """Compile an author with the agency that employs them, spelled out."""
    return re.compile(rf"[^\d:.]{{3,60}}\s(?:of\s)?(?P<credit>(?:the\s)?{_any_of(long_forms)})", re.IGNORECASE)


def _heading(several: str) -> re.Pattern[str]:
    """Compile an agency in a line of facts: "Reuters | Updated:", "Source: AFP |", "PORTVILLE (AFP)" by a date."""
    return re.compile(
        rf"\W*(?:(?i:{'|'.join(signing_words('source'))})\s*:\s*)?(?P<credit>{several})\s*(?:(?:[|,•·/–—-]|in\s[A-Z]).*)?"
        rf"|\W*[A-Z][\w ,.’'-]{{1,40}}\((?P<bracketed>{several})\)\W*"
    )


def _place(several: str) -> re.Pattern[str]:
    """Compile an agency beside a place, in brackets, between strokes or behind a mark."""
    return re.compile(
        rf"\((?P<credit>{several})\)|/(?P<slashed>{several})/|\[(?P<squared>{several})\]"
        rf"|(?<=[/,–—-] )(?P<bare>{several})"
    )


def _spelled_out(name: str, given: Sequence[str]) -> str:
    """Give the one full name among those given whose initials a name is; else the name itself."""
    full = [other for other in given if other != name and _initials(other) == name.replace(".", "")]
    return full[0] if len(full) == 1 else name


def _initials(name: str) -> str:
    """Give the initials of the capitalised words of a name of several words."""
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isupper()]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


@lru_cache(maxsize=16)
def known_agencies(extra: tuple[str, ...] = ()) -> Agencies:
    """Give the agencies of agencies.toml and those a corpus adds, compiled once."""
    return Agencies(extra)


def find_credit(text: str, segments: Sequence[tuple[int, int, str, str]], agencies: Agencies) -> Credit | None:
    """Find the agency a text credits.

    Only segments that can sign a text are read (credit, dateline, byline): a caption's photo credit and a mention
    in the running text are no credit.

    Args:
        text: the text.
        segments: start, end, kind and rule of each segment.
        agencies: the agencies known.

    Returns:
        The first of: the sign-off, the dateline's, the byline's, that of a line of facts, the copyright line's, the
        note of contribution.
    """
    signing = [(start, end, way) for start, end, kind, rule in segments if (way := _signs(kind, rule))]
    for wanted in ("sign_off", "dateline", "byline", "heading", "copyright_line", CONTRIBUTION):
        for start, end, way in signing:
            if way == wanted and (credit := _in_segment(text, start, end, wanted, agencies)):
                return credit
    return None


def _signs(kind: str, rule: str) -> str | None:
    """Say in which way a segment can sign a text."""
    if rule == CONTRIBUTION:
        return rule
    if kind in {"dateline", "byline"}:
        return kind
    if kind == "section":
        return "heading"
    return rule.removesuffix("_at_end") if kind == "credit" else None


def _in_segment(text: str, start: int, end: int, wanted: str, agencies: Agencies) -> Credit | None:
    """Find the agency's name in a segment that signs the text."""
    line = text[start:end]
    pattern = {
        "sign_off": agencies.line,
        "dateline": agencies.place,
        "byline": agencies.byline,
        "heading": agencies.heading,
        "copyright_line": agencies.copyright,
        CONTRIBUTION: agencies.contributed,
    }[wanted]
    match = pattern.fullmatch(line) if wanted in {"sign_off", "byline", "heading"} else pattern.search(line)
    if match is None and wanted == CONTRIBUTION:
        match = agencies.line.fullmatch(line)
    elif match is None and wanted == "sign_off":
        match = agencies.wrote.search(line)
    if match is None:
        return None
    group = next((name for name, value in match.groupdict().items() if value), 0)
    first, last = match.span(group)
    return Credit(agencies.name(line[first:last]), start + first, start + last)
