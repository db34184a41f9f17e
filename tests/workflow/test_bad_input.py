"""What a user sees who gets something wrong, and what tiny or odd corpora give."""

import gzip
import json
import time

import pyarrow as pa
import pytest

from samestory.claims.phrases import PhraseError, Phrases
from samestory.cleaning import clean
from samestory.corpus import RawArticle
from samestory.overlap.reuse import find_passages
from samestory.overlap.settings import OverlapSettings
from samestory.overlap.tracing import trace_origins
from samestory.tables import read

CODE = "!!python/object/apply:os.system ['touch made']"
REGEX = "variables:\n  - name: fog\n    type: statement\n    triggers: ['/{}/']\n"


def message(run):
    """The line with which a run was refused."""
    assert run.status == 1
    assert "Traceback" not in run.said
    (line,) = [line for line in run.said.splitlines() if line.startswith("samestory: ")]
    return line.removeprefix("samestory: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--config", "corpus=000"], "corpus is 0; write text (a name under corpora/ that begins with a letter"),
        (["--config", "corpus=nowhere"], "corpus 'nowhere': there is no folder"),
        (
            ["--config", "corpus=./event", "corpsu=x"],
            "config/config.yaml, --config: unknown key 'corpsu'; did you mean 'corpus'?",
        ),
        (["--config", "corpus=./event", "articles_per_shard=none"], "articles_per_shard is 'none'; write a whole numb"),
        (["--config", "corpus=./event"], "event/raw: no articles; put .txt, .html or .jsonl files there"),
    ],
)
def test_a_mistake_ends_the_run_in_one_message_before_any_job(corpus, snakemake, arguments, message):
    folder = corpus({}).parent
    run = snakemake(folder, *arguments)
    assert run.status == 1
    assert message in run.said
    assert "Traceback" not in run.said
    assert ".smk" not in run.said
    assert not (folder / "results").exists()


def test_a_codebook_mistake_names_line_and_key(corpus, snakemake):
    folder = corpus({"a.txt": "Fog."}, **{"codebook.yaml": "variables:\n  - name: dead\n    tpye: count\n"})
    run = snakemake(folder.parent, "--config", "corpus=./event")
    assert run.status == 1
    assert "codebook.yaml, line 3" in run.said
    assert "tpye" in run.said
    assert "Traceback" not in run.said
    assert not (folder.parent / "results").exists()


HORN = "variables:\n  - name: horn\n    type: category\n    values:\n      sounded: [horn]\n"


def test_a_misspelt_value_in_a_coding_sheet_is_refused_before_any_job(corpus, snakemake, tried):
    folder = corpus({"a.txt": "The horn sounded."}, **{"codebook.yaml": HORN})
    (folder / "gold").mkdir()
    sheet = folder / "gold" / "coding-ann.csv"
    sheet.write_text("coder,doc_id,variable,value\nann,a,horn,sonded\n", encoding="utf-8")
    refused = message(snakemake(folder.parent, "--config", "corpus=./event"))
    assert refused.startswith(
        "event/gold/coding-ann.csv, line 2, value: 'sonded' is no answer to horn; did you mean 'so"
    )
    assert not (folder.parent / "results").exists()
    tried(
        "Bad input",
        "a value in a coding sheet that answers no such question",
        f"refused before anything runs: “{refused}”",
    )
    sheet.write_text("coder,doc_id,variable,value\nann,b,horn,Sounded\n", encoding="utf-8")
    refused = message(snakemake(folder.parent, "--config", "corpus=./event"))
    assert refused == "event/gold/coding-ann.csv, line 2, doc_id: there is no article 'b'; write one of a"


