"""Which charset a text is written in: the one in which it reads as a language does, told by letters and small words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from unicodedata import category

from samestory.lexicon import read_lexicon

WORD = re.compile(r"[^\W\d_]+")
ASCII_WORD = re.compile(rb"(?<![\w\x80-\xff])[A-Za-z]+(?![\w\x80-\xff])")
HIGH = re.compile(r"[^\x00-\x7f]")
QUOTES = frozenset("“”„‘’‚«»")
DASHES = frozenset("–—…")
BEFORE_WORDS = frozenset("¿¡")
MONEY = frozenset("€£")
FRACTIONS = frozenset("¼½¾")
# What no text prints: what stands for a byte that fits none, and the sign of no currency.
NOWHERE = frozenset("\ufffd¤")
STOPS = frozenset(",.;:!?")
INVISIBLE = frozenset("\xa0\xad")
# Set on texts written for it, in points that a usual letter of a language counts one of: what a mark in its place
# tells, and what speaks against a reading.
IN_PLACE = 0.5
SMALL_WORD = 2.0
FOREIGN = -1.0
TOUCHES = -1.5
INSIDE_A_WORD = -2.0
NO_SIGN = -3.0
OTHER_SCRIPT = -3.0
LAST_LATIN = "\u036f"
# What a charset costs that hardly any text is written in.
RARE = 1.5
# A reading that the declared one, or the usual one, comes so near to gives way to it.
NEAR = 1.5
# Points for each character beyond ASCII below which the text is in none of the languages known.
PLAUSIBLE = 0.4


@dataclass(frozen=True)
class Languages:
    """What charsets.toml tells.

    Attributes:
        charsets: to choose from, the usual ones first.
        rare: those of them that hardly any text is written in.
        letters: of each language, the points that each letter beyond ASCII counts.
        words: of each small word, the languages that have it.
    """

    charsets: list[str]
    rare: frozenset[str]
    letters: Mapping[str, Mapping[str, float]]
    words: Mapping[str, list[str]]

    def tells(self, word: str) -> float:
        """Give the points of a small word: the fewer languages share it, the more."""
        return SMALL_WORD * (1 - log(len(self.words[word])) / log(len(self.letters)))


@cache
def languages() -> Languages:
    """Read charsets.toml."""
    table = read_lexicon(__package__, "charsets.toml")
    letters: dict[str, dict[str, float]] = {}
    words: dict[str, list[str]] = defaultdict(list)
    for name, language in table["language"].items():
        own = language["letters"]
        letters[name] = dict.fromkeys(language.get("foreign", ""), 0.0)
        # From 1.5 for the most usual letter to 0.5 for the rarest.
        letters[name] |= {letter: 1.5 - rank / len(own) for rank, letter in enumerate(own)}
        letters[name] |= {other: letters[name][letter] for other, letter in language.get("alike", {}).items()}
        for word in sorted(set(language["words"].split())):
            words[word].append(name)
    return Languages(table["charsets"] + table["rare"], frozenset(table["rare"]), letters, words)


def judge(sample: bytes, declared: str | None) -> str | None:
    """Say which charset a text is written in.

    Args:
        sample: of the text, without tags: the lines that have characters beyond ASCII.
        declared: the charset it is said to be in.

    Returns:
        The charset in which it reads best, or the one declared where it reads about as well; nothing where it reads
        as no language known.
    """
    known = languages()
    common = _small_words(word.decode("ascii") for word in ASCII_WORD.findall(sample))
    likely = []
    for place, charset in enumerate(dict.fromkeys([*known.charsets, *([declared] if declared else [])])):
        text = sample.decode(charset, "replace")
        favour = NEAR if charset == declared else -RARE if charset in known.rare else 0.0
        letters = Counter(HIGH.findall(text.lower()))
        points = favour + _spelling(text, letters, common)
        most = points + IN_PLACE * sum(times for sign, times in letters.items() if not _is_letter(sign))
        likely.append((most, -place, points, charset, text))
    # A reading that could not come up to the best one, or to any language, need not be read sign by sign.
    best: tuple[float, int, str] | None = None
    for most, place, points, charset, text in sorted(likely, reverse=True):
        least = PLAUSIBLE * len(HIGH.findall(text))
        if most >= least and (best is None or most >= best[0]):
            points += _signs(text)
            if points >= least and (best is None or (points, place) > best[:2]):
                best = (points, place, charset)
    return best[2] if best else None


def _small_words(words: Iterator[str]) -> dict[str, float]:
    """Give the points that the small words of each language count in a text."""
    known = languages()
    found: dict[str, float] = defaultdict(float)
    for word in words:
        folded = word.lower()
        if folded in known.words:
            for language in known.words[folded]:
                found[language] += known.tells(folded)
    return found


def _spelling(text: str, letters: Mapping[str, int], common: Mapping[str, float]) -> float:
    """Give the points of the language whose letters and words a reading has most of."""
    own = _small_words(word for word in WORD.findall(text) if not word.isascii())
    counted = [(letter, times, _foreign(letter)) for letter, times in letters.items() if _is_letter(letter)]
    return max(
        common.get(name, 0)
        + own.get(name, 0)
        + sum(times * points.get(letter, foreign) for letter, times, foreign in counted)
        for name, points in languages().letters.items()
    )


def _signs(text: str) -> float:
    """Give the points of the places that the letters and signs of a reading stand in."""
    points = 0.0
    for match in HIGH.finditer(text):
        at = match.start()
        before, sign, behind = text[at - 1 : at] or " ", text[at], text[at + 1 : at + 2] or " "
        points += (_letter if _is_letter(sign) else _sign)(before, sign, behind)
    return points


def _is_letter(sign: str) -> bool:
    return sign.isalpha() and sign not in "ªº"


def _foreign(letter: str) -> float:
    """Give the points of a letter that a language does not have."""
    return FOREIGN if letter <= LAST_LATIN else OTHER_SCRIPT


def _letter(before: str, letter: str, behind: str) -> float:
    """Give the points of a letter by what stands beside it: none speaks for it."""
    if before.isdigit() or behind.isdigit() or before in STOPS:
        return TOUCHES
    mixed = letter > LAST_LATIN and ((before.isascii() and before.isalpha()) or (behind.isascii() and behind.isalpha()))
    return INSIDE_A_WORD if mixed or (letter.isupper() and before.islower()) else 0.0


def _sign(before: str, sign: str, behind: str) -> float:
    """Give the points of a sign by what stands beside it."""
    if sign in INVISIBLE:
        return 0.0
    if sign in NOWHERE or not sign.isprintable():
        return NO_SIGN
    if sign in FRACTIONS and (behind.isalpha() or before.isalpha()) and not before.isdigit():
        return NO_SIGN
    if before.isalpha() and behind.isalpha():
        return IN_PLACE if sign == "’" or sign in DASHES else INSIDE_A_WORD
    if sign in DASHES:
        return IN_PLACE
    if sign in QUOTES:
        return IN_PLACE if before.isspace() != behind.isspace() else 0.0
    if sign in BEFORE_WORDS:
        return IN_PLACE if not before.isalnum() and behind.isalpha() else TOUCHES
    if sign in MONEY and (before.isdigit() or behind.isdigit()):
        return IN_PLACE
    # An accent without its letter stands nowhere.
    return TOUCHES if category(sign) == "Sk" or before.isalpha() or behind.isalpha() else 0.0
