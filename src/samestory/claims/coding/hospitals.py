"""Hospitals: of those in hospital a number may be that of one hospital only."""

import itertools
from collections.abc import Sequence

from samestory.claims.coding.articles import Article, Sentence, inside
from samestory.claims.coding.codebook import Variable
from samestory.claims.coding.population import asks_for_hospitals
from samestory.claims.intervals import known_end
from samestory.claims.phrases import compile_pattern
from samestory.rows import Row

# "Upton General Hospital said", "were taken to St Anne’s university hospital".
_HOSPITAL = compile_pattern(
    r"(?-i:\b((?:\p{Lu}[\pL’'.-]+\s+){1,4}(?:(?:university|general|district|children[’']s|teaching|regional)\s+)?"
    r"(?:[Hh]ospital|Infirmary|Clinic|Medical Cent(?:re|er)))\b)"
)


def mark_hospitals(article: Article, variable: Variable, rows: Sequence[Row]) -> None:
    """Give each number of those in one hospital that hospital as its population.

    It is of one where its sentence numbers those of several ("20 were taken to St Anne's Hospital and 31 to Upton
    Hospital"), and, to a question on those in hospital, where its sentence names one and the article tells of more.

    Args:
        article: the article.
        variable: a question that counts people.
        rows: the article's numbers for it, rows of claims/claims.
    """
    if not variable.triggers.match("taken to hospital"):
        return
    sentences = {sentence.start: sentence for sentence in article.sentences}
    for row in rows:
        if hospital := _one_of_several(article, sentences[row["sentence_start"]], row):
            row["population"] = f"at {hospital}"
    if asks_for_hospitals(variable):
        _mark_below_all([row for row in rows if row["population"] is None], sentences)


def _mark_below_all(rows: Sequence[Row], sentences: dict[int, Sentence]) -> None:
    """Mark the numbers whose sentence names a hospital, where a sentence that names none has a higher one."""
    found = {row["start"]: _HOSPITAL.search(sentences[row["sentence_start"]].text) for row in rows}
    for row in rows:
        wholes = (
            known_end(other["low"], other["high"]) or 0.0
            for other in rows
            if not found[other["start"]] and other["event"] == row["event"]
        )
        named = found[row["start"]]
        if named and (known_end(row["low"], row["high"]) or 0.0) < max(wholes, default=0.0):
            row["population"] = f"at {named[1]}"


def _one_of_several(article: Article, sentence: Sentence, row: Row) -> str | None:
    """Give the hospital between a number and the next one, where another stands behind another number."""
    numbers = inside(article.quantities, sentence.start, sentence.end)
    edges = [*(int(number["start"]) for number in numbers), sentence.end]
    named = {
        first: match[1]
        for first, last in itertools.pairwise(edges)
        if (match := _HOSPITAL.search(article.text[first:last]))
    }
    return named.get(row["start"]) if len(set(named.values())) > 1 else None
