"""The patterns of times.toml, each tried only beside the words that call for it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from samestory.claims.tokens import Sentence
from samestory.lexicon import read_lexicon

REACH = 8
# The trigger that stands for any number of four digits.
YEAR = "####"
# The trigger that stands for one or two digits, a full stop and two digits.
DOTTED = "##.##"
DOTTED_DIGITS = re.compile(r"\d\d?\.\d\d")
WITH_STOP = re.compile(r"\d\.[0-5]\d\s?[ap]\.?m\b", re.IGNORECASE)
FOUR_DIGITS = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of times.toml with the words that call for it."""

    name: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    resolve: str
    group: str | int
    reach: int
    with_stop: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A rule at a place of its sentence, with the pieces it found."""

    rule: Rule
    start: int
    end: int
    groups: dict[str, str | None]


@cache
def time_lexicon() -> dict[str, Any]:
    """Read the lexicon of times."""
    return read_lexicon(__package__, "times.toml")


@cache
def time_rules() -> tuple[Rule, ...]:
    """Give the rules with their macros filled in."""
    lexicon = time_lexicon()
    # The longest first: "Easter Monday" before "Easter". Apostrophes come straight or curly.
    names = sorted(lexicon["holidays"], key=lambda name: (-len(name), name))
    holiday = "|".join(re.escape(name).replace("'", "[’']") for name in names)
    macros = {**lexicon["macros"], "holiday": f"(?:{holiday})"}
    rules = []
    for entry in lexicon["rules"]:
        pattern = entry["pattern"]
        # A macro may hold macros that stand above it.
        for name, piece in reversed(macros.items()):
            pattern = pattern.replace("{" + name + "}", piece)
        compiled = re.compile(pattern, re.IGNORECASE)
        group: str | int = "expression" if "expression" in compiled.groupindex else 0
        triggers, reach = frozenset(entry["trigger"]), entry.get("reach", REACH)
        rules.append(
            Rule(entry["name"], triggers, compiled, entry["resolve"], group, reach, entry.get("with_stop", False))
        )
    return tuple(rules)


@cache
def _rules_by_trigger() -> dict[str, tuple[int, ...]]:
    """Give the numbers of the rules each word calls for."""
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(time_rules()):
        for trigger in rule.triggers:
            found.setdefault(trigger, []).append(number)
    return {trigger: tuple(numbers) for trigger, numbers in found.items()}


def prints_stops(text: str) -> bool:
    """Tell a text that prints clock times with a full stop."""
    return WITH_STOP.search(text) is not None


def find_matches(sentence: Sentence, with_stop: bool = False) -> list[Match]:
    """Give the matches of all rules that do not overlap: the first, then the longest, then the first in the lexicon.

    Args:
        sentence: the sentence.
        with_stop: its article prints clock times with a full stop.
    """
    called = _called(sentence)
    if not called:
        return []
    rules, found = time_rules(), []
    for number, tokens in called.items():
        if rules[number].with_stop and not with_stop:
            continue
        for match in _beside(sentence, rules[number], tokens):
            start, end = match.span(rules[number].group)
            found.append((start, -end, number, match))
    chosen: list[Match] = []
    for start, end, number, match in sorted(found, key=lambda f: f[:3]):
        if -end > start >= (chosen[-1].end if chosen else 0):
            chosen.append(Match(rules[number], start, -end, match.groupdict()))
    return chosen


def _called(sentence: Sentence) -> dict[int, list[int]]:
    """Give the rules that words of a sentence call for, with the tokens that do."""
    by_trigger, lower = _rules_by_trigger(), sentence.lower
    called: dict[int, list[int]] = {}
    years = FOUR_DIGITS.search(sentence.text) is not None
    dotted = DOTTED_DIGITS.search(sentence.text) is not None
    # Most sentences hold none: a look at the whole is quicker than one at each word.
    if not years and not dotted and by_trigger.keys().isdisjoint(lower):
        return called
    for index, word in enumerate(lower):
        trigger = YEAR if years and len(word) == 4 and word.isdigit() else word
        if dotted and len(word) in {4, 5} and DOTTED_DIGITS.fullmatch(word):
            trigger = DOTTED
        if trigger in by_trigger:
            for number in by_trigger[trigger]:
                called.setdefault(number, []).append(index)
    return called


def _beside(sentence: Sentence, rule: Rule, tokens: list[int]) -> list[re.Match[str]]:
    """Give the matches of a rule that begin at a token or shortly before it, none inside another."""
    found: list[re.Match[str]] = []
    place, least = 0, 0
    for token in tokens:
        for index in range(max(place, token - rule.reach), token + 1):
            start = sentence.starts[index] - sentence.start
            match = rule.pattern.match(sentence.text, start) if start >= least else None
            if match is not None and match.end() > start:
                found.append(match)
                least = match.end()
        place = token + 1
    return found
