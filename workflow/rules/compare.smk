"""
Compare: where the accounts agree, differ in precision, or contradict each other.

Reads:
    clean/documents, overlap/passages, overlap/origins
    claims/claims, claims/coverage, claims/quotes, claims/wording
    corpora/<name>/codebook.yaml            how values compare (optional)
    corpora/<name>/gold/*.csv               coding sheets filled by hand (optional)

Writes:
    compare/agreement, compare/conflicts, compare/quote_variants
    compare/reliability, compare/validation
"""

COMPARE_TABLES = [
    "agreement",
    "conflicts",
    "quote_variants",
    "reliability",
    "validation",
]


rule compare:
    """Compare the articles' claims, and the program with hand coding."""
    input:
        documents=parquet("clean/documents"),
        passages=parquet("overlap/passages"),
        origins=parquet("overlap/origins"),
        claims=parquet("claims/claims"),
        coverage=parquet("claims/coverage"),
        quotes=parquet("claims/quotes"),
        wording=parquet("claims/wording"),
        codebook=CORPUS.optional("codebook.yaml"),
        gold=SHEETS,
        code=code("compare"),
    output:
        agreement=table("compare/agreement"),
        conflicts=table("compare/conflicts"),
        quote_variants=table("compare/quote_variants"),
        reliability=table("compare/reliability"),
        validation=table("compare/validation"),
    log:
        f"{RESULTS}/logs/compare.log",
    benchmark:
        f"{RESULTS}/benchmarks/compare.tsv"
    message:
        "Compare: where the accounts agree, differ and contradict each other."
    script:
        "../../scripts/compare.py"
