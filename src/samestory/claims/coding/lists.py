"""Lists: "ten tourists, two pilots and a guide" are one number, "eight: five men and three women" tells it again."""

from collections.abc import Sequence
from dataclasses import replace

from samestory.claims.coding.articles import Sentence
from samestory.claims.coding.binding import JOINED
from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.findings import Finding
from samestory.claims.coding.lexicon import words_of
from samestory.claims.coding.population import BEHIND, is_person
from samestory.claims.phrases import compile_pattern
from samestory.rows import Row

# Between the numbers of a list, before a list that spells a number out, and behind its last number.
_JOINED_BY_AND = compile_pattern(r"(?:,|,? and| as well as)\s+")
_OPENS_LIST = compile_pattern(r"\s*[,:]\s+|\s+[-–—]\s+|\s*[—(]\s*")
_AND_ONE = compile_pattern(r"(?:,|,? and) an? [\pL-]+")
# "Two passengers and the driver": one more, without a number.
_AND_THE = compile_pattern(r"(?:,? and| as well as) (?:an?|the|their|his|her|its) ([\pL-]+)(?: ([\pL-]+))?")
# What stands behind it where what became of all of them stands before.
_ENDS = compile_pattern(r"\s*(?:[,.;:!?)–—]|$|(?:when|after|as|in|on|at|near|while|before|during|aboard)\b)")

_TOTAL = compile_pattern(
    r"\b(?:for|making|giving|bringing|taking)\s+(?:an?|the|its|their)\s+(?:[\pL-]+\s+)?total\s+(?:of|to)\s+$"
)


def sums(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Join the numbers that one list adds up: "10 tourists and two pilots" is one claim of 12."""
    joined: list[Finding] = []
    for finding in findings:
        last = joined[-1] if joined else None
        gap = text[last.end : finding.start] if last else ""
        added = last is not None and last.unit == finding.unit and JOINED.fullmatch(gap)
        if last is None or last.low is None or finding.low is None or not added:
            joined.append(finding)
            continue
        high = None if last.high is None or finding.high is None else last.high + finding.high
        joined[-1] = Finding(
            last.start,
            finding.end,
            "sum of a list",
            low=last.low + finding.low,
            high=high,
            unit=last.unit,
            scope=last.scope,
            approximate=last.approximate or finding.approximate,
            comparator=">=" if high is None else "=",
        )
    return joined


def is_listed(text: str, rows: Sequence[Row], index: int, variable: Variable) -> bool:
    """Say whether a number of people is listed with one that a question counts only as people: "9 pupils and 2 cooks".

    Who asks for protesters does not ask for the officers that they are listed with.
    """
    pairs = [(rows[at], rows[at + 1]) for at in (index - 1, index) if 0 <= at < len(rows) - 1]
    joined = [pair for pair in pairs if JOINED.fullmatch(text[pair[0]["end"] : pair[1]["start"]])]
    beside = [row for pair in joined for row in pair if row is not rows[index]]
    return any(
        is_person(row["unit"]) and not any(words.match(row["unit"]) for words in variable.units.values())
        for row in beside
    )


def with_one_more(text: str, sentence: Sentence, findings: Sequence[Finding], variable: Variable) -> list[Finding]:
    """Add the one person whom a list of people names last: "two passengers and the driver died" are three.

    Args:
        text: the article's text.
        sentence: the sentence of the findings.
        findings: the numbers of people found in it.
        variable: the question, of people.
    """
    return [_one_more(text, sentence, finding, variable) or finding for finding in findings]


def _is_person(noun: str, variable: Variable) -> bool:
    return is_person(noun) or any(words.match(noun) for words in variable.units.values())


def _one_more(text: str, sentence: Sentence, finding: Finding, variable: Variable) -> Finding | None:
    """Give the number with the one person behind it, where the question's wording is said of both together."""
    behind = text[finding.end : sentence.end]
    named = _AND_THE.match(behind)
    noun = next((n for n in (1, 2) if named and _is_person(named[n] or "-", variable)), None)
    if named is None or noun is None or finding.low is None:
        return None
    rest = behind[named.end(noun) :]
    first = next(iter(variable.triggers.spans(rest)), None)
    together = first is not None and BEHIND.fullmatch(rest[: first[0]])
    before = variable.triggers.match(text[sentence.start : finding.start])
    if not (together or (before and _ENDS.match(rest))):
        return None
    return replace(
        finding,
        end=finding.end + named.end(noun),
        rule="sum of a list",
        low=finding.low + 1,
        high=None if finding.high is None else finding.high + 1,
        population=None,
    )


def adds_up(text: str, rows: Sequence[Row], index: int) -> bool:
    """Say whether a number goes into a total that its sentence tells.

    Such are those behind one before them that add up to it ("31: 17 there and 14 here"), and those before a total that
    is told as one: "600 on Monday, on top of 300, for a total of 900".
    """
    largest = rows[index]["high"]
    if any(
        _TOTAL.search(text[rows[index]["end"] : row["start"]]) for row in rows[index + 1 :] if _exceeds(row, largest)
    ):
        return True
    for at, whole in enumerate(rows[:index]):
        parts = rows[at + 1 :]
        alike = all(part["unit"] in {"-", whole["unit"]} for part in parts)
        if alike and len(parts) > 1 and whole["low"] and whole["low"] == sum(part["low"] or 0.0 for part in parts):
            return True
    return False


def _exceeds(total: Row, largest: float | None) -> bool:
    return total["low"] is not None and largest is not None and bool(total["low"] > largest)


def spells_out(text: str, row: Row, rows: Sequence[Row]) -> bool:
    """Say whether a number is of a list that tells whom the one before it counts: "eight people, five adults and ...".

    The list names the people that the number only counts, or tells their sex and age and adds up to it.
    """
    at = next((n for n, other in enumerate(rows) if other["start"] == row["start"]), 0)
    first = last = at
    while first > 0 and _JOINED_BY_AND.fullmatch(text[rows[first - 1]["end"] : rows[first]["start"]]):
        first -= 1
    while last + 1 < len(rows) and _JOINED_BY_AND.fullmatch(text[rows[last]["end"] : rows[last + 1]["start"]]):
        last += 1
    # A comma that opens the list may join it as well.
    gaps = {n: text[rows[n - 1]["end"] : rows[n]["start"]] for n in range(max(first, 1), at + 1)}
    opens = [n for n, gap in gaps.items() if _OPENS_LIST.fullmatch(gap)]
    for opened in opens:
        whole, members = rows[opened - 1], rows[opened : last + 1]
        one_more = bool(_AND_ONE.match(text[members[-1]["end"] :]))
        adds_up = sum(member["low"] or 0 for member in members) + one_more == whole["low"]
        named = words_of("people", "all").match(whole["unit"]) and not words_of("people", "all").match(row["unit"])
        if (named and row["unit"] != "-") or (adds_up and words_of("people", "by_age").match(row["unit"])):
            return True
    return False
