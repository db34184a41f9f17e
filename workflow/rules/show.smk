"""
Show: figures, report and executed notebooks, from tables alone.

Reads:
    every table of clean/, overlap/, claims/ and compare/
    notebooks/*.ipynb                       as kept in git, without outputs

Writes:
    figures/<name>.svg .png .pdf .json      the json holds caption and alternative text
    report/index.html                       one page that opens without a network
    notebooks/<name>.ipynb .html            executed
"""

# In the order of the page.
FIGURES = [
    "reuse_map",
    "overlap_matrix",
    "origins",
    "claim_matrix",
    "numbers",
    "voices",
    "timeline",
    "agreement",
    "quote_variants",
    "validation",
    "wording",
]
FIGURE_FORMATS = ["svg", "png", "pdf", "json"]
PUBLISHED_TABLES = [
    *(f"clean/{name}" for name in CLEAN_TABLES),
    *(
        f"overlap/{name}"
        for name in ["passages", "pairs", "stretches", "origins", "cuts"]
    ),
    *(
        f"claims/{name}"
        for name in [*STATEMENT_TABLES, "wording", "claims", "coverage"]
    ),
    *(
        f"compare/{name}"
        for name in [
            "agreement",
            "conflicts",
            "quote_variants",
            "reliability",
            "validation",
        ]
    ),
]


rule figures:
    """Draw every figure."""
    input:
        tables=[parquet(name) for name in PUBLISHED_TABLES],
        code=code("figures"),
    output:
        expand(
            f"{RESULTS}/figures/{{figure}}.{{format}}",
            figure=FIGURES,
            format=FIGURE_FORMATS,
        ),
    log:
        f"{RESULTS}/logs/figures.log",
    benchmark:
        f"{RESULTS}/benchmarks/figures.tsv"
    params:
        figures=FIGURES,
        folder=f"{RESULTS}/figures",
        max_documents=config["show"]["max_documents"],
    message:
        f"Figures: drawing {len(FIGURES)} figures."
    script:
        "../../scripts/figures.py"


rule report:
    """Write the report page and its findings."""
    input:
        tables=[parquet(name) for name in PUBLISHED_TABLES],
        figures=expand(
            f"{RESULTS}/figures/{{figure}}.{{format}}",
            figure=FIGURES,
            format=["svg", "json"],
        ),
        about=CORPUS.optional("corpus.yaml"),
        codebook=CORPUS.optional("codebook.yaml"),
        lock=str(ROOT / "uv.lock"),
        code=code("report"),
    output:
        page=report(
            f"{RESULTS}/report/index.html",
            caption="../report/page.rst",
            category="Report",
        ),
        findings=f"{RESULTS}/report/findings.json",
    log:
        f"{RESULTS}/logs/report.log",
    benchmark:
        f"{RESULTS}/benchmarks/report.tsv"
    params:
        corpus=str(CORPUS.folder),
        figures=FIGURES,
        figures_folder=f"{RESULTS}/figures",
        max_documents=config["show"]["max_documents"],
        parameters=config["overlap"],
    message:
        "Report: writing the page."
    script:
        "../../scripts/report.py"


rule notebook:
    """Execute a notebook on this run's tables."""
    input:
        notebook=lambda wildcards: str(
            ROOT / "notebooks" / f"{wildcards.notebook}.ipynb"
        ),
        tables=[parquet(name) for name in PUBLISHED_TABLES],
        code=code("notebook"),
    output:
        notebook=f"{RESULTS}/notebooks/{{notebook}}.ipynb",
        page=f"{RESULTS}/notebooks/{{notebook}}.html",
    log:
        f"{RESULTS}/logs/notebook_{{notebook}}.log",
    benchmark:
        f"{RESULTS}/benchmarks/notebook_{{notebook}}.tsv"
    params:
        results=RESULTS,
    message:
        "Notebook: executing {wildcards.notebook}."
    script:
        "../../scripts/notebook.py"


rule example:
    """Keep this run's figures, page and findings in docs/example and the README (for the five articles)."""
    input:
        figures=expand(f"{RESULTS}/figures/{{figure}}.png", figure=FIGURES),
        page=rules.report.output.page,
        findings=rules.report.output.findings,
    log:
        f"{RESULTS}/logs/example.log",
    params:
        docs=str(ROOT / "docs"),
        readme=str(ROOT / "README.md"),
    message:
        "Example: keeping this run in docs/example and the README."
    script:
        "../../scripts/example.py"
