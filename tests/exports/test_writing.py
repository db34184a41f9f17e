"""The exports of the five articles: valid, alike on every run, and without more of a text than its rights allow."""

import csv
import hashlib
import json
import os
import re
import subprocess
import sys
import warnings
import zipfile

import pytest

from samestory.contract import published_tables
from samestory.exports.contents import CRATE, FILES, table_file
from samestory.exports.writing import About, write_exports
from samestory.tables import read
from samestory.words import WORD

AGAIN = """
import sys
from pathlib import Path
from samestory.claims.coding.codebook import read_codebook
from samestory.corpus import read_corpus
from samestory.exports.writing import About, write_exports
from samestory.provenance import locked_versions
from samestory.contract import published_tables
from samestory.tables import read

root, run, folder, rights = map(Path, sys.argv[1:])
corpus = read_corpus(root / "corpora" / "baghdad-embassy-2023")
about = About(
    corpus.name, {**corpus.settings, "rights": str(rights)},
    inputs=tuple(Path(path) for path in corpus.optional("articles.csv", "corpus.yaml", "codebook.yaml")),
    workflow=(root / "Snakefile", *sorted((root / "workflow/rules").glob("*.smk"))),
    parameters={"overlap.window": 4}, versions=locked_versions(root / "uv.lock"), lock="0",
    methods=(run / "report/methods.txt").read_text(encoding="utf-8").strip(),
)
tables = {name: read(run / name) for name in published_tables()}
write_exports(folder, tables, read_codebook(corpus.folder / "codebook.yaml"), about)
"""


def export(root, run, folder, rights, **environment):
    """Write the exports of a run again, in a process of its own, and give their bytes by path."""
    command = [sys.executable, "-c", AGAIN, str(root), str(run), str(folder), rights]
    subprocess.run(command, env={**os.environ, **environment}, check=True)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def exports(seed_run):
    return seed_run / "exports"


@pytest.fixture(scope="module")
def full(root, seed_run, tmp_path_factory):
    """The same run's exports, had the corpus full rights."""
    folder = tmp_path_factory.mktemp("full rights")
    export(root, seed_run, folder, "full")
    return folder


def test_the_bytes_are_alike_in_another_time_zone_locale_folder_and_hash_seed(root, seed_run, exports, tmp_path):
    one = export(root, seed_run, tmp_path / "one", "excerpts", TZ="Asia/Baghdad", LC_ALL="C", PYTHONHASHSEED="1")
    two = export(root, seed_run, tmp_path / "a second", "excerpts", TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")
    assert one == two
    assert set(one) == {path.relative_to(exports).as_posix() for path in exports.rglob("*") if path.is_file()}
    # What the run itself wrote differs in the parameters and in what names their hash.
    differ = {name for name, content in one.items() if (exports / name).read_bytes() != content}
    assert differ == {"provenance.json", "ro-crate-metadata.json", "checksums.sha256"}


def test_no_file_names_a_folder_of_this_machine(root, exports):
    for path in exports.rglob("*"):
        if path.is_file() and path.suffix != ".qdpx":
            assert str(root).encode() not in path.read_bytes(), path
            assert str(exports.parents[2]).encode() not in path.read_bytes(), path


@pytest.mark.parametrize("which", ["exports", "full"])
def test_the_data_package_is_valid(which, request):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package

        folder = request.getfixturevalue(which)
        report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "type", "note"])[:5]
    listed = {resource["path"] for resource in json.loads((folder / "datapackage.json").read_text())["resources"]}
    assert listed == {path.relative_to(folder).as_posix() for path in (folder / "tables").rglob("*.*")} | {"texts.csv"}


