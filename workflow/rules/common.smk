"""
What the rules share: the checked config, the corpus, its shards, and the paths of tables.

A mistake in the config or the corpus ends the run here, before any job, in one message.
"""

import os
import shlex
import sys
from pathlib import Path

from samestory.claims.coding.codebook import read_codebook
from samestory.claims.coding.planned_sheets import check_sheets
from samestory.corpus import coding_sheets, find_corpus, read_corpus
from samestory.dependencies import code_behind
from samestory.interrupt import hear_once
from samestory.jupyter import leave_out_iri_checks
from samestory.raw_files import plan_shards
from samestory.records import Limits
from samestory.results_folder import results_folder
from samestory.schema import InputError, validate
from samestory.summary import summarise

# Paths below the working directory are given from there: a moved folder is not a changed one.
BASE = Path(workflow.basedir)
ROOT = BASE.relative_to(Path.cwd()) if BASE.is_relative_to(Path.cwd()) else BASE

# Snakemake starts a script by the path of its Python, unquoted: where that has a space, by its name on the PATH.
if shlex.quote(sys.executable) != sys.executable:
    python = Path(sys.executable)
    os.environ["PATH"] = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    sys.executable = python.name
# Jobs hold Ctrl-C back until they can end well; Snakemake hears it once.
shell.executable(str(BASE / "workflow" / "shell" / "bash"))
hear_once()
leave_out_iri_checks()

try:
    given = [os.path.relpath(file) for file in workflow.configfiles]
    given += ["--config"] if workflow.config_settings.config else []
    validate(config, "config", ", ".join(given))
    limits = Limits(**config.get("limits", {}))
    CORPUS = read_corpus(find_corpus(config["corpus"], ROOT), limits)
    RESULTS = results_folder(config.get("results"), CORPUS.name)
    codebook = next(map(read_codebook, CORPUS.optional("codebook.yaml")), None)
    SHEETS = [str(path) for path in coding_sheets(CORPUS.folder)]
    check_sheets(SHEETS, codebook)
except InputError as error:
    sys.exit(f"samestory: {error}")
except OSError as error:
    sys.exit(f"samestory: {error.filename}: {error.strerror}")

SHARDS = {
    f"{number:05}": parts
    for number, parts in enumerate(
        plan_shards(CORPUS.files, config["articles_per_shard"])
    )
}
ARTICLES = (
    f"{len(CORPUS.files)} raw file{'s' * (len(CORPUS.files) > 1)} of {CORPUS.name}"
)
WITH_CSV = CORPUS.megabytes <= config["csv_up_to_mb"]
# With a codebook articles are coded each on its own, shard by shard; without one those of an event together.
ONE_BY_ONE = bool(CORPUS.optional("codebook.yaml"))
NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))


wildcard_constraints:
    shard=r"\d+",


def parquet(name):
    """Give the path of a published table for a rule that reads it."""
    return f"{RESULTS}/{name}.parquet"


def table(name):
    """Give the paths of a published table for the rule that writes it; texts and large corpora have no CSV."""
    csv = [] if name == "clean/texts" or not WITH_CSV else [f"{RESULTS}/{name}.csv"]
    return [*csv, parquet(name)]


def sharded(name):
    """Give the paths of a table for a rule that runs per shard: with one shard the published table itself."""
    return (
        table(name)
        if len(SHARDS) == 1
        else [f"{RESULTS}/shards/{{shard}}/{name}.parquet"]
    )


def shard_parquet(name):
    """Give the path of a shard's table for a rule that reads it."""
    return (
        parquet(name)
        if len(SHARDS) == 1
        else f"{RESULTS}/shards/{{shard}}/{name}.parquet"
    )


def shard_parts(wildcards):
    """Give the raw files, or pieces of them, that a shard holds."""
    return SHARDS[wildcards.get("shard", next(iter(SHARDS)))]


def raw_files(wildcards):
    """Give the paths of the raw files that a shard reads."""
    return [str(CORPUS.raw / part.file) for part in shard_parts(wildcards)]


def code(script):
    """Give the library modules and data files that a script loads: an edit to one rebuilds what depends on it."""
    return code_behind(ROOT / "scripts" / f"{script}.py", ROOT / "src" / "samestory")


def say_what_was_found(targets):
    """Print the findings of a run that was to write the report."""
    if not targets or {"all", "report"} & set(targets):
        print(summarise(RESULTS), file=sys.stderr)


if len(SHARDS) > 1:

    rule gather:
        """Put the shards' tables together into the published one."""
        input:
            parts=lambda wildcards: expand(
                f"{RESULTS}/shards/{{shard}}/{wildcards.stage}/{wildcards.table}.parquet",
                shard=SHARDS,
            ),
            code=code("gather"),
        output:
            table("{stage}/{table}"),
        log:
            f"{RESULTS}/logs/gather_{{stage}}_{{table}}.log",
        benchmark:
            f"{RESULTS}/benchmarks/gather_{{stage}}_{{table}}.tsv"
        wildcard_constraints:
            stage="clean|claims",
            table="source_map|segments|sentences|quotations|quantities|times"
            + "|wording|claims" * ONE_BY_ONE,
        params:
            table="{stage}/{table}",
        message:
            "Putting {wildcards.stage}/{wildcards.table} together from its shards."
        script:
            "../../scripts/gather.py"

    rule gather_documents:
        """Put the shards' documents together; rows of articles.csv that are about none of them are refused."""
        input:
            parts=expand(
                f"{RESULTS}/shards/{{shard}}/clean/documents.parquet", shard=SHARDS
            ),
            about=CORPUS.optional("articles.csv"),
            code=code("gather_documents"),
        output:
            table("clean/documents"),
        log:
            f"{RESULTS}/logs/gather_documents.log",
        benchmark:
            f"{RESULTS}/benchmarks/gather_documents.tsv"
        params:
            corpus=str(CORPUS.folder),
            limits=config.get("limits", {}),
        message:
            "Putting clean/documents together from its shards."
        script:
            "../../scripts/gather_documents.py"

    use rule gather as gather_texts with:
        output:
            parquet("{stage}/{table}"),
        wildcard_constraints:
            stage="clean",
            table="texts",
