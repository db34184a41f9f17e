"""Agreement and its support."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from samestory.claims.coding.codebook import Codebook, Variable
from samestory.compare import compare
from samestory.compare.agreement import count_sources
from samestory.rows import rows_of

Make = Callable[..., Any]


def agreement(book: Codebook | None, tables: dict[str, Any]) -> dict[str, Any]:
    return next(row for row in rows_of(compare(book, **tables)["compare/agreement"]) if row["scope"] is None)


def test_support_is_counted_by_article_outlet_origin_and_source(number: Make, tables: Make, book: Codebook) -> None:
    wire = {"origin_id": "wire:1", "origin": "Wire", "role": "credited_copy", "share": 1, "basis": "printed_credit"}
    claims = [
        number("a", 7, source="police"),
        number("b", 7, source="police"),
        number("c", 7, source="police"),
        number("c", 7, zone="summary"),
    ]
    row = agreement(
        book,
        tables(
            claims,
            {"a": "Gazette", "b": None, "c": None, "d": "Gazette"},
            [{"doc_id": doc_id, "confidence": 1, **wire} for doc_id in "abc"],
        ),
    )
    assert row["between"] == "agree"
    assert (row["n_documents"], row["n_outlets"]) == (3, 3)
    assert (row["n_origins_min"], row["n_origins_max"]) == (1, 1)
    assert (row["n_sources"], row["n_unattributed"]) == (1, 0)
    assert json.loads(row["not_detected"]) == ["d"]
    assert json.loads(row["values"]) == ["7"]


def test_a_press_statement_is_no_outlet(number: Make, tables: Make, book: Codebook) -> None:
    made = tables([number(doc, 7) for doc in "abc"], {"a": "Gazette", "b": "Ferry Line", "c": None})
    made["documents"]["role"] = ["article", "press_statement", "agency_original"]
    assert agreement(book, made)["n_outlets"] == 1


def test_two_who_speak_together_are_two_sources(number: Make, tables: Make, book: Codebook) -> None:
    claims = [
        number("a", 7, source="police and residents", sources='["police", "residents"]'),
        number("b", 7, source="police"),
    ]
    assert agreement(book, tables(claims, {"a": None, "b": None}))["n_sources"] == 2


@pytest.mark.parametrize(
    ("names", "n"),
    [
        (["harbour police", "police", "the police"], 1),
        (["harbour police", "harbour officials"], 2),
        (["spokesperson for the harbour", "harbour's spokesperson", "mayor"], 2),
        (["it", "the"], 1),
        ([], 0),
    ],
)
def test_a_name_within_a_longer_one_is_the_same_source(names: list[str], n: int) -> None:
    assert count_sources(names) == n


def test_many_accounts_are_related_by_those_that_most_articles_give(
    number: Make, tables: Make, book: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = {"open": True, "comparator": ">="}
    claims = [number("a", 5, **more), number("b", 5, **more), number("c", 6, **more), number("d", 2)]
    made = tables(claims, dict.fromkeys("abcd"))
    assert agreement(book, made)["between"] == "contradict"
    monkeypatch.setattr("samestory.compare.agreement.MOST_RELATED", 2)
    assert agreement(book, made)["between"] == "compatible"


@pytest.mark.parametrize("zone", ["caption", "summary", "faq"])
def test_what_only_a_caption_or_summary_says_is_kept_but_is_no_support(
    zone: str, number: Make, tables: Make, book: Codebook
) -> None:
    own = {"role": "no_match_in_corpus", "share": 1, "basis": "inferred", "confidence": 1}
    origins = [{"doc_id": doc_id, "origin_id": f"own:{doc_id}", "origin": doc_id, **own} for doc_id in "ab"]
    claims = [number("a", 7, source="police"), number("b", 7, source="the mayor", zone=zone)]
    row = agreement(book, tables(claims, {"a": None, "b": None}, origins))
    assert json.loads(row["documents"]) == ["a", "b"]
    assert (row["n_origins_max"], row["n_sources"]) == (1, 1)


def test_like_sentences_with_other_numbers_do_not_agree(claim: Make, tables: Make) -> None:
    def between(*values: str) -> str:
        claims = [
            claim(doc_id, value=value, rule="like sentences") for doc_id, value in zip("abc", values, strict=False)
        ]
        return str(agreement(None, tables(claims, dict.fromkeys("abc"[: len(values)])))["between"])

    assert between("stated: 14 centimetre", "stated: 14 centimetre") == "agree"
    assert between("stated: 14 centimetre", "stated: 40 centimetre") == "not_comparable"
    assert between("stated: 14 centimetre", "stated: 14 centimetre", "stated: 40 centimetre") == "compatible"


def test_two_articles_that_cannot_both_be_right_contradict(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3), number("b", 14), number("b", 2, open=True)]
    assert agreement(book, tables(claims, {"a": None, "b": None}))["between"] == "contradict"


def test_an_article_with_both_sides_is_mixed_and_inconsistent(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3), number("b", 3), number("b", 14)]
    row = agreement(book, tables(claims, {"a": None, "b": None}))
    assert (row["between"], row["within"]) == ("mixed", "voice_inconsistent")


def test_sources_that_disagree_inside_an_article_are_no_inconsistent_voice(
    number: Make, tables: Make, book: Codebook
) -> None:
    claims = [number("a", 3, source="police"), number("a", 14, source="operator")]
    row = agreement(book, tables(claims, {"a": None}))
    assert (row["between"], row["within"]) == ("single", "sources_disagree")


def test_claims_about_another_event_are_left_out(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3), number("b", 40, event="background")]
    row = agreement(book, tables(claims, {"a": None, "b": None}))
    assert (row["between"], json.loads(row["documents"])) == ("single", ["a"])


def test_a_question_is_called_by_its_label_else_by_its_name_in_words(
    number: Make, tables: Make, book: Codebook
) -> None:
    given = tables([number("a", 3), number("b", 14)], {"a": None, "b": None})
    assert agreement(book, given)["label"] == "Hurt"
    labelled = Codebook((Variable("hurt", "count", label="People hurt", compare="intervals"),))
    compared = compare(labelled, **given)
    assert compared["compare/agreement"]["label"].tolist() == ["People hurt"]
    assert compared["compare/conflicts"]["explanation"].iloc[0].startswith("People hurt: Paper a has 3")


def test_articles_are_compared_within_one_event(number: Make, tables: Make, book: Codebook) -> None:
    claims = [number("a", 3), number("b", 3), number("c", 14), number("d", 14)]
    events = dict(zip("abcd", ("fire", "fire", "flood", "flood"), strict=True))
    found = compare(book, **tables(claims, dict.fromkeys("abcd"), events=events))
    rows = rows_of(found["compare/agreement"])
    assert [(row["event"], row["between"], row["documents"]) for row in rows] == [
        ("fire", "agree", '["a", "b"]'),
        ("flood", "agree", '["c", "d"]'),
    ]
    assert [row["not_detected"] for row in rows] == ["[]", "[]"]
    assert found["compare/conflicts"].empty
