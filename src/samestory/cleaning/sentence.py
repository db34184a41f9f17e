"""Sentences by rule: which stops end one."""

import re

from samestory.cleaning.layout import trimmed
from samestory.lexicon import read_lexicon

_WORDS = read_lexicon(__package__, "sentence.toml")
BEFORE_NAME = frozenset(word.capitalize() for word in _WORDS["before_name"])
BEFORE_NUMBER = frozenset(_WORDS["before_number"])
NEVER = frozenset(_WORDS["never"])
MOSTLY_INSIDE = frozenset(word.capitalize() for word in _WORDS["mostly_inside"])
MOSTLY_INSIDE_SMALL = frozenset(_WORDS["mostly_inside_small"])
OPENERS = frozenset(_WORDS["openers"])
HALVES = frozenset(["a.m", "p.m", "am", "pm"])
AFTER_CLOCK = frozenset(_WORDS["after_clock"])
QUOTES = frozenset("\"”’'»›」』")
# Who speaks, behind a quotation: "Holmes", "Sen. J. R. Holmes, 45,", "Holmes's lawyer", "Ada van Hill later".
_NAME = r"[^\W\d_a-z][\w’'-]*\.?"
SPEAKER = (
    rf"{_NAME}(?: (?:{_NAME}|and|de|la|van|von|der|den|al|bin)){{0,4}}(?:(?<=['’]s)(?: [a-z-]+){{1,2}})?"
    r"(?:, \d{1,3},)?(?: (?:later|then|also|reportedly|\w+ly))?"
)
_HEARER = r"(?:(?!(?:to|that|if|why|how|he|she|it|they|we|I)\b)[\w’'-]+)"
# A tag says who spoke, at most to whom, where or how; with more behind the verb it is a sentence of its own.
TAG = re.compile(
    rf"{SPEAKER} (?:(?P<verb>{'|'.join(_WORDS['speech'])})"
    rf"|(?:{'|'.join(_WORDS['speech_to'])}) (?:{_HEARER} ){{0,3}}{_HEARER})"
    rf"(?=[.,;:!?…—–]|$|(?(verb) (?:{'|'.join(_WORDS['after_speech'])}|\w+ly)\b|(?!)))"
)
LONGEST_TAG = 120

WIDE_STOPS = "。！？"
# Stops with the closing marks behind them, then a space, the end, or a sentence that begins without a space; and the
# first word of what follows, opening marks aside.
# One set of characters opens the pattern, which the search for a match skips by; most stops stand alone. Right behind
# a stop that ends a sentence no small letter, digit, comma or semicolon stands.
STOP = re.compile(
    r"(?P<stop>[.!?…。！？](?!(?<=[.!?…])[a-z0-9,;])(?:(?!\s?[.!?…。！？])|(?<=[.!?…])[.!?…]*(?:\s?\.){0,3}|(?<=[。！？])[。！？]*))"
    r"(?P<close>[\"”’')\]»›」』）]*)(?P<space>\s*)(?=[\"“‘'(\[«‹„`–—-]*\s?(?P<word>\w[\w’'-]*)?)"
)
LETTER = re.compile(r"[^\W_]")
DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
APOSTROPHE = re.compile("['’]")
# "4 a.m. Portville time", "4 p.m. Pacific Standard Time"
TIME_OF_PLACE = re.compile(r" [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)? [Tt]ime(?![\w-])")
LONGEST_ABBREVIATION = 24
LISTED = frozenset(
    word.casefold() for word in BEFORE_NAME | BEFORE_NUMBER | NEVER | MOSTLY_INSIDE | MOSTLY_INSIDE_SMALL
)
# What is abbreviated without standing in a list is no longer, or has points inside.
LONGEST_UNLISTED = 2
ENDING = 4
LISTED_ENDINGS = frozenset(word[-ENDING:] for word in LISTED)


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split text[start:end] into sentences.

    A stop inside a number, an abbreviation, initials or before a small letter ends none; a sentence may begin
    without a space where a word in small letters stands before the stop and a capitalised word behind it.

    Returns:
        The spans of the sentences in order, without the spaces around them; they cover all that is no space.
    """
    spans: list[tuple[int, int]] = []
    first, last = trimmed(text, start, end)
    for match in STOP.finditer(text, first, last):
        cut = match.end("close")
        # Marks alone are no sentence: they go with what follows, at the end with what stands before.
        if cut < last and _ends_sentence(text, match, first) and _shows_word(text, first, cut):
            spans.append((first, cut))
            first = match.end()
    if spans and not _shows_word(text, first, last):
        first = spans.pop()[0]
    if first < last:
        spans.append((first, last))
    return spans


def _shows_word(text: str, start: int, end: int) -> bool:
    return text[start].isalnum() or LETTER.search(text, start, end) is not None


def _ends_sentence(text: str, match: re.Match[str], first: int) -> bool:
    """Tell whether a stop ends the sentence that began at ``first``."""
    stop, close, space, word = match.groups()
    if stop[0] in WIDE_STOPS:
        return True
    if word and close and close[-1] in QUOTES and ("?" in stop or "!" in stop) and _tags(text, match, word):
        return False
    if not space:
        return _ends_without_space(text, match, word)
    if word is not None and word[0].islower():
        return False
    if len(stop) > 1 or stop == "…":
        return not _trails_off(stop, close, word)
    if stop != "." or close:
        return True
    return not _abbreviates(text, first, match.start(), word)


def _tags(text: str, match: re.Match[str], word: str) -> bool:
    """Tell whether what follows a quotation says who spoke: a name, a verb of speech and no more."""
    end = min(match.endpos, match.end() + LONGEST_TAG)
    return word[0].isupper() and word.casefold() not in OPENERS and bool(TAG.match(text, match.end(), end))


def _trails_off(stop: str, close: str, word: str | None) -> bool:
    """Tell whether dots mark a pause: the speaker's ``I`` or nothing sure follows."""
    return (
        "!" not in stop
        and "?" not in stop
        and not close
        and (word is None or word == "I" or word.startswith(("I'", "I’")))
    )


