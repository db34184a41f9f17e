import re

from samestory.figures import FigureSettings, claim_matrix
from samestory.figures.claim_matrix import REST, Question, _rest_lines, _rows_of_values, questions
from samestory.figures.claim_values import claim_value


def test_each_article_says_its_values_with_how_sure(tables):
    by_name = {question.variable: question for question in questions(tables)}
    assert by_name["hurt"].between == "contradict"
    assert {doc: list(values.values()) for doc, values in by_name["hurt"].cells.items()} == {
        "north": [("Nobody was hurt", "asserted")],
        "south": [("Two passengers were hurt", "attributed")],
    }


def test_numbers_as_printed_or_as_interval():
    claim = {"polarity": "positive", "low": 70.0, "high": None, "text": "x" * 60, "value": None, "approximate": False}
    claim["comparator"] = ">="
    assert claim_value(claim) == "at least 70"
    assert claim_value({**claim, "comparator": ">"}) == "more than 70"
    assert claim_value({**claim, "text": "more than 70"}) == "more than 70"
    assert claim_value({**claim, "polarity": "unknown"}) == "not known"
    assert claim_value({**claim, "superseded": True}) == "at least 70 (earlier)"


def test_the_caption_counts_agreement(tables):
    assert "(agree: 1, contradict: 1)" in claim_matrix(tables).caption


def test_what_has_no_room_is_said_with_its_values(tables):
    figure = claim_matrix(tables, FigureSettings(max_rows=1))
    words = " ".join(text.get_text() for text in figure.drawing.axes[0].texts)
    assert "No room for On board: about 40 people (agree)." in words
    assert "No room for 1 more" in figure.caption


def test_with_fifty_articles_each_value_is_a_row_with_its_articles(fifty):
    hurt = next(question for question in questions(fifty) if question.variable == "hurt")
    assert [(value, len(holders)) for value, holders in _rows_of_values(hurt)] == [
        ("Nobody was hurt", 17),
        ("Two passengers were hurt", 17),
    ]


def test_questions_without_room_are_told_whole_or_counted():
    many = [Question(f"q{number}", f"Question of many words {number}", "agree") for number in range(60)]
    for question in many:
        question.cells["north"] = {("positive",): ("some forty words or so", "asserted")}
    lines = _rest_lines(many, 7.0)
    assert len(lines) <= REST
    assert re.search(r"\(agree\); and \d+ other questions\.$", " ".join(lines))


def words_of(figure):
    return [text.get_text() for text in figure.drawing.axes[0].texts]


def test_the_sign_for_nothing_detected_is_the_one_that_is_drawn(tables, fifty):
    assert "A dot means that nothing was detected" in claim_matrix(tables).caption
    upright = claim_matrix(fifty)
    assert "No mark under a question means that nothing was detected" in upright.caption
    assert "not detected (not: silent)" not in words_of(upright)


def test_texts_that_are_no_articles_are_not_counted_as_articles(fifty):
    documents = fifty["clean/documents"]
    assert "articles" in words_of(claim_matrix(fifty))
    statements = documents.assign(role=["press_statement", *documents["role"][1:]])
    words = words_of(claim_matrix({**fifty, "clean/documents": statements}))
    assert "articles" not in words
    assert "texts" in words
