"""
Verify: whether a run gave the same bytes as before.

Reads:
    everything that a full run writes
    corpora/<name>/expected.sha256, expected.values.json

Writes:
    verify.txt                                            when every file is as expected
    corpora/<name>/expected.sha256, expected.values.json  (the target expect)
"""


localrules:
    verify,
    expect,


rule verify:
    """Compare this run, file by file, with what the corpus expects."""
    input:
        results=rules.all.input,
        expected=CORPUS.optional("expected.sha256", "expected.values.json"),
        code=code("verify"),
    output:
        f"{RESULTS}/verify.txt",
    log:
        f"{RESULTS}/logs/verify.log",
    params:
        results=RESULTS,
        corpus=str(CORPUS.folder),
    message:
        f"Verify: comparing this run with {CORPUS.folder}/expected.sha256."
    script:
        "../../scripts/verify.py"


rule expect:
    """Keep this run as what the corpus expects."""
    input:
        results=rules.all.input,
    log:
        f"{RESULTS}/logs/expect.log",
    params:
        results=RESULTS,
        corpus=str(CORPUS.folder),
    message:
        f"Expect: keeping this run as {CORPUS.folder}/expected.sha256."
    script:
        "../../scripts/verify.py"
