from samestory.figures import validation
from samestory.tables import build


def texts(figure):
    return [text.get_text() for text in figure.drawing.axes[0].texts]


def test_few_coded_articles_are_counted_not_rated(tables):
    figure = validation(tables)
    assert "too few to rate (under 30)" in texts(figure)
    assert figure.alt == (
        "Hurt: 40 articles, precision 0.80, recall 0.70, F1 0.75. On board: 12 articles coded, too few to rate."
    )


def test_where_no_question_can_be_rated_a_sentence_says_so(tables):
    rows = [{"variable": variable, "n": n} for variable, n in (("hurt", 5), ("on_board", 12))]
    figure = validation({**tables, "compare/validation": build("compare/validation", rows)})
    assert " ".join(texts(figure)).startswith("2 questions coded by hand in 5 to 12 articles each: too few to rate")


def test_without_hand_coding_it_says_what_would_fill_it():
    assert "gold/" in validation({}).caption
