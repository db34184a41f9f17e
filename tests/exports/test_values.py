"""What a claim says, as exports write it."""

import pytest

from samestory.exports.values import records
from samestory.tables import build


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
def test_rows_come_one_by_one_whatever_is_held_at_once(at_once, monkeypatch):
    monkeypatch.setattr("samestory.stored.AT_ONCE", at_once)
    quotes = [
        {"doc_id": doc, "start": 0, "end": 2, "text": "no", "speaker": speaker, "group_id": "g"}
        for doc, speaker in (("a", "she"), ("b", None), ("c", "he"))
    ]
    tables = {"claims/quotes": build("claims/quotes", quotes)}
    assert list(records(tables, "claims/quotes", ("doc_id", "start", "speaker"))) == [
        {"doc_id": "a", "start": 0, "speaker": "she"},
        {"doc_id": "b", "start": 0, "speaker": None},
        {"doc_id": "c", "start": 0, "speaker": "he"},
    ]
