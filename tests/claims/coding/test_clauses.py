"""Clauses of a sentence."""

import pytest

from samestory.claims.coding.clauses import aside, coordinates, relatives


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Nine died on Monday, while six died in 2019.", ["Nine died on Monday", ", while six died in 2019."]),
        ("The hull held but the mast broke; it sank.", ["The hull held", " but the mast broke", "; it sank."]),
        ('He said: "It was full."', ["He said", ': "It was full."']),
        ("All but two drowned while asleep.", ["All but two drowned while asleep."]),
    ],
)
def test_a_coordinate_clause_begins_at_its_conjunction(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in coordinates(text)] == clauses


def test_a_relative_clause_goes_from_comma_to_comma() -> None:
    text = "The yard in Ashby, where it has built boats since 1906, will shut, said Ray, who runs it."
    assert [text[a:b] for a, b in relatives(text)] == [", where it has built boats since 1906", ", who runs it."]


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        ("Kim, who led 12 men in 2019 at sea, said so.", "2019", ", who led 12 men in 2019 at sea"),
        ("A pump that was fitted in 2019 failed.", "2019", "that was fitted in 2019"),
        ("A pump fitted in 2019 did not start.", "2019", "fitted in 2019"),
        ("The barge sank in 2019 with 12 men.", "2019", None),
    ],
)
def test_a_clause_that_only_says_more_of_a_thing_is_an_aside(text: str, words: str, clause: str | None) -> None:
    start = text.index(words)
    found = aside(text, start, start + len(words))
    assert (text[slice(*found)] if found else None) == clause
