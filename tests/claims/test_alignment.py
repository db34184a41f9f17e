"""What several articles state, found without a codebook."""

from typing import Any

from samestory.claims.context import records


def test_numbers_that_count_the_same_in_like_sentences_are_aligned(newsroom: Any) -> None:
    room = newsroom(
        {
            "a": ["The tram derailed near Mill Bridge and seven passengers were hurt."],
            "b": ["Near Mill Bridge a tram derailed; nine passengers were hurt, the operator said."],
            "c": ["The museum counted forty passengers on its painted ferry."],
        }
    )
    for doc_id, words, number in (("a", "seven", 7), ("b", "nine", 9), ("c", "forty", 40)):
        room.number(doc_id, f"{words} passengers", number, number, "passenger")
    claims = [c for c in records(room.code(None)["claims/claims"]) if c["variable"].startswith("count")]
    assert [(c["doc_id"], c["low"], c["variable_origin"]) for c in claims] == [("a", 7, "auto"), ("b", 9, "auto")]
    assert len({c["variable"] for c in claims}) == 1


def test_a_date_is_told_apart_by_what_happened_then(newsroom: Any) -> None:
    room = newsroom(
        {
            "a": ["The old company, which in 1998 opened the harbour line, runs the trams."],
            "b": ["The old company runs the trams on the harbour line that closed in 1998."],
        }
    )
    for doc_id in "ab":
        room.time(doc_id, "1998", "1998", days=("1998-01-01", "1998-12-31"))
    claims = [c for c in records(room.code(None)["claims/claims"]) if c["variable"].startswith("date")]
    assert [(c["doc_id"], c["value"], c["scope"]) for c in claims] == [("a", "1998", "opened"), ("b", "1998", "closed")]


def test_a_corpus_of_one_article_shares_nothing(newsroom: Any) -> None:
    coded = newsroom({"a": ["The tram derailed near Mill Bridge this morning."]}).code(None)
    assert coded["claims/claims"].empty
    assert coded["claims/coverage"].empty
