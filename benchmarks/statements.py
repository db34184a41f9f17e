"""Attributions, quantities and times: samestory beside published tools, on the same labels by the same formulas.

    uv run --locked python benchmarks/statements.py --data FOLDER
    uv run --locked --with quantulum3 --with recognizers-text-number-with-unit --with recognizers-text-date-time \
        --with "emoji<2" --with textacy python benchmarks/statements.py --data FOLDER

FOLDER holds labelled folders, at any depth, as benchmarks/statement_scores.py describes. A peer that is not installed
is left out by name; textacy also needs a trained English spaCy pipeline (en_core_web_sm).
"""

import argparse
import csv
import json
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
from statement_scores import SCORERS, Number, Said, When

from samestory.claims.statements import find_statements
from samestory.cleaning import clean
from samestory.corpus import RawArticle
from samestory.provenance import checksum

Found = dict[str, list[Any]]
Texts = Mapping[str, str]
Days = Mapping[str, datetime | None]


def samestory(folder: Path, about: Mapping[str, Mapping[str, str]]) -> dict[str, Callable[[], Found]]:
    """Give the tables of the default rules, one set for each kind of label."""
    articles = []
    for doc, row in sorted(about.items()):
        raw = folder / "raw" / f"{doc}.txt"
        known = {key: value for key, value in row.items() if value and key not in {"doc_id", "file"}}
        articles.append(RawArticle(doc, raw.name, "text", raw.read_bytes(), checksum(raw), known))
    cleaned = {name.rpartition("/")[2]: table for name, table in clean(articles).items()}
    inputs = {name: cleaned[name] for name in ("texts", "documents", "segments", "sentences", "quotations")}

    def find(kind: str) -> Found:
        table = find_statements(**inputs)[f"claims/{kind}"]
        readers = {"attributions": _said, "quantities": _number, "times": _when}
        found: Found = {}
        for row in table.to_dict("records"):
            read = readers[kind](row)
            if read is not None:
                found.setdefault(str(row["doc_id"]), []).append(read)
        return found

    return {kind: partial(find, kind) for kind in SCORERS}


def _said(row: Mapping[Any, Any]) -> Said:
    source = None if pd.isna(row["source_start"]) else (int(row["source_start"]), int(row["source_end"]))
    return Said((int(row["content_start"]), int(row["content_end"])), source)


def _number(row: Mapping[Any, Any]) -> Number | None:
    if row["negated"] or row["vague"]:
        return None
    low = row["low"] if not pd.isna(row["low"]) else row["high"]
    high = row["high"] if not pd.isna(row["high"]) else row["low"]
    change = {">=": ">", "<=": "<"}.get(row["comparator"], row["comparator"])
    if row["approximate"]:
        change = "~"
    if isinstance(row["trend"], str):
        change = row["trend"]
    return Number(float(low), float(high), change, str(row["unit"]))


def _when(row: Mapping[Any, Any]) -> When:
    return When(int(row["start"]), int(row["end"]), row["value"] if isinstance(row["value"], str) else None)


def quantulum3(texts: Texts, _days: Days) -> Found:
    """Quantities by quantulum3, without its classifier."""
    from quantulum3 import classifier, parser

    # Its stored classifier loads only with the scikit-learn of its day.
    classifier.USE_CLF = False
    found: Found = {}
    for doc, text in texts.items():
        for quantity in parser.parse(text):
            name = quantity.unit.name
            found.setdefault(doc, []).append(
                Number(quantity.value, quantity.value, "=", "-" if name == "dimensionless" else name)
            )
    return found


def recognizers_numbers(texts: Texts, _days: Days) -> Found:
    """Quantities by Microsoft's Recognizers-Text: numbers, percentages, currencies, dimensions and ages."""
    from recognizers_number import Culture, recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension

    found: Found = {}
    for doc, text in texts.items():
        taken: dict[tuple[int, int], Number] = {}
        for model in (recognize_currency, recognize_dimension, recognize_age, recognize_percentage, recognize_number):
            for match in model(text, Culture.English):
                value = str((match.resolution or {}).get("value") or "").replace("%", "").replace(",", "")
                inside = any(a <= match.start and match.end <= b for a, b in taken)
                if inside or not _is_float(value):
                    continue
                unit = (match.resolution or {}).get("unit") or ("percentage" if model is recognize_percentage else "-")
                taken[match.start, match.end] = Number(float(value), float(value), "=", unit)
        found[doc] = list(taken.values())
    return found


