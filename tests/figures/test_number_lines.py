import pytest

from samestory.figures import numbers
from samestory.figures.number_panels import MOST_NUMBERS, find_panels, said
from samestory.tables import build


@pytest.fixture
def counted(event):
    """Three articles count one thing: dozens, around 80 and more than 70."""
    rows = []
    for doc, low, high, approximate in (("north", 24, None, True), ("south", 80, 80, True), ("west", 70, None, False)):
        row = event["claim"]("north", "about 40 people", 0, "asserted", None, "rescued")
        row |= {"doc_id": doc, "claim_id": doc, "low": low, "high": high, "approximate": approximate, "unit": "people"}
        rows.append(row)
    return {"claims/claims": build("claims/claims", rows)}


def test_the_numbers_of_a_question_stand_in_order_as_intervals(counted):
    (panel,) = find_panels(counted)
    assert [said(number) for number in panel.numbers] == ["at least 24", "at least 70", "about 80"]
    assert panel.words == "Rescued (unit: people)"


def test_contradictions_come_first_and_verdicts_are_the_tables(tables):
    assert [(panel.variable, panel.between) for panel in find_panels(tables)] == [
        ("hurt", "contradict"),
        ("on_board", "agree"),
    ]


def test_the_alternative_text_says_who_gives_which_number(tables):
    alt = numbers(tables).alt
    assert "Hurt, contradict: 0 (North Post); 2 (South Mail)." in alt
    assert "On board, agree: about 40 (North Post and South Mail)." in alt


def test_of_very_many_numbers_those_that_most_articles_give_are_drawn(event):
    rows = []
    for number in range(30):
        for doc in ("north", "south", "west")[: 3 if number == 29 else 1]:
            row = event["claim"]("north", "about 40 people", 0, "asserted", None, "rescued")
            row |= {"doc_id": doc, "claim_id": f"{doc}{number}", "low": number, "high": number, "unit": "people"}
            rows.append(row)
    tables = event["make_tables"]() | {"claims/claims": build("claims/claims", rows)}
    (panel,) = find_panels(tables)
    assert [number.low for number in panel.numbers] == [*range(MOST_NUMBERS - 1), 29]
    assert panel.doc_ids == {"north", "south", "west"}
    figure = numbers(tables)
    assert f"the {MOST_NUMBERS} numbers that most articles give; not drawn: 10" in figure.caption
    assert "and 10 more." in figure.alt
