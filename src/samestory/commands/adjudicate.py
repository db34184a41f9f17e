"""samestory adjudicate: a sheet of what coders saw differently, for whoever settles it."""

import argparse
from pathlib import Path

from samestory.claims.coding.codebook import read_codebook
from samestory.claims.coding.sheet import ADJUDICATED, read_coding_sheet, read_coding_sheets, to_adjudicate
from samestory.corpus import coding_sheets, find_corpus
from samestory.phrasing import count
from samestory.schema import InputError


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("adjudicate", help="write a sheet of what coders saw differently")
    parser.add_argument("corpus", help="a name under corpora/, or a path with a slash")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write gold/coding-adjudicated.csv, or add to it what is not settled yet; every coder's rows stay.

    Raises:
        InputError: there are no sheets of two coders, or one cannot be read.
    """
    corpus = find_corpus(options.corpus, Path.cwd())
    folder, paths, book = corpus / "gold", coding_sheets(corpus), corpus / "codebook.yaml"
    codebook = read_codebook(book) if book.exists() else None
    sheets = read_coding_sheets(paths, codebook)
    coders = {str(coder) for sheet in sheets for coder in sheet["coder"]} - {ADJUDICATED}
    if len(coders) < 2:
        raise InputError(
            f"{folder}: has the sheets of {count(len(coders), 'coder')}; two are needed to settle what differs"
        )
    output = folder / f"coding-{ADJUDICATED}.csv"
    todo = to_adjudicate([sheet for path, sheet in zip(paths, sheets, strict=True) if path != output], codebook)
    settled = read_coding_sheet(output) if output.exists() else None
    if settled is not None:
        done = set(zip(settled["doc_id"], settled["variable"], strict=True))
        todo = todo[[cell not in done for cell in zip(todo["doc_id"], todo["variable"], strict=True)]]
    if todo.empty:
        print(f"{folder}: {len(coders)} coders differ on nothing that is not in {output.name}.")
        return 0
    todo.to_csv(output, mode="a", header=settled is None, index=False, lineterminator="\n")
    print(f"{output}: {count(len(todo), 'answer')} to settle; fill in value.")
    return 0
