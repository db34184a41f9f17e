"""Publication dates as pages print them."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samestory.lexicon import read_lexicon
from samestory.months import month_numbers

# Offsets that the letters alone decide; "IST" or "ET" name several and give a time without zone.
ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "sgt": 480, "hkt": 480, "jst": 540, "aest": 600, "aedt": 660,
}  # fmt: skip
LANGUAGES = read_lexicon(__package__, "dates.toml").values()


def _any_of(words: Iterable[str]) -> str:
    """Give a pattern of any of several words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _printed(entry: str) -> str:
    """Give a pattern of what every language has under an entry."""
    return _any_of({words for language in LANGUAGES for words in language.get(entry, "").split("|") if words})


# What stands around a printed date: "Published:", "Last updated on", "3 hours ago".
DATE_WORDS = re.compile(
    rf"\b(?:{_printed('around')})\b|(?:\b\d+ (?:min(?:ute)?|hour|day|week|month|year)s? )+(?:ago|read)\b", re.IGNORECASE
)
# English dates are also written month first; in every language the day may stand first.
MONTHS = month_numbers()["english"]
MONTHS_ABROAD = {name: number for names in month_numbers().values() for name, number in names.items()}
MONTH = rf"(?P<month>{_any_of(MONTHS)})\b\.?"
ANY_MONTH = rf"(?:{MONTH}|(?P<abroad>{_any_of(MONTHS_ABROAD)})\b\.?)"
# What stands before the day; looked for where one is found.
WEEKDAY = re.compile(
    r"(?<!\w)(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    rf"|{_any_of({day for language in LANGUAGES for day in language.get('weekdays', '').split()})})\.?,?\s+$",
    re.IGNORECASE,
)
LONGEST_WEEKDAY = 20
TIME = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d{1,6})?)?)?"
    r"(?:\s?(?P<half>[ap]\.?m\b\.?))?"
    r"(?:\s?\(?(?P<zone>(?:gmt|utc)\s?[+-]\d\d?(?::?\d\d)?(?!\d)|[+-](?:0\d|1[0-4]):?[0-5]\d(?!\d)"
    rf"|(?:{'|'.join(ZONES)}|(?-i:[A-Z]{{2,4}}))\b)\)?)?"
)
FORMS = (
    rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|[.ºª°])?(?:[\s-]+|\s+de\s+){ANY_MONTH}"
    r"(?:[\s,-]+|\s+del?\s+)(?P<year>(?:19|20)\d\d)(?!\d)",
    rf"{MONTH}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>[01]\d)[-/.](?P<day>[0-3]\d)(?!\d)",
    r"(?<![\d.])(?P<day>[0-3]?\d)(?P<separator>[/.-])(?P<month>[0-3]?\d)(?P=separator)(?P<year>(?:19|20)\d\d)(?!\.?\d)",
    r"(?P<year>(?:19|20)\d\d)年(?P<month>[01]?\d)月(?P<day>[0-3]?\d)日",
)
DATES = [re.compile(rf"(?<!\w){form}" if i < 2 else form, re.IGNORECASE) for i, form in enumerate(FORMS)]
# "+0100", "GMT+1", "UTC -05:30"
OFFSET = re.compile(r"([+-])(\d\d?)(?::?(\d\d))?$")
YEAR = re.compile(r"(?:19|20)\d\d")
# A date in figures, whichever of them is the day, and its time.
FIGURES = re.compile(rf"(?<![\d-])\d{{1,2}}([/-])\d{{1,2}}\1(?:19|20)\d\d(?:[\s,|–—-]+{TIME})?", re.IGNORECASE)
TIME_AFTER = re.compile(
    rf"(?:T|\s*[-–—,|·•/]\s*|,?\s+(?:{_printed('before_time')})\s+|\s+){TIME}(?![\w/])",
    re.IGNORECASE,
)
TIME_BEFORE = re.compile(rf"(?<![\w:.]){TIME}(?:\s*[-–—,|·•]\s*|\s+on\s+|\s+)$", re.IGNORECASE)


