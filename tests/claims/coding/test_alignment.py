"""What several articles state, found without a codebook."""

from typing import Any

import pytest

from samestory.claims.coding.alignment import AlignmentSettings
from samestory.claims.coding.counted import content_words
from samestory.rows import rows_of

KILLED = "Seven people were killed when a tram derailed at Mill Bridge"
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
    claims = [c for c in rows_of(room.code(None)["claims/claims"]) if c["variable"].startswith("count")]
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
    claims = [c for c in rows_of(room.code(None)["claims/claims"]) if c["variable"].startswith("date")]
    assert [(c["doc_id"], c["value"], c["scope"]) for c in claims] == [("a", "1998", "opened"), ("b", "1998", "closed")]


def test_a_corpus_of_one_article_shares_nothing(newsroom: Any) -> None:
    coded = newsroom({"a": ["The tram derailed near Mill Bridge this morning."]}).code(None)
    assert coded["claims/claims"].empty
    assert coded["claims/coverage"].empty


def test_articles_of_two_events_are_not_asked_the_same(newsroom: Any) -> None:
    room = newsroom({doc_id: [DERAILED] for doc_id in "abcd"}, events=dict(zip("abcd", "1122", strict=True)))
    coded = room.code(None)
    assert [c["doc_id"] for c in rows_of(coded["claims/claims"])] == ["a", "b", "c", "d"]
    room = newsroom({doc_id: [DERAILED] for doc_id in "abcd"}, events=dict(zip("abcd", "1123", strict=True)))
    coded = room.code(None)
    assert [c["doc_id"] for c in rows_of(coded["claims/claims"])] == ["a", "b"]
    assert [row["doc_id"] for row in rows_of(coded["claims/coverage"])] == ["a", "b"]


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


def asked(room: Any) -> list[list[tuple[str, float]]]:
    """Give, for each question about a number, who answers it and how."""
    claims = rows_of(room.code(None)["claims/claims"])
    by_question: dict[str, list[tuple[str, float]]] = {}
    for claim in claims:
        if claim["variable"].startswith("count"):
            by_question.setdefault(claim["variable"], []).append((claim["doc_id"], claim["low"]))
    return sorted(by_question.values())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (KILLED, "Two people were trapped in the tram at Mill Bridge"),
        (KILLED, "Three people were killed in 1998 when a tram derailed at Mill Bridge"),
        (KILLED, "Two of the people were killed outside the tram at Mill Bridge"),
        ("Seven people were hurt in the tram at Mill Bridge", "Three people were seriously hurt at Mill Bridge"),
        ("The tram at Mill Bridge hit Seven people", "Nobody at Mill Bridge saw the tram until Three people waved"),
    ],
)
def test_numbers_of_different_things_are_of_different_questions(newsroom: Any, first: str, second: str) -> None:
    room = newsroom({"a": [first], "b": [second]})
    for doc_id, text in (("a", first), ("b", second)):
        word, low = next((w, n) for w, n in (("Seven", 7), ("Three", 3), ("Two", 2)) if w in text)
        room.number(doc_id, f"{word} of the people" if " of the " in text else f"{word} people", low, low, "people")
        if "1998" in text:
            room.time(doc_id, "1998", "1998", days=("1998-01-01", "1998-12-31"))
    assert asked(room) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (KILLED, "The tram that derailed at Mill Bridge killed Three people"),
        ("Seven people died at Mill Bridge in a tram", "A tram derailed at Mill Bridge, killing Three people"),
        ("The tram with Seven people on board derailed at Mill Bridge", "A tram carrying Three people derailed"),
    ],
)
def test_numbers_of_which_the_same_is_said_are_held_against_each_other(newsroom: Any, first: str, second: str) -> None:
    room = newsroom({"a": [first], "b": [second]})
    room.number("a", "Seven people", 7, 7, "people")
    room.number("b", "Three people", 3, 3, "people")
    assert asked(room) == [[("a", 7), ("b", 3)]]


