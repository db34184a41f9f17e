from samestory.figures import quote_variants
from samestory.figures.quote_variants import MOST_VARIANTS, find_utterances
from samestory.tables import build


def variants(*texts):
    rows = [
        {
            "utterance_id": "u",
            "doc_id": f"{number}",
            "start": 0,
            "end": len(text),
            "text": text,
            "change": "changed" if number else "fullest",
        }
        for number, text in enumerate(texts)
    ]
    return find_utterances({"compare/quote_variants": build("compare/quote_variants", rows)})[0].variants


def test_changed_and_left_out_words_are_marked_against_the_fullest():
    full, changed = variants("We call on the mayor, today, to act", "We call on the council to act now")
    assert full.runs == (("same", "We call on the mayor, today, to act"),)
    assert changed.runs == (("same", "We call on the"), ("changed", "council"), ("same", "to act"), ("changed", "now"))


def test_left_out_words_leave_a_gap():
    _, shorter = variants("We call on the mayor, today, to act", "We call on the mayor to act")
    assert shorter.runs == (("same", "We call on the mayor"), ("left_out", "[…]"), ("same", "to act"))


def test_the_pieces_of_a_wording_that_its_tag_splits_are_drawn_as_one():
    texts = ("We call on the mayor to act", "We call on the mayor", "to act")
    rows = [
        {"utterance_id": "u", "wording_id": "s" if number else None, "doc_id": "b" if number else "a", "start": number,
         "end": number + len(text), "text": text, "change": "same" if number else "fullest"}
        for number, text in enumerate(texts)
    ]  # fmt: skip
    (found,) = find_utterances({"compare/quote_variants": build("compare/quote_variants", rows)})
    assert [(variant.doc_ids, variant.text) for variant in found.variants] == [(("a", "b"), texts[0])]


def test_articles_with_the_same_words_stand_together_whatever_case_and_points():
    (one,) = variants("We call on the mayor", "we call on the mayor.")
    assert one.doc_ids == ("0", "1")


def test_of_very_many_wordings_the_fullest_and_the_most_printed_are_drawn(event):
    words = ["We", "call", "on", "the", "mayor", "to", "act", "before", "the", "winter", "comes"]
    texts = [" ".join(words), *(" ".join(words[:cut]) for cut in range(2, 11)), "We call"]
    rows = [
        {
            "utterance_id": "u",
            "doc_id": "north" if number % 2 else "south",
            "start": number,
            "end": number + len(text),
            "text": text,
            "change": "shortened" if number else "fullest",
        }
        for number, text in enumerate(texts)
    ]
    tables = event["make_tables"]() | {"compare/quote_variants": build("compare/quote_variants", rows)}
    (utterance,) = find_utterances(tables)
    assert [variant.text for variant in utterance.shown][:1] == texts[:1]
    assert len(utterance.shown) == MOST_VARIANTS
    assert "We call" in [variant.text for variant in utterance.shown]
    assert "and 4 wordings more." in quote_variants(tables).alt


def test_an_utterance_longer_than_a_page_is_drawn(event):
    text = "We call on the mayor " * 400
    rows = [
        {"utterance_id": "u", "doc_id": doc, "start": 0, "end": len(text), "text": text, "change": change}
        for doc, change in (("north", "fullest"), ("south", "same"))
    ]
    tables = event["make_tables"]() | {"compare/quote_variants": build("compare/quote_variants", rows)}
    assert "Shown:" not in quote_variants(tables).caption


def test_none_is_called_the_original(tables):
    figure = quote_variants(tables)
    assert "need not be the original" in figure.caption
    assert "1 in differing words, 1 attributed in differing words" in figure.caption


def test_another_spelling_of_a_word_is_the_same_word_as_in_the_table():
    (one,) = variants("We reserve the right to self-defense", "We reserve the right to self-defence")
    assert one.doc_ids == ("0", "1")
    assert one.runs == (("same", "We reserve the right to self-defense"),)


def test_a_changed_part_of_a_hyphenated_word_is_marked_with_its_hyphen():
    _, changed = variants("We reserve the right to self-defence today", "We reserve the right to self-help today")
    assert "".join(piece for _, piece in changed.runs).replace(" ", "") == "Wereservetherighttoself-helptoday"
    assert ("changed", "help") in changed.runs