@pytest.mark.parametrize("name", ["articles.csv", "corpus.yaml", "codebook.yaml"])
def test_a_folder_in_the_place_of_a_file_is_named(corpus, snakemake, name):
    folder = corpus({"a.txt": "Fog."})
    (folder / name).mkdir()
    assert message(snakemake(folder.parent, "--config", "corpus=./event")) == f"event/{name}: Is a directory"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param({"one.txt": "Fog closed the port of Brill on Monday.\n"}, id="one article"),
        pytest.param(
            {"empty.txt": "", "雾.txt": "港口因大雾关闭。\x00", "b.html": "<html></html>"}, id="nothing in English"
        ),
    ],
)
def test_small_and_odd_corpora_run_through(corpus, snakemake, raw):
    folder = corpus(raw)
    run = snakemake(folder.parent, "--config", "corpus=./event")
    assert run.status == 0, run.said
    assert len(read(folder.parent / "results/event/clean/documents")) == len(raw)
    assert (folder.parent / "results/event/report/index.html").stat().st_size > 0


def test_a_broken_record_is_named_by_file_and_place(corpus, snakemake):
    folder = corpus({"a.jsonl": '{"id": 1, "text": "Fog."}\n{"id": 2}\n'})
    run = snakemake(folder.parent, "clean", "--config", "corpus=./event")
    assert run.status == 1
    assert "a.jsonl, line 2: the object has" in run.said
    assert "the same command goes on from there" in run.said
    assert "Traceback" not in run.said


@pytest.mark.parametrize(
    ("raw", "others", "what", "said"),
    [
        pytest.param(
            {"a.txt": "Fog."},
            {"articles.csv": "file\n../../../etc/passwd\n"},
            "a path out of the corpus in articles.csv",
            "event/articles.csv, line 2: file is '../../../etc/passwd', but there is no such file in event/raw",
            id="path traversal",
        ),
        pytest.param(
            {"a.txt": "Fog.", "a.html": "<p>Fog.</p>"},
            {},
            "two files with one id",
            "event: 'a.html' and 'a.txt' have the same doc_id 'a'; give each its own in articles.csv",
            id="ids alike",
        ),
        pytest.param(
            {"a.txt": "Fog."},
            {"codebook.yaml": REGEX.format("(fog")},
            "a codebook with a broken regular expression",
            "event/codebook.yaml, line 4: variable fog, triggers: /(fog/ is not a regular expression that RE2 reads",
            id="broken regular expression",
        ),
        pytest.param(
            {"a.txt": "Fog."},
            {"codebook.yaml": REGEX.format(r"(fog)\1")},
            "a codebook with a regular expression that needs to go back (a reference to a group, a look ahead)",
            r"event/codebook.yaml, line 4: variable fog, triggers: /(fog)\1/ is not a regular expression that RE2",
            id="backreference",
        ),
    ],
)
def test_what_could_do_harm_is_refused_before_any_job(corpus, snakemake, tried, raw, others, what, said):
    folder = corpus(raw, **others)
    refused = message(snakemake(folder.parent, "--config", "corpus=./event"))
    assert refused.startswith(said)
    assert not (folder.parent / "results").exists()
    tried("Bad input", what, f"refused before anything runs: “{refused}”")


def line(number, text):
    return json.dumps({"id": number, "text": text}) + "\n"


SMALL = "limits:\n  article_mb: 0.001\n  decompressed_mb: 0.01\n"
BOMB = b"\n" * 300_000_000
HELD = "a compressed file that holds 300 MB (a bomb)"
BINARY = "a PDF, Word file, picture or other binary data named .txt or .html"
BROKEN = "a truncated or broken .jsonl.gz or .jsonl.zst"


