"""What the terminal says when a run has ended: what was found, and where to look."""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

WIDTH = 100
# What one more of a kind, and several more, are called.
MORE = {
    "contradiction": ("contradiction", "contradictions"),
    "one_source": ("on what rests on one source or origin",) * 2,
    "lost": ("on hedges and attributions that only one copy keeps",) * 2,
    "left_out": ("on what a copy left out",) * 2,
}
# In sentences longer than this quotations are cut in the terminal, and if that is not enough the sentence; the report
# has them whole.
LONGEST = 280
LONGEST_QUOTATION = 60
CLOSING = {"“": "”", "(": ")"}
QUOTATION = re.compile("“([^”]*)”")


def summarise(results: Path | str) -> str:
    """Say the first finding of each kind of a run (report/findings.json) and where its report, figures and tables are.

    Returns:
        The lines to print, or "" where the run has no findings yet.
    """
    results = Path(results)
    path = results / "report" / "findings.json"
    if not path.exists():
        return ""
    found = _found(json.loads(path.read_text(encoding="utf-8")))
    places = [
        ("report/index.html", "the report: open it in a browser"),
        ("figures/", "every figure as SVG, PNG and PDF"),
        ("notebooks/", "the notebooks, executed"),
        ("clean/ overlap/ claims/ compare/", "the tables, as CSV and Parquet"),
        ("exports/", "what may be passed on, for NVivo, R, SPSS and others"),
    ]
    there = [f"  {name:34}{words}" for name, words in places if (results / name.split()[0]).exists()]
    return "\n".join(["", "What was found", *found, "", f"Where to look, in {results}/", *there, ""])


def _found(findings: Sequence[Mapping[str, Any]]) -> list[str]:
    kinds: dict[str, list[str]] = {}
    for finding in findings:
        kinds.setdefault(finding["kind"], []).append(" ".join(finding["sentence"].split()))
    lines = []
    for kind, sentences in kinds.items():
        others = len(sentences) - 1
        more = f" ({others} more {MORE.get(kind, ('', ''))[others > 1]})" if others else ""
        words = _shortened(sentences[0]) + more
        lines += textwrap.wrap(words, WIDTH, initial_indent="  - ", subsequent_indent="    ")
    return lines or ["  nothing that can be said in a sentence"]


def _shortened(sentence: str) -> str:
    """Cut a long sentence: its quotations first, and never so that one or a bracket is left open."""
    if len(sentence) > LONGEST:
        sentence = QUOTATION.sub(lambda q: f"“{textwrap.shorten(q[1], LONGEST_QUOTATION, placeholder=' …')}”", sentence)
    cut = textwrap.shorten(sentence, LONGEST, placeholder=" …")
    left_open: list[str] = []
    for mark in cut:
        if mark in CLOSING:
            left_open.append(CLOSING[mark])
        elif left_open and mark == left_open[-1]:
            left_open.pop()
    return cut + "".join(reversed(left_open))
