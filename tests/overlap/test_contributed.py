"""An agency that contributed to a report is credited with a part of it: what it shares with the agency's copies."""

import pytest
from overlap.test_origins import EVENING, LAST, MORNING, WIRE, rows

NOTE = "The Tarn Wire contributed to this report."
STORY = f"{WIRE}\n\n{LAST}\n\nTarn Wire"


def trace(overlap, texts, **facts):
    return overlap(texts, agencies=dict.fromkeys(texts, "Tarn Wire"), notes={NOTE}, **facts)


def contents(frames, doc, text):
    return {text[r["start"] : r["end"]]: r["content"] for r in rows(frames, "stretches") if r["doc_id"] == doc}


def test_a_report_of_which_nothing_matches_is_open(overlap):
    (row,) = rows(trace(overlap, {"a": f"{EVENING}\n\n{NOTE}"}))
    assert (row["origin_id"], row["role"], row["confidence"]) == ("own:a", "no_match_in_corpus", 0.5)


def test_what_matches_the_agencys_copies_is_wire_and_the_rest_its_own(overlap):
    texts = {"a": STORY, "b": f"{MORNING}\n\n{WIRE}\n\n{NOTE}"}
    frames = trace(overlap, texts)
    row = next(r for r in rows(frames) if r["doc_id"] == "b" and r["origin"] == "Tarn Wire")
    assert (row["role"], row["basis"], row["confidence"]) == ("credited_copy", "printed_credit", 0.95)
    assert 0.3 < row["share"] < 0.6
    found = contents(frames, "b", texts["b"])
    assert found[MORNING] == "own"
    assert {found[paragraph] for paragraph in WIRE.split("\n\n")[:3]} == {"wire"}
    assert [r["text"] for r in rows(frames, "cuts") if r["sibling"] == "b"] == []


def test_a_report_with_a_little_of_the_story_is_a_rewrite_of_it(overlap):
    texts = {"a": STORY, "b": f"{MORNING}\n\n{EVENING}\n\n{LAST}\n\n{NOTE}"}
    (row,) = [r for r in rows(trace(overlap, texts)) if r["doc_id"] == "b"]
    assert (row["origin_id"], row["role"], row["basis"]) == ("wire:Tarn Wire:a", "rewrite", "printed_credit")


def test_what_two_reports_share_to_which_one_agency_contributed_is_its_story(overlap):
    texts = {"a": f"{WIRE}\n\n{EVENING}\n\n{NOTE}", "b": f"{WIRE}\n\n{NOTE}"}
    assert {r["origin"] for r in rows(trace(overlap, texts)) if r["role"] == "credited_copy"} == {"Tarn Wire"}


def test_an_agencys_own_report_to_which_its_people_contributed_is_all_its_own(overlap):
    (row,) = rows(trace(overlap, {"a": f"{EVENING}\n\n{NOTE}"}, outlets={"a": "Tarn Wire"}))
    assert (row["origin"], row["role"], row["direction"]) == ("Tarn Wire", "credited_copy", "source")


@pytest.mark.parametrize(
    ("dates", "cuts"),
    [
        (("2024-05-02", "2024-05-01"), ["a"]),
        (("2024-05-01", "2024-05-01"), ["a", "b"]),
        (("2024-05-01", "2024-05-02"), ["b"]),
        # One version of the story, printed at two hours of one day.
        (("2024-05-01T09:00", "2024-05-01T12:00"), ["a", "b"]),
    ],
)
def test_nothing_is_left_out_that_was_written_later(overlap, dates, cuts):
    texts = {"a": f"{WIRE}\n\n{LAST}\n\nTarn Wire", "b": f"{WIRE}\n\n{EVENING[:60]}.\n\nTarn Wire"}
    found = rows(trace(overlap, texts, dates=dict(zip(texts, dates, strict=True))), "cuts")
    assert sorted({row["doc_id"] for row in found}) == cuts


def test_an_agencys_early_version_leaves_nothing_out(overlap):
    texts = {"a": f"{WIRE}\n\nTarn Wire", "b": STORY}
    dates = {"a": "2024-05-01T09:00", "b": "2024-05-01T12:00"}
    frames = trace(overlap, texts, dates=dates, roles={"a": "agency_original"})
    assert [row["doc_id"] for row in rows(frames, "cuts")] == []
