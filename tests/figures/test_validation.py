from samestory.figures import validation


def texts(figure):
    return [text.get_text() for text in figure.drawing.axes[0].texts]


def test_few_coded_articles_are_counted_not_rated(tables):
    figure = validation(tables)
    assert "too few to rate (under 30)" in texts(figure)
    assert figure.alt == (
        "hurt: 40 articles, precision 0.80, recall 0.70, F1 0.75. on board: 12 articles coded, too few to rate."
    )


def test_without_hand_coding_it_says_what_would_fill_it():
    assert "gold/" in validation({}).caption
