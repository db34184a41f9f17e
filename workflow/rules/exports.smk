"""
Exports: a run's results in the formats of other programs, with what they rest on. docs/exports.md says what each is.

Reads:
    every table of clean/, overlap/, claims/ and compare/
    corpora/<name>/                         articles.csv, corpus.yaml (rights), codebook.yaml (optional)
    uv.lock, Snakefile, workflow/rules/     versions and workflow

Writes:
    exports/                                a folder that can be passed on as it is
    environment.json                        what this machine is; outside anything compared
"""

from samestory.exports.contents import CRATE, FILES, copied, exported, table_file

EXPORT_SUFFIX = ".csv" if WITH_CSV else ".parquet"


WORKFLOW = [ROOT / "Snakefile", *sorted((ROOT / "workflow/rules").glob("*.smk"))]


rule exports:
    """Write annotations, codebook and project, statements, matrix, data package and crate."""
    input:
        tables=[parquet(name) for name in PUBLISHED_TABLES],
        about=CORPUS.optional("articles.csv", "corpus.yaml"),
        codebook=CORPUS.optional("codebook.yaml"),
        methods=rules.report.output.methods,
        lock=str(ROOT / "uv.lock"),
        workflow=[str(path) for path in WORKFLOW],
        code=code("exports"),
    output:
        files=[f"{RESULTS}/exports/{file}" for file in [*FILES, CRATE]],
        tables=[
            f"{RESULTS}/exports/{table_file(name, EXPORT_SUFFIX)}"
            for name in exported(PUBLISHED_TABLES, CORPUS.settings.get("rights"))
        ],
        copies=[
            f"{RESULTS}/exports/{copied(path)}"
            for path in [
                *WORKFLOW,
                *CORPUS.optional("articles.csv", "corpus.yaml", "codebook.yaml"),
            ]
        ],
        environment=f"{RESULTS}/environment.json",
    log:
        f"{RESULTS}/logs/exports.log",
    benchmark:
        f"{RESULTS}/benchmarks/exports.tsv"
    params:
        corpus=str(CORPUS.folder),
        folder=f"{RESULTS}/exports",
        suffix=EXPORT_SUFFIX,
        overlap=OVERLAP_SETTINGS,
        parameters={"articles_per_shard": config["articles_per_shard"]},
    message:
        "Exports: writing annotations, codebook, statements, matrix and provenance."
    script:
        "../../scripts/exports.py"
