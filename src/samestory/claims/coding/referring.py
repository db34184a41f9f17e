"""Numbers of what the sentence before counts: "The death toll is disputed. The ministry puts it at 19."."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.findings import Finding, number_finding
from samestory.claims.coding.lexicon import words_of
from samestory.claims.coding.superseding import rises
from samestory.claims.phrases import compile_pattern

# "It", or what counts, as the subject of a verb that leads to a number; "the figure for damage" counts something else.
_SUBJECT = compile_pattern(
    r"^\W*(?:it|that|this|the (?:[\pL-]+ )?(?:figure|number|total|count|tally|toll))\s[^,;:()]{0,40}$"
)
_OF_ELSE = compile_pattern(r"^\W*the (?:[\pL-]+ )?(?:figure|number|total|count|tally|toll) (?:of|for|from) ")
_PUT = compile_pattern(
    r"\b(?:puts?|putting|sets?|setting|gives?|gave|given|places?|placed|estimates?|estimated) "
    r"(?:it|that|the (?:figure|number|total|count|tally|toll)) (?:at|as)\s+$"
)
_TOLL = compile_pattern(r"\btoll\b")
DEATH_TOLL = "death toll"


def referring_findings(variable: Variable, article: Article, sentence: Sentence) -> list[Finding]:
    """Find the number that a sentence without a question's wording gives of what the one before it counts."""
    rows = [row for row in inside(article.quantities, sentence.start, sentence.end) if row["unit"] == "-"]
    before = sentence_before(article, sentence) if rows else None
    if before is None or not _counts(variable, before.text):
        return []
    for row in rows:
        lead = article.text[sentence.start : row["start"]]
        if not row["negated"] and (_PUT.search(lead) or _is_reached_by_it(lead)):
            finding = number_finding(row, row["end"], next(iter(variable.units)), row["scope"])
            return [replace(finding, rule=f"unit: none printed; counted in the sentence before; {finding.rule}")]
    return []


def sentence_before(article: Article, sentence: Sentence) -> Sentence | None:
    """Give the sentence before one in its paragraph."""
    sentences: Sequence[Sentence] = article.sentences
    at = bisect_left(sentences, sentence.start, key=lambda other: other.start)
    if at == 0 or "\n" in article.text[sentences[at - 1].end : sentence.start]:
        return None
    return sentences[at - 1]


def _counts(variable: Variable, text: str) -> bool:
    """Say whether a sentence speaks of the count that a question asks for; a toll alone is that of the dead."""
    told = variable.triggers.match(text) and words_of("reached", "counts").match(text)
    return told or bool(_TOLL.search(text) and variable.triggers.match(DEATH_TOLL))


def _is_reached_by_it(lead: str) -> bool:
    """Say whether the words before a number tell that "it" has come to that number."""
    ends = [end for words in (words_of("reached", "verbs"), rises()) for _, end in words.spans(lead)]
    by_it = _SUBJECT.match(lead) is not None and _OF_ELSE.match(lead) is None
    return by_it and any(not lead[end:].strip() for end in ends)
