"""Run the tests of bad input and faults, and write docs/reliability.md from what they tried and what happened.

Given tests, it runs those and leaves the rows of the others as they are; so it does when it is stopped by Ctrl-C.
"""

import re
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
# Where the tests are that tell what they tried.
PLACES = [
    "tests/workflow/test_bad_input.py",
    "tests/workflow/test_hostile.py",
    "tests/workflow/test_faults.py",
    "tests/fuzz",
]
KNOWN = "Known to fall short"
# A bar within a cell is escaped.
ROW = re.compile(r"\| (?!what \|)(?P<what>(?:\\.|[^|\\])+) \| (?P<happened>(?:\\.|[^|\\])+) \|")
HEAD = """# Reliability

What was tried against the program and what happened, written by the tests that tried it:
`uv run --locked python scripts/reliability.py` runs them anew and writes this page. A refusal is a message that names
the file and what to do; no traceback reaches a user, and nothing is left half written.
"""
CLUSTER = """The five articles on a SLURM of one machine, with `profiles/slurm`: `verify` finds the bytes that are
expected of any run. Written by `.ci/slurm docs/slurm.txt`; times, paths and names of the machine are left out."""


class Tried:
    """Collects what the tests tried, and which of them passed, failed or are known to fall short."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], list[str]] = {}
        self.failed: list[str] = []
        self.known: list[str] = []
        self.passed: set[str] = set()

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Keep what a test that passed tells."""
        if report.failed:
            self.failed.append(report.nodeid)
        if report.skipped and getattr(report, "wasxfail", None):
            self.known.append(f"{report.nodeid.rpartition('::')[2]}: {report.wasxfail}")
        if report.when == "call" and report.passed:
            self.passed.add(_test(report.nodeid))
            for name, value in report.user_properties:
                if name == "tried":
                    part, what, happened = value
                    seen = self.rows.setdefault((part, what), [])
                    seen += [happened] * (happened not in seen)


Rows = dict[str, dict[str, str]]


def written(lines: list[str]) -> Rows:
    """Read the rows of a page, what happened by part and by what was tried, and what is known to fall short."""
    rows: Rows = {}
    part = ""
    for line in lines:
        if line.startswith("## "):
            part = line.removeprefix("## ")
        elif part == KNOWN and line.startswith("- "):
            rows.setdefault(part, {})[line[3:-1]] = ""
        elif match := ROW.fullmatch(line):
            rows.setdefault(part, {})[match["what"]] = match["happened"]
    return rows


def page(tried: Tried, before: Rows) -> str:
    """Write the tables, a part each: the rows of a page before, with those that were tried anew in their place."""
    rows = {part: dict(cells) for part, cells in before.items() if part != KNOWN}
    known = sorted({*(name for name in before.get(KNOWN, {}) if _test(name) not in tried.passed), *tried.known})
    for (part, what), happened in tried.rows.items():
        rows.setdefault(part, {})[_cell(what)] = "<br>".join(_cell(text) for text in happened)
    lines = [HEAD]
    for part, cells in sorted(rows.items()):
        lines += [f"## {part}", "", "| what | what happened |", "|---|---|"]
        lines += [*(f"| {what} | {happened} |" for what, happened in cells.items()), ""]
    log = ROOT / "docs" / "slurm.txt"
    if log.exists():
        lines += ["## On a cluster", "", CLUSTER, "", "```", log.read_text(encoding="utf-8").rstrip(), "```", ""]
    if known:
        lines += [f"## {KNOWN}", "", *(f"- `{name}`" for name in known), ""]
    return "\n".join(lines)


def _test(name: str) -> str:
    """Give the test that a line of the part that falls short, or pytest, names: without its place and its case."""
    return re.split(r"[\[:]", name.rpartition("::")[2] or name)[0]


def _cell(text: str) -> str:
    """Write a text as a cell of a Markdown table."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
    return " ".join(escaped.split())


def main(arguments: list[str]) -> int:
    """Run the tests given, or all that try something, and write the page if none fails."""
    tried = Tried()
    every = ["-q", "-p", "no:cacheprovider", "-m", "full or not full", "--hypothesis-profile", "deep"]
    status = int(pytest.main([*every, *(arguments or PLACES)], [tried]))
    stopped = status == pytest.ExitCode.INTERRUPTED
    if tried.failed or (status and not stopped):
        sys.stderr.write("docs/reliability.md is left as it was: " + (", ".join(tried.failed) or str(status)) + "\n")
        return 1
    # Not before pytest has started: it warns of plugins that are loaded already.
    from samestory.whole_file import whole_file

    target = ROOT / "docs" / "reliability.md"
    whole = not (arguments or stopped)
    before = {} if whole else written(target.read_text(encoding="utf-8").splitlines())
    with whole_file(target) as temporary:
        temporary.write_text(page(tried, before), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
