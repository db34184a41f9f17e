"""``samestory check-texts``: are a reader's own copies of the articles the same texts?

A corpus under ``rights: excerpts`` is passed on without its texts. Who has them can tell by their checksums, without
seeing ours, whether every position of every table fits.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from samestory.corpus import Corpus, RawArticle, read_articles
from samestory.raw_files import RawPart, is_article, is_records
from samestory.schema import InputError

RESULTS = Path("results")
# What a copy can be, best first, and whether positions fit it.
VERDICTS = {
    "same file": True,
    "same text": True,
    "same words": False,
    "another text": False,
    "missing": False,
}
EXPLAINED = {
    "same file": "the same bytes",
    "same text": "other bytes (encoding or page around it), the same text: every position fits",
    "same words": "the same words, other punctuation or white space: positions do not fit",
    "another text": "a file of this name with other words",
    "missing": "no copy of it",
}


@dataclass(frozen=True)
class Copy:
    """An article of the reader's: its file, id, and checksums as in texts.csv."""

    file: str
    doc_id: str
    sha256: str
    text_sha256: str
    words_sha256: str


@dataclass(frozen=True)
class Verdict:
    """What the reader has of one article: its id, the file it stands in (or ""), and one of ``VERDICTS``."""

    doc_id: str
    file: str
    verdict: str


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "check-texts",
        help="say whether your own copies of the articles are the same texts",
        description="Compare a folder of articles with the checksums of a run. Nothing is changed or sent.",
    )
    parser.add_argument("folder", type=Path, help="your copies: .txt, .html or .jsonl files, or a folder that has raw/")
    parser.add_argument(
        "--texts",
        type=Path,
        help="texts.csv of a run's exports, or the folder it lies in (default: the only run under results/)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print a line for each article; the exit status is 0 when every text is the same, else 1."""
    expected = read_texts(_texts_file(options.texts))
    verdicts = compare(expected, read_copies(options.folder))
    for found in verdicts:
        where = f" ({found.file})" if found.file else ""
        print(f"{found.doc_id}: {found.verdict}{where}: {EXPLAINED[found.verdict]}")
    fitting = sum(VERDICTS[found.verdict] for found in verdicts)
    print(f"{fitting} of {len(verdicts)} texts are the same.")
    return 0 if fitting == len(verdicts) else 1


def compare(expected: Sequence[Mapping[str, str]], copies: Sequence[Copy]) -> list[Verdict]:
    """Find for each article the best of the copies, whatever its file is called.

    Args:
        expected: rows of texts.csv.
        copies: the reader's articles.

    Returns:
        One verdict per article, in the order of texts.csv.
    """
    by_checksum: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for copy in copies:
        for verdict, column in CHECKSUMS.items():
            by_checksum[verdict, getattr(copy, column)].append(copy)
        by_checksum["another text", copy.doc_id if is_records(copy.file) else copy.file].append(copy)
    return [_best(row, by_checksum) for row in expected]


CHECKSUMS = {"same file": "sha256", "same text": "text_sha256", "same words": "words_sha256"}


def _best(row: Mapping[str, str], by_checksum: Mapping[tuple[str, str], list[Copy]]) -> Verdict:
    for verdict, column in CHECKSUMS.items():
        found = by_checksum.get((verdict, row[column]))
        if found:
            return Verdict(row["doc_id"], found[0].file, verdict)
    for name in (row["file"], row["doc_id"]):
        if ("another text", name) in by_checksum:
            return Verdict(row["doc_id"], by_checksum["another text", name][0].file, "another text")
    return Verdict(row["doc_id"], "", "missing")


def read_texts(path: Path) -> list[dict[str, str]]:
    """Read texts.csv.

    Raises:
        InputError: it is not there, or not such a table.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; give texts.csv of a run's exports with --texts") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: not a CSV table in UTF-8: {error}") from None
    wanted = ["doc_id", "file", *CHECKSUMS.values()]
    lacking = [column for column in wanted if not rows or rows[0].get(column) is None]
    if lacking:
        raise InputError(f"{path}: lacks {', '.join(lacking)}; give texts.csv of a run's exports")
    return rows


def read_copies(folder: Path) -> list[Copy]:
    """Read a reader's articles: of a folder with raw/ those in it, else those in the folder itself.

    Raises:
        InputError: there is no such folder, or no article in it.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder; give the one your copies lie in")
    # Reading pages loads more than the rest of the command line needs.
    from samestory.exports.public_tables import words_sha256
    from samestory.exports.rights import sha256

    folder = folder / "raw" if (folder / "raw").is_dir() else folder
    files = {path.relative_to(folder).as_posix(): path.stat().st_size for path in _articles(folder)}
    if not files:
        raise InputError(f"{folder}: no articles; your copies should be .txt, .html or .jsonl files")
    copies = []
    for article in read_articles(
        Corpus(folder, folder.name, {}, files, {}, bare=True), tuple(RawPart(file) for file in files)
    ):
        text = _text(article)
        copies.append(Copy(article.file, article.doc_id, article.sha256, sha256(text), words_sha256(text)))
    return copies


def _articles(folder: Path) -> list[Path]:
    """List the files that can be articles, whatever else lies there."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and is_article(path.name))


def _text(article: RawArticle) -> str:
    """Give an article's text, as cleaning has it."""
    from samestory.cleaning.decode import decode
    from samestory.cleaning.page import main_text

    source = article.content if isinstance(article.content, str) else decode(article.content)[0]
    return main_text(source).text if article.format == "html" else source


def _texts_file(given: Path | None) -> Path:
    """Give texts.csv: as given, or of the only run there is."""
    if given is not None:
        return given / "texts.csv" if given.is_dir() else given
    runs = sorted(RESULTS.glob("*/exports/texts.csv"))
    if len(runs) == 1:
        return runs[0]
    what = f"there are {len(runs)} runs ({', '.join(str(path) for path in runs)})" if runs else "there is no run"
    raise InputError(f"under {RESULTS}/ {what}; give texts.csv of a run's exports with --texts")
