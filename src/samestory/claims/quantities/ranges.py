"""Two numbers that are one: ranges, shares, "at least 30, possibly 50"."""

from dataclasses import replace

from samestory.claims.quantities.changes import trends
from samestory.claims.quantities.numbers import quantity_lexicon
from samestory.claims.quantities.reading import Reading
from samestory.claims.quantities.units import Unit
from samestory.claims.tokens import Sentence

# "Rose 3 to 4 percent" is a range, "fell 12 to 1,300 points" none.
LARGEST_SPAN = 3


def join_ranges(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """Join "between 5% and 6%", "$89 to $93 billion", "four to five thousand people" into one interval."""
    joined: list[Reading] = []
    for reading in readings:
        before = joined[-1] if joined else None
        if before is not None and _is_score(sentence, before, reading):
            joined.pop()
            continue
        pair = _joined(sentence, before, reading) if before is not None else None
        if pair is not None:
            joined[-1] = pair
        else:
            joined.append(reading)
    return joined


def _joined(sentence: Sentence, left: Reading, right: Reading) -> Reading | None:
    """Join two numbers that are one."""
    return _ratio(sentence, left, right) or _range(sentence, left, right) or _possible(sentence, left, right)


def _possible(sentence: Sentence, left: Reading, right: Reading) -> Reading | None:
    """Join "at least 30, possibly 50 people", "30 and perhaps as many as 50" into one interval."""
    gap = " ".join(word for word in sentence.lower[left.last + 1 : right.first] if word != ",")
    perhaps = right.approximate and sentence.lower[right.first] in quantity_lexicon()["possible"]["qualifying"]
    words = gap.removeprefix("and ").removeprefix("but ") if gap not in {"and", "but"} else ""
    if not (words in quantity_lexicon()["possible"]["between"] or (not words and perhaps)):
        return None
    plain = left.comparator in {"=", ">="} and right.comparator in {"=", "<="} and not left.vague and not right.vague
    if not plain or left.low is None or right.high is None or right.high <= left.low or not _units_fit(left, right):
        return None
    unit = right.unit or left.unit
    return replace(right, first=left.first, low=left.low, unit=unit, comparator="=", trend=left.trend, rule="range")


def _ratio(sentence: Sentence, left: Reading, right: Reading) -> Reading | None:
    """Join "one out of three people", "two in five adults" into a share of what the second number counts."""
    gap = sentence.lower[left.last + 1 : right.first]
    if gap not in (["out", "of"], ["in"], ["out", "of", "every"], ["in", "every"]) or not left.low or not right.low:
        return None
    bare = left.low == 1 and right.rule == "number" and right.low > 1
    bare = bare or (right.rule == "number" and gap[0] == "out")
    whole = left.rule in {"number", "elliptic"} and (bare or (right.unit is not None and right.unit.rule == "noun"))
    if not whole or left.low >= right.low or left.high != left.low or right.high != right.low or left.low > 20:
        return None
    share, unit = left.low / right.low, right.unit
    name = f"% {unit.name}" if unit else "% -"
    return replace(left, last=right.last, low=share, high=share, unit=Unit(name, right.last, "fraction"), rule="ratio")


def _is_score(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Tell the two halves of a score ("89-89", "a 5-4 vote"): a hyphen between, the second no greater."""
    if sentence.lower[left.last + 1 : right.first] not in (["-"], ["–"]) or left.low is None or right.low is None:
        return False
    noun = right.unit is None or (right.unit.rule == "noun" and not right.approximate)
    bare = left.unit is None and left.first == left.last and noun
    return bare and right.low <= left.low < 200 and sentence.joined(right.first) and sentence.joined(left.last + 1)


def _range(sentence: Sentence, left: Reading, right: Reading) -> Reading | None:
    """Join two readings when only a range word stands between and their units fit."""
    if left.low is None or right.high is None or left.high != left.low or right.low != right.high:
        return None
    if not (_are_plain(sentence, left, right) and _range_words(sentence, left, right) and _units_fit(left, right)):
        return None
    low = left.low
    # "$89 to $93 billion": the scale is the first number's too.
    if right.base and right.high != right.base and low == left.base and low < right.base:
        low *= right.high / right.base
    if right.high < low:
        return None
    return replace(
        right,
        first=left.first,
        low=low,
        unit=right.unit or left.unit,
        approximate=left.approximate or right.approximate,
        comparator="=",
        trend=left.trend or right.trend,
        rule="range",
    )


def _are_plain(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Tell whether both ends are given as such: not denied, not vague, no change and its result, no two ages."""
    if left.negated or right.negated or left.vague or right.vague:
        return False
    ages = right.rule == "age" and left.rule == "age" and left.unit is None
    return not ages and (not left.trend or _spans_change(sentence, left, right))


def _range_words(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Tell whether what stands before and between two numbers makes them a range: "between … and", "to", "or"."""
    gap = [w for w in sentence.lower[left.last + 1 : right.first] if w != "from"]
    opener = sentence.lower[left.first - 1] if left.first else ""
    if gap == ["and"]:
        return opener == "between"
    if gap == ["or"]:
        return left.unit is None
    if opener == "from" and gap == ["to"] and _is_change(sentence, left.first - 2):
        return False
    return len(gap) in {1, 2} and all(word in {"to", "-", "–", "—"} for word in gap)


def _units_fit(left: Reading, right: Reading) -> bool:
    """Tell whether two numbers have one unit, one of them none, or the second the first's with more said of it."""
    name, other = (reading.unit.name if reading.unit else "-" for reading in (left, right))
    return "-" in {name, other} or other.startswith(name)


def _spans_change(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Tell "rose 3 to 4 percent" and "lost 10-12 pounds" from "rose 3 points to 28" and "fell 12 to 1,300 points"."""
    if left.unit is not None or right.unit is None or left.low is None or right.high is None:
        return False
    return sentence.joined(left.last + 1) or right.high < LARGEST_SPAN * left.low


def _is_change(sentence: Sentence, index: int) -> bool:
    """Tell "fell from 5 to 4" from a range: the verb of change stands before "from"."""
    return index >= 0 and sentence.lower[index] in trends()
