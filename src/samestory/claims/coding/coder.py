"""The coding of claims: each question of the codebook put to each sentence.

A count is answered by a quantity of the right unit, a category, actor or statement by its wording, a time by the
time nearest to a trigger. What a claim rests on and which event it is about is read from around it (context).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from samestory.claims.coding.about import event_of
from samestory.claims.coding.alignment import AlignmentSettings, align
from samestory.claims.coding.anchoring import FOCAL, Anchor, anchor
from samestory.claims.coding.articles import Article, Sentence, gather, inside
from samestory.claims.coding.claim_rows import claim_row
from samestory.claims.coding.codebook import UNKNOWN, Codebook, Variable, count_value, is_negative
from samestory.claims.coding.counterparts import counterpart_findings
from samestory.claims.coding.counting import count_findings
from samestory.claims.coding.findings import STATED, Finding
from samestory.claims.coding.named_days import on_day_of_event
from samestory.claims.coding.negation import is_negated, is_unclaimed
from samestory.claims.coding.ordinals import ordinal_findings
from samestory.claims.coding.population import asks_for_people
from samestory.claims.coding.questions import told_part
from samestory.claims.coding.referring import counts_of, goes_on, referring_findings
from samestory.claims.coding.scopes import scope_of
from samestory.claims.coding.subgroups import mark_subgroups
from samestory.claims.coding.superseding import supersede
from samestory.claims.coding.timing import time_findings
from samestory.claims.phrases import Phrases, compile_pattern
from samestory.rows import Row
from samestory.tables import build

_AMONG = compile_pattern(r"\s+(among\s+(?:(?:the|its|their|our|his|her)\s+)?[\pL]+(?:\s[\pL]+)?)")


def code_claims(
    codebook: Codebook | None,
    texts: pd.DataFrame,
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    attributions: pd.DataFrame,
    quantities: pd.DataFrame,
    times: pd.DataFrame,
    stretches: pd.DataFrame,
    origins: pd.DataFrame,
    alignment: AlignmentSettings | None = None,
) -> pd.DataFrame:
    """Code what each article claims on each question; without a codebook, what several articles of an event state.

    With a codebook an article's claims depend on its own rows alone.

    Args:
        codebook: the questions, None to align what articles state.
        texts: clean/texts.
        documents: clean/documents.
        sentences: clean/sentences.
        attributions: claims/attributions.
        quantities: claims/quantities.
        times: claims/times.
        stretches: overlap/stretches.
        origins: overlap/origins.
        alignment: how far alignment goes.

    Returns:
        claims/claims.
    """
    tables = {
        "attributions": attributions,
        "quantities": quantities,
        "times": times,
        "stretches": stretches,
        "origins": origins,
    }
    articles = gather(texts, documents, sentences, tables)
    if codebook is not None:
        scoped = {variable.name for variable in codebook.variables if variable.scopes}
        coded = (supersede(article.text, code_article(codebook, article), scoped) for article in articles)
        return build("claims/claims", (row for rows in coded for row in rows))
    settings = alignment or AlignmentSettings()
    told = _by_event(articles)
    small = [told[event] for event in sorted(told) if len(told[event]) <= settings.max_documents]
    return build("claims/claims", (row for event in small for row in align(event, settings.max_questions)))


def _by_event(articles: Sequence[Article]) -> Mapping[str, list[Article]]:
    """Group the articles by the event they tell of; those that name none are of one."""
    told: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        told[article.event or ""].append(article)
    return told


def code_article(codebook: Codebook, article: Article) -> list[Row]:
    """Give the rows of claims/claims of one article."""
    told = zip(article.sentences, anchor(article, codebook.event), _answers(codebook, article), strict=True)
    rows = (
        _row(codebook, article, sentence, about, variable, finding)
        for sentence, about, answers in told
        for variable in codebook.variables
        for finding in answers.get(variable.name, ())
    )
    return mark_subgroups(codebook, article, rows)


def _answers(codebook: Codebook, article: Article) -> Iterator[Mapping[str, Sequence[Finding]]]:
    """Yield what each sentence answers, by question; a number may be given for a count of the sentences before it."""
    variables = [variable for variable in codebook.variables if variable.type != "naming"]
    counted = [variable for variable in variables if variable.type == "count" and not variable.scopes]
    before: dict[str, float | None] = {}
    for index, whole in enumerate(article.sentences):
        before = before if goes_on(article, index) else {}
        answers: dict[str, list[Finding]] = {}
        # A question ("How many attacks ...?") claims nothing.
        sentence = told_part(whole)
        if sentence is not None:
            found = {variable.name: find_answers(variable, article, sentence, codebook) for variable in variables}
            answers = {name: findings for name, findings in found.items() if findings}
            open_to = [variable for variable in counted if not variable.unless.match(sentence.text)]
            for variable, finding in referring_findings(open_to, article, sentence, answers, before):
                if not is_unclaimed(article, sentence, finding.start, finding.end, count=True):
                    answers = {**answers, variable.name: [*answers.get(variable.name, ()), finding]}
        yield answers
        before = counts_of(counted, whole, answers) or before


def _row(
    codebook: Codebook, article: Article, sentence: Sentence, anchored: Anchor, variable: Variable, finding: Finding
) -> Row:
    """Make the row of a finding, with the event that it is about."""
    about = event_of(codebook, article, sentence, anchored, variable, finding)
    if variable.type == "time" and about == FOCAL == variable.event:
        finding = on_day_of_event(finding, article, sentence, codebook.event)
    row = claim_row(article, sentence, variable.name, finding, about, article.published)
    return {**row, "answers": about == variable.event}


def find_answers(variable: Variable, article: Article, sentence: Sentence, codebook: Codebook) -> list[Finding]:
    """Find what a sentence answers to one question, in the order of the text."""
    if variable.unless.match(sentence.text):
        return []
    if variable.triggers and not variable.triggers.match(sentence.text):
        return [*ordinal_findings(variable, sentence)] if variable.type == "count" else []
    found = _by_wording(variable, article, sentence)
    if variable.type == "count":
        parts = codebook.variable(variable.parts) if variable.parts else None
        nouns = _nouns_of_others(variable, article, sentence, codebook)
        counted = [*count_findings(variable, article, sentence, nouns), *ordinal_findings(variable, sentence)]
        taken = {(f.start, f.end) for f in find_answers(parts, article, sentence, codebook)} if parts else set()
        counted = [f for f in counted if (f.start, f.end) not in taken]
        counted += [f for f in counterpart_findings(variable, article, sentence) if not _overlaps(f, counted)]
        # "No casualties" is said more finely by its wording ("none reported"), every other number by its figure.
        denials = [_among_some(article, sentence, f) for f in found if f.polarity != "positive"]
        counted = [f for f in counted if not _overlaps(f, denials)]
        found = [f for f in found if f.polarity == "positive" and not _overlaps(f, counted)] + denials + counted
    elif variable.type == "time":
        found += time_findings(variable, article, sentence)
    elif variable.type == "statement" and not variable.values and not found:
        core = variable.triggers.spans(sentence.text, sentence.start)[0]
        rule = f"trigger: {variable.triggers.wording(article.text[slice(*core)])}"
        found = [Finding(sentence.start, sentence.end, rule, value=STATED, core=core)]
    count = variable.type == "count"
    claimed = [
        f for f in found if f.polarity == "unknown" or not is_unclaimed(article, sentence, f.start, f.end, count=count)
    ]
    return sorted(claimed, key=lambda finding: finding.start)


def _among_some(article: Article, sentence: Sentence, finding: Finding) -> Finding:
    """Give a denial with those it is of: "no deaths among the crew"."""
    some = _AMONG.match(article.text[finding.end : sentence.end])
    return replace(finding, population=some[1]) if some and finding.polarity == "negative" else finding


def _nouns_of_others(variable: Variable, article: Article, sentence: Sentence, codebook: Codebook) -> list[Phrases]:
    """Give the nouns that other questions count in a sentence: "23 officers" are of one that counts officers.

    Such a question has wording in common with this one: of the escaped and of the pupils taken both may count pupils.
    """
    if not asks_for_people(variable) or not inside(article.quantities, sentence.start, sentence.end):
        return []
    own = {*variable.triggers.spans(sentence.text)}
    return [
        words
        for other in codebook.variables
        if other.type == "count" and other.name != variable.name
        if not own.isdisjoint(other.triggers.spans(sentence.text))
        for words in other.units.values()
    ]


def _by_wording(variable: Variable, article: Article, sentence: Sentence) -> list[Finding]:
    """Find the values whose wording stands in a sentence; of two that overlap the longer, each value once."""
    wordings = {**variable.values, **({UNKNOWN: variable.unknown} if variable.unknown else {})}
    matches = [
        (start, end, value)
        for value, phrases in wordings.items()
        for start, end in phrases.spans(sentence.text, sentence.start)
    ]
    matches.sort(key=lambda match: (match[0] - match[1], match[0], match[2]))
    found: list[Finding] = []
    for start, end, value in matches:
        finding = _value_finding(variable, article, sentence, start, end, value)
        met = [f for f in found if f.start < end and start < f.end]
        # "diesel ferries" and "ferries were delayed" share a word: the finer value is the one meant.
        if (
            len(met) == 1
            and variable.under.get(value) == met[0].value
            and not (met[0].start <= start and end <= met[0].end)
        ):
            found[found.index(met[0])] = finding
        elif value not in {f.value for f in found} and not met:
            found.append(finding)
    return found


def _value_finding(
    variable: Variable, article: Article, sentence: Sentence, start: int, end: int, value: str
) -> Finding:
    """Make a finding of a value that its wording shows."""
    if value == UNKNOWN:
        rule = f"unknown: {variable.unknown.wording(article.text[start:end])}"
        return Finding(start, end, rule, value=UNKNOWN, polarity="unknown")
    low, high = (count_value(value) or (None, None)) if variable.type == "count" else (None, None)
    unit = next(iter(variable.units), None) if variable.type == "count" else None
    rule = f"value: {variable.values[value].wording(article.text[start:end])}"
    denied = (
        variable.type in {"category", "actor"} and not is_negative(value) and is_negated(article, sentence, start, end)
    )
    value = f"not {value}" if denied else value
    polarity = "negative" if is_negative(value) else "positive"
    scope = scope_of(variable, article, sentence, start, end)
    return Finding(start, end, rule, value, low, high, unit, scope, polarity)


def _overlaps(finding: Finding, others: list[Finding]) -> bool:
    """Say whether a finding shares a letter with another."""
    return any(finding.start < other.end and other.start < finding.end for other in others)
