"""Numbers given for what is counted before them: "More than 1,500 walked out. The company put the number at 400."."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from samestory.claims.coding.articles import Article, Sentence, inside, sentence_before
from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.counted import content_words
from samestory.claims.coding.counting import counts
from samestory.claims.coding.findings import Finding, number_finding
from samestory.claims.coding.lexicon import words_of
from samestory.claims.coding.superseding import rises
from samestory.claims.currencies import currency_names
from samestory.claims.intervals import known_end
from samestory.claims.phrases import compile_pattern
from samestory.claims.quantities.numbers import measure_units
from samestory.rows import Row

# The counts that sentences tell or speak of, by question: the number told last, None where there is none yet.
Counts = Mapping[str, float | None]

_COUNT = (
    r"(?:(?:the|its|their|his|her|our|that|this|[\pL]+[’']s?)\s+(?:[\pL-]+\s+){0,2}"
    r"(?:figures?|numbers?|total|count|tally|toll|estimate))"
)
_IT = rf"(?:it|that|this|{_COUNT})"
# "It rose to", "the figure, made from the roof, is", "says it was".
_SUBJECT = compile_pattern(rf"\b{_IT}\s[^;:()]{{0,60}}$")
_IS = compile_pattern(
    rf"\b(?:there|{_IT})(?:, [^;:()]{{1,50}},)?\s+(?:now\s+|still\s+)?(?:is|was|were)\s+(?:now\s+|still\s+)?$"
)
_OF_ELSE = compile_pattern(rf"\b{_COUNT} (?:of|for|from) ")
_PUT = compile_pattern(
    rf"\b(?:puts?|putting|sets?|setting|gives?|gave|given|places?|placed|estimates?|estimated)\s+{_IT}\s+(?:at|as)\s+$"
)
_MOVED = compile_pattern(
    r"\b(?:raised?|raises|raising|lowered|lowers|revised|revises|cut|cuts|corrected|changed|reduced|updated|brought|bringing|taking|raising|pushing)"
    rf"\s+{_IT}\s+(?:up\s+|down\s+)?to\s+$"
)
# "The office, which reported 41 deaths in the morning, had 52 as of 5 p.m."
_HAS = compile_pattern(r"\b(?:has|had)\s+$")
_AS_OF = compile_pattern(r"\s+(?:as of|by)\b")
# "Said 12 was too many", "it was 5 in the morning": something else is said of the number.
_SAID_MORE = compile_pattern(
    r"\s+(?:of|is|are|was|were|has|have|had|will|would|could|may|might|must|do|does|did"
    r"|in the (?:morning|afternoon|evening))\b"
)
# What may stand between a verb of saying and the number.
_FILLING = compile_pattern(r"\s*(?:(?:first|still|now|only|just|a (?:figure|number|total|toll) of)\s+)*")
# "Police say 18,000 and the organisers, Yatosha, 150,000".
_GAPPED = compile_pattern(
    r"(?:[;,]|\s)\s*(?:and|but|while)\s+(?:(?:by|on)\s+(?-i:\p{Lu})\pL+\s+)?([\pL’'.,\s-]{0,60})$"
)
_UP_FROM = compile_pattern(r"\s*,?\s*(?:(?:up|down)\s+)?from\s+$")
_TOLL = compile_pattern(r"\btoll\b")
_HOW_MANY = compile_pattern(r"\bhow (?:many|much|big|large)\b")
# What begins a paragraph and takes up the count told above it: "The figure was 52", "How many is a matter of dispute".
_TAKES_UP = compile_pattern(
    r"^\W*(?:the (?:[\pL]+ )?(?:figures?|numbers?|toll|total|count|tally)|how (?:many|much|big|large))\b"
)
DEATH_TOLL = "death toll"
# Two numbers given for one count differ less than so many times; of two counts the one far nearer in size is meant.
LARGEST_RATIO, NEAR_RATIO = 20.0, 3.0


def referring_findings(
    variables: Sequence[Variable],
    article: Article,
    sentence: Sentence,
    answers: Mapping[str, Sequence[Finding]],
    before: Counts,
) -> Iterator[tuple[Variable, Finding]]:
    """Find the numbers without a noun that a sentence gives for what it, or the one before it, counts.

    Args:
        variables: the questions that ask for a count.
        article: the article.
        sentence: the sentence.
        answers: what it answers to each question by its own wording.
        before: the counts of the sentences before it in its paragraph.

    Yields:
        Each question with a finding, in the order of the text.
    """
    asked = {variable.name: variable for variable in variables}
    rows = inside(article.quantities, sentence.start, sentence.end)
    given: Row | None = None
    for index, row in enumerate(rows):
        first = rows[index - 1]["end"] if index else sentence.start
        lead, behind = article.text[sentence.start : row["start"]], article.text[row["end"] : sentence.end]
        answered = any(f.start < row["end"] and row["start"] < f.end for found in answers.values() for f in found)
        follows = given is not None and given is rows[index - 1] and _goes_on(article.text[first : row["start"]])
        fitting = [v for v in variables if row["unit"] == "-" or _is_measured_in(row["unit"], v)]
        if answered or not fitting or row["negated"]:
            given = row if answered else given
            continue
        if not (follows or _is_given(lead, behind)):
            continue
        told = {**dict.fromkeys(_spoken_of(variables, lead)), **before, **_own(asked, answers, row["start"])}
        name = _meant(asked, {v.name: told[v.name] for v in fitting if v.name in told}, row, lead)
        if name is not None:
            given = row
            unit = next((u for u, words in asked[name].units.items() if counts(row["unit"], words)), None)
            finding = number_finding(row, row["end"], unit or next(iter(asked[name].units)), row["scope"])
            rule = f"unit: {unit or 'none printed'}; given for a count before; {finding.rule}"
            yield asked[name], replace(finding, rule=rule)


def counts_of(
    variables: Sequence[Variable], sentence: Sentence, answers: Mapping[str, Sequence[Finding]]
) -> dict[str, float | None]:
    """Give the counts that a sentence tells, with the number told last, else those that it speaks of or asks for."""
    asked = {variable.name: variable for variable in variables}
    told = _own(asked, answers, sentence.end)
    return told or dict.fromkeys(_spoken_of(variables, sentence.text) or _asked_by(variables, sentence.text))


def goes_on(article: Article, index: int) -> bool:
    """Say whether the counts told before a sentence hold for it: in its paragraph, under a heading, or taken up."""
    sentence = article.sentences[index]
    under_heading = index > 0 and article.sentences[index - 1].zone == "subhead"
    return under_heading or sentence_before(article, sentence) is not None or bool(_TAKES_UP.search(sentence.text))


def _asked_by(variables: Sequence[Variable], text: str) -> list[str]:
    """Give the question that "how big was the march?" puts in its own words, where it is one of them."""
    if not _HOW_MANY.search(text):
        return []
    words = {*content_words(text)}
    asked = [v.name for v in variables if words.intersection(content_words(f"{v.label} {v.question}"))]
    return asked if len(asked) == 1 else []


def _own(asked: Mapping[str, Variable], answers: Mapping[str, Sequence[Finding]], end: int) -> dict[str, float | None]:
    """Give the counts of a sentence's own findings up to a place; of a part of those counted there is none."""
    return {
        name: number
        for name, findings in answers.items()
        for finding in findings
        if name in asked and finding.end <= end and finding.population is None
        for number in [known_end(finding.low, finding.high)]
        if number
    }