def _is_float(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def recognizers_times(texts: Texts, days: Days) -> Found:
    """Times by Microsoft's Recognizers-Text."""
    from recognizers_date_time import Culture, recognize_datetime

    found: Found = {}
    for doc, text in texts.items():
        for match in recognize_datetime(text, Culture.English, reference=days[doc]):
            values = (match.resolution or {}).get("values") or [{}]
            # Of several readings the last one up to the day of publication.
            past = [v.get("value", "") for v in values if v.get("value", "9999") <= str(days[doc])]
            value = past[-1] if past else values[0].get("timex")
            found.setdefault(doc, []).append(When(match.start, match.end + 1, value))
    return found


def dateparser(texts: Texts, days: Days) -> Found:
    """Times by dateparser's search, English, told the day of publication."""
    from dateparser.search import search_dates

    found: Found = {}
    for doc, text in texts.items():
        settings: dict[str, Any] = {"RELATIVE_BASE": days[doc]} if days[doc] else {}
        place = 0
        for printed, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(printed, place)
            if start >= 0:
                place = start + len(printed)
                found.setdefault(doc, []).append(When(start, place, moment.date().isoformat()))
    return found


PIPELINE = "en_core_web_sm"


def textacy(texts: Texts, _days: Days) -> Found:
    """Direct quotations by textacy on a trained spaCy pipeline."""
    import spacy
    from textacy.extract import direct_quotations

    if not spacy.util.is_package(PIPELINE):
        raise ImportError(f"its trained spaCy pipeline is not installed (python -m spacy download {PIPELINE})")
    pipeline = spacy.load(PIPELINE)
    found: Found = {}
    for doc, text in texts.items():
        parsed = pipeline(text)
        for quotation in direct_quotations(parsed):
            speaker = quotation.speaker
            source = (speaker[0].idx, speaker[-1].idx + len(speaker[-1])) if speaker else None
            found.setdefault(doc, []).append(Said((quotation.content.start_char, quotation.content.end_char), source))
    return found


PEERS: dict[str, dict[str, Callable[[Texts, Days], Found]]] = {
    "attributions": {"textacy": textacy},
    "quantities": {"quantulum3": quantulum3, "Recognizers-Text": recognizers_numbers},
    "times": {"dateparser": dateparser, "Recognizers-Text": recognizers_times},
}


def labelled(data: Path) -> Iterator[tuple[Path, str, list[Any]]]:
    """Give each labelled folder below a folder, with its kind and labels."""
    for file in sorted(data.rglob("gold.jsonl")):
        gold = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        kind = next((name for name in SCORERS if gold and name in gold[0]), None)
        if kind is not None:
            yield file.parent, kind, gold


def main() -> None:
    """Print a line for each tool on each labelled folder."""
    parser = argparse.ArgumentParser(description="Score statements against hand labels, beside published tools.")
    parser.add_argument("--data", type=Path, required=True, help="a folder with labelled folders")
    data = parser.parse_args().data
    folders = list(labelled(data))
    if not folders:
        parser.error(f"{data} holds no gold.jsonl with attributions, quantities or times")
    warnings.simplefilter("ignore")
    for folder, kind, gold in folders:
        with (folder / "articles.csv").open(encoding="utf-8", newline="") as file:
            about = {row["doc_id"]: row for row in csv.DictReader(file)}
        texts = {doc: (folder / "raw" / f"{doc}.txt").read_bytes().decode("utf-8") for doc in sorted(about)}
        days = {doc: datetime.fromisoformat(day) if (day := about[doc].get("published")) else None for doc in texts}
        size = sum(len(text.encode()) for text in texts.values()) / 1e6
        print(f"\n{kind}: {folder.name}, {len(texts)} texts, {size:.2f} MB (F1 in percent)")
        tools: dict[str, Callable[[], Found]] = {"samestory": samestory(folder, about)[kind]}
        tools |= {name: partial(tool, texts, days) for name, tool in PEERS[kind].items()}
        for name, find in tools.items():
            begun = time.process_time()
            try:
                found = find()
            except ImportError as error:
                print(f"  {name:18} not run: {str(error).splitlines()[0]}")
                continue
            seconds = time.process_time() - begun
            figures = "  ".join(f"{k} {v:5.1f}" for k, v in SCORERS[kind](texts, gold, found).items())
            print(f"  {name:18} {figures}   {size / seconds:6.2f} MB/s")


if __name__ == "__main__":
    main()
