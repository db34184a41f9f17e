"""Numbers that belong together: units and trends that one takes from another."""

from dataclasses import replace

from samestory.claims.quantities.numbers import quantity_lexicon
from samestory.claims.quantities.reading import Reading
from samestory.claims.quantities.units import Unit, read_noun_phrase
from samestory.claims.tokens import Sentence

# "The number of people who were hurt in the storms rose to 14": so far back at most.
LONGEST_NUMBERED = 24


def periods(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """Take the time over which something changed for what it is: "4.2 percent over two years" are no more than two."""
    result: list[Reading] = []
    for reading in readings:
        timed = reading.unit is not None and reading.unit.name in quantity_lexicon()["per"]["times"]
        follows = bool(result) and result[-1].last + 1 == reading.first
        if timed and follows and sentence.lower[reading.first] == "over" and reading.comparator == ">":
            reading = replace(reading, first=reading.first + 1, high=reading.low, comparator="=")
        result.append(reading)
    return result


def inherit_trend(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """Let the second figure of "up 17.5 points, or 0.22%" have the trend of the first."""
    result: list[Reading] = []
    for reading in readings:
        if result and result[-1].trend and not reading.trend:
            gap = sentence.lower[result[-1].last + 1 : reading.first]
            if gap in ([",", "or"], ["or"], ["("], [",", "or", "about"]):
                reading = replace(reading, trend=result[-1].trend)
        result.append(reading)
    return result


def inherit_units(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """Give a number without a noun the unit of the one before: "37 in Iraq and 41 in Syria", "900 others"."""
    result: list[Reading] = []
    for reading in readings:
        bare = reading.unit is None or reading.unit.name in quantity_lexicon()["elliptic"]["not_nouns"]
        source = _counted_before(sentence, result)
        if reading.unit is None and source and source.unit and _is_figure(sentence, reading.first):
            reading = replace(reading, unit=Unit(source.unit.name, reading.last, "elliptic"), rule="elliptic")
        elif bare and _goes_on_with_ages(sentence, result, reading):
            reading = replace(reading, unit=Unit("year of age", reading.last, "age"), rule="age")
        elif reading.unit is None and result and (unit := _changed_from(sentence, result[-1], reading)) is not None:
            reading = replace(reading, unit=Unit(unit.name, reading.last, "elliptic"), rule="elliptic")
        elif bare and source and source.unit and _leaves_noun_out(sentence, reading):
            reading = replace(reading, unit=Unit(source.unit.name, reading.last, "elliptic"), rule="elliptic")
        result.append(reading)
    return result


def _counted_before(sentence: Sentence, before: list[Reading]) -> Reading | None:
    """Give the number whose noun a later one leaves out: the last, but rather "38 people" than "in six states"."""
    counted = [r for r in before if r.unit and r.unit.rule in {"noun", "elliptic"} and r.rule != "no"][::-1]
    aside = quantity_lexicon()["elliptic"]["aside"]
    plain = (r for r in counted if not r.first or sentence.lower[r.first - 1] not in aside)
    return next(plain, counted[0] if counted else None)


def _leaves_noun_out(sentence: Sentence, reading: Reading) -> bool:
    """Tell "41 in Chile", "900 others": what follows is no noun, but goes on with what was counted before."""
    if reading.rule not in {"number", "noun"}:
        return False
    after = reading.last + 1
    goes_on = after < len(sentence) and sentence.lower[after] in quantity_lexicon()["elliptic"]["before"]
    return reading.unit is not None or goes_on


def _changed_from(sentence: Sentence, before: Reading, reading: Reading) -> Unit | None:
    """Give the unit of the first number of "from six years to four"."""
    opener = sentence.lower[before.first - 1] if before.first else ""
    links = sentence.lower[before.last + 1 : reading.first] == ["to"] and opener == "from"
    return before.unit if links else None


def _is_figure(sentence: Sentence, first: int) -> bool:
    """Tell "put the figure at 900", "an earlier figure of two": a number of what was counted before."""
    words = sentence.lower[max(0, first - 2) : first]
    figures = quantity_lexicon()["figures"]
    return len(words) == 2 and words[0] in figures["words"] and words[1] in figures["linked_by"]


def _goes_on_with_ages(sentence: Sentence, before: list[Reading], reading: Reading) -> bool:
    """Tell the second and third number of "aged 4, 6 and 9", of "Ann Lee, 41; Per, 19; and Jon, 17"."""
    if not before or before[-1].rule != "age" or before[-1].first != before[-1].last or reading.first != reading.last:
        return False
    first, gap = before[-1].last + 1, sentence.lower[before[-1].last + 1 : reading.first]
    if gap in ([","], ["and"], ["or"], [",", "and"]):
        return True
    name = sentence.words[first + 1 + (gap[1:2] == ["and"]) : reading.first - 1]
    named = bool(name) and all(word[0].isupper() for word in name)
    return named and gap[0] == ";" and gap[-1] == "," and sentence.words[reading.last + 1 : reading.last + 2] != ["-"]


def units_before(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """Give a bare number what stands before it as "the number of passengers", with the verb between."""
    return [reading if reading.unit else _numbered(sentence, reading) for reading in readings]


def _numbered(sentence: Sentence, reading: Reading) -> Reading:
    lower, first = sentence.lower, reading.first
    for index in range(first - 4, max(-1, first - LONGEST_NUMBERED), -1):
        if lower[index] == "number" and lower[index + 1] == "of":
            unit = read_noun_phrase(sentence, index + 2, 2)
            if lower[index + 2] in quantity_lexicon()["people_by_state"]["words"]:
                unit = Unit("people", index + 2, "noun")
            if (
                unit is None
                or unit.last >= first
                or not set(quantity_lexicon()["clause_marks"]).isdisjoint(lower[unit.last : first])
            ):
                return reading
            return replace(reading, unit=Unit(unit.name, reading.last, "elliptic"), rule="elliptic")
    return reading


def suspended_units(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """Give a number the unit of the next: "four-, five- and six-cylinder", "from 4.8 to 4.7 percent"."""
    result: list[Reading] = []
    after: Reading | None = None
    for reading in reversed(readings):
        if reading.unit is None and after is not None and after.unit is not None:
            if _hangs(sentence, reading, after):
                reading = replace(reading, unit=Unit(after.unit.name, reading.last, "hyphen"), rule="hyphen")
            elif _pairs(sentence, reading, after):
                reading = replace(reading, unit=Unit(after.unit.name, reading.last, "elliptic"))
        result.append(reading)
        after = reading
    return result[::-1]


def _hangs(sentence: Sentence, reading: Reading, after: Reading) -> bool:
    tail = sentence.lower[reading.last + 1 : reading.last + 3]
    hangs = len(tail) == 2 and tail[0] == "-" and tail[1] in {",", "and", "or", "to"}
    return hangs and after.unit is not None and after.unit.rule == "hyphen"


def _pairs(sentence: Sentence, reading: Reading, after: Reading) -> bool:
    """Tell the first of two numbers of one unit: "from 4.8 to 4.7 percent", "at least 6 and at most 10 boats"."""
    lower = sentence.lower
    if after.first != reading.last + 2 or reading.vague or after.vague or reading.negated:
        return False
    word, opener = lower[reading.last + 1], lower[reading.first - 1] if reading.first else ""
    # "Between 14 and 15 boats" is a range.
    plain = word == "and" and opener != "between" and reading.rule == "number" and after.rule in {"noun", "measure"}
    bounds = plain or (word in {"and", "or"} and "=" not in {reading.comparator, after.comparator})
    return bounds or (word == "to" and opener == "from")


def is_address(sentence: Sentence, reading: Reading) -> bool:
    """Tell the number of a house: a name with "Street", "Avenue" follows, and no noun as in "20 Mill Lane homes"."""
    if reading.unit is None or reading.unit.rule != "noun" or not sentence.words[reading.last][0].isupper():
        return False
    streets = quantity_lexicon()["identifiers"]["streets"]
    named = range(reading.first + 1, reading.last + 1)
    return any(sentence.lower[place] in streets and sentence.words[place][0].isupper() for place in named)


def conjuncts(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """Add the second noun of "no casualties or damage" as a zero of its own."""
    result: list[Reading] = []
    for reading in readings:
        result.append(reading)
        if reading.negated and sentence.lower[reading.last + 1 : reading.last + 2] in (["or"], ["and"]):
            unit = read_noun_phrase(sentence, reading.last + 2, 2)
            if unit is not None:
                result.append(replace(reading, first=reading.last + 2, last=unit.last, unit=unit))
    return result
