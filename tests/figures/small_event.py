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
                "explanation": "Hurt: North Post has nobody, South Mail has two.",
            }
        ],
    }
    rows |= {
        "claims/times": [
            told("north", "Monday", "2024-03-04"),
            told("south", "Monday", "2024-03-04"),
            told("south", "within the hour", None),
        ],
        "claims/wording": [
            *(named(doc, "ran aground", "stranding", "narrator") for doc in ("north", "south")),
            named("west", "hit the rocks", "crash", "narrator"),
            named("south", "Two passengers", "passengers", "reported"),
        ],
        "compare/quote_variants": [
            variant("north", SPOKEN, "coast guard officer", "fullest"),
            variant("south", SPOKEN.replace(" within the hour", ""), "harbour master", "shortened"),
        ],
        "compare/validation": [
            {"variable": "hurt", "n": 40, "precision": 0.8, "recall": 0.7, "f1": 0.75, "ci_low": 0.6, "ci_high": 0.85},
            {"variable": "on_board", "n": 12, "precision": 1.0, "recall": 0.5, "f1": 0.666667},
        ],
    }
    return {name: build(name, entries) for name, entries in rows.items()}


def make_many(tables, copies):
    """Give the same event over and over, with other ids: 3 articles become 3 * copies, each copy its own family."""
    grown = {}
    for name, frame in tables.items():
        if name.startswith("compare/") and name != "compare/quote_variants":
            continue
        entries = []
        for n in range(copies):
            for row in frame.to_dict("records"):
                renamed = {c: f"{row[c]}-{n:02d}" for c in DOCS if c in row and isinstance(row[c], str)}
                entries.append({**row, **renamed, **{c: f"{row[c]}-{n}" for c in IDS if isinstance(row.get(c), str)}})
        grown[name] = build(name, entries)
    docs = {doc: [f"{doc}-{n:02d}" for n in range(copies)] for doc in TEXTS}
    # The norths share half of their words with each other, too; the last one stands whole in the first.
    pairs = grown["overlap/pairs"].to_dict("records")
    pairs += [
        {
            **pairs[0],
            "doc_a": a,
            "doc_b": b,
            "containment_a": 0.5,
            "containment_b": 1.0 if b == docs["north"][-1] else 0.4,
        }
        for i, a in enumerate(docs["north"])
        for b in docs["north"][i + 1 :]
    ]
    grown["overlap/pairs"] = build("overlap/pairs", pairs)
    carried = {
        "n_documents": 2 * copies,
        "n_outlets": 2 * copies,
        "n_origins_max": 2 * copies,
        "documents": json.dumps(docs["north"] + docs["south"]),
        "not_detected": json.dumps(docs["west"]),
        "values": '["none", "2"]',
    }
    grown["compare/agreement"] = build(
        "compare/agreement", [{**row, **carried} for row in tables["compare/agreement"].to_dict("records")]
    )
    conflict = tables["compare/conflicts"].to_dict("records")[0]
    grown["compare/conflicts"] = build(
        "compare/conflicts",
        [
            {**conflict, "conflict_id": f"{a}~{b}", "doc_a": a, "doc_b": b}
            for a, b in zip(docs["north"], docs["south"], strict=True)
        ],
    )
    score = tables["compare/validation"].to_dict("records")
    grown["compare/validation"] = build(
        "compare/validation", [{**row, "variable": f"{row['variable']}_{n:02d}"} for n in range(40) for row in score]
    )
    return grown


DOCS = ("doc_id", "doc_a", "doc_b", "sibling", "label", "evidence_doc")
IDS = ("claim_id", "origin_id", "passage_id", "utterance_id", "sentence_id", "group_id")


def told(doc, text, value):
    day = {"value": value, "type": "DATE", "earliest": value, "latest": value}
    unplaced = {"value": "PT1H", "type": "DURATION"}
    return {"doc_id": doc, **span(doc, text), "text": text, **(day if value else unplaced), "rule": "hand"}


def named(doc, text, variant_, voice):
    return {
        "doc_id": doc,
        **span(doc, text),
        "text": text,
        "concept": "event_noun",
        "variant": variant_,
        "voice": voice,
        "holder": "harbour master" if voice == "reported" else None,
        "zone": "body",
    }


def variant(doc, text, speaker, change):
    return {
        "utterance_id": "north:hour",
        "doc_id": doc,
        **span(doc, text),
        "text": text,
        "speaker_canonical": speaker,
        "change": change,
    }


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
