"""The numbers that answer a count: of the right unit, bound to the question's wording, each with its scope."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from samestory.claims.coding.articles import Article, Sentence, inside, sentence_before
from samestory.claims.coding.binding import BREAK, belongs, is_toll
from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.findings import Finding, number_finding
from samestory.claims.coding.lengths import is_distance, join_lengths
from samestory.claims.coding.lexicon import phrases_of, words_of
from samestory.claims.coding.lists import adds_up, is_listed, sums, with_one_more
from samestory.claims.coding.parts import (
    OF_WHOLE,
    SHARE,
    end_of_everybody,
    end_of_those,
    is_done_to_some,
    is_of_own,
    is_part,
    parts_told,
    results_in,
    says_of_them,
)
from samestory.claims.coding.places import by_place
from samestory.claims.coding.population import (
    BEHIND,
    IN_HOSPITAL,
    are_people,
    asks_for_hospitals,
    asks_for_people,
    group_of,
    is_in_hospital,
    narrow,
    severity,
)
from samestory.claims.coding.scopes import scope_of
from samestory.claims.coding.superseding import rises
from samestory.claims.coding.unasked import counts_nothing
from samestory.claims.phrases import Phrases, compile_pattern
from samestory.claims.quantities.numbers import measure_units, quantity_lexicon
from samestory.claims.quantities.pounds import RATE
from samestory.claims.quantities.wording import is_rate, plurals, unit_names
from samestory.rows import Row

# How far behind a number the noun it counts may stand, in characters.
UNIT_REACH = 60
# "Have died there", but "there are fears of more" and "where there was no exit".
_THERE = re.compile(
    r"\bthere\b(?!(?:[’']s\b)|\s+(?:is|are|was|were|has|have|had|will|would|may|might|could|can|must|remains?|seems?)\b)",
    re.IGNORECASE,
)
FROM = compile_pattern(r"\s+from (?:the )?(?-i:\p{Lu}[\pL-]+(?: \p{Lu}[\pL-]+)*)")
COORDINATED = compile_pattern(r"\s+(?:or|and)\s+([\pL-]+)\s+[\pL-]+")


def count_findings(
    variable: Variable, article: Article, sentence: Sentence, others: Sequence[Phrases] = ()
) -> list[Finding]:
    """Find the quantities of a sentence that count one of the variable's units, each with its scope.

    Whoever counts people counts them by any noun but those of ``others``, which another question counts there.
    """
    text, found = article.text, list[Finding]()
    numbers = join_lengths(text, inside(article.quantities, sentence.start, sentence.end), variable)
    rows = parts_told(text, sentence, numbers, variable.triggers)
    for index, row in enumerate(rows):
        # What stands between two numbers of one unit belongs to the first.
        before = row["start"] if found else sentence.start
        after = rows[index + 1]["start"] if index + 1 < len(rows) else sentence.end
        # "215 pupils and 12 teachers" are one number of all, though another question counts the pupils.
        nouns = () if is_listed(text, rows, index, variable) else others
        counted = _what_is_counted(variable, article, sentence, row, after, nouns)
        if counted is None or not _answers(variable, article, sentence, rows, index, counted):
            continue
        scope = scope_of(variable, article, sentence, row["start"], counted.end, before, after)
        if variable.scopes and scope is None:
            continue
        name = _unit_name(variable, row, counted.unit)
        finding = number_finding(row, counted.end, name, scope if variable.scopes else row["scope"])
        if index and _is_converted(text, rows[index - 1], row):
            finding = replace(finding, approximate=finding.approximate or bool(rows[index - 1]["approximate"]))
        rule = f"unit: {counted.unit or 'none printed'}; {finding.rule}"
        # "51 were taken to two hospitals": the places are no number of people.
        to = rows[index + 1] if index + 1 < len(rows) else row
        reach = to["end"] if words_of("hospital", "place").match(to["unit"]) else after
        population = _population(variable, row, text, reach) if asks_for_people(variable) else None
        if not asks_for_hospitals(variable) and _are_there(article, sentence, row, after):
            population = population or IN_HOSPITAL
        found.append(replace(finding, rule=rule, population=population))
    if variable.scopes:
        return found
    added = sums(text, found)
    if not asks_for_people(variable):
        return added
    return by_place(article, sentence, with_one_more(text, sentence, added, variable))


class Counted(NamedTuple):
    """What a number counts: the codebook's name of the unit, None where no noun is printed, and where the noun ends."""

    unit: str | None
    end: int


