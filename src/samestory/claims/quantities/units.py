"""What a number counts: the measure or noun phrase after it, in the singular."""

from dataclasses import dataclass
from functools import cache

from samestory.claims.quantities.money import currency_behind
from samestory.claims.quantities.numbers import number_words, quantity_lexicon, single_qualifiers, stop_words
from samestory.claims.quantities.plurals import is_plural, singular
from samestory.claims.quantities.possessives import behind_owner
from samestory.claims.tokens import Sentence

LONGEST_PHRASE = 5
# "A 3-month-old boy".
YOUNG = {name + end: name for name in ("day", "week", "month") for end in ("", "s")}

# "($13.9 million)": a conversion in brackets has at most so many tokens.
LONGEST_CONVERSION = 8


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its name, the last token it takes up, and the rule that read it."""

    name: str
    last: int
    rule: str


@cache
def _measures() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give the measures by their first token, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, name in quantity_lexicon()["measures"].items():
        parts = ("°", phrase[1:]) if phrase.startswith("°") else tuple(phrase.replace("/", " / ").split())
        found.setdefault(parts[0], []).append((parts, name))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def read_unit(sentence: Sentence, after: int, value: float) -> Unit | None:
    """Read the unit that begins at token ``after``: a measure, an age, a noun phrase.

    Args:
        sentence: the sentence.
        after: the token that follows the number.
        value: the number: after "one" a noun stands in the singular, after none (0) in either.
    """
    if after >= len(sentence):
        return None
    if sentence.lower[after] == "-" and sentence.joined(after) and after + 1 < len(sentence):
        return read_age(sentence, after) or _hyphenated(sentence, after + 1)
    return read_age(sentence, after) or read_measure(sentence, after) or read_noun_phrase(sentence, after, value)


def read_age(sentence: Sentence, after: int) -> Unit | None:
    """Read "-year-old", "year-old", "years old", "years of age"."""
    lower = [word for word in sentence.lower[after : after + 5] if word != "-"]
    hyphens = sum(word == "-" for word in sentence.lower[after : after + 5])
    if len(lower) > 1 and lower[0] in {"year", "years"} and lower[1] in {"old", "olds"}:
        used = 2 + min(hyphens, 2)
        while sentence.lower[after + used - 1] not in {"old", "olds"}:
            used -= 1
        return Unit("year of age", after + used - 1, "age")
    if len(lower) > 1 and lower[0] in YOUNG and lower[1] == "old" and hyphens:
        return Unit(f"{YOUNG[lower[0]]} of age", after + sentence.lower[after : after + 5].index("old"), "age")
    if lower[:3] == ["years", "of", "age"]:
        return Unit("year of age", after + 2, "age")
    return None


def read_measure(sentence: Sentence, after: int) -> Unit | None:
    """Read a measure or currency word, with what it is divided by: "%", "km", "miles per hour", "euros a month"."""
    lower = sentence.lower
    if after >= len(lower):
        return None
    if (measure := _measure_at(lower, after)) is not None:
        return divided(sentence, measure)
    # "5 W", "10g", "41C"; a letter that stands apart is a unit only as a capital.
    letter = sentence.words[after]
    if is_letter_unit(letter) and (letter == "W" or sentence.joined(after)):
        return divided(sentence, Unit(quantity_lexicon()["letter_units"][letter], after, "measure"))
    currency = currency_behind(sentence, after)
    return None if currency is None else divided(sentence, Unit(currency, after, "currency"))


def _measure_at(lower: list[str], index: int) -> Unit | None:
    """Read a measure of the lexicon."""
    for parts, name in _measures().get(lower[index], ()):
        last = index + len(parts) - 1
        if tuple(lower[index : last + 1]) == parts:
            return Unit(name, last, "measure")
    return None


def is_letter_unit(printed: str) -> bool:
    """Tell a unit of one letter, in the case it is written in: "g", "W", "C"."""
    return printed in quantity_lexicon()["letter_units"]


def divided(sentence: Sentence, unit: Unit) -> Unit:
    """Add "per month" to a unit that "a month", "every single month", "monthly" follows.

    A conversion may stand between: "12 million euros ($14 million) a day".
    """
    if (rate := _rate_at(sentence, unit.last + 1)) is not None:
        return Unit(f"{unit.name} per {rate[0]}", rate[1], unit.rule)
    behind = _behind_conversion(sentence.lower, unit.last + 1)
    if behind is not None and (rate := _rate_at(sentence, behind)) is not None:
        return Unit(f"{unit.name} per {rate[0]}", unit.last, unit.rule)
    return unit


def _rate_at(sentence: Sentence, index: int) -> tuple[str, int] | None:
    """Read what a unit is divided by, and the last token of that."""
    per, lower = quantity_lexicon()["per"], sentence.lower
    following = lower[index : index + 3]
    if following and following[0] in per["adverbs"]:
        return per["adverbs"][following[0]], index
    if following[:2] == ["every", "single"] and following[2:] and following[2] in per["nouns"]:
        return following[2], index + 2
    if len(following) > 1 and following[1] in per["nouns"] and (following[0] in per["words"] or following[0] == "/"):
        return following[1], index + 1
    if len(following) > 1 and following[0] == "per" and (below := _measure_at(lower, index + 1)) is not None:
        return below.name, below.last
    return None


def _behind_conversion(lower: list[str], index: int) -> int | None:
    """Give the token behind the bracket that opens or goes on at a token."""
    if lower[index : index + 1] not in (["("], [")"]):
        return None
    end = (
        lower.index(")", index, index + LONGEST_CONVERSION) if ")" in lower[index : index + LONGEST_CONVERSION] else -1
    )
    return end + 1 or None


def _hyphenated(sentence: Sentence, index: int) -> Unit | None:
    """Read the noun of "five-year plan", "16-hour flight": the word after the hyphen."""
    word = sentence.lower[index]
    if not word.isalpha() or word in stop_words() or word in quantity_lexicon()["noun_phrase"]["not_hyphenated"]:
        return None
    measure = read_measure(sentence, index)
    if measure is not None:
        return Unit(measure.name, measure.last, "hyphen")
    return Unit(singular(word), index, "hyphen")


def read_noun_phrase(sentence: Sentence, after: int, value: float) -> Unit | None:
    """Read the words up to the head of a noun phrase: the first plural, or the last word before its end."""
    first, words = after, sentence.lower
    taken: list[str] = []
    index = last = first
    while index < len(words) and index < first + LONGEST_PHRASE + 2:
        word = words[index]
        if word == "-" and taken and sentence.joined(index) and sentence.joined(index + 1):
            index += 1
            continue
        if word == "-" and taken and words[index + 1 : index + 2] in (["and"], ["or"]):
            # "coal- and gas-fired plants"
            index, first = index + 2, first + 2
            continue
        if (
            word in {"and", "or"}
            and taken
            and (_joins_names(sentence, index) or _joins_modifiers(sentence, index, value))
        ):
            index += 1
            continue
        # "900 long-distance trains": a closed word in a compound is none.
        glued = (bool(taken) and words[index - 1] == "-") or _opens_compound(sentence, index)
        if (
            not word[0].isalpha()
            or (word in stop_words() and not glued)
            or _ends_phrase(sentence, index, value, bool(taken))
        ):
            break
        # Names keep their capitals, abbreviations lose their full stops.
        printed = sentence.words[index].replace(".", "")
        hyphen = bool(taken) and words[index - 1] == "-"
        taken = [*taken[:-1], f"{taken[-1]}-{printed}"] if hyphen else [*taken, printed]
        last = index
        owned = behind_owner(sentence, index, after) if value != 1 else None
        if owned is not None:
            taken[-1] += "'" if taken[-1].endswith("s") else "'s"
            index = owned
            continue
        if value != 1 and is_plural(sentence.words[index]) and not _compound_goes_on(sentence, index):
            break
        index += 1
    if not taken:
        return None
    return divided(sentence, Unit(" ".join([*taken[:-1], singular(taken[-1])]), last, "noun"))


def _opens_compound(sentence: Sentence, index: int) -> bool:
    """Tell the first word of "long-distance", "off-duty"."""
    if index + 2 >= len(sentence) or sentence.words[index + 1] != "-" or not sentence.words[index + 2].islower():
        return False
    return sentence.joined(index + 1) and sentence.joined(index + 2)


def _joins_names(sentence: Sentence, index: int) -> bool:
    """Tell whether "and" joins two capitalised words, as in a maker's or a country's names."""
    if index + 1 >= len(sentence):
        return False
    return sentence.words[index - 1][0].isupper() and sentence.words[index + 1][0].isupper()


def _joins_modifiers(sentence: Sentence, index: int, value: float) -> bool:
    """Tell whether "or" joins two modifiers of one plural: "bus or tram lines"."""
    after = sentence.words[index + 1 : index + 3]
    if value == 1 or len(after) < 2 or is_plural(sentence.words[index - 1]) or is_plural(after[0]):
        return False
    return after[0].islower() and after[0] not in stop_words() and is_plural(after[1])


def _compound_goes_on(sentence: Sentence, index: int) -> bool:
    """Tell whether a plural-looking word is only the first half of a compound ("sales people", "police officers")."""
    if index + 1 >= len(sentence):
        return False
    word, after = sentence.lower[index : index + 2]
    # A word with no plural of its own qualifies the plural that follows it.
    alike = quantity_lexicon()["plurals"].get(word) == word and word != "people"
    # So does a plural that is used so, and a name.
    attributive = (
        alike or word in quantity_lexicon()["noun_phrase"]["attributive"] or sentence.words[index][0].isupper()
    )
    return after in quantity_lexicon()["noun_phrase"]["compound_heads"] or (
        attributive
        and after not in stop_words()
        and sentence.words[index + 1].islower()
        and is_plural(sentence.words[index + 1])
    )


def _ends_phrase(sentence: Sentence, index: int, value: float, begun: bool) -> bool:
    """Tell whether a word is the verb of a noun phrase, or a participle that stands for none, or another number."""
    word = sentence.lower[index]
    after = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    if word in {"last", "next"} and after in quantity_lexicon()["scope"]["time_words"]:
        return True
    if not begun and value > 1 and _is_headline_verb(sentence, index):
        return True
    if begun:
        return word in number_words() or word in single_qualifiers() or _is_verb(sentence, index, value)
    # "Two carrying a flag"
    if word.endswith("ing") and len(word) > 5 and (after in quantity_lexicon()["articles"] or after in number_words()):
        return True
    alone = not after[:1].isalpha() or after in stop_words() or after in number_words() or after in single_qualifiers()
    return word.endswith("ed") and len(word) > 4 and alone


def _is_headline_verb(sentence: Sentence, index: int) -> bool:
    """Tell the verb of "two shot dead", "120,000 rise up", "thousands march": no plural of a compound follows it."""
    verbs, word = quantity_lexicon()["noun_phrase"], sentence.lower[index]
    if word not in verbs["headline_or_noun"]:
        return word in verbs["headline"]
    for after in range(index + 1, min(len(sentence), index + LONGEST_PHRASE)):
        if not sentence.words[after][0].isalpha() or sentence.lower[after] in stop_words():
            break
        if is_plural(sentence.words[after]):
            return False
    return True


def _is_verb(sentence: Sentence, index: int, value: float) -> bool:
    """Guess whether a word after a noun is its verb: "-ed" before a determiner, preposition or mark; "-ing"."""
    word = sentence.lower[index]
    if word.endswith("ing") and len(word) > 5:
        return True
    if word.endswith("ed") and len(word) > 4:
        after = sentence.lower[index + 1] if index + 1 < len(sentence) else "."
        before = sentence.words[index - 1]
        if before.lower() in quantity_lexicon()["noun_phrase"]["degrees"] or before.endswith("ly"):
            return False
        return not after[0].isalpha() or after in stop_words() or (before.islower() and not is_plural(before))
    return value == 1 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
