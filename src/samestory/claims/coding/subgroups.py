"""Subgroups: numbers of some of those whom an article counts in all, as "five kids" where its toll is 41 people."""

from collections.abc import Iterable

from samestory.claims.coding.articles import Article
from samestory.claims.coding.binding import grows, is_volatile
from samestory.claims.coding.codebook import Codebook, Variable
from samestory.claims.coding.hospitals import mark_hospitals
from samestory.claims.coding.lexicon import words_of
from samestory.claims.coding.population import IN_HOSPITAL, asks_for_people
from samestory.claims.intervals import known_end
from samestory.claims.phrases import compile_pattern
from samestory.rows import Row

# "To bring back the two bodies": those are known already.
_KNOWN = compile_pattern(r"\b(?:the|these|those)\s+$")
# Of all, a subgroup told by its noun alone has at most this share.
LARGEST_SHARE = 0.25
# How far before a number its article stands, in characters.
REACH = 8


def mark_subgroups(codebook: Codebook, article: Article, rows: Iterable[Row]) -> list[Row]:
    """Give each number of some people its population, where the article has a higher number of people in all.

    A number of casualties with a noun of its own ("two medical students"), or of those known already ("the two
    bodies"), is of a subgroup only beside a far higher one: else it may be that of all, or a rival count of it. Those
    in one hospital that is named are so beside any higher one.

    Args:
        codebook: the questions.
        article: the article.
        rows: its rows of claims/claims.

    Returns:
        The rows, in their order.
    """
    marked = [*rows]
    nouns = {row["start"]: row["unit"] for row in article.quantities}
    for variable in filter(_counts_casualties, codebook.variables):
        told = [row for row in marked if row["variable"] == variable.name and _is_of_all_so_far(row)]
        subgroups = {row["start"]: group for row in told if (group := _subgroup(article, row, nouns))}
        for row in told:
            wholes = (
                _number(other) for other in told if other["start"] not in subgroups and other["event"] == row["event"]
            )
            if row["start"] in subgroups and _number(row) <= LARGEST_SHARE * max(wholes, default=0.0):
                row["population"] = subgroups[row["start"]]
        in_hospital = [row for row in marked if row["variable"] == variable.name and row["population"] == IN_HOSPITAL]
        mark_hospitals(article, variable, [*(row for row in told if row["population"] is None), *in_hospital])
    return marked


def _counts_casualties(variable: Variable) -> bool:
    people = variable.type == "count" and not variable.scopes and asks_for_people(variable)
    return people and (grows(variable.triggers) or is_volatile(variable.triggers))


def _is_of_all_so_far(row: Row) -> bool:
    return row["population"] is None and row["polarity"] == "positive" and bool(row["low"] or row["high"])


def _number(row: Row) -> float:
    return known_end(row["low"], row["high"]) or 0.0


def _subgroup(article: Article, row: Row, nouns: dict[int, str]) -> str | None:
    """Name the subgroup that a number is of by its words; None where it may be of all."""
    if _KNOWN.search(article.text[max(0, row["start"] - REACH) : row["start"]]):
        return f"the {row['text']}"
    noun = nouns.get(row["start"], "-")
    return None if noun == "-" or words_of("people", "whole").match(noun) else noun