def _what_is_counted(
    variable: Variable, article: Article, sentence: Sentence, row: Row, after: int, others: Sequence[Phrases]
) -> Counted | None:
    """Give which of the variable's units a number counts; None where it counts something else."""
    # "A third of the boats" is no number of boats, "two hours before" no number of hours that something lasts.
    if row["unit"].startswith(SHARE) or is_distance(article.text, sentence, row, variable):
        return None
    people = asks_for_people(variable)
    unit, end = _counted(variable, article.text, row, after)
    end = end_of_everybody(article.text, sentence, row) or end
    if unit is None and people and are_people(article.text, sentence, row, variable.triggers):
        if any(counts(row["unit"], words) for words in others):
            return None
        unit = next(iter(variable.units))
    if unit is not None:
        return Counted(unit, end)
    # "Killing 12": a number without a noun counts people, right beside what is said of them.
    bare = row["unit"] == "-" and bool(variable.triggers)
    bare = bare and (not row["negated"] or row["text"].casefold() == "none")
    return Counted(None, end) if bare and (people or _leaves_noun_out(variable, article, sentence, row)) else None


def _answers(
    variable: Variable, article: Article, sentence: Sentence, rows: Sequence[Row], index: int, counted: Counted
) -> bool:
    """Say whether a number of the right unit is what the question asks for: the whole, in its wording's clause."""
    text, row, bare = article.text, rows[index], counted.unit is None
    if not variable.scopes and adds_up(text, rows, index):
        return False
    changed = index > 0 and results_in(text, rows[index - 1], row)
    told = [other for other in rows if other is not rows[index - 1]] if changed else rows
    end = end_of_those(text, sentence, row) or counted.end
    if variable.triggers and not belongs(text, sentence, row, end, told, variable.triggers, near=bare):
        return False
    if counts_nothing(variable, article, sentence, row):
        return False
    before = sentence_before(article, sentence)
    said = text[sentence.start : row["start"]] if index else before.text if before else ""
    if row["rule"] == OF_WHOLE or says_of_them(text, sentence, row, variable.triggers, said):
        return True
    if not asks_for_people(variable) and is_done_to_some(text, sentence, rows, index, variable.triggers):
        return True
    # "11 reports, including three of burns": a number that leaves its noun out counts some of those before it.
    total = bare or asks_for_people(variable) or row["rule"] == "elliptic"
    further = _told_earlier(variable, article, sentence, row)
    return not is_part(text, sentence, row, rows, variable.triggers, total=total, further=further)


def _told_earlier(variable: Variable, article: Article, sentence: Sentence, row: Row) -> bool:
    """Say whether "another four" may come on top of a number of the question.

    Not so where the number told last is of another state: "Twelve have died. Another four are missing."
    """
    here = variable.triggers.match(article.text[sentence.start : row["start"]])
    here = here and bool(inside(article.quantities, sentence.start, row["start"]))
    if here or not words_of("parts", "further").match(sentence.text):
        return True
    for other in reversed(article.sentences):
        if other.start < sentence.start and inside(article.quantities, other.start, other.end):
            apart = phrases_of("states").match(other.text) or rises().match(other.text)
            return variable.triggers.match(other.text) or not apart
    return True


def _are_there(article: Article, sentence: Sentence, row: Row, after: int) -> bool:
    """Say whether those counted are in the hospital of the sentence before: "Two have died there"."""
    before = sentence_before(article, sentence)
    there = before is not None and _THERE.search(article.text[row["end"] : after])
    return bool(there) and words_of("hospital", "place").match(before.text if before else "")


def _leaves_noun_out(variable: Variable, article: Article, sentence: Sentence, row: Row) -> bool:
    """Say whether the sentence before counts one of the units: "Twelve drones were launched. Nine were shot down".

    "Seven states have reported cases. Four died" goes on with people.
    """
    before = sentence_before(article, sentence)
    told = inside(article.quantities, before.start, before.end) if before else []
    behind = article.text[row["end"] : sentence.end]
    harmed = [start for name in ("dead", "hurt") for start, _ in words_of("states", name).spans(behind)]
    if not told or any(BEHIND.fullmatch(behind[:start]) for start in harmed):
        return False
    return any(counts(told[-1]["unit"], words) for words in variable.units.values())


def _unit_name(variable: Variable, row: Row, unit: str | None) -> str:
    """Give the name of a finding's unit: that of the codebook, with the rate it does not ask for: euro per day."""
    name = unit or next(iter(variable.units))
    rate = RATE in row["unit"] and is_rate(row["unit"]) and not counts_rate(row["unit"], variable.units[name])
    return f"{name}{RATE}{row['unit'].partition(RATE)[2]}" if rate else name


