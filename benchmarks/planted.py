"""Planted reuse: corpora in which it is known who took what from whom, and what a search found of it."""

import json
import random
from itertools import accumulate
from pathlib import Path
from typing import Any

from overlap_tools import Found

FORMULAS = 200


def read_documents(folder: Path, limit: int | None = None) -> tuple[list[str], list[str]]:
    """Give ids and texts in the order of ids; of a large folder the first ``limit`` lines."""
    with (folder / "raw" / "docs.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for number, line in enumerate(lines) if limit is None or number < limit]
    ordered = sorted((str(row["id"]), row["text"]) for row in rows)
    return [row[0] for row in ordered], [row[1] for row in ordered]


def read_truth(folder: Path, ids: list[str]) -> list[dict[str, Any]]:
    """Give the planted reuse between the articles read, by their numbers."""
    number = {doc_id: place for place, doc_id in enumerate(ids)}
    if not (folder / "truth.jsonl").exists():
        return []
    with (folder / "truth.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        row["src"], row["der"] = number.get(str(row["src"])), number.get(str(row["der"]))
    return [row for row in rows if row["src"] is not None and row["der"] is not None]


def invent(folder: Path, count: int) -> None:
    """Make a corpus of invented words: one document in 20 derived from an earlier one, every second with a formula.

    Articles have some 460 words; the commonest formulas stand in a tenth of all articles, the rarest in few.
    """
    rng = random.Random(7)  # noqa: S311
    syllables = [c + v for c in "bdfgklmnprstvz" for v in ("a", "e", "i", "o", "u", "ei", "an")]
    vocabulary = ["".join(rng.choices(syllables, k=1 + rank % 4)) for rank in range(30_000)]
    # Zipf's law, added up.
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    formulas = [_paragraph(rng, vocabulary, weights, 10, 25) for _ in range(FORMULAS)]
    often = list(accumulate(1 / (rank + 1) for rank in range(FORMULAS)))
    (folder / "raw").mkdir(parents=True)
    texts: list[list[str]] = []
    truth = []
    for number in range(count):
        paragraphs = [_paragraph(rng, vocabulary, weights, 20, 60) for _ in range(rng.randint(5, 18))]
        if number % 2:
            paragraphs.insert(1, rng.choices(formulas, cum_weights=often)[0])
        if number > 10 and number % 20 == 0:
            source = rng.randrange(number)
            kind = rng.choice(["full", "half", "paragraph", "edits", "reorder"])
            paragraphs, spans = _derive(rng, kind, texts[source], paragraphs, vocabulary)
            truth.append({"src": f"{source:07}", "der": f"{number:07}", "cat": kind, "spans": spans})
        texts.append(paragraphs)
    with (folder / "raw" / "docs.jsonl").open("w", encoding="utf-8") as sink:
        sink.writelines(json.dumps({"id": f"{n:07}", "text": "\n\n".join(text)}) + "\n" for n, text in enumerate(texts))
    (folder / "truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in truth), encoding="utf-8")


def _paragraph(rng: random.Random, vocabulary: list[str], weights: list[float], least: int, most: int) -> str:
    words = rng.choices(vocabulary, cum_weights=weights, k=rng.randint(least, most))
    return " ".join(words).capitalize() + "."


def _derive(
    rng: random.Random, kind: str, source: list[str], own: list[str], vocabulary: list[str]
) -> tuple[list[str], list[list[int]]]:
    """Put paragraphs of a source among a document's own, and say where they stand in both."""
    taken = list(range(len(source)))
    if kind in {"half", "edits"}:
        taken = taken[: max(1, len(taken) // 2)]
    elif kind == "paragraph":
        # No formula: it stands in second place.
        taken = [rng.choice(taken[2:])]
    elif kind == "reorder":
        taken.reverse()
    copied = [source[place] for place in taken]
    if kind == "edits":
        copied = [
            " ".join(word if rng.random() > 0.2 else rng.choice(vocabulary) for word in text.split(" "))
            for text in copied
        ]
    paragraphs = [own[0], *copied, own[-1]]
    spans, at = [], len(own[0]) + 2
    for place, text in zip(taken, copied, strict=True):
        start = sum(len(before) + 2 for before in source[:place])
        if spans and start == spans[-1][1] + 2:
            # Paragraphs that follow one another in both are one span, the blank line between them included.
            spans[-1][1::2] = [start + len(source[place]), at + len(text)]
        else:
            spans.append([start, start + len(source[place]), at, at + len(text)])
        at += len(text) + 2
    return paragraphs, spans


def score(found: Found, truth: list[dict[str, Any]], places: bool) -> dict[str, float]:
    """Give the share of planted pairs found, and the recall and precision of characters of the derived side."""
    pairs = wanted = hit = reported = right = 0
    for row in truth:
        a, b = sorted((row["src"], row["der"]))
        rows = found.get((a, b))
        if rows is None:
            rows, missed = [], True
        else:
            missed = False
        sides = [(p[2:], p[:2]) if row["der"] == b else (p[:2], p[2:]) for p in rows]
        gold = {at for span in row["spans"] for at in range(span[2], span[3])}
        got: set[int] = set()
        for src_start, src_end, der_start, der_end in row["spans"]:
            for der, src in sides:
                if der[0] < der_end and der_start < der[1] and src[0] < src_end and src_start < src[1]:
                    got.update(range(*der))
        pairs += bool(got) if places else not missed
        wanted, hit = wanted + len(gold), hit + len(gold & got)
        reported, right = reported + len(got), right + len(got & gold)
    scores = {"pairs": pairs / max(1, len(truth))}
    if places:
        scores |= {"recall": hit / max(1, wanted), "precision": right / max(1, reported)}
    return scores
