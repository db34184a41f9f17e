"""``samestory new``: a corpus from a folder of files, with what the files themselves say of outlet and date."""

import argparse
import csv
import re
import shlex
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files as resources
from pathlib import Path

import pandas as pd

from samestory.claims.english import is_foreign
from samestory.cleaning import clean
from samestory.cleaning.credit import known_agencies
from samestory.cleaning.decode import decode
from samestory.commands.new_files import Gathered, alike, gather, is_page
from samestory.commands.new_metadata import Rows, read_metadata
from samestory.commands.new_outlets import outlet_in_foot, outlet_of_address, outlet_of_page
from samestory.commands.new_statements import suggests_statement
from samestory.corpus import CORPUS_NAME, Corpus, read_articles, read_corpus
from samestory.overlap.articles import REPORTS
from samestory.phrasing import count
from samestory.raw_files import RawPart, is_records
from samestory.records import MB
from samestory.schema import InputError, known_keys

ADDRESSES = re.compile(r"https?://\S+(?:\s+https?://\S+)*")
FOOT = 1000
SHORT = 40
DAYS_APART = 14
SHOWN = 5
AT_ONCE = 500
# A JSONL file up to this size has its records listed in articles.csv, where outlet and role can be filled in.
LISTED_MB = 5


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand ``new`` to a command line."""
    parser = subparsers.add_parser(
        "new",
        help="make a corpus from a folder of articles",
        description="Makes corpora/NAME from files: copies them, takes over a table that lists them, guesses outlet "
        "and date where the pages say them, and says what to check. Nothing that exists is written over.",
    )
    parser.add_argument("name", metavar="NAME", help="letters, digits, - and _, beginning with a letter")
    parser.add_argument("--from", dest="sources", metavar="PATH", nargs="+", type=Path, required=True,
                        help="a folder, or files: .txt, .html, .jsonl, and a .csv that lists them")  # fmt: skip
    parser.add_argument("--to", metavar="FOLDER", type=Path, default=Path("corpora"),
                        help="where corpora lie (default: corpora)")  # fmt: skip
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the corpus and say what to check."""
    for line in make_corpus(options.name, options.sources, options.to):
        print(line)
    return 0


def make_corpus(name: str, sources: Sequence[Path], parent: Path) -> list[str]:
    """Make the folder ``parent/name``: raw/, articles.csv, corpus.yaml, and the tables it was made from.

    Args:
        name: of the corpus.
        sources: a folder, or files.
        parent: the folder in which corpora lie.

    Returns:
        What was made and what to check, a line each.

    Raises:
        InputError: the name cannot be one, the corpus exists, or the files cannot be read; nothing is left behind.
    """
    if not CORPUS_NAME.fullmatch(name):
        raise InputError(f"{name!r} is no name for a corpus; use letters, digits, - and _, beginning with a letter")
    if not parent.is_dir():
        raise InputError(f"{parent}: there is no such folder; start this beside the Snakefile, or give --to FOLDER")
    target = parent / name
    if target.exists() or target.is_symlink():
        raise InputError(f"{target} exists, and nothing is written over; take another name, or move it away first")
    gathered = gather(sources)
    rows, notes = _metadata(gathered)
    # Whole or not at all: the folder gets its name when everything in it is written.
    draft = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=parent))
    try:
        documents = _fill(draft, name, gathered, rows)
        draft.rename(target)
    except InputError as error:
        raise InputError(_as_given(str(error), draft, gathered)) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    setting = name if parent == Path("corpora") else shlex.quote(str(target))
    return [
        f"{target}: {count(len(gathered.articles), 'file')} in raw/, articles.csv, corpus.yaml",
        *_to_check(rows, documents, gathered, notes, target),
        f"Then: uv run --locked snakemake --cores 4 --config corpus={setting}",
    ]