# A day and a month, and perhaps the time, where the year is not printed: "10th March, 6:40pm", "March 10".
WITHOUT_YEAR = [
    re.compile(rf"(?<!\w){day}(?!\w)(?:[\s,|–—-]+(?:at\s+)?{TIME}(?![\w/]))?", re.IGNORECASE)
    for day in (rf"[0-3]?\d(?:st|nd|rd|th)?\s+{ANY_MONTH}", rf"{MONTH}\s+[0-3]?\d(?:st|nd|rd|th)?")
]
# Beside a word about dates the hour alone is one.
HOUR = re.compile(r"(?<![\w.:])\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?(?![\w:])", re.IGNORECASE)


@dataclass(frozen=True)
class PrintedDate:
    """A date as printed: its span and its value in ISO 8601 (with time and zone where printed)."""

    start: int
    end: int
    value: str


def find_dates(line: str) -> Iterator[PrintedDate]:
    """Yield the dates of a line that name day, month and year, in the order they stand.

    A date in figures is read day first; without points month first where only that is a day, and it is left out where
    it could be read either way.
    """
    if not YEAR.search(line):
        return
    found = sorted((m.start(), -m.end(), m) for pattern in DATES for m in pattern.finditer(line))
    last = 0
    for start, _, match in found:
        if start < last or (day := _day(match)) is None:
            continue
        end, value = match.end(), day.isoformat()
        if weekday := WEEKDAY.search(line, max(last, start - LONGEST_WEEKDAY), start):
            start = weekday.start()
        after = TIME_AFTER.match(line, end)
        before = None if after else TIME_BEFORE.search(line, max(last, start - 40), start)
        for time in (after, before):
            if time and (clock := _clock(time)):
                start, end = min(start, time.start()), max(end, time.end())
                value += "T" + clock
        yield PrintedDate(start, end, value)
        last = end


def is_date_in_figures(line: str) -> bool:
    """Tell whether a line is dates in figures and no more, though nothing tells which of them is the day."""
    return bool(FIGURES.search(line)) and not any(map(str.isalnum, FIGURES.sub("", line)))


def is_date_without_year(line: str) -> bool:
    """Tell whether a line is days with their months, or hours ("Posted 6.30 am"), words about dates and no more."""
    rest = line
    for form in WITHOUT_YEAR:
        rest = form.sub("", rest)
    if HOUR.search(rest) and DATE_WORDS.search(line):
        rest = HOUR.sub("", rest)
    return rest != line and not any(map(str.isalnum, DATE_WORDS.sub("", rest)))


def _day(match: re.Match[str]) -> datetime.date | None:
    """Give the day of a match; None where it does not exist or may be two days."""
    day, number = int(match["day"]), _month(match)
    if number is None:
        return None
    if match.groupdict().get("separator") in {"/", "-"}:
        if day <= 12 and number <= 12 and day != number:
            return None
        if day <= 12 < number:
            day, number = number, day
    try:
        return datetime.date(int(match["year"]), number, day)
    except ValueError:
        return None


def _month(match: re.Match[str]) -> int | None:
    """Give the number of the month of a match, whatever the language; None for letters that only look like a name's."""
    if month := match["month"]:
        return int(month) if month.isdigit() else MONTHS.get(month.lower())
    return MONTHS_ABROAD.get(match["abroad"].lower())


def _clock(match: re.Match[str]) -> str | None:
    """Give the time of a match as ``hh:mm`` with its offset; None for a bare number."""
    if match["minute"] is None and match["half"] is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "")[:1].lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = (match["zone"] or "").lower()
    if offset_printed := OFFSET.search(zone):
        offset = f"{offset_printed[1]}{int(offset_printed[2]):02}:{offset_printed[3] or '00'}"
    elif zone in ZONES:
        sign, minutes = "-" if ZONES[zone] < 0 else "+", abs(ZONES[zone])
        offset = f"{sign}{minutes // 60:02}:{minutes % 60:02}"
    else:
        offset = ""
    return f"{hour:02}:{match['minute'] or '00'}{offset}"
