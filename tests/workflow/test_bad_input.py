"""What a user sees who gets something wrong, and what tiny or odd corpora give."""

import pytest

from samestory.tables import read


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--config", "corpus=000"], "corpus is 0; write text (a name under corpora/ that begins with a letter"),
        (["--config", "corpus=nowhere"], "corpus 'nowhere': there is no folder"),
        (
            ["--config", "corpus=./event", "corpsu=x"],
            "config/config.yaml: unknown key 'corpsu'; did you mean 'corpus'?",
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


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param({"one.txt": "Fog closed the port of Brill on Monday.\n"}, id="one article"),
        pytest.param({"empty.txt": "", "fog.txt": "Fog closed the port."}, id="an empty file"),
        pytest.param({"雾.txt": "港口因大雾关闭。\x00", "b.html": "<html></html>"}, id="odd letters"),
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
    assert "a.jsonl, the line at byte 26: write an object with the keys id and text" in run.said
    assert "Traceback" not in run.said
