from samestory.figures import agreement
from samestory.figures.agreement import find_support


def test_support_and_what_speaks_against_it(tables):
    hurt, on_board = find_support(tables)
    assert (hurt.variable, hurt.n_documents, hurt.n_contrary, hurt.n_not_detected) == ("hurt", 2, 2, 1)
    assert (hurt.origins, hurt.n_sources) == ("1–2", 1)
    assert (on_board.variable, on_board.n_contrary, on_board.origins) == ("on_board", 0, "1")


def test_the_alternative_text_says_the_counts(tables):
    said = "on board (agree): 2 articles, 2 outlets, origins 1, 0 sources, 0 in a contradiction, not detected in 1"
    assert said in agreement(tables).alt
