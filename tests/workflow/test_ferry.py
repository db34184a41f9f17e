"""The invented ferry: what the program makes of its texts, held to what is known to be true of them.

``corpora/ferry-drift/truth.yaml`` was written with the texts, before the program had read them. Where the program is
wrong the truth stays, and GAPS says in a line what it gets wrong.
"""

import json
from pathlib import Path

import pandas as pd
import pytest

from samestory.schema import read_yaml
from samestory.tables import read

TRUTH = read_yaml(Path(__file__).parents[2] / "corpora" / "ferry-drift" / "truth.yaml")
ARTICLES = ["courier", "islander", "lantern", "observer", "tideline"]

# What the program gets wrong, by the entry's name.
GAPS = {
    "times: observer: half past five": "the article names no day, so that of publication is taken",
}


def name_of(section, entry):
    """Name an entry of the truth by what it is about."""
    if isinstance(entry, list):
        return f"{section}: {'~'.join(entry)}"
    docs = "~".join(entry.get("docs", [])) or entry.get("doc") or entry.get("name")
    said = [entry[key] for key in ("variable", "within", "text", "a", "content", "role", "kind") if key in entry]
    return f"{section}: {docs}: {' '.join(str(part) for part in said)}"[:110].strip()


def gap(name):
    """Give the mark of what is expected to fail, if the program gets it wrong."""
    return [pytest.mark.xfail(reason=GAPS[name], strict=True)] if name in GAPS else []


def entries(section):
    """Give the entries of a section of the truth as cases."""
    names = [name_of(section, entry) for entry in TRUTH[section]]
    assert len(set(names)) == len(names), names
    cases = zip(TRUTH[section], names, strict=True)
    return pytest.mark.parametrize("entry", [pytest.param(entry, id=name, marks=gap(name)) for entry, name in cases])


def allowed(value):
    """Give the values any of which is right."""
    return list(value) if isinstance(value, list) else [value]


@pytest.fixture(scope="module")
def results(run_once):
    """The results of the invented event, as far as the comparison."""
    return run_once("ferry drift", None, "compare", "--config", "corpus=ferry-drift") / "results" / "ferry-drift"


@pytest.fixture(scope="module")
def table(results):
    """Give a published table by its name."""
    frames = {}

    def of(name):
        if name not in frames:
            frames[name] = read(results / name)
        return frames[name]

    return of


@pytest.fixture(scope="module")
def texts(table):
    """The text of each article."""
    return dict(table("clean/texts")[["doc_id", "text"]].itertuples(index=False))


@pytest.fixture(scope="module")
def place(texts):
    """Give where words stand in an article: the only find, or the nth."""

    def find(doc, words, nth=None, inside=None):
        text = texts[doc]
        first, last = find(doc, inside) if inside else (0, len(text))
        if not inside and nth is None and text.count(words) > 1:
            raise LookupError(f"{words!r} stands {text.count(words)} times in {doc}; say which with nth")
        start = first - 1
        for _ in range(nth or 1):
            start = text.find(words, start + 1, last)
            assert start >= 0, f"{doc} does not print {words!r}"
        return start, start + len(words)

    return find


def at(frame, doc, span, start="start", end="end"):
    """The rows of an article that touch a place."""
    return frame[(frame["doc_id"] == doc) & (frame[start] < span[1]) & (frame[end] > span[0])]


@entries("segments")
def test_each_stretch_is_what_it_is(entry, table, place):
    span = place(entry["doc"], entry["text"], entry.get("nth"))
    kinds = set(at(table("clean/segments"), entry["doc"], span)["kind"])
    assert kinds <= set(allowed(entry["kind"])), kinds


@entries("not_body")
def test_what_surrounds_an_article_is_not_read_as_its_words(entry, table):
    sentences = table("clean/sentences")
    body = sentences[(sentences["doc_id"] == entry["doc"]) & (sentences["kind"] != "furniture")]
    assert not body["text"].str.contains(entry["text"], regex=False).any()


@entries("documents")
def test_each_document_says_who_when_and_after_which_agency(entry, table):
    row = table("clean/documents").set_index("doc_id").loc[entry["doc"]]
    assert (None if pd.isna(row["agency"]) else row["agency"]) == entry["agency"]
    assert row["published"].startswith(entry["published"])
    if "title" in entry:
        assert row["title"] == entry["title"]
    if "byline" in entry:
        assert entry["byline"] in row["byline"]


