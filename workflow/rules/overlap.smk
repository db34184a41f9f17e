"""
Overlap: who shares which words with whom, and what goes back to one origin.

Reads:
    clean/texts, clean/documents, clean/segments, clean/sentences, clean/quotations

Writes:
    overlap/passages, overlap/pairs                     shared stretches to the letter
    overlap/stretches, overlap/origins, overlap/cuts    what they mean
"""


rule passages:
    """Find the passages that two articles share, with exact offsets."""
    input:
        texts=parquet("clean/texts"),
        documents=parquet("clean/documents"),
        segments=parquet("clean/segments"),
        sentences=parquet("clean/sentences"),
        code=code("passages"),
    output:
        passages=table("overlap/passages"),
        pairs=table("overlap/pairs"),
    log:
        f"{RESULTS}/logs/passages.log",
    benchmark:
        f"{RESULTS}/benchmarks/passages.tsv"
    params:
        settings=config["overlap"],
    message:
        f"Overlap: finding the passages that {ARTICLES} share."
    script:
        "../../scripts/passages.py"


rule origins:
    """Trace each stretch to its origin, and say what each copy left out."""
    input:
        texts=parquet("clean/texts"),
        documents=parquet("clean/documents"),
        segments=parquet("clean/segments"),
        sentences=parquet("clean/sentences"),
        quotations=parquet("clean/quotations"),
        passages=parquet("overlap/passages"),
        pairs=parquet("overlap/pairs"),
        code=code("origins"),
    output:
        stretches=table("overlap/stretches"),
        origins=table("overlap/origins"),
        cuts=table("overlap/cuts"),
    log:
        f"{RESULTS}/logs/origins.log",
    benchmark:
        f"{RESULTS}/benchmarks/origins.tsv"
    message:
        "Overlap: tracing shared passages to their origins."
    script:
        "../../scripts/origins.py"


rule overlap:
    """The tables of overlap/."""
    input:
        rules.passages.output,
        rules.origins.output,
    message:
        f"Overlap is done: {RESULTS}/overlap."
