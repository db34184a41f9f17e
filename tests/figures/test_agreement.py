from samestory.figures import agreement
from samestory.figures.agreement import _columns, find_support
from samestory.figures.drawing import width_of
from samestory.figures.style import SMALL
from samestory.tables import build


def test_support_and_what_speaks_against_it(tables):
    hurt, on_board = find_support(tables)
    assert (hurt.variable, hurt.n_documents, hurt.n_contrary, hurt.n_not_detected) == ("hurt", 2, 2, 1)
    assert (hurt.origins, hurt.n_sources) == ("1–2", 1)
    assert (on_board.variable, on_board.n_contrary, on_board.origins) == ("on_board", 0, "1")


def test_every_article_that_holds_either_side_contradicts(tables):
    conflict = {**tables["compare/conflicts"].to_dict("records")[0]}
    conflict |= {"documents_a": '["north", "west"]', "documents_b": '["south"]'}
    rows = tables["compare/agreement"].to_dict("records")
    rows[0] |= {"documents": '["north", "south", "west"]', "n_documents": 3}
    told = {"compare/conflicts": build("compare/conflicts", [conflict])}
    hurt, _ = find_support({**tables, **told, "compare/agreement": build("compare/agreement", rows)})
    assert hurt.n_contrary == 3


def test_of_several_events_each_has_its_own_row(tables):
    rows = [row for row in tables["compare/agreement"].to_dict("records") if row["variable"] == "hurt"]
    both = [{**row, "event": event} for row in rows for event in ("fire", "flood")]
    found = find_support({**tables, "compare/agreement": build("compare/agreement", both)})
    assert [row.name for row in found] == ["Hurt, fire", "Hurt, flood"]


def test_wide_numbers_push_the_bars_aside(tables):
    rows = tables["compare/agreement"].to_dict("records")
    rows[0] |= {"n_origins_min": 80_427, "n_origins_max": 90_479, "n_sources": 90_004, "n_outlets": 80_537}
    shown = find_support({**tables, "compare/agreement": build("compare/agreement", rows)})
    places, long = _columns(shown)
    assert long > 0
    for place, before, (words, _, _) in zip(places[1:], places[:-1], shown[0].supports[1:], strict=True):
        assert before + long < place - 0.05 - width_of(words, SMALL)


def test_the_question_is_called_as_the_codebook_calls_it(tables):
    rows = tables["compare/agreement"].to_dict("records")
    rows[0]["label"] = "Passengers hurt"
    hurt, on_board = find_support({**tables, "compare/agreement": build("compare/agreement", rows)})
    assert (hurt.name, on_board.name) == ("Passengers hurt", "On board")


def test_the_alternative_text_says_the_counts(tables):
    said = "On board (agree): 2 articles, 2 outlets, origins 1, 0 sources, 0 in a contradiction, not detected in 1"
    assert said in agreement(tables).alt


def test_a_press_statement_is_counted_as_a_text_and_no_article(tables):
    assert "answered by two articles or more" in agreement(tables).caption
    documents = tables["clean/documents"].assign(role=["press_statement", *tables["clean/documents"]["role"][1:]])
    drawn = agreement({**tables, "clean/documents": documents})
    assert "answered by two texts or more" in drawn.caption
    assert "2 texts, " in drawn.alt
