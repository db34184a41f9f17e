"""A tiny made-up event in three articles, with hand-written tables: what figures and report are tested on."""

import json

from samestory.tables import build
from samestory.words import count_words

WIRE = "The ferry Aurora ran aground near the harbour on Monday evening with about 40 people on board."
SPOKEN = "We brought everyone ashore within the hour"
TEXTS = {
    "north": f"Ferry runs aground\n\n{WIRE}\n\n“{SPOKEN},” a coast guard officer said. Nobody was hurt.\n\nWIREX",
    "south": f"{WIRE}\n\n“{SPOKEN},” the officer said. Two passengers were hurt, the harbour master said.",
    "west": "A ship hit the rocks. <script>alert(1)</script> Tickets cost $5 to $9.\n\nSubscribe now",
}
LABELS = {"north": "North Post", "south": "South Mail", "west": "West <b>Web</b>"}


def span(doc, text):
    start = TEXTS[doc].index(text)
    return {"start": start, "end": start + len(text)}


def make_tables():
    """Give every table that figures and report read."""
    rows = {name: [] for name in ("clean/sentences", "clean/segments", "overlap/stretches")}
    for doc, text in TEXTS.items():
        at = 0
        for paragraph, line in enumerate(text.split("\n\n")):
            place = {"doc_id": doc, "start": at, "end": at + len(line)}
            kind = "furniture" if line == "Subscribe now" else "title" if line.startswith("Ferry") else "body"
            rows["clean/segments"].append({**place, "kind": kind, "rule": "hand"})
            rows["clean/sentences"].append(
                {**place, "sentence_id": f"{doc}:{at}", "paragraph": paragraph, "kind": kind, "text": line}
            )
            shared = "wire" if line == WIRE else "statement" if SPOKEN in line else None
            content = "furniture" if kind == "furniture" else shared or "own"
            rows["overlap/stretches"].append({**place, "content": content, "origin_id": shared and f"{shared}:1"})
            at += len(line) + 2
    passages = [passage(text) for text in (WIRE, SPOKEN)]
    words = {doc: count_words(text) for doc, text in TEXTS.items()}
    shared_words = count_words(WIRE) + count_words(SPOKEN)
    hurt = [
        claim("north", "Nobody was hurt", 0, "asserted", None),
        claim("south", "Two passengers were hurt", 2, "attributed", "harbour master"),
    ]
    on_board = [claim(doc, "about 40 people", 40, "asserted", None, "on_board") for doc in ("north", "south")]
    pair = {"doc_a": "north", "claim_a": hurt[0]["claim_id"], "doc_b": "south", "claim_b": hurt[1]["claim_id"]}
    rows |= {
        "clean/texts": [{"doc_id": doc, "text": text} for doc, text in TEXTS.items()],
        "clean/documents": [
            {
                "doc_id": doc,
                "file": f"{doc}.txt",
                "label": LABELS[doc],
                "role": "article",
                "n_chars": len(text),
                "n_words": words[doc],
                "encoding": "utf-8",
                "sha256": "0" * 64,
            }
            for doc, text in TEXTS.items()
        ],
        "clean/quotations": [
            {"doc_id": doc, **span(doc, SPOKEN + ","), "group_id": doc, "closed": True} for doc in ("north", "south")
        ],
        "overlap/passages": passages,
        "overlap/pairs": [
            {
                "doc_a": "north",
                "doc_b": "south",
                "shared_words": shared_words,
                "containment_a": shared_words / words["north"],
                "containment_b": shared_words / words["south"],
                "jaccard": 0.5,
                "cosine": 0.8,
                "longest_passage": count_words(WIRE),
                "n_passages": 2,
            }
        ],
        "overlap/origins": [
            origin("north", "wire:1", "credited_copy", "printed_credit", 0.9),
            origin("south", "wire:1", "copy_no_credit", "inferred", 0.4),
            origin("west", "own:west", "no_match_in_corpus", "inferred", 0.5),
        ],
        "overlap/cuts": [
            {
                "origin_id": "wire:1",
                "doc_id": "south",
                "sibling": "north",
                **span("north", "Nobody was hurt."),
                "text": "Nobody was hurt.",
            }
        ],
        "claims/attributions": [attribution("north", "coast guard"), attribution("south", "officer")],
        "claims/claims": [*hurt, *on_board],
        "compare/agreement": [
            agreement("hurt", "contradict", n_sources=1, n_unattributed=1),
            agreement("on_board", "agree", n_sources=0, n_unattributed=2, n_origins_max=1),
        ],
        "compare/conflicts": [
            {
                "conflict_id": f"{pair['claim_a']}~{pair['claim_b']}:contradiction",
                "variable": "hurt",
                "level": "articles",
                "kind": "contradiction",
                **pair,
                "confidence": 0.9,
                "explanation": "hurt: North Post has nobody, South Mail has two.",
            }
        ],
    }
    return {name: build(name, entries) for name, entries in rows.items()}


def passage(text):
    a, b = span("north", text), span("south", text)
    return {
        "passage_id": f"north:{a['start']}-{a['end']}~south:{b['start']}-{b['end']}",
        "doc_a": "north",
        "start_a": a["start"],
        "end_a": a["end"],
        "doc_b": "south",
        "start_b": b["start"],
        "end_b": b["end"],
        "kind": "verbatim",
        "n_words": count_words(text),
        "identity": 1.0,
        "text_a": text,
        "text_b": text,
    }


def origin(doc, origin_id, role, basis, confidence):
    return {
        "doc_id": doc,
        "origin_id": origin_id,
        "origin": {"wire:1": "WIREX"}.get(origin_id, f"own text of {doc}"),
        "role": role,
        "share": 0.5,
        "basis": basis,
        "confidence": confidence,
    }


def attribution(doc, name):
    place = span(doc, SPOKEN)
    return {
        "doc_id": doc,
        "content_start": place["start"],
        "content_end": place["end"],
        "content": SPOKEN,
        "parts": json.dumps([[place["start"], place["end"]]]),
        "source_canonical": "coast guard officer",
        "source": name,
        **{f"source_{side}": at for side, at in span(doc, name).items()},
        "actor_type": "government",
        "naming": "role_only",
        "cue_class": "neutral",
        "type": "direct",
        "polarity": "positive",
        "rule": "hand",
    }


def claim(doc, text, number, certainty, source, variable="hurt"):
    place = span(doc, text)
    return {
        "claim_id": f"{doc}:{place['start']}-{place['end']}:{variable}",
        "doc_id": doc,
        "variable": variable,
        "variable_origin": "codebook",
        "low": number,
        "high": number,
        "approximate": variable == "on_board",
        "polarity": "negative" if number == 0 else "positive",
        "certainty": certainty,
        "source": source,
        "event": "focal",
        "zone": "body",
        "position": "body",
        **place,
        "text": text,
        "rule": "hand",
    }


def agreement(variable, between, **numbers):
    return {
        "variable": variable,
        "between": between,
        "within": "none",
        "n_documents": 2,
        "n_outlets": 2,
        "n_origins_min": 1,
        "n_origins_max": 2,
        "values": "[]",
        "documents": '["north", "south"]',
        "not_detected": '["west"]',
        **numbers,
    }
