"""The methods paragraph: what a reader needs to cite and repeat the run."""

import hashlib

from samestory.report.methods import corpus_hash, methods
from samestory.tables import build


def test_the_paragraph_of_the_small_event(tables):
    about = {
        "title": "Ferry",
        "selection": {
            "frame": "a news archive",
            "query": "ferry",
            "inclusion": "All reports",
            "screened": 9,
        },
        "parameters": {"min_words": 8},
        "hashes": {"codebook.yaml": "abc"},
        "versions": {"samestory": "1.0"},
    }
    said = " ".join(methods(tables, about))
    assert said.startswith("The corpus “Ferry” holds 3 articles, ")
    assert "No date of publication is known." in said
    assert "All reports. They were looked for in: a news archive. Query: ferry. Looked at: 9." in said
    assert "2 words of page furniture in 1 article were set aside" in said
    assert "2 shared passages and 4 claims on 2 questions of the codebook were found by rules" in said
    assert "Parameters of the search for passages: min_words 8." in said
    assert "The program was checked against hand coding of 40 articles on 2 questions" in said
    assert f"SHA-256: articles {corpus_hash(tables)}; codebook.yaml abc." in said
    assert said.endswith("Versions: samestory 1.0.")


def test_a_corpus_that_nobody_coded_says_so(tables):
    tables["compare/validation"] = build("compare/validation", [])
    assert any("No hand coding was given" in sentence for sentence in methods(tables, {}))


def test_what_is_not_stated_is_said_to_be(tables):
    assert "How they were chosen is not stated (corpus.yaml, selection)." in methods(tables, {})


def test_the_hash_of_the_corpus_can_be_made_by_hand(tables):
    lines = "".join(f"{'0' * 64}  {doc}\n" for doc in ("north", "south", "west"))
    assert corpus_hash(tables) == hashlib.sha256(lines.encode()).hexdigest()


def test_coders_and_their_agreement_are_named(tables):
    row = {"coder_a": "Ada", "coder_b": "rules", "level": "nominal", "n": 3, "agreement": 1.0}
    tables["compare/reliability"] = build("compare/reliability", [{**row, "variable": "hurt"}])
    said = " ".join(methods(tables, {}))
    assert "2 coders (Ada and rules) were compared on 1 question and up to 3 articles" in said
    assert "too few for Krippendorff's alpha" in said


def test_nothing_gives_a_paragraph():
    assert methods({}, {})[0] == "The corpus holds 0 articles, 0 words. No date of publication is known."