def _is_measured_in(unit: str, variable: Variable) -> bool:
    """Say whether a measure is of a unit that a question asks for: "the union says 3.8 per cent"."""
    measured = unit in measure_units() or unit in currency_names()
    return measured and any(counts(unit, words) for words in variable.units.values())


def _spoken_of(variables: Sequence[Variable], text: str) -> list[str]:
    """Give the questions whose count a sentence speaks of; a toll alone is that of the dead."""
    counts = words_of("reached", "counts").match(text) or _HOW_MANY.search(text) is not None
    told = [text] if counts else []
    if _TOLL.search(text):
        told.append(DEATH_TOLL)
    return [v.name for v in variables if any(map(v.triggers.match, told))]


def _is_given(lead: str, behind: str) -> bool:
    """Say whether the words before a number give it as a count: "police say", "it was", "put the figure at"."""
    if _SAID_MORE.match(behind):
        return False
    if _PUT.search(lead) or _MOVED.search(lead):
        return True
    if _HAS.search(lead):
        return _AS_OF.match(behind) is not None
    if any(_FILLING.fullmatch(lead[end:]) for _, end in words_of("figures", "given").spans(lead)):
        return True
    if _OF_ELSE.search(lead):
        return False
    reached = [end for words in (words_of("reached", "verbs"), rises()) for _, end in words.spans(lead)]
    by_it = _SUBJECT.search(lead) is not None and any(not lead[end:].strip() for end in reached)
    return by_it or _IS.search(lead) is not None


def _goes_on(between: str) -> bool:
    """Say whether a number is given as the one before it is: by somebody else, or as what it was before."""
    gapped = _GAPPED.fullmatch(between)
    told_of_else = gapped is not None and words_of("figures", "else").match(gapped[1])
    return (gapped is not None and not told_of_else) or _UP_FROM.fullmatch(between) is not None


def _meant(asked: Mapping[str, Variable], counts: Counts, row: Row, lead: str) -> str | None:
    """Say which of the counts told a number is given for: the only one, or the one far nearer in size; else None."""
    names = [name for name in counts if not _TOLL.search(lead) or asked[name].triggers.match(DEATH_TOLL)]
    number = known_end(row["low"], row["high"]) or 0.0
    apart = {name: abs(math.log((number + 1) / (told + 1))) for name in names if (told := counts[name]) is not None}
    if len(names) == 1:
        return names[0] if apart.get(names[0], 0.0) <= math.log(LARGEST_RATIO) else None
    first, second = sorted(apart, key=lambda name: apart[name])[:2] if len(apart) > 1 else (None, None)
    if first is None or second is None or apart[first] > math.log(NEAR_RATIO):
        return None
    return first if 2 * apart[first] <= apart[second] else None
