import pytest

from samestory.figures import FIGURES
from samestory.figures.selection import answers, count_texts, select
from samestory.tables import build


def test_a_claim_about_another_event_answers_nothing():
    row = {
        "variable": "hurt", "variable_origin": "codebook", "polarity": "positive", "certainty": "asserted",
        "event": "focal", "zone": "body", "position": "body", "doc_id": "a",
        "text": "two hurt", "rule": "unit", "approximate": False,
    }  # fmt: skip
    rows = [
        row | {"claim_id": f"a:{start}:hurt", "start": start, "end": start + 8, "answers": answers_it}
        for start, answers_it in ((0, True), (20, None), (40, False))
    ]
    kept = answers({"claims/claims": build("claims/claims", rows)})
    assert kept["start"].tolist() == [0, 20]


@pytest.mark.parametrize(
    ("roles", "words"),
    [
        (["article"] * 2, "2 articles"),
        (["press_statement", "article", "article"], "2 articles and 1 press statement"),
        (["agency_original", "press_statement", "press_statement"], "1 agency original and 2 press statements"),
        ([], "0 articles"),
    ],
)
def test_what_articles_draw_on_is_counted_apart(roles, words):
    assert count_texts(roles) == words


def test_captions_count_a_press_statement_apart(tables):
    documents = tables["clean/documents"].to_dict("records")
    documents[2]["role"] = "press_statement"
    tables["clean/documents"] = build("clean/documents", documents)
    assert select(tables, 3).counted == "2 articles and 1 press statement"
    captions = {name: draw(tables).caption for name, draw in FIGURES.items()}
    assert not [name for name, caption in captions.items() if "3 articles" in caption]
    assert "behind 2 articles and 1 press statement" in captions["origins"]
