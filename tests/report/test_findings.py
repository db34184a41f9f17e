"""Every finding's numbers stand in its sentence and in the cells it names."""

import json
import re

import pandas as pd
import pytest

from samestory.contract import published_tables
from samestory.reads import REPORT_READS
from samestory.report import find_findings, headline
from samestory.report import findings as module
from samestory.report.finding import KINDS
from samestory.tables import build, read

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def test_the_headline_is_a_range_of_origins(tables):
    # South goes back to the wire story by inference with 0.4 only: apart in the upper end.
    assert headline(tables) == "3 articles, between 2 and 3 origins"


def test_nothing_gives_no_finding():
    assert find_findings({}) == []
    assert headline({}) == "No article"


@pytest.fixture
def findings(tables):
    return {finding.kind: finding for finding in find_findings(tables)}


def test_what_is_found_in_the_small_event(findings):
    sentences = {kind: finding.sentence for kind, finding in findings.items()}
    assert sentences == {
        "origins": "3 articles, between 2 and 3 origins.",
        "reuse": "69 % of the words of South Mail also stand in North Post, more than in any other pair.",
        "contradiction": "Hurt: North Post has nobody, South Mail has two.",
        "one_source": (
            "“On board” is told by 2 articles (North Post and South Mail) that go back to one origin (WIREX)."
        ),
        "left_out": "South Mail lacks 1 sentence that North Post has from the same origin.",
    }
    assert findings["contradiction"].target.startswith("conflict=north:")


def test_a_text_without_running_text_is_told(tables):
    segments = tables["clean/segments"]
    emptied = {**tables, "clean/segments": segments[segments["doc_id"] != "south"]}
    told = [finding.sentence for finding in find_findings(emptied) if finding.kind == "no_report"]
    assert told == [
        "No running text stands in 1 text: South Mail (south.txt). Look whether the file is what it should be; a page "
        "that only a browser fills, or that asks for a subscription, has none."
    ]


def test_a_text_in_another_language_is_told(tables):
    german = (
        "Die Fähre trieb am Montag sechs Stunden lang vor dem Kap, bevor zwei Schlepper sie in den Hafen brachten. "
        "Nach Angaben der Küstenwache wurde niemand verletzt; rund 4,2 Millionen Pfund Schaden sind nach ersten "
        "Schätzungen entstanden, sagte ein Sprecher der Reederei am Abend im Hafen der Stadt."
    )
    row = {"doc_id": "south", "sentence_id": "south:0-9", "paragraph": 0, "start": 0, "end": len(german)}
    sentences = build("clean/sentences", [{**row, "kind": "body", "text": german}])
    told = [f for f in find_findings({**tables, "clean/sentences": sentences}) if f.kind == "language"]
    assert [finding.sentence.partition(". ")[0] for finding in told] == ["1 text is not in English: South Mail"]
    assert "Claims are read in English only" in told[0].sentence


def test_articles_that_are_one_text_are_told_once(tables):
    pairs = tables["overlap/pairs"]
    twins = {**tables, "overlap/pairs": pairs.assign(containment_a=1.0, containment_b=0.99)}
    told = [finding.sentence for finding in find_findings(twins) if finding.kind == "one_source"]
    assert told[0] == "North Post and South Mail are the same text: whatever they say rests on one origin."
    assert not any("North Post and South Mail" in sentence for sentence in told[1:])


def test_a_text_without_running_text_that_counts_as_no_origin_is_told_so(tables):
    origins, segments = tables["overlap/origins"], tables["clean/segments"]
    emptied = {
        **tables,
        "clean/segments": segments[segments["doc_id"] != "west"],
        "overlap/origins": origins.assign(confidence=origins["confidence"].mask(origins["doc_id"] == "west", 0.0)),
    }
    found = {finding.kind: finding for finding in find_findings(emptied)}
    assert found["no_report"].sentence.endswith("has none. West <b>Web</b> counts as no origin.")
    assert found["origins"].sentence == "3 articles, between 1 and 2 origins."


def on_the_word_of(tables, *sources):
    """The claims on board, each on somebody's word."""
    claims = tables["claims/claims"].to_dict("records")
    on_board = [row for row in claims if row["variable"] == "on_board"]
    for row, source in zip(on_board, sources, strict=True):
        row.update(source=source, certainty="attributed")
    return {**tables, "claims/claims": build("claims/claims", claims)}


def test_of_very_many_pairs_those_that_lack_most_are_told_and_all_are_counted(tables, monkeypatch):
    cut = tables["overlap/cuts"].iloc[0].to_dict()
    pairs = [("south", "north", 0), ("west", "north", 0), ("west", "north", 60)]
    cuts = [{**cut, "doc_id": a, "sibling": b, "start": at, "end": at + len(cut["text"])} for a, b, at in pairs]
    tables = {**tables, "overlap/cuts": build("overlap/cuts", cuts)}
    monkeypatch.setattr(module, "MOST_LEFT_OUT", 1)
    told = [finding for finding in find_findings(tables) if finding.kind == "left_out"]
    assert [(finding.target, finding.numbers["sentences"]) for finding in told] == [("cut=west~north", 2)]
    assert module.count_cuts(tables) == {("south", "north"): 1, ("west", "north"): 2}


def test_of_the_siblings_of_one_origin_the_fullest_is_told(tables):
    cut = tables["overlap/cuts"].iloc[0].to_dict()
    pairs = [("south", "north", 0), ("south", "north", 60), ("south", "west", 0)]
    cuts = [{**cut, "doc_id": a, "sibling": b, "start": at, "end": at + len(cut["text"])} for a, b, at in pairs]
    other = {**cuts[2], "origin_id": "wire:OTHER:west"}
    for more, targets in (([], ["cut=south~north"]), ([other], ["cut=south~north", "cut=south~west"])):
        found = find_findings({**tables, "overlap/cuts": build("overlap/cuts", cuts + more)})
        assert [finding.target for finding in found if finding.kind == "left_out"] == targets


