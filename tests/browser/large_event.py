"""A made-up event in many articles, as tables: fifty stories, each told by a tenth of the articles in shared words."""

import json

from samestory.tables import build

STORY = 10
WORDS = [
    *("the", "ferry", "harbour", "crew", "storm", "evening", "officials", "rescue", "passengers", "engine", "water"),
    *("shore", "lights", "captain", "weather", "company", "report", "island", "coast", "pilot", "deck", "vessel"),
    *("minister", "agency", "morning", "statement", "hospital", "families", "rope", "signal"),
]
TABLES = [
    *("clean/texts", "clean/documents", "clean/segments", "clean/sentences"),
    *("overlap/passages", "overlap/pairs", "overlap/stretches", "overlap/origins"),
    *("claims/quotes", "claims/attributions", "claims/claims", "compare/conflicts"),
]


def sentence(seed, length=18):
    """A sentence of made-up news; the same seed gives the same words."""
    words = [WORDS[(seed * 7 + place * (3 + seed % 11)) % len(WORDS)] for place in range(length)]
    return " ".join(words).capitalize() + f" {seed}."


def make_tables(articles=500, sentences=30):
    """Give the tables of the report for so many articles of some 570 words each."""
    ids = [f"a{number:04d}" for number in range(articles)]
    rows = {name: [] for name in TABLES}
    spans = {}
    for number, doc in enumerate(ids):
        story = number // STORY
        lines = [sentence(story * 1000 + i if i % 3 == 0 else number * 1000 + 500 + i) for i in range(sentences)]
        text = "\n\n".join(lines)
        rows["clean/texts"].append({"doc_id": doc, "text": text})
        rows["clean/documents"].append(
            {
                "doc_id": doc,
                "label": f"Paper {number}",
                "file": f"{doc}.txt",
                "role": "article",
                "n_chars": len(text),
                "n_words": sentences * 19,
                "encoding": "utf-8",
                "sha256": "0" * 64,
            }
        )
        at = 0
        for i, line in enumerate(lines):
            place = {"doc_id": doc, "start": at, "end": at + len(line)}
            spans[doc, i] = (at, at + len(line))
            kind = "furniture" if i == sentences - 1 else "body"
            origin = f"wire:{story}" if i % 3 == 0 else None
            rows["clean/segments"].append({**place, "kind": kind, "rule": "hand"})
            rows["clean/sentences"].append(
                {**place, "sentence_id": f"{doc}:{at}", "paragraph": i, "kind": kind, "text": line}
            )
            rows["overlap/stretches"].append({**place, "content": "wire" if origin else "own", "origin_id": origin})
            if i < 20:
                rows["claims/claims"].append(claim(place, line, i, number))
            if i % 6 == 0:
                rows["claims/quotes"].append({**place, "text": line, "speaker_canonical": "captain", "group_id": doc})
                rows["claims/attributions"].append(attribution(place, line))
            at += len(line) + 2
        rows["overlap/origins"].append(
            {
                "doc_id": doc,
                "origin_id": f"wire:{story}",
                "origin": f"Agency {story}",
                "role": "copy_no_credit",
                "share": 0.33,
                "basis": "text_match",
                "confidence": 0.7,
            }
        )
    for first in range(articles):
        for second in range(first + 1, min((first // STORY + 1) * STORY, articles)):
            add_pair(rows, ids[first], ids[second], spans, sentences)
    return {name: build(name, entries) for name, entries in rows.items()}


def claim(place, line, question, number):
    """What an article has on a question: a number, the same in most articles."""
    doc, start, end = place["doc_id"], place["start"], place["end"]
    value = float(3 if number % 9 else 14)
    return {
        "claim_id": f"{doc}:{start}-{end}:question_{question}",
        "variable": f"question_{question}",
        "variable_origin": "codebook",
        "low": value,
        "high": value,
        "approximate": False,
        "polarity": "positive",
        "certainty": "attributed",
        "source": f"official {question % 3}",
        "event": "focal",
        "zone": "body",
        "position": "body",
        **place,
        "text": line,
        "rule": "hand",
    }


def attribution(place, line):
    """Somebody's statement: the whole sentence."""
    return {
        "doc_id": place["doc_id"],
        "content_start": place["start"],
        "content_end": place["end"],
        "content": line,
        "parts": json.dumps([[place["start"], place["end"]]]),
        "source_canonical": "captain",
        "actor_type": "company",
        "naming": "role_only",
        "cue_class": "neutral",
        "type": "direct",
        "polarity": "positive",
        "rule": "hand",
    }


def add_pair(rows, a, b, spans, sentences):
    """The passages of two articles of one story, and one contradiction."""
    for i in range(0, sentences, 3):
        (start_a, end_a), (start_b, end_b) = spans[a, i], spans[b, i]
        rows["overlap/passages"].append(
            {
                "passage_id": f"{a}:{start_a}-{end_a}~{b}:{start_b}-{end_b}",
                "doc_a": a,
                "start_a": start_a,
                "end_a": end_a,
                "doc_b": b,
                "start_b": start_b,
                "end_b": end_b,
                "kind": "verbatim",
                "n_words": 19,
                "identity": 1.0,
            }
        )
    rows["overlap/pairs"].append(
        {
            "doc_a": a,
            "doc_b": b,
            "shared_words": 190,
            "containment_a": 0.33,
            "containment_b": 0.33,
            "jaccard": 0.2,
            "cosine": 0.5,
            "longest_passage": 19,
            "n_passages": 10,
        }
    )
    claims = [f"{doc}:{start}-{end}:question_1" for doc in (a, b) for start, end in [spans[doc, 1]]]
    rows["compare/conflicts"].append(
        {
            "conflict_id": f"{claims[0]}~{claims[1]}:contradiction",
            "variable": "question_1",
            "level": "articles",
            "kind": "contradiction",
            "doc_a": a,
            "claim_a": claims[0],
            "doc_b": b,
            "claim_b": claims[1],
            "confidence": 0.8,
            "explanation": "question_1: they differ.",
        }
    )
