"""A codebook tried on one article: what would be found, where, on whose word, and by which wording."""

import hashlib
from pathlib import Path
from textwrap import shorten

from samestory.claims.coding.anchoring import anchor
from samestory.claims.coding.articles import Article, gather
from samestory.claims.coding.codebook import Codebook
from samestory.claims.coding.coder import code_article
from samestory.claims.statements import find_statements
from samestory.cleaning import clean
from samestory.corpus import FORMATS, RawArticle
from samestory.phrasing import say_number
from samestory.rows import Row
from samestory.schema import InputError

SHOWN_CHARS = 100
EVENTS = {"background": "about what came before", "other": "about another event"}


def try_codebook(codebook: Codebook, path: Path) -> str:
    """Say in words what a codebook finds in one article file.

    Raises:
        InputError: the file is of no format that can be read.
    """
    kind = FORMATS.get(path.suffix)
    if kind not in {"text", "html"}:
        raise InputError(f"{path}: not a text or HTML file; give one article as .txt or .html")
    article = _read(path, kind)
    rows = sorted(code_article(codebook, article), key=lambda row: (row["start"], row["end"]))
    lines = [f"{path.name}: {len(article.sentences)} sentences"]
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


def _read(path: Path, kind: str) -> Article:
    """Clean one article and find its statements."""
    content = path.read_bytes()
    raw = RawArticle(path.stem, path.name, kind, content, hashlib.sha256(content).hexdigest())
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
