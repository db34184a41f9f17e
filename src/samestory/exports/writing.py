"""Every export of a run, written to one folder that can be passed on as it is."""

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from samestory.claims.coding.codebook import Codebook
from samestory.contract import Table, data_dictionary
from samestory.exports.annotations import annotations
from samestory.exports.archive import archive, write_csv, write_text
from samestory.exports.codes import code_tree
from samestory.exports.contents import CRATE, FILES, copied, table_file
from samestory.exports.crate import crate
from samestory.exports.datapackage import data_package
from samestory.exports.dna import dna_documents, dna_statements, import_script
from samestory.exports.matrix import labels_frame, matrix_columns, matrix_frame
from samestory.exports.public_tables import TEXTS_COLUMNS, PublicTable, public_tables, texts_table, write_public
from samestory.exports.refi import write_codebook, write_project
from samestory.exports.rights import Rights
from samestory.exports.syntax import r_script, spss_syntax
from samestory.provenance import checksums
from samestory.raw_files import is_records
from samestory.stored import count_rows, table

RIGHTS = {
    True: "The corpus allows full texts: corpus.yaml says rights: full. The code is under the MIT licence.",
    False: "The news texts belong to their publishers: no file shows more than 25 words of an article in a row; hashes "
    "tell whether a copy is the same text. The code is under the MIT licence.",
}
# For a corpus that knows no date of its own.
NO_DATE = "1980-01-01"


