"""What a claim says, as exports write it."""

import pandas as pd
import pytest

from samestory.exports.values import records


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
def test_rows_come_one_by_one_whatever_is_held_at_once(at_once, monkeypatch):
    monkeypatch.setattr("samestory.exports.values.AT_ONCE", at_once)
    frame = pd.DataFrame({"name": ["a", None, "c"], "low": [1.5, float("nan"), 3.0]})
    assert list(records(frame)) == [{"name": "a", "low": 1.5}, {"name": None, "low": None}, {"name": "c", "low": 3.0}]