def _is_converted(text: str, before: Row, row: Row) -> bool:
    """Say whether a number is the one before it in another unit: "about 300 metres (980 feet)"."""
    measured = before["unit"] in measure_units() and row["unit"] in measure_units()
    return measured and text[before["end"] : row["start"]].strip() == "("


def _population(variable: Variable, row: Row, text: str, limit: int) -> str | None:
    """Say who is counted where that is narrower than the question: "US citizens", "10 from Peru", the badly hurt."""
    # "40 pupils from Tarn Grammar" are all of a group, "10 from Peru" some of the people.
    home = FROM.match(text[row["end"] : limit]) if row["unit"] in {"-", "people", "person"} else None
    if home is not None:
        return " ".join(home[0].split())
    words = row["unit"].split()
    if is_toll(variable.triggers) and (group := group_of(row["unit"])) is not None:
        return " ".join([*(word for word in words[:-1] if word[:1].isupper()), group])
    if narrow(row["unit"]) or is_of_own(row) or any(word[:1].isupper() for word in words):
        return str(row["unit"])
    hurt = any(phrases.match("injured") for phrases in (variable.triggers,))
    if not hurt:
        return None
    degree = severity(text, row["end"], limit)
    return degree or (IN_HOSPITAL if is_in_hospital(text, row["start"], limit) else None)


def _counted(variable: Variable, text: str, row: Row, limit: int) -> tuple[str | None, int]:
    """Give which of the variable's units a quantity counts, None if none, and where the noun ends."""
    # A unit that names the rate goes before one that names only what is counted.
    units = sorted(variable.units.items(), key=lambda item: not counts_rate(row["unit"], item[1]))
    for name, words in units:
        spans = _forms(words).spans(text[row["start"] : min(limit, row["end"] + UNIT_REACH)], row["start"])
        # "Dozens of bus or tram lines" counts lines: a noun in the singular only qualifies the next.
        qualifies = row["text"].casefold().endswith(row["unit"].split(" ")[-1].casefold()) and row["low"] != 1
        joined = COORDINATED.match(text[row["end"] : limit]) if qualifies else None
        # ... but "12 people and the gunman" counts people.
        if joined and joined[1].casefold() not in quantity_lexicon()["determiners"]:
            end = int(row["end"]) + joined.end()
            if any(span_end == end for _, span_end in spans):
                return name, end
        elif (_demonym(row["unit"]) and words.match("people")) or _of_one_group(row["unit"], words):
            return name, int(row["end"])
        elif counts(row["unit"], words) or _stands_next(text, row, spans):
            noun = next((end for start, end in spans if not BREAK.search(text[row["end"] : start])), 0)
            return name, max(int(row["end"]), noun)
    return None, int(row["end"])


@cache
def _forms(words: Phrases) -> Phrases:
    """Give words and their plurals, compiled once."""
    return Phrases(tuple(form for word in words.wordings for form in (word, *plurals(word))))


def _of_one_group(unit: str, words: Phrases) -> bool:
    """Say whether a noun names the group that words ask for: cops, where a question counts officers."""
    group = group_of(unit)
    return group is not None and any(group_of(word) == group for word in words.wordings) and not words.match("people")


def _demonym(unit: str) -> bool:
    """Say whether a unit names people by their country: American, Israeli, Chinese."""
    return unit[:1].isupper() and unit.endswith(("an", "ese", "li", "qi", "ni", "sh"))


def _stands_next(text: str, row: Row, spans: list[tuple[int, int]]) -> bool:
    """Say whether a number without a noun is followed by one of the words: 12 dead, 40 injured."""
    return row["unit"] == "-" and any(
        start >= row["end"] and text[row["end"] : start].strip() == "" for start, _ in spans
    )


def counts(unit: str, words: Phrases) -> bool:
    """Say whether a quantity's unit (a singular, as "US troop") ends in one of the words, as the texts are read.

    A rate ("vehicle per day") is asked for by its own name, or by the name of what is counted.
    """
    plain, _ = unit_names(words)
    counted = unit.partition(RATE)[0] if is_rate(unit) else unit
    # A measure of its own ("mile per hour") does not count its last word.
    return counts_rate(unit, words) or (RATE not in counted and _ends_in(counted, plain))


def counts_rate(unit: str, words: Phrases) -> bool:
    """Say whether a quantity's unit is one of the rates that the words name."""
    return RATE in unit and _ends_in(unit, unit_names(words)[1])


def _ends_in(unit: str, names: Phrases) -> bool:
    """Say whether a unit ends in one of the names, singular or plural."""
    return any(end == len(form) for form in (unit, *plurals(unit)) for _, end in names.spans(form))
