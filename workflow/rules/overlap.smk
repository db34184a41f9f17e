"""
Overlap: who shares which words with whom, and what goes back to one origin.

A small corpus is one job for each. A larger one, above ``one_job_up_to_mb``, is cut into jobs whose memory
``job_memory_mb`` bounds, and that find the same passages.

Reads:
    clean/texts, clean/documents, clean/segments, clean/sentences, clean/quotations

Writes:
    overlap/passages, overlap/pairs                     shared stretches to the letter
    overlap/stretches, overlap/origins, overlap/cuts    what they mean
"""

OVERLAP_TABLES = ["passages", "pairs", "stretches", "origins", "cuts"]
OVERLAP_JOBS = ("one_job_up_to_mb", "job_memory_mb")
OVERLAP_SETTINGS = {
    key: value for key, value in config["overlap"].items() if key not in OVERLAP_JOBS
}
# A job that aligns needs some 20 MB for each MB of its part of the articles where two in five are copies, and 200 MB
# besides. Fewer parts than four would leave processors idle.
OVERLAP_PARTS = [
    f"{number:03}"
    for number in range(
        max(
            4,
            1
            + int(
                CORPUS.megabytes
                * 20
                / (config["overlap"].get("job_memory_mb", 3000) - 200)
            ),
        )
    )
]
PART = f"{RESULTS}/parts/{{part}}"


wildcard_constraints:
    part=r"\d+",
    group=r"\d+",


if len(SHARDS) == 1 or CORPUS.megabytes <= config["overlap"].get(
    "one_job_up_to_mb", 100
):

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
        threads: 2
        params:
            settings=OVERLAP_SETTINGS,
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

