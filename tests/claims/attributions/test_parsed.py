"""The optional backend: reporting verbs by the parse of a spaCy pipeline."""

import importlib

import pytest

from samestory.claims.attributions.parsed import find_parsed, load_pipeline
from samestory.claims.quotes import join_quotations
from samestory.claims.tokens import Article, Quotation, tokenise
from samestory.schema import InputError

# Per sentence the head and the relation of each token, as a trained parser would give them.
PARSES = {
    "The mayor said the bridge was safe.": (
        [1, 2, 2, 4, 5, 2, 5, 2],
        ["det", "nsubj", "ROOT", "det", "nsubj", "ccomp", "acomp", "punct"],
    ),
    "The theft was claimed by students.": (
        [1, 3, 3, 3, 3, 4, 3],
        ["det", "nsubjpass", "auxpass", "ROOT", "agent", "pobj", "punct"],
    ),
    "The mayor left, according to students.": (
        [1, 2, 2, 2, 2, 4, 5, 2],
        ["det", "nsubj", "ROOT", "punct", "prep", "prep", "pobj", "punct"],
    ),
    "“We lost,” Lee said.": (
        [2, 2, 6, 2, 2, 6, 6, 6],
        ["punct", "nsubj", "ccomp", "punct", "punct", "nsubj", "ROOT", "punct"],
    ),
}


@pytest.fixture(scope="module")
def pipeline():
    spacy = pytest.importorskip("spacy")
    blank = spacy.blank("en")

    @spacy.Language.component("stand_in_parser")
    def stand_in_parser(doc):
        heads, deps = PARSES[doc.text]
        return spacy.tokens.Doc(
            doc.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc], heads=heads, deps=deps
        )

    blank.add_pipe("stand_in_parser")
    return blank


def rows(text, pipeline, quotations=()):
    article = Article("d", text, [tokenise("d", 0, text)], [Quotation(a, b, f"d:{a}") for a, b in quotations])
    found = join_quotations(article, find_parsed(article, pipeline))
    return [(text[slice(*r.source)], text[slice(*r.cue)], text[slice(*r.parts[0])], r.rule) for r in found]


def test_subject_verb_and_clause(pipeline):
    assert rows("The mayor said the bridge was safe.", pipeline) == [
        ("The mayor", "said", "the bridge was safe", "spacy clause")
    ]


def test_the_agent_of_a_passive(pipeline):
    assert rows("The theft was claimed by students.", pipeline) == [
        ("students", "claimed", "The theft", "spacy passive")
    ]


def test_according_to_stays_with_the_rules(pipeline):
    assert rows("The mayor left, according to students.", pipeline) == [
        ("students", "according to", "The mayor left", "according to")
    ]


def test_a_quotation_is_the_content(pipeline):
    assert rows("“We lost,” Lee said.", pipeline, [(1, 9)]) == [("Lee", "said", "“We lost,”", "spacy clause")]


def test_without_spacy_the_error_says_what_to_do(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(InputError, match=r"spaCy is not installed.*backend: rules"):
        load_pipeline("en_core_web_sm")


def test_a_pipeline_that_is_not_installed_is_named():
    pytest.importorskip("spacy")
    with pytest.raises(InputError, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")
