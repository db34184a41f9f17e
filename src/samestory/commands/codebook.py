"""samestory codebook: check a codebook, try it on an article, make one from a table, list the building blocks."""

import argparse
from pathlib import Path

from samestory.claims.coding.codebook import Codebook, building_blocks, read_codebook
from samestory.claims.coding.codebook_table import codebook_from_table
from samestory.claims.coding.trial import MOST_RECORDS, try_codebook
from samestory.claims.quantities.wording import read_wording
from samestory.phrasing import count


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its own commands."""
    parser = subparsers.add_parser("codebook", help="check a codebook, try it, or make one from a table")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="say whether a codebook can be used, and what it asks")
    check.add_argument("file", type=Path, help="codebook.yaml")
    check.set_defaults(run=run_check)
    trial = actions.add_parser("try", help="show what would be found in an article, and by which wording")
    trial.add_argument("file", type=Path, help="codebook.yaml")
    trial.add_argument("article", type=Path, help="an article as .txt or .html, or a .jsonl of records")
    trial.add_argument("--id", help=f"one record of a .jsonl; by default the first {MOST_RECORDS}")
    trial.set_defaults(run=run_try)
    table = actions.add_parser("from-table", help="make a codebook from a spreadsheet")
    table.add_argument("file", type=Path, help="a table, .csv or .xlsx")
    table.add_argument("--output", type=Path, help="where to write it; by default it is printed")
    table.set_defaults(run=run_from_table)
    blocks = actions.add_parser("blocks", help="list the building blocks that a codebook can use")
    blocks.set_defaults(run=run_blocks)


def run_check(options: argparse.Namespace) -> int:
    """Check a codebook and say what it asks."""
    codebook = read_codebook(options.file)
    lines = [f"{options.file}: {count(len(codebook.variables), 'question')}, all in order."]
    lines += [f"  {v.name} ({v.type}, {v.event}): {v.question or 'no question written'}" for v in codebook.variables]
    if codebook.event.date is None:
        lines.append("  No date of the event is given: earlier events are told apart by wording alone.")
    lines += [f"  {line}" for line in (*_never_counted(codebook), *_named_anywhere(codebook))]
    print("\n".join(lines))
    return 0


def _never_counted(codebook: Codebook) -> list[str]:
    """Say which wordings of units no number can have, and what to write instead."""
    return [
        f"{variable.name}, units, {name}: no number is ever read as so many {wording!r}; "
        f"write {reading.name!r}, and what else must stand beside it as a trigger."
        for variable in codebook.variables
        for name, words in variable.units.items()
        for wording in words.wordings
        if not (reading := read_wording(wording)).whole
    ]


def _named_anywhere(codebook: Codebook) -> list[str]:
    """Say of which actors every mention is an answer."""
    return [
        f"{variable.name}: without triggers every sentence that names one of the values is an answer, "
        "whatever it says; with triggers (accus*, blam*) only those that have one."
        for variable in codebook.variables
        if variable.type == "actor" and not variable.triggers
    ]


def run_try(options: argparse.Namespace) -> int:
    """Try a codebook on one article."""
    print(try_codebook(read_codebook(options.file), options.article, options.id))
    return 0


def run_from_table(options: argparse.Namespace) -> int:
    """Make a codebook from a table, and check it."""
    text = codebook_from_table(options.file)
    if options.output is None:
        print(text.rstrip("\n"))
        return 0
    options.output.write_text(text, encoding="utf-8")
    codebook = read_codebook(options.output)
    asked = f"{options.output}: {count(len(codebook.variables), 'question')}"
    print(f"{asked}; try it: samestory codebook try {options.output} ARTICLE")
    return 0


def run_blocks(options: argparse.Namespace) -> int:  # noqa: ARG001 - it asks for nothing
    """List the building blocks."""
    print("\n".join(f"{name} ({block['type']}): {block['question']}" for name, block in building_blocks().items()))
    return 0
