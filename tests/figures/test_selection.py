from samestory.figures.selection import answers
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