@pytest.mark.parametrize(
    ("sentence", "unit", "numbers"),
    [
        ("The crack in the cellar wall of the mill is {} centimetres long", "centimetres", (14, 40)),
        ("More than {} vehicles cross Mill Bridge on a weekday", "vehicles", (300, 320)),
    ],
)
def test_numbers_in_the_same_words_are_held_against_each_other(
    newsroom: Any, sentence: str, unit: str, numbers: tuple[int, int]
) -> None:
    room = newsroom({doc_id: [sentence.format(n)] for doc_id, n in zip("ab", numbers, strict=True)})
    for doc_id, n in zip("ab", numbers, strict=True):
        room.number(doc_id, f"{n} {unit}", n, n, unit.removesuffix("s"))
    assert asked(room) == [[("a", numbers[0]), ("b", numbers[1])]]


def test_a_statement_holds_the_numbers_and_dates_of_its_sentence(newsroom: Any) -> None:
    crack = "The crack in the cellar wall, found in 1998, is 14 centimetres long now"
    room = newsroom({"a": [crack], "b": ["The crack in the cellar wall is now long"]})
    room.number("a", "14 centimetres", 14, 14, "centimetre")
    room.time("a", "1998", "1998")
    room.time("a", "now", "PRESENT_REF")
    claims = [c for c in rows_of(room.code(None)["claims/claims"]) if c["variable"].startswith("statement")]
    assert [(c["doc_id"], c["value"]) for c in claims] == [("a", "stated: 14 centimetre; 1998"), ("b", "stated")]


def test_numbers_of_which_little_is_said_are_not_held_against_each_other(newsroom: Any) -> None:
    room = newsroom({"a": ["It is 14 centimetres long, said Anna Mills"], "b": ["It is 40 centimetres long"]})
    room.number("a", "14 centimetres", 14, 14, "centimetre")
    room.number("b", "40 centimetres", 40, 40, "centimetre")
    assert asked(room) == []


def test_a_list_shares_what_is_said_of_it(newsroom: Any) -> None:
    room = newsroom(
        {
            "a": ["There were 9 passengers and 2 drivers on board the tram at Mill Bridge."],
            "b": ["The tram, with 7 passengers on board, stood at Mill Bridge."],
        }
    )
    room.number("a", "9 passengers", 9, 9, "passenger")
    room.number("a", "2 drivers", 2, 2, "driver")
    room.number("b", "7 passengers", 7, 7, "passenger")
    assert asked(room) == [[("a", 9), ("b", 7)]]


def test_who_gives_two_numbers_tells_them_apart(newsroom: Any) -> None:
    room = newsroom(
        {
            "a": ["Seven people were killed in the tram at Mill Bridge.", "Three people were killed at its gate."],
            "b": ["Three people were killed at the gate of Mill Bridge."],
        }
    )
    room.number("a", "Seven people", 7, 7, "people")
    for doc_id in "ab":
        room.number(doc_id, "Three people", 3, 3, "people")
    assert asked(room) == [[("a", 3), ("b", 3)]]


def test_five_dead_are_people(newsroom: Any) -> None:
    room = newsroom(
        {
            "a": ["Five dead after tram derails at Mill Bridge"],
            "b": ["Five people died: a tram derailed at Mill Bridge"],
        }
    )
    room.number("a", "Five", 5, 5, "-")
    room.number("b", "Five people", 5, 5, "people")
    assert asked(room) == [[("a", 5), ("b", 5)]]


def test_number_words_are_no_likeness() -> None:
    assert content_words("Twenty-one of several hundred ferries sank; a dozen were saved.") == [
        "ferries",
        "sank",
        "saved",
    ]


def test_two_questions_of_the_same_words_have_two_names(newsroom: Any) -> None:
    sentence = "Of passengers at Mill Bridge three were killed and four were hurt."
    room = newsroom({"a": [sentence], "b": [sentence]})
    for doc_id in "ab":
        room.number(doc_id, "three", 3, 3, "passenger")
        room.number(doc_id, "four", 4, 4, "passenger")
    assert asked(room) == [[("a", 3), ("b", 3)], [("a", 4), ("b", 4)]]
