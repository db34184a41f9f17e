"""W3C Web Annotations in JSON-LD: each claim, quotation, attribution, number, time and name choice at its place.

Web Annotation Data Model and Vocabulary, W3C Recommendations of 23 February 2017. A TextPositionSelector counts in
code points of the article's text, as the tables do; a TextQuoteSelector carries the letters. Where the corpus allows
excerpts only and a stretch is longer than one, a RangeSelector quotes its beginning and gives its end as a position.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from samestory.exports.identity import guid, named_information
from samestory.exports.rights import EXCERPT_WORDS, Rights, excerpt_end, sha256
from samestory.exports.values import coded_value, interval, records
from samestory.stored import count_rows, texts_of
from samestory.words import count_words, word_spans

# What stands before and behind a quotation, in letters.
CONTEXT = 32
# Nobody reads more annotations one by one: of a larger corpus the claims and name choices alone are written, and the
# tables have the places of the rest.
MOST = 200_000
CODED = ["claims/claims", "claims/wording"]

Row = Mapping[str, Any]


def annotations(tables: Mapping[str, pd.DataFrame], *, rights: Rights, title: str, generator: str) -> Iterator[str]:
    """Write an AnnotationCollection with one page, an annotation a line; of more than ``MOST`` only what is coded.

    Args:
        tables: clean/texts, claims/claims, claims/quotes, claims/attributions, claims/quantities, claims/times,
            claims/wording.
        rights: whether long stretches are quoted whole.
        title: the corpus in a line.
        generator: the software and its version.

    Yields:
        The parts of a JSON-LD document.
    """
    texts = texts_of(tables)
    hashes = {doc: sha256(text) for doc, text in texts.items()}
    own = guid("annotations", title, *hashes.values())
    total = sum(count_rows(tables, name) for name in BODIES)
    described = list(BODIES) if total <= MOST else CODED
    collection = {
        "@context": ["http://www.w3.org/ns/anno.jsonld"],
        "id": f"urn:uuid:{own}",
        "type": "AnnotationCollection",
        "label": title if total <= MOST else f"{title} (claims and name choices)",
        "total": sum(count_rows(tables, name) for name in described),
        "generator": {"id": f"urn:uuid:{guid('software', generator)}", "type": "Software", "name": generator},
    }
    head = json.dumps(collection, ensure_ascii=False, indent=1).removesuffix("\n}")
    yield f'{head},\n "first": {{\n  "id": "urn:uuid:{guid("page", own)}",\n'
    yield '  "type": "AnnotationPage",\n  "startIndex": 0,\n  "items": ['
    separator = "\n"
    for kind, doc, start, end, bodies in (row for name in described for row in _described(name, tables)):
        span = (int(start), int(end))
        annotation = {
            "id": f"urn:uuid:{guid(hashes[doc], doc, kind, *map(str, span), *(body['value'] for body in bodies))}",
            "type": "Annotation",
            "motivation": "classifying",
            "body": bodies,
            "target": _target(doc, texts[doc], hashes[doc], span, rights),
        }
        yield separator + json.dumps(annotation, ensure_ascii=False)
        separator = ",\n"
    yield "\n  ]\n }\n}\n"


def _target(doc: str, text: str, digest: str, span: tuple[int, int], rights: Rights) -> dict[str, Any]:
    """Give the stretch by position and by its letters."""
    start, end = span
    return {
        "type": "SpecificResource",
        "source": {"id": named_information(digest), "type": "Text", "format": "text/plain", "dc:identifier": doc},
        "schema:sha256": sha256(text[start:end]),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            _quote_selector(text, start, end, rights),
        ],
    }


def _quote_selector(text: str, start: int, end: int, rights: Rights) -> dict[str, Any]:
    """Quote a stretch with what stands around it; or, where excerpts are allowed only, at most 25 words in a row."""
    stop = excerpt_end(text, start, end)
    if not rights.full and stop < end:
        # A range ends where its end selector begins.
        return {
            "type": "RangeSelector",
            "startSelector": {"type": "TextQuoteSelector", "exact": text[start:stop]},
            "endSelector": {"type": "TextPositionSelector", "start": end, "end": end},
        }
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if not rights.full:
        before, after = _around(text, start, end)
    around = {"prefix": before, "exact": text[start:end], "suffix": after}
    return {"type": "TextQuoteSelector", **{key: letters for key, letters in around.items() if letters}}


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Give so much of what stands around a stretch that both and it have at most 25 words."""
    room = EXCERPT_WORDS - count_words(text[start:end])
    before = text[max(0, start - CONTEXT) : start]
    words = [begin for begin, _ in word_spans(before)]
    half = room // 2
    if len(words) > half:
        before = before[words[-half] :] if half else ""
    stop = min(len(text), end + CONTEXT)
    return before, text[end : excerpt_end(text, end, stop, room - half)]


def _described(
    name: str, tables: Mapping[str, pd.DataFrame]
) -> Iterator[tuple[str, str, int, int, list[dict[str, str]]]]:
    """Yield each row's kind, article, start, end and bodies."""
    kind, start, end, describe = BODIES[name]
    for row in records(tables, name):
        tags = [(purpose, value) for purpose, value in describe(row) if value]
        bodies = [{"type": "TextualBody", "purpose": purpose, "value": value} for purpose, value in tags]
        yield kind, row["doc_id"], row[start], row[end], bodies


def _claim(row: Row) -> list[tuple[str, str | None]]:
    return [
        ("identifying", row["claim_id"]),
        ("classifying", row["variable"]),
        ("describing", coded_value(row)),
        ("describing", f"polarity {row['polarity']}, {row['certainty']}, {row['event']} event"),
        ("describing", row["source"] and f"source: {row['source']}"),
        ("describing", row["scope"] and f"scope: {row['scope']}"),
    ]


def _quote(row: Row) -> list[tuple[str, str | None]]:
    speaker = row["speaker_canonical"]
    return [("classifying", "quotation"), ("describing", speaker and f"speaker: {speaker}")]


def _attribution(row: Row) -> list[tuple[str, str | None]]:
    source = row["source_canonical"]
    return [
        ("classifying", f"attribution, {row['type']}"),
        ("describing", source and f"source: {source}"),
        ("describing", row["cue"] and f"cue: {row['cue']} ({row['cue_class']})"),
        ("describing", f"polarity {row['polarity']}"),
    ]


def _quantity(row: Row) -> list[tuple[str, str | None]]:
    unit = "" if row["unit"] == "-" else f" {row['unit']}"
    return [("classifying", "quantity"), ("describing", interval(row["low"], row["high"]) + unit)]


def _time(row: Row) -> list[tuple[str, str | None]]:
    return [("classifying", f"time, {row['type']}"), ("describing", row["value"])]


def _wording(row: Row) -> list[tuple[str, str | None]]:
    return [
        ("classifying", row["concept"]),
        ("describing", row["variant"]),
        ("describing", f"voice: {row['voice']}" + (f", {row['holder']}" if row["holder"] else "")),
    ]


# Each table with its kind, the columns of its place, and what its annotations say.
BODIES: Mapping[str, tuple[str, str, str, Callable[[Row], list[tuple[str, str | None]]]]] = {
    "claims/claims": ("claim", "start", "end", _claim),
    "claims/quotes": ("quotation", "start", "end", _quote),
    "claims/attributions": ("attribution", "content_start", "content_end", _attribution),
    "claims/quantities": ("quantity", "start", "end", _quantity),
    "claims/times": ("time", "start", "end", _time),
    "claims/wording": ("wording", "start", "end", _wording),
}
