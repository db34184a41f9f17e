"""
Claims: who says what, on whose word and how sure.

Reads:
    clean/texts, clean/documents, clean/segments, clean/sentences, clean/quotations
    overlap/stretches, overlap/origins      the origin of each claim
    corpora/<name>/codebook.yaml            the questions (optional)
    corpora/<name>/gold/coding*.csv         what coders are sure an article is silent on (optional)

Writes:
    claims/quotes, claims/attributions, claims/quantities, claims/times
    claims/wording, claims/claims, claims/coverage
"""

CLAIM_TABLES = [
    "quotes",
    "attributions",
    "quantities",
    "times",
    "wording",
    "claims",
    "coverage",
]


rule statements:
    """Find a shard's quotations, attributions, quantities and times."""
    input:
        texts=shard_parquet("clean/texts"),
        documents=shard_parquet("clean/documents"),
        segments=shard_parquet("clean/segments"),
        sentences=shard_parquet("clean/sentences"),
        quotations=shard_parquet("clean/quotations"),
        code=code("statements"),
    output:
        quotes=sharded("claims/quotes"),
        attributions=sharded("claims/attributions"),
        quantities=sharded("claims/quantities"),
        times=sharded("claims/times"),
    log:
        f"{RESULTS}/logs/statements{'_{shard}' * (len(SHARDS) > 1)}.log",
    benchmark:
        f"{RESULTS}/benchmarks/statements{'_{shard}' * (len(SHARDS) > 1)}.tsv"
    params:
        whole_corpus=len(SHARDS) == 1,
        settings=config.get("statements", {}),
    message:
        f"Claims: finding quotations, attributions, quantities and times in {ARTICLES}."
    script:
        "../../scripts/statements.py"


if len(SHARDS) > 1:

    rule name_sources:
        """Give each source one name over all shards, so that the tables are those of one shard."""
        input:
            documents=parquet("clean/documents"),
            quotes=expand(rules.statements.output.quotes, shard=SHARDS),
            attributions=expand(rules.statements.output.attributions, shard=SHARDS),
            code=code("name_sources"),
        output:
            quotes=table("claims/quotes"),
            attributions=table("claims/attributions"),
        log:
            f"{RESULTS}/logs/name_sources.log",
        benchmark:
            f"{RESULTS}/benchmarks/name_sources.tsv"
        message:
            "Claims: giving each source one name over all articles."
        script:
            "../../scripts/name_sources.py"


def coded_from(name):
    """Give the path of a table that a job of coding reads."""
    return shard_parquet(name) if ONE_BY_ONE else parquet(name)


def coded(name):
    """Give the paths of a table that a job of coding writes."""
    return sharded(name) if ONE_BY_ONE else table(name)


rule code_claims:
    """Code what each article claims on each question of the codebook."""
    input:
        texts=coded_from("clean/texts"),
        documents=coded_from("clean/documents"),
        sentences=coded_from("clean/sentences"),
        # These are read for the articles of the shard alone.
        quotes=parquet("claims/quotes"),
        attributions=parquet("claims/attributions"),
        quantities=coded_from("claims/quantities"),
        times=coded_from("claims/times"),
        stretches=parquet("overlap/stretches"),
        origins=parquet("overlap/origins"),
        codebook=CORPUS.optional("codebook.yaml"),
        code=code("code_claims"),
    output:
        wording=coded("claims/wording"),
        claims=coded("claims/claims"),
    log:
        f"{RESULTS}/logs/code_claims{'_{shard}' * (ONE_BY_ONE and len(SHARDS) > 1)}.log",
    benchmark:
        f"{RESULTS}/benchmarks/code_claims{'_{shard}' * (ONE_BY_ONE and len(SHARDS) > 1)}.tsv"
    params:
        settings=config.get("alignment", {}),
    message:
        "Claims: coding what each article says on each question."
    script:
        "../../scripts/code_claims.py"


rule coverage:
    """Say for each question and article whether it says something."""
    input:
        documents=parquet("clean/documents"),
        origins=parquet("overlap/origins"),
        claims=parquet("claims/claims"),
        codebook=CORPUS.optional("codebook.yaml"),
        gold=SHEETS,
        code=code("coverage"),
    output:
        coverage=table("claims/coverage"),
    log:
        f"{RESULTS}/logs/coverage.log",
    benchmark:
        f"{RESULTS}/benchmarks/coverage.tsv"
    message:
        "Claims: which article says nothing on which question."
    script:
        "../../scripts/coverage.py"


rule claims:
    """The tables of claims/."""
    input:
        [table(f"claims/{name}") for name in CLAIM_TABLES],
    message:
        f"Claims are done: {RESULTS}/claims."
