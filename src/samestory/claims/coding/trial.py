"""A codebook tried on articles: what would be found, where, on whose word, and by which wording."""

from itertools import islice
from pathlib import Path
from textwrap import shorten

from samestory.claims.coding.anchoring import anchor
from samestory.claims.coding.articles import Article, gather
from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.coder import code_article
from samestory.claims.statements import find_statements
from samestory.cleaning import clean
from samestory.corpus import RawArticle, read_file
from samestory.phrasing import count, say_number
from samestory.raw_files import is_article, is_records
from samestory.rows import Row
from samestory.schema import InputError

SHOWN_CHARS = 100
MOST_RECORDS = 10
EVENTS = {"background": "about what came before", "other": "about another event"}


def try_codebook(codebook: Codebook, path: Path, doc_id: str | None = None) -> str:
    """Say in words what a codebook finds in an article file, or in records.

    Args:
        codebook: the questions.
        path: a .txt or .html file, or a .jsonl (also compressed) with a record on each line.
        doc_id: which of the records; None for the first ``MOST_RECORDS``.

    Raises:
        InputError: the file is of no format that can be read, or has no such record.
    """
    if not is_article(path.name):
        raise InputError(f"{path}: no article; give a .txt or .html file, or a .jsonl with --id for one of its records")
    if doc_id is not None and not is_records(path.name):
        raise InputError(f"{path}: is one article; --id names a record of a .jsonl")
    found = (raw for raw in read_file(path) if doc_id in {None, raw.doc_id})
    tried = [_tried(codebook, raw) for raw in islice(found, MOST_RECORDS)]
    if not tried:
        raise InputError(f"{path}: has no record {doc_id!r}" if doc_id is not None else f"{path}: has no record")
    if next(found, None) is not None:
        tried.append(f"Only the first {MOST_RECORDS} records were tried; name another with --id.")
    return "\n\n".join(tried)


def _tried(codebook: Codebook, raw: RawArticle) -> str:
    """Say what a codebook finds in one article."""
    article = _read(raw)
    rows = sorted(code_article(codebook, article), key=lambda row: (row["start"], row["end"]))
    name = f"{raw.file}, {raw.doc_id}" if is_records(raw.file) else raw.file
    lines = [f"{name}: {count(len(article.sentences), 'sentence')}"]
    silent = []
    for variable in codebook.variables:
        if variable.type == "naming":
            continue
        found = [row for row in rows if row["variable"] == variable.name]
        if not found:
            silent.append(variable.name)
            continue
        lines.append(f"{variable.name}: {variable.question}".rstrip(": "))
        lines += [f"  {_line(row, variable.event, article.text)}" for row in found]
    away = sum(a.event != "focal" for a in anchor(article, codebook.event))
    if silent:
        lines.append(f"not detected: {', '.join(silent)}")
    lines.append(
        f"{away} {'sentence is' if away == 1 else 'sentences are'} read as being about earlier or other events."
    )
    return "\n".join(lines)


def _read(raw: RawArticle) -> Article:
    """Clean one article and find its statements."""
    cleaned = {name.removeprefix("clean/"): frame for name, frame in clean([raw]).items()}
    found = find_statements(
        cleaned["texts"], cleaned["documents"], cleaned["segments"], cleaned["sentences"], cleaned["quotations"]
    )
    statements = {name.removeprefix("claims/"): frame for name, frame in found.items()}
    tables = {name: statements[name] for name in ("quantities", "times", "attributions")}
    return gather(cleaned["texts"], cleaned["documents"], cleaned["sentences"], tables)[0]


def _line(row: Row, event: str, text: str) -> str:
    """Describe one claim."""
    number = [row["low"], row["high"]]
    value = row["value"] or " to ".join("open" if n is None else say_number(n) for n in dict.fromkeys(number))
    unit = None if row["value"] else row["unit"]
    told = [
        " ".join(str(part) for part in (value, unit, row["scope"] and f"({row['scope']})") if part),
        f"“{shorten(' '.join(str(row['text']).split()), SHOWN_CHARS, placeholder=' …')}”",
        f"line {text.count(chr(10), 0, row['start']) + 1}, {row['zone']}",
        f"{row['certainty']}" + (f" to {row['source']}" if row["source"] else ""),
        f"by {row['rule']}",
    ]
    if row["event"] != event:
        told.append(f"not counted: {EVENTS.get(row['event'], 'about the event itself')}")
    return "; ".join(told)
