from samestory.figures import claim_matrix
from samestory.figures.claim_matrix import questions
from samestory.figures.claim_values import claim_value, interval


def test_each_article_says_its_values_with_how_sure(tables):
    by_name = {question.variable: question for question in questions(tables)}
    assert by_name["hurt"].between == "contradict"
    assert {doc: list(values.values()) for doc, values in by_name["hurt"].cells.items()} == {
        "north": [("Nobody was hurt", "asserted")],
        "south": [("Two passengers were hurt", "attributed")],
    }


def test_numbers_as_printed_or_as_interval():
    claim = {"polarity": "positive", "low": 70.0, "high": None, "text": "x" * 60, "value": None, "approximate": False}
    assert claim_value(claim) == "70 or more"
    assert claim_value({**claim, "text": "more than 70"}) == "more than 70"
    assert claim_value({**claim, "polarity": "unknown"}) == "not known"
    assert interval(None, 7) == "up to 7"


def test_the_caption_counts_agreement(tables):
    assert "(agree: 1, contradict: 1)" in claim_matrix(tables).caption
