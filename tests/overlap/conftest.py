"""Small corpora as the frames of clean/, made by hand: one paragraph one segment, one sentence to a line."""

import re

import pandas as pd
import pytest

from samestory.overlap.reuse import find_passages
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.tracing import trace_origins
from samestory.tables import build

SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[”\"]*")


def clean_frames(
    articles,
    agencies=None,
    furniture=(),
    subheads=(),
    captions=(),
    notes=(),
    events=None,
    roles=None,
    dates=None,
    outlets=None,
):
    """Articles by id; the agency each credits; paragraphs that are furniture, subheads, captions, notes of credit."""
    documents, segments, sentences, quotations = [], [], [], []
    for doc_id, text in articles.items():
        agency = (agencies or {}).get(doc_id)
        at = text.rindex(agency) if agency and agency in text else None
        documents.append(
            {
                "doc_id": doc_id,
                "file": f"{doc_id}.txt",
                "label": doc_id,
                "outlet": (outlets or {}).get(doc_id),
                "event": (events or {}).get(doc_id),
                "role": (roles or {}).get(doc_id, "article"),
                "published": (dates or {}).get(doc_id),
                "published_basis": "metadata" if dates and doc_id in dates else None,
                "agency": agency,
                "agency_start": at,
                "agency_end": None if at is None else at + len(agency),
                "n_chars": len(text),
                "n_words": len(text.split()),
                "encoding": "utf-8",
                "sha256": "0" * 64,
            }
        )
        for paragraph, match in enumerate(re.finditer(r"[^\n]*[^\n\s][^\n]*", text)):
            kind = "subhead" if match.group() in subheads else "body"
            kind = "caption" if match.group() in captions else kind
            kind = "furniture" if match.group() in furniture else "credit" if match.group() == agency else kind
            kind, rule = ("credit", "contribution") if match.group() in notes else (kind, "test")
            row = {"doc_id": doc_id, "start": match.start(), "end": match.end(), "kind": kind, "rule": rule}
            segments.append(row)
            for part in SENTENCE.finditer(match.group()):
                stripped = part.group().strip()
                if stripped:
                    start = match.start() + part.start() + len(part.group()) - len(part.group().lstrip())
                    end = start + len(stripped)
                    sentences.append(
                        {
                            "doc_id": doc_id,
                            "sentence_id": f"{doc_id}:{start}-{end}",
                            "paragraph": paragraph,
                            "start": start,
                            "end": end,
                            "kind": kind,
                            "text": stripped,
                        }
                    )
        quotations += [
            {
                "doc_id": doc_id,
                "start": m.start(1),
                "end": m.end(1),
                "group_id": f"{doc_id}:{m.start(1)}",
                "closed": True,
            }
            for m in re.finditer(r"“([^“”]+)”", text)
        ]
    return {
        "texts": pd.DataFrame({"doc_id": list(articles), "text": list(articles.values())}, dtype="str"),
        "documents": build("clean/documents", documents),
        "segments": build("clean/segments", segments),
        "sentences": build("clean/sentences", sentences),
        "quotations": build("clean/quotations", quotations),
    }


@pytest.fixture
def overlap():
    """Run the whole stage on articles given as a dict from id to text; origins are traced of a part of them, or all."""

    def run(articles, settings=OverlapSettings(), part=None, **facts):  # noqa: B008
        frames = clean_frames(articles, **facts)
        quotations = frames.pop("quotations")
        found = find_passages(**frames, settings=settings)
        if part is not None:
            frames, quotations = (
                {name: rows[rows["doc_id"].isin(part)] for name, rows in frames.items()},
                quotations[quotations["doc_id"].isin(part)],
            )
        return found | trace_origins(
            **frames, quotations=quotations, passages=found["overlap/passages"], pairs=found["overlap/pairs"]
        )

    return run
