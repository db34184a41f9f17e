from snakemake.utils import min_version

min_version("9.11")


configfile: f"{workflow.basedir}/config/config.yaml"


report: "workflow/report/workflow.rst"


include: "workflow/rules/common.smk"
include: "workflow/rules/clean.smk"
include: "workflow/rules/overlap.smk"
include: "workflow/rules/claims.smk"
include: "workflow/rules/compare.smk"
include: "workflow/rules/show.smk"
include: "workflow/rules/exports.smk"


rule all:
    """Everything: tables, figures, report, notebooks and exports."""
    default_target: True
    input:
        rules.clean.input,
        rules.overlap.input,
        rules.claims.input,
        rules.compare.output,
        rules.figures.output,
        rules.report.output,
        rules.notebooks.output,
        rules.exports.output,
    message:
        f"Everything is ready: open {RESULTS}/report/index.html in a browser."


include: "workflow/rules/verify.smk"
