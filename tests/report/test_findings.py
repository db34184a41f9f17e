"""Every finding's numbers stand in its sentence and in the cells it names."""

import re

import pytest

from samestory.report import find_findings, headline
from samestory.tables import published_tables

KINDS = ["origins", "reuse", "contradiction", "one_source", "lost", "left_out"]


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
        "contradiction": "hurt: North Post has nobody, South Mail has two.",
        "one_source": "“on board” is carried by 2 articles that go back to one origin.",
        "left_out": "South Mail lacks 1 sentence that North Post has from the same origin.",
    }
    assert findings["contradiction"].target.startswith("conflict=north:")


def test_every_finding_points_at_cells_that_exist(tables):
    for finding in find_findings(tables):
        assert finding.kind in KINDS
        assert finding.cells
        for cell in finding.cells:
            key = list(published_tables()[cell.table].key)
            assert cell.column in tables[cell.table].columns
            rows = tables[cell.table][key].astype(object).fillna("").astype(str).to_numpy().tolist()
            assert list(cell.row) in rows


def test_every_number_of_a_sentence_is_given(tables):
    for finding in find_findings(tables):
        if finding.kind in {"contradiction", "lost"}:
            continue  # the sentence is the table's own
        said = {float(number) for number in re.findall(r"\d+", finding.sentence)}
        given = {round(number * 100) if 0 < number < 1 else number for number in finding.numbers.values()}
        assert said <= given
