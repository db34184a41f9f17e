"""A small event: two articles with everything that moves positions in other programs, three claims, a codebook."""

from pathlib import Path

import pytest

from samestory.claims.coding.codebook import Codebook, read_codebook
from samestory.contract import published_tables
from samestory.exports.rights import Rights
from samestory.tables import build

LONG = (
    "The harbour master said in a long statement to the town's paper that the ferry had lost its steering at the "
    "second buoy, drifted for an hour and was towed back to the quay by two tugs."
)
TEXTS = {
    "a": f"\ufeffFerry stuck 🚢\r\n\r\nAbout 40 passengers waited.\r\n{LONG}",
    "b": "=cmd|' /C calc'!A0\n\nNobody was hurt, the operator said 🛟 twice.",
}
CODEBOOK = """\
variables:
  - {name: passengers, question: "How many passengers?", type: count, units: {passenger: [passenger]}}
  - name: injuries
    question: 'Was anyone "hurt"?'
    type: category
    values: {none: [nobody was hurt], some: [hurt]}
    compare: hierarchy
  - {name: cause, question: What was the cause?, type: statement, triggers: [steering]}
"""


def span(doc: str, text: str) -> dict[str, object]:
    start = TEXTS[doc].index(text)
    return {"doc_id": doc, "start": start, "end": start + len(text), "text": text}


def claim(doc: str, text: str, variable: str, **cells: object) -> dict[str, object]:
    place = span(doc, text)
    return {
        **place, "claim_id": f"{doc}:{place['start']}-{place['end']}:{variable}", "variable": variable,
        "variable_origin": "codebook", "polarity": "positive", "certainty": "asserted", "event": "focal",
        "zone": "body", "position": "body", "rule": "test", "approximate": False, **cells,
    }  # fmt: skip


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    return TEXTS


@pytest.fixture(scope="session")
def long() -> str:
    """A sentence of more than 25 words."""
    return LONG


@pytest.fixture
def codebook(tmp_path: Path) -> Codebook:
    path = tmp_path / "codebook.yaml"
    path.write_text(CODEBOOK, encoding="utf-8")
    return read_codebook(path)


@pytest.fixture
def tables():
    rows = {
        "clean/texts": [{"doc_id": doc, "text": text} for doc, text in TEXTS.items()],
        "clean/documents": [
            {
                "doc_id": doc, "file": f"{doc}.txt", "label": label, "role": "article", "n_chars": len(TEXTS[doc]),
                "outlet": outlet, "n_words": 10, "encoding": "utf-8", "sha256": "0" * 64, "published": "2031-05-02",
                "published_basis": "assumed",
            }
            for doc, label, outlet in (("a", "@sum(1)", None), ("b", "Gazette", "+Gazette"))
        ],
        "claims/claims": [
            claim("a", "40", "passengers", low=40, high=40, unit="passenger", approximate=True),
            claim("a", LONG, "cause", value="stated", certainty="attributed", source="harbour master"),
            claim(
                "b", "Nobody was hurt", "injuries", value="none", polarity="negative", certainty="attributed",
                source="operator",
            ),
        ],
        "claims/wording": [
            {**span("b", "operator"), "concept": "firm", "variant": "operator", "voice": "reported", "zone": "body"}
        ],
        "claims/coverage": [
            {"variable": variable, "doc_id": doc, "status": status, "carried_by_same_origin": False}
            for variable, doc, status in (
                ("passengers", "a", "stated"), ("passengers", "b", "explicitly_unknown"),
                ("injuries", "a", "not_detected"), ("injuries", "b", "stated"), ("cause", "a", "stated"),
            )
        ],
    }  # fmt: skip
    return {name: build(name, rows.get(name, [])) for name in published_tables()}


@pytest.fixture(params=[True, False], ids=["full", "excerpts"])
def rights(request: pytest.FixtureRequest) -> Rights:
    return Rights(request.param)
