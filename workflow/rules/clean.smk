"""
Cleaning: what every stretch of an article is.

Reads:
    corpora/<name>/raw/                  the articles as they came
    corpora/<name>/articles.csv          what is known about them (optional)
    corpora/<name>/corpus.yaml           extra news agencies (optional)

Writes:
    clean/texts, clean/source_map        the text that every position counts in
    clean/documents                      one row per article
    clean/segments, clean/sentences, clean/quotations
"""

CLEAN_TABLES = [
    "texts",
    "source_map",
    "documents",
    "segments",
    "sentences",
    "quotations",
]


rule clean_articles:
    """Decode a shard's articles and say what each stretch of them is."""
    input:
        raw=raw_files,
        about=CORPUS.optional("articles.csv", "corpus.yaml"),
        code=code("clean_articles"),
    output:
        texts=sharded("clean/texts"),
        source_map=sharded("clean/source_map"),
        documents=sharded("clean/documents"),
        segments=sharded("clean/segments"),
        sentences=sharded("clean/sentences"),
        quotations=sharded("clean/quotations"),
    log:
        f"{RESULTS}/logs/clean_articles{'_{shard}' * (len(SHARDS) > 1)}.log",
    benchmark:
        f"{RESULTS}/benchmarks/clean_articles{'_{shard}' * (len(SHARDS) > 1)}.tsv"
    params:
        corpus=str(CORPUS.folder),
        whole_corpus=len(SHARDS) == 1,
        limits=config.get("limits", {}),
        parts=lambda wildcards: [
            [part.file, part.start, part.end] for part in shard_parts(wildcards)
        ],
    message:
        f"Cleaning: reading {ARTICLES} and saying what each stretch of text is."
    script:
        "../../scripts/clean_articles.py"


rule clean:
    """The tables of clean/."""
    input:
        [table(f"clean/{name}") for name in CLEAN_TABLES],
    message:
        f"Cleaning is done: {RESULTS}/clean."