def test_the_crate_is_a_workflow_run_crate(exports):
    from rocrate.rocrate import ROCrate

    crate = ROCrate(exports)
    workflow = crate.mainEntity
    assert set(workflow.type) == {"File", "SoftwareSourceCode", "ComputationalWorkflow"}
    assert workflow["programmingLanguage"]["name"] == "Snakemake"
    profiles = {profile.id for profile in crate.root_dataset["conformsTo"]}
    assert "https://w3id.org/ro/wfrun/workflow/0.5" in profiles
    assert crate.root_dataset["datePublished"] == "2023-12-08"
    (run,) = [entity for entity in crate.get_entities() if entity.type == "CreateAction"]
    assert run["instrument"] == workflow
    assert "endTime" not in run.properties()
    files = {entity.id: entity for entity in crate.data_entities if "File" in entity.type}
    assert set(files) | {"ro-crate-metadata.json"} == {
        path.relative_to(exports).as_posix() for path in exports.rglob("*") if path.is_file()
    }
    for name, entity in files.items():
        assert entity["sha256"] == hashlib.sha256((exports / name).read_bytes()).hexdigest()
    graph = json.loads((exports / "ro-crate-metadata.json").read_text())["@graph"]
    known = {entity["@id"] for entity in graph}
    named = set(re.findall(r'\{"@id": "([^"]+)"\}', json.dumps(graph)))
    assert {name for name in named - known if not name.startswith("https://")} == set()
    assert len(known) == len(graph)


def test_the_checksums_are_the_files(exports):
    for line in (exports / "checksums.sha256").read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((exports / name).read_bytes()).hexdigest() == digest


def every_text(folder):
    """Give the words of every file of the exports, archives opened, cells and strings one by one."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".qdpx":
            with zipfile.ZipFile(path) as opened:
                for name in opened.namelist():
                    yield f"{path.name}/{name}", opened.read(name).decode("utf-8")
        elif path.suffix == ".parquet":
            yield path.name, " cellbreak ".join(read(path).astype("str").to_numpy().ravel())
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as lines:
                yield path.name, " cellbreak ".join(cell for row in csv.reader(lines) for cell in row)
        elif path.is_file():
            yield path.name, path.read_text(encoding="utf-8")


def longest_quotation(folder, run):
    """Give the most words in a row that a file of the exports shares with an article, up to 40."""
    texts = [[match.group().lower() for match in WORD.finditer(text)] for text in read(run / "clean/texts")["text"]]
    longest = 0
    for _, content in every_text(folder):
        words = [match.group().lower() for match in WORD.finditer(content)]
        while longest < 40:
            size = longest + 1
            held = {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
            if not any(tuple(text[i : i + size]) in held for text in texts for i in range(len(text) - size + 1)):
                break
            longest = size
    return longest


def test_under_excerpts_no_file_has_more_than_25_words_of_an_article_in_a_row(exports, full, seed_run):
    assert longest_quotation(exports, seed_run) == 25
    assert longest_quotation(full, seed_run) == 40


def test_the_matrix_has_a_row_per_article_and_every_question(exports, seed_run):
    with (exports / "matrix/matrix.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["doc_id"] for row in rows] == ["000", "001", "002", "003", "004"]
    assert [row["us_troops_iraq_low"] for row in rows] == ["2500"] * 5
    claims = read(seed_run / "claims/claims")
    assert {f"{variable}_status" for variable in claims["variable"]} <= set(rows[0])


def test_every_rows_count_is_in_the_provenance(exports, seed_run):
    provenance = json.loads((exports / "provenance.json").read_text(encoding="utf-8"))
    assert provenance["rows"] == {name: len(read(seed_run / name)) for name in published_tables()}
    assert provenance["parameters"]["overlap.shingle_words"] > 1
    assert "environment" not in json.dumps(provenance)
    assert json.loads((seed_run / "environment.json").read_text())["python"]


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_corpus_with_nothing_but_its_articles_has_every_export(tables, tmp_path, suffix):
    write_exports(tmp_path, tables, None, About("ferry", {}, versions={"samestory": "1", "snakemake": "9"}), suffix)
    for name in [*FILES, CRATE, *(table_file(name, suffix) for name in tables if name != "clean/texts")]:
        assert (tmp_path / name).stat().st_size > 0, name
    graph = json.loads((tmp_path / CRATE).read_text(encoding="utf-8"))["@graph"]
    assert next(entity for entity in graph if entity["@id"] == "./")["datePublished"] == "1980-01-01"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package

        package = str(tmp_path / "datapackage.json")
        # Its reader of Parquet takes an empty whole number for a broken float and an empty table for an error.
        assert (Package(package).validate() if suffix == ".csv" else Package.validate_descriptor(package)).valid
