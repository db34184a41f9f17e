"""Numbers of hours and days: what lasts so long, and what only lies so far apart."""

from collections.abc import Callable

import pytest

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.counting import count_findings
from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise

Read = Callable[[str], Codebook]


def lengths(read: Read, units: str, text: str, triggers: str = "") -> list[tuple[float | None, str]]:
    """Give the numbers of a sentence with what they cover, for a question on some units."""
    wording = f", triggers: {triggers}" if triggers else ""
    book = read(f"variables: [{{name: length, type: count, units: {units}{wording}}}]")
    article = Article("a", text, quantities=find_quantities([tokenise("a", 0, text)]))
    found = count_findings(book.variables[0], article, Sentence(0, len(text), text, "body", "body"))
    return [(finding.low, text[finding.start : finding.end]) for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        "Help came more than seven hours after it began.",
        "It broke two hours before the storm.",
        "Two hours later it broke.",
        "It broke two hours ago.",
        "They were told two hours beforehand.",
    ],
)
def test_a_distance_in_time_is_no_length(codebook: Read, text: str) -> None:
    assert lengths(codebook, "{hour: [hour]}", text) == []


@pytest.mark.parametrize(
    "text",
    ["It burned for two hours before it fell.", "It lasted two hours after all.", "They waited about two hours."],
)
def test_what_lasted_is_a_length_whatever_follows(codebook: Read, text: str) -> None:
    assert [number for number, _ in lengths(codebook, "{hour: [hour]}", text)] == [2]


def test_a_question_may_ask_for_the_distance(codebook: Read) -> None:
    found = lengths(codebook, "{hour: [hour]}", "Help came two hours after the crash.", "[hours after]")
    assert found == [(2, "two hours")]


def test_what_ended_so_long_after_something_lasted_so_long(codebook: Read) -> None:
    found = lengths(codebook, "{hour: [hour]}", "It went out at noon, 14 hours after a blast.", "[went out, after]")
    told = lengths(codebook, "{hour: [hour]}", "They came at noon, 14 hours after a blast.", "[went out, after]")
    assert (found, told) == ([(14, "14 hours")], [])


@pytest.mark.parametrize(
    ("units", "number"),
    [("{hour: [hour]}", 2.67), ("{minute: [minute]}", 160), ("{minute: [minute], hour: [hour]}", 2.67)],
)
@pytest.mark.parametrize("printed", ["two hours and 40 minutes", "two hours, 40 minutes"])
def test_a_length_in_two_units_is_one_number(codebook: Read, units: str, number: float, printed: str) -> None:
    assert lengths(codebook, units, f"They waited {printed} at sea.") == [(number, printed)]


def test_lengths_that_do_not_follow_each_other_stay_two(codebook: Read) -> None:
    text = "They waited two hours at sea and 40 minutes ashore."
    assert [number for number, _ in lengths(codebook, "{hour: [hour]}", text)] == [2]