else:

    rule shard_tokens:
        """Cut a shard's articles into tokens and fingerprints."""
        input:
            texts=shard_parquet("clean/texts"),
            segments=shard_parquet("clean/segments"),
            code=code("shard_tokens"),
        output:
            temp(directory(f"{RESULTS}/shards/{{shard}}/overlap/tokens")),
        log:
            f"{RESULTS}/logs/shard_tokens_{{shard}}.log",
        benchmark:
            f"{RESULTS}/benchmarks/shard_tokens_{{shard}}.tsv"
        params:
            settings=OVERLAP_SETTINGS,
            parts=len(OVERLAP_PARTS),
        message:
            "Overlap: reading the words of shard {wildcards.shard}."
        script:
            "../../scripts/shard_tokens.py"

    rule join_shards:
        """Find the places at which two articles have a fingerprint in common."""
        input:
            shards=expand(rules.shard_tokens.output, shard=SHARDS),
            documents=expand(shard_parquet("clean/documents"), shard=SHARDS),
            code=code("join_shards"),
        output:
            seeds=temp(directory(f"{PART}/overlap/seeds")),
            ties=temp(directory(f"{PART}/overlap/ties")),
        log:
            f"{RESULTS}/logs/join_shards_{{part}}.log",
        benchmark:
            f"{RESULTS}/benchmarks/join_shards_{{part}}.tsv"
        params:
            settings=OVERLAP_SETTINGS,
            parts=len(OVERLAP_PARTS),
        message:
            "Overlap: joining fingerprints, part {wildcards.part}."
        script:
            "../../scripts/join_shards.py"

    rule complete_stories:
        """Pair the articles of stories that very many carry."""
        input:
            shards=expand(rules.shard_tokens.output, shard=SHARDS),
            documents=expand(shard_parquet("clean/documents"), shard=SHARDS),
            ties=expand(rules.join_shards.output.ties, part=OVERLAP_PARTS),
            code=code("complete_stories"),
        output:
            temp(directory(f"{PART}/overlap/runs")),
        log:
            f"{RESULTS}/logs/complete_stories_{{part}}.log",
        benchmark:
            f"{RESULTS}/benchmarks/complete_stories_{{part}}.tsv"
        params:
            settings=OVERLAP_SETTINGS,
            parts=len(OVERLAP_PARTS),
        message:
            "Overlap: completing stories that many carry, part {wildcards.part}."
        script:
            "../../scripts/complete_stories.py"

    rule align_shards:
        """Find the passages of a part of the pairs, with exact offsets."""
        input:
            shards=expand(rules.shard_tokens.output, shard=SHARDS),
            documents=expand(shard_parquet("clean/documents"), shard=SHARDS),
            sentences=expand(shard_parquet("clean/sentences"), shard=SHARDS),
            seeds=expand(rules.join_shards.output.seeds, part=OVERLAP_PARTS),
            runs=expand(rules.complete_stories.output, part=OVERLAP_PARTS),
            code=code("align_shards"),
        output:
            passages=f"{PART}/overlap/passages.parquet",
            pairs=f"{PART}/overlap/pairs.parquet",
        log:
            f"{RESULTS}/logs/align_shards_{{part}}.log",
        benchmark:
            f"{RESULTS}/benchmarks/align_shards_{{part}}.tsv"
        params:
            settings=OVERLAP_SETTINGS,
            parts=len(OVERLAP_PARTS),
        message:
            "Overlap: aligning passages, part {wildcards.part}."
        script:
            "../../scripts/align_shards.py"

    rule group_articles:
        """Deal the articles among the jobs that trace origins: what may go back to one text stays together."""
        input:
            shards=expand(rules.shard_tokens.output, shard=SHARDS),
            documents=expand(shard_parquet("clean/documents"), shard=SHARDS),
            pairs=expand(rules.align_shards.output.pairs, part=OVERLAP_PARTS),
            code=code("group_articles"),
        output:
            f"{RESULTS}/parts/groups.parquet",
        log:
            f"{RESULTS}/logs/group_articles.log",
        benchmark:
            f"{RESULTS}/benchmarks/group_articles.tsv"
        params:
            settings=OVERLAP_SETTINGS,
            groups=len(SHARDS),
        message:
            "Overlap: grouping articles that may go back to one text."
        script:
            "../../scripts/group_articles.py"

    rule trace_group:
        """Trace each stretch of a group's articles to its origin."""
        input:
            groups=rules.group_articles.output,
            texts=expand(shard_parquet("clean/texts"), shard=SHARDS),
            documents=expand(shard_parquet("clean/documents"), shard=SHARDS),
            segments=expand(shard_parquet("clean/segments"), shard=SHARDS),
            sentences=expand(shard_parquet("clean/sentences"), shard=SHARDS),
            quotations=expand(shard_parquet("clean/quotations"), shard=SHARDS),
            passages=expand(rules.align_shards.output.passages, part=OVERLAP_PARTS),
            pairs=expand(rules.align_shards.output.pairs, part=OVERLAP_PARTS),
            code=code("trace_group"),
        output:
            stretches=f"{RESULTS}/groups/{{group}}/overlap/stretches.parquet",
            origins=f"{RESULTS}/groups/{{group}}/overlap/origins.parquet",
            cuts=f"{RESULTS}/groups/{{group}}/overlap/cuts.parquet",
        log:
            f"{RESULTS}/logs/trace_group_{{group}}.log",
        benchmark:
            f"{RESULTS}/benchmarks/trace_group_{{group}}.tsv"
        message:
            "Overlap: tracing shared passages to their origins, group {wildcards.group}."
        script:
            "../../scripts/trace_group.py"

    rule gather_overlap:
        """Put the parts of a table together into the published one."""
        input:
            parts=lambda wildcards: (
                expand(f"{PART}/overlap/{wildcards.table}.parquet", part=OVERLAP_PARTS)
                if wildcards.table in {"passages", "pairs"}
                else expand(
                    f"{RESULTS}/groups/{{group}}/overlap/{wildcards.table}.parquet",
                    group=SHARDS,
                )
            ),
            code=code("gather"),
        output:
            table("overlap/{table}"),
        log:
            f"{RESULTS}/logs/gather_overlap_{{table}}.log",
        benchmark:
            f"{RESULTS}/benchmarks/gather_overlap_{{table}}.tsv"
        wildcard_constraints:
            table="|".join(OVERLAP_TABLES),
        params:
            table="overlap/{table}",
        message:
            "Putting overlap/{wildcards.table} together from its parts."
        script:
            "../../scripts/gather.py"


rule overlap:
    """The tables of overlap/."""
    input:
        [table(f"overlap/{name}") for name in OVERLAP_TABLES],
    message:
        f"Overlap is done: {RESULTS}/overlap."