@entries("passages")
def test_each_shared_passage_is_found_whole(entry, table, place):
    doc_a, doc_b = entry["docs"]
    span_a = place(doc_a, entry["a"])
    passages = table("overlap/passages")
    found = passages[
        (passages["doc_a"] == doc_a)
        & (passages["doc_b"] == doc_b)
        & passages["kind"].isin(allowed(entry["kind"]))
        & (passages["start_a"] < span_a[1])
        & (passages["end_a"] > span_a[0])
    ]
    if "b" in entry:
        span_b = place(doc_b, entry["b"])
        found = found[(found["start_b"] < span_b[1]) & (found["end_b"] > span_b[0])]
    covered = {i for row in found.itertuples() for i in range(row.start_a, row.end_a)} & set(range(*span_a))
    # Reworded text has no exact edges.
    wanted = 0.6 if "paraphrase" in allowed(entry["kind"]) else 0.95
    assert len(covered) >= wanted * (span_a[1] - span_a[0])


@entries("nothing_shared")
def test_texts_that_share_nothing_have_no_passage(entry, table):
    passages = table("overlap/passages")
    found = passages[(passages["doc_a"] == entry[0]) & (passages["doc_b"] == entry[1])]
    assert found[["kind", "text_a", "text_b"]].to_dict("records") == []


@entries("origins")
def test_each_article_draws_on_its_origin_in_its_way(entry, table):
    origins = table("overlap/origins")
    rows = origins[(origins["doc_id"] == entry["doc"]) & (origins["role"] == entry["role"])]
    assert len(rows), origins[origins["doc_id"] == entry["doc"]]["role"].tolist()
    if "same_as" in entry:
        assert set(rows["origin_id"]) & set(origins[origins["doc_id"] == entry["same_as"]]["origin_id"])
    if "evidence" in entry:
        of_source = set(origins[origins["doc_id"] == entry["evidence"]]["origin_id"])
        assert entry["evidence"] in set(rows["evidence_doc"].dropna()) or set(rows["origin_id"]) & of_source


@pytest.mark.parametrize("entry", [pytest.param(TRUTH["origins_behind_all"], marks=gap("origins behind all"))])
def test_the_articles_go_back_to_few_origins(entry, table):
    origins = table("overlap/origins")
    n = origins[origins["doc_id"].isin(ARTICLES)]["origin_id"].nunique()
    assert entry["at_least"] <= n <= entry["at_most"]


def cut_here(table, place, entry):
    cuts = table("overlap/cuts")
    start, end = place(entry["sibling"], entry["text"])
    cuts = cuts[(cuts["doc_id"] == entry["doc"]) & (cuts["sibling"] == entry["sibling"])]
    return cuts[(cuts["start"] <= start) & (cuts["end"] >= end)]


@entries("cuts")
def test_what_a_copy_left_out_is_listed(entry, table, place):
    assert len(cut_here(table, place, entry))


@entries("not_cut")
def test_what_a_copy_carries_is_not(entry, table, place):
    assert not len(cut_here(table, place, entry))


@entries("quotations")
def test_each_quotation_has_its_speaker(entry, table):
    quotes = table("claims/quotes")
    exact = quotes[(quotes["doc_id"] == entry["doc"]) & (quotes["text"] == entry["text"])]
    assert len(exact) == 1, quotes[quotes["doc_id"] == entry["doc"]]["text"].tolist()
    row = exact.iloc[0]
    names = " ".join(str(row[column]) for column in ("speaker", "speaker_canonical") if not pd.isna(row[column]))
    assert entry["speaker"] in names


@entries("one_speaker")
def test_one_speaker_has_one_name(entry, table):
    quotes = table("claims/quotes")
    found = quotes[quotes["doc_id"].isin(entry["docs"])]
    names = found[found["speaker_canonical"].str.contains(entry["name"], na=False)]
    assert set(names["doc_id"]) == set(entry["docs"])
    assert names["speaker_canonical"].nunique() == 1