def _fill(draft: Path, name: str, gathered: Gathered, rows: Rows) -> pd.DataFrame:
    """Write all that a corpus holds into its folder, the rows completed by what the pages say; gives ``_documents``."""
    draft.chmod(0o755)
    for file, source in gathered.articles.items():
        (draft / "raw" / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, draft / "raw" / file)
    for table in gathered.tables:
        shutil.copyfile(table, draft / f"from_{table.name}")
    template = resources(__package__).joinpath("new_template.yaml").read_text(encoding="utf-8")
    (draft / "corpus.yaml").write_text(template.replace("NAME", name), encoding="utf-8")
    _write_articles(draft / "articles.csv", rows)
    corpus = read_corpus(draft)
    documents = _documents(corpus)
    _guess(rows, documents, corpus)
    _write_articles(draft / "articles.csv", rows)
    read_corpus(draft)
    return documents


def _as_given(message: str, draft: Path, gathered: Gathered) -> str:
    """Name a file in a message as it was given: the copy it was read from is gone by then."""
    for file, source in sorted(gathered.articles.items(), reverse=True):
        message = message.replace(str(draft / "raw" / file), str(source))
    return message.replace(f"{draft}/", "")


def _metadata(gathered: Gathered) -> tuple[Rows, list[str]]:
    """Give a row of articles.csv for each file but JSONL, with what the tables of articles say."""
    files = sorted(file for file in gathered.articles if not is_records(file))
    rows: Rows = {file: {} for file in files}
    notes: list[str] = []
    for table in gathered.tables:
        found, said = read_metadata(table, files)
        notes += said
        for file, facts in found.items():
            rows[file] = {**facts, **rows[file]}
    stems = Counter(Path(file).stem for file in files)
    for file, row in rows.items():
        stem = Path(file).stem
        row.setdefault("doc_id", stem if stems[stem] == 1 else Path(file).with_suffix("").as_posix().replace("/", "-"))
    twice = Counter(row["doc_id"] for row in rows.values())
    for file, row in rows.items():
        if twice[row["doc_id"]] > 1:
            row["doc_id"] = file.replace("/", "-")
    return rows, notes


def _documents(corpus: Corpus) -> pd.DataFrame:
    """Give clean/documents of the articles that articles.csv lists, with more columns.

    ``foot`` is the foot of each text; ``foreign`` whether it is not English; ``statement`` whether its name or its
    first lines say that it is a press statement.

    Of a large JSONL file only the first record is read: one that cannot be read is told now, not in the run.
    """
    parts = []
    for file, size in corpus.files.items():
        if is_records(file) and size > LISTED_MB * MB:
            next(read_articles(corpus, (RawPart(file, 0, 1),)), None)
        else:
            parts.append(RawPart(file))
    found = []
    for first in range(0, len(parts), AT_ONCE):
        tables = clean(read_articles(corpus, tuple(parts[first : first + AT_ONCE])))
        documents = tables["clean/documents"]
        texts = dict(zip(tables["clean/texts"]["doc_id"], tables["clean/texts"]["text"], strict=True))
        running = tables["clean/sentences"]
        foreign = running[running["kind"].isin(sorted(REPORTS))].groupby("doc_id")["text"].agg(is_foreign)
        names = documents["doc_id"].where(documents["file"].map(is_records), documents["file"])
        found.append(
            documents.assign(
                foot=[texts[doc_id][-FOOT:] for doc_id in documents["doc_id"]],
                foreign=documents["doc_id"].map(foreign).eq(True),
                statement=[suggests_statement(n, texts[d]) for n, d in zip(names, documents["doc_id"], strict=True)],
            )
        )
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame()


