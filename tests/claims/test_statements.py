"""The four tables of an article, and that no text makes them slow."""

import time

import pandas as pd
import pytest

from samestory.claims.statements import find_statements
from samestory.tables import build


def tables(text, sentences, quotations=(), published="2021-06-11", kind="body"):
    document = {
        "doc_id": "000",
        "file": "000.txt",
        "label": "000",
        "role": "article",
        "published": published,
        "n_chars": len(text),
        "n_words": 0,
        "encoding": "utf-8",
        "sha256": "0",
    }
    rows = [
        {
            "doc_id": "000",
            "sentence_id": f"000:{a}-{b}",
            "paragraph": 0,
            "start": a,
            "end": b,
            "kind": kind,
            "text": text[a:b],
        }
        for a, b in sentences
    ]
    marks = [{"doc_id": "000", "start": a, "end": b, "group_id": f"000:{a}-{b}", "closed": True} for a, b in quotations]
    return {
        "texts": pd.DataFrame({"doc_id": ["000"], "text": [text]}),
        "documents": build("clean/documents", [document]),
        "segments": build(
            "clean/segments", [{"doc_id": "000", "start": 0, "end": len(text), "kind": kind, "rule": "test"}]
        ),
        "sentences": build("clean/sentences", rows),
        "quotations": build("clean/quotations", marks),
    }


def test_every_span_is_its_text():
    text = "“We lost 14 boats on Friday,” said Ann Lee."
    found = find_statements(**tables(text, [(0, len(text))], [(1, 28)]))
    quote = found["claims/quotes"].iloc[0]
    assert (quote["text"], quote["speaker"], quote["cue"]) == ("We lost 14 boats on Friday,", "Ann Lee", "said")
    assert found["claims/attributions"].iloc[0]["source_canonical"] == "Ann Lee"
    assert list(found["claims/quantities"]["text"]) == ["14 boats"]
    assert list(found["claims/times"]["value"]) == ["2021-06-11"]


def test_furniture_says_nothing():
    text = "The mayor said 3 boats sank on Friday."
    found = find_statements(**tables(text, [(0, len(text))], kind="furniture"))
    assert [len(frame) for frame in found.values()] == [0, 0, 0, 0]


def test_an_empty_article_has_no_rows():
    assert [len(frame) for frame in find_statements(**tables("", [])).values()] == [0, 0, 0, 0]


HOSTILE = {
    "digits": "1",
    "numbers": "1,111 to ",
    "words": "one hundred and ",
    "cues": "said ",
    "subjects": "Ann said that ",
    "marks": "“ab” ",
    "brackets": "((",
    "commas": "Ann, ",
    "hyphens": "a-",
    "dates": "May 1 to ",
    "no": "no any ",
    "and": "said and ",
    "who": "Ann, who ",
    "titles": "“A B” ",
    "names": "Ann Lee ",
    "announced": "Ann said: “ab” ",
    "appositions": "Ann, a b, the c, said, ",
    "scores": "1-1 one in 2 ",
    "clocks": "4 a.m. (0100 GMT) ",
    "colons": "LEE: ",
    "years": "2014 ",
    "weeks": "last week ",
    "lengths": "more than a few weeks ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_the_text_takes_about_twice_the_time(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        step = len(piece)
        at = piece.find("“") + 1
        marks = [(i + at, i + piece.find("”")) for i in range(0, len(text), step)] if at else []
        frames = tables(text, [(0, len(text))], marks)
        start = time.process_time()
        find_statements(**frames)
        return time.process_time() - start

    seconds(2_000)
    assert seconds(24_000) < 8 * seconds(6_000) + 0.2
