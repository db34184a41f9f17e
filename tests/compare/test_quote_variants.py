"""One utterance as each article prints it."""

from typing import Any

from samestory.compare.quote_variants import find_quote_variants
from samestory.rows import rows_of
from samestory.tables import build


def variants(*quotes: tuple[str, str, str | None]) -> list[tuple[str, str, str]]:
    rows: list[dict[str, Any]] = [
        {"doc_id": doc, "start": i * 500, "end": i * 500 + len(text), "text": text, "speaker_canonical": who}
        | {"group_id": str(i)}
        for i, (doc, text, who) in enumerate(quotes)
    ]
    found = find_quote_variants(build("claims/quotes", rows), build("overlap/passages", []))
    return [(row["doc_id"], row["change"], row["utterance_id"]) for row in rows_of(found)]


def test_the_fullest_wording_is_the_measure() -> None:
    full = "We will, as we said on Monday, repair the harbour line before the summer."
    assert variants(
        ("a", "We will repair the harbour line before the summer.", "mayor"),
        ("b", full, "mayor"),
        ("c", full.upper(), "the mayor"),
        ("d", "We will mend the harbour line before the summer.", "mayor"),
    ) == [
        ("a", "shortened", f"b:500-{500 + len(full)}"),
        ("b", "fullest", f"b:500-{500 + len(full)}"),
        ("c", "same", f"b:500-{500 + len(full)}"),
        ("d", "changed", f"b:500-{500 + len(full)}"),
    ]


def test_one_spelling_for_british_and_american_words() -> None:
    said = "We honour the right to self-defence of every city."
    assert [change for _, change, _ in variants(("a", said, None), ("b", said.replace("nour", "nor"), None))] == [
        "fullest",
        "same",
    ]


def test_a_few_words_in_common_are_no_utterance() -> None:
    assert variants(("a", "in the vicinity of the bridge", "x"), ("b", "in the vicinity of a ferry", "y")) == []


def test_an_utterance_of_one_article_has_no_variants() -> None:
    said = "We will repair the harbour line before the summer."
    assert variants(("a", said, "mayor"), ("a", said, "mayor")) == []


def test_what_a_variant_drops_and_adds_is_named() -> None:
    full = "We will, as we said on Monday, repair the harbour line before the summer."
    quotes = [("a", full), ("b", "We will mend the harbour line before the summer.")]
    rows = [
        {"doc_id": doc, "start": 0, "end": len(text), "text": text, "speaker_canonical": "mayor", "group_id": doc}
        for doc, text in quotes
    ]
    found = rows_of(find_quote_variants(build("claims/quotes", rows), build("overlap/passages", [])))
    assert [(row["dropped"], row["added"]) for row in found] == [(None, None), ("as we said on Monday repair", "mend")]


def pieces(*quotes: tuple[str, int, str, str, int | None]) -> list[tuple[str, str, str, str | None]]:
    """Find the variants of (article, start, text, group, position of the cue)."""
    rows = [
        {"doc_id": doc, "start": start, "end": start + len(text), "text": text, "group_id": group}
        | ({"cue": "said", "cue_start": cue, "cue_end": cue + 4} if cue is not None else {})
        for doc, start, text, group, cue in quotes
    ]
    found = rows_of(find_quote_variants(build("claims/quotes", rows), build("overlap/passages", [])))
    return [(row["doc_id"], row["text"], row["change"], row["wording_id"]) for row in found]


def test_a_quotation_that_its_tag_splits_is_held_against_the_whole() -> None:
    first, second = "We are proud of the harbour line,", "and we will mend it before the summer."
    whole = f"{first} {second}"
    found = pieces(
        ("a", 0, whole, "a:0", None), ("b", 0, first, "b:0", 40), ("b", 60, second, "b:0", 40)
    )  # fmt: skip
    assert found == [
        ("a", whole, "fullest", None),
        ("b", first, "same", "b:0-98"),
        ("b", second, "same", "b:0-98"),
    ]


def test_the_paragraphs_of_a_speech_are_wordings_of_their_own() -> None:
    first, second = "We are proud of the harbour line.", "We will mend it before the summer comes."
    found = pieces(
        ("a", 0, first, "a:0", None), ("b", 0, first, "b:0", 90), ("b", 36, second, "b:0", 90)
    )  # fmt: skip
    assert found == [("a", first, "fullest", None), ("b", first, "same", None)]


def test_what_is_quoted_inside_a_quotation_is_no_variant() -> None:
    inner, outer = "the harbour line will run again", "He told me the harbour line will run again by May"
    assert pieces(("a", 0, outer, "a:0", None), ("a", 11, inner, "a:11", None)) == []
    found = pieces(
        ("a", 0, outer, "a:0", None), ("a", 11, inner, "a:11", None), ("b", 0, inner, "b:0", None)
    )  # fmt: skip
    assert [(doc, change) for doc, _, change, _ in found] == [("a", "fullest"), ("b", "shortened")]