@dataclass(frozen=True)
class About:
    """What a run rests on besides its tables.

    Attributes:
        corpus: the corpus's name.
        settings: corpus.yaml.
        inputs: articles.csv, corpus.yaml and codebook.yaml, as far as there are any.
        workflow: the Snakefile and its rules.
        parameters: the settings by name.
        versions: the locked version of each package.
        lock: the hash of uv.lock.
        methods: the methods paragraph, as the report has it.
    """

    corpus: str
    settings: Mapping[str, Any]
    inputs: tuple[Path, ...] = ()
    workflow: tuple[Path, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    lock: str = ""
    methods: str = ""

    @property
    def title(self) -> str:
        """What readers see."""
        return str(self.settings.get("title") or self.corpus)


def write_exports(
    folder: Path, tables: Mapping[str, pd.DataFrame], codebook: Codebook | None, about: About, suffix: str = ".csv"
) -> None:
    """Write every export.

    Args:
        folder: where to.
        tables: every published table by its name.
        codebook: the codebook, if the corpus has one.
        about: what the run rests on.
        suffix: of the tables, ``.csv`` or ``.parquet``.
    """
    rights = Rights.of(about.settings.get("rights"))
    _write_coding(folder, tables, codebook, about, rights)
    resources = {"texts.csv": Table("texts", FILES["texts.csv"], ("doc_id",), TEXTS_COLUMNS, ())}
    write_public(folder / "texts.csv", PublicTable(resources["texts.csv"], lambda: [texts_table(tables)]))
    for name, public in public_tables(tables, rights=rights).items():
        file = table_file(name, suffix)
        write_public(folder / file, public)
        resources[file] = public.table
    raw = _raw(table(tables, "clean/documents", ("doc_id", "file", "sha256")))
    _write_provenance(folder, tables, about, raw)
    copies = _copy(folder, about)
    write_text(folder / "README.md", _readme(about, rights))
    package = data_package(
        folder, resources, name=about.corpus, title=about.title, description=RIGHTS[rights.full],
        version=about.versions["samestory"],
    )  # fmt: skip
    _write_json(folder / "datapackage.json", package)
    files = {**FILES, **{file: table.description for file, table in resources.items()}, **copies}
    summed = checksums([folder / file for file in files if file != "checksums.sha256"], folder)
    write_text(folder / "checksums.sha256", (f"{digest}  {file}\n" for file, digest in summed.items()))
    _write_json(
        folder / CRATE,
        crate(
            folder, dict(sorted(files.items())), name=about.title, description=_description(about),
            rights=RIGHTS[rights.full], date=_date(about.settings), raw=raw, parameters=about.parameters,
            versions=about.versions,
        ),
    )  # fmt: skip


def _raw(documents: pd.DataFrame) -> dict[str, str]:
    """Give the hash of each raw file, or of each record of a JSONL file (``news.jsonl#id``), sorted."""
    columns = (documents[column] for column in ("doc_id", "file", "sha256"))
    hashed = {f"{file}#{doc}" if is_records(file) else file: digest for doc, file, digest in zip(*columns, strict=True)}
    return dict(sorted(hashed.items()))


def _write_coding(
    folder: Path, tables: Mapping[str, pd.DataFrame], codebook: Codebook | None, about: About, rights: Rights
) -> None:
    """Write what other programs code or count with."""
    origin = f"samestory {about.versions['samestory']}"
    claims = table(tables, "claims/claims", ("variable", "value"))
    codes = code_tree(codebook, claims, table(tables, "claims/wording", ("concept", "variant")))
    write_text(folder / "annotations.jsonld", annotations(tables, rights=rights, title=about.title, generator=origin))
    write_text(folder / "codebook.qdc", write_codebook(codes, origin))
    with archive(folder / "project.qdpx") as opened:
        write_project(opened, tables, codes, rights=rights, name=about.title, origin=origin)
    write_csv(folder / "dna/documents.csv", dna_documents(tables, rights=rights))
    write_csv(folder / "dna/statements.csv", dna_statements(tables))
    write_text(folder / "dna/import.R", import_script())
    columns = matrix_columns(tables, codebook, codes, rights=rights)
    frame = matrix_frame(columns, list(table(tables, "clean/documents", ("doc_id",))["doc_id"]))
    write_csv(folder / "matrix/matrix.csv", frame)
    write_csv(folder / "matrix/labels.csv", labels_frame(columns))
    write_text(folder / "matrix/matrix.R", r_script(columns))
    write_text(folder / "matrix/matrix.sps", spss_syntax(columns, frame))


def _write_provenance(
    folder: Path,
    tables: Mapping[str, pd.DataFrame],
    about: About,
    raw: Mapping[str, str],
) -> None:
    """Write what the run rests on, in words and as data."""
    write_text(folder / "methods.md", ["# Methods\n\n", about.methods, "\n"])
    write_text(folder / "data_dictionary.md", [data_dictionary()])
    _write_json(
        folder / "provenance.json",
        {
            "corpus": about.corpus,
            "title": about.title,
            "inputs": {**{f"raw/{file}": digest for file, digest in raw.items()}, **checksums(about.inputs)},
            "workflow": checksums(about.workflow),
            "parameters": about.parameters,
            "versions": about.versions,
            "uv.lock": about.lock,
            "rows": {name: count_rows(tables, name) for name in tables},
        },
    )


def _copy(folder: Path, about: About) -> dict[str, str]:
    """Copy the workflow and the corpus's own files, for the crate; give what each is."""
    what = {}
    for path in [*about.inputs, *about.workflow]:
        place = copied(path)
        what[place] = "The workflow" if path.name == "Snakefile" else f"{path.name} of the run"
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / place)
    return what


def _readme(about: About, rights: Rights) -> Iterator[str]:
    """Say what the folder holds."""
    yield f"# {about.title}\n\n{_description(about)}\n\n{RIGHTS[rights.full]}\n\n| file | what it is |\n|---|---|\n"
    for file, what in {**FILES, "tables/": "The published tables", CRATE: "Workflow Run RO-Crate of the run"}.items():
        yield f"| {file} | {what} |\n"


def _description(about: About) -> str:
    event = about.settings.get("event", {}).get("description", "")
    return " ".join(f"{event} Who copied whom, who claims what on whose word, where the accounts differ.".split())


def _date(settings: Mapping[str, Any]) -> str:
    """Give a date of the corpus: when its texts were retrieved, else the day of the event."""
    known = (settings.get("selection", {}).get("retrieved"), settings.get("event", {}).get("date"), NO_DATE)
    return str(next(date for date in known if date))


def _write_json(path: Path, data: Any) -> None:
    write_text(path, [json.dumps(data, ensure_ascii=False, indent=1, default=str), "\n"])
