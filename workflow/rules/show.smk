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

from samestory.reads import FIGURES_READ, REPORT_READS

# In the order of the page, each with its place in Snakemake's own report.
FIGURES = {
    "reuse_map": "1 Overlap",
    "overlap_matrix": "1 Overlap",
    "origins": "1 Overlap",
    "claim_matrix": "2 Claims",
    "numbers": "2 Claims",
    "voices": "2 Claims",
    "timeline": "2 Claims",
    "agreement": "3 Comparison",
    "quote_variants": "1 Overlap",
    "validation": "3 Comparison",
    "wording": "2 Claims",
}
FIGURE_FORMATS = ["png", "pdf", "json"]
PUBLISHED_TABLES = [
    f"{stage}/{name}"
    for stage, names in [
        ("clean", CLEAN_TABLES),
        ("overlap", OVERLAP_TABLES),
        ("claims", CLAIM_TABLES),
        ("compare", COMPARE_TABLES),
    ]
    for name in names
]


rule figures:
    """Draw every figure."""
    input:
        tables=[parquet(name) for name in FIGURES_READ],
        code=code("figures"),
    output:
        [
            report(
                f"{RESULTS}/figures/{figure}.svg",
                caption=f"../report/{figure}.rst",
                category=category,
                labels={"figure": figure.replace("_", " ")},
            )
            for figure, category in FIGURES.items()
        ],
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
        figures=list(FIGURES),
        folder=f"{RESULTS}/figures",
        max_documents=config["show"]["max_documents"],
    message:
        f"Figures: drawing {len(FIGURES)} figures of {ARTICLES}."
    script:
        "../../scripts/figures.py"


rule report:
    """Write the report page and its findings."""
    input:
        tables=[parquet(name) for name in REPORT_READS],
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
            category="4 Report",
            labels={"page": "the report"},
        ),
        findings=f"{RESULTS}/report/findings.json",
        methods=f"{RESULTS}/report/methods.txt",
    log:
        f"{RESULTS}/logs/report.log",
    benchmark:
        f"{RESULTS}/benchmarks/report.tsv"
    params:
        corpus=str(CORPUS.folder),
        figures=list(FIGURES),
        figures_folder=f"{RESULTS}/figures",
        max_documents=config["show"]["reading_room"],
        parameters=OVERLAP_SETTINGS,
    message:
        "Report: writing the page."
    script:
        "../../scripts/report.py"


rule notebooks:
    """Execute the notebooks on this run's tables."""
    input:
        notebooks=[str(ROOT / "notebooks" / f"{name}.ipynb") for name in NOTEBOOKS],
        tables=[parquet(name) for name in PUBLISHED_TABLES],
        # They draw with the functions that draw the figures.
        code=sorted({*code("notebooks"), *code("figures")}),
    output:
        notebooks=expand(f"{RESULTS}/notebooks/{{notebook}}.ipynb", notebook=NOTEBOOKS),
        pages=report(
            expand(f"{RESULTS}/notebooks/{{notebook}}.html", notebook=NOTEBOOKS),
            caption="../report/notebook.rst",
            category="5 Notebooks",
        ),
    log:
        f"{RESULTS}/logs/notebooks.log",
    benchmark:
        f"{RESULTS}/benchmarks/notebooks.tsv"
    params:
        results=RESULTS,
    message:
        f"Notebooks: executing {len(NOTEBOOKS)} notebooks on the tables of this run."
    script:
        "../../scripts/notebooks.py"


localrules:
    example,


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


onsuccess:
    say_what_was_found(workflow.dag_settings.targets)


onerror:
    # Snakemake ends in a list of every file of the job; what a person needs is said last.
    print(
        "Not finished. If something was wrong, it is said above, after “samestory:”. Every file that is there is whole, "
        "and the same command goes on from there.",
        file=sys.stderr,
    )
