"""Number words and digits as values: "2,500", "two dozen", "4 hundred million", "5 1/2", "two-thirds"."""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from math import gcd
from typing import Any

from samestory.claims.currencies import currency_marks, currency_names
from samestory.claims.quantities.thousands import last_group
from samestory.claims.tokens import Sentence
from samestory.lexicon import read_lexicon

# What is below the stroke of fractions in print; "9/11" is none.
UNDER = frozenset({2, 3, 4, 5, 6, 8, 10, 16})
LARGEST_DENOMINATOR = 16
# More figures are a code, and no float holds hundreds of them.
LONGEST_NUMERAL = 30


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence: tokens ``first`` to ``last``, its value, and how it is written.

    Attributes:
        first: its first token.
        last: its last token.
        value: the value.
        form: ``digits`` | ``words`` | ``fraction``.
        base: the value before a scale word ("93" of "93 billion").
    """

    first: int
    last: int
    value: float
    form: str
    base: float


@cache
def quantity_lexicon() -> dict[str, Any]:
    """Read the lexicon of quantities."""
    return read_lexicon(__package__, "quantities.toml")


@cache
def measure_units() -> frozenset[str]:
    """Give the units that say how much and not of what."""
    lexicon = quantity_lexicon()
    return frozenset({*lexicon["measures"].values(), *currency_names(), "percentage", "age"})


@cache
def number_words() -> frozenset[str]:
    """Give every word a number can begin with."""
    lexicon = quantity_lexicon()
    return frozenset(lexicon["numerals"]) | frozenset(lexicon["scales"]) | {"half"}


@cache
def stop_words() -> frozenset[str]:
    """Give the words that end a noun phrase."""
    lexicon = quantity_lexicon()
    closed, verbs = lexicon["noun_phrase"]["stop"], lexicon["noun_phrase"]["verbs"]
    return frozenset([*closed, *lexicon["auxiliaries"], *verbs])


@cache
def single_qualifiers() -> frozenset[str]:
    """Give the single words that qualify a number: "nearly", "about"."""
    return frozenset(p for phrases in quantity_lexicon()["comparators"].values() for p in phrases if " " not in p)


def read_number(sentence: Sentence, first: int) -> Number | None:
    """Read the number that begins at token ``first``, if one does."""
    number = _plain_number(sentence, first)
    return _of_scale(sentence, number) if number is not None and number.form == "fraction" else number


def _of_scale(sentence: Sentence, fraction: Number) -> Number:
    """Multiply by what a fraction is of, where that is a scale word: "two-thirds of a billion"."""
    after, lower = fraction.last + 1, sentence.lower
    if lower[after : after + 1] != ["of"] or lower[after + 1 : after + 2] not in (["a"], ["one"]):
        return fraction
    scale, last = _scaled(sentence, 1.0, after + 1)
    value = float(Fraction(fraction.value).limit_denominator(LARGEST_DENOMINATOR) * Fraction(scale))
    return fraction if last == after + 1 else Number(fraction.first, last, value, "words", fraction.value)


def _plain_number(sentence: Sentence, first: int) -> Number | None:
    """Read a number without what it is a fraction of."""
    lower = sentence.lower
    word = lower[first]
    if word[0].isdigit() or (word[0] == "." and len(word) > 1):
        return _digits(sentence, first)
    if word not in number_words():
        if word in {"a", "an"} and first + 1 < len(lower):
            return _after_article(sentence, first)
        return None
    if word == "half":
        return _half(sentence, first)
    return _told_twice(sentence, _and_a_half(sentence, _words(sentence, first)))


def _told_twice(sentence: Sentence, number: Number | None) -> Number | None:
    """Take a number in words with its figures in brackets behind it, as offices write: "ninety-four (94) students"."""
    after = number.last + 1 if number else len(sentence)
    if number is None or sentence.lower[after : after + 1] != ["("] or sentence.lower[after + 2 : after + 3] != [")"]:
        return number
    figures = _digits(sentence, after + 1) if sentence.lower[after + 1][0].isdigit() else None
    same = figures is not None and figures.value == number.value
    return replace(number, last=after + 2) if same else number


def _half(sentence: Sentence, first: int) -> Number:
    """Read "half", "half a million", "half-dozen"."""
    lower, scales = sentence.lower, quantity_lexicon()["scales"]
    for gap in (["a"], ["-"], []):
        after = first + 1 + len(gap)
        if lower[first + 1 : after] == gap and after < len(lower) and lower[after] in scales:
            value, last = _scaled(sentence, 0.5, after - 1)
            return Number(first, last, value, "words", 0.5)
    return Number(first, first, 0.5, "fraction", 0.5)


def _and_a_half(sentence: Sentence, number: Number | None) -> Number | None:
    """Add the half of "two and a half", "two-and-a-half million"."""
    if number is None or number.base != number.value or number.form == "fraction" or number.value % 1:
        return number
    tail = [word for word in sentence.lower[number.last + 1 : number.last + 7] if word != "-"]
    if tail[:3] != ["and", "a", "half"]:
        return number
    base = number.value + 0.5
    value, last = _scaled(sentence, base, sentence.lower.index("half", number.last))
    return Number(number.first, last, value, number.form, base)


def _digits(sentence: Sentence, first: int) -> Number | None:
    """Read digits with what belongs to them: a fraction, a scale word, a suffix."""
    if len(sentence.words[first]) > LONGEST_NUMERAL:
        return None
    try:
        value = float(sentence.words[first].replace(",", ""))
    except ValueError:
        return None
    lower, last = sentence.lower, first
    if (group := last_group(sentence, first)) > first:
        value, last = float("".join(lower[first : group + 1])), group
    base = value
    if _is_slash_fraction(sentence, first):
        return Number(first, first + 2, value / float(lower[first + 2]), "fraction", value)
    if first + 3 < len(lower) and lower[first + 1].isdigit() and _is_slash_fraction(sentence, first + 1):
        value += float(lower[first + 1]) / float(lower[first + 3])
        last = first + 3
    value, last = _scaled(sentence, value, last)
    return _and_a_half(sentence, Number(first, last, value, "digits", base))


def _is_slash_fraction(sentence: Sentence, first: int) -> bool:
    """Tell "1/2" from a date, a score or "4/8" of a gallery: in lowest terms, the lower part small."""
    lower = sentence.lower
    if first + 2 >= len(lower) or lower[first + 1] != "/" or not sentence.joined(first + 1):
        return False
    upper, under = lower[first], lower[first + 2]
    follows = first + 3 < len(lower) and lower[first + 3] == "/"
    if not (upper.isdecimal() and under.isdecimal()) or len(under) > 2 or follows:
        return False
    return 0 < int(upper) < int(under) and int(under) in UNDER and gcd(int(upper), int(under)) == 1


def _scaled(sentence: Sentence, value: float, last: int) -> tuple[float, int]:
    """Multiply by the scale words and suffixes that follow."""
    lexicon = quantity_lexicon()
    lower = sentence.lower
    while last + 1 < len(lower):
        word = lower[last + 1]
        step = 1
        if word == "-" and last + 2 < len(lower) and sentence.joined(last + 1) and lower[last + 2] in lexicon["scales"]:
            word, step = lower[last + 2], 2
        if word in lexicon["scales"]:
            value *= lexicon["scales"][word]
        elif sentence.words[last + 1] == "B" and not sentence.joined(last + 1) and value < 1000:
            return value * lexicon["scale_suffixes"]["b"], last + 1
        elif sentence.joined(last + 1) and word in lexicon["scale_suffixes"] and _suffix_fits(sentence, last + 1):
            return value * lexicon["scale_suffixes"][word], last + 1
        else:
            return value, last
        last += step
    return value, last


def _suffix_fits(sentence: Sentence, index: int) -> bool:
    """Tell "12m tonnes" and "$12m" (million) from "12m" (metres); "b", "k" only where money or a noun is near."""
    if len(sentence.words[index]) > 1:
        return True
    if sentence.words[index] in {"M", "B", "K", "k"}:
        return True
    before = index - 2
    if before >= 0 and sentence.words[before] in currency_marks():
        return True
    after = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    return after.isalpha() and after not in stop_words()


def _after_article(sentence: Sentence, first: int) -> Number | None:
    """Read "a dozen", "a million", "a hundred and twenty", "a third", "a half"."""
    lexicon = quantity_lexicon()
    word = sentence.lower[first + 1]
    if word in lexicon["scales"]:
        number = _words(sentence, first + 1)
        if "and" in sentence.lower[first + 1 : number.last]:
            return replace(number, first=first)
        value, last = _scaled(sentence, 1.0, first)
        return Number(first, last, value, "words", 1.0)
    follows = sentence.lower[first + 2] if first + 2 < len(sentence) else ""
    by = _stands_after_by(sentence.lower, first)
    if word in lexicon["fractions"] and (follows == "of" or (by and not follows.isalpha())):
        return Number(first, first + 1, lexicon["fractions"][word], "fraction", 1.0)
    return None


def _stands_after_by(lower: list[str], index: int) -> bool:
    """Tell the fraction a quantity changed by: "by a third", "by more than a fifth"."""
    place = index - 1
    while place > index - 4 and place > 0 and lower[place] in quantity_lexicon()["before_fraction"]:
        place -= 1
    return place >= 0 and lower[place] == "by"


def _words(sentence: Sentence, first: int) -> Number:
    """Read number words: "twenty-five", "four hundred and six", "one third"."""
    lexicon = quantity_lexicon()
    numerals, scales = lexicon["numerals"], lexicon["scales"]
    lower = sentence.lower
    total = current = 0.0
    index, last, smallest = first, first, float("inf")
    while index < len(lower):
        word = lower[index]
        if word in numerals:
            value = numerals[word]
            # "twenty five" adds up, "five six" does not.
            if current and not (value < 10 and current % 100 >= 20 and current % 10 == 0) and current % 100:
                break
            current += value
        elif word in scales:
            scale = scales[word]
            if scale in {12, 100}:
                current = (current or 1) * scale
            elif scale < smallest:
                total, current, smallest = total + (current or 1) * scale, 0.0, scale
            else:
                break
        elif word in {"-", "and"} and index > first and _goes_on(sentence, index, current):
            index += 1
            continue
        else:
            break
        last = index
        index += 1
    value = total + current
    if total and not current and smallest != float("inf"):
        return Number(first, last, value, "words", value / smallest)
    return _fraction_of(sentence, first, last, value) or Number(first, last, value, "words", value)


def _goes_on(sentence: Sentence, index: int, current: float) -> bool:
    """Tell whether a hyphen or "and" inside number words goes on with the number."""
    numerals = quantity_lexicon()["numerals"]
    after = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    if sentence.lower[index] == "-":
        tens = current % 100 >= 20 and current % 10 == 0
        return sentence.joined(index) and ((tens and numerals.get(after, 10) < 10) or after in {"hundred", "thousand"})
    return sentence.lower[index - 1] in {"hundred", "thousand", "million"} and after in numerals


def _fraction_of(sentence: Sentence, first: int, last: int, value: float) -> Number | None:
    """Read "two-thirds", "one third of", "three quarters"."""
    lexicon = quantity_lexicon()
    index = last + 1
    if index < len(sentence) and sentence.lower[index] == "-" and sentence.joined(index):
        index += 1
    if index >= len(sentence) or sentence.lower[index] not in lexicon["fractions"] or value > 20:
        return None
    word = sentence.lower[index]
    if value == 1 and word.endswith("s"):
        return None
    if value != 1 and not word.endswith("s"):
        return None
    follows = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    if word in {"quarter", "quarters", "second", "seconds"} and follows != "of":
        return None
    whole = {"third": 3, "thirds": 3, "sixth": 6, "sixths": 6}.get(word)
    part = value / whole if whole else value * lexicon["fractions"][word]
    return Number(first, index, part, "fraction", value)
