import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from samestory.overlap.formulas import Place, find_formulas, find_strangers, outer_places

PAIRS = pd.DataFrame({"doc_a": ["a", "a", "a", "a"], "doc_b": ["b", "c", "d", "e"], "cosine": [0.1, 0.1, 0.1, 0.6]})


def places(*others, start=5, end=60):
    return [Place("a", start, end, other) for other in others]


def test_three_strangers_at_one_place_make_a_formula():
    strangers = find_strangers(PAIRS)
    assert find_formulas(places("b", "c", "d"), {}, strangers) == places("b", "c", "d")
    assert find_formulas(places("b", "c", "e"), {}, strangers) == []
    assert find_formulas([*places("b", "c"), *places("d", start=60, end=90)], {}, strangers) == []


def test_three_passages_with_one_stranger_are_no_formula():
    strangers = find_strangers(PAIRS)
    assert find_formulas([*places("b", "b"), *places("c", start=30)], {}, strangers) == []


spans = st.tuples(st.integers(0, 30), st.integers(1, 12), st.sampled_from("bcde"))


@given(st.lists(spans, max_size=12))
def test_a_place_is_a_formula_where_places_shared_with_three_strangers_overlap_it(rows):
    shared = [Place("a", start, start + size, other) for start, size, other in rows]
    strangers = {("a", other) for other in "bcde"}

    def others(place):
        return {other.other for other in shared if other.start < place.end and place.start < other.end}

    assert find_formulas(shared, {}, strangers) == [place for place in shared if len(others(place)) >= 3]


def test_two_events_make_a_formula():
    assert find_formulas(places("e"), {"a": "flood", "e": "storm"}, set()) == places("e")
    assert find_formulas(places("e"), {"a": "flood", "e": "flood"}, set()) == []


def test_outer_places_are_those_shared_with_articles_traced_elsewhere():
    row = {"doc_a": "a", "start_a": 5, "end_a": 60, "doc_b": "b", "start_b": 7, "end_b": 62}
    passages = pd.DataFrame([row, row | {"doc_b": "c"}])
    assert outer_places(passages, {"a", "c"}) == [Place("a", 5, 60, "b")]
    assert outer_places(passages, {"b"}) == [Place("b", 7, 62, "a")]
