"""Miles for kilometres."""

from collections.abc import Callable

import pytest

from samestory.claims.coding.articles import Article, Sentence
from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.counterparts import counterpart_findings
from samestory.claims.quantities.rows import find_quantities
from samestory.claims.tokens import tokenise


@pytest.mark.parametrize(
    ("units", "text", "found"),
    [
        ("{kilometre: [km]}", "The shaft is six miles deep.", [(6, "mile")]),
        ("{kilometre: [km]}", "The shaft is 10 km deep.", []),
        ("{kilometre: [km]}", "The shaft is 10 km (6 miles) deep.", []),
        ("{kilometre: [km]}", "The shaft is 10 km, or six miles, deep.", []),
        ("{kilometre: [km], mile: [mile]}", "The shaft is six miles deep.", []),
        ("{mile: [mile]}", "The shaft is 10 kilometres deep.", [(10, "kilometre")]),
        ("{hour: [hour]}", "The shaft, two days deep.", []),
    ],
)
def test_a_measure_answers_in_the_unit_of_the_other_system(
    codebook: Callable[[str], Codebook], units: str, text: str, found: list[tuple[float, str]]
) -> None:
    (variable,) = codebook(f"variables: [{{name: depth, type: count, units: {units}, triggers: [deep]}}]").variables
    article = Article("a", text, quantities=find_quantities([tokenise("a", 0, text)]))
    findings = counterpart_findings(variable, article, Sentence(0, len(text), text, "body", "body"))
    assert [(finding.low, finding.unit) for finding in findings] == found