@pytest.mark.parametrize(
    ("raw", "what", "said"),
    [
        pytest.param(lambda: {"a.txt": b"%PDF-1.7\n%\xe2\xe3"}, BINARY, "a.txt: a PDF, not text; convert", id="pdf"),
        pytest.param(
            lambda: {"a.txt": b"PK\x03\x04\x14\x00"},
            BINARY,
            "a.txt: a Word, OpenDocument or ZIP file, not text",
            id="zip",
        ),
        pytest.param(lambda: {"a.html": b"\x89PNG\r\n\x1a\n"}, BINARY, "a.html: a PNG picture, not text", id="png"),
        pytest.param(lambda: {"a.txt": bytes(range(256)) * 3}, BINARY, "a.txt: binary data, not text", id="bytes"),
        pytest.param(
            lambda: {"a.jsonl": line(1, "Fog."), "b.jsonl": line("1", "Rain.")},
            "two records, or a record and a file, with one id",
            "b.jsonl, line 1: the doc_id '1' stands in event/raw/a.jsonl, line 1 already",
            id="ids",
        ),
        pytest.param(
            lambda: {"a.txt": "Fog.", "a.jsonl": line("a", "Rain.")},
            "two records, or a record and a file, with one id",
            "a.txt: the doc_id 'a' stands in event/raw/a.jsonl, line 1 already; give each article its own",
            id="ids of file and record",
        ),
        pytest.param(
            lambda: {"a.jsonl": line(1, "Fog.") + line(2, "x" * 2_000_000)},
            "a line of a .jsonl larger than `limits.article_mb` (here 1 kB)",
            "a.jsonl, line 2: one article of more than 0.001 MB; a file with many articles",
            id="long line",
        ),
        pytest.param(
            lambda: {"a.jsonl.gz": gzip.compress(BOMB, 1)},
            HELD,
            "a.jsonl.gz: holds more than 0.01 MB when decompressed; split it, or raise limits.decompressed_mb",
            id="gzip bomb",
        ),
        pytest.param(
            lambda: {"a.jsonl.zst": pa.compress(BOMB, "zstd", asbytes=True)},
            HELD,
            "a.jsonl.zst: holds more than 0.01 MB when decompressed; split it, or raise limits.decompressed_mb",
            id="zstd bomb",
        ),
        pytest.param(
            lambda: {"a.jsonl.gz": gzip.compress(line(1, "Fog. " * 50).encode())[:40]},
            BROKEN,
            "a.jsonl.gz: cannot be decompressed after line 0: ",
            id="gzip",
        ),
        pytest.param(
            lambda: {"a.jsonl.zst": b"no zstd"}, BROKEN, "a.jsonl.zst: cannot be decompressed after line 0: ", id="zstd"
        ),
    ],
)
def test_what_cannot_be_read_ends_cleaning_in_a_message(corpus, snakemake, tried, raw, what, said):
    folder = corpus(raw())
    (folder.parent / "small.yaml").write_text(SMALL, encoding="utf-8")
    configured = ("--configfile", str(folder.parent / "small.yaml"), "--config", "corpus=./event")
    refused = message(snakemake(folder.parent, "clean", *configured))
    assert refused.startswith(f"event/raw/{said}")
    assert not list((folder.parent / "results").rglob("*.parquet"))
    tried("Bad input", what, f"refused: “{refused}”")


@pytest.mark.parametrize("articles_per_shard", [1, 100])
def test_a_row_about_no_record_ends_cleaning(corpus, snakemake, tried, articles_per_shard):
    folder = corpus({"a.jsonl": "".join(line(number, "Fog. " * 400) for number in range(10))})
    (folder / "articles.csv").write_text("doc_id,file\n1,a.jsonl\n11,a.jsonl\n", encoding="utf-8")
    configured = ("--config", "corpus=./event", f"articles_per_shard={articles_per_shard}")
    refused = message(snakemake(folder.parent, "clean", *configured))
    assert refused.startswith(
        "event/articles.csv, line 3: 'a.jsonl' has no record '11'; write the id as the record has"
    )
    tried("Bad input", "a row of articles.csv about a record that is not there", f"refused: “{refused}”")


def test_a_file_of_fifty_megabytes_is_refused_before_any_job(corpus, snakemake, tried):
    folder = corpus({"a.txt": ""})
    with (folder / "raw" / "a.txt").open("wb") as file:
        file.truncate(50_000_000)
    refused = message(snakemake(folder.parent, "--config", "corpus=./event"))
    assert refused.startswith("event/raw/a.txt: one article of more than 10 MB; a file with many articles is a .jsonl")
    assert not (folder.parent / "results").exists()
    tried("Bad input", "a file of 50 MB as one article", f"refused before anything runs: “{refused}”")