@entries("attributions")
def test_each_statement_has_its_source(entry, table, place):
    span = place(entry["doc"], entry["content"])
    found = at(table("claims/attributions"), entry["doc"], span, "content_start", "content_end")
    found = found[found["source"].str.contains(entry["source"], regex=False, na=False)]
    assert len(found), at(table("claims/attributions"), entry["doc"], span, "content_start", "content_end")["source"]
    for key in ("naming", "actor_type", "polarity"):
        if key in entry:
            assert found.iloc[0][key] in allowed(entry[key])


@entries("unattributed")
def test_a_lost_attribution_is_not_invented(entry, table, place):
    span = place(entry["doc"], entry["text"])
    assert not len(at(table("claims/attributions"), entry["doc"], span, "content_start", "content_end"))


@entries("quantities")
def test_each_number_is_read(entry, table, place):
    number = place(entry["doc"], entry["text"], inside=entry["within"])
    found = at(table("claims/quantities"), entry["doc"], number)
    assert len(found) == 1
    row = found.iloc[0]
    for end in ("low", "high"):
        if end in entry:
            assert (None if pd.isna(row[end]) else row[end]) == entry[end]
    for key in ("unit", "comparator", "approximate"):
        if key in entry:
            assert row[key] in allowed(entry[key]), row[key]


@entries("times")
def test_each_time_is_read(entry, table, place):
    span = place(entry["doc"], entry["text"], inside=entry.get("within"))
    found = at(table("claims/times"), entry["doc"], span)
    assert len(found) == 1, found["text"].tolist()
    assert str(found.iloc[0]["value"]).startswith(entry["value"])
    assert found.iloc[0]["type"] == entry.get("type", found.iloc[0]["type"])


@entries("claims")
def test_each_claim_is_coded(entry, table, place):
    claims = table("claims/claims")
    found = at(claims[claims["variable"] == entry["variable"]], entry["doc"], place(entry["doc"], entry["within"]))
    wanted = {key: entry[key] for key in ("value", "low", "unit", "certainty", "polarity") if key in entry}
    rows = found[[*wanted, "source"]].to_dict("records")
    right = [
        row
        for row in rows
        if all(row[key] in allowed(value) or ends(row[key], value) for key, value in wanted.items())
        and entry.get("source", "") in (row["source"] if isinstance(row["source"], str) else "")
    ]
    assert right, rows


def ends(found, value):
    """Tell whether a time of day is the one wanted."""
    return isinstance(found, str) and isinstance(value, str) and found.endswith(f"T{value}")


@entries("no_claims")
def test_a_number_beside_the_question_is_no_answer(entry, table, place):
    claims = table("claims/claims")
    found = at(claims[claims["variable"] == entry["variable"]], entry["doc"], place(entry["doc"], entry["within"]))
    assert found[["text", "low", "high"]].to_dict("records") == []


@entries("coverage")
def test_what_an_article_does_not_say_is_told_apart(entry, table):
    coverage = table("claims/coverage").set_index(["variable", "doc_id"])
    assert coverage.loc[(entry["variable"], entry["doc"]), "status"] == entry["status"]


def conflicts_of(table, entry):
    conflicts = table("compare/conflicts")
    conflicts = conflicts[(conflicts["variable"] == entry["variable"]) & (conflicts["kind"] == entry["kind"])]
    if "level" in entry:
        conflicts = conflicts[conflicts["level"].isin(allowed(entry["level"]))]
    # A row stands for every article that holds the one side against every article that holds the other.
    doc_a, doc_b = entry["docs"]
    held = [[json.loads(docs) for docs in conflicts[column]] for column in ("documents_a", "documents_b")]
    return [
        (side_a, side_b)
        for side_a, side_b in zip(*held, strict=True)
        if (doc_a in side_a and doc_b in side_b) or (doc_b in side_a and doc_a in side_b)
    ]


@entries("conflicts")
def test_each_conflict_is_found(entry, table):
    assert len(conflicts_of(table, entry))


@entries("no_conflict")
def test_what_goes_together_is_no_conflict(entry, table):
    assert conflicts_of(table, entry) == []


@entries("quote_variants")
def test_one_utterance_in_two_wordings_is_one(entry, table):
    variants = table("compare/quote_variants")
    found = variants[variants["doc_id"].isin(entry["docs"]) & variants["text"].str.contains(entry["text"], regex=False)]
    utterances = found.groupby("utterance_id")["doc_id"].agg(set)
    assert any(docs >= set(entry["docs"]) for docs in utterances)
