"""Which event a finding is about: that of the codebook, what came before it, or another."""

from functools import cache

from samestory.claims.coding.anchoring import BACKGROUND, Anchor, sums_up
from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Codebook, Event, Variable
from samestory.claims.coding.earlier import words
from samestory.claims.coding.findings import Finding
from samestory.claims.coding.named_days import CLOCK
from samestory.claims.currencies import currency_names


def event_of(
    codebook: Codebook, article: Article, sentence: Sentence, anchored: Anchor, variable: Variable, finding: Finding
) -> str:
    """Say which event a finding is about: focal, background or other.

    Args:
        codebook: the codebook.
        article: the article.
        sentence: the finding's sentence.
        anchored: what the sentence is about, clause by clause.
        variable: the question it answers.
        finding: the finding.
    """
    # "No deaths since 1959" tells of the years between; a clock time alone may be of the eve.
    before = variable.type == "time" and _is_before(finding, codebook.event)
    compares = anchored.limited and (finding.polarity == "negative" or before)
    compares = compares or (before and CLOCK.match(finding.value or "") is None)
    asked = f"{variable.label} {variable.question} {variable.definition} {variable.include}"
    summed = variable.type == "count" and sums_up(article, sentence, codebook.event, finding.start, finding.end, asked)
    if compares or summed or variable.event == BACKGROUND:
        return BACKGROUND
    return anchored.at(finding.start, lasting=_is_lasting(variable))


def _is_lasting(variable: Variable) -> bool:
    """Say whether a question asks for what may lie before the day of the event: how much money, who knew before.

    How many were hurt, when it happened, how somebody reacted are of the event alone.
    """
    if variable.type == "category":
        return words("asked_before").match(f"{variable.label} {variable.question} {variable.definition}")
    return variable.type == "count" and bool(variable.units) and _money().issuperset(variable.units)


@cache
def _money() -> frozenset[str]:
    """Give the words of the names of currencies."""
    return frozenset(word for name in currency_names() for word in name.split())


def _is_before(finding: Finding, event: Event) -> bool:
    """Say whether a date lies before the event."""
    told, day = finding.value or "", event.date or ""
    return told[:4].isdigit() and told[: len(day)] < day[: len(told)]