def test_an_article_that_raised_limits_allow_comes_through_to_report_and_exports(corpus, snakemake):
    folder = corpus({"a.txt": "Fog closed the port of Brill." + "\n" * 10_100_000})
    (folder.parent / "large.yaml").write_text("limits:\n  article_mb: 11\n", encoding="utf-8")
    configured = ("--configfile", str(folder.parent / "large.yaml"), "--config", "corpus=./event")
    run = snakemake(folder.parent, "report", "exports", *configured)
    assert run.status == 0, run.said
    results = folder.parent / "results/event"
    assert "Fog closed the port of Brill." in (results / "report/index.html").read_text(encoding="utf-8")
    assert (results / "exports/provenance.json").exists()


def test_a_link_out_of_the_corpus_is_not_followed(corpus, snakemake, tried):
    folder = corpus({"a.txt": "Fog."})
    (folder.parent / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "raw" / "b.txt").symlink_to(folder.parent / "secret.txt")
    refused = message(snakemake(folder.parent, "--config", "corpus=./event"))
    assert refused == "event/raw/b.txt: the link leads out of the corpus; put the file itself there"
    tried("Bad input", "a symbolic link out of the corpus", f"refused before anything runs: “{refused}”")


@pytest.mark.parametrize("name", ["corpus.yaml", "codebook.yaml"])
def test_a_yaml_tag_runs_no_code(corpus, snakemake, tried, name):
    folder = corpus({"a.txt": "Fog."})
    key = "title" if name == "corpus.yaml" else "variables"
    (folder / name).write_text(f"{key}: {CODE}\n", encoding="utf-8")
    refused = message(snakemake(folder.parent, "--config", "corpus=./event"))
    assert refused.startswith(f"event/{name}, line 1: {key}")
    assert not (folder.parent / "made").exists()
    tried("Bad input", "a YAML tag that would run code, in corpus.yaml or codebook.yaml", f"not run: “{refused}”")


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)*b", "(.*)*x", "(a?){50}a{50}"])
def test_a_regular_expression_that_explodes_elsewhere_takes_linear_time(tried, pattern):
    phrases = Phrases((f"/{pattern}/",))
    phrases.spans("a")
    started = time.process_time()
    phrases.spans("a" * 20_000 + "!")
    assert time.process_time() - started < 1
    tried(
        "Bad input",
        "a codebook with a regular expression that explodes: `(a+)+$`",
        "20,000 letters in under a second: RE2 does not go back",
    )


def test_a_regular_expression_too_large_to_compile_is_refused(tried):
    with pytest.raises(PhraseError, match="is not a regular expression that RE2 reads"):
        Phrases(("/((a{100}){100}){100}/",)).spans("a")
    tried("Bad input", "a codebook with a regular expression too large to compile", "refused with its line")


COPIED = (
    "Ferry adrift\n\nThe ferry lost power on Tuesday with 40 passengers aboard, the coastguard said.\n\n"
    "The line will refund every ticket that was sold for the crossing, it said in a statement on the island.\n"
)


def test_two_thousand_identical_texts_are_one_family():
    frames = clean(RawArticle(f"{n:05}", f"{n:05}.txt", "text", COPIED, "0") for n in range(2000))
    read = {name: frames[f"clean/{name}"] for name in ("texts", "documents", "segments", "sentences")}
    found = find_passages(**read, settings=OverlapSettings())
    assert len(found["overlap/passages"]) < 20_000
    traced = trace_origins(
        **read, quotations=frames["clean/quotations"], passages=found["overlap/passages"], pairs=found["overlap/pairs"]
    )
    assert traced["overlap/origins"]["origin_id"].nunique() == 1
    assert traced["overlap/cuts"].empty


@pytest.mark.full
def test_ten_thousand_identical_files_are_one_family(corpus, snakemake, tried):
    folder = corpus({f"{n:05}.txt": COPIED for n in range(10_000)})
    run = snakemake(folder.parent, "overlap", "--config", "corpus=./event")
    assert run.status == 0, run.said
    tables = folder.parent / "results/event/overlap"
    assert len(read(tables / "passages")) < 100_000
    origins = read(tables / "origins")
    assert origins["doc_id"].nunique() == 10_000
    assert origins["origin_id"].nunique() == 1
    assert read(tables / "cuts").empty
    tried("Bad input", "10,000 identical files", "one family with one origin; nothing was left out by any")