def _guess(rows: Rows, documents: pd.DataFrame, corpus: Corpus) -> None:
    """Fill in outlet, date and label where the tables said nothing and the page does; add a row for each record."""
    names = {form.casefold() for form in known_agencies(tuple(corpus.settings.get("agencies", ()))).names}
    for document in documents.to_dict("records"):
        file, doc_id = document["file"], document["doc_id"]
        row = rows.setdefault(f"{file}, {doc_id}", {"file": file, "doc_id": doc_id}) if is_records(file) else rows[file]
        outlet = row.get("outlet") or _cell(document["outlet"]) or outlet_in_foot(document["foot"], names)
        if not outlet and is_page(file):
            page = decode((corpus.raw / file).read_bytes())[0]
            outlet = outlet_of_page(page, _cell(document["title"]), names)
        outlet = outlet or outlet_of_address(row.get("url", ""))
        if outlet:
            row["outlet"] = outlet.removeprefix("www.")
        if "published" not in row and _cell(document["published"]):
            row |= {"published": document["published"], "published_basis": document["published_basis"]}
    outlets = Counter(row.get("outlet") for row in rows.values())
    for row in rows.values():
        if "outlet" in row and outlets[row["outlet"]] == 1:
            row.setdefault("label", row["outlet"])


def _cell(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _write_articles(path: Path, rows: Rows) -> None:
    """Write articles.csv, a row for each file or record."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, known_keys("articles"), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows({"file": file, **row} for file, row in sorted(rows.items()))


def _to_check(
    rows: Rows, documents: pd.DataFrame, gathered: Gathered, notes: Sequence[str], target: Path
) -> Iterator[str]:
    """Yield what a person should look at before trusting the run."""
    yield "Check:"
    table = target / "articles.csv"
    for column, meaning in (
        ("outlet", "each counts as an outlet of its own"),
        ("published", "“Tuesday” has no date there"),
    ):
        lacking = [file for file, row in rows.items() if not row.get(column)]
        if lacking:
            yield f"- {table}: no {column} for {_few(lacking)}; {meaning}"
    guessed = [file for file, row in rows.items() if row.get("published_basis") == "printed"]
    if guessed:
        yield f"- {table}: the date as printed in {_few(guessed)}"
    days = sorted(row["published"][:10] for row in rows.values() if len(row.get("published", "")) >= 10)
    if days and (pd.Timestamp(days[-1]) - pd.Timestamp(days[0])).days > DAYS_APART:
        yield f"- dates run from {days[0]} to {days[-1]}: are all articles about one event? (column event, if not)"
    if not documents.empty:
        for words, said in (
            (documents["n_words"] == 0, "no text found in"),
            (documents["n_words"].between(1, SHORT - 1), f"fewer than {SHORT} words in"),
            (documents["encoding"].str.contains("replacement"), "letters that could not be decoded in"),
            (documents["foreign"], "claims are read in English only, overlap in any language; not in English:"),
        ):
            if words.any():
                yield f"- {said} {_few(sorted(documents.loc[words, 'file']))}"
        lists = documents["foot"].map(lambda foot: bool(ADDRESSES.fullmatch(foot.strip())))
        if lists.any():
            listed = _few(sorted(documents.loc[lists, "file"]))
            yield f"- addresses and no article in {listed}; save the pages themselves, as .html"
        keys = documents["file"].where(
            ~documents["file"].map(is_records), documents["file"] + ", " + documents["doc_id"]
        )
        stated = sorted(key for key in keys[documents["statement"]].tolist() if not rows[key].get("role"))
        if stated:
            yield (
                f"- {table}: {_few(stated)} may be a press statement and no article; if articles draw on it, write "
                "press_statement under role, and it is never counted as an outlet"
            )
    yield from (f"- the same bytes: {_few(files)}" for files in alike(gathered.articles))
    yield from (f"- {note}" for note in notes)
    yield from (f"- left out: {file}" for file in gathered.left_out[:SHOWN])
    if len(gathered.left_out) > SHOWN:
        yield f"- left out: {len(gathered.left_out) - SHOWN} more files that are no articles"
    yield f"- {target / 'corpus.yaml'}: the event, how the articles were chosen, and the rights"


def _few(files: Sequence[str]) -> str:
    """Name a few files and count the rest."""
    more = f" and {len(files) - SHOWN} more" if len(files) > SHOWN else ""
    return ", ".join(files[:SHOWN]) + more