def test_of_siblings_that_have_as_much_the_original_is_told(tables):
    cut = tables["overlap/cuts"].iloc[0].to_dict()
    cuts = [{**cut, "doc_id": "south", "sibling": sibling} for sibling in ("north", "west")]
    origins = tables["overlap/origins"].copy()
    wire = origins[origins["doc_id"] == "south"].iloc[:1].assign(doc_id="west", direction="source")
    tables = {**tables, "overlap/cuts": build("overlap/cuts", cuts), "overlap/origins": pd.concat([origins, wire])}
    assert [f.target for f in find_findings(tables) if f.kind == "left_out"] == ["cut=south~west"]


def test_two_articles_on_one_source_are_said_to_rest_on_it(tables):
    found = find_findings(on_the_word_of(tables, "coast guard", "coast guard"))
    first = next(finding for finding in found if finding.kind == "one_source")
    assert first.sentence == (
        "“On board: about 40 people” stands in 2 articles (North Post and South Mail) and rests on one source "
        "(coast guard)."
    )
    assert first.target.startswith("claim=north:")


def test_without_a_codebook_the_printed_words_stand_for_the_question(tables):
    claims = tables["claims/claims"].to_dict("records")
    for row in claims:
        row.update(variable_origin="auto", source="coast guard")
    found = find_findings({**tables, "claims/claims": build("claims/claims", claims)})
    first = next(finding.sentence for finding in found if finding.kind == "one_source")
    assert first.startswith("“about 40 people” stands in 2 articles")


def test_a_press_statement_is_counted_as_a_text_and_not_as_an_article(tables):
    documents = tables["clean/documents"].to_dict("records")
    documents[1]["role"] = "press_statement"
    found = find_findings({**tables, "clean/documents": build("clean/documents", documents)})
    first = next(finding for finding in found if finding.kind == "one_source")
    assert first.sentence.startswith("“Hurt” is told by 2 texts (North Post and South Mail)")


def test_two_sources_are_not_one(tables):
    found = find_findings(on_the_word_of(tables, "coast guard", "harbour master"))
    assert not [finding for finding in found if "one source" in finding.sentence]


def test_what_one_article_alone_answers_is_counted(tables):
    agreement = tables["compare/agreement"].to_dict("records")
    agreement[0]["n_documents"] = 1
    found = find_findings({**tables, "compare/agreement": build("compare/agreement", agreement)})
    assert "1 of 2 questions is answered by one article alone: Hurt." in [finding.sentence for finding in found]


@pytest.fixture(scope="module", params=["small event", "five articles"])
def run(request, event):
    """The tables of the made-up event, and of the five articles."""
    if request.param == "small event":
        return event["make_tables"]()
    folder = request.getfixturevalue("seed_run")
    return {name: read(folder / f"{name}.parquet", name) for name in REPORT_READS}


def values(tables, cell):
    """What stands in a cell; fails unless there is exactly one such row."""
    key = list(published_tables()[cell.table].key)
    frame = tables[cell.table]
    rows = frame[frame[key].astype(object).fillna("").astype(str).apply(tuple, axis=1) == cell.row]
    assert len(rows) == 1, cell
    return rows.iloc[0][cell.column]


def printed(value):
    """The ways in which a sentence may print the numbers of a cell."""
    if pd.isna(value):
        return set()
    if isinstance(value, str):
        return {number for part in (value, value.replace("_", " ")) for number in NUMBER.findall(part)}
    return {f"{value:g}", f"{value:,.0f}", f"{value:.6g}"}


def counted(tables, finding):
    """The numbers that are counted over the cells, by what the kind of finding counts."""
    of = {}
    for cell in finding.cells:
        of.setdefault((cell.table, cell.column), []).append((cell.row, values(tables, cell)))
    if finding.kind == "origins":
        low, high = finding.numbers["origins_min"], finding.numbers["origins_max"]
        articles = {row[0] for row, _ in of["overlap/origins", "role"]}
        names = tables["overlap/origins"].set_index(["doc_id", "origin_id"])["origin"]
        assert low <= len({names[row] for row, _ in of["overlap/origins", "role"]})
        assert low <= high <= len(articles)
        return {len(articles), low, high}
    if finding.kind == "reuse":
        return {
            round(value * 100) for (table, _), found in of.items() if table == "overlap/pairs" for _, value in found
        }
    if finding.kind == "left_out":
        return {len(of["overlap/cuts", "text"])}
    if "alone" in finding.numbers:
        asked = [value for _, value in of["compare/agreement", "n_documents"]]
        alone = asked.count(1)
        return {alone, len(asked), max(alone - 8, 0)}
    if finding.kind == "one_source":
        return {len({row[0] for row, _ in of.get(("claims/claims", "doc_id"), [])})}
    # "002 FAQ page and 3 others": the holders of a side, the one named apart.
    sides = [of.get(("compare/conflicts", column), []) for column in ("documents_a", "documents_b")]
    return {len(json.loads(value)) - 1 for side in sides for _, value in side if not pd.isna(value)}


def test_every_number_of_every_finding_is_traced_to_table_cells(run):
    findings = find_findings(run)
    assert {finding.kind for finding in findings} >= set(KINDS) - {"lost", "no_report", "language"}
    for finding in findings:
        assert finding.kind in KINDS
        assert finding.cells
        known = {number for cell in finding.cells for number in printed(values(run, cell))}
        known |= {f"{number:,g}" for number in counted(run, finding)}
        assert set(NUMBER.findall(finding.sentence)) <= known, finding.sentence