def _ends_without_space(text: str, match: re.Match[str], word: str | None) -> bool:
    """Tell whether the next sentence begins without a space behind the stop."""
    at, begin = match.end(), match.start()
    if text[at] in "“‘" and text[at + 1 : at + 2].isalnum():
        return not match["close"]
    if word is None or not text[at].isupper():
        return False
    if match["close"]:
        return match["close"][-1] in "”’\"')"
    before = _word_before(text, max(0, begin - LONGEST_ABBREVIATION), begin)
    return (
        len(before) >= 2
        and before.isalpha()
        and before.islower()
        and word[1:].islower()
        and len(word) > 1
        and (text[at + len(word) : at + len(word) + 1] in {" ", ",", "", "\n"})
    )


def _abbreviates(text: str, first: int, point: int, word: str | None) -> bool:
    """Tell whether the point belongs to the word before it."""
    ending = text[max(0, point - ENDING) : point]
    if len(ending) == ENDING and ending.isalpha() and ending.casefold() not in LISTED_ENDINGS:
        return False
    printed = _word_before(text, max(first, point - LONGEST_ABBREVIATION), point)
    folded = printed.casefold()
    if len(printed) > LONGEST_UNLISTED and folded not in LISTED and "." not in printed:
        return False
    opens = word is not None and word.casefold() in OPENERS
    if printed in BEFORE_NAME or folded in NEVER:
        return printed != "St" or not opens
    if folded in BEFORE_NUMBER and word is not None and word[0].isdigit():
        return True
    if folded in HALVES or (printed == "m" and text[point - 4 : point - 1] in {"a. ", "p. "}):
        clock = word is not None and (APOSTROPHE.split(word.casefold())[0] in AFTER_CLOCK or not word[0].isupper())
        return clock or TIME_OF_PLACE.match(text, point + 1) is not None
    if len(printed) == 1 and printed.isalpha():
        return printed.isupper() and not opens
    if printed in MOSTLY_INSIDE or folded in MOSTLY_INSIDE_SMALL or DOTTED.fullmatch(printed):
        return not opens
    # "1. The first point" is one sentence.
    return printed.isdigit() and len(printed) < 3 and not text[first:point].removesuffix(printed).strip()


def _word_before(text: str, begin: int, point: int) -> str:
    """Give what stands between the last space and a point, without opening marks."""
    words = text[begin:point].rsplit(None, 1)
    return words[-1].lstrip("\"'“‘([«—–-") if words else ""
