"""samestory coding-sheet: a blank sheet for coding a corpus by hand, blind to what the program finds."""

import argparse
from pathlib import Path

from samestory.claims.coding.codebook import read_codebook
from samestory.claims.coding.sheet import blank_sheet
from samestory.corpus import find_corpus, read_articles, read_corpus
from samestory.phrasing import count
from samestory.raw_files import RawPart
from samestory.schema import InputError


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("coding-sheet", help="write a blank sheet for coding a corpus by hand")
    parser.add_argument("corpus", help="a name under corpora/, or a path with a slash")
    parser.add_argument("--coder", required=True, help="who will fill it in")
    parser.add_argument("--seed", type=int, default=1, help="of the random order of the articles (default 1)")
    parser.add_argument("--codebook", type=Path, help="by default the corpus's own codebook.yaml")
    parser.add_argument("--output", type=Path, help="by default gold/coding-CODER.csv in the corpus")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the sheet; one that exists is never overwritten.

    Raises:
        InputError: there is no codebook, or the sheet exists.
    """
    corpus = read_corpus(find_corpus(options.corpus, Path.cwd()))
    book = options.codebook or corpus.folder / "codebook.yaml"
    if not book.exists():
        raise InputError(f"{book}: there is no codebook; write one (docs/codebook.md), or name it with --codebook")
    output = options.output or corpus.folder / "gold" / f"coding-{options.coder}.csv"
    if output.exists():
        raise InputError(f"{output}: exists; name another with --output, or fill in this one")
    articles = [(article.doc_id, article.file) for article in read_articles(corpus, tuple(map(RawPart, corpus.files)))]
    sheet = blank_sheet(read_codebook(book), articles, options.coder, options.seed)
    output.parent.mkdir(parents=True, exist_ok=True)
    sheet.to_csv(output, index=False, lineterminator="\n")
    print(
        f"{output}: {count(len(sheet), 'row')}, {count(len(articles), 'article')} in random order "
        f"(seed {options.seed}). Fill in value; for more than one value copy the row."
    )
    return 0
