"""What several articles state, found without a codebook."""

from typing import Any

from samestory.claims.alignment import AlignmentSettings
from samestory.claims.context import records

DERAILED = "The tram derailed near Mill Bridge before the morning rush."


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


def test_articles_of_two_events_are_not_asked_the_same(newsroom: Any) -> None:
    room = newsroom({doc_id: [DERAILED] for doc_id in "abcd"}, events=dict(zip("abcd", "1122", strict=True)))
    coded = room.code(None)
    assert [c["doc_id"] for c in records(coded["claims/claims"])] == ["a", "b", "c", "d"]
    room = newsroom({doc_id: [DERAILED] for doc_id in "abcd"}, events=dict(zip("abcd", "1123", strict=True)))
    coded = room.code(None)
    assert [c["doc_id"] for c in records(coded["claims/claims"])] == ["a", "b"]
    assert [row["doc_id"] for row in records(coded["claims/coverage"])] == ["a", "b"]


def test_the_questions_that_most_articles_answer_are_kept(newsroom: Any) -> None:
    few = "A crane lifted both carriages onto a lorry."
    room = newsroom({"a": [DERAILED, few], "b": [DERAILED, few], "c": [DERAILED]})
    both = room.code(None)["claims/claims"]
    assert both["variable"].nunique() == 2
    kept = room.code(None, alignment=AlignmentSettings(max_questions=1))["claims/claims"]
    assert kept["doc_id"].tolist() == ["a", "b", "c"]


def test_an_event_of_very_many_articles_wants_a_codebook(newsroom: Any) -> None:
    room = newsroom({doc_id: [DERAILED] for doc_id in "abcde"}, events=dict(zip("abcde", "11122", strict=True)))
    small = room.code(None, alignment=AlignmentSettings(max_documents=2))["claims/claims"]
    assert small["doc_id"].tolist() == ["d", "e"]
